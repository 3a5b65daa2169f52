//===- EffectTest.cpp - The notation of effects ---------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Model/Effect.h"
#include "llvm/ADT/StringRef.h"
#include "gtest/gtest.h"
#include <random>

using namespace tombstone;

namespace {

/// The text as it is printed, or the mistake as "COLUMN: expected ...".
std::string reprint(llvm::StringRef Text) {
  EffectSyntaxError Why;
  auto Effects = parseEffects(Text, Why);
  if (!Effects)
    return std::to_string(Why.Column) + ": expected " + Why.Expected;
  return toString(*Effects);
}

Effect parseOne(llvm::StringRef Text) {
  EffectSyntaxError Why;
  auto Effects = parseEffects(Text, Why);
  EXPECT_TRUE(Effects && Effects->size() == 1) << Text.str();
  return Effects && !Effects->empty() ? Effects->front() : Effect();
}

} // namespace

TEST(Effect, PrintsAsItWasWritten) {
  for (llvm::StringRef Text : {
           "-> iter this[#0]",
           "-> iter this[?]",
           "-> iter *#0[next #0]",
           "-> iter *this[prev this]",
           "-> ref #0.I",
           "-> ref *this",
           "-> ref *this.a.b",
           "-> ref this[#0].second",
           "-> ref this[#0].second.x.y",
           "-> ref this[*#1]",
           "-> view this[begin]",
           ".first -> iter this[#0.first]",
           ".position -> iter this[end]",
           ".a.0 -> ref #12",
           "*result -> ref #0",
           "*result.first -> ref #0",
           "this -> view #0",
           "#0 -> iter *#0[next #0]",
           "kill ref,iter this[at #0]",
           "kill ref,iter this[from #0 to #1]",
           "kill ref,iter,local,bucket,node,view this[*]",
           "kill ref *#0",
           "relocate iter,local,bucket this[*]",
           "move this[at #0] -> result",
           "move #0[*] -> this",
           "move *this -> *result",
           "swap this #0",
           "copy #0 -> this.first",
           "overwrite this[#0].second",
           "overwrite this",
           "use #0",
           "keep #0 in this.handlers",
           "grow ref,iter this[*]",
           "detach ref,iter this[*]; share this #0",
           "reserve #0 in this",
           "tells this[#0]",
           "needs this[#0]; -> ref this[#0].second",
           "makes #0[#1.first]",
           "grow ref this[*]; use arguments",
           "kill ref,iter this[#0]; -> iter this[next #0]",
           "write this.count",
           "reenter",
           "kill ref this[*]; suspend if ?",
           "defer #0",
           "keep iter this.items[#0] in this.order",
           "kill ref,iter #0[#1] if #2",
           "kill ref,iter this.items[*] if !#0.flag",
           "kill ref,iter this[at #0] if result; use #0",
           "kill ref,iter ::app::Table[?] if ?",
           "kill ref,iter (*this.owner).items[#0]",
           "kill ref,iter ((*#0).byId[#1]).names[at #2]",
           "kill ref this[\"main\"]",
           "kill ref this[-12]",
           "-> ref *(this.slots[0]).p",
           "-> ref (this.outer[#0]).inner()[#1].second",
           "grow ref,iter this.m[*] unless this.m[#0]",
           "grow ref,iter this.m[*] unless this.m[#0.id] if !#1",
           "relocate ref,iter this.m[*] unless this.m[#0]",
           "kill ref,iter #0[#1] if #2 and result",
           "kill ref,iter this.m[#0] if !#1 and !result",
           "::app::Last -> ref #0[#1]",
           "(*this.a).b -> iter this.m[end]",
           "copy 3 -> this.count",
           "nothing",
       })
    EXPECT_EQ(reprint(Text), Text);
}

TEST(Effect, SpaceAndOrderDoNotCount) {
  EXPECT_EQ(reprint("  ->iter   this[ at   #0 ]  "), "-> iter this[at #0]");
  EXPECT_EQ(reprint("kill iter , ref this[ * ]"), "kill ref,iter this[*]");
  EXPECT_EQ(reprint("kill ref,ref this[*];use #0"), "kill ref this[*]; use #0");
  EXPECT_EQ(reprint("result -> ref #0"), "-> ref #0");
  EXPECT_EQ(reprint("result.first -> ref #0"), ".first -> ref #0");
  EXPECT_EQ(reprint("copy  #00  ->*this"), "copy #0 -> *this");
  EXPECT_EQ(reprint(" nothing "), "nothing");
}

TEST(Effect, HasTheMeaningOfItsText) {
  Effect Borrow =
      parseOne(".first -> iter *#1.map[from #0 to this.end].second");
  EXPECT_EQ(Borrow.K, Effect::Kind::Borrow);
  EXPECT_EQ(Borrow.Forms, FormSet(Form::Iter));
  EXPECT_EQ(Borrow.To.Root, RegionPath::RootKind::Result);
  EXPECT_EQ(toString(Borrow.To), "result.first");
  EXPECT_EQ(toString(Borrow.What.Region), "*#1.map");
  EXPECT_EQ(Borrow.What.Key->K, KeySpec::Kind::Range);
  EXPECT_EQ(toString(Borrow.What.Key->First), "#0");
  EXPECT_EQ(toString(Borrow.What.Key->Second), "this.end");
  ASSERT_EQ(Borrow.What.Members.size(), 1u);
  EXPECT_EQ(Borrow.What.Members[0], "second");

  Effect Kill = parseOne("kill iter,ref this[*#0]");
  EXPECT_EQ(Kill.K, Effect::Kind::Kill);
  EXPECT_EQ(Kill.Forms, FormSet(Form::Ref) | Form::Iter);
  EXPECT_EQ(Kill.What.Key->K, KeySpec::Kind::Equal);
  EXPECT_TRUE(Kill.What.Key->First.Pointee);
  EXPECT_EQ(parseOne("kill iter this[*]").What.Key->K, KeySpec::Kind::All);
  EXPECT_FALSE(parseOne("overwrite this").What.Key.has_value());
}

TEST(Effect, SaysWhereItWasMistakenAndWhatItExpected) {
  const std::string Forms = "a form: ref, iter, local, bucket, node or view";
  const std::string Region =
      "a region: this, result, arguments or an argument such as #0";
  const std::string Verbs =
      "an effect: '->', kill, relocate, grow, detach, move, swap, copy, "
      "overwrite, use, keep, reserve, share, tells, needs, makes, write, "
      "reenter, suspend or defer";
  const std::string Keys = "a key: an argument such as #0, at, from, next, "
                           "prev, begin, end, * or ?";
  const std::string Number = "the number of an argument, from 0 to 255";
  const struct {
    llvm::StringRef Text;
    unsigned Column;
    std::string Expected;
  } Mistakes[] = {
      {"", 0, Verbs},
      {"   ", 3, Verbs},
      {"erase this[#0]", 0, Verbs},
      {"use #0;", 7, Verbs},
      {"use #0; ; use #1", 8, Verbs},
      {"- iter this", 0, Verbs},
      {"-> this[#0]", 3, Forms},
      {"kill reff this", 5, Forms},
      {"kill ref, this", 10, Forms},
      {"kill ref", 8, Region},
      {"kill ref that[*]", 9, Region},
      {"swap this", 9, Region},
      {"move this[*] -> ", 16, Region},
      {"-> iter this[at ]", 16, Region},
      {"-> iter this[from #0 to]", 23, Region},
      {"-> iter this[]", 13, Keys},
      {"-> iter this[first]", 13, Keys},
      {"-> iter this[", 13, Keys},
      {"-> iter this[#0", 15, "']'"},
      {"-> iter this[? ?]", 15, "']'"},
      {"-> iter this[from #0 #1]", 21, "'to'"},
      {"keep #0 this", 8, "'in'"},
      {"reserve #0 this", 11, "'in'"},
      {"use arguments.first", 13, "';' or the end of the effects"},
      {"copy #0 this", 8, "'->'"},
      {"this ref #0", 5, "'->'"},
      {"use #", 5, Number},
      {"use #x", 5, Number},
      {"use #256", 5, Number},
      {"use #99999999999999999999", 5, Number},
      {"use this.", 9, "the name or the number of a member"},
      {".-> iter this", 1, "the name or the number of a member"},
      {"use #0 use #1", 7, "';' or the end of the effects"},
      {"use this2", 8, "';' or the end of the effects"},
      {"-> iter this[*]].x", 15, "';' or the end of the effects"},
      {"nothing; use #0", 7, "the end after 'nothing'"},
      {"use #0; nothing", 8, Verbs},
  };
  for (const auto &M : Mistakes)
    EXPECT_EQ(reprint(M.Text),
              std::to_string(M.Column) + ": expected " + M.Expected)
        << M.Text.str();
}

//===----------------------------------------------------------------------===//
// Generated effects
//===----------------------------------------------------------------------===//

namespace {

/// Makes effects of every shape that the grammar has. The numbers of a
/// std::mt19937 are the same everywhere; those of distributions are not.
class EffectMaker {
public:
  explicit EffectMaker(unsigned Seed) : Numbers(Seed) {}

  Effect effect() {
    Effect E;
    E.K = pick<Effect::Kind>(17);
    if (E.K == Effect::Kind::Borrow)
      E.Forms = pick<Form>(NumForms);
    else if (E.K == Effect::Kind::Kill || E.isRelocation())
      E.Forms = forms();
    E.What = target();
    if (E.K != Effect::Kind::Kill && !E.isRelocation() &&
        E.K != Effect::Kind::Overwrite && E.K != Effect::Kind::Use &&
        E.K != Effect::Kind::Tells && E.K != Effect::Kind::Needs &&
        E.K != Effect::Kind::Makes && E.K != Effect::Kind::Write)
      E.To = region();
    if (E.K == Effect::Kind::Grow && below(2))
      E.Unless = target();
    if (below(4) == 0)
      E.If = condition();
    return E;
  }

  unsigned below(unsigned Bound) {
    return static_cast<unsigned>(Numbers() % Bound);
  }

private:
  template <typename T> T pick(unsigned Bound) {
    return static_cast<T>(below(Bound));
  }

  FormSet forms() {
    FormSet Forms = pick<Form>(NumForms);
    while (below(2))
      Forms = Forms | pick<Form>(NumForms);
    return Forms;
  }

  llvm::SmallVector<std::string, 1> members() {
    static const char *const Names[] = {"first", "second", "I", "0",
                                        "entries_"};
    llvm::SmallVector<std::string, 1> Members;
    while (below(3) == 0)
      Members.push_back(Names[below(5)]);
    return Members;
  }

  EffectCondition condition() {
    EffectCondition If;
    If.IsKnown = below(2);
    if (If.IsKnown) {
      If.IsNegated = below(2);
      If.Of = region();
    }
    return If;
  }

  RegionPath region() {
    RegionPath R;
    R.Root = pick<RegionPath::RootKind>(3);
    if (R.Root == RegionPath::RootKind::Argument)
      R.Argument = below(256);
    if (below(8) == 0) {
      R.Argument = 0;
      R.Root = RegionPath::RootKind::Part;
      R.Whole = std::make_shared<const Target>(target());
    } else if (below(8) == 0) {
      R.Argument = 0;
      R.Root = RegionPath::RootKind::Global;
      R.Name = "app::Table";
    }
    R.Pointee = below(3) == 0;
    R.Members = members();
    return R;
  }

  KeySpec key() {
    KeySpec Key;
    Key.K = pick<KeySpec::Kind>(9);
    if (Key.K <= KeySpec::Kind::Prev)
      Key.First = region();
    if (Key.K == KeySpec::Kind::Range)
      Key.Second = region();
    return Key;
  }

  Target target() {
    Target T;
    T.Region = region();
    if (below(3) == 0)
      return T;
    T.Key = key();
    T.Members.append(members());
    return T;
  }

  std::mt19937 Numbers;
};

} // namespace

TEST(Effect, ParseUndoesPrint) {
  EffectMaker Make(22);
  for (unsigned I = 0; I != 5000; ++I) {
    llvm::SmallVector<Effect, 2> Made;
    for (unsigned N = 1 + Make.below(3); N; --N)
      Made.push_back(Make.effect());
    const std::string Text = toString(Made);
    EffectSyntaxError Why;
    auto Parsed = parseEffects(Text, Why);
    ASSERT_TRUE(Parsed) << Text << "\n" << Why.Column << ": " << Why.Expected;
    ASSERT_TRUE(*Parsed == Made) << Text << "\n" << toString(*Parsed);
    ASSERT_EQ(toString(*Parsed), Text);
  }
}

// Text that is nearly right is either right and prints itself again, or is a
// mistake within the text.
TEST(Effect, DamagedTextNeitherCrashesNorGoesUnnoticed) {
  EffectMaker Make(8);
  static const char Inserted[] = ".*#[];,->? thisat09";
  for (unsigned I = 0; I != 5000; ++I) {
    std::string Text = toString(Make.effect());
    for (unsigned N = 1 + Make.below(3); N && !Text.empty(); --N) {
      const unsigned At = Make.below(static_cast<unsigned>(Text.size()));
      if (Make.below(2))
        Text.erase(At, 1 + Make.below(4));
      else
        Text.insert(At, 1, Inserted[Make.below(sizeof(Inserted) - 1)]);
    }
    EffectSyntaxError Why;
    auto Parsed = parseEffects(Text, Why);
    if (!Parsed) {
      ASSERT_LE(Why.Column, Text.size()) << Text;
      ASSERT_FALSE(Why.Expected.empty()) << Text;
      continue;
    }
    auto Again = parseEffects(toString(*Parsed), Why);
    ASSERT_TRUE(Again && *Again == *Parsed) << Text;
  }
}
