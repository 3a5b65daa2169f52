//===- Feasibility.cpp - Whether an execution takes a path ----------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Feasibility.h"
#include "PathFormula.h"
#include "clang/Analysis/FlowSensitive/WatchedLiteralsSolver.h"

using namespace tombstone;
using clang::dataflow::Arena;
using clang::dataflow::Solver;
using clang::dataflow::WatchedLiteralsSolver;

/// Those of the branches without which the rest does not exclude each other.
static std::vector<PathBranch> conflict(PathFormula &Paths, unsigned MaxSteps) {
  std::set<unsigned> Open;
  std::vector<PathBranch> Needed;
  for (const auto &[Block, Ways] : Paths.branches()) {
    Open.insert(Block);
    const auto Result =
        WatchedLiteralsSolver(MaxSteps).solve(Paths.conditions(Open));
    if (Result.getStatus() == Solver::Result::Status::Unsatisfiable)
      continue;
    Open.erase(Block);
    Needed.push_back({Block, Ways.size() == 1 ? std::optional(*Ways.begin())
                                              : std::nullopt});
  }
  // Blocks are numbered from the end.
  std::reverse(Needed.begin(), Needed.end());
  return Needed;
}

PathVerdict tombstone::judge(const Body &B, const BodyTerms &Terms,
                             const PathQuery &Query, unsigned MaxSteps,
                             bool Explain) {
  const PathGraph Graph(B, Query);
  // The engine has a path; if none is here, something is not understood.
  if (!Graph.hasPath())
    return {};
  Arena A;
  PathFormula Paths(Terms, Graph, Query, A);
  const std::vector<const Formula *> All = Paths.conditions();
  if (Paths.asksNothing() && !Explain)
    return {};
  const Solver::Result Result = WatchedLiteralsSolver(MaxSteps).solve(All);
  PathVerdict V;
  switch (Result.getStatus()) {
  case Solver::Result::Status::Satisfiable:
    if (Explain)
      V.Branches = Paths.path(*Result.getSolution());
    return V;
  case Solver::Result::Status::Unsatisfiable:
    V.Is = PathVerdict::Outcome::Infeasible;
    if (Explain)
      V.Branches = conflict(Paths, MaxSteps);
    return V;
  case Solver::Result::Status::TimedOut:
    V.Is = PathVerdict::Outcome::Undecided;
    return V;
  }
  return V;
}
