//===- Conditions.cpp - What the branches of a condition say --------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BodyBuilder.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace tombstone;

/// The condition without what hides it; \p Holds turns at each `!`.
static const Expr *plainCondition(const Expr *E, bool &Holds) {
  for (;;) {
    const Expr *Sub = E->IgnoreImplicit()->IgnoreParens();
    const auto *Not = dyn_cast<UnaryOperator>(Sub);
    if (Not && Not->getOpcode() == UO_LNot) {
      Holds = !Holds;
      Sub = Not->getSubExpr();
    }
    if (Sub == E)
      return E;
    E = Sub;
  }
}

void BodyBuilder::addConditions(const CFGBlock &Block) {
  // A call that may throw ends its block, too, and its ways are no branches. A
  // condition that ends in one leaves the branch in a block without elements.
  if (!Block.getTerminatorStmt() || Block.succ_size() != 2)
    return;
  const auto *Condition =
      dyn_cast_or_null<Expr>(Block.empty() ? Block.getTerminatorCondition()
                                           : Block.getLastCondition());
  if (!Condition || Condition->containsErrors())
    return;
  for (unsigned Successor : {0u, 1u}) {
    std::vector<Event> Known;
    assume(Condition, /*Holds=*/Successor == 0, Known);
    if (!Known.empty())
      Into.OnEdges[{Block.getBlockID(), Successor}] = std::move(Known);
  }
}

namespace {

/// `A == B`, however it is written.
struct Comparison {
  const Expr *A;
  const Expr *B;
  bool IsEqual;
};

} // namespace

static std::optional<Comparison> comparisonOf(const Expr *E) {
  if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(E)) {
    const auto Plain = Rewritten->getDecomposedForm();
    if (Plain.Opcode == BO_EQ || Plain.Opcode == BO_NE)
      return Comparison{Plain.LHS, Plain.RHS, Plain.Opcode == BO_EQ};
  }
  if (const auto *Plain = dyn_cast<BinaryOperator>(E);
      Plain && Plain->isEqualityOp())
    return Comparison{Plain->getLHS(), Plain->getRHS(),
                      Plain->getOpcode() == BO_EQ};
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E))
    if (const OverloadedOperatorKind K = Operator->getOperator();
        K == OO_EqualEqual || K == OO_ExclaimEqual)
      return Comparison{Operator->getArg(0), Operator->getArg(1),
                        K == OO_EqualEqual};
  return std::nullopt;
}

/// The call that is compared with zero or one: `m.count(k) > 0`.
static const CallExpr *countedCall(const BinaryOperator *E,
                                   const ASTContext &Context, bool &Holds) {
  const auto *Call = dyn_cast<CallExpr>(E->getLHS()->IgnoreParenImpCasts());
  Expr::EvalResult Number;
  if (!Call || E->getRHS()->isValueDependent() ||
      !E->getRHS()->EvaluateAsInt(Number, Context))
    return nullptr;
  const bool IsZero = Number.Val.getInt().isZero();
  const bool IsOne = Number.Val.getInt().isOne();
  const BinaryOperatorKind Op = E->getOpcode();
  const bool MeansThere = (IsZero && (Op == BO_NE || Op == BO_GT)) ||
                          (IsOne && Op == BO_GE) || (IsOne && Op == BO_EQ);
  const bool MeansAbsent =
      (IsZero && (Op == BO_EQ || Op == BO_LE)) || (IsOne && Op == BO_LT);
  if (!MeansThere && !MeansAbsent)
    return nullptr;
  Holds = Holds == MeansThere;
  return Call;
}

void BodyBuilder::assume(const Expr *Condition, bool Holds,
                         std::vector<Event> &Into) {
  Condition = plainCondition(Condition, Holds);
  // Where a condition has temporaries, Clang's graph comes back together before
  // it branches: both sides of a true && hold, and neither of a false ||.
  if (const auto *Logical = dyn_cast<BinaryOperator>(Condition);
      Logical && Logical->isLogicalOp()) {
    if (Holds != (Logical->getOpcode() == BO_LAnd))
      return;
    assume(Logical->getLHS(), Holds, Into);
    assume(Logical->getRHS(), Holds, Into);
    return;
  }
  assumeResult(Condition, Holds, Into);
  if (const auto *Binary = dyn_cast<BinaryOperator>(Condition)) {
    bool IsThere = Holds;
    if (const CallExpr *Count = countedCall(Binary, Context, IsThere)) {
      if (IsThere)
        assumeTold(Count, Into);
      return;
    }
  }
  if (const auto C = comparisonOf(Condition)) {
    if (C->IsEqual != Holds)
      assumeDifferent(C->A, C->B, Into);
    else
      assumeEqual(C->A, C->B, Into);
    return;
  }
  const auto *Call = dyn_cast<CallExpr>(Condition);
  if (Call && Holds)
    assumeTold(Call, Into);
}

/// Two values are equal: perhaps the key of an element, and what is sought.
void BodyBuilder::assumeEqual(const Expr *A, const Expr *B,
                              std::vector<Event> &Into) {
  if (isIterator(A) || isIterator(B))
    return;
  for (const auto &[Key, Other] : {std::pair(A, B), std::pair(B, A)}) {
    AssumeEvent Assumed;
    Assumed.Equal = valueOf(Key);
    Assumed.ToThis = valueOf(Other);
    const bool IsMember = Assumed.Equal.isPlace() && !Assumed.Equal.IsAddress &&
                          Words.Places.hasDeref(Assumed.Equal.At);
    if (IsMember &&
        (Assumed.ToThis.isPlace() || Assumed.ToThis.Constant.isValid()))
      Into.push_back({Assumed, A->getSourceRange(), A->getExprLoc()});
  }
}

/// Two iterators differ: if one is past the end, the other designates an
/// element.
void BodyBuilder::assumeDifferent(const Expr *A, const Expr *B,
                                  std::vector<Event> &Into) {
  if (!isIterator(A) || !isIterator(B))
    return;
  for (const auto &[It, Other] : {std::pair(A, B), std::pair(B, A)}) {
    AssumeEvent Assumed;
    Assumed.Element.Key = KeySpec::Kind::At;
    Assumed.Element.First = operandOf(It);
    Assumed.NotThis = operandOf(Other);
    if (Assumed.Element.First.isPlace() && Assumed.NotThis.isPlace())
      Into.push_back({Assumed, A->getSourceRange(), A->getExprLoc()});
  }
}

/// The result of a call is true or not zero, and its row says what that means.
void BodyBuilder::assumeTold(const CallExpr *E, std::vector<Event> &Into) {
  const Call C = partsOf(E);
  const Row *R = rowOf(C);
  if (!R)
    return;
  for (const Effect &Eff : R->Effects)
    if (Eff.K == Effect::Kind::Tells && Eff.What.Key) {
      AssumeEvent Assumed;
      Assumed.Element = elementOf(C, Eff.What);
      if (Assumed.Element.Container.isValid())
        Into.push_back({Assumed, E->getSourceRange(), E->getExprLoc()});
    }
}

//===----------------------------------------------------------------------===//
// Results of calls of functions that have a body
//===----------------------------------------------------------------------===//

llvm::DenseSet<const ValueDecl *>
tombstone::changingVariables(const Stmt *Body) {
  llvm::DenseSet<const ValueDecl *> Changing;
  llvm::SmallVector<const Stmt *, 64> Pending{Body};
  while (!Pending.empty()) {
    const Stmt *S = Pending.pop_back_val();
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
      Changing.insert(Ref->getDecl());
    if (const auto *Cast = dyn_cast<CastExpr>(S);
        Cast && Cast->getCastKind() == CK_LValueToRValue &&
        isa<DeclRefExpr>(Cast->getSubExpr()->IgnoreParens()))
      continue;
    for (const Stmt *Child : S->children())
      if (Child)
        Pending.push_back(Child);
  }
  return Changing;
}

/// The call that the expression is, or whose result a variable has and keeps.
const CallExpr *BodyBuilder::callBehind(const Expr *E) {
  const Expr *Plain = E->IgnoreImplicit()->IgnoreParenImpCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(Plain);
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Var || !Var->hasLocalStorage() || !Var->getInit() ||
      !Var->getType()->isScalarType())
    return dyn_cast<CallExpr>(Plain);
  if (!Changing)
    Changing = changingVariables(Into.function().getBody());
  if (Changing->contains(Var))
    return nullptr;
  return dyn_cast<CallExpr>(
      Var->getInit()->IgnoreImplicit()->IgnoreParenImpCasts());
}

/// The value of the condition is that of a call's result, or tells whether that
/// is zero.
void BodyBuilder::assumeResult(const Expr *E, bool IsTrue,
                               std::vector<Event> &Into) {
  if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
    const Expr *Number = Binary->getRHS();
    Expr::EvalResult Value;
    const bool IsKnown = Number->getType()->isIntegralOrEnumerationType() &&
                         !Number->isValueDependent() &&
                         Number->EvaluateAsInt(Value, Context);
    const bool IsZero =
        Number->isNullPointerConstant(Context, Expr::NPC_NeverValueDependent) ||
        (IsKnown && Value.Val.getInt().isZero());
    E = Binary->getLHS()->IgnoreParenImpCasts();
    // Of numbers and enumerators, what is not the one that was asked for is
    // taken for zero: callees that tell what they did have two answers.
    const bool IsTruth = IsKnown && !Value.Val.getInt().isZero();
    if (!(IsZero || IsTruth) || !Binary->isEqualityOp())
      return;
    IsTrue = IsTrue == ((Binary->getOpcode() == BO_NE) == IsZero);
  }
  const CallExpr *Call = callBehind(E);
  const auto Site = CallsWithResult.find(Call);
  if (!Call || Site == CallsWithResult.end())
    return;
  const FunctionDecl *Callee = Call->getDirectCallee();
  Into.push_back(
      {ResultEvent{Site->second, IsTrue,
                   name(Callee ? Callee->getNameAsString() : "the callee")},
       Call->getSourceRange(), Call->getExprLoc()});
}
