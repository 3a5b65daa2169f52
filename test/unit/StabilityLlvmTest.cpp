//===- StabilityLlvmTest.cpp - LLVM's containers keep their rows ----------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rows of llvm.effects on LLVM 22. That erase of LLVM 23 moves others is
// its documentation's word, and so is what ends iterators alone: an epoch, or
// the table of a StringMap or of a SmallPtrSet.
//
//===----------------------------------------------------------------------===//

#include "LibraryStability.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringMap.h"
#include "gtest/gtest.h"

using namespace tombstone;

template <> struct llvm::DenseMapInfo<Tracked> {
  static Tracked getEmptyKey() { return -1; }
  static Tracked getTombstoneKey() { return -2; }
  static unsigned getHashValue(const Tracked &T) {
    return static_cast<unsigned>(T.id()) * 37u;
  }
  static bool isEqual(const Tracked &A, const Tracked &B) { return A == B; }
};

namespace llvm {
static const Tracked &valueIn(const StringMapEntry<Tracked> &Entry) {
  return Entry.second;
}
} // namespace llvm

namespace {

const std::map<std::string, unsigned> Version = {
    {"LLVM_VERSION_MAJOR", LLVM_VERSION_MAJOR}};

template <typename C> void add(C &Box, int Id) {
  Box.insert(elementFor<C>(Id));
}

template <typename C> void proveDense(Proof<C> &P) {
  proveErasing(P);
  proveInserting(P);
  P.proveReserve([](C &Box, unsigned N) { Box.reserve(N); });
  P.proveInsertion("insert_as(_, _)", [](C &Box, int Id) {
    Box.insert_as(elementFor<C>(Id), keyFor<C>(Id));
  });
}

template <typename C> void proveDenseMap(Proof<C> &P) {
  proveDense(P);
  proveWhole(P, "swap(self)");
  P.Rows.passOver("swap(_)"); // Of sets.
  proveInsertingIntoMap(P);
  P.proveInsertion("emplace_or_assign(_, ...)",
                   [](C &Box, int Id) { Box.emplace_or_assign(Id, Id); });
  P.prove("shrink_and_clear()", {}, [](C &Box) { Box.shrink_and_clear(); });
  P.Rows.passOver("resize(_)"); // Of sets.
}

template <typename C> void proveDenseSet(Proof<C> &P) {
  proveDense(P);
  proveWhole(P, "swap(_)");
  P.Rows.passOver("swap(self)"); // Of maps.
  P.Rows.passOver("shrink_and_clear()");
  // DenseSet::resize() calls a method that DenseMap no longer has.
  P.Rows.passOver("resize(_)");
}

template <typename C> void proveVectorBacked(Proof<C> &P) {
  proveInserting(P);
  proveWhole(P, "swap(_)");
  const std::set<int> Named = {3};
  P.prove("erase(iter)", Named,
          [](C &Box) { Box.erase(std::next(Box.begin(), 3)); });
  P.prove("clear()", {}, [](C &Box) { Box.clear(); });
  P.prove("pop_back()", {}, [](C &Box) { Box.pop_back(); });
  P.prove("remove_if(_)", {}, [](C &Box) {
    Box.remove_if([](const auto &E) { return valueIn(E).id() == 3; });
  });
  C Box = P.filled(0, P.Size);
  Before<C> Was(Box);
  auto Taken = Box.takeVector();
  Was.expect(P.Rows.prove("takeVector()"), "this", Taken);
  Was.expectEvidence(P.Rows.prove("takeVector()"), "this", {});
}

/// StringMap is assigned by value.
template <typename C> void proveOwners(Proof<C> &P) {
  P.proveWithOther("swap(_)", [](C &Box, C &Other) {
    Box.swap(Other);
    return std::pair(&Other, &Box);
  });
  P.proveWithOther("operator=(self)", [](C &Box, C &Other) {
    Box = std::move(Other);
    return std::pair(&Box, &Box);
  });
  C Box = P.filled(0, P.Size);
  Before<C> Was(Box);
  C Moved(std::move(Box));
  Was.expect(P.Rows.prove("(ctor)(self&&)"), "#0", Moved);
}

template <typename C> void proveMapVector(Proof<C> &P) {
  proveVectorBacked(P);
  proveInsertingIntoMap(P);
  P.prove("erase(_)", {3}, [](C &Box) { Box.erase(3); });
  P.proveReserve([](C &Box, unsigned N) { Box.reserve(N); });
}

template <typename C> void proveSetVector(Proof<C> &P) {
  proveVectorBacked(P);
  std::vector<Tracked> More;
  for (int Id = 100; Id != 400; ++Id)
    More.push_back(Id);
  P.prove("set_union(_)", {}, [&](C &Box) { Box.set_union(More); });
  P.prove("set_subtract(_)", {},
          [](C &Box) { Box.set_subtract(std::vector<Tracked>{1, 2}); });
  P.prove("remove(_)", {3}, [](C &Box) { Box.remove(3); });
  P.prove("pop_back_val()", {}, [](C &Box) { (void)Box.pop_back_val(); });
}

using Dense = llvm::DenseMap<int, Tracked>;
using SmallDense = llvm::SmallDenseMap<int, Tracked, 32>;
using SmallSet = llvm::SmallDenseSet<Tracked, 32>;
using Ordered = llvm::MapVector<int, Tracked>;
using SmallOrdered = llvm::SmallMapVector<int, Tracked, 16>;
using OrderedSet = llvm::SetVector<Tracked>;
using SmallOrderedSet = llvm::SmallSetVector<Tracked, 16>;

} // namespace

TEST(StabilityLlvm, DenseMap) {
  Proof<Dense> P("llvm::DenseMap", add<Dense>, Version);
  proveDenseMap(P);
}

TEST(StabilityLlvm, SmallDenseMap) {
  Proof<SmallDense> P("llvm::SmallDenseMap", add<SmallDense>, Version);
  proveDenseMap(P);
}

TEST(StabilityLlvm, DenseSet) {
  using Set = llvm::DenseSet<Tracked>;
  Proof<Set> P("llvm::DenseSet", add<Set>, Version);
  proveDenseSet(P);
}

TEST(StabilityLlvm, SmallDenseSet) {
  Proof<SmallSet> P("llvm::SmallDenseSet", add<SmallSet>, Version);
  proveDenseSet(P);
}

TEST(StabilityLlvm, MapVector) {
  Proof<Ordered> P("llvm::MapVector", add<Ordered>, Version);
  proveMapVector(P);
}

TEST(StabilityLlvm, SmallMapVector) {
  Proof<SmallOrdered> P("llvm::SmallMapVector", add<SmallOrdered>, Version);
  proveMapVector(P);
}

TEST(StabilityLlvm, SetVector) {
  Proof<OrderedSet> P("llvm::SetVector", add<OrderedSet>, Version);
  proveSetVector(P);
}

TEST(StabilityLlvm, SmallSetVector) {
  Proof<SmallOrderedSet> P("llvm::SmallSetVector", add<SmallOrderedSet>,
                           Version);
  proveSetVector(P);
}

TEST(StabilityLlvm, StringMap) {
  using C = llvm::StringMap<Tracked>;
  const auto Name = [](int Id) { return std::to_string(Id); };
  Proof<C> P("llvm::StringMap",
             [&](C &Box, int Id) { Box.try_emplace(Name(Id), Id); });
  const auto Pair = [&](const std::string &Key, int Id) {
    return std::pair<llvm::StringRef, Tracked>(Key, Id);
  };
  P.prove("erase(_)", {3}, [](C &Box) { Box.erase("3"); });
  P.prove("erase(iter)", {3}, [](C &Box) { Box.erase(Box.find("3")); });
  P.prove("clear()", {}, [](C &Box) { Box.clear(); });
  P.proveInsertion("insert(_)",
                   [&](C &Box, int Id) { Box.insert(Pair(Name(Id), Id)); });
  P.proveInsertion("insert(_, _)", [&](C &Box, int Id) {
    Box.insert(Pair(Name(Id), Id), llvm::StringMapImpl::hash(Name(Id)));
  });
  P.proveInsertion("operator[](_)",
                   [&](C &Box, int Id) { Box[Name(Id)] = Id; });
  P.proveInsertion("try_emplace(_, ...)",
                   [&](C &Box, int Id) { Box.try_emplace(Name(Id), Id); });
  P.proveInsertion("try_emplace_with_hash(_, _, ...)", [&](C &Box, int Id) {
    Box.try_emplace_with_hash(Name(Id), llvm::StringMapImpl::hash(Name(Id)),
                              Id);
  });
  P.proveInsertion("insert_or_assign(_, _)", [&](C &Box, int Id) {
    Box.insert_or_assign(Name(Id), Tracked(Id));
  });
  proveOwners(P);
  // The entry outlives its removal.
  llvm::StringMapEntry<Tracked> *Entry = nullptr;
  P.prove("remove(_)", {3}, [&](C &Box) {
    Entry = &*Box.find("3");
    Box.remove(Entry);
  });
  llvm::MallocAllocator Allocator;
  Entry->Destroy(Allocator);
}
