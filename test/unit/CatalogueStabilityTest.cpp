//===- CatalogueStabilityTest.cpp - Associative containers keep promises --===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each row of a class that changes elements is run on the real container. That
// a form stays is proven for this library; that an iterator ends is the
// standard's word alone, since nothing may be asked of such an iterator.
//
//===----------------------------------------------------------------------===//

#include "CatalogueStability.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <memory>
#include <unordered_map>
#include <unordered_set>

using namespace tombstone;

namespace {

template <typename C>
concept IsMap = requires { typename C::mapped_type; };
template <typename C>
concept IsHash = requires { typename C::hasher; };
template <typename C>
concept IsUnique = requires { typename C::insert_return_type; };

template <typename C> typename C::value_type element(int Id) {
  if constexpr (IsMap<C>)
    return {Id, Tracked(Id)};
  else
    return Tracked(Id);
}

template <typename C> C filled(int From, int To) {
  C Box;
  for (int Id = From; Id != To; ++Id)
    Box.insert(element<C>(Id));
  return Box;
}

template <typename C> const char *className() {
  if constexpr (IsMap<C> && IsHash<C>)
    return IsUnique<C> ? "std::unordered_map" : "std::unordered_multimap";
  else if constexpr (IsMap<C>)
    return IsUnique<C> ? "std::map" : "std::multimap";
  else if constexpr (IsHash<C>)
    return IsUnique<C> ? "std::unordered_set" : "std::unordered_multiset";
  else
    return IsUnique<C> ? "std::set" : "std::multiset";
}

template <typename C> class Stability : public testing::Test {
protected:
  /// Runs \p Operation on 0 to 7; it names \p Named.
  template <typename Fn>
  void prove(llvm::StringRef Signature, std::set<int> Named, Fn Operation) {
    C Box = filled<C>(0, 8);
    Before<C> Was(Box);
    Operation(Box);
    Was.expect(Rows.prove(Signature), "this", Box, Named);
  }

  /// Runs \p Operation often enough for every table to grow.
  template <typename Fn>
  void proveInsertion(llvm::StringRef Signature, Fn Operation) {
    prove(Signature, {}, [&](C &Box) {
      for (int Id = 100; Id != 200; ++Id)
        Operation(Box, Id);
    });
  }

  /// Runs \p Operation on 0 to 7 and on 4 to 11; all those stay in one of them.
  /// \p Mine and \p Other say where the elements are afterwards.
  template <typename Fn>
  void proveWithOther(llvm::StringRef Signature, Fn Operation) {
    C Box = filled<C>(0, 8), Other = filled<C>(8, 12);
    Before<C> Was(Box), OtherWas(Other);
    auto [Mine, Others] = Operation(Box, Other);
    Was.expect(Rows.prove(Signature), "this", *Mine);
    OtherWas.expect(Rows.prove(Signature), "#0", *Others);
  }

  void proveErasing();
  void proveInserting();
  void proveInsertingIntoMaps();
  void proveExtracting();
  void proveReinserting();
  void proveWhole();
  void proveGrowth();

  RowsUnderTest Rows{className<C>()};
};

template <typename C> void Stability<C>::proveErasing() {
  prove("erase(iter)", {3}, [](C &Box) { Box.erase(Box.find(3)); });
  prove("erase(_)", {3}, [](C &Box) { Box.erase(3); });
  prove("erase(iter, iter)", {3},
        [](C &Box) { Box.erase(Box.find(3), std::next(Box.find(3))); });
  prove("clear()", {}, [](C &Box) { Box.clear(); });
}

template <typename C> void Stability<C>::proveInserting() {
  proveInsertion("insert(_)",
                 [](C &Box, int Id) { Box.insert(element<C>(Id)); });
  proveInsertion("insert(iter, _)", [](C &Box, int Id) {
    Box.insert(Box.cbegin(), element<C>(Id));
  });
  proveInsertion("emplace(_)",
                 [](C &Box, int Id) { Box.emplace(element<C>(Id)); });
  proveInsertion("emplace_hint(_, _)", [](C &Box, int Id) {
    Box.emplace_hint(Box.cbegin(), element<C>(Id));
  });
  prove("insert(_, _)", {}, [](C &Box) {
    std::vector<typename C::value_type> More(100, element<C>(50));
    Box.insert(More.begin(), More.end());
  });
  prove("insert(iter, iter)", {}, [](C &Box) {
    C More = filled<C>(100, 200);
    Box.insert(More.begin(), More.end());
  });
  if constexpr (requires(C Box) { Box.insert_range(Box); })
    prove("insert_range(_)", {},
          [](C &Box) { Box.insert_range(filled<C>(100, 200)); });
  else
    Rows.prove("insert_range(_)");
}

template <typename C> void Stability<C>::proveInsertingIntoMaps() {
  // Other numbers of arguments for the pair or for the value.
  proveInsertion("emplace(...)", [](C &Box, int Id) {
    if constexpr (IsMap<C>)
      Box.emplace(std::piecewise_construct, std::tuple(Id), std::tuple(Id));
    else
      Box.emplace(element<C>(Id));
  });
  proveInsertion("emplace_hint(_, ...)", [](C &Box, int Id) {
    if constexpr (IsMap<C>)
      Box.emplace_hint(Box.begin(), std::piecewise_construct, std::tuple(Id),
                       std::tuple(Id));
    else
      Box.emplace_hint(Box.begin(), Id);
  });
  if constexpr (IsMap<C>) {
    proveInsertion("emplace(_, _)",
                   [](C &Box, int Id) { Box.emplace(Id, Id); });
    proveInsertion("emplace_hint(_, _, _)", [](C &Box, int Id) {
      Box.emplace_hint(Box.cbegin(), Id, Id);
    });
  }
  if constexpr (IsMap<C> && IsUnique<C>) {
    proveInsertion("operator[](_)", [](C &Box, int Id) { Box[Id] = Id; });
    proveInsertion("try_emplace(_, ...)",
                   [](C &Box, int Id) { Box.try_emplace(Id, Id); });
    proveInsertion("try_emplace(iter, _, ...)", [](C &Box, int Id) {
      Box.try_emplace(Box.cbegin(), Id, Id);
    });
    proveInsertion("insert_or_assign(_, _)",
                   [](C &Box, int Id) { Box.insert_or_assign(Id, Id); });
    proveInsertion("insert_or_assign(iter, _, _)", [](C &Box, int Id) {
      Box.insert_or_assign(Box.cbegin(), Id, Id);
    });
    prove("insert_or_assign(_, _)", {3},
          [](C &Box) { Box.insert_or_assign(3, 3); });
    prove("insert_or_assign(iter, _, _)", {3},
          [](C &Box) { Box.insert_or_assign(Box.cbegin(), 3, 3); });
  }
}

template <typename C> void Stability<C>::proveExtracting() {
  typename C::node_type Node;
  prove("extract(iter)", {3}, [&](C &Box) { Node = Box.extract(Box.find(3)); });
  EXPECT_TRUE(Node);
  prove("extract(_)", {3}, [&](C &Box) { Node = Box.extract(3); });
  EXPECT_TRUE(Node);
  // While the node lives, what it holds is the element.
  C Box = filled<C>(0, 8);
  const Tracked *At = &valueIn(*Box.find(3));
  Node = Box.extract(3);
  if constexpr (IsMap<C>)
    EXPECT_EQ(&Node.mapped(), At);
  else
    EXPECT_EQ(&Node.value(), At);
  Node = {};
  EXPECT_FALSE(Tracked::isAlive(At, 3));
}

template <typename C> void Stability<C>::proveReinserting() {
  C Source = filled<C>(100, 200);
  std::map<int, const Tracked *> Was;
  for (const auto &Element : Source)
    Was[valueIn(Element).id()] = &valueIn(Element);
  const auto ExpectMoved = [&](C &Box, int Id) {
    auto It = Box.find(Id);
    ASSERT_TRUE(It != Box.end());
    EXPECT_EQ(&valueIn(*It), Was[Id]) << "references follow the node";
  };
  proveInsertion("insert(node)", [&](C &Box, int Id) {
    Box.insert(Source.extract(Id));
    ExpectMoved(Box, Id);
    Source.insert(Box.extract(Id));
  });
  proveInsertion("insert(iter, node)", [&](C &Box, int Id) {
    Box.insert(Box.cbegin(), Source.extract(Id));
    ExpectMoved(Box, Id);
  });
}

template <typename C> void Stability<C>::proveWhole() {
  using Places = std::pair<C *, C *>;
  proveWithOther("swap(self)", [](C &Box, C &Other) -> Places {
    Box.swap(Other);
    return {&Other, &Box};
  });
  proveWithOther("merge(_)", [](C &Box, C &Other) -> Places {
    Box.merge(Other);
    return {&Box, &Box};
  });
  proveWithOther("operator=(self&&)", [](C &Box, C &Other) -> Places {
    Box = std::move(Other);
    return {&Box, &Box};
  });
  proveWithOther("operator=(self)", [](C &Box, C &Other) -> Places {
    Box = Other;
    return {&Box, &Other};
  });
  proveWithOther("operator=(_)", [](C &Box, C &Other) -> Places {
    Box = {element<C>(20)};
    return {&Box, &Other};
  });
  C Box = filled<C>(0, 8);
  Before<C> Was(Box);
  C Moved(std::move(Box));
  Was.expect(Rows.prove("(ctor)(self&&)"), "#0", Moved);
  C Again(std::move(Moved), Moved.get_allocator());
  Was.expect(Rows.prove("(ctor)(self&&, _)"), "#0", Again);
}

/// That a bucket's number does not outlive a rehash shows, at least for some.
template <typename C> void Stability<C>::proveGrowth() {
  const auto Grow = [&](llvm::StringRef Signature, auto Operation) {
    prove(Signature, {}, Operation);
    C Box = filled<C>(1000, 1200);
    std::map<int, std::size_t> Was;
    for (const auto &Element : Box)
      Was[valueIn(Element).id()] = Box.bucket(valueIn(Element).id());
    Operation(Box);
    const Row &R = Rows.prove(Signature);
    for (Form F : {Form::Bucket, Form::Local, Form::Iter})
      EXPECT_EQ(fateBy(R, "this", F, false), Fate::MayEnd) << rowText(R);
    EXPECT_TRUE(llvm::any_of(Was, [&](const auto &Entry) {
      return Box.bucket(Entry.first) != Entry.second;
    })) << rowText(R);
  };
  Grow("rehash(_)", [](C &Box) { Box.rehash(5000); });
  Grow("reserve(_)", [](C &Box) { Box.reserve(5000); });
  Grow("insert(_)", [](C &Box) {
    for (int Id = 2000; Id != 6000; ++Id)
      Box.insert(element<C>(Id));
  });
}

using Containers = testing::Types<
    std::map<int, Tracked>, std::multimap<int, Tracked>, std::set<Tracked>,
    std::multiset<Tracked>, std::unordered_map<int, Tracked>,
    std::unordered_multimap<int, Tracked>, std::unordered_set<Tracked>,
    std::unordered_multiset<Tracked>>;
TYPED_TEST_SUITE(Stability, Containers);

} // namespace

TYPED_TEST(Stability, EveryRowThatChangesElementsIsTrue) {
  this->proveErasing();
  this->proveInserting();
  this->proveInsertingIntoMaps();
  this->proveExtracting();
  this->proveReinserting();
  this->proveWhole();
  if constexpr (IsHash<TypeParam>)
    this->proveGrowth();
  EXPECT_THAT(this->Rows.unproven(), testing::IsEmpty());
}

// [map.modifiers]: insert_or_assign keeps the element and ends what it owned.
TEST(StabilityOfOwned, EndsWithTheValueThatIsAssigned) {
  std::map<int, std::unique_ptr<Tracked>> Box;
  Box[1] = std::make_unique<Tracked>(1);
  const auto *Slot = &Box[1];
  const Tracked *Owned = Box[1].get();
  Box.insert_or_assign(1, std::make_unique<Tracked>(2));
  EXPECT_EQ(&Box[1], Slot);
  EXPECT_FALSE(Tracked::isAlive(Owned, 1));
}
