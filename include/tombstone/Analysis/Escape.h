//===- Escape.h - Handles that outlive their function -----------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A handle escapes if it stands, when the function has ended, in something that
// is there then: its result, a member, a global, what a parameter refers to. It
// is of interest if it is dead then, whether it died before or after it was
// stored. The state at the exit says which do; the replay says where they were
// stored.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_ANALYSIS_ESCAPE_H
#define TOMBSTONE_ANALYSIS_ESCAPE_H

#include "tombstone/Analysis/Step.h"

namespace tombstone {

/// A dead handle that outlives its function.
struct Escape {
  const Event *Store;        ///< What put it where it is.
  RegionId Into;             ///< The object that the store gave a new value.
  RegionId Holder;           ///< The part of it that is the handle.
  Loan What;                 ///< At the function's end.
  bool WasDead;              ///< Already when it was stored.
  bool IsPastTheEnd = false; ///< The handle is the end of a container.
};

/// Where handles were stored, by what holds them and where they were taken.
class StoreTable {
public:
  /// Notes what \p E, run by \p Done on \p S, has put into objects that outlive
  /// the function.
  void note(const Event &E, Step &Done, const State &S, Tables &T);

  /// The dead handles that \p Exit still has, in an order that is the same in
  /// every run. At the end of a destructor its object is no more.
  std::vector<Escape> escapes(const State &Exit, Tables &T,
                              bool OfDestructor) const;

private:
  struct Store {
    const Event *At;
    RegionId Into;
    Loan What;
  };
  const Store *find(RegionId Holder, const Loan &L, Tables &T) const;

  std::map<std::pair<RegionId, uint32_t>, std::vector<Store>> Stores;
};

} // namespace tombstone

#endif // TOMBSTONE_ANALYSIS_ESCAPE_H
