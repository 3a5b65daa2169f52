// The rows of std-flat.effects on the containers of libc++, in a program of its
// own: the unit tests are built with another library.
//
// REQUIRES: libcxx
// RUN: %clangxx -std=c++23 -stdlib=libc++ %s -o %t && %t
// RUN: %explain --effects=std::flat_map | FileCheck %s --check-prefixes=ALL,MAP
// RUN: %explain --effects=std::flat_set | FileCheck %s --check-prefix=ALL

#include <cstdio>
#include <flat_map>
#include <flat_set>

static int Failures = 0;

static void expect(bool Holds, const char *What) {
  if (!Holds) {
    std::printf("does not hold: %s\n", What);
    ++Failures;
  }
}

using Map = std::flat_map<int, int>;
using Set = std::flat_set<int>;

static int at(const Map &Box, int Key) { return Box.at(Key); }
static int at(const Set &Box, int Key) { return *Box.find(Key); }
static const int *where(const Map &Box, int Key) { return &Box.at(Key); }
static const int *where(const Set &Box, int Key) { return &*Box.find(Key); }
static void add(Map &Box, int Key) { Box.try_emplace(Key, Key); }
static void add(Set &Box, int Key) { Box.insert(Key); }

template <typename C> static C filled() {
  C Box;
  for (int Key = 0; Key != 8; ++Key)
    add(Box, Key);
  return Box;
}

// MAP-DAG: operator[](_) relocate ref,iter this[*]; makes this[#0]; -> ref this[#0].second
// ALL-DAG: insert(_) relocate ref,iter this[*]; .first -> iter this[#0
template <typename C> static void insertionMoves() {
  C Box = filled<C>();
  const int *Last = where(Box, 7);
  add(Box, -1);
  expect(where(Box, 7) != Last, "an insertion moves what stands behind");
}

// ALL-DAG: erase(_) kill ref,iter this[#0]; relocate ref,iter this[?]
template <typename C> static void erasureMovesWhatIsBehind() {
  C Box = filled<C>();
  const int *First = where(Box, 0), *Third = where(Box, 3),
            *Last = where(Box, 7);
  Box.erase(3);
  expect(where(Box, 0) == First, "an erasure keeps what stands before");
  expect(where(Box, 7) != Last, "an erasure moves what stands behind");
  expect(*Third == 4, "the next one takes the place of the erased one");
}

// ALL-DAG: swap(self) swap this #0
// ALL-DAG: (ctor)(self&&) move #0[*] -> this
// ALL-DAG: operator=(self&&) overwrite this; move #0[*] -> this
// ALL-DAG: extract() move this[*] -> result
template <typename C> static void elementsFollow() {
  C Box = filled<C>(), Other;
  const int *Place = where(Box, 3);
  Box.swap(Other);
  expect(where(Other, 3) == Place, "elements follow a swap");
  C Moved(std::move(Other));
  expect(where(Moved, 3) == Place, "elements follow a construction");
  Box = std::move(Moved);
  expect(where(Box, 3) == Place, "elements follow an assignment");
  auto Taken = std::move(Box).extract();
  expect(*Place == 3 && Box.empty(), "elements follow an extraction");
}

template <typename C> static void all() {
  expect(at(filled<C>(), 5) == 5, "it is filled");
  insertionMoves<C>();
  erasureMovesWhatIsBehind<C>();
  elementsFollow<C>();
}

int main() {
  all<Map>();
  all<Set>();
  return Failures;
}
