//===- StabilityQtTest.cpp - Qt's containers keep their rows --------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rows of qt.effects on Qt 6. Those of Qt 5, and those of lists and
// strings, are the documentation's word.
//
//===----------------------------------------------------------------------===//

#include "LibraryStability.h"
#include "gtest/gtest.h"
#include <QHash>
#include <QMap>
#include <QMultiHash>
#include <QMultiMap>
#include <QSet>

// QMultiMap::insert(QMultiMap) is deprecated, and has a row.
#pragma clang diagnostic ignored "-Wdeprecated-declarations"

using namespace tombstone;

namespace tombstone {
static size_t qHash(const Tracked &T, size_t Seed) {
  return ::qHash(T.id(), Seed);
}
} // namespace tombstone

namespace {

/// Which elements an erasure moves hangs on the seed, which is another one in
/// each process.
const bool HasSeed = [] {
  QHashSeed::setDeterministicGlobalSeed();
  return true;
}();

const std::map<std::string, unsigned> Version = {
    {"QT_VERSION_MAJOR", QT_VERSION_MAJOR}};

template <typename C> void add(C &Box, int Id) {
  if constexpr (requires { Box.insert(Id, Tracked(Id)); })
    Box.insert(Id, Tracked(Id));
  else
    Box.insert(Tracked(Id));
}

/// \p Operation on an object that shares its data: if the row says so, the old
/// elements are those of the copy alone, and go with it.
template <typename C, typename Fn>
void proveSharing(Proof<C> &P, llvm::StringRef Signature, Fn Operation) {
  C Box = P.filled(0, P.Size);
  Before<C> Was(Box);
  C Copy = Box;
  Operation(Box);
  Copy = C();
  const Row &R = P.Rows.prove(Signature);
  Was.expectEvidence(R, "this", {}, /*IsShared=*/true);
  if (fateBy(R, "this", Form::Ref, false, /*IsShared=*/true) == Fate::Stays)
    Was.expect(R, "this", Box);
}

template <typename C> void proveCommon(Proof<C> &P) {
  using Places = std::pair<C *, C *>;
  P.proveWithOther("swap(self)", [](C &Box, C &Other) -> Places {
    Box.swap(Other);
    return {&Other, &Box};
  });
  P.proveWithOther("operator=(self&&)", [](C &Box, C &Other) -> Places {
    Box = std::move(Other);
    return {&Box, &Box};
  });
  C Box = P.filled(0, P.Size);
  Before<C> Was(Box);
  C Moved(std::move(Box));
  Was.expect(P.Rows.prove("(ctor)(self&&)"), "#0", Moved);

  // Few entries move into another span: many show it.
  const int Size = P.Size;
  P.Size = 3000;
  std::set<int> Named;
  for (int Id = 0; Id < P.Size; Id += 2)
    Named.insert(Id);
  P.prove("remove(_)", Named, [&](C &Box) {
    for (int Id : Named)
      Box.remove(keyFor<C>(Id));
  });
  P.prove("erase(iter)", Named, [&](C &Box) {
    for (int Id : Named)
      Box.erase(Box.find(keyFor<C>(Id)));
  });
  if constexpr (requires(C Box) { Box.take(keyFor<C>(3)); })
    P.prove("take(_)", Named, [&](C &Box) {
      for (int Id : Named)
        Box.take(keyFor<C>(Id));
    });
  P.Size = Size;
  P.prove("removeIf(_)", {}, [](C &Box) {
    if constexpr (requires { typename C::mapped_type; })
      Box.removeIf([](auto It) { return It.value().id() == 3; });
    else
      Box.removeIf([](const Tracked &T) { return T.id() == 3; });
  });
  P.prove("clear()", {}, [](C &Box) { Box.clear(); });
  proveSharing(P, "detach()", [](C &Box) { Box.detach(); });
  proveSharing(P, "begin()", [](C &Box) { Box.begin(); });
  proveSharing(P, "end()", [](C &Box) { Box.end(); });
  proveSharing(P, "cbegin()", [](C &Box) { Box.cbegin(); });
  proveSharing(P, "find(_)", [](C &Box) { Box.find(keyFor<C>(3)); });
  proveSharing(P, "constFind(_)", [](C &Box) { Box.constFind(keyFor<C>(3)); });
  // A copy shares until then.
  proveSharing(P, "(ctor)(self)", [](C &Box) { C Other(Box); });
  P.Rows.passOver("operator=(_)"); // Of a list.
  P.proveWithOther("operator=(self)", [](C &Box, C &Other) -> Places {
    Box = Other;
    Box = C(); // To look into the other gives it data of its own.
    return {&Box, &Other};
  });
}

template <typename C> void proveMap(Proof<C> &P) {
  proveCommon(P);
  P.proveInsertion("insert(_, _)",
                   [](C &Box, int Id) { Box.insert(Id, Tracked(Id)); });
  if constexpr (requires(C Box) { Box.insert(Box); })
    P.prove("insert(_)", {}, [&](C &Box) { Box.insert(P.filled(1000, 1400)); });
  proveSharing(P, "equal_range(_)", [](C &Box) { Box.equal_range(3); });
  proveSharing(P, "keyValueBegin()", [](C &Box) { Box.keyValueBegin(); });
  proveSharing(P, "keyValueEnd()", [](C &Box) { Box.keyValueEnd(); });
  proveSharing(P, "insert(_, _)", [](C &Box) { Box.insert(3, Tracked(3)); });
  proveSharing(P, "remove(_)", [](C &Box) { Box.remove(3); });
  P.Rows.passOver("asKeyValueRange()"); // Begins when it is iterated.
}

/// A reserved table keeps iterators, but not each reference.
template <typename C> void proveReservedIterators(const Proof<C> &P) {
  C Box = P.filled(0, P.Size);
  Box.reserve(700);
  std::vector<typename C::iterator> Was;
  for (int Id = 0; Id != P.Size; ++Id)
    Was.push_back(Box.find(keyFor<C>(Id)));
  for (int Id = P.Size; Id != 700; ++Id)
    add(Box, Id);
  for (int Id = 0; Id != P.Size; ++Id)
    EXPECT_EQ(Was[Id]->id(), Id);
}

template <typename C> void proveHash(Proof<C> &P) {
  P.Size = 200;
  P.prove("reserve(_)", {}, [](C &Box) { Box.reserve(5000); });
  P.prove("squeeze()", {}, [](C &Box) {
    Box.reserve(5000);
    Box.squeeze();
  });
  proveSharing(P, "reserve(_)", [](C &Box) { Box.reserve(5000); });
}

template <typename C> void proveHashMap(Proof<C> &P) {
  proveHash(P);
  proveMap(P);
  P.proveInsertion("operator[](_)", [](C &Box, int Id) { Box[Id] = Id; });
  P.proveInsertion("emplace(_, ...)",
                   [](C &Box, int Id) { Box.emplace(Id, Id); });
}

template <typename C> void proveTree(Proof<C> &P) {
  proveMap(P);
  P.prove("insert(iter, _, _)", {},
          [](C &Box) { Box.insert(Box.cend(), 1000, Tracked(1000)); });
  P.prove("erase(iter, iter)", {3},
          [](C &Box) { Box.erase(Box.find(3), std::next(Box.find(3))); });
  proveSharing(P, "first()", [](C &Box) { Box.first(); });
  proveSharing(P, "last()", [](C &Box) { Box.last(); });
  proveSharing(P, "lowerBound(_)", [](C &Box) { Box.lowerBound(3); });
  proveSharing(P, "upperBound(_)", [](C &Box) { Box.upperBound(3); });
}

/// Several elements a key.
template <typename C> void proveMulti(Proof<C> &P) {
  P.prove("unite(_)", {}, [&](C &Box) { Box.unite(P.filled(1000, 1400)); });
  P.prove("remove(_, _)", {}, [](C &Box) { Box.remove(3, Tracked(3)); });
  P.proveInsertion("replace(_, _)",
                   [](C &Box, int Id) { Box.replace(Id, Tracked(Id)); });
  proveSharing(P, "find(_, _)", [](C &Box) { Box.find(3, Tracked(3)); });
}

} // namespace

TEST(StabilityQt, Hash) {
  using C = QHash<int, Tracked>;
  Proof<C> P("QHash", add<C>, Version);
  proveHashMap(P);
  proveReservedIterators(P);
}

TEST(StabilityQt, MultiHash) {
  using C = QMultiHash<int, Tracked>;
  Proof<C> P("QMultiHash", add<C>, Version);
  proveHashMap(P);
  proveMulti(P);
  P.proveInsertion("emplaceReplace(_, ...)",
                   [](C &Box, int Id) { Box.emplaceReplace(Id, Id); });
  P.prove("operator+=(_)", {}, [&](C &Box) { Box += P.filled(1000, 1400); });
  P.Rows.passOver("detach(iter)");
}

TEST(StabilityQt, Set) {
  using C = QSet<Tracked>;
  Proof<C> P("QSet", add<C>, Version);
  proveHash(P);
  proveReservedIterators(P);
  proveCommon(P);
  P.Rows.passOver("take(_)"); // Of maps.
  P.Rows.passOver("equal_range(_)");
  P.Rows.passOver("keyValueBegin()");
  P.Rows.passOver("asKeyValueRange()");
  P.proveInsertion("insert(_)", [](C &Box, int Id) { Box.insert(Id); });
  P.proveInsertion("insert(iter, _)",
                   [](C &Box, int Id) { Box.insert(Box.cend(), Id); });
  P.proveInsertion("operator<<(_)", [](C &Box, int Id) { Box << Id; });
  const C More = P.filled(1000, 1400), Few = P.filled(2, 40);
  P.prove("unite(_)", {}, [&](C &Box) { Box.unite(More); });
  P.prove("operator|=(_)", {}, [&](C &Box) { Box |= More; });
  P.prove("operator+=(_)", {}, [&](C &Box) { Box += More; });
  P.prove("intersect(_)", {}, [&](C &Box) { Box.intersect(Few); });
  P.prove("operator&=(_)", {}, [&](C &Box) { Box &= Few; });
  P.prove("subtract(_)", {}, [&](C &Box) { Box.subtract(Few); });
  P.prove("operator-=(_)", {}, [&](C &Box) { Box -= Few; });
}

TEST(StabilityQt, Map) {
  using C = QMap<int, Tracked>;
  Proof<C> P("QMap", add<C>, Version);
  proveTree(P);
  P.proveInsertion("operator[](_)", [](C &Box, int Id) { Box[Id] = Id; });
  proveSharing(P, "operator[](_)", [](C &Box) { Box[3]; });
}

TEST(StabilityQt, MultiMap) {
  using C = QMultiMap<int, Tracked>;
  Proof<C> P("QMultiMap", add<C>, Version);
  proveTree(P);
  proveMulti(P);
  P.Rows.passOver("insertMulti(_, _)"); // Called insert() now.
  P.Rows.passOver("insertMulti(iter, _, _)");
}
