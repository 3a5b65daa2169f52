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

#include "tombstone/Events/EventBuilder.h"

namespace tombstone {

class PathConditions {
public:
  explicit PathConditions(const Body &B) : B(B) {}

  /// None: on every call that returns, or on each on which there is something
  /// to do: a branch that finds the element first counts as none.
  std::optional<EffectCondition> of(const clang::CFGBlock &Block,
                                    const Event &E);
  /// What the call returns wherever the event happens, if the caller learns
  /// from that.
  std::optional<EffectCondition> ofResult(const clang::CFGBlock &Block,
                                          const Event &E);
  /// Whether one block may run after the other.
  bool leadsTo(const clang::CFGBlock &From, const clang::CFGBlock &To);
  /// Whether the block may run several times in one call.
  bool isInLoop(const clang::CFGBlock &Block);

private:
  /// The branches on which it depends whether the block runs.
  const std::vector<const clang::CFGBlock *> &
  branches(const clang::CFGBlock &Block);
  bool findsElement(const clang::CFGBlock &Branch,
                    const clang::CFGBlock &Block);
  std::optional<EffectCondition> ofParameter(const clang::CFGBlock &Branch,
                                             const clang::CFGBlock &Block);
  const std::vector<bool> &reachableFrom(const clang::CFGBlock &Block);
  /// The blocks from which the end may be reached, on a way around one.
  std::vector<bool> leadingTo(const clang::CFGBlock &End,
                              const clang::CFGBlock *Around = nullptr);

  const Body &B;
  std::optional<llvm::DenseSet<const clang::ValueDecl *>> Changing;
  std::map<unsigned, std::vector<bool>> Reachable; ///< By block, by block.
  std::map<unsigned, std::vector<const clang::CFGBlock *>> Branches;
};

} // namespace tombstone

#endif // TOMBSTONE_LIB_ANALYSIS_PATHCONDITIONS_H
