//===- StepTest.cpp - Handles taken, copied, used and forgotten -----------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StepTesting.h"
#include "gmock/gmock.h"

using namespace tombstone;
using testing::ElementsAre;
using testing::IsEmpty;

//===----------------------------------------------------------------------===//
// Borrow
//===----------------------------------------------------------------------===//

TEST_F(StepTest, BorrowMakesAHandleToAnElementWithAKey) {
  borrow("it", keyed("m", "k"));
  EXPECT_EQ(designates("it"), "iter m[#0]");
  EXPECT_EQ(keyOf("m[#0]"), "k");
}

TEST_F(StepTest, BorrowOfAPartIsAHandleToThePart) {
  ElementSpec E = keyed("m", "k");
  E.Members.push_back(Words.Names.intern("second"));
  borrow(var("r"), Form::Ref, E);
  EXPECT_EQ(designates("r"), "ref m[#0].second");
}

TEST_F(StepTest, BorrowForgetsWhatTheHandleWas) {
  borrow("it", keyed("m", "k"));
  borrow("it", keyed("m", "j"));
  EXPECT_EQ(designates("it"), "iter m[#1]");
}

TEST_F(StepTest, BorrowAtAHandleIsThatElementAgain) {
  borrow("it", keyed("m", "k"));
  borrow("other", designated("m", "it"));
  EXPECT_EQ(designates("other"), "iter m[#0]");
}

TEST_F(StepTest, BorrowAgainAtOneSiteMakesTheOldElementOlder) {
  const SiteId Loop = borrow("it", keyed("m", "k"));
  copyHandle("last", valueOf(var("it")));
  run(BorrowEvent{var("it"), Form::Iter, keyed("m", "j"), Loop});
  EXPECT_EQ(designates("it"), "iter m[#0]");
  EXPECT_EQ(designates("last"), "iter m[#0']");
}

TEST_F(StepTest, NextAndPrevAreInverse) {
  borrow("it", keyed("m", "k"));
  ElementSpec Next =
      element(PlaceId(), KeySpec::Kind::Next, valueOf(var("it")));
  borrow("next", Next);
  EXPECT_EQ(designates("next"), "iter m[#2]");
  EXPECT_EQ(keyOf("m[#2]"), "after m[#0]");
  borrow("back", element(PlaceId(), KeySpec::Kind::Prev, valueOf(var("next"))));
  EXPECT_EQ(designates("back"), "iter m[#0]");
}

TEST_F(StepTest, AnElementIsNotItsNeighbour) {
  borrow("it", keyed("m", "k"));
  borrow("next", element(PlaceId(), KeySpec::Kind::Next, valueOf(var("it"))));
  kill(designated("m", "it"));
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
  EXPECT_EQ(designates("next"), "iter m[#2]");
}

//===----------------------------------------------------------------------===//
// Copy
//===----------------------------------------------------------------------===//

TEST_F(StepTest, ACopyOfAHandleDesignatesTheSame) {
  borrow("it", keyed("m", "k"));
  copyHandle("other", valueOf(var("it")));
  EXPECT_EQ(designates("other"), "iter m[#0]");
  kill(keyed("m", "k"));
  EXPECT_EQ(designates("other"), "iter m[#0] dead");
}

TEST_F(StepTest, ACopyOfOneOfTwoHandlesDesignatesBoth) {
  borrow("it", keyed("m", "k"));
  borrow("end", element(var("m"), KeySpec::Kind::End));
  run(CopyEvent{var("x"), {valueOf(var("it")), valueOf(var("end"))}, true});
  EXPECT_EQ(designates("x"), "iter m[#0], iter m[#1]");
}

TEST_F(StepTest, TheAddressOfAnElementsPartDesignatesIt) {
  borrow("it", keyed("m", "k"));
  copyHandle("p", addressOf(member(deref(var("it")), "second")));
  EXPECT_EQ(designates("p"), "ref m[#0].second");
}

TEST_F(StepTest, ACopyOfAnObjectTakesTheHandlesInIt) {
  borrow(member(var("pair"), "first"), Form::Iter, keyed("m", "k"));
  copyObject("other", valueOf(var("pair")));
  EXPECT_EQ(designates("other.first"), "iter m[#0]");
}

TEST_F(StepTest, ACopyOfAnObjectForgetsTheHandlesThatWereInIt) {
  borrow(member(var("pair"), "first"), Form::Iter, keyed("m", "k"));
  copyObject("pair", valueOf(var("other")));
  EXPECT_EQ(designates("pair.first"), "");
}

TEST_F(StepTest, ACopiedValueIsTheSameKey) {
  borrow("it", keyed("m", "k"));
  copyObject("j", valueOf(var("k")));
  kill(keyed("m", "j"));
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
}

//===----------------------------------------------------------------------===//
// Write, fresh, forget, drop
//===----------------------------------------------------------------------===//

TEST_F(StepTest, AWriteForgetsTheKeyThatTheVariableWas) {
  borrow("it", keyed("m", "k"));
  run(WriteEvent{var("k")});
  EXPECT_EQ(keyOf("m[#0]"), "?");
  kill(keyed("m", "k"));
  EXPECT_EQ(designates("it"), "iter m[#0] maybe dead");
}

TEST_F(StepTest, AWriteForgetsWhatAHandleDesignates) {
  borrow("it", keyed("m", "k"));
  run(WriteEvent{var("it")});
  EXPECT_EQ(designates("it"), "?");
}

TEST_F(StepTest, AWriteToAContainerSparesItsElements) {
  borrow("it", keyed("m", "k"));
  run(WriteEvent{var("m")});
  EXPECT_EQ(designates("it"), "iter m[#0]");
}

TEST_F(StepTest, AFreshObjectIsNotTheOneOfAnEarlierTurn) {
  borrow("it", keyed("m", "k"));
  run(FreshEvent{var("m")});
  EXPECT_EQ(designates("it"), "iter m'[#0]");
  kill(every(var("m")));
  EXPECT_EQ(designates("it"), "iter m'[#0]");
}

TEST_F(StepTest, NothingIsKnownOfForgottenElements) {
  borrow("it", keyed("m", "k"));
  run(ForgetEvent{var("m")});
  EXPECT_EQ(designates("it"), "?");
}

TEST_F(StepTest, ADroppedVariableHoldsNothing) {
  borrow("it", keyed("m", "k"));
  run(DropEvent{var("it")});
  EXPECT_EQ(designates("it"), "");
}

//===----------------------------------------------------------------------===//
// Use
//===----------------------------------------------------------------------===//

TEST_F(StepTest, AUseOfALivingElementIsNotReported) {
  borrow("it", keyed("m", "k"));
  use("it");
  EXPECT_THAT(DeadUses, IsEmpty());
}

TEST_F(StepTest, AUseOfADeadElementIsReportedOnce) {
  borrow("it", keyed("m", "k"));
  kill(keyed("m", "k"));
  use("it");
  use("it");
  EXPECT_THAT(DeadUses, ElementsAre("it"));
  EXPECT_EQ(designates("it"), "iter m[#0] reported");
}

TEST_F(StepTest, OneBugIsReportedOnceThroughAllItsHandles) {
  borrow("it", keyed("m", "k"));
  copyHandle("other", valueOf(var("it")));
  kill(keyed("m", "k"));
  use("it");
  use("other");
  EXPECT_THAT(DeadUses, ElementsAre("it"));
}

TEST_F(StepTest, TwoBugsAreReportedEach) {
  borrow("it", keyed("m", "k"));
  borrow("other", keyed(var("n"), valueOf(var("k"))));
  kill(keyed("m", "k"));
  kill(keyed("n", "k"));
  use("it");
  use("other");
  EXPECT_THAT(DeadUses, ElementsAre("it", "other"));
}

TEST_F(StepTest, AUseThroughADeadHandleIsAUseOfIt) {
  borrow("outer", keyed("m", "k"));
  kill(keyed("m", "k"));
  run(UseEvent{deref(member(deref(var("outer")), "second"))});
  EXPECT_THAT(DeadUses, ElementsAre("outer"));
}

TEST_F(StepTest, AHandleThatIsTakenAgainIsAlive) {
  borrow("it", keyed("m", "k"));
  kill(keyed("m", "k"));
  borrow("it", keyed("m", "k"));
  use("it");
  EXPECT_THAT(DeadUses, IsEmpty());
}
