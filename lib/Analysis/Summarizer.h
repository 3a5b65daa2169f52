//===- Summarizer.h - The effects of a body on its caller -------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Looks on while the events of a function are replayed, and at the state in
// which it ends: kills and moves of what the caller has, reads through handles
// that the caller passes, what is written, and where handles go.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_ANALYSIS_SUMMARIZER_H
#define TOMBSTONE_LIB_ANALYSIS_SUMMARIZER_H

#include "PathConditions.h"
#include "SummaryPaths.h"
#include <deque>
#include <set>

namespace tombstone {

class Summarizer {
public:
  /// Origins go to \p Origins and stay there.
  Summarizer(const Body &B, Tables &T, std::deque<EffectOrigin> &Origins);

  /// From here events belong to the block, and to what it enters.
  void enterBlock(const clang::CFGBlock &Block) { Current = &Block; }
  /// Called before the event changes \p S.
  void see(const Event &E, State &S);
  /// The function ends in \p Exit.
  Summary finish(const State &Exit);

private:
  class Look;
  using Values = SummaryPaths::Values;
  struct Seen {
    Effect What;
    const Event *Of;
    // What must be as it was at the start, or the words mean something else.
    Values PathValues;
    Values KeyValues;
    const clang::CFGBlock *Block;
    unsigned Order;
  };
  struct Write {
    const clang::CFGBlock *Block;
    unsigned Order;
    bool IsHandle; ///< What a handle had before is known by another name.
  };

  void add(Effect E, const Event &Of, Values KeyValues = {});
  void addUse(RegionId Handle, const Event &Of, const State &S);
  void noteWritten(RegionId R, bool IsHandle = false);
  bool isWritten(const SummaryPaths::Value &V, const Seen *At);
  bool areWritten(const Values &Used, const Seen *At);
  bool mayFollow(const Seen &Second, const Seen &First);
  void putLate(const Seen &Read);
  void putReadsOfNextTurn(const Seen &Kill);
  bool followsKills(const Seen &Read, const Seen &Last);
  void addEndsOfParameters();
  void addStores(const State &Exit);
  void addStore(RegionId Holder, const LoanSet &Loans, const State &Exit);
  void addValues(const State &Exit);
  void addWrites();
  void addResult(const Effect &E);
  /// Adds to the summary; joins it with one that differs by its condition.
  void put(const Seen &Found, std::optional<EffectCondition> If,
           std::optional<EffectCondition> And = {});
  /// Whether what the kill erased is surely gone when the function ends.
  bool isGone(const Event &Kill, const State &Exit) const;
  const EffectOrigin *originOf(const Event &E);

  const Body &B;
  Tables &T;
  std::deque<EffectOrigin> &Origins;
  SummaryPaths Paths;
  PathConditions Conditions;
  const clang::CFGBlock *Current = nullptr;
  unsigned Order = 0; ///< Of the event that is looked at, in the replay.
  std::vector<Seen> Effects;
  std::map<RegionId, std::vector<Write>> Written;
  /// What variables of the function took from objects of the caller's: the
  /// effect, by its index, that ends it or moves it on, and from where.
  std::map<RegionId, std::pair<size_t, RegionId>> Taken;
  std::set<RegionId> Escaped; ///< Somebody else may have what these owned.
  bool MayInsert = false;     ///< Elements that the caller looks for.
  Summary Result;
};

} // namespace tombstone

#endif // TOMBSTONE_LIB_ANALYSIS_SUMMARIZER_H
