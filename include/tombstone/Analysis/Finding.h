//===- Finding.h - A use of a dead handle, with its path --------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a check words and shows: where a handle was taken, where its element was
// killed (through which call), where it is used. All words that a user reads
// come from here.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_ANALYSIS_FINDING_H
#define TOMBSTONE_ANALYSIS_FINDING_H

#include "tombstone/Analysis/Escape.h"

namespace tombstone {

/// One point of the path with its words.
struct FindingStep {
  clang::SourceLocation Loc;
  clang::SourceRange Range;
  std::string Text;
};

struct Finding {
  clang::SourceLocation Loc; ///< Of the use, or of the store.
  clang::SourceRange Range;
  std::string Message;
  std::vector<FindingStep> Path; ///< In the order of execution, before the use.
  /// Equal for findings of one bug: what killed, and the site of its element.
  std::pair<const Event *, uint32_t> Bug;
  KillKind Kind = KillKind::Erase;
  bool IsOfNextTurn = false; ///< A turn of a loop after the kill's.
  bool IsPossible = false;   ///< The key of the kill may be another.
  /// The element stays where it is: only iterators and the like end.
  bool IsOfNode = false;
  bool IsEscape = false; ///< Nothing is used: a dead handle outlives.
};

/// What an event that kills does, as a note says it: "erased here, by key 'k'".
std::string originText(const Event &E, const Tables &T);

/// Words the dead use; none if it concerns no associative container.
std::optional<Finding> describe(const DeadUse &Use, const Tables &T);
std::optional<Finding> describe(const Escape &Left, const Tables &T);

} // namespace tombstone

#endif // TOMBSTONE_ANALYSIS_FINDING_H
