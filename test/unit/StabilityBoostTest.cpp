//===- StabilityBoostTest.cpp - Boost's containers keep their rows --------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rows of boost.effects on Boost 1.81, which has no unordered_node_map and
// no concurrent_flat_map: their rows are the documentation's word.
//
//===----------------------------------------------------------------------===//

#include "LibraryStability.h"
#include "gtest/gtest.h"
#include <boost/container/flat_map.hpp>
#include <boost/container/flat_set.hpp>
#include <boost/container/map.hpp>
#include <boost/container/set.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <boost/unordered_map.hpp>
#include <boost/unordered_set.hpp>

// quick_erase() and erase_return_void() are deprecated, and have rows.
#pragma clang diagnostic ignored "-Wdeprecated-declarations"

using namespace tombstone;

namespace {

using Hash = std::hash<Tracked>;

template <typename C> void add(C &Box, int Id) {
  Box.insert(elementFor<C>(Id));
}

template <typename C> void proveCommon(Proof<C> &P) {
  proveErasing(P);
  proveInserting(P);
  proveEmplacing(P);
  proveWhole(P);
  if constexpr (requires(C Box) { Box[0]; })
    proveInsertingIntoMap(P);
  P.proveWithOther("merge(_)", [](C &Box, C &Other) {
    Box.merge(Other);
    return std::pair(&Box, &Box);
  });
}

template <typename C> void proveHash(llvm::StringRef Class) {
  Proof<C> P(Class, add<C>);
  P.Size = 100; // So that a merge makes it grow.
  proveCommon(P);
  P.prove("rehash(_)", {}, [](C &Box) { Box.rehash(5000); });
  P.proveReserve([](C &Box, int N) { Box.reserve(N); });
  if constexpr (requires { typename C::node_type; })
    proveExtracting(P);
  if constexpr (requires(C Box) { Box.quick_erase(Box.begin()); }) {
    P.prove("quick_erase(iter)", {3},
            [](C &Box) { Box.quick_erase(Box.find(keyFor<C>(3))); });
    P.prove("erase_return_void(iter)", {3},
            [](C &Box) { Box.erase_return_void(Box.find(keyFor<C>(3))); });
  }
  if (P.Rows.has("pull(iter)"))
    P.Rows.passOver("pull(iter)"); // Of a newer version.
}

template <typename C> void proveSorted(llvm::StringRef Class) {
  Proof<C> P(Class, add<C>);
  P.FirstNew = -400; // In front, so that others move up.
  proveCommon(P);
  P.prove("reserve(_)", {}, [](C &Box) { Box.reserve(5000); });
  // From room that is there before: with a reserve in the same step, elements
  // may come back to the memory that they had left.
  C Roomy = P.filled(0, P.Size);
  Roomy.reserve(5000);
  Before<C> Had(Roomy);
  Roomy.shrink_to_fit();
  const Row &Shrinks = P.Rows.prove("shrink_to_fit()");
  Had.expect(Shrinks, "this", Roomy);
  Had.expectEvidence(Shrinks, "this", {});
  const auto Sequence = P.filled(20, 24).extract_sequence();
  P.prove("adopt_sequence(_)", {}, [&](C &Box) {
    Box.adopt_sequence(typename C::sequence_type(Sequence));
  });
  // The same with a promise that the elements are in order.
  P.Rows.passOver("adopt_sequence(_, _)");
  P.Rows.passOver("insert(_, _, _)");
  C Box = P.filled(0, P.Size);
  Before<C> Was(Box);
  auto Taken = Box.extract_sequence();
  EXPECT_EQ(Taken.size(), std::size_t(P.Size));
  const Row &R = P.Rows.prove("extract_sequence()");
  EXPECT_EQ(fateBy(R, "this", Form::Ref, false), Fate::Stays);
  Was.expectReferences(R, "this");
}

template <typename C> void proveTree(llvm::StringRef Class) {
  Proof<C> P(Class, add<C>);
  proveCommon(P);
  proveExtracting(P);
}

} // namespace

TEST(StabilityBoost, Hash) {
  proveHash<boost::unordered_map<int, Tracked>>(
      "boost::unordered::unordered_map");
  proveHash<boost::unordered_multimap<int, Tracked>>(
      "boost::unordered::unordered_multimap");
  proveHash<boost::unordered_set<Tracked, Hash>>(
      "boost::unordered::unordered_set");
  proveHash<boost::unordered_multiset<Tracked, Hash>>(
      "boost::unordered::unordered_multiset");
}

TEST(StabilityBoost, Flat) {
  proveHash<boost::unordered_flat_map<int, Tracked>>(
      "boost::unordered::unordered_flat_map");
  proveHash<boost::unordered_flat_set<Tracked, Hash>>(
      "boost::unordered::unordered_flat_set");
}

TEST(StabilityBoost, Sorted) {
  using namespace boost::container;
  proveSorted<flat_map<int, Tracked>>("boost::container::flat_map");
  proveSorted<flat_multimap<int, Tracked>>("boost::container::flat_multimap");
  proveSorted<flat_set<Tracked>>("boost::container::flat_set");
  proveSorted<flat_multiset<Tracked>>("boost::container::flat_multiset");
}

TEST(StabilityBoost, Tree) {
  using namespace boost::container;
  proveTree<map<int, Tracked>>("boost::container::map");
  proveTree<multimap<int, Tracked>>("boost::container::multimap");
  proveTree<boost::container::set<Tracked>>("boost::container::set");
  proveTree<boost::container::multiset<Tracked>>("boost::container::multiset");
}
