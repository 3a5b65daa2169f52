//===- LibraryStability.h - Operations that containers share ----*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs each operation that a container has under a name of the standard's. What
// its row says to stay must stay; where the row says that references may end,
// some must really do. Iterators that end show nothing: for them alone a row
// rests on the documentation.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TEST_UNIT_LIBRARYSTABILITY_H
#define TOMBSTONE_TEST_UNIT_LIBRARYSTABILITY_H

#include "CatalogueStability.h"
#include "gmock/gmock.h"
#include <functional>
#include <vector>

namespace tombstone {

template <typename C>
concept MapLike = requires {
  typename C::mapped_type;
} || !std::is_convertible_v<typename C::key_type, typename C::value_type>;

template <typename C> auto keyFor(int Id) { return typename C::key_type(Id); }

template <typename C> auto elementFor(int Id) {
  if constexpr (MapLike<C>)
    return std::pair<typename C::key_type, Tracked>(Id, Id);
  else
    return typename C::value_type(Id);
}

template <typename C> class Proof {
public:
  using Adder = std::function<void(C &, int Id)>;

  /// \p Add is the operation that fills a container; \p Macros are those of the
  /// library's version.
  Proof(llvm::StringRef Class, Adder Add,
        std::map<std::string, unsigned> Macros = {})
      : Rows(Class, std::move(Macros)), Add(std::move(Add)) {}
  /// A container is said to be of the class only if all its rows are proven.
  ~Proof() { EXPECT_THAT(Rows.unproven(), testing::IsEmpty()); }

  C filled(int From, int To) const {
    C Box;
    for (int Id = From; Id != To; ++Id)
      Add(Box, Id);
    return Box;
  }

  /// Runs \p Operation on 0 to Size - 1; it names \p Named.
  template <typename Fn>
  void prove(llvm::StringRef Signature, std::set<int> Named, Fn Operation) {
    C Box = filled(0, Size);
    Before<C> Was(Box);
    Operation(Box);
    Was.expect(Rows.prove(Signature), "this", Box, Named);
    Was.expectEvidence(Rows.prove(Signature), "this", Named);
  }

  /// Runs \p Operation often enough for every container to grow.
  template <typename Fn>
  void proveInsertion(llvm::StringRef Signature, Fn Operation) {
    prove(Signature, {}, [&](C &Box) {
      for (int Id = FirstNew; Id != FirstNew + 400; ++Id)
        Operation(Box, Id);
    });
  }

  /// Runs \p Operation on two containers and expects the elements of the first
  /// and of the second where it says.
  template <typename Fn>
  void proveWithOther(llvm::StringRef Signature, Fn Operation) {
    C Box = filled(0, Size), Other = filled(Size, 2 * Size);
    Before<C> Was(Box), OtherWas(Other);
    std::pair<C *, C *> Now = Operation(Box, Other);
    Was.expect(Rows.prove(Signature), "this", *Now.first);
    Was.expectEvidence(Rows.prove(Signature), "this", {});
    OtherWas.expect(Rows.prove(Signature), "#0", *Now.second);
    OtherWas.expectEvidence(Rows.prove(Signature), "#0", {});
  }

  /// After reserve(n) nothing moves until there are n elements.
  template <typename Fn> void proveReserve(Fn Reserve) {
    const Row &R = Rows.prove("reserve(_)");
    EXPECT_TRUE(llvm::any_of(R.Effects, [](const Effect &E) {
      return E.K == Effect::Kind::Reserve;
    })) << rowText(R);
    prove("reserve(_)", {}, [&](C &Box) { Reserve(Box, 5000); });
    C Box = filled(0, Size);
    Reserve(Box, 700);
    Before<C> Was(Box);
    for (int Id = Size; Id != 700; ++Id)
      Add(Box, Id);
    Was.expect(Row(), "this", Box);
  }

  RowsUnderTest Rows;
  int Size = 12;       ///< Of the containers on which operations run.
  int FirstNew = 1000; ///< The first of the elements that are inserted.

private:
  Adder Add;
};

template <typename C> void proveErasing(Proof<C> &P) {
  const std::set<int> Named = {1, 4, 5, 7};
  P.prove("erase(_)", Named, [&](C &Box) {
    for (int Id : Named)
      Box.erase(keyFor<C>(Id));
  });
  P.prove("erase(iter)", Named, [&](C &Box) {
    for (int Id : Named)
      Box.erase(Box.find(keyFor<C>(Id)));
  });
  if constexpr (requires(C Box) { Box.erase(Box.begin(), Box.end()); })
    P.prove("erase(iter, iter)", Named, [&](C &Box) {
      for (int Id : Named)
        Box.erase(Box.find(keyFor<C>(Id)), std::next(Box.find(keyFor<C>(Id))));
    });
  P.prove("clear()", {}, [](C &Box) { Box.clear(); });
}

template <typename C> void proveInserting(Proof<C> &P) {
  P.proveInsertion("insert(_)",
                   [](C &Box, int Id) { Box.insert(elementFor<C>(Id)); });
  if constexpr (requires(C Box) { Box.insert(Box.end(), *Box.begin()); })
    P.proveInsertion("insert(iter, _)", [](C &Box, int Id) {
      Box.insert(Box.end(), elementFor<C>(Id));
    });
  std::vector<decltype(elementFor<C>(0))> More;
  for (int Id = P.FirstNew; Id != P.FirstNew + 400; ++Id)
    More.push_back(elementFor<C>(Id));
  if constexpr (requires(C Box) { Box.insert(More.begin(), More.end()); })
    P.prove("insert(_, _)", {},
            [&](C &Box) { Box.insert(More.begin(), More.end()); });
  if constexpr (requires(C Box) { Box.insert(Box.begin(), Box.end()); })
    if (P.Rows.has("insert(iter, iter)"))
      P.prove("insert(iter, iter)", {}, [&](C &Box) {
        C Others = P.filled(P.FirstNew, P.FirstNew + 400);
        Box.insert(Others.begin(), Others.end());
      });
  if constexpr (requires(C Box) { Box.insert_range(More); })
    P.prove("insert_range(_)", {}, [&](C &Box) { Box.insert_range(More); });
}

/// Other numbers of arguments make the pair or its value.
template <typename C> void proveEmplacing(Proof<C> &P) {
  P.proveInsertion("emplace(_)",
                   [](C &Box, int Id) { Box.emplace(elementFor<C>(Id)); });
  P.proveInsertion("emplace(...)", [](C &Box, int Id) {
    if constexpr (MapLike<C>)
      Box.emplace(std::piecewise_construct, std::tuple(Id), std::tuple(Id));
    else
      Box.emplace(Id);
  });
  if constexpr (MapLike<C>)
    P.proveInsertion("emplace(_, _)",
                     [](C &Box, int Id) { Box.emplace(Id, Id); });
  if constexpr (requires(C Box) {
                  Box.emplace_hint(Box.end(), elementFor<C>(0));
                }) {
    P.proveInsertion("emplace_hint(_, _)", [](C &Box, int Id) {
      Box.emplace_hint(Box.end(), elementFor<C>(Id));
    });
    P.proveInsertion("emplace_hint(_, ...)", [](C &Box, int Id) {
      if constexpr (MapLike<C>)
        Box.emplace_hint(Box.end(), std::piecewise_construct, std::tuple(Id),
                         std::tuple(Id));
      else
        Box.emplace_hint(Box.end(), Id);
    });
    if constexpr (MapLike<C>)
      P.proveInsertion("emplace_hint(_, _, _)", [](C &Box, int Id) {
        Box.emplace_hint(Box.end(), Id, Id);
      });
  }
}

/// Through a node; where the elements are in the table, they move into it.
template <typename C> void proveExtracting(Proof<C> &P) {
  typename C::node_type Node;
  P.prove("extract(_)", {3}, [&](C &Box) { Node = Box.extract(keyFor<C>(3)); });
  P.prove("extract(iter)", {3},
          [&](C &Box) { Node = Box.extract(Box.find(keyFor<C>(3))); });
  EXPECT_FALSE(Node.empty());
  C Source = P.filled(P.FirstNew, P.FirstNew + 400);
  P.proveInsertion("insert(node)", [&](C &Box, int Id) {
    Box.insert(Source.extract(keyFor<C>(Id)));
  });
  Source = P.filled(P.FirstNew, P.FirstNew + 400);
  P.proveInsertion("insert(iter, node)", [&](C &Box, int Id) {
    Box.insert(Box.end(), Source.extract(keyFor<C>(Id)));
  });
}

/// Of maps alone; \p P's class is not of several elements a key.
template <typename C> void proveInsertingIntoMap(Proof<C> &P) {
  P.proveInsertion("operator[](_)", [](C &Box, int Id) { Box[Id] = Id; });
  if constexpr (requires(C Box) { Box.try_emplace(0, 0); })
    P.proveInsertion("try_emplace(_, ...)",
                     [](C &Box, int Id) { Box.try_emplace(Id, Id); });
  if constexpr (requires(C Box) { Box.try_emplace(Box.end(), 0, 0); })
    P.proveInsertion("try_emplace(iter, _, ...)", [](C &Box, int Id) {
      Box.try_emplace(Box.end(), Id, Id);
    });
  if constexpr (requires(C Box) { Box.insert_or_assign(0, Tracked(0)); })
    P.proveInsertion("insert_or_assign(_, _)", [](C &Box, int Id) {
      Box.insert_or_assign(Id, Tracked(Id));
    });
  if constexpr (requires(C Box) {
                  Box.insert_or_assign(Box.end(), 0, Tracked(0));
                })
    P.proveInsertion("insert_or_assign(iter, _, _)", [](C &Box, int Id) {
      Box.insert_or_assign(Box.end(), Id, Tracked(Id));
    });
}

/// \p Swap is the signature of the class's own swap.
template <typename C>
void proveWhole(Proof<C> &P, llvm::StringRef Swap = "swap(self)") {
  P.proveWithOther(Swap, [](C &Box, C &Other) {
    Box.swap(Other);
    return std::pair(&Other, &Box);
  });
  P.proveWithOther("operator=(self&&)", [](C &Box, C &Other) {
    Box = std::move(Other);
    return std::pair(&Box, &Box);
  });
  P.proveWithOther("operator=(self)", [](C &Box, C &Other) {
    Box = Other;
    return std::pair(&Box, &Other);
  });
  C Box = P.filled(0, P.Size);
  Before<C> Was(Box);
  C Moved(std::move(Box));
  const Row &R = P.Rows.prove("(ctor)(self&&)");
  Was.expect(R, "#0", Moved);
  Was.expectEvidence(R, "#0", {});
}

} // namespace tombstone

#endif // TOMBSTONE_TEST_UNIT_LIBRARYSTABILITY_H
