//===- Candidates.cpp - Which findings an execution comes to --------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Engine.h"
#include "tombstone/Events/Terms.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

using namespace clang;
using namespace tombstone;

const void *FunctionAnalysis::iteratorVariable(const Candidate &C) const {
  if (!C.Handle.isValid() || C.What.HandleForm != Form::Iter ||
      T.Words.Places[C.Handle].K != Place::Kind::Root)
    return nullptr;
  const Root &R = T.Words.Roots[T.Words.Places.rootOf(C.Handle)];
  return R.K == Root::Kind::Variable ? R.Of : nullptr;
}

/// Whether the loan was taken where the candidate's was.
bool FunctionAnalysis::isOf(const Candidate &C, const Loan &L) const {
  const Region &Here = T.Regions[T.Regions.nearestElement(L.Of)];
  const Region &There = T.Regions[T.Regions.nearestElement(C.What.Of)];
  return Here.K == There.K && Here.Label == There.Label &&
         (Here.K == Region::Kind::Element || Here.Base == There.Base);
}

State FunctionAnalysis::follow(const Candidate &C, State S,
                               PathToken Token) const {
  const bool IsOfElement =
      T.Regions[T.Regions.nearestElement(C.What.Of)].K == Region::Kind::Element;
  for (auto &[Holder, Loans] : S.Handles) {
    LoanSet Now;
    const bool Holds =
        Token.At != PathStage::Start && Holder.value() == Token.Holder;
    for (Loan L : Loans) {
      const bool IsDead = L.Cause == C.What.Cause;
      // Before it is taken there is none; what was there when the function
      // started is taken by whoever asks for it.
      if (Token.At == PathStage::Start && isOf(C, L) && (IsOfElement || IsDead))
        continue;
      if (Holds && isOf(C, L)) {
        const bool WasKilled = IsDead || L.L >= Life::Dead;
        if (Token.At == PathStage::Killed ? !IsDead : WasKilled)
          continue;
        L.IsFollowed = true;
        if (Token.At == PathStage::Killed)
          L.L = C.What.L;
      }
      insert(Now, L);
    }
    Loans = std::move(Now);
  }
  return S;
}

bool FunctionAnalysis::isTheOne(const Loan &L) const {
  return L.IsFollowed || (IsBeforeTaken && isOf(*Followed, L));
}

std::vector<PathToken> FunctionAnalysis::tokensIn(const Candidate &C,
                                                  const State &S) const {
  std::vector<PathToken> Tokens;
  for (const auto &[Holder, Loans] : S.Handles)
    for (const Loan &L : Loans) {
      if (!isTheOne(L))
        continue;
      const bool IsKilled = L.Cause == C.What.Cause;
      if (IsKilled || L.L < Life::Dead)
        Tokens.push_back(
            {IsKilled ? PathStage::Killed : PathStage::Taken, Holder.value()});
    }
  return Tokens;
}

PathVerdict FunctionAnalysis::judge(const Candidate &C) {
  // What was looked for and is not there was never taken.
  if (Opts.Limits.SolverSteps == 0 || !Outermost || !C.What.Cause.isValid() ||
      C.What.L == Life::Missing)
    return {};
  PathQuery Query;
  Query.Killer = T.Causes[C.What.Cause].Killer;
  Query.Run = [&](unsigned Block, PathToken Token) {
    return runOn(C, Block, Token);
  };
  Query.Handle = iteratorVariable(C);
  if (!Terms)
    Terms = std::make_shared<BodyTerms>(Context, Effects, *Outermost);
  return tombstone::judge(*Outermost, *Terms, Query, Opts.Limits.SolverSteps,
                          Opts.ExplainPaths);
}

/// A use that only the next turn of a loop comes to is not the first one; what
/// is used besides has its report; and what was used before has one, unless no
/// execution comes there.
static unsigned rank(const Finding &F, const Loan &What) {
  const unsigned Again = What.L == Life::Reported ? 3 : 0;
  return Again + (F.IsEscape ? 2 : F.IsOfNextTurn);
}

Verdict FunctionAnalysis::takeVerdict() {
  Verdict V;
  V.Exceeded = Exceeded;
  V.Steps = Steps;
  if (!Exceeded.empty())
    return V;
  std::set<std::pair<const Event *, uint32_t>> Bugs;
  std::set<SourceLocation> Places;
  for (const unsigned Rank : {0, 1, 2, 3, 4, 5})
    for (const Candidate &C : Found) {
      const bool IsKnown = Bugs.count(C.F.Bug);
      if (rank(C.F, C.What) != Rank || (IsKnown && !Opts.ExplainPaths))
        continue;
      V.Judged.push_back({C.F, judge(C)});
      const PathVerdict::Outcome Is = V.Judged.back().Path.Is;
      if (Is == PathVerdict::Outcome::Infeasible ||
          (Is == PathVerdict::Outcome::Undecided && !Opts.ReportPossible))
        continue;
      // Two bugs in one place have one report, and later uses have none.
      if (!Bugs.insert(C.F.Bug).second || !Places.insert(C.F.Loc).second)
        continue;
      V.Findings.push_back(C.F);
    }
  llvm::sort(V.Findings,
             [](const Finding &A, const Finding &B) { return A.Loc < B.Loc; });
  return V;
}
