//===- TermValues.cpp - The value of an expression ------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TermBuilder.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace tombstone;

//===----------------------------------------------------------------------===//
// Operations
//===----------------------------------------------------------------------===//

TermId TermBuilder::emit(Term T) {
  const TermId Id(static_cast<uint32_t>(Into.Terms.size()));
  Into.Terms.push_back(std::move(T));
  Into.Ops[Block].push_back({ValueOp::Kind::Compute, CellId(), Id});
  return Id;
}

TermId TermBuilder::number(int64_t N) {
  Term T;
  T.K = Term::Kind::Constant;
  T.Number = N;
  return emit(std::move(T));
}

TermId TermBuilder::read(CellId C) {
  Term T;
  T.K = Term::Kind::Read;
  T.Of = C;
  return emit(std::move(T));
}

TermId TermBuilder::negated(TermId A) {
  Term T;
  T.K = Term::Kind::Not;
  T.Operands = {A};
  return emit(std::move(T));
}

TermId TermBuilder::junction(Term::Kind K, TermId A, TermId B) {
  Term T;
  T.K = K;
  T.Operands = {A, B};
  return emit(std::move(T));
}

TermId TermBuilder::equal(TermId A, TermId B) {
  return junction(Term::Kind::Equal, A, B);
}

TermId TermBuilder::less(TermId A, TermId B) {
  return junction(Term::Kind::Less, A, B);
}

TermId TermBuilder::apply(llvm::StringRef Label,
                          llvm::ArrayRef<TermId> Operands) {
  Term T;
  T.K = Term::Kind::Apply;
  T.Label = Into.Labels.intern(Label);
  T.Operands.assign(Operands.begin(), Operands.end());
  return emit(std::move(T));
}

TermId TermBuilder::notNull(llvm::StringRef Label,
                            llvm::ArrayRef<TermId> Operands) {
  const TermId T = apply(Label, Operands);
  assume(isTrue(T));
  return T;
}

void TermBuilder::set(CellId C, TermId T) {
  Into.Ops[Block].push_back({ValueOp::Kind::Set, C, T});
}

void TermBuilder::forget(CellId C) {
  Into.Ops[Block].push_back({ValueOp::Kind::Forget, C, TermId()});
}

void TermBuilder::forgetShared() {
  Into.Ops[Block].push_back({ValueOp::Kind::ForgetShared, CellId(), TermId()});
}

//===----------------------------------------------------------------------===//
// Expressions
//===----------------------------------------------------------------------===//

/// The expression without what neither computes nor converts.
static const Expr *plain(const Expr *E) {
  for (;;) {
    const Expr *Sub = E->IgnoreParens();
    if (const auto *Full = dyn_cast<FullExpr>(Sub))
      Sub = Full->getSubExpr();
    else if (const auto *Made = dyn_cast<MaterializeTemporaryExpr>(Sub))
      Sub = Made->getSubExpr();
    else if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(Sub))
      Sub = Bound->getSubExpr();
    else if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(Sub))
      Sub = Default->getExpr();
    else if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(Sub))
      Sub = Default->getExpr();
    else if (const auto *Chosen = dyn_cast<SubstNonTypeTemplateParmExpr>(Sub))
      Sub = Chosen->getReplacement();
    if (Sub == E)
      return E;
    E = Sub;
  }
}

std::optional<int64_t> TermBuilder::constantOf(const Expr *E) {
  const QualType Type = E->getType();
  if (E->isValueDependent() || E->isInstantiationDependent())
    return std::nullopt;
  if (Type->isPointerType() || Type->isNullPtrType())
    return E->isNullPointerConstant(
               Context, Expr::NPC_ValueDependentIsNotNull) != Expr::NPCK_NotNull
               ? std::optional<int64_t>(0)
               : std::nullopt;
  Expr::EvalResult Value;
  if (!Type->isIntegralOrEnumerationType() ||
      !E->EvaluateAsInt(Value, Context, Expr::SE_NoSideEffects))
    return std::nullopt;
  const llvm::APSInt &Number = Value.Val.getInt();
  return Number.isRepresentableByInt64() ? std::optional(Number.getExtValue())
                                         : std::nullopt;
}

CellId TermBuilder::cellOfValue(const Expr *E) {
  Cell C;
  C.Of = E;
  C.Type = E->getType();
  C.IsResult = true;
  return intern(C);
}

TermId TermBuilder::earlierValue(const Expr *E) {
  const auto At = Elements.find(E);
  if (At == Elements.end() || At->second == Block)
    return TermId();
  Crossing.insert(E);
  return read(cellOfValue(E));
}

TermId TermBuilder::valueOf(const Expr *E) {
  if (auto It = Known.find(E); It != Known.end())
    return It->second;
  const Expr *Plain = plain(E);
  if (auto It = Known.find(Plain); It != Known.end())
    return It->second;
  const TermId Value = compute(Plain);
  Known[Plain] = Value;
  return Value;
}

TermId TermBuilder::objectValue(const Expr *E) {
  const Expr *Plain = plain(E);
  if (Plain->isPRValue())
    return valueOf(Plain);
  if (auto It = Known.find(Plain); It != Known.end())
    return It->second;
  if (const auto C = cellOf(Plain))
    return read(*C);
  if (const auto *Cast = dyn_cast<CastExpr>(Plain))
    return objectValue(Cast->getSubExpr());
  if (isa<StringLiteral>(Plain))
    return compute(Plain);
  return unknown();
}

TermId TermBuilder::compute(const Expr *E) {
  // A chain of operators is as long as somebody writes it.
  constexpr unsigned MaxDepth = 100;
  if (E->isTypeDependent() || E->containsErrors() || Depth > MaxDepth)
    return unknown();
  struct Deeper {
    unsigned &Depth;
    explicit Deeper(unsigned &Depth) : Depth(Depth) { ++Depth; }
    ~Deeper() { --Depth; }
  } Here(Depth);
  if (E->isPRValue())
    if (const auto Number = constantOf(E))
      return number(*Number);
  if (const TermId Earlier = earlierValue(E); Earlier.isValid())
    return Earlier;
  if (auto It = Decided.find(E); It != Decided.end())
    return read(It->second);
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return computeCast(Cast);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return computeUnary(Unary);
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return computeBinary(Binary);
  if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(E))
    return valueOf(Rewritten->getSemanticForm());
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return computeConstruct(Construct);
  if (const auto *List = dyn_cast<InitListExpr>(E))
    return List->getNumInits() == 1 && E->getType()->isScalarType()
               ? valueOf(List->getInit(0))
               : unknown();
  if (const auto *Text = dyn_cast<StringLiteral>(E);
      Text && Text->getCharByteWidth() == 1)
    return notNull("text " + Text->getString().str(), {});
  if (isa<CXXThisExpr>(E))
    return notNull("this", {});
  if (isa<CXXNewExpr>(E)) {
    const TermId New = unknown();
    assume(isTrue(New));
    return New;
  }
  return unknown();
}

/// Whether each value of one type is one of the other.
static bool isWidening(QualType From, QualType To, ASTContext &Context) {
  if (!From->isIntegralOrEnumerationType() ||
      !To->isIntegralOrEnumerationType())
    return false;
  const bool FromSigned = From->isSignedIntegerOrEnumerationType();
  const bool ToSigned = To->isSignedIntegerOrEnumerationType();
  const unsigned FromWidth = Context.getIntWidth(From);
  const unsigned ToWidth = Context.getIntWidth(To);
  if (FromSigned == ToSigned)
    return ToWidth >= FromWidth;
  return !FromSigned && ToWidth > FromWidth;
}

TermId TermBuilder::computeCast(const CastExpr *E) {
  const Expr *Sub = E->getSubExpr();
  switch (E->getCastKind()) {
  case CK_LValueToRValue: {
    const Expr *Object = plain(Sub);
    if (auto It = Decided.find(Object); It != Decided.end())
      return read(It->second);
    if (E->getType()->isFloatingType())
      return unknown();
    if (const auto C = cellOf(Object))
      return read(*C);
    // A member of what a call returns.
    const auto *Member = dyn_cast<MemberExpr>(Object);
    const auto *Field =
        Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
    if (!Field || Member->isArrow() || mayChangeAnyTime(Field->getType()))
      return unknown();
    const Expr *Whole = plain(Member->getBase());
    if (!Whole->isPRValue())
      return unknown();
    return apply("member " + Field->getQualifiedNameAsString(),
                 {valueOf(Whole)});
  }
  case CK_IntegralToBoolean:
  case CK_PointerToBoolean:
  case CK_MemberPointerToBoolean:
    return isTrue(valueOf(Sub));
  case CK_IntegralCast:
    if (isWidening(Sub->getType(), E->getType(), Context))
      return valueOf(Sub);
    return apply("as " + E->getType().getCanonicalType().getAsString(),
                 {valueOf(Sub)});
  case CK_NoOp:
  case CK_BitCast:
  case CK_ConstructorConversion:
  case CK_UserDefinedConversion:
    return objectValue(Sub);
  case CK_ArrayToPointerDecay:
    return objectValue(Sub);
  default:
    return unknown();
  }
}

TermId TermBuilder::computeUnary(const UnaryOperator *E) {
  switch (E->getOpcode()) {
  case UO_LNot:
    return negated(isTrue(valueOf(E->getSubExpr())));
  case UO_Extension:
    return valueOf(E->getSubExpr());
  case UO_AddrOf: {
    const auto C = cellOf(E->getSubExpr());
    if (C && Into.Cells[C->value()].K == Cell::Kind::Pointee)
      return read(Into.Cells[C->value()].Base);
    // A member of what null points to may be at null.
    if (C && Into.Cells[C->value()].K == Cell::Kind::Root)
      return notNull("address", {number(C->value())});
    const TermId Address = unknown();
    if (!isa<MemberExpr>(E->getSubExpr()->IgnoreParens()))
      assume(isTrue(Address));
    return Address;
  }
  case UO_Minus:
  case UO_Not:
    return E->getType()->isIntegralOrEnumerationType()
               ? apply(UnaryOperator::getOpcodeStr(E->getOpcode()),
                       {valueOf(E->getSubExpr())})
               : unknown();
  default:
    return unknown();
  }
}

/// Whether the numbers of the type are in one order, with nothing beside it.
static bool isOrdered(QualType Type) {
  return Type->isIntegralOrEnumerationType() || Type->isPointerType();
}

TermId TermBuilder::computeBinary(const BinaryOperator *E) {
  const Expr *L = E->getLHS();
  const Expr *R = E->getRHS();
  const BinaryOperatorKind Op = E->getOpcode();
  if (Op == BO_Comma)
    return objectValue(R);
  if (E->isLogicalOp())
    return junction(Op == BO_LAnd ? Term::Kind::And : Term::Kind::Or,
                    isTrue(valueOf(L)), isTrue(valueOf(R)));
  const bool IsOrdered = isOrdered(L->getType()) && isOrdered(R->getType());
  if (E->isEqualityOp()) {
    if (!IsOrdered && !L->getType()->isNullPtrType() &&
        !R->getType()->isNullPtrType())
      return unknown();
    const auto IsBool = [](const Expr *E) {
      return E->IgnoreParenImpCasts()->getType()->isBooleanType();
    };
    TermId A = valueOf(L);
    TermId B = valueOf(R);
    // What is compared as int is still one of two.
    const bool AreBools = IsBool(L) && IsBool(R);
    if (AreBools) {
      A = isTrue(A);
      B = isTrue(B);
    }
    const TermId Same =
        AreBools ? junction(Term::Kind::Or, junction(Term::Kind::And, A, B),
                            junction(Term::Kind::And, negated(A), negated(B)))
                 : equal(A, B);
    return Op == BO_EQ ? Same : negated(Same);
  }
  if (E->isRelationalOp()) {
    if (!IsOrdered)
      return unknown();
    const TermId A = valueOf(L);
    const TermId B = valueOf(R);
    switch (Op) {
    case BO_LT:
      return less(A, B);
    case BO_GT:
      return less(B, A);
    case BO_LE:
      return negated(less(B, A));
    default:
      return negated(less(A, B));
    }
  }
  if (!E->getType()->isIntegralOrEnumerationType() || !IsOrdered ||
      E->isAssignmentOp())
    return unknown();
  return apply(E->getOpcodeStr().str() + " " +
                   E->getType().getCanonicalType().getAsString(),
               {valueOf(L), valueOf(R)});
}

/// A copy has the value of what it is a copy of.
TermId TermBuilder::computeConstruct(const CXXConstructExpr *E) {
  const CXXConstructorDecl *Ctor = E->getConstructor();
  if (E->getNumArgs() == 0 || mayChangeAnyTime(E->getType()))
    return unknown();
  // An iterator that becomes a const_iterator designates the same.
  const bool IsConversion = E->getNumArgs() == 1 &&
                            Effects.isHandle(E->getType()) &&
                            Effects.isHandle(E->getArg(0)->getType());
  if (!Ctor->isCopyOrMoveConstructor() && !IsConversion)
    return unknown();
  // What somebody wrote may do anything.
  const bool IsPlain =
      !Ctor->isUserProvided() ||
      Context.getSourceManager().isInSystemHeader(Ctor->getLocation()) ||
      Effects.isHandle(E->getType());
  return IsPlain ? objectValue(E->getArg(0)) : unknown();
}
