//===- PathConditions.cpp - On which calls a block runs -------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PathConditions.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace tombstone;

const std::vector<bool> &PathConditions::reachableFrom(const CFGBlock &Block) {
  auto [It, IsNew] = Reachable.try_emplace(Block.getBlockID());
  std::vector<bool> &Seen = It->second;
  if (!IsNew)
    return Seen;
  Seen.resize(B.graph().getNumBlockIDs());
  llvm::SmallVector<const CFGBlock *> Pending{&Block};
  while (!Pending.empty())
    for (const CFGBlock *Next : Pending.pop_back_val()->succs())
      if (Next && !Seen[Next->getBlockID()]) {
        Seen[Next->getBlockID()] = true;
        Pending.push_back(Next);
      }
  return Seen;
}

/// Whether the function returns from here; the other edges to the exit are
/// those of calls that throw, of throw itself, and behind a call that does not
/// return.
static bool mayReturn(const CFGBlock &Block, const CFGBlock &Exit) {
  if (Block.hasNoReturnElement())
    return false;
  if (Block.getTerminatorStmt())
    return true;
  const auto Last =
      Block.empty() ? std::nullopt : Block.back().getAs<CFGStmt>();
  return *Block.succ_begin() == &Exit &&
         !(Last && isa<CXXThrowExpr>(Last->getStmt()));
}

std::vector<bool> PathConditions::leadingTo(const CFGBlock &End,
                                            const CFGBlock *Around) {
  std::vector<bool> Seen(B.graph().getNumBlockIDs());
  const CFGBlock &Exit = B.graph().getExit();
  llvm::SmallVector<const CFGBlock *> Pending{&End};
  while (!Pending.empty()) {
    const CFGBlock *Next = Pending.pop_back_val();
    for (const CFGBlock *Before : Next->preds())
      if (Before && Before != Around && !Seen[Before->getBlockID()] &&
          (Next != &Exit || mayReturn(*Before, Exit))) {
        Seen[Before->getBlockID()] = true;
        Pending.push_back(Before);
      }
  }
  return Seen;
}

bool PathConditions::leadsTo(const CFGBlock &From, const CFGBlock &To) {
  return reachableFrom(From)[To.getBlockID()];
}

bool PathConditions::isInLoop(const CFGBlock &Block) {
  return reachableFrom(Block)[Block.getBlockID()];
}

/// The successor of the branch by which the block is reached; none if by both.
static std::optional<unsigned>
successorTowards(const CFGBlock &Branch, const CFGBlock &Block,
                 llvm::function_ref<const std::vector<bool> &(const CFGBlock &)>
                     ReachableFrom) {
  std::optional<unsigned> Found;
  unsigned Index = 0;
  for (const CFGBlock *Next : Branch.succs()) {
    const bool Leads =
        Next && (Next == &Block || ReachableFrom(*Next)[Block.getBlockID()]);
    if (Leads && Found)
      return std::nullopt;
    if (Leads)
      Found = Index;
    ++Index;
  }
  return Found;
}

/// A branch that leads both to the block and around it, where the way parts.
const std::vector<const CFGBlock *> &
PathConditions::branches(const CFGBlock &Block) {
  auto [Known, IsNew] = Branches.try_emplace(Block.getBlockID());
  std::vector<const CFGBlock *> &Found = Known->second;
  if (!IsNew)
    return Found;
  const std::vector<bool> LeadsThere = leadingTo(Block);
  const std::vector<bool> IsAround = leadingTo(B.graph().getExit(), &Block);
  const auto IsWayThere = [&](const CFGBlock *Next) {
    return Next && (Next == &Block || (!IsAround[Next->getBlockID()] &&
                                       LeadsThere[Next->getBlockID()]));
  };
  for (const CFGBlock *Branch : B.graph()) {
    const Stmt *Terminator = Branch->getTerminatorStmt();
    if (Terminator && !isa<CXXTryStmt>(Terminator) &&
        IsAround[Branch->getBlockID()] &&
        llvm::any_of(Branch->succs(), IsWayThere) &&
        !findsElement(*Branch, Block))
      Found.push_back(Branch);
  }
  return Found;
}

/// What was looked for and found is no condition, if it is the whole one.
bool PathConditions::findsElement(const CFGBlock &Branch,
                                  const CFGBlock &Block) {
  const auto Towards = successorTowards(
      Branch, Block, [&](const CFGBlock &B) -> const std::vector<bool> & {
        return reachableFrom(B);
      });
  const auto *Condition = dyn_cast_or_null<Expr>(Branch.getLastCondition());
  const auto *Binary =
      Condition ? dyn_cast<BinaryOperator>(Condition->IgnoreParenImpCasts())
                : nullptr;
  return Towards && !(Binary && Binary->isLogicalOp()) &&
         llvm::any_of(B.edgeEvents(Branch, *Towards), [](const Event &E) {
           return std::holds_alternative<AssumeEvent>(E.V);
         });
}

/// `P`, `!P`, `P != nullptr`: the parameter, and whether it has to be true.
static std::optional<std::pair<const ParmVarDecl *, bool>>
parameterTested(const Expr *E, ASTContext &Context) {
  bool Holds = true;
  for (;;) {
    E = E->IgnoreParenImpCasts();
    const auto *Not = dyn_cast<UnaryOperator>(E);
    if (!Not || Not->getOpcode() != UO_LNot)
      break;
    Holds = !Holds;
    E = Not->getSubExpr();
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(E);
      Binary && Binary->isEqualityOp() &&
      Binary->getRHS()->isNullPointerConstant(Context,
                                              Expr::NPC_NeverValueDependent)) {
    Holds = Holds == (Binary->getOpcode() == BO_NE);
    E = Binary->getLHS()->IgnoreParenImpCasts();
  }
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  const auto *Param = Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
  if (!Param ||
      !(Param->getType()->isBooleanType() || Param->getType()->isPointerType()))
    return std::nullopt;
  return std::pair(Param, Holds);
}

std::optional<EffectCondition>
PathConditions::ofParameter(const CFGBlock &Branch, const CFGBlock &Block) {
  const auto *Condition = dyn_cast_or_null<Expr>(Branch.getLastCondition());
  const auto Tested =
      Condition ? parameterTested(Condition, B.function().getASTContext())
                : std::nullopt;
  const auto Towards = successorTowards(
      Branch, Block, [&](const CFGBlock &B) -> const std::vector<bool> & {
        return reachableFrom(B);
      });
  if (!Tested || !Towards || !branches(Branch).empty())
    return std::nullopt;
  if (!Changing)
    Changing = changingVariables(B.function().getBody());
  if (Changing->contains(Tested->first))
    return std::nullopt;
  for (unsigned I = 0; I < B.function().getNumParams(); ++I)
    if (B.function().getParamDecl(I) == Tested->first) {
      EffectCondition If{true, Tested->second != (*Towards == 0), {}};
      If.Of.Root = RegionPath::RootKind::Argument;
      If.Of.Argument = I;
      return If;
    }
  return std::nullopt;
}

/// Whether the value is what a call returns, and what that is when the event
/// happens in it.
static std::optional<bool> toldBy(const Expr &Value, const Event &E) {
  if (!E.Result)
    return std::nullopt;
  bool Holds = E.Result->IsTrue;
  const Expr *Plain = Value.IgnoreImplicit()->IgnoreParenImpCasts();
  while (const auto *Not = dyn_cast<UnaryOperator>(Plain)) {
    if (Not->getOpcode() != UO_LNot)
      return std::nullopt;
    Holds = !Holds;
    Plain = Not->getSubExpr()->IgnoreImplicit()->IgnoreParenImpCasts();
  }
  const bool IsCall =
      isa<CallExpr>(Plain) && Plain->getSourceRange() == E.Range;
  return IsCall ? std::optional(Holds) : std::nullopt;
}

/// If each return that follows the block returns the same truth, a caller that
/// sees the other one knows that the block did not run.
std::optional<EffectCondition> PathConditions::ofResult(const CFGBlock &Block,
                                                        const Event &E) {
  if (!B.function().getReturnType()->isScalarType())
    return std::nullopt;
  std::optional<bool> Returned;
  bool ReturnsOther = false;
  const std::vector<bool> &Follows = reachableFrom(Block);
  for (const CFGBlock *Other : B.graph())
    for (const CFGElement &Element : *Other) {
      const auto Statement = Element.getAs<CFGStmt>();
      const auto *Return =
          Statement ? dyn_cast<ReturnStmt>(Statement->getStmt()) : nullptr;
      if (!Return || !Return->getRetValue())
        continue;
      const bool IsAfter = Other == &Block || Follows[Other->getBlockID()];
      bool Value = false;
      bool IsConstant = Return->getRetValue()->EvaluateAsBooleanCondition(
          Value, B.function().getASTContext());
      if (const auto Told = toldBy(*Return->getRetValue(), E)) {
        Value = *Told;
        IsConstant = ReturnsOther = true;
      }
      if (IsAfter && (!IsConstant || (Returned && *Returned != Value)))
        return std::nullopt;
      if (IsAfter)
        Returned = Value;
      else
        ReturnsOther = true;
    }
  if (!Returned || !ReturnsOther)
    return std::nullopt;
  EffectCondition If{true, !*Returned, {}};
  If.Of.Root = RegionPath::RootKind::Result;
  return If;
}

std::optional<EffectCondition> PathConditions::of(const CFGBlock &Block,
                                                  const Event &E) {
  const std::vector<const CFGBlock *> &On = branches(Block);
  if (On.size() == 1)
    if (auto If = ofParameter(*On.front(), Block))
      return If;
  // Also where the element was found first: a caller that sees the other
  // result knows that it was not.
  if (auto If = ofResult(Block, E))
    return If;
  // A branch further out that finds the element leaves the condition open.
  return On.empty() ? std::nullopt : std::optional(EffectCondition());
}
