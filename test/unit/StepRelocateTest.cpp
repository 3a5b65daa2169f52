//===- StepRelocateTest.cpp - Elements that live on elsewhere -------------===//
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

//===----------------------------------------------------------------------===//
// Handles
//===----------------------------------------------------------------------===//

TEST_F(StepRelocateTest, RelocationEndsTheFormsThatItNames) {
  borrow("it", keyed("m", "k"));
  borrow(var("r"), Form::Ref, keyed("m", "k"));
  relocate("m", Form::Iter);
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
  EXPECT_EQ(designates("r"), "ref m[#1]");
}

TEST_F(StepRelocateTest, RelocationSparesOtherContainers) {
  borrow("it", keyed("other", "k"));
  relocate("m");
  EXPECT_EQ(designates("it"), "iter other[#0]");
}

TEST_F(StepRelocateTest, RelocationEndsTheEndAsAnIterator) {
  borrow("end", element(var("m"), KeySpec::Kind::End));
  relocate("m", Form::Iter);
  EXPECT_EQ(designates("end"), "iter m[#0] dead");
}

TEST_F(StepRelocateTest, RelocationOfSomeMayEndAHandle) {
  borrow("it", keyed("m", "k"));
  relocate("m", RefAndIter, KeySpec::Kind::Unknown);
  EXPECT_EQ(designates("it"), "iter m[#0] maybe dead");
}

TEST_F(StepRelocateTest, RelocationEndsNumbersOfBuckets) {
  borrow(var("n"), Form::Bucket, keyed("m", "k"));
  relocate("m", FormSet(Form::Iter) | Form::Bucket);
  EXPECT_EQ(designates("n"), "bucket m[#0] dead");
}

TEST_F(StepRelocateTest, MembersMoveWithTheirElement) {
  ElementSpec E = keyed("m", "k");
  E.Members = {Words.Names.intern("second")};
  borrow(var("r"), Form::Ref, E);
  relocate("m");
  EXPECT_EQ(designates("r"), "ref m[#0].second dead");
}

TEST_F(StepRelocateTest, MembersStayWithAnElementThatStays) {
  borrow(var("r"), Form::Ref, keyed("m", "k"));
  copyHandle("p", addressOf(member(deref(var("r")), "second")));
  relocate("m", Form::Iter);
  EXPECT_EQ(designates("p"), "ref m[#0].second");
}

TEST_F(StepRelocateTest, ViewsIntoAnElementEndWithReferences) {
  borrow(var("v"), Form::View, keyed("m", "k"));
  relocate("m");
  EXPECT_EQ(designates("v"), "view m[#0] dead");
}

TEST_F(StepRelocateTest, WhatAnElementOwnsElsewhereStays) {
  borrow(var("r"), Form::Ref, keyed("m", "k"));
  copyHandle("p", addressOf(owned(deref(var("r")))));
  relocate("m");
  EXPECT_EQ(designates("r"), "ref m[#0] dead");
  EXPECT_EQ(designates("p").find("dead"), std::string::npos);
  EXPECT_NE(designates("p"), "");
}

TEST_F(StepRelocateTest, ElementsOfAnInnerContainerStayByItsPromise) {
  borrow(var("r"), Form::Ref, keyed("m", "k"));
  borrow(var("stays"), Form::Ref, keyed(deref(var("r")), constant("1")));
  const SiteId Lost =
      borrow(var("goes"), Form::Ref, keyed(deref(var("r")), constant("2")));
  T.Sites[Lost.value()].LostInMove = RefAndIter;
  relocate("m");
  EXPECT_EQ(designates("stays"), "ref m[#0][#1]");
  EXPECT_EQ(designates("goes"), "ref m[#0][#2] dead");
}

TEST_F(StepRelocateTest, AHandleThatIsTakenAfterwardsIsAlive) {
  relocate("m");
  borrow("it", keyed("m", "k"));
  EXPECT_EQ(designates("it"), "iter m[#0]");
}

TEST_F(StepRelocateTest, ADeadHandleIsReportedOnce) {
  borrow("it", keyed("m", "k"));
  relocate("m");
  use("it");
  use("it");
  EXPECT_THAT(DeadUses, ElementsAre("it"));
}

TEST_F(StepRelocateTest, AComparisonIsNoUseButOfTheEnd) {
  borrow("it", keyed("m", "k"));
  borrow("end", element(var("m"), KeySpec::Kind::End));
  relocate("m");
  run(UseEvent{deref(var("it")), UseEvent::Kind::Comparison});
  EXPECT_THAT(DeadUses, IsEmpty());
  run(UseEvent{deref(var("end")), UseEvent::Kind::Comparison});
  EXPECT_THAT(DeadUses, ElementsAre("end"));
}

//===----------------------------------------------------------------------===//
// Sharing
//===----------------------------------------------------------------------===//

TEST_F(StepRelocateTest, NothingDetachesThatIsNotShared) {
  borrow("it", keyed("m", "k"));
  detach("m");
  EXPECT_EQ(designates("it"), "iter m[#0]");
}

TEST_F(StepRelocateTest, DetachingEndsHandlesOnce) {
  borrow("it", keyed("m", "k"));
  share("copy", "m");
  detach("m");
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
  borrow("again", keyed("m", "k"));
  detach("m");
  EXPECT_EQ(designates("again"), "iter m[#1]");
}

TEST_F(StepRelocateTest, WhoseCopyDetachedIsNotShared) {
  borrow("it", keyed("m", "k"));
  share("copy", "m");
  detach("copy");
  detach("m");
  EXPECT_EQ(designates("it"), "iter m[#0]");
}

TEST_F(StepRelocateTest, OneOfTwoCopiesStillShares) {
  borrow("it", keyed("m", "k"));
  share("a", "m");
  share("b", "m");
  detach("a");
  detach("m");
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
}

TEST_F(StepRelocateTest, ACopyThatWasMovedSharesWhereItIs) {
  borrow("it", keyed("m", "k"));
  share("temporary", "m");
  run(MoveEvent{var("temporary"), var("copy")});
  EXPECT_THAT(linesAbout("m "), ElementsAre("shares with copy"));
  detach("m");
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
}

TEST_F(StepRelocateTest, ASwapChangesWhoShares) {
  share("copy", "m");
  run(SwapEvent{var("m"), var("n")});
  EXPECT_THAT(linesAbout("copy "), ElementsAre("shares with n"));
  EXPECT_THAT(linesAbout("n "), ElementsAre("shares with copy"));
  EXPECT_THAT(linesAbout("m "), IsEmpty());
}

TEST_F(StepRelocateTest, ACopyThatEndedSharesNothing) {
  borrow("it", keyed("m", "k"));
  share("copy", "m");
  end(var("copy"));
  detach("m");
  EXPECT_EQ(designates("it"), "iter m[#0]");
}

//===----------------------------------------------------------------------===//
// Ends
//===----------------------------------------------------------------------===//

TEST_F(StepRelocateTest, TheEndDoesNotFollowAMove) {
  borrow("it", keyed("m", "k"));
  borrow("end", element(var("m"), KeySpec::Kind::End));
  run(MoveEvent{var("m"), var("n")});
  EXPECT_EQ(designates("it"), "iter n[#0]");
  EXPECT_THAT(designates("end"), testing::HasSubstr(" dead"));
}

TEST_F(StepRelocateTest, NoEndFollowsASwap) {
  borrow("a", element(var("m"), KeySpec::Kind::End));
  borrow("b", element(var("n"), KeySpec::Kind::End));
  run(SwapEvent{var("m"), var("n")});
  EXPECT_THAT(designates("a"), testing::HasSubstr(" dead"));
  EXPECT_THAT(designates("b"), testing::HasSubstr(" dead"));
}
