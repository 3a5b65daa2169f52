//===- StepFactsTest.cpp - What a container is known to have --------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StepRelocateTesting.h"
#include "gmock/gmock.h"

using namespace tombstone;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

class StepFactsTest : public StepRelocateTest {};

} // namespace

//===----------------------------------------------------------------------===//
// Room
//===----------------------------------------------------------------------===//

TEST_F(StepFactsTest, GrowthEndsHandlesWithoutRoom) {
  borrow("it", keyed("m", "k"));
  grow("m");
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
}

TEST_F(StepFactsTest, GrowthTakesFromTheRoom) {
  reserve("m", 2);
  borrow("it", keyed("m", "k"));
  grow("m");
  EXPECT_THAT(linesAbout("m "), ElementsAre("room for 1"));
  grow("m");
  EXPECT_EQ(designates("it"), "iter m[#0]");
  grow("m");
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
  EXPECT_THAT(linesAbout("m "), IsEmpty());
}

TEST_F(StepFactsTest, RoomForAnUnknownNumberMayEnd) {
  reserve("m", std::nullopt);
  borrow("it", keyed("m", "k"));
  grow("m");
  EXPECT_EQ(designates("it"), "iter m[#0] maybe dead");
}

TEST_F(StepFactsTest, SeveralMayExceedTheRoom) {
  reserve("m", 2);
  borrow("it", keyed("m", "k"));
  growBySeveral("m");
  EXPECT_EQ(designates("it"), "iter m[#0] maybe dead");
  EXPECT_THAT(linesAbout("m "), ElementsAre("room for ?"));
}

TEST_F(StepFactsTest, ARehashTakesTheRoomAway) {
  reserve("m", 2);
  relocate("m");
  EXPECT_THAT(linesAbout("m "), IsEmpty());
}

TEST_F(StepFactsTest, RoomGoesWithTheElements) {
  reserve("m", 2);
  run(MoveEvent{var("m"), var("n")});
  EXPECT_THAT(linesAbout("m "), IsEmpty());
  EXPECT_THAT(linesAbout("n "), ElementsAre("room for 2"));
  run(SwapEvent{var("m"), var("n")});
  EXPECT_THAT(linesAbout("m "), ElementsAre("room for 2"));
  EXPECT_THAT(linesAbout("n "), IsEmpty());
}

TEST_F(StepFactsTest, RoomEndsWithTheContainer) {
  reserve("m", 2);
  end(var("m"), EndReason::Overwritten);
  EXPECT_THAT(linesAbout("m "), IsEmpty());
}

//===----------------------------------------------------------------------===//
// Elements that are there
//===----------------------------------------------------------------------===//

TEST_F(StepFactsTest, AKeyThatIsThereGrowsNothing) {
  insertion("it", keyed("m", "k"));
  grow("m", key("k"));
  EXPECT_EQ(designates("it"), "iter m[#0]");
}

TEST_F(StepFactsTest, AKeyThatIsThereTakesNoRoom) {
  insertion("it", keyed("m", "k"));
  reserve("m", 1);
  grow("m", key("k"));
  EXPECT_THAT(linesAbout("m "), ElementsAre("has k, room for 1"));
}

TEST_F(StepFactsTest, AnotherKeyGrows) {
  insertion("it", keyed("m", "k"));
  grow("m", key("j"));
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
}

TEST_F(StepFactsTest, ThatAKeyIsThereIsSoInOneContainer) {
  insertion("it", keyed("m", "k"));
  borrow("other", keyed("n", "j"));
  grow("n", key("k"));
  EXPECT_EQ(designates("other"), "iter n[#1] dead");
}

TEST_F(StepFactsTest, ALookUpFindsNothingForSure) {
  borrow("it", keyed("m", "k"));
  borrow("other", keyed("m", "j"));
  grow("m", key("k"));
  EXPECT_EQ(designates("other"), "iter m[#1] dead");
}

TEST_F(StepFactsTest, WhatIsReadIsThere) {
  borrow("it", keyed("m", "k"));
  use("it");
  grow("m", key("k"));
  EXPECT_EQ(designates("it"), "iter m[#0]");
}

TEST_F(StepFactsTest, ACopyOfAKeyIsThereToo) {
  insertion("it", keyed("m", "k"));
  copyObject("j", valueOf(var("k")));
  grow("m", key("j"));
  EXPECT_EQ(designates("it"), "iter m[#0]");
}

TEST_F(StepFactsTest, AKeyThatWasWrittenIsAnother) {
  insertion("it", keyed("m", "k"));
  run(WriteEvent{var("k")});
  grow("m", key("k"));
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
}

TEST_F(StepFactsTest, TheKeyOfALiveElementIsThere) {
  borrow("it", element(var("m"), KeySpec::Kind::Begin));
  grow("m", valueOf(member(deref(var("it")), "first")));
  EXPECT_EQ(designates("it"), "iter m[#0]");
}

TEST_F(StepFactsTest, TheKeyOfADeadElementIsNot) {
  borrow("it", element(var("m"), KeySpec::Kind::Begin));
  borrow("other", keyed("m", "k"));
  kill(designated("m", "it"));
  grow("m", valueOf(member(deref(var("it")), "first")));
  EXPECT_EQ(designates("other"), "iter m[#1] dead");
}

TEST_F(StepFactsTest, AnErasedKeyIsGone) {
  insertion("it", keyed("m", "k"));
  kill(keyed("m", "k"));
  EXPECT_THAT(linesAbout("m "), IsEmpty());
}

TEST_F(StepFactsTest, AKeyThatMayBeTheErasedOneMayBeGone) {
  insertion("it", keyed("m", "k"));
  kill(keyed("m", "j"));
  EXPECT_THAT(linesAbout("m "), IsEmpty());
}

TEST_F(StepFactsTest, AKeyThatDiffersFromTheErasedOneStays) {
  insertion("it", keyed(var("m"), constant("1")));
  kill(keyed(var("m"), constant("2")));
  EXPECT_THAT(linesAbout("m "), ElementsAre("has 1"));
}

TEST_F(StepFactsTest, NoKeyIsThereAfterAllAreErased) {
  insertion("it", keyed("m", "k"));
  kill(every(var("m")));
  EXPECT_THAT(linesAbout("m "), IsEmpty());
}

TEST_F(StepFactsTest, ARelocationKeepsTheKeys) {
  insertion("it", keyed("m", "k"));
  relocate("m");
  EXPECT_THAT(linesAbout("m "), ElementsAre("has k"));
}

//===----------------------------------------------------------------------===//
// Conditions
//===----------------------------------------------------------------------===//

TEST_F(StepFactsTest, AnAssumedElementIsThere) {
  assumeThere(keyed("m", "k"));
  EXPECT_THAT(linesAbout("m "), ElementsAre("has k"));
}

TEST_F(StepFactsTest, WhatIsNotTheEndIsThere) {
  borrow("it", keyed("m", "k"));
  borrow("end", element(var("m"), KeySpec::Kind::End));
  assumeDifferent("it", "end");
  EXPECT_THAT(linesAbout("m "), ElementsAre("has k"));
}

TEST_F(StepFactsTest, WhatIsNotAnotherElementMayBeTheEnd) {
  borrow("it", keyed("m", "k"));
  borrow("other", keyed("m", "j"));
  assumeDifferent("it", "other");
  EXPECT_THAT(linesAbout("m "), IsEmpty());
}
