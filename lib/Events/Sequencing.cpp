//===- Sequencing.cpp - The order of evaluation ---------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

//
// Clang's graph lists the operands of each operator from left to right, but for
// built-in assignments. The standard has another order, or leaves it open.
//
//===----------------------------------------------------------------------===//

#include "BodyBuilder.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace tombstone;

static void collect(const Stmt *S, llvm::DenseSet<const Stmt *> &Into) {
  if (!S || !Into.insert(S).second)
    return;
  for (const Stmt *Child : S->children())
    collect(Child, Into);
}

/// Where statements of a tree stand in a block, if one after the other.
static std::optional<std::pair<size_t, size_t>>
rangeOf(const Expr *Tree, llvm::ArrayRef<const CFGElement *> Elements) {
  llvm::DenseSet<const Stmt *> Within;
  collect(Tree, Within);
  const auto IsWithin = [&](const CFGElement *Element) {
    const auto Statement = Element->getAs<CFGStmt>();
    return Statement && Within.contains(Statement->getStmt());
  };
  const auto *First = llvm::find_if(Elements, IsWithin);
  const auto *Last = std::find_if_not(First, Elements.end(), IsWithin);
  if (First == Elements.end() || std::any_of(Last, Elements.end(), IsWithin) ||
      (*std::prev(Last))->castAs<CFGStmt>().getStmt() != Tree->IgnoreParens())
    return std::nullopt;
  return std::pair(First - Elements.begin(), Last - Elements.begin());
}

/// [expr.ass]: "The right operand is sequenced before the left operand."
/// [over.match.oper]: "the operands are sequenced in the order prescribed for
/// the built-in operator."
std::vector<const CFGElement *>
BodyBuilder::evaluationOrder(const CFGBlock &Block) {
  std::vector<const CFGElement *> Order;
  for (const CFGElement &Element : Block)
    Order.push_back(&Element);
  for (const CFGElement &Element : Block) {
    const auto Statement = Element.getAs<CFGStmt>();
    const auto *Assignment =
        Statement ? dyn_cast<CXXOperatorCallExpr>(Statement->getStmt())
                  : nullptr;
    if (!Assignment || !Assignment->isAssignmentOp() ||
        Assignment->getNumArgs() != 2)
      continue;
    const auto Left = rangeOf(Assignment->getArg(0), Order);
    const auto Right = rangeOf(Assignment->getArg(1), Order);
    if (Left && Right && Left->second == Right->first)
      std::rotate(Order.begin() + Left->first, Order.begin() + Right->first,
                  Order.begin() + Right->second);
  }
  return Order;
}

/// Whether the expression may run a function.
static bool hasCall(const Stmt *S) {
  return isa<CallExpr, CXXConstructExpr>(S) ||
         llvm::any_of(S->children(), [](const Stmt *Child) {
           return Child && !isa<LambdaExpr>(Child) && hasCall(Child);
         });
}

/// The object that a value is read from, if that is all that the expression
/// does.
static const Expr *objectRead(const Expr *E) {
  for (;;) {
    E = E->IgnoreParens();
    const auto *Cast = dyn_cast<ImplicitCastExpr>(E);
    if (!Cast)
      return nullptr;
    if (Cast->getCastKind() == CK_LValueToRValue)
      return Cast->getSubExpr();
    E = Cast->getSubExpr();
  }
}

/// [intro.execution]: "Except where noted, evaluations of operands of
/// individual operators and of subexpressions of individual expressions are
/// unsequenced." So the left operand may be read after the calls in the right
/// one have run.
void BodyBuilder::readAgain(const BinaryOperator *E) {
  const bool IsSequenced =
      E->isLogicalOp() || E->getOpcode() == BO_Comma || E->isPtrMemOp() ||
      (E->isShiftOp() && Context.getLangOpts().CPlusPlus17);
  if (IsSequenced || !hasCall(E->getRHS()))
    return;
  if (const Expr *Object = objectRead(E->getLHS()))
    use(operandOf(Object), E->getLHS(), UseEvent::Kind::Late);
}

/// [expr.call]: "The initialization of a parameter, including every associated
/// value computation and side effect, is indeterminately sequenced with respect
/// to that of any other parameter." So a value that is passed may be read after
/// the calls in another argument have run, though not in their midst.
void BodyBuilder::readArgumentsAgain(const Call &C) {
  const bool IsWhole = Context.getLangOpts().CPlusPlus17;
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(C.E);
  if (C.Args.size() < 2 || Operator)
    return;
  for (size_t I = 0; I + 1 < C.Args.size(); ++I) {
    const Expr *Object = objectRead(C.Args[I]);
    const bool MayBeLate =
        Object && !(IsWhole && hasCall(Object)) &&
        std::any_of(C.Args.begin() + I + 1, C.Args.end(),
                    [](const Expr *E) { return hasCall(E); });
    if (MayBeLate)
      use(operandOf(Object), C.Args[I], UseEvent::Kind::Late);
  }
}
