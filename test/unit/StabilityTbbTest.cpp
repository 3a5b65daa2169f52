//===- StabilityTbbTest.cpp - oneTBB's containers keep their rows ---------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rows of tbb.effects, in one thread. What an accessor of
// concurrent_hash_map locks is the specification's word.
//
//===----------------------------------------------------------------------===//

#include "LibraryStability.h"
#include "gtest/gtest.h"
#include <tbb/concurrent_hash_map.h>
#include <tbb/concurrent_map.h>
#include <tbb/concurrent_set.h>
#include <tbb/concurrent_unordered_map.h>
#include <tbb/concurrent_unordered_set.h>

using namespace tombstone;

namespace {

using Hash = std::hash<Tracked>;

template <typename C> void add(C &Box, int Id) {
  Box.insert(elementFor<C>(Id));
}

template <typename C> void proveAll(llvm::StringRef Class) {
  Proof<C> P(Class, add<C>);
  proveInserting(P);
  proveEmplacing(P);
  proveWhole(P, "swap(_)");
  if constexpr (requires(C Box) { Box[0]; })
    proveInsertingIntoMap(P);
  P.proveWithOther("merge(_)", [](C &Box, C &Other) {
    Box.merge(Other);
    return std::pair(&Box, &Box);
  });
  P.prove("unsafe_erase(_)", {3},
          [](C &Box) { Box.unsafe_erase(keyFor<C>(3)); });
  P.prove("unsafe_erase(iter)", {3},
          [](C &Box) { Box.unsafe_erase(Box.find(keyFor<C>(3))); });
  P.prove("unsafe_erase(iter, iter)", {3}, [](C &Box) {
    auto It = Box.find(keyFor<C>(3));
    Box.unsafe_erase(It, std::next(It));
  });
  P.prove("clear()", {}, [](C &Box) { Box.clear(); });
  typename C::node_type Node;
  P.prove("unsafe_extract(_)", {3},
          [&](C &Box) { Node = Box.unsafe_extract(keyFor<C>(3)); });
  P.prove("unsafe_extract(iter)", {3},
          [&](C &Box) { Node = Box.unsafe_extract(Box.find(keyFor<C>(3))); });
  C Source = P.filled(1000, 1400);
  P.proveInsertion("insert(node)", [&](C &Box, int Id) {
    Box.insert(Source.unsafe_extract(keyFor<C>(Id)));
  });
  Source = P.filled(1000, 1400);
  P.proveInsertion("insert(iter, node)", [&](C &Box, int Id) {
    Box.insert(Box.end(), Source.unsafe_extract(keyFor<C>(Id)));
  });
  if constexpr (requires(C Box) { Box.rehash(5000); }) {
    P.prove("rehash(_)", {}, [](C &Box) { Box.rehash(5000); });
    P.prove("reserve(_)", {}, [](C &Box) { Box.reserve(5000); });
  }
}

} // namespace

TEST(StabilityTbb, Unordered) {
  proveAll<tbb::concurrent_unordered_map<int, Tracked>>(
      "tbb::detail::d1::concurrent_unordered_map");
  proveAll<tbb::concurrent_unordered_multimap<int, Tracked>>(
      "tbb::detail::d1::concurrent_unordered_multimap");
  proveAll<tbb::concurrent_unordered_set<Tracked, Hash>>(
      "tbb::detail::d1::concurrent_unordered_set");
  proveAll<tbb::concurrent_unordered_multiset<Tracked, Hash>>(
      "tbb::detail::d1::concurrent_unordered_multiset");
}

TEST(StabilityTbb, Ordered) {
  proveAll<tbb::concurrent_map<int, Tracked>>(
      "tbb::detail::d2::concurrent_map");
  proveAll<tbb::concurrent_multimap<int, Tracked>>(
      "tbb::detail::d2::concurrent_multimap");
  proveAll<tbb::concurrent_set<Tracked>>("tbb::detail::d2::concurrent_set");
  proveAll<tbb::concurrent_multiset<Tracked>>(
      "tbb::detail::d2::concurrent_multiset");
}

TEST(StabilityTbb, HashMap) {
  using C = tbb::concurrent_hash_map<int, Tracked>;
  Proof<C> P("tbb::detail::d2::concurrent_hash_map",
             [](C &Box, int Id) { Box.emplace(Id, Id); });
  P.prove("erase(_)", {3}, [](C &Box) { Box.erase(3); });
  P.prove("clear()", {}, [](C &Box) { Box.clear(); });
  P.prove("rehash(_)", {}, [](C &Box) { Box.rehash(5000); });
  P.prove("rehash()", {}, [](C &Box) { Box.rehash(); });
  P.proveInsertion("emplace(_, ...)",
                   [](C &Box, int Id) { Box.emplace(Id, Id); });
  P.proveWithOther("swap(self)", [](C &Box, C &Other) {
    Box.swap(Other);
    return std::pair(&Other, &Box);
  });
  P.proveWithOther("operator=(self&&)", [](C &Box, C &Other) {
    Box = std::move(Other);
    return std::pair(&Other, &Box);
  });
  C Box = P.filled(0, P.Size);
  Before<C> Was(Box);
  C Moved(std::move(Box));
  Was.expect(P.Rows.prove("(ctor)(self&&)"), "#0", Moved);
  C Again(std::move(Moved), {});
  Was.expect(P.Rows.prove("(ctor)(self&&, _)"), "#0", Again);
}
