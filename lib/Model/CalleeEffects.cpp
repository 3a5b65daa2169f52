//===- CalleeEffects.cpp - The row of the table that a call has -----------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Model/CalleeEffects.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/ErrorHandling.h"

using namespace clang;
using namespace tombstone;

static std::string unqualifiedName(const NamedDecl &D) {
  if (isa<CXXConstructorDecl>(D))
    return "(ctor)";
  if (isa<CXXDestructorDecl>(D))
    return "(dtor)";
  if (isa<CXXConversionDecl>(D))
    return "(conversion)";
  return D.getDeclName().getAsString();
}

std::string tombstone::catalogueName(const NamedDecl &D) {
  std::string Name = unqualifiedName(D);
  for (const DeclContext *DC = D.getDeclContext(); DC; DC = DC->getParent()) {
    const auto *Scope = dyn_cast<NamedDecl>(DC);
    if (!Scope || isa<FunctionDecl>(Scope))
      continue;
    const auto *Namespace = dyn_cast<NamespaceDecl>(Scope);
    if (Namespace &&
        (Namespace->isInline() || Namespace->isAnonymousNamespace()))
      continue;
    Name = Scope->getName().str() + "::" + Name;
  }
  return Name;
}

static const CXXRecordDecl *recordOf(QualType Type) {
  if (Type.isNull())
    return nullptr;
  return Type.getNonReferenceType()->getAsCXXRecordDecl();
}

CalleeEffects::KnownClass
CalleeEffects::findClass(const CXXRecordDecl *Record) {
  if (const ClassModel *Model = Table.findClass(catalogueName(*Record)))
    return {Model, Record};
  const CXXRecordDecl *Definition = Record->getDefinition();
  if (!Definition)
    return {};
  for (const CXXBaseSpecifier &Base : Definition->bases())
    if (const CXXRecordDecl *Parent = recordOf(Base.getType()))
      if (KnownClass Found = classOf(Parent))
        return Found;
  return {};
}

CalleeEffects::KnownClass CalleeEffects::classOf(const CXXRecordDecl *Record) {
  if (!Record)
    return {};
  Record = Record->getCanonicalDecl();
  auto It = Classes.find(Record);
  if (It != Classes.end())
    return It->second;
  // The entry stands while bases are asked, so that broken code that derives a
  // class from itself ends here.
  Classes[Record] = {};
  return Classes[Record] = findClass(Record);
}

CalleeEffects::KnownClass CalleeEffects::classOf(QualType Type) {
  return classOf(recordOf(Type));
}

/// A member type of the class or of a base, canonical and unqualified.
static QualType memberType(const CXXRecordDecl *Record, StringRef Name) {
  const CXXRecordDecl *Definition = Record->getDefinition();
  if (!Definition)
    return {};
  ASTContext &Context = Record->getASTContext();
  for (const NamedDecl *Member : Definition->lookup(&Context.Idents.get(Name)))
    if (const auto *Type = dyn_cast<TypeDecl>(Member))
      return Context.getTypeDeclType(Type)
          .getCanonicalType()
          .getUnqualifiedType();
  for (const CXXBaseSpecifier &Base : Definition->bases())
    if (const CXXRecordDecl *Parent = recordOf(Base.getType()))
      if (QualType Found = memberType(Parent, Name); !Found.isNull())
        return Found;
  return {};
}

QualType CalleeEffects::elementType(const KnownClass &Class) {
  return memberType(Class.Record, "value_type");
}

bool CalleeEffects::hasElementsOf(const KnownClass &Class,
                                  const CXXRecordDecl &Of) {
  const auto Is = [&](QualType Type) {
    const CXXRecordDecl *Record = recordOf(Type);
    if (!Record)
      return false;
    if (classOf(Record).Model &&
        classOf(Record).Model->Kind == ClassKind::Owner)
      if (const auto *Owner = dyn_cast<ClassTemplateSpecializationDecl>(Record);
          Owner && Owner->getTemplateArgs().size() > 0 &&
          Owner->getTemplateArgs()[0].getKind() == TemplateArgument::Type)
        Record = recordOf(Owner->getTemplateArgs()[0].getAsType());
    return Record && Record->getCanonicalDecl() == Of.getCanonicalDecl();
  };
  const QualType Element = elementType(Class);
  const CXXRecordDecl *Pair = recordOf(Element);
  if (Is(Element))
    return true;
  return Pair && Pair->hasDefinition() &&
         llvm::any_of(Pair->fields(), [&](const FieldDecl *Field) {
           return Is(Field->getType());
         });
}

bool CalleeEffects::matches(ParamPattern Pattern, QualType Param,
                            const KnownClass &Class) {
  const QualType Plain =
      Param.getNonReferenceType().getCanonicalType().getUnqualifiedType();
  const auto IsMember = [&](StringRef Name) {
    const QualType Member = memberType(Class.Record, Name);
    return !Member.isNull() && Member == Plain;
  };
  switch (Pattern) {
  case ParamPattern::Any:
    return true;
  case ParamPattern::Iterator:
    return IsMember("iterator") || IsMember("const_iterator");
  case ParamPattern::NodeType:
    return IsMember("node_type");
  case ParamPattern::Value:
    return IsMember("value_type");
  case ParamPattern::Self:
  case ParamPattern::SelfRvalue: {
    const CXXRecordDecl *Record = Plain->getAsCXXRecordDecl();
    return Record &&
           Record->getCanonicalDecl() == Class.Record->getCanonicalDecl() &&
           Param->isRValueReferenceType() ==
               (Pattern == ParamPattern::SelfRvalue);
  }
  }
  llvm_unreachable("unhandled parameter pattern");
}

CalleeEffects::MacroValue tombstone::macrosOf(Preprocessor &PP) {
  return [&PP](StringRef Name) -> std::optional<unsigned> {
    const MacroInfo *Macro = PP.getMacroInfo(PP.getIdentifierInfo(Name));
    unsigned Value = 0;
    if (!Macro || Macro->getNumTokens() != 1 ||
        Macro->getReplacementToken(0).isNot(tok::numeric_constant) ||
        StringRef(PP.getSpelling(Macro->getReplacementToken(0)))
            .getAsInteger(0, Value))
      return std::nullopt;
    return Value;
  };
}

bool CalleeEffects::holds(const MacroCondition &When) const {
  const std::optional<unsigned> Value =
      Macros ? Macros(When.Macro) : std::nullopt;
  return Value && (*Value < When.Number) == When.IsBelow;
}

bool CalleeEffects::matches(const Row &R, const FunctionDecl &Callee,
                            const KnownClass *Class, unsigned NumArgs) {
  if (R.When && !holds(*R.When))
    return false;
  const unsigned NumPatterns = R.Params.size();
  if (R.Variadic ? NumArgs < NumPatterns : NumArgs != NumPatterns)
    return false;
  for (unsigned I = 0; I < NumPatterns; ++I) {
    if (R.Params[I] == ParamPattern::Any)
      continue;
    if (!Class || I >= Callee.getNumParams() ||
        !matches(R.Params[I], Callee.getParamDecl(I)->getType(), *Class))
      return false;
  }
  return true;
}

/// What a method of this name does, whatever the class, unless its body says.
const Row *CalleeEffects::methodOfAny(const FunctionDecl &Method,
                                      unsigned NumArgs) {
  const CallShape Shape{{Method.getCanonicalDecl(), &Table}, NumArgs};
  auto [It, IsNew] = Rows.try_emplace(Shape, nullptr);
  const ClassModel *Any =
      IsNew && !Method.hasBody() && Method.getDeclName().isIdentifier()
          ? Table.findClass("any")
          : nullptr;
  if (!Any || fact(Method))
    return It->second;
  for (const Row *R : Any->rowsNamed(Method.getName()))
    if (matches(*R, Method, nullptr, NumArgs))
      return It->second = R;
  return nullptr;
}

const Row *CalleeEffects::method(const FunctionDecl &Method,
                                 const CXXRecordDecl *Object,
                                 unsigned NumArgs) {
  const KnownClass Class = classOf(Object);
  if (!Class)
    return methodOfAny(Method, NumArgs);
  const CallShape Shape{{Method.getCanonicalDecl(), Class.Record}, NumArgs};
  auto [It, IsNew] = Rows.try_emplace(Shape, nullptr);
  if (!IsNew)
    return It->second;
  const auto *Parent = dyn_cast<CXXRecordDecl>(Method.getDeclContext());
  const bool IsHidden =
      Parent && Parent->getCanonicalDecl() != Class.Record &&
      (!Class.Record->hasDefinition() || !Class.Record->isDerivedFrom(Parent));
  if (IsHidden)
    return nullptr;
  for (const Row *R : Class.Model->rowsNamed(unqualifiedName(Method)))
    if (matches(*R, Method, &Class, NumArgs))
      return It->second = R;
  return nullptr;
}

const Row *CalleeEffects::function(const FunctionDecl &Function,
                                   unsigned NumArgs) {
  if (!Function.getDeclName().isIdentifier())
    return nullptr;
  const CallShape Shape{{Function.getCanonicalDecl(), nullptr}, NumArgs};
  auto [It, IsNew] = Rows.try_emplace(Shape, nullptr);
  if (!IsNew)
    return It->second;
  for (const Row *R : Table.findFunction(catalogueName(Function)))
    if (matches(*R, Function, nullptr, NumArgs))
      return It->second = R;
  return nullptr;
}

static bool hasOperator(const CXXRecordDecl *Record,
                        OverloadedOperatorKind Operator) {
  const CXXRecordDecl *Definition = Record->getDefinition();
  if (!Definition)
    return false;
  const DeclarationName Name =
      Record->getASTContext().DeclarationNames.getCXXOperatorName(Operator);
  if (!Definition->lookup(Name).empty())
    return true;
  return llvm::any_of(Definition->bases(), [&](const CXXBaseSpecifier &Base) {
    const CXXRecordDecl *Parent = recordOf(Base.getType());
    return Parent && Parent->getCanonicalDecl() != Record->getCanonicalDecl() &&
           hasOperator(Parent, Operator);
  });
}

bool CalleeEffects::isIteratorRecord(const CXXRecordDecl *Record) {
  auto [It, IsNew] = IteratorRecords.try_emplace(Record->getCanonicalDecl());
  if (IsNew)
    It->second =
        Record->hasAttr<PointerAttr>() ||
        (hasOperator(Record, OO_Star) && hasOperator(Record, OO_PlusPlus));
  return It->second;
}

bool CalleeEffects::isIteratorClass(QualType Type) {
  const CXXRecordDecl *Record = recordOf(Type);
  return Record && !classOf(Record) && isIteratorRecord(Record);
}

bool CalleeEffects::isHandle(QualType Type) {
  if (Type.isNull())
    return false;
  if (Type->isReferenceType() || Type->isPointerType())
    return true;
  const CXXRecordDecl *Record = Type->getAsCXXRecordDecl();
  if (!Record)
    return false;
  if (const KnownClass Class = classOf(Record))
    return Class.Model->Kind == ClassKind::Handle ||
           Class.Model->Kind == ClassKind::Shared;
  return isIteratorRecord(Record);
}
