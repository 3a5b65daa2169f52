//===- Feasibility.h - Whether an execution takes a path --------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of a candidate the engine knows that paths lead from where a handle is taken
// over the kill to the use. Whether the conditions on one of them can all hold,
// the framework's SAT solver says: the paths are a formula over the function's
// branch conditions, in which the same condition on unchanged values is one.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_ANALYSIS_FEASIBILITY_H
#define TOMBSTONE_ANALYSIS_FEASIBILITY_H

#include "tombstone/Events/Terms.h"
#include <functional>

namespace tombstone {

/// A block of the body and, if it is one of its events, which.
struct PathPoint {
  unsigned Block = 0;
  const Event *At = nullptr; ///< Null: where the block starts.
};

/// Which paths are asked for.
struct PathQuery {
  enum class Stage : uint8_t { Start, Taken, Killed };
  /// Where the handle may be taken; none: it is there from the start.
  llvm::SmallVector<PathPoint, 2> Takes;
  PathPoint Kill;
  PathPoint Use;
  /// Whether the engine has the handle, alive or killed, on the edge to the
  /// successor; no path leads where it has not.
  std::function<bool(Stage, unsigned Block, unsigned Successor)> Holds;
};

/// A branch on a path, and how it goes.
struct PathBranch {
  unsigned Block = 0;
  unsigned Successor = 0;
};

struct PathVerdict {
  enum class Outcome : uint8_t {
    Feasible,
    Infeasible,
    Undecided ///< It would have taken more steps.
  };
  Outcome Is = Outcome::Feasible;
  /// In order. Of a path that was found: its branches. Otherwise those whose
  /// conditions exclude each other, if that was asked for.
  std::vector<PathBranch> Branches;
};

/// Decides whether an execution takes one of the paths, in at most \p MaxSteps
/// steps of the solver. With \p Explain a path that can't be taken costs one
/// more run of the solver for each of its branches.
PathVerdict judge(const Body &B, const BodyTerms &Terms, const PathQuery &Query,
                  unsigned MaxSteps, bool Explain);

} // namespace tombstone

#endif // TOMBSTONE_ANALYSIS_FEASIBILITY_H
