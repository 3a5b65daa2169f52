//===- State.h - What is known at one point of a function -------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The lattice. For each region that holds a handle, what the handle may
// designate, and whether that is alive. The life of an element stands with each
// handle, not with the element, so after a merge `if (b) it = m.erase(it);` has
// no handle that is dead. Join is union; what is known of keys is met.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_ANALYSIS_STATE_H
#define TOMBSTONE_ANALYSIS_STATE_H

#include "tombstone/Analysis/Region.h"
#include "clang/Analysis/FlowSensitive/DataflowLattice.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <map>
#include <set>

namespace tombstone {

using CauseId = Id<struct CauseTag>;

/// What became of the thing that a handle designates.
enum class Life : uint8_t {
  Alive,
  InNode,    ///< extracted: it lives, but must not be used
  MaybeDead, ///< killed if an unknown key is the same
  Dead,
  Reported, ///< dead, and a use was seen on this path
  Missing   ///< it never was: the element was looked for and is not there
};

/// One thing that a handle may designate.
struct Loan {
  RegionId Of;
  Form HandleForm = Form::Ref;
  Life L = Life::Alive;
  CauseId Cause = {}; ///< Of each that is not Alive.
  /// Kept in a container, from which something was taken out: perhaps this.
  bool MayBeOut = false;
  /// Kept in a container, of which one handle is dead: perhaps another.
  bool IsAmong = false;
  /// The one handle whose way is followed, when a path is judged.
  bool IsFollowed = false;

  /// Whether one of those that the container surely still keeps is dead.
  bool isOneOfKept() const { return IsAmong && !MayBeOut; }
  auto operator<=>(const Loan &) const = default;
};

/// Sorted, without duplicates.
using LoanSet = llvm::SmallVector<Loan, 2>;

/// Adds to a set; tells whether it was new.
bool insert(LoanSet &Set, const Loan &L);

/// How many elements more a container surely takes without moving any.
struct Room {
  enum class Kind : uint8_t {
    None,   ///< the next insertion may move all
    Known,  ///< so many: Count
    Unknown ///< something was reserved, and nobody knows for how many
  };
  Kind K = Kind::None;
  unsigned Count = 0; ///< Of Known.

  bool operator==(const Room &) const = default;
};

/// What is known of a container itself.
struct ContainerFacts {
  std::set<Key> Present; ///< Keys of elements that are there for sure.
  Room Left;
  std::set<RegionId> SharedWith; ///< Copies that may still have the same data.
  /// Keys of elements that are gone for sure, and what erased them. Only where
  /// look-ups are of interest.
  std::map<Key, CauseId> Absent;
  /// What erased every element, if none was added since; then Absent is empty.
  CauseId Emptied;

  bool operator==(const ContainerFacts &) const = default;
  bool empty() const { return *this == ContainerFacts(); }
  /// What both sides know; copies that one side has. Of two causes, the first.
  void join(const ContainerFacts &Other);

private:
  void joinAbsent(const ContainerFacts &Other);
};

struct State {
  std::map<RegionId, LoanSet> Handles; ///< By the region that holds them.
  std::map<RegionId, Key> Keys;        ///< Of elements.
  std::map<RegionId, Key> Values;      ///< Of variables; none: its own ValueOf.
  std::map<RegionId, ContainerFacts> Containers; ///< Without empty ones.

  clang::dataflow::LatticeJoinEffect join(const State &Other);
  bool operator==(const State &) const = default;

  /// How many handles, keys, values and containers it knows something of.
  size_t size() const {
    return Handles.size() + Keys.size() + Values.size() + Containers.size();
  }
  /// Of elements that \p MayForget names, drops the keys that decide nothing:
  /// no handle designates the element, and no other key is named after it.
  void forgetIdleKeys(const RegionTable &Regions,
                      llvm::function_ref<bool(RegionId)> MayForget);
  /// The most loans that one handle has.
  size_t largestSet() const;

  std::string toString(const RegionTable &Regions, const Vocabulary &V) const;
};

/// Applies \p Change to each loan of \p S; sets stay sorted and unique.
template <typename Function> void forEachLoan(State &S, Function Change) {
  for (auto &[Holder, Loans] : S.Handles) {
    LoanSet Changed;
    for (Loan L : Loans) {
      if constexpr (std::is_invocable_v<Function, Loan &, const LoanSet &>)
        Change(L, Loans);
      else
        Change(L);
      insert(Changed, L);
    }
    Loans = std::move(Changed);
  }
}

std::string toString(const Key &K, const RegionTable &Regions,
                     const Vocabulary &V);

} // namespace tombstone

#endif // TOMBSTONE_ANALYSIS_STATE_H
