//===- Candidates.cpp - Which findings an execution comes to --------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Engine.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

using namespace clang;
using namespace tombstone;

std::optional<PathPoint> FunctionAnalysis::pointOf(const Event *E) const {
  for (const CFGBlock *Block : Outermost->graph()) {
    const llvm::ArrayRef<Event> Events = Outermost->events(*Block);
    if (E >= Events.begin() && E < Events.end())
      return PathPoint{Block->getBlockID(), E};
  }
  return std::nullopt;
}

PathVerdict FunctionAnalysis::judge(const Candidate &C) {
  PathQuery Query;
  if (!Outermost || !C.What.Cause.isValid())
    return {};
  const Cause &Why = T.Causes[C.What.Cause];
  const auto Kill = pointOf(Why.Call ? Why.Call : Why.Killer);
  const auto Use = C.Use ? pointOf(C.Use)
                         : PathPoint{Outermost->graph().getExit().getBlockID()};
  // A lambda that does it all itself is not looked into.
  if (!Kill || !Use || Kill->At == Use->At)
    return {};
  Query.Kill = *Kill;
  Query.Use = *Use;
  const RegionId Element = T.Regions.nearestElement(C.What.Of);
  const bool IsTaken = C.What.L != Life::Missing &&
                       T.Regions[Element].K == Region::Kind::Element;
  const uint32_t Label = T.Regions[Element].Label;
  if (IsTaken)
    for (const CFGBlock *Block : Outermost->graph())
      for (const Event &E : Outermost->events(*Block)) {
        const auto *Borrow = std::get_if<BorrowEvent>(&E.V);
        if (Borrow && (Borrow->Site == SiteId(Label) ||
                       Borrow->Site == T.Sites[Label].VariantOf))
          Query.Takes.push_back({Block->getBlockID(), &E});
      }
  Query.Holds = [&](PathQuery::Stage At, unsigned Block, unsigned Successor) {
    const std::vector<EdgeFacts> &Facts = factsBehind(Block);
    if (Successor >= Facts.size())
      return false;
    return At == PathQuery::Stage::Killed
               ? Facts[Successor].Causes.count(C.What.Cause) != 0
               : !IsTaken || Facts[Successor].Alive.count(Label) != 0;
  };
  if (!Terms)
    Terms.emplace(Context, Effects, *Outermost);
  return tombstone::judge(*Outermost, *Terms, Query, Opts.Limits.SolverSteps,
                          Opts.ExplainPaths);
}

/// A use that only the next turn of a loop comes to is not the first one; what
/// is used besides has its report.
static unsigned rank(const Finding &F) {
  return F.IsEscape ? 2 : F.IsOfNextTurn;
}

Verdict FunctionAnalysis::takeVerdict() {
  Verdict V;
  V.Exceeded = Exceeded;
  V.Steps = Steps;
  if (!Exceeded.empty())
    return V;
  std::set<std::pair<const Event *, uint32_t>> Bugs;
  std::set<SourceLocation> Places;
  for (const unsigned Rank : {0, 1, 2})
    for (const Candidate &C : Found) {
      if (rank(C.F) != Rank || Bugs.count(C.F.Bug) || Places.count(C.F.Loc))
        continue;
      V.Judged.push_back({C.F, judge(C)});
      const PathVerdict::Outcome Is = V.Judged.back().Path.Is;
      if (Is == PathVerdict::Outcome::Infeasible ||
          (Is == PathVerdict::Outcome::Undecided && !Opts.ReportPossible))
        continue;
      Bugs.insert(C.F.Bug);
      Places.insert(C.F.Loc);
      V.Findings.push_back(C.F);
    }
  llvm::sort(V.Findings,
             [](const Finding &A, const Finding &B) { return A.Loc < B.Loc; });
  return V;
}
