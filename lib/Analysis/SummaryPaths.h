//===- SummaryPaths.h - Regions as a caller names them ----------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Inside a function, what a parameter refers to is a region; for its caller it
// is `#0`. A path says where the region was when the function started, so the
// values that a path or a key depends on must not change before.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_ANALYSIS_SUMMARYPATHS_H
#define TOMBSTONE_LIB_ANALYSIS_SUMMARYPATHS_H

#include "tombstone/Analysis/Step.h"

namespace tombstone {

class SummaryPaths {
public:
  SummaryPaths(const clang::FunctionDecl &Function, Tables &T)
      : Function(Function), T(T) {}

  /// A value that a path or a key is made of; what a handle had before it got
  /// another one is still known.
  struct Value {
    RegionId Of;
    bool IsHandle = false;
  };
  /// Those since the last reset.
  using Values = llvm::SmallVector<Value, 2>;
  Values UsedValues;

  /// None if a caller has no name for the region.
  std::optional<RegionPath> path(RegionId R, const State &S);
  /// A container, or an element, or a part of one.
  std::optional<Target> target(RegionId R, const State &S);
  /// The key of an element in words of the caller; `?` if it has none.
  KeySpec key(const Key &K, const State &S);
  /// Whether a caller sees what becomes of the region: it is not a variable of
  /// the function itself.
  bool isVisible(RegionId R) const;
  /// The number of the parameter that the region is; none for other regions.
  std::optional<unsigned> parameter(RegionId R) const;

private:
  std::optional<Target> neighbour(RegionId Element, const State &S);
  std::optional<RegionPath> rootPath(const Root &Start) const;
  RegionPath thisPath(const Root &This) const;
  bool isReference(RegionId R) const;
  bool isThisPointer(RegionId R) const;

  const clang::FunctionDecl &Function;
  Tables &T;
  unsigned KeyDepth = 0; ///< Keys on the path of a key.
};

} // namespace tombstone

#endif // TOMBSTONE_LIB_ANALYSIS_SUMMARYPATHS_H
