//===- CatalogueStabilitySequencesTest.cpp - So do sequences and owners ---===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// As CatalogueStabilityTest.cpp, for what may stand inside an element.
//
//===----------------------------------------------------------------------===//

#include "CatalogueStability.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <deque>
#include <forward_list>
#include <list>
#include <memory>
#include <vector>

using namespace tombstone;

namespace {

template <typename C> C filled(int From, int To) {
  C Box;
  for (int Id = To - 1; Id >= From; --Id)
    Box.insert(Box.begin(), Tracked(Id));
  return Box;
}

template <> std::forward_list<Tracked> filled(int From, int To) {
  std::forward_list<Tracked> Box;
  for (int Id = To - 1; Id >= From; --Id)
    Box.push_front(Id);
  return Box;
}

/// Runs operations on 0 to 7, in order.
template <typename C> struct Sequence {
  explicit Sequence(llvm::StringRef Class) : Rows(Class) {}

  template <typename Fn>
  void prove(llvm::StringRef Signature, std::set<int> Named, Fn Operation) {
    C Box = filled<C>(0, 8);
    Before<C> Was(Box);
    Operation(Box);
    Was.expect(Rows.prove(Signature), "this", Box, Named);
  }

  /// \p Operation gives 8 to 11, or those that it names, to the first.
  template <typename Fn>
  void proveTaking(llvm::StringRef Signature, Fn Operation) {
    C Box = filled<C>(0, 8), Other = filled<C>(8, 12);
    std::map<int, const Tracked *> Was;
    for (const Tracked &T : Other)
      Was[T.id()] = &T;
    Operation(Box, Other);
    Rows.prove(Signature);
    unsigned Taken = 0;
    for (const Tracked &T : Box)
      if (T.id() >= 8) {
        EXPECT_EQ(&T, Was[T.id()]) << Signature.str();
        ++Taken;
      }
    EXPECT_NE(Taken, 0u) << Signature.str();
  }

  void proveWhole() {
    prove("clear()", {}, [](C &Box) { Box.clear(); });
    prove("assign(...)", {}, [](C &Box) { Box.assign(3, Tracked(20)); });
    prove("operator=(self)", {}, [](C &Box) {
      const C Other = filled<C>(20, 24);
      Box = Other;
    });
    prove("operator=(_)", {}, [](C &Box) { Box = {Tracked(20)}; });
    prove("operator=(self&&)", {}, [](C &Box) { Box = filled<C>(20, 24); });
    proveTaking("operator=(self&&)",
                [](C &Box, C &Other) { Box = std::move(Other); });
    proveTaking("swap(self)", [](C &Box, C &Other) { Box.swap(Other); });
    C Box = filled<C>(0, 8);
    Before<C> Was(Box);
    C Moved(std::move(Box));
    Was.expect(Rows.prove("(ctor)(self&&)"), "#0", Moved);
    C Again(std::move(Moved), Moved.get_allocator());
    Was.expect(Rows.prove("(ctor)(self&&, _)"), "#0", Again);
  }

  void proveEnds() {
    prove("push_back(_)", {}, [](C &Box) { Box.push_back(20); });
    prove("emplace_back(...)", {}, [](C &Box) { Box.emplace_back(20); });
    prove("pop_back()", {}, [](C &Box) { Box.pop_back(); });
    prove("resize(_)", {}, [](C &Box) { Box.resize(100); });
    prove("resize(_, _)", {}, [](C &Box) { Box.resize(100, 20); });
    prove("insert(iter, ...)", {},
          [](C &Box) { Box.insert(std::next(Box.begin(), 4), 20); });
    prove("emplace(iter, ...)", {},
          [](C &Box) { Box.emplace(std::next(Box.begin(), 4), 20); });
    prove("erase(iter)", {3},
          [](C &Box) { Box.erase(std::next(Box.begin(), 3)); });
    prove("erase(iter, iter)", {3, 4}, [](C &Box) {
      Box.erase(std::next(Box.begin(), 3), std::next(Box.begin(), 5));
    });
  }

  void proveFront() {
    prove("push_front(_)", {}, [](C &Box) { Box.push_front(20); });
    prove("emplace_front(...)", {}, [](C &Box) { Box.emplace_front(20); });
    prove("pop_front()", {0}, [](C &Box) { Box.pop_front(); });
  }

  void proveRemoving() {
    prove("remove(_)", {}, [](C &Box) { Box.remove(3); });
    prove("remove_if(_)", {}, [](C &Box) {
      Box.remove_if([](const Tracked &T) { return T.id() == 3; });
    });
    prove("unique()", {}, [](C &Box) { Box.unique(); });
    prove("sort()", {}, [](C &Box) { Box.sort(); });
    prove("reverse()", {}, [](C &Box) { Box.reverse(); });
    proveTaking("merge(_)", [](C &Box, C &Other) { Box.merge(Other); });
  }

  RowsUnderTest Rows;
};

} // namespace

TEST(StabilityOfSequences, Vector) {
  using C = std::vector<Tracked>;
  Sequence<C> S("std::vector");
  S.proveWhole();
  S.proveEnds();
  S.prove("reserve(_)", {}, [](C &Box) { Box.reserve(100); });
  S.prove("shrink_to_fit()", {}, [](C &Box) { Box.shrink_to_fit(); });
}

TEST(StabilityOfSequences, Deque) {
  using C = std::deque<Tracked>;
  Sequence<C> S("std::deque");
  S.proveWhole();
  S.proveEnds();
  S.proveFront();
  S.prove("push_back(_)", {}, [](C &Box) {
    for (int Id = 100; Id != 10000; ++Id)
      Box.push_back(Id);
  });
}

TEST(StabilityOfSequences, List) {
  using C = std::list<Tracked>;
  Sequence<C> S("std::list");
  S.proveWhole();
  S.proveEnds();
  S.proveFront();
  S.proveRemoving();
  S.proveTaking("splice(iter, _)",
                [](C &Box, C &Other) { Box.splice(Box.begin(), Other); });
  S.proveTaking("splice(iter, _, iter)", [](C &Box, C &Other) {
    Box.splice(Box.begin(), Other, Other.begin());
  });
  S.proveTaking("splice(iter, _, iter, iter)", [](C &Box, C &Other) {
    Box.splice(Box.begin(), Other, Other.begin(), Other.end());
  });
}

TEST(StabilityOfSequences, ForwardList) {
  using C = std::forward_list<Tracked>;
  Sequence<C> S("std::forward_list");
  S.proveWhole();
  S.proveFront();
  S.proveRemoving();
  S.prove("insert_after(iter, ...)", {},
          [](C &Box) { Box.insert_after(Box.begin(), 20); });
  S.prove("erase_after(iter)", {1},
          [](C &Box) { Box.erase_after(Box.begin()); });
  S.prove("erase_after(iter, iter)", {},
          [](C &Box) { Box.erase_after(Box.begin(), Box.end()); });
  S.proveTaking("splice_after(iter, _)",
                [](C &Box, C &Other) { Box.splice_after(Box.begin(), Other); });
  S.proveTaking("splice_after(iter, _, iter)", [](C &Box, C &Other) {
    Box.splice_after(Box.begin(), Other, Other.begin());
  });
}

namespace {

std::string effectsOf(llvm::StringRef Class, llvm::StringRef Signature) {
  RowsUnderTest Rows(Class);
  return toString(Rows.prove(Signature).Effects);
}

} // namespace

TEST(StabilityOfOwners, TheObjectGoesWithItsOwner) {
  auto Old = std::make_unique<Tracked>(1), New = std::make_unique<Tracked>(2);
  const Tracked *First = Old.get(), *Second = New.get();

  EXPECT_EQ(effectsOf("std::unique_ptr", "operator=(self&&)"),
            "overwrite this; move *#0 -> *this");
  Old = std::move(New);
  EXPECT_FALSE(Tracked::isAlive(First, 1));
  EXPECT_EQ(Old.get(), Second);
  EXPECT_TRUE(Tracked::isAlive(Second, 2));

  EXPECT_EQ(effectsOf("std::unique_ptr", "release()"),
            "-> ref *this; move *this -> *result");
  Tracked *Raw = Old.release();
  EXPECT_EQ(Raw, Second);
  EXPECT_TRUE(Tracked::isAlive(Second, 2));

  EXPECT_EQ(effectsOf("std::unique_ptr", "reset(_)"),
            "overwrite this; move *#0 -> *this");
  Old.reset(Raw);
  EXPECT_EQ(Old.get(), Second);
  Old.reset();
  EXPECT_FALSE(Tracked::isAlive(Second, 2));
}

TEST(StabilityOfOwners, OneOfSeveralOwnersSaysNothing) {
  auto One = std::make_shared<Tracked>(1), Two = One;
  const Tracked *Object = One.get();
  EXPECT_EQ(effectsOf("std::shared_ptr", "reset()"), "nothing");
  One.reset();
  EXPECT_TRUE(Tracked::isAlive(Object, 1));
}

// [string.require]: what a short string holds does not follow it.
TEST(StabilityOfStrings, ShortOnesTakeTheirCharactersNowhere) {
  std::string Short = "ab";
  const char *Text = Short.data();
  EXPECT_EQ(effectsOf("std::basic_string", "(ctor)(self&&)"),
            "relocate ref,iter,view #0[*]");
  const std::string Moved = std::move(Short);
  EXPECT_NE(Moved.data(), Text);
}
