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

#include "tombstone/Events/Event.h"
#include <functional>

namespace tombstone {

class BodyTerms;

/// How far a path has come.
enum class PathStage : uint8_t { Start, Taken, Killed };

/// The one handle that a path follows: what holds it now, and whether its
/// element is still there.
struct PathToken {
  PathStage At = PathStage::Start;
  uint32_t Holder = 0; ///< Of the stages behind Start.

  auto operator<=>(const PathToken &) const = default;
};

/// What a block does to the handle.
struct PathStep {
  bool ComesToUse = false;
  /// By successor: where the handle may be then.
  llvm::SmallVector<std::vector<PathToken>, 2> Behind;
};

/// Which paths are asked for.
struct PathQuery {
  /// What the engine knows of a handle: runs a block on it.
  std::function<PathStep(unsigned Block, PathToken)> Run;
  /// Whether the handle is there from the start.
  std::optional<PathToken> AtEntry;
  const Event *Killer = nullptr;
  /// The iterator that is used, if it is a variable: its declaration.
  const void *Handle = nullptr;
};

/// A branch on a path, and how it goes; none: in a conflict, either way.
struct PathBranch {
  unsigned Block = 0;
  std::optional<unsigned> Successor;
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
