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

/// Whether the expression may run a function.
static bool hasCall(const Stmt *S) {
  return isa<CallExpr, CXXConstructExpr>(S) ||
         llvm::any_of(S->children(), [](const Stmt *Child) {
           return Child && !isa<LambdaExpr>(Child) && hasCall(Child);
         });
}

/// Whether parts of the expression may run or not: then they are in blocks of
/// their own, and stay there.
static bool hasBranch(const Stmt *S) {
  const auto *Binary = dyn_cast<BinaryOperator>(S);
  return isa<AbstractConditionalOperator, StmtExpr, LambdaExpr>(S) ||
         (Binary && Binary->isLogicalOp()) ||
         llvm::any_of(S->children(), [](const Stmt *Child) {
           return Child && hasBranch(Child);
         });
}

/// Of an assignment that the graph lists from left to right.
static const Expr *leftOperand(const Stmt *S) {
  if (const auto *Compound = dyn_cast<CompoundAssignOperator>(S))
    return Compound->getLHS();
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(S);
  return Call && Call->isAssignmentOp() && Call->getNumArgs() == 2
             ? Call->getArg(0)
             : nullptr;
}

void BodyBuilder::deferWithin(const Stmt *S, const Stmt *Assignment) {
  Deferred.try_emplace(S, Assignment);
  for (const Stmt *Child : S->children())
    if (Child)
      deferWithin(Child, Assignment);
}

/// [expr.ass]: "The right operand is sequenced before the left operand."
/// [over.match.oper]: "the operands are sequenced in the order prescribed for
/// the built-in operator." The operands may be in different blocks: a call that
/// may throw ends one.
void BodyBuilder::deferLeftOperands() {
  if (!Context.getLangOpts().CPlusPlus17)
    return;
  for (const CFGBlock *Block : llvm::reverse(Into.graph()))
    for (const CFGElement &Element : *Block)
      if (const auto Statement = Element.getAs<CFGStmt>())
        if (const Expr *Left = leftOperand(Statement->getStmt());
            Left && hasCall(Left) && !hasBranch(Left))
          deferWithin(Left, Statement->getStmt());
}

/// Evaluates what the graph lists here, or leaves it to the assignment of which
/// it is the left operand.
void BodyBuilder::evaluate(const Stmt *S) {
  if (const Stmt *Assignment = Deferred.lookup(S)) {
    Waiting[Assignment].push_back(S);
    return;
  }
  evaluateNow(S);
}

void BodyBuilder::evaluateNow(const Stmt *S) {
  if (auto It = Waiting.find(S); It != Waiting.end()) {
    const auto Operands = std::move(It->second);
    Waiting.erase(It);
    for (const Stmt *Operand : Operands)
      evaluateNow(Operand);
  }
  Visit(S);
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
