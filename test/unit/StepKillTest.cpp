//===- StepKillTest.cpp - Handles that end, and handles that follow -------===//
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
// Kill
//===----------------------------------------------------------------------===//

TEST_F(StepTest, KillByTheSameKeyEndsTheHandle) {
  borrow("it", keyed("m", "k"));
  kill(keyed("m", "k"));
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
}

TEST_F(StepTest, KillByADifferentKeySparesTheHandle) {
  borrow("it", keyed(var("m"), constant("1")));
  kill(keyed(var("m"), constant("2")));
  EXPECT_EQ(designates("it"), "iter m[#0]");
}

TEST_F(StepTest, KillByAKeyThatMayBeTheSameMayEndTheHandle) {
  borrow("it", keyed("m", "k"));
  kill(keyed("m", "j"));
  EXPECT_EQ(designates("it"), "iter m[#0] maybe dead");
}

TEST_F(StepTest, KillInAnotherContainerSparesTheHandle) {
  borrow("it", keyed("m", "k"));
  kill(keyed("other", "k"));
  EXPECT_EQ(designates("it"), "iter m[#0]");
}

TEST_F(StepTest, KillSparesFormsThatItDoesNotName) {
  borrow(var("r"), Form::Ref, keyed("m", "k"));
  borrow("it", keyed("m", "k"));
  kill(keyed("m", "k"), Form::Iter);
  EXPECT_EQ(designates("r"), "ref m[#0]");
  EXPECT_EQ(designates("it"), "iter m[#1] dead");
}

TEST_F(StepTest, KillAtAHandleEndsAllThatDesignateItsElement) {
  borrow("it", keyed("m", "k"));
  borrow(var("r"), Form::Ref, keyed("m", "k"));
  borrow("other", keyed(var("m"), constant("1")));
  kill(designated("m", "it"));
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
  EXPECT_EQ(designates("r"), "ref m[#1] dead");
  EXPECT_EQ(designates("other"), "iter m[#2] maybe dead");
}

TEST_F(StepTest, KillAtSparesElementsOfAnEqualKeyWhereKeysRepeat) {
  borrow("it", keyed("m", "k"));
  borrow("other", keyed("m", "k"));
  ElementSpec E = designated("m", "it");
  E.UniqueKeys = false;
  kill(E);
  EXPECT_EQ(designates("other"), "iter m[#1] maybe dead");
}

TEST_F(StepTest, KillOfAllSparesTheEnd) {
  borrow("it", keyed("m", "k"));
  borrow("end", element(var("m"), KeySpec::Kind::End));
  kill(every(var("m")));
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
  EXPECT_EQ(designates("end"), "iter m[#1]");
}

TEST_F(StepTest, KillFromBeginToEndIsKillOfAll) {
  borrow("it", keyed("m", "k"));
  borrow("first", element(var("m"), KeySpec::Kind::Begin));
  borrow("last", element(var("m"), KeySpec::Kind::End));
  kill(element(var("m"), KeySpec::Kind::Range, valueOf(var("first")),
               valueOf(var("last"))));
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
}

TEST_F(StepTest, KillOfARangeEndsItsFirst) {
  borrow("it", keyed("m", "k"));
  borrow("other", keyed("m", "j"));
  borrow("last", element(var("m"), KeySpec::Kind::End));
  kill(element(var("m"), KeySpec::Kind::Range, valueOf(var("it")),
               valueOf(var("last"))));
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
  EXPECT_EQ(designates("other"), "iter m[#1] maybe dead");
}

TEST_F(StepTest, KillOfAnElementEndsHandlesIntoContainersWithin) {
  borrow("outer", keyed("m", "k"));
  borrow("inner",
         keyed(member(deref(var("outer")), "second"), valueOf(var("j"))));
  EXPECT_EQ(designates("inner"), "iter m[#0].second[#1]");
  kill(keyed("m", "k"));
  EXPECT_EQ(designates("inner"), "iter m[#0].second[#1] dead");
}

TEST_F(StepTest, KillOfAnElementEndsWhatItOwns) {
  borrow("it", keyed("m", "k"));
  copyHandle("p", addressOf(owned(member(deref(var("it")), "second"))));
  kill(keyed("m", "k"));
  EXPECT_EQ(designates("p"), "ref *m[#0].second dead");
}

TEST_F(StepTest, KillOfAnElementSparesWhatItPointsTo) {
  borrow("it", keyed("m", "k"));
  copyHandle("p", valueOf(member(deref(var("it")), "second")));
  EXPECT_EQ(designates("p"), "ref (*m[#0].second)");
  kill(keyed("m", "k"));
  EXPECT_EQ(designates("p"), "ref (*m[#0].second)");
}

TEST_F(StepTest, KillOfAnOldElementIsNotKnownToBeThatOne) {
  const SiteId Loop = borrow("it", keyed("m", "k"));
  copyHandle("old", valueOf(var("it")));
  for (Age Turn = 0; Turn < OldestAge; ++Turn)
    run(BorrowEvent{var("it"), Form::Iter, keyed("m", "j"), Loop});
  kill(designated("m", "old"));
  EXPECT_EQ(designates("old"), "iter m[#0''] maybe dead");
}

//===----------------------------------------------------------------------===//
// End
//===----------------------------------------------------------------------===//

TEST_F(StepTest, TheEndOfAContainerEndsHandlesToItsElements) {
  borrow("it", keyed("m", "k"));
  end(var("m"));
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
}

TEST_F(StepTest, TheEndOfAVariableForgetsTheHandleInIt) {
  borrow("it", keyed("m", "k"));
  end(var("it"));
  EXPECT_EQ(designates("it"), "");
}

TEST_F(StepTest, OverwritingAValueEndsWhatItOwnedButNotTheElement) {
  borrow("it", keyed("m", "k"));
  copyHandle("p", addressOf(owned(member(deref(var("it")), "second"))));
  end(member(deref(var("it")), "second"), EndReason::Overwritten);
  EXPECT_EQ(designates("p"), "ref *m[#0].second dead");
  EXPECT_EQ(designates("it"), "iter m[#0]");
}

//===----------------------------------------------------------------------===//
// Move, extract, swap
//===----------------------------------------------------------------------===//

TEST_F(StepTest, HandlesFollowAMove) {
  borrow("it", keyed("a", "k"));
  run(MoveEvent{var("a"), var("b")});
  EXPECT_EQ(designates("it"), "iter b[#0]");
  kill(every(var("a")));
  EXPECT_EQ(designates("it"), "iter b[#0]");
  kill(keyed("b", "k"));
  EXPECT_EQ(designates("it"), "iter b[#0] dead");
}

TEST_F(StepTest, AnExtractedElementLivesInItsNode) {
  borrow(var("r"), Form::Ref, keyed("m", "k"));
  run(ExtractEvent{keyed("m", "k"), var("node"), newSite()});
  EXPECT_THAT(designates("r"), testing::StartsWith("ref node["));
  EXPECT_THAT(designates("r"), testing::EndsWith(" in node"));
  use("r");
  EXPECT_THAT(DeadUses, ElementsAre("r"));
}

TEST_F(StepTest, AnElementThatIsInsertedAgainLives) {
  borrow(var("r"), Form::Ref, keyed("m", "k"));
  run(ExtractEvent{keyed("m", "k"), var("node"), newSite()});
  run(MoveEvent{var("node"), var("other"), /*IntoContainer=*/true});
  EXPECT_THAT(designates("r"), testing::MatchesRegex("ref other\\[#.\\]"));
  use("r");
  EXPECT_THAT(DeadUses, IsEmpty());
}

TEST_F(StepTest, AnElementThatMovesFromNodeToNodeIsStillInANode) {
  borrow(var("r"), Form::Ref, keyed("m", "k"));
  run(ExtractEvent{keyed("m", "k"), var("node"), newSite()});
  run(MoveEvent{var("node"), var("other"), /*IntoContainer=*/false});
  EXPECT_THAT(designates("r"),
              testing::MatchesRegex("ref other\\[#.\\] in node"));
}

TEST_F(StepTest, ExtractionOfAnotherElementIsNoMatter) {
  borrow(var("r"), Form::Ref, keyed(var("m"), constant("1")));
  run(ExtractEvent{keyed(var("m"), constant("2")), var("node"), newSite()});
  EXPECT_EQ(designates("r"), "ref m[#0]");
}

TEST_F(StepTest, HandlesFollowASwap) {
  borrow("x", keyed("a", "k"));
  borrow("y", keyed("b", "k"));
  run(SwapEvent{var("a"), var("b")});
  EXPECT_EQ(designates("x"), "iter b[#0]");
  EXPECT_EQ(designates("y"), "iter a[#1]");
  kill(every(var("a")));
  EXPECT_EQ(designates("x"), "iter b[#0]");
  EXPECT_EQ(designates("y"), "iter a[#1] dead");
}

TEST_F(StepTest, SwappedHandlesChangePlaces) {
  borrow("x", keyed("m", "k"));
  borrow("y", keyed("m", "j"));
  run(SwapEvent{var("x"), var("y")});
  EXPECT_EQ(designates("x"), "iter m[#1]");
  EXPECT_EQ(designates("y"), "iter m[#0]");
}
