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
#include "llvm/ADT/SmallVector.h"
#include <map>

namespace tombstone {

using CauseId = Id<struct CauseTag>;

/// What became of the thing that a handle designates.
enum class Life : uint8_t {
  Alive,
  InNode,    ///< extracted: it lives, but must not be used
  MaybeDead, ///< killed if an unknown key is the same
  Dead,
  Reported ///< dead, and a use was seen on this path
};

/// One thing that a handle may designate.
struct Loan {
  RegionId Of;
  Form HandleForm = Form::Ref;
  Life L = Life::Alive;
  CauseId Cause = {}; ///< Of InNode, MaybeDead, Dead and Reported.

  auto operator<=>(const Loan &) const = default;
};

/// Sorted, without duplicates.
using LoanSet = llvm::SmallVector<Loan, 2>;

/// Adds to a set; tells whether it was new.
bool insert(LoanSet &Set, const Loan &L);

struct State {
  std::map<RegionId, LoanSet> Handles; ///< By the region that holds them.
  std::map<RegionId, Key> Keys;        ///< Of elements.
  std::map<RegionId, Key> Values;      ///< Of variables; none: its own ValueOf.

  clang::dataflow::LatticeJoinEffect join(const State &Other);
  bool operator==(const State &) const = default;

  /// The most loans that one handle has.
  size_t largestSet() const;

  std::string toString(const RegionTable &Regions, const Vocabulary &V) const;
};

std::string toString(const Key &K, const RegionTable &Regions,
                     const Vocabulary &V);

} // namespace tombstone

#endif // TOMBSTONE_ANALYSIS_STATE_H
