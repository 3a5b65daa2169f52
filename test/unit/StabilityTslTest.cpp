//===- StabilityTslTest.cpp - Tessil's hash tables keep their rows --------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rows of tsl.effects, with a hash that lets elements meet.
//
//===----------------------------------------------------------------------===//

#include "LibraryStability.h"
#include "gtest/gtest.h"
#include <tsl/hopscotch_map.h>
#include <tsl/hopscotch_set.h>
#include <tsl/ordered_map.h>
#include <tsl/ordered_set.h>
#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

using namespace tombstone;

namespace {

/// Four of a kind.
struct Crowded {
  std::size_t operator()(int Id) const { return Id / 4; }
  std::size_t operator()(const Tracked &T) const { return T.id() / 4; }
};

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
  P.prove("erase(_, _)", {1, 5}, [](C &Box) {
    for (int Id : {1, 5})
      Box.erase(keyFor<C>(Id), Box.hash_function()(Id));
  });
  P.prove("reserve(_)", {}, [](C &Box) { Box.reserve(5000); });
  P.prove("rehash(_)", {}, [](C &Box) { Box.rehash(5000); });
}

template <typename C> void proveHash(llvm::StringRef Class) {
  Proof<C> P(Class, add<C>);
  proveCommon(P);
  if (P.Rows.has("erase_fast(iter)"))
    P.Rows.passOver("erase_fast(iter)"); // Of a newer version.
}

template <typename C> void proveOrdered(llvm::StringRef Class) {
  Proof<C> P(Class, add<C>);
  P.Size = 40;
  proveCommon(P);
  P.prove("pop_back()", {}, [](C &Box) { Box.pop_back(); });
  P.prove("shrink_to_fit()", {}, [](C &Box) { Box.shrink_to_fit(); });
  P.prove("unordered_erase(_)", {3},
          [](C &Box) { Box.unordered_erase(keyFor<C>(3)); });
  P.prove("unordered_erase(_, _)", {3}, [](C &Box) {
    Box.unordered_erase(keyFor<C>(3), Box.hash_function()(3));
  });
  P.prove("unordered_erase(iter)", {3},
          [](C &Box) { Box.unordered_erase(Box.find(keyFor<C>(3))); });
  P.proveInsertion("insert_at_position(iter, _)", [](C &Box, int Id) {
    Box.insert_at_position(Box.nth(20), elementFor<C>(Id));
  });
  P.proveInsertion("emplace_at_position(iter, ...)", [](C &Box, int Id) {
    Box.emplace_at_position(Box.nth(20), elementFor<C>(Id));
  });
  if constexpr (requires(C Box) { Box[0]; })
    P.proveInsertion("try_emplace_at_position(iter, _, ...)",
                     [](C &Box, int Id) {
                       Box.try_emplace_at_position(Box.nth(20), Id, Id);
                     });
}

} // namespace

TEST(StabilityTsl, Robin) {
  proveHash<tsl::robin_map<int, Tracked, Crowded>>("tsl::robin_map");
  proveHash<tsl::robin_set<Tracked, Crowded>>("tsl::robin_set");
}

TEST(StabilityTsl, Hopscotch) {
  proveHash<tsl::hopscotch_map<int, Tracked, Crowded>>("tsl::hopscotch_map");
  proveHash<tsl::hopscotch_set<Tracked, Crowded>>("tsl::hopscotch_set");
}

TEST(StabilityTsl, Ordered) {
  proveOrdered<tsl::ordered_map<int, Tracked, Crowded>>("tsl::ordered_map");
  proveOrdered<tsl::ordered_set<Tracked, Crowded>>("tsl::ordered_set");
}
