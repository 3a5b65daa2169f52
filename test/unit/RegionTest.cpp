//===- RegionTest.cpp - Paths to objects ----------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Region.h"
#include "gtest/gtest.h"

using namespace tombstone;

namespace {

/// Variables `a` and `b`, members `first` and `second`, and sites by number.
class RegionTest : public testing::Test {
protected:
  std::string text(RegionId R) const { return Regions.toString(R, Words); }

  RegionId variable(const char *Name) {
    return Regions.root(
        Words.Roots.intern(Root::Kind::Variable, Name, Name, false));
  }
  RegionId member(RegionId R, const char *Name) {
    return Regions.member(R, Words.Names.intern(Name));
  }
  RegionId element(RegionId R, uint32_t Site) {
    return Regions.element(R, SiteId(Site));
  }
  /// A map of unique_ptr: what the value of an element owns.
  RegionId ownedBySecond(RegionId Map) {
    return Regions.owned(member(element(Map, 0), "second"));
  }
  RegionId agedAtSite(RegionId R, uint32_t Site) {
    return Regions.aged(R, [Site](RegionId, const Region &Step) {
      return Step.K == Region::Kind::Element && Step.Label == Site;
    });
  }

  Vocabulary Words;
  RegionTable Regions;
  const char *const NameA = "a";
  const char *const NameB = "b";
  const RegionId A = variable(NameA);
  const RegionId B = variable(NameB);
};

} // namespace

TEST_F(RegionTest, EqualPathsAreOneRegion) {
  EXPECT_EQ(member(element(A, 1), "second"), member(element(A, 1), "second"));
  EXPECT_NE(element(A, 1), element(A, 2));
  EXPECT_NE(element(A, 1), element(B, 1));
  EXPECT_EQ(text(ownedBySecond(A)), "*a[#0].second");
}

TEST_F(RegionTest, RebaseReplacesTheFrontOfAPath) {
  EXPECT_EQ(text(Regions.rebase(ownedBySecond(A), A, B)), "*b[#0].second");
  EXPECT_EQ(Regions.rebase(A, A, B), B);
}

TEST_F(RegionTest, RebaseLeavesOtherPathsAlone) {
  EXPECT_EQ(Regions.rebase(ownedBySecond(B), A, element(A, 0)),
            ownedBySecond(B));
}

TEST_F(RegionTest, RebaseThereAndBackIsNoChange) {
  const RegionId There =
      Regions.rebase(ownedBySecond(A), A, member(B, "first"));
  EXPECT_EQ(Regions.rebase(There, member(B, "first"), A), ownedBySecond(A));
}

TEST_F(RegionTest, AgedMakesTheStepsOlderThatAreStale) {
  const RegionId Inner = element(member(element(A, 0), "second"), 1);
  EXPECT_EQ(text(agedAtSite(Inner, 0)), "a[#0'].second[#1]");
  EXPECT_EQ(text(agedAtSite(Inner, 1)), "a[#0].second[#1']");
  EXPECT_EQ(agedAtSite(Inner, 2), Inner);
}

TEST_F(RegionTest, AgedEndsAtTheOldestAge) {
  RegionId R = element(A, 0);
  for (Age Turn = 0; Turn < OldestAge; ++Turn) {
    const RegionId Older = agedAtSite(R, 0);
    EXPECT_NE(Older, R);
    R = Older;
  }
  EXPECT_EQ(Regions[R].A, OldestAge);
  EXPECT_EQ(agedAtSite(R, 0), R);
}

TEST_F(RegionTest, PartsLiveWithinTheirWhole) {
  EXPECT_TRUE(Regions.livesWithin(A, A));
  EXPECT_TRUE(Regions.livesWithin(member(A, "first"), A));
  EXPECT_TRUE(Regions.livesWithin(element(A, 0), A));
  EXPECT_TRUE(Regions.livesWithin(ownedBySecond(A), element(A, 0)));
}

TEST_F(RegionTest, ObjectsSideBySideDoNotLiveWithinEachOther) {
  EXPECT_FALSE(Regions.livesWithin(A, B));
  EXPECT_FALSE(Regions.livesWithin(element(A, 0), member(A, "first")));
  EXPECT_FALSE(Regions.isOwnedBelow(element(A, 0), B));
  EXPECT_FALSE(Regions.isOwnedBelow(A, element(A, 0)));
}

TEST_F(RegionTest, WhatAPointerRefersToLivesElsewhere) {
  const RegionId Pointer = member(element(A, 0), "second");
  const RegionId Pointee = Regions.pointee(Pointer);
  EXPECT_FALSE(Regions.livesWithin(Pointee, A));
  EXPECT_FALSE(Regions.livesWithin(element(Pointee, 1), A));
  EXPECT_TRUE(Regions.livesWithin(element(Pointee, 1), Pointee));
  EXPECT_TRUE(Regions.isAtOrBelow(Pointee, A));
}

TEST_F(RegionTest, WhatAnAccessorRefersToLivesElsewhere) {
  const RegionId Items = Regions.getter(A, Words.Names.intern("items"));
  EXPECT_EQ(text(Items), "a.items()");
  EXPECT_FALSE(Regions.livesWithin(Items, A));
}

TEST_F(RegionTest, ElementsAndOwnedObjectsAreOwned) {
  EXPECT_TRUE(Regions.isOwnedBelow(element(A, 0), A));
  EXPECT_TRUE(Regions.isOwnedBelow(Regions.owned(A), A));
  EXPECT_TRUE(Regions.isOwnedBelow(member(element(A, 0), "first"), A));
}

TEST_F(RegionTest, MembersAndPointeesAreNotOwned) {
  EXPECT_FALSE(Regions.isOwnedBelow(A, A));
  EXPECT_FALSE(Regions.isOwnedBelow(member(A, "first"), A));
  EXPECT_FALSE(Regions.isOwnedBelow(Regions.pointee(A), A));
  EXPECT_FALSE(Regions.isOwnedBelow(Regions.pointee(element(A, 0)), A));
  // The element's own member goes with the element, it isn't owned by it.
  EXPECT_FALSE(
      Regions.isOwnedBelow(member(element(A, 0), "first"), element(A, 0)));
}

TEST_F(RegionTest, AWalkDownATreeIsCutOffWhereItsSiteComesAgain) {
  const RegionId Child = member(element(A, 0), "children");
  EXPECT_FALSE(element(Child, 0).isValid());
  EXPECT_TRUE(element(Child, 1).isValid());
}

TEST_F(RegionTest, LongPathsAreCutOff) {
  RegionId R = A;
  unsigned Length = 0;
  for (uint32_t Site = 0; R.isValid() && Length < 1000; ++Site, ++Length)
    R = element(R, Site);
  EXPECT_FALSE(R.isValid());
  EXPECT_LT(Length, 100u);
  EXPECT_EQ(text(R), "?");
}

TEST_F(RegionTest, RebaseCutsOffLongPathsToo) {
  RegionId Long = A;
  for (uint32_t Site = 0; element(Long, Site).isValid(); ++Site)
    Long = element(Long, Site);
  EXPECT_FALSE(Regions.rebase(element(B, 100), B, Long).isValid());
}
