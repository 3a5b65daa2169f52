//===- StabilityAbseilTest.cpp - Abseil's containers keep their rows ------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rows of abseil.effects on the release that is installed. That a table of
// one element lives in the object is the word of later releases.
//
//===----------------------------------------------------------------------===//

#include "LibraryStability.h"
#include "absl/base/config.h"
#include "absl/container/btree_map.h"
#include "absl/container/btree_set.h"
#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/container/inlined_vector.h"
#include "absl/container/node_hash_map.h"
#include "absl/container/node_hash_set.h"
#include "gtest/gtest.h"

using namespace tombstone;

namespace {

const std::map<std::string, unsigned> Version = {
    {"ABSL_LTS_RELEASE_VERSION", ABSL_LTS_RELEASE_VERSION}};

template <typename C> void add(C &Box, int Id) {
  Box.insert(elementFor<C>(Id));
}

template <typename C> void proveCommon(Proof<C> &P) {
  proveErasing(P);
  proveInserting(P);
  proveEmplacing(P);
  proveExtracting(P);
  proveWhole(P, "swap(_)");
  if constexpr (requires(C Box) { Box[0]; })
    proveInsertingIntoMap(P);
  P.proveWithOther("merge(_)", [](C &Box, C &Other) {
    Box.merge(Other);
    return std::pair(&Box, &Box);
  });
}

template <typename C> void proveHash(llvm::StringRef Class) {
  Proof<C> P(Class, add<C>, Version);
  proveCommon(P);
  P.proveReserve([](C &Box, int N) { Box.reserve(N); });
  P.prove("rehash(_)", {}, [](C &Box) { Box.rehash(5000); });
  P.proveInsertion("lazy_emplace(_, _)", [](C &Box, int Id) {
    Box.lazy_emplace(keyFor<C>(Id),
                     [&](const auto &Make) { Make(elementFor<C>(Id)); });
  });
  C Box = P.filled(0, P.Size);
  Before<C> Was(Box);
  C Moved(std::move(Box), std::allocator<typename C::value_type>());
  Was.expect(P.Rows.prove("(ctor)(self&&, _)"), "#0", Moved);
}

template <typename C> void proveTree(llvm::StringRef Class) {
  Proof<C> P(Class, add<C>);
  P.Size = 100;
  P.FirstNew = -400; // In front, so that a node makes room.
  proveCommon(P);
}

} // namespace

TEST(StabilityAbseil, Flat) {
  proveHash<absl::flat_hash_map<int, Tracked>>("absl::flat_hash_map");
  proveHash<absl::flat_hash_set<Tracked>>("absl::flat_hash_set");
}

TEST(StabilityAbseil, Node) {
  proveHash<absl::node_hash_map<int, Tracked>>("absl::node_hash_map");
  proveHash<absl::node_hash_set<Tracked>>("absl::node_hash_set");
}

TEST(StabilityAbseil, Tree) {
  proveTree<absl::btree_map<int, Tracked>>("absl::btree_map");
  proveTree<absl::btree_multimap<int, Tracked>>("absl::btree_multimap");
  proveTree<absl::btree_set<Tracked>>("absl::btree_set");
  proveTree<absl::btree_multiset<Tracked>>("absl::btree_multiset");
}

TEST(StabilityAbseil, InlinedVector) {
  using C = absl::InlinedVector<Tracked, 16>;
  Proof<C> P("absl::InlinedVector", [](C &Box, int Id) { Box.push_back(Id); });
  P.proveInsertion("push_back(_)", [](C &Box, int Id) { Box.push_back(Id); });
  P.proveInsertion("emplace_back(...)",
                   [](C &Box, int Id) { Box.emplace_back(Id); });
  P.proveInsertion("insert(iter, ...)",
                   [](C &Box, int Id) { Box.insert(Box.begin(), Id); });
  P.proveInsertion("emplace(iter, ...)",
                   [](C &Box, int Id) { Box.emplace(Box.begin(), Id); });
  P.prove("resize(_)", {}, [](C &Box) { Box.resize(100); });
  P.prove("resize(_, _)", {}, [](C &Box) { Box.resize(100, Tracked(1)); });
  P.prove("erase(iter)", {3}, [](C &Box) { Box.erase(Box.begin() + 3); });
  P.prove("erase(iter, iter)", {3},
          [](C &Box) { Box.erase(Box.begin() + 3, Box.begin() + 4); });
  proveWhole(P);
  P.proveReserve([](C &Box, int N) { Box.reserve(N); });
  // Back into the object.
  C Box = P.filled(0, 40);
  Box.resize(4);
  Before<C> Was(Box);
  Box.shrink_to_fit();
  Was.expectEvidence(P.Rows.prove("shrink_to_fit()"), "this", {});
  Before<C> Inside(Box);
  C Moved(std::move(Box), std::allocator<Tracked>());
  Inside.expectEvidence(P.Rows.prove("(ctor)(self&&, _)"), "#0", {});
}
