//===- StepRelocateTest.cpp - Elements that live on elsewhere -------------===//
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

namespace {

class StepRelocateTest : public StepTest {
protected:
  void relocate(const char *Container, FormSet Forms = RefAndIter,
                KeySpec::Kind Key = KeySpec::Kind::All) {
    RelocateEvent R;
    R.Element = element(var(Container), Key);
    R.Forms = Forms;
    run(R);
  }
  /// An insertion of one element, of this key if there is one.
  void grow(const char *Container, Operand NewKey = {}) {
    RelocateEvent R;
    R.Element = every(var(Container));
    R.Forms = RefAndIter;
    R.Reason = RelocationReason::Growth;
    R.InsertsOne = true;
    R.NewKey = NewKey;
    run(R);
  }
  void growBySeveral(const char *Container) {
    RelocateEvent R;
    R.Element = every(var(Container));
    R.Forms = RefAndIter;
    R.Reason = RelocationReason::Growth;
    run(R);
  }
  void detach(const char *Container) {
    RelocateEvent R;
    R.Element = every(var(Container));
    R.Forms = RefAndIter;
    R.Reason = RelocationReason::Detach;
    run(R);
  }
  void reserve(const char *Container, std::optional<unsigned> Count) {
    run(ReserveEvent{var(Container), Count});
  }
  void share(const char *First, const char *Second) {
    run(ShareEvent{var(First), var(Second)});
  }
  /// A handle to an element that is there for sure.
  void insertion(const char *Handle, ElementSpec E) {
    run(BorrowEvent{var(Handle), Form::Iter, std::move(E), newSite(),
                    /*IsThere=*/true});
  }
  void assumeThere(ElementSpec E) {
    AssumeEvent A;
    A.Element = std::move(E);
    run(A);
  }
  void assumeDifferent(const char *Handle, const char *Other) {
    AssumeEvent A;
    A.Element.Key = KeySpec::Kind::At;
    A.Element.First = valueOf(var(Handle));
    A.NotThis = valueOf(var(Other));
    run(A);
  }
  Operand key(const char *Variable) { return valueOf(var(Variable)); }
};

} // namespace

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
// Room
//===----------------------------------------------------------------------===//

TEST_F(StepRelocateTest, GrowthEndsHandlesWithoutRoom) {
  borrow("it", keyed("m", "k"));
  grow("m");
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
}

TEST_F(StepRelocateTest, GrowthTakesFromTheRoom) {
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

TEST_F(StepRelocateTest, RoomForAnUnknownNumberMayEnd) {
  reserve("m", std::nullopt);
  borrow("it", keyed("m", "k"));
  grow("m");
  EXPECT_EQ(designates("it"), "iter m[#0] maybe dead");
}

TEST_F(StepRelocateTest, SeveralMayExceedTheRoom) {
  reserve("m", 2);
  borrow("it", keyed("m", "k"));
  growBySeveral("m");
  EXPECT_EQ(designates("it"), "iter m[#0] maybe dead");
  EXPECT_THAT(linesAbout("m "), ElementsAre("room for ?"));
}

TEST_F(StepRelocateTest, ARehashTakesTheRoomAway) {
  reserve("m", 2);
  relocate("m");
  EXPECT_THAT(linesAbout("m "), IsEmpty());
}

TEST_F(StepRelocateTest, RoomGoesWithTheElements) {
  reserve("m", 2);
  run(MoveEvent{var("m"), var("n")});
  EXPECT_THAT(linesAbout("m "), IsEmpty());
  EXPECT_THAT(linesAbout("n "), ElementsAre("room for 2"));
  run(SwapEvent{var("m"), var("n")});
  EXPECT_THAT(linesAbout("m "), ElementsAre("room for 2"));
  EXPECT_THAT(linesAbout("n "), IsEmpty());
}

TEST_F(StepRelocateTest, RoomEndsWithTheContainer) {
  reserve("m", 2);
  end(var("m"), EndReason::Overwritten);
  EXPECT_THAT(linesAbout("m "), IsEmpty());
}

//===----------------------------------------------------------------------===//
// Elements that are there
//===----------------------------------------------------------------------===//

TEST_F(StepRelocateTest, AKeyThatIsThereGrowsNothing) {
  insertion("it", keyed("m", "k"));
  grow("m", key("k"));
  EXPECT_EQ(designates("it"), "iter m[#0]");
}

TEST_F(StepRelocateTest, AKeyThatIsThereTakesNoRoom) {
  insertion("it", keyed("m", "k"));
  reserve("m", 1);
  grow("m", key("k"));
  EXPECT_THAT(linesAbout("m "), ElementsAre("has k, room for 1"));
}

TEST_F(StepRelocateTest, AnotherKeyGrows) {
  insertion("it", keyed("m", "k"));
  grow("m", key("j"));
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
}

TEST_F(StepRelocateTest, ThatAKeyIsThereIsSoInOneContainer) {
  insertion("it", keyed("m", "k"));
  borrow("other", keyed("n", "j"));
  grow("n", key("k"));
  EXPECT_EQ(designates("other"), "iter n[#1] dead");
}

TEST_F(StepRelocateTest, ALookUpFindsNothingForSure) {
  borrow("it", keyed("m", "k"));
  borrow("other", keyed("m", "j"));
  grow("m", key("k"));
  EXPECT_EQ(designates("other"), "iter m[#1] dead");
}

TEST_F(StepRelocateTest, WhatIsReadIsThere) {
  borrow("it", keyed("m", "k"));
  use("it");
  grow("m", key("k"));
  EXPECT_EQ(designates("it"), "iter m[#0]");
}

TEST_F(StepRelocateTest, ACopyOfAKeyIsThereToo) {
  insertion("it", keyed("m", "k"));
  copyObject("j", valueOf(var("k")));
  grow("m", key("j"));
  EXPECT_EQ(designates("it"), "iter m[#0]");
}

TEST_F(StepRelocateTest, AKeyThatWasWrittenIsAnother) {
  insertion("it", keyed("m", "k"));
  run(WriteEvent{var("k")});
  grow("m", key("k"));
  EXPECT_EQ(designates("it"), "iter m[#0] dead");
}

TEST_F(StepRelocateTest, TheKeyOfALiveElementIsThere) {
  borrow("it", element(var("m"), KeySpec::Kind::Begin));
  grow("m", valueOf(member(deref(var("it")), "first")));
  EXPECT_EQ(designates("it"), "iter m[#0]");
}

TEST_F(StepRelocateTest, TheKeyOfADeadElementIsNot) {
  borrow("it", element(var("m"), KeySpec::Kind::Begin));
  borrow("other", keyed("m", "k"));
  kill(designated("m", "it"));
  grow("m", valueOf(member(deref(var("it")), "first")));
  EXPECT_EQ(designates("other"), "iter m[#1] dead");
}

TEST_F(StepRelocateTest, AnErasedKeyIsGone) {
  insertion("it", keyed("m", "k"));
  kill(keyed("m", "k"));
  EXPECT_THAT(linesAbout("m "), IsEmpty());
}

TEST_F(StepRelocateTest, AKeyThatMayBeTheErasedOneMayBeGone) {
  insertion("it", keyed("m", "k"));
  kill(keyed("m", "j"));
  EXPECT_THAT(linesAbout("m "), IsEmpty());
}

TEST_F(StepRelocateTest, AKeyThatDiffersFromTheErasedOneStays) {
  insertion("it", keyed(var("m"), constant("1")));
  kill(keyed(var("m"), constant("2")));
  EXPECT_THAT(linesAbout("m "), ElementsAre("has 1"));
}

TEST_F(StepRelocateTest, NoKeyIsThereAfterAllAreErased) {
  insertion("it", keyed("m", "k"));
  kill(every(var("m")));
  EXPECT_THAT(linesAbout("m "), IsEmpty());
}

TEST_F(StepRelocateTest, ARelocationKeepsTheKeys) {
  insertion("it", keyed("m", "k"));
  relocate("m");
  EXPECT_THAT(linesAbout("m "), ElementsAre("has k"));
}

//===----------------------------------------------------------------------===//
// Conditions
//===----------------------------------------------------------------------===//

TEST_F(StepRelocateTest, AnAssumedElementIsThere) {
  assumeThere(keyed("m", "k"));
  EXPECT_THAT(linesAbout("m "), ElementsAre("has k"));
}

TEST_F(StepRelocateTest, WhatIsNotTheEndIsThere) {
  borrow("it", keyed("m", "k"));
  borrow("end", element(var("m"), KeySpec::Kind::End));
  assumeDifferent("it", "end");
  EXPECT_THAT(linesAbout("m "), ElementsAre("has k"));
}

TEST_F(StepRelocateTest, WhatIsNotAnotherElementMayBeTheEnd) {
  borrow("it", keyed("m", "k"));
  borrow("other", keyed("m", "j"));
  assumeDifferent("it", "other");
  EXPECT_THAT(linesAbout("m "), IsEmpty());
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
