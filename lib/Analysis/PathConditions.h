//===- PathConditions.h - On which calls a block runs -----------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A summary says whether an effect happens on every call that returns, or on
// those alone for which a parameter is true, or which return true. That a call
// throws is no condition: it ends the caller's path, too.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_ANALYSIS_PATHCONDITIONS_H
#define TOMBSTONE_LIB_ANALYSIS_PATHCONDITIONS_H

#include "tombstone/Events/Event.h"
#include "clang/Analysis/Analyses/Dominators.h"

namespace tombstone {

class PathConditions {
public:
  explicit PathConditions(const Body &B) : B(B) {}

  /// None: on every call that returns, or on each on which there is something
  /// to do: a branch that finds the element first counts as none.
  std::optional<EffectCondition> of(const clang::CFGBlock &Block);
  /// Whether the block may run several times in one call.
  bool isInLoop(const clang::CFGBlock &Block);
  bool leadsTo(const clang::CFGBlock &From, const clang::CFGBlock &To);

private:
  /// The branches on which it depends whether the block runs.
  std::vector<const clang::CFGBlock *> branches(const clang::CFGBlock &Block);
  std::optional<EffectCondition> ofParameter(const clang::CFGBlock &Branch,
                                             const clang::CFGBlock &Block);
  std::optional<EffectCondition> ofResult(const clang::CFGBlock &Block);
  const std::vector<bool> &reachableFrom(const clang::CFGBlock &Block);
  void prepare();

  const Body &B;
  std::unique_ptr<clang::ControlDependencyCalculator> Dependencies;
  std::map<unsigned, std::vector<bool>> Reachable; ///< By block, by block.
};

} // namespace tombstone

#endif // TOMBSTONE_LIB_ANALYSIS_PATHCONDITIONS_H
