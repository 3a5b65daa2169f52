//===- StepKeepTest.cpp - Handles that are kept in containers -------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StepTesting.h"
#include "gmock/gmock.h"

using namespace tombstone;
using testing::HasSubstr;
using testing::Not;

namespace {

class StepKeepTest : public StepTest {
protected:
  void keep(const char *Container, const char *Handle) {
    run(KeepEvent{var(Container), valueOf(var(Handle))});
  }
  /// The variable becomes a copy of some handle that the container has.
  void take(const char *Into, const char *Container) {
    const SiteId Site = newSite();
    T.Sites[Site.value()].Kind = ClassKind::Sequence;
    run(BorrowEvent{var("slot"), Form::Ref,
                    element(var(Container), KeySpec::Kind::Unknown), Site});
    copyHandle(Into, valueOf(deref(var("slot"))));
  }
  void relocate(const char *Container) {
    RelocateEvent R;
    R.Element = every(var(Container));
    R.Forms = RefAndIter;
    run(R);
  }
  /// One that nobody knows is taken out.
  void pop(const char *Container) {
    kill(element(var(Container), KeySpec::Kind::Unknown));
  }
};

} // namespace

TEST_F(StepKeepTest, WhatIsKeptIsTakenOutAgain) {
  borrow("it", keyed("m", "k"));
  keep("list", "it");
  take("p", "list");
  EXPECT_EQ(designates("p"), "iter m[#0]");
}

TEST_F(StepKeepTest, ItMayBeAnyThatIsKept) {
  borrow("it", keyed("m", "k"));
  borrow("other", keyed("m", "j"));
  keep("list", "it");
  keep("list", "other");
  take("p", "list");
  EXPECT_THAT(designates("p"), HasSubstr("iter m[#0]"));
  EXPECT_THAT(designates("p"), HasSubstr("iter m[#1]"));
}

TEST_F(StepKeepTest, AnotherContainerKeepsNothing) {
  borrow("it", keyed("m", "k"));
  keep("list", "it");
  take("p", "other");
  EXPECT_THAT(designates("p"), Not(HasSubstr("m[#0]")));
}

TEST_F(StepKeepTest, AKeptHandleMayBeThatOfAnErasedElement) {
  borrow("it", keyed("m", "k"));
  keep("list", "it");
  kill(keyed("m", "k"));
  take("p", "list");
  EXPECT_EQ(designates("p"), "iter m[#0] maybe dead");
}

TEST_F(StepKeepTest, AKeptHandleEndsWhenAllAreErased) {
  borrow("it", keyed("m", "k"));
  keep("list", "it");
  kill(every(var("m")));
  take("p", "list");
  EXPECT_EQ(designates("p"), "iter m[#0] dead");
}

TEST_F(StepKeepTest, AKeptHandleEndsWhenElementsMove) {
  borrow("it", keyed("m", "k"));
  keep("list", "it");
  relocate("m");
  take("p", "list");
  EXPECT_EQ(designates("p"), "iter m[#0] dead");
}

TEST_F(StepKeepTest, AHandleThatWasCopiedInIsItsOwn) {
  borrow("it", keyed("m", "k"));
  keep("list", "it");
  borrow("it", keyed("m", "j"));
  kill(keyed("m", "j"));
  take("p", "list");
  EXPECT_EQ(designates("p"), "iter m[#0] maybe dead");
}

TEST_F(StepKeepTest, WhatMayHaveBeenTakenOutIsNotCertain) {
  borrow("it", keyed("m", "k"));
  keep("list", "it");
  pop("list");
  relocate("m");
  take("p", "list");
  EXPECT_EQ(designates("p"), "iter m[#0] maybe dead");
}

TEST_F(StepKeepTest, ADeadOneMayHaveBeenTakenOut) {
  borrow("it", keyed("m", "k"));
  keep("list", "it");
  relocate("m");
  pop("list");
  take("p", "list");
  EXPECT_EQ(designates("p"), "iter m[#0] maybe dead");
}

TEST_F(StepKeepTest, WhatIsKeptAfterwardsIsCertain) {
  borrow("it", keyed("m", "k"));
  pop("list");
  keep("list", "it");
  relocate("m");
  take("p", "list");
  EXPECT_EQ(designates("p"), "iter m[#0] dead");
}

TEST_F(StepKeepTest, AnEmptiedContainerKeepsNothing) {
  borrow("it", keyed("m", "k"));
  keep("list", "it");
  kill(every(var("list")));
  take("p", "list");
  EXPECT_THAT(designates("p"), Not(HasSubstr("m[#0]")));
}

TEST_F(StepKeepTest, AChangeOfTheContainerTakesNothingOut) {
  borrow("it", keyed("m", "k"));
  keep("list", "it");
  run(WriteEvent{var("list")});
  take("p", "list");
  EXPECT_EQ(designates("p"), "iter m[#0]");
}
