//===- StabilitySparsehashTest.cpp - Sparsehash keeps its rows ------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rows of sparsehash.effects on the real containers.
//
//===----------------------------------------------------------------------===//

#include "LibraryStability.h"
#include "gtest/gtest.h"
#include <sparsehash/dense_hash_map>
#include <sparsehash/dense_hash_set>
#include <sparsehash/sparse_hash_map>
#include <sparsehash/sparse_hash_set>

using namespace tombstone;

namespace {

using Hash = std::hash<Tracked>;

/// With the keys that a table needs for what is not there.
template <typename Base> struct Keyed : Base {
  Keyed() {
    if constexpr (requires(Base B) { B.set_empty_key(keyFor<Base>(-1)); })
      this->set_empty_key(keyFor<Base>(-1));
    this->set_deleted_key(keyFor<Base>(-2));
  }
};

template <typename C> void add(C &Box, int Id) {
  Box.insert(elementFor<C>(Id));
}

template <typename Base> void proveAll(llvm::StringRef Class) {
  using C = Keyed<Base>;
  Proof<C> P(Class, add<C>);
  P.Size = 40;
  proveErasing(P);
  proveInserting(P);
  P.proveInsertion("insert(iter, _)", [](C &Box, int Id) {
    Box.insert(Box.end(), elementFor<C>(Id));
  });
  P.prove("insert(iter, iter)", {}, [&](C &Box) {
    const C Others = P.filled(1000, 1400);
    Box.insert(Others.begin(), Others.end());
  });
  // To move is to copy: these tables are older than moves.
  P.proveWithOther("swap(self)", [](C &Box, C &Other) {
    Box.swap(Other);
    return std::pair(&Other, &Box);
  });
  P.proveWithOther("operator=(self)", [](C &Box, C &Other) {
    Box = Other;
    return std::pair(&Box, &Other);
  });
  if constexpr (requires(C Box) { Box[0]; })
    proveInsertingIntoMap(P);
  P.prove("resize(_)", {}, [](C &Box) { Box.resize(5000); });
  P.prove("rehash(_)", {}, [](C &Box) { Box.rehash(5000); });
  if constexpr (requires(C Box) { Box.clear_no_resize(); })
    P.prove("clear_no_resize()", {}, [](C &Box) { Box.clear_no_resize(); });
  else
    P.Rows.passOver("clear_no_resize()"); // Of dense tables.
  P.prove("set_deleted_key(_)", {3}, [](C &Box) {
    Box.erase(keyFor<C>(3));
    Box.set_deleted_key(keyFor<C>(-3));
  });
  // What reads from files starts with clear().
  P.Rows.passOver("read_metadata(_)");
  P.Rows.passOver("read_nopointer_data(_)");
  P.Rows.passOver("unserialize(_, _)");
  if (!P.Rows.has("resize(_)"))
    return;
  for (const Effect &E : P.Rows.prove("resize(_)").Effects)
    if (E.K == Effect::Kind::Reserve) {
      C Box = P.filled(0, P.Size);
      Box.resize(700);
      Before<C> Was(Box);
      for (int Id = P.Size; Id != 700; ++Id)
        add(Box, Id);
      Was.expect(Row(), "this", Box);
    }
}

} // namespace

TEST(StabilitySparsehash, Dense) {
  proveAll<google::dense_hash_map<int, Tracked, std::hash<int>>>(
      "google::dense_hash_map");
  proveAll<google::dense_hash_set<Tracked, Hash>>("google::dense_hash_set");
}

TEST(StabilitySparsehash, Sparse) {
  proveAll<google::sparse_hash_map<int, Tracked, std::hash<int>>>(
      "google::sparse_hash_map");
  proveAll<google::sparse_hash_set<Tracked, Hash>>("google::sparse_hash_set");
}
