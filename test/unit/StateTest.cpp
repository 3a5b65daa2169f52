//===- StateTest.cpp - The laws of the lattice ----------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// States meet where paths do. That the engine ends, and ends in the same state
// whatever the order of its visits, rests on these laws; here they are held
// against thousands of states, the same ones in every run.
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/State.h"
#include "gtest/gtest.h"
#include <random>

using namespace tombstone;
using clang::dataflow::LatticeJoinEffect;

namespace {

/// Makes states out of so few parts that two of them often share some.
class StateGenerator {
public:
  State next() {
    State S;
    for (unsigned Count = below(4); Count; --Count)
      S.Handles[region()] = loans();
    for (unsigned Count = below(4); Count; --Count)
      S.Keys[region()] = key();
    for (unsigned Count = below(4); Count; --Count)
      S.Values[region()] = key();
    for (unsigned Count = below(4); Count; --Count)
      if (ContainerFacts Facts = facts(); !Facts.empty())
        S.Containers[region()] = Facts;
    return S;
  }

private:
  unsigned below(unsigned Limit) {
    // A distribution of the library would not be the same everywhere.
    return static_cast<unsigned>(Random() % Limit);
  }
  RegionId region() { return RegionId(below(4)); }

  LoanSet loans() {
    LoanSet Loans;
    for (unsigned Count = below(3); Count; --Count) {
      const Life L = static_cast<Life>(below(6));
      insert(Loans, {region(), below(2) ? Form::Ref : Form::Iter, L,
                     L == Life::Alive ? CauseId() : CauseId(below(2))});
    }
    return Loans;
  }

  ContainerFacts facts() {
    ContainerFacts Facts;
    for (unsigned Count = below(3); Count; --Count)
      Facts.Present.insert(key());
    const auto K = static_cast<Room::Kind>(below(3));
    Facts.Left = {K, K == Room::Kind::Known ? below(3) : 0};
    for (unsigned Count = below(3); Count; --Count)
      Facts.SharedWith.insert(region());
    if (below(4) == 0)
      Facts.Emptied = CauseId(below(2));
    else
      for (unsigned Count = below(3); Count; --Count)
        Facts.Absent.try_emplace(key(), CauseId(below(2)));
    return Facts;
  }

  Key key() {
    switch (below(4)) {
    case 0:
      return Key();
    case 1:
      return {Key::Kind::Constant, RegionId(), NameId(below(2))};
    case 2:
      return {Key::Kind::ValueOf, region(), NameId()};
    default:
      return {Key::Kind::After, region(), NameId()};
    }
  }

  std::mt19937 Random{20240229};
};

constexpr unsigned NumStates = 4000;

State joined(State A, const State &B) {
  A.join(B);
  return A;
}

/// Whether B knows of nothing that A doesn't.
bool isAtMost(const State &B, State A) {
  return A.join(B) == LatticeJoinEffect::Unchanged;
}

} // namespace

TEST(StateJoin, IsCommutative) {
  StateGenerator States;
  for (unsigned I = 0; I < NumStates; ++I) {
    const State A = States.next(), B = States.next();
    ASSERT_TRUE(joined(A, B) == joined(B, A)) << "pair " << I;
  }
}

TEST(StateJoin, IsAssociative) {
  StateGenerator States;
  for (unsigned I = 0; I < NumStates; ++I) {
    const State A = States.next(), B = States.next(), C = States.next();
    ASSERT_TRUE(joined(joined(A, B), C) == joined(A, joined(B, C)))
        << "triple " << I;
  }
}

TEST(StateJoin, IsIdempotent) {
  StateGenerator States;
  for (unsigned I = 0; I < NumStates; ++I) {
    const State A = States.next();
    ASSERT_TRUE(joined(A, A) == A) << "state " << I;
    ASSERT_TRUE(isAtMost(A, A)) << "state " << I;
  }
}

TEST(StateJoin, IsAnUpperBound) {
  StateGenerator States;
  for (unsigned I = 0; I < NumStates; ++I) {
    const State A = States.next(), B = States.next();
    const State Bound = joined(A, B);
    ASSERT_TRUE(isAtMost(A, Bound)) << "pair " << I;
    ASSERT_TRUE(isAtMost(B, Bound)) << "pair " << I;
  }
}

TEST(StateJoin, IsTheLeastUpperBound) {
  StateGenerator States;
  for (unsigned I = 0; I < NumStates; ++I) {
    const State A = States.next(), B = States.next();
    // Some bound of both, and more.
    const State Bound = joined(joined(A, States.next()), B);
    ASSERT_TRUE(isAtMost(joined(A, B), Bound)) << "pair " << I;
  }
}

TEST(StateJoin, IsMonotone) {
  StateGenerator States;
  for (unsigned I = 0; I < NumStates; ++I) {
    const State Small = States.next();
    const State Large = joined(Small, States.next());
    const State Other = States.next();
    ASSERT_TRUE(isAtMost(joined(Small, Other), joined(Large, Other)))
        << "triple " << I;
  }
}

TEST(StateJoin, TellsWhetherItChangedTheState) {
  StateGenerator States;
  for (unsigned I = 0; I < NumStates; ++I) {
    const State A = States.next(), B = States.next();
    State Now = A;
    const bool Changed = Now.join(B) == LatticeJoinEffect::Changed;
    ASSERT_EQ(Changed, !(Now == A)) << "pair " << I;
  }
}

TEST(StateJoin, HasNoEndlessChains) {
  StateGenerator States;
  State Now = States.next();
  unsigned Changes = 0;
  for (unsigned I = 0; I < NumStates; ++I)
    Changes += Now.join(States.next()) == LatticeJoinEffect::Changed;
  // Four holders of at most 4 * 2 * (1 + 4 * 2) loans, and the keys.
  EXPECT_LE(Changes, 4u * 72u + 3u * 4u);
}

TEST(StateJoin, KeepsBothLivesOfAHandle) {
  const RegionId It(0), Element(1);
  State Erased, Kept;
  Erased.Handles[It] = {{Element, Form::Iter, Life::Dead, CauseId(0)}};
  Kept.Handles[It] = {{Element, Form::Iter}};
  EXPECT_EQ(joined(Erased, Kept).Handles[It].size(), 2u);
}

TEST(StateJoin, ForgetsAKeyThatDiffers) {
  const RegionId Element(0);
  State One, Two, None;
  One.Keys[Element] = {Key::Kind::Constant, RegionId(), NameId(1)};
  Two.Keys[Element] = {Key::Kind::Constant, RegionId(), NameId(2)};
  EXPECT_EQ(joined(One, Two).Keys[Element], Key());
  EXPECT_EQ(joined(One, None).Keys[Element], One.Keys[Element]);
}

TEST(StateJoin, KnowsAValueOnlyIfBothPathsDo) {
  const RegionId Variable(0);
  State Copied, Other;
  Copied.Values[Variable] = {Key::Kind::ValueOf, RegionId(1), NameId()};
  EXPECT_TRUE(joined(Copied, Other).Values.empty());
  EXPECT_TRUE(joined(Other, Copied).Values.empty());
}

TEST(StateJoin, KnowsAKeyToBeThereOnlyIfBothPathsDo) {
  const Key One{Key::Kind::Constant, RegionId(), NameId(1)};
  const Key Two{Key::Kind::Constant, RegionId(), NameId(2)};
  State A, B;
  A.Containers[RegionId(0)].Present = {One, Two};
  B.Containers[RegionId(0)].Present = {Two};
  A.join(B);
  EXPECT_EQ(A.Containers[RegionId(0)].Present, std::set<Key>{Two});
}

TEST(StateJoin, HasRoomOnlyIfBothPathsDo) {
  State A, B;
  A.Containers[RegionId(0)].Left = {Room::Kind::Known, 2};
  A.join(B);
  EXPECT_TRUE(A.Containers.empty());
}

TEST(StateJoin, DoesNotKnowHowMuchRoomIfPathsDiffer) {
  State A, B;
  A.Containers[RegionId(0)].Left = {Room::Kind::Known, 2};
  B.Containers[RegionId(0)].Left = {Room::Kind::Known, 1};
  A.join(B);
  EXPECT_EQ(A.Containers[RegionId(0)].Left, (Room{Room::Kind::Unknown, 0}));
}

TEST(StateJoin, SharesIfOnePathDoes) {
  State A, B;
  B.Containers[RegionId(0)].SharedWith = {RegionId(1)};
  EXPECT_EQ(A.join(B), LatticeJoinEffect::Changed);
  EXPECT_EQ(A.Containers[RegionId(0)].SharedWith,
            std::set<RegionId>{RegionId(1)});
  EXPECT_EQ(A.join(B), LatticeJoinEffect::Unchanged);
}
