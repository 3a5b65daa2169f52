//===- PathTypes.cpp - Types of what effects name -------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PathTypes.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/Support/ErrorHandling.h"

using namespace clang;
using namespace tombstone;

QualType tombstone::typeOfMember(QualType Of, StringRef Member) {
  const CXXRecordDecl *Record =
      Of.isNull() ? nullptr : Of.getNonReferenceType()->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition())
    return {};
  const bool IsAccessor = Member.consume_back("()");
  ASTContext &Context = Record->getASTContext();
  for (const NamedDecl *D :
       Record->getDefinition()->lookup(&Context.Idents.get(Member))) {
    const auto *Method = dyn_cast<CXXMethodDecl>(D);
    if (IsAccessor && Method && Method->getNumParams() == 0)
      return Method->getReturnType();
    const auto *Field = dyn_cast<FieldDecl>(D);
    if (!IsAccessor && Field)
      return Field->getType();
  }
  for (const CXXBaseSpecifier &Base : Record->getDefinition()->bases())
    if (QualType Found = typeOfMember(Base.getType(), Member); !Found.isNull())
      return Found;
  return {};
}

QualType tombstone::typeOfPointee(QualType Of) {
  if (Of.isNull())
    return {};
  const QualType Plain = Of.getNonReferenceType();
  if (Plain->isPointerType())
    return Plain->getPointeeType();
  const auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Plain->getAsCXXRecordDecl());
  const bool HasType =
      Special && Special->getTemplateArgs().size() > 0 &&
      Special->getTemplateArgs()[0].getKind() == TemplateArgument::Type;
  if (HasType)
    return Special->getTemplateArgs()[0].getAsType();
  // A member that is a reference: the path goes through it.
  return Of->isReferenceType() ? Plain : QualType();
}

QualType tombstone::typeOfGlobal(const ValueDecl &Global) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Global);
  return Method ? Method->getFunctionObjectParameterType() : Global.getType();
}

static QualType typeOfRoot(const FunctionDecl &Function, const RegionPath &Path,
                           CalleeEffects &Effects) {
  switch (Path.Root) {
  case RegionPath::RootKind::This: {
    const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
    return Method && !Method->isStatic()
               ? Method->getFunctionObjectParameterType()
               : QualType();
  }
  case RegionPath::RootKind::Argument:
    return Path.Argument < Function.getNumParams()
               ? Function.getParamDecl(Path.Argument)->getType()
               : QualType();
  case RegionPath::RootKind::Result:
    return Function.getReturnType();
  case RegionPath::RootKind::Global:
    return Path.Variable ? typeOfGlobal(*Path.Variable) : QualType();
  case RegionPath::RootKind::Part:
    return typeAt(Function, *Path.Whole, Effects);
  case RegionPath::RootKind::Arguments:
  case RegionPath::RootKind::Constant:
    return {};
  }
  llvm_unreachable("unhandled root");
}

QualType tombstone::typeAt(const FunctionDecl &Function, const RegionPath &Path,
                           CalleeEffects &Effects) {
  QualType Type = typeOfRoot(Function, Path, Effects);
  for (const std::string &Member : Path.Members)
    Type = typeOfMember(Type, Member);
  return Path.Pointee ? typeOfPointee(Type) : Type;
}

QualType tombstone::typeOfElementPart(QualType Container,
                                      llvm::ArrayRef<std::string> Members,
                                      CalleeEffects &Effects) {
  const auto Class = Effects.classOf(Container);
  QualType Type = Class ? Effects.elementType(Class) : QualType();
  for (const std::string &Member : Members)
    Type = typeOfMember(Type, Member);
  return Type;
}

QualType tombstone::typeAt(const FunctionDecl &Function, const Target &What,
                           CalleeEffects &Effects) {
  const QualType Type = typeAt(Function, What.Region, Effects);
  return What.Key ? typeOfElementPart(Type, What.Members, Effects) : Type;
}
