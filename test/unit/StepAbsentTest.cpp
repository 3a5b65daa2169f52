//===- StepAbsentTest.cpp - Elements that are surely not there ------------===//
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

class StepAbsentTest : public StepTest {
protected:
  StepAbsentTest() { T.LooksForAbsent = true; }

  Operand key(const char *Variable) { return valueOf(var(Variable)); }

  /// What the container is known not to have: "k", or "everything".
  std::vector<std::string> lacks(const std::string &Container) {
    std::vector<std::string> Keys;
    for (const std::string &Facts : linesAbout(Container + " ")) {
      llvm::SmallVector<llvm::StringRef> Parts;
      llvm::StringRef(Facts).split(Parts, ", ");
      for (llvm::StringRef Part : Parts)
        if (Part.consume_front("lacks "))
          Keys.push_back(Part.str());
        else if (Part == "is empty")
          Keys.push_back("everything");
    }
    return Keys;
  }
  void mayHave(MayHaveEvent::Scope Scope, ElementSpec Element = {}) {
    run(MayHaveEvent{Scope, std::move(Element)});
  }
  void lookUp(LookupEvent::Kind K, ElementSpec Element,
              const char *Result = "result") {
    run(LookupEvent{std::move(Element), K, var(Result), NameId()});
  }
  /// `Result = m.find(k)`.
  void find(const char *Result, ElementSpec Element) {
    borrow(Result, Element);
    lookUp(LookupEvent::Kind::Finds, Element, Result);
  }
  void share(const char *Variable) {
    Words.Roots.setShared(Words.Places.rootOf(var(Variable)));
  }
  State joined(const State &Other) {
    State Both = S;
    Both.join(Other);
    return Both;
  }
};

} // namespace

//===----------------------------------------------------------------------===//
// Erased
//===----------------------------------------------------------------------===//

TEST_F(StepAbsentTest, KillByKeyLeavesItAbsent) {
  kill(keyed("m", "k"));
  EXPECT_THAT(lacks("m"), ElementsAre("k"));
  kill(keyed(var("m"), constant("7")));
  EXPECT_EQ(lacks("m").size(), 2u);
}

TEST_F(StepAbsentTest, NothingIsRememberedWhereNobodyAsks) {
  T.LooksForAbsent = false;
  kill(keyed("m", "k"));
  kill(every(var("n")));
  EXPECT_TRUE(S.Containers.empty());
}

TEST_F(StepAbsentTest, KillByHandleLeavesItsKeyAbsent) {
  borrow("it", keyed("m", "k"));
  kill(designated("m", "it"));
  EXPECT_THAT(lacks("m"), ElementsAre("k"));
}

TEST_F(StepAbsentTest, KillOfOneOfEqualKeysLeavesNoneAbsent) {
  ElementSpec One = keyed("m", "k");
  borrow("it", One);
  ElementSpec At = designated("m", "it");
  At.UniqueKeys = false;
  kill(At);
  EXPECT_THAT(lacks("m"), IsEmpty());
  // Erasing by key takes all of them, extracting one.
  One.UniqueKeys = false;
  KillEvent Extraction;
  Extraction.Element = One;
  Extraction.Forms = Form::Iter;
  Extraction.IsExtraction = true;
  run(Extraction);
  EXPECT_THAT(lacks("m"), IsEmpty());
  kill(One);
  EXPECT_THAT(lacks("m"), ElementsAre("k"));
}

TEST_F(StepAbsentTest, KillOfEveryElementEmpties) {
  kill(keyed("m", "k"));
  kill(every(var("m")));
  EXPECT_THAT(lacks("m"), ElementsAre("everything"));
}

TEST_F(StepAbsentTest, KillBySomeKeySaysNothing) {
  kill(element(var("m"), KeySpec::Kind::Unknown));
  kill(element(var("m"), KeySpec::Kind::Begin));
  EXPECT_THAT(lacks("m"), IsEmpty());
}

TEST_F(StepAbsentTest, AbsentFollowsTheValueOfTheKey) {
  copyObject("copy", key("k"));
  kill(keyed("m", "k"));
  run(WriteEvent{var("k")});
  EXPECT_THAT(lacks("m"), ElementsAre("copy"));
  run(WriteEvent{var("copy")});
  EXPECT_THAT(lacks("m"), IsEmpty());
}

TEST_F(StepAbsentTest, WhatMovesInIsNotKnownToLackIt) {
  kill(keyed("m", "k"));
  run(MoveEvent{var("m"), var("n")});
  EXPECT_THAT(lacks("m"), IsEmpty());
  EXPECT_THAT(lacks("n"), IsEmpty());
}

TEST_F(StepAbsentTest, SwapTakesItAlong) {
  kill(keyed("m", "k"));
  run(SwapEvent{var("m"), var("n")});
  EXPECT_THAT(lacks("m"), IsEmpty());
  EXPECT_THAT(lacks("n"), ElementsAre("k"));
}

//===----------------------------------------------------------------------===//
// Perhaps inserted
//===----------------------------------------------------------------------===//

TEST_F(StepAbsentTest, AnElementOfThatKeyMayBeThere) {
  kill(keyed(var("m"), constant("1")));
  kill(keyed("m", "k"));
  mayHave(MayHaveEvent::Scope::Element, keyed(var("m"), constant("2")));
  EXPECT_THAT(lacks("m"), ElementsAre("1")) << "k may be 2";
  mayHave(MayHaveEvent::Scope::Element, keyed(var("n"), constant("1")));
  EXPECT_THAT(lacks("m"), ElementsAre("1")) << "another container";
  mayHave(MayHaveEvent::Scope::Element, keyed(var("m"), constant("1")));
  EXPECT_THAT(lacks("m"), IsEmpty());
}

TEST_F(StepAbsentTest, AnyElementMayBeThere) {
  kill(every(var("m")));
  mayHave(MayHaveEvent::Scope::Element, every(var("m")));
  EXPECT_THAT(lacks("m"), IsEmpty());
}

TEST_F(StepAbsentTest, WithinAnObjectAreItsMembersAndWhatTheyPointTo) {
  const PlaceId Behind = deref(member(var("o"), "p"));
  kill(keyed(member(var("o"), "m"), key("k")));
  kill(keyed(Behind, key("k")));
  kill(keyed("m", "k"));
  ElementSpec Object;
  Object.Container = var("o");
  mayHave(MayHaveEvent::Scope::Within, Object);
  EXPECT_THAT(lacks("o.m"), IsEmpty());
  EXPECT_THAT(lacks("(*o.p)"), IsEmpty());
  EXPECT_THAT(lacks("m"), ElementsAre("k"));
}

TEST_F(StepAbsentTest, OthersReachWhatTheFunctionDoesNotHave) {
  kill(keyed("local", "k"));
  kill(keyed("global", "k"));
  kill(keyed(deref(var("parameter")), key("k")));
  share("global");
  mayHave(MayHaveEvent::Scope::Global);
  EXPECT_THAT(lacks("global"), IsEmpty());
  EXPECT_THAT(lacks("(*parameter)"), ElementsAre("k"));
  mayHave(MayHaveEvent::Scope::Shared);
  EXPECT_THAT(lacks("(*parameter)"), IsEmpty());
  EXPECT_THAT(lacks("local"), ElementsAre("k"));
  mayHave(MayHaveEvent::Scope::All);
  EXPECT_THAT(lacks("local"), IsEmpty());
}

TEST_F(StepAbsentTest, AKeyThatOthersReachMayBeAnother) {
  share("k");
  kill(keyed("local", "k"));
  mayHave(MayHaveEvent::Scope::Global);
  EXPECT_THAT(lacks("local"), IsEmpty());
}

//===----------------------------------------------------------------------===//
// Looked for
//===----------------------------------------------------------------------===//

TEST_F(StepAbsentTest, NeedOfWhatIsAbsentIsTold) {
  lookUp(LookupEvent::Kind::Needs, keyed("m", "k"));
  EXPECT_THAT(DeadUses, IsEmpty());
  kill(keyed("m", "k"));
  lookUp(LookupEvent::Kind::Needs, keyed("m", "other"));
  lookUp(LookupEvent::Kind::Reads, keyed("n", "k"));
  EXPECT_THAT(DeadUses, IsEmpty());
  lookUp(LookupEvent::Kind::Needs, keyed("m", "k"));
  EXPECT_THAT(DeadUses, ElementsAre("result"));
}

TEST_F(StepAbsentTest, AnyKeyIsAbsentOfNoElements) {
  kill(every(var("m")));
  lookUp(LookupEvent::Kind::Reads, keyed(var("m"), constant("7")));
  EXPECT_THAT(DeadUses, ElementsAre("result"));
}

TEST_F(StepAbsentTest, AFoundHandleIsMissing) {
  kill(keyed("m", "k"));
  find("it", keyed("m", "k"));
  EXPECT_EQ(designates("it"), "iter m[#0] missing");
  EXPECT_THAT(DeadUses, IsEmpty()) << "it was only looked up";
  use("it");
  EXPECT_THAT(DeadUses, ElementsAre("it"));
}

TEST_F(StepAbsentTest, AMissingHandleIsHandedOn) {
  kill(keyed("m", "k"));
  find("it", keyed("m", "k"));
  run(UseEvent{deref(var("it")), UseEvent::Kind::Passed});
  EXPECT_THAT(DeadUses, IsEmpty());
  copyHandle("copy", key("it"));
  use("copy");
  EXPECT_THAT(DeadUses, ElementsAre("copy"));
}

TEST_F(StepAbsentTest, WhoComparesItKnows) {
  kill(keyed("m", "k"));
  find("it", keyed("m", "k"));
  run(UseEvent{deref(var("it")), UseEvent::Kind::Comparison});
  use("it");
  lookUp(LookupEvent::Kind::Needs, keyed("m", "k"));
  EXPECT_THAT(DeadUses, IsEmpty());
}

//===----------------------------------------------------------------------===//
// Where paths meet
//===----------------------------------------------------------------------===//

TEST_F(StepAbsentTest, AbsentOnBothSidesIsAbsent) {
  const State Before = S;
  kill(keyed("m", "k"));
  const State Erased = S;
  EXPECT_TRUE(joined(Before).Containers.empty());
  S = Before;
  kill(every(var("m")));
  const State Emptied = S;
  S = joined(Erased);
  EXPECT_THAT(lacks("m"), ElementsAre("k"));
  S = Erased;
  S = joined(Emptied);
  EXPECT_THAT(lacks("m"), ElementsAre("k"));
  S = Emptied;
  S = joined(Before);
  EXPECT_THAT(lacks("m"), IsEmpty());
}
