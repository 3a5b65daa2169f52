//===- Operands.cpp - Expressions as places and values --------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BodyBuilder.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"

using namespace clang;
using namespace tombstone;

std::string BodyBuilder::sourceText(const Expr *E) const {
  return Lexer::getSourceText(
             CharSourceRange::getTokenRange(E->getSourceRange()),
             Context.getSourceManager(), Context.getLangOpts())
      .str();
}

PlaceId BodyBuilder::temporary(const Expr *E) {
  const RootId Value = Words.Roots.intern(
      Root::Kind::Temporary, E,
      "%" + std::to_string(Context.getSourceManager().getExpansionColumnNumber(
                E->getExprLoc())),
      /*Hidden=*/true);
  if (Words.Roots[Value].Text.empty())
    Words.Roots.setText(Value, sourceText(E));
  return Words.Places.root(Value);
}

RootId tombstone::captureRoot(Vocabulary &Words, const FieldDecl &Field,
                              StringRef Name) {
  return Words.Roots.intern(Root::Kind::Variable, &Field, Name,
                            /*Hidden=*/false);
}

static Root::Storage storageOf(const ValueDecl &D) {
  if (isa<ParmVarDecl>(D))
    return Root::Storage::Parameter;
  const auto *Var = dyn_cast<VarDecl>(&D);
  // A function stands for what it returns a reference to.
  return !Var || Var->hasGlobalStorage() ? Root::Storage::Global
                                         : Root::Storage::Local;
}

PlaceId BodyBuilder::placeOf(const ValueDecl *D) {
  auto Copy = Captured.find(D);
  if (Copy != Captured.end())
    return Words.Places.root(captureRoot(Words, *Copy->second, D->getName()));
  const bool Hidden = D->isImplicit() || D->getDeclName().isEmpty();
  const RootId Variable =
      Words.Roots.intern(Root::Kind::Variable, D->getCanonicalDecl(),
                         D->getDeclName() ? D->getName() : "", Hidden);
  const auto *Var = dyn_cast<VarDecl>(D);
  if (Var ? Var->hasGlobalStorage() : isa<FunctionDecl>(D))
    Words.Roots.setShared(Variable);
  Words.Roots.setStorage(Variable, storageOf(*D));
  return Words.Places.root(Variable);
}

Operand BodyBuilder::deref(const Operand &Pointer) {
  if (!Pointer.isPlace())
    return {};
  if (Pointer.IsAddress)
    return {Pointer.At, false, NameId()};
  return {Words.Places.deref(Pointer.At), false, NameId()};
}

Operand BodyBuilder::addressOf(const Operand &Object) {
  if (!Object.isPlace() || Object.IsAddress)
    return {};
  return {Object.At, true, NameId()};
}

/// Where the binding of a tuple-like type gets its value: std::get<N>, or a
/// member get<N>.
static std::optional<unsigned> tupleIndex(const BindingDecl *D) {
  const auto *DD = dyn_cast_or_null<DecompositionDecl>(D->getDecomposedDecl());
  if (!DD)
    return std::nullopt;
  unsigned Index = 0;
  for (const BindingDecl *B : DD->bindings()) {
    if (B == D)
      return Index;
    ++Index;
  }
  return std::nullopt;
}

/// The name of a class's member by its number, for classes such as std::pair;
/// for others, such as std::tuple, the number.
static std::string memberNumbered(QualType Class, unsigned Index) {
  if (const CXXRecordDecl *Record =
          Class.getNonReferenceType()->getAsCXXRecordDecl())
    if (Record->hasDefinition())
      for (const FieldDecl *Field : Record->fields())
        if (Field->getFieldIndex() == Index && Field->getDeclName())
          return Field->getName().str();
  return std::to_string(Index);
}

NameId BodyBuilder::memberNamed(const Call &C, StringRef Member) {
  if (Member != "I")
    return name(Member);
  const TemplateArgumentList *Args = C.Callee->getTemplateSpecializationArgs();
  if (!Args || Args->size() == 0 || C.Args.empty() ||
      Args->get(0).getKind() != TemplateArgument::Integral)
    return name(Member);
  return name(memberNumbered(C.Args.front()->getType(),
                             Args->get(0).getAsIntegral().getZExtValue()));
}

Operand BodyBuilder::operandOfBinding(const BindingDecl *D) {
  const VarDecl *Holding = D->getHoldingVar();
  if (!Holding) {
    const Operand Part = operandOf(D->getBinding());
    if (Part.isPlace())
      Words.Aliases.try_emplace(Part.At.value(), D->getName().str());
    return Part;
  }
  const std::optional<unsigned> Index = tupleIndex(D);
  if (!Index)
    return {};
  const ValueDecl *Whole = D->getDecomposedDecl();
  const Operand Object = operandOfDecl(Whole);
  if (!Object.isPlace())
    return {};
  const PlaceId Member = Words.Places.member(
      Object.At, name(memberNumbered(Whole->getType(), *Index)));
  Words.Aliases.try_emplace(Member.value(), D->getName().str());
  // A tuple's own element may be a reference: tuple<S &>.
  if (D->getType()->isReferenceType())
    return {Words.Places.deref(Member), false, NameId()};
  return {Member, false, NameId()};
}

Operand BodyBuilder::operandOfDecl(const ValueDecl *D) {
  if (const auto *Binding = dyn_cast<BindingDecl>(D))
    return operandOfBinding(Binding);
  if (!isa<VarDecl>(D))
    return {};
  const Operand Variable{placeOf(D), false, NameId()};
  return D->getType()->isReferenceType() ? deref(Variable) : Variable;
}

Operand BodyBuilder::operandOfMember(const MemberExpr *E) {
  const ValueDecl *D = E->getMemberDecl();
  if (isa<VarDecl>(D))
    return operandOfDecl(D);
  const auto *Field = dyn_cast<FieldDecl>(D);
  Operand Base = operandOf(E->getBase());
  if (E->isArrow())
    Base = deref(Base);
  if (!Field || !Base.isPlace())
    return {};
  // Members of an unnamed struct or union are the outer class's.
  if (!Field->getDeclName())
    return Base;
  const Operand Member{Words.Places.member(Base.At, name(Field->getName())),
                       false, NameId()};
  return Field->getType()->isReferenceType() ? deref(Member) : Member;
}

Operand BodyBuilder::operandOfUnary(const UnaryOperator *E) {
  switch (E->getOpcode()) {
  case UO_Deref:
    return deref(operandOf(E->getSubExpr()));
  case UO_AddrOf:
    return addressOf(operandOf(E->getSubExpr()));
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec:
  case UO_Extension:
    return operandOf(E->getSubExpr());
  default:
    return {};
  }
}

bool BodyBuilder::isHandleObject(const Call &C) {
  return C.Object && !C.Object->getType()->isPointerType() &&
         Effects.isHandle(C.Object->getType());
}

/// Whether the body of an accessor says what its result refers to.
bool BodyBuilder::handsOutPart(const FunctionDecl &Callee) {
  const Summary *S = Effects.summary(Callee);
  return S && llvm::any_of(S->Effects.Effects, [](const Effect &E) {
           return E.K == Effect::Kind::Borrow &&
                  E.To.Root == RegionPath::RootKind::Result;
         });
}

std::optional<Operand> BodyBuilder::getterOf(const Call &C) {
  if (!C.Callee || !C.Args.empty() || C.E->getType()->isVoidType() || rowOf(C))
    return std::nullopt;
  if (handsOutPart(*C.Callee) || lendsItself(C))
    return std::nullopt;
  const QualType Returned = C.Callee->getReturnType();
  const bool IsPath =
      Returned->isLValueReferenceType() || Returned->isPointerType();
  const auto *Method = dyn_cast<CXXMethodDecl>(C.Callee);
  if (!Method || Method->isStatic()) {
    if (!IsPath)
      return std::nullopt;
    const Operand Object{placeOf(C.Callee), false, NameId()};
    return Object;
  }
  if (!C.This.isValid() || (!IsPath && !Method->isConst()) ||
      Method->getParent()->isLambda() || isHandleObject(C))
    return std::nullopt;
  return Operand{
      Words.Places.getter(C.This, name(Method->getDeclName().getAsString())),
      false, NameId()};
}

Operand BodyBuilder::operandOfCall(const CallExpr *E) {
  const Call C = partsOf(E);
  if (C.Object && C.Args.empty() && isIterator(C.Object)) {
    const OverloadedOperatorKind Op =
        C.Callee->getDeclName().getCXXOverloadedOperator();
    if (Op == OO_Star)
      return deref(operandOf(C.Object));
    if (Op == OO_Arrow || Op == OO_PlusPlus || Op == OO_MinusMinus)
      return operandOf(C.Object);
  }
  if (C.Callee && C.Object && C.Args.size() == 1 &&
      C.Callee->getDeclName().getCXXOverloadedOperator() == OO_Equal &&
      !C.Callee->getReturnType()->isVoidType())
    return operandOf(C.Object);
  if (std::optional<Operand> Getter = getterOf(C))
    return *Getter;
  const Operand Value{temporary(E), false, NameId()};
  return E->isGLValue() ? deref(Value) : Value;
}

static const Expr *lookThrough(const Expr *E) {
  for (;;) {
    const Expr *Sub = E->IgnoreParens();
    if (const auto *Full = dyn_cast<FullExpr>(Sub))
      Sub = Full->getSubExpr();
    else if (const auto *Bind = dyn_cast<CXXBindTemporaryExpr>(Sub))
      Sub = Bind->getSubExpr();
    else if (const auto *Subst = dyn_cast<SubstNonTypeTemplateParmExpr>(Sub))
      Sub = Subst->getReplacement();
    else if (const auto *Opaque = dyn_cast<OpaqueValueExpr>(Sub);
             Opaque && Opaque->getSourceExpr())
      Sub = Opaque->getSourceExpr();
    else if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(Sub);
             Default && Default->getExpr())
      Sub = Default->getExpr();
    if (Sub == E)
      return E;
    E = Sub;
  }
}

Operand BodyBuilder::operandOf(const Expr *E) {
  if (!E || E->containsErrors())
    return {};
  E = lookThrough(E);
  // Each call of a chain asks for its object more than once.
  auto Known = Operands.find(E);
  if (Known != Operands.end())
    return Known->second;
  const Operand Found = findOperand(E);
  Operands[E] = Found;
  return Found;
}

Operand BodyBuilder::findOperand(const Expr *E) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return operandOfDecl(Ref->getDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return operandOfMember(Member);
  if (isa<CXXThisExpr>(E))
    return {thisPointer(), false, NameId()};
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return operandOfUnary(Unary);
  if (const auto *C = dyn_cast<CallExpr>(E))
    return operandOfCall(C);
  if (const auto *Materialize = dyn_cast<MaterializeTemporaryExpr>(E)) {
    const Operand Value = operandOf(Materialize->getSubExpr());
    const bool IsObject =
        Value.isPlace() && !Value.IsAddress &&
        Words.Roots[Words.Places.rootOf(Value.At)].K == Root::Kind::Temporary;
    return IsObject ? Value : Operand{temporary(E), false, NameId()};
  }
  if (const auto *Cast = dyn_cast<CastExpr>(E)) {
    if (Cast->getCastKind() == CK_ArrayToPointerDecay)
      return addressOf(operandOf(Cast->getSubExpr()));
    if (Cast->getCastKind() == CK_NullToPointer)
      return {};
    return operandOf(Cast->getSubExpr());
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
    if (Binary->isAssignmentOp())
      return operandOf(Binary->getLHS());
    if (Binary->getOpcode() == BO_Comma)
      return operandOf(Binary->getRHS());
    if (Binary->isAdditiveOp() && E->getType()->isPointerType())
      return operandOf(Binary->getLHS()->getType()->isPointerType()
                           ? Binary->getLHS()
                           : Binary->getRHS());
    return {};
  }
  if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
    const NameId Index = constantOf(Subscript->getIdx());
    const Operand Array = deref(operandOf(Subscript->getBase()));
    if (!Index.isValid() && E->getType()->isRecordType())
      return deref({temporary(E), false, NameId()});
    if (!Array.isPlace())
      return {};
    const std::string Slot =
        Index.isValid() ? "[" + Words.Names[Index].str() + "]" : "[]";
    return {Words.Places.member(Array.At, name(Slot)), false, NameId()};
  }
  if (const auto *Block = dyn_cast<StmtExpr>(E)) {
    const CompoundStmt *Body = Block->getSubStmt();
    const auto *Last =
        Body->body_empty() ? nullptr : dyn_cast<Expr>(Body->body_back());
    return Last ? operandOf(Last) : Operand();
  }
  if (const auto *List = dyn_cast<InitListExpr>(E);
      List && List->getNumInits() == 1 && !E->getType()->isAggregateType())
    return operandOf(List->getInit(0));
  if (isa<AbstractConditionalOperator, CXXNewExpr, LambdaExpr, InitListExpr,
          CXXConstructExpr>(E)) {
    const Operand Value{temporary(E), false, NameId()};
    return E->isGLValue() ? deref(Value) : Value;
  }
  return {};
}

NameId BodyBuilder::constantOf(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Literal = dyn_cast<StringLiteral>(E))
    return name(("\"" + Literal->getBytes() + "\"").str());
  if (E->isValueDependent() || !E->getType()->isIntegralOrEnumerationType())
    return NameId();
  Expr::EvalResult Value;
  if (!E->EvaluateAsInt(Value, Context))
    return NameId();
  llvm::SmallString<16> Text;
  Value.Val.getInt().toString(Text);
  return name(Text);
}

/// None for a number that is not constant, or larger than any size.
std::optional<unsigned> BodyBuilder::numberOf(const Expr *E) {
  unsigned Number = 0;
  const NameId Constant = valueOf(E).Constant;
  if (!Constant.isValid() || Words.Names[Constant].getAsInteger(10, Number))
    return std::nullopt;
  return Number;
}

/// Whether the path goes through an array by an index that is not constant.
bool BodyBuilder::isOneOfMany(PlaceId P) {
  const NameId AnySlot = name("[]");
  for (; Words.Places[P].K != Place::Kind::Root; P = Words.Places.base(P))
    if (Words.Places[P].K == Place::Kind::Member &&
        Words.Places[P].Name == AnySlot)
      return true;
  return false;
}

Operand BodyBuilder::valueOf(const Expr *E) {
  E = lookThrough(E);
  if (const NameId Constant = constantOf(E); Constant.isValid())
    return {PlaceId(), false, Constant};
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return valueOf(Cast->getSubExpr());
  if (const auto *Materialize = dyn_cast<MaterializeTemporaryExpr>(E))
    return valueOf(Materialize->getSubExpr());
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
    const bool IsConversion = Construct->getNumArgs() >= 1 &&
                              (Construct->getNumArgs() == 1 ||
                               isa<CXXDefaultArgExpr>(Construct->getArg(1)));
    return IsConversion ? valueOf(Construct->getArg(0)) : operandOf(E);
  }
  if (const auto *Conversion = dyn_cast<CXXMemberCallExpr>(E);
      Conversion &&
      isa_and_nonnull<CXXConversionDecl>(Conversion->getMethodDecl()))
    return valueOf(Conversion->getImplicitObjectArgument());
  const Operand Value = operandOf(E);
  return Value.isPlace() && isOneOfMany(Value.At) ? Operand() : Value;
}
