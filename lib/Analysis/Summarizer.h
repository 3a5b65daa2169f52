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
  };

  void add(Effect E, const Event &Of, Values KeyValues = {});
  void addUse(RegionId Handle, const Event &Of, const State &S);
  void moveByLocal(std::optional<Effect> Taken, RegionId From, RegionId To,
                   const std::optional<RegionPath> &Dst, const Event &Of);
  void endLocal(RegionId Local);
  void noteWritten(RegionId R) { Written.insert(R); }
  bool isWritten(RegionId R) const;
  bool mayFollow(const Seen &Second, const Seen &First);
  void addLateUses();
  bool areWritten(const Values &Used) const;
  void addStores(const State &Exit);
  void addStore(RegionId Holder, const LoanSet &Loans, const State &Exit);
  void addWrites();
  void addResult(const Effect &E);
  /// Adds to the summary; joins it with one that differs by its condition.
  void put(const Seen &Found, std::optional<EffectCondition> If);
  /// Whether what the kill erased is surely gone when the function ends.
  bool isGone(const Event &Kill, const State &Exit) const;
  const EffectOrigin *originOf(const Event &E);

  const Body &B;
  Tables &T;
  std::deque<EffectOrigin> &Origins;
  SummaryPaths Paths;
  PathConditions Conditions;
  const clang::CFGBlock *Current = nullptr;
  std::vector<Seen> Effects;
  /// By variable: the move by which it took something over.
  std::map<RegionId, size_t> ByLocal;
  std::set<RegionId> Written;
  bool MayInsert = false; ///< Elements that the caller looks for.
  Summary Result;
};

} // namespace tombstone

#endif // TOMBSTONE_LIB_ANALYSIS_SUMMARIZER_H
