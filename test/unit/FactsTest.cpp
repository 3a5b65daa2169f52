//===- FactsTest.cpp - Facts as text, and the laws of merging -------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Facts/Store.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include "gmock/gmock.h"
#include <random>

using namespace tombstone;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using StorePtr = std::shared_ptr<const FactsStore>;

static Effect effect(llvm::StringRef Text) {
  EffectSyntaxError Why;
  auto Parsed = parseEffects(Text, Why);
  EXPECT_TRUE(Parsed) << Text.str() << ": " << Why.Expected;
  return Parsed ? Parsed->front() : Effect();
}

static Fact fact(llvm::StringRef Usr, llvm::StringRef Text) {
  Fact F;
  F.Key = {Usr.str(), "src/table.cpp", digestOf("some text")};
  F.Effects.push_back(
      {effect(Text), {{"src/table.cpp", 7, 3, "drop", "erased here"}}});
  return F;
}

static StorePtr readStore(llvm::StringRef Text) {
  auto Store =
      FactsStore::read(llvm::MemoryBuffer::getMemBufferCopy(Text, "S"));
  EXPECT_TRUE(bool(Store)) << llvm::toString(Store.takeError());
  return Store ? *Store : nullptr;
}

static std::string whyNot(llvm::StringRef Text) {
  auto Store =
      FactsStore::read(llvm::MemoryBuffer::getMemBufferCopy(Text, "S"));
  return Store ? "" : llvm::toString(Store.takeError());
}

static std::string merged(std::vector<StorePtr> Stores) {
  auto Text = mergeStores(Stores);
  EXPECT_TRUE(bool(Text)) << llvm::toString(Text.takeError());
  return Text ? *Text : "";
}

namespace {

/// Makes stores that share functions, files, versions and effects.
class Maker {
public:
  explicit Maker(unsigned Seed) : Random(Seed) {}

  StorePtr store() {
    std::vector<Fact> Facts;
    for (unsigned I = below(12); I > 0; --I)
      Facts.push_back(fact());
    return readStore(storeOf(Facts));
  }

private:
  unsigned below(unsigned N) {
    return std::uniform_int_distribution<unsigned>(0, N - 1)(Random);
  }

  std::vector<FactEffect> effects() {
    static const char *const Texts[] = {
        "kill ref,iter #0[#1]", "kill ref,iter this.sessions_[*] if #0",
        "-> ref this.sessions_[#0].second", "use #0",
        "grow ref,iter this.byId[*]; -> ref this.byId[#0]"};
    std::vector<FactEffect> Made;
    for (unsigned I = below(4); I > 0; --I) {
      FactEffect E{effect(Texts[below(std::size(Texts))]), {}};
      for (unsigned S = below(3); S > 0; --S)
        E.Steps.push_back({"src/a.cpp", below(90), below(80), "f", "erased"});
      Made.push_back(std::move(E));
    }
    return Made;
  }

  Fact fact() {
    Fact F;
    F.Key.Usr = "c:@F@f" + std::to_string(below(5)) + "#I#";
    F.Key.File = below(2) ? "src/a.cpp" : "src/with space.cpp";
    F.Key.Digest = digestOf(below(2) ? "before" : "after");
    F.Effects = effects();
    if (below(3) == 0)
      F.Lookups = effects();
    return F;
  }

  std::mt19937 Random;
};

} // namespace

TEST(FactsTest, PrintAndParseAreInverse) {
  Fact F = fact("c:@S@Table@F@operator bool#1",
                "kill ref,iter this.sessions_[#0] if result");
  F.Lookups.emplace();
  F.Lookups->push_back({effect("use #0"), {}});
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  print(OS, F);
  EXPECT_EQ(Text, "c:@S@Table@F@operator bool#1\tsrc/table.cpp\t" +
                      F.Key.Digest +
                      "\n"
                      "  kill ref,iter this.sessions_[#0] if result\n"
                      "    src/table.cpp\t7\t3\tdrop\terased here\n"
                      "  lookups\n"
                      "  use #0\n");
  auto Parsed = parseFact(Text);
  ASSERT_TRUE(bool(Parsed)) << llvm::toString(Parsed.takeError());
  EXPECT_EQ(*Parsed, F);
}

TEST(FactsTest, NoEffectsAreSaid) {
  Fact F = fact("c:@F@f#", "use #0");
  F.Effects.clear();
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  print(OS, F);
  EXPECT_THAT(Text, HasSubstr("\n  nothing\n"));
  auto Parsed = parseFact(Text);
  ASSERT_TRUE(bool(Parsed)) << llvm::toString(Parsed.takeError());
  EXPECT_THAT(Parsed->Effects, IsEmpty());
}

TEST(FactsTest, MistakesAreNamed) {
  const std::string Key = "c:@F@f#\ta.cpp\t" + digestOf("") + "\n";
  const auto Why = [&](const std::string &Lines) {
    auto Parsed = parseFact(Lines);
    return Parsed ? "" : llvm::toString(Parsed.takeError());
  };
  EXPECT_EQ(Why(Key + "  use #0\n"), "");
  EXPECT_THAT(Why(Key), HasSubstr("effects below the key"));
  EXPECT_THAT(Why("c:@F@f#\ta.cpp\n  use #0\n"), HasSubstr("USR, file and"));
  EXPECT_THAT(Why("c:@F@f#\ta.cpp\tabc\n  use #0\n"),
              HasSubstr("USR, file and"));
  EXPECT_THAT(Why(Key + "  destroy #0\n"), HasSubstr("an effect: "));
  EXPECT_THAT(Why(Key + "    a.cpp\t1\t2\tf\there\n"),
              HasSubstr("an effect before its steps"));
  EXPECT_THAT(Why(Key + "  use #0\n    a.cpp\tone\t2\tf\there\n"),
              HasSubstr("of a step"));
}

TEST(FactsTest, FindsEachOfMany) {
  std::vector<Fact> Facts;
  const auto Usr = [](unsigned I) {
    return "c:@F@" + std::string(I % 7, 'x') + std::to_string(I) + "#";
  };
  for (unsigned I = 0; I < 200; ++I)
    Facts.push_back(
        fact(Usr(I), "kill ref,iter #" + std::to_string(I) + "[*]"));
  const StorePtr Store = readStore(storeOf(Facts));
  for (const Fact &F : Facts) {
    const std::vector<Fact> Found = Store->find(F.Key.Usr);
    ASSERT_THAT(Found, SizeIs(1)) << F.Key.Usr;
    EXPECT_EQ(Found.front(), F);
  }
  // Before the first, behind the last, between two, and the start of one.
  for (const char *Other : {"a", "d", "c:@F@10", "c:@F@x98#", ""})
    EXPECT_THAT(Store->find(Other), IsEmpty()) << Other;
}

TEST(FactsTest, FindsAllVersions) {
  Fact There = fact("c:@F@f#", "use #0");
  Fact Other = There;
  Other.Key.Digest = digestOf("other text");
  Fact Elsewhere = There;
  Elsewhere.Key.File = "tools/main.cpp";
  const std::vector<Fact> All{There, Other, Elsewhere};
  EXPECT_THAT(readStore(storeOf(All))->find("c:@F@f#"),
              ::testing::UnorderedElementsAreArray(All));
}

TEST(FactsTest, AnEmptyStoreIsOne) {
  const StorePtr Empty = readStore(storeOf({}));
  EXPECT_THAT(Empty->find("c:@F@f#"), IsEmpty());
  EXPECT_THAT(Empty->texts(), IsEmpty());
  const StorePtr One = readStore(storeOf({fact("c:@F@f#", "use #0")}));
  EXPECT_EQ(merged({Empty, One}), merged({One}));
  EXPECT_EQ(merged({}), storeOf({}));
}

TEST(FactsTest, ForeignAndCutStoresAreRefused) {
  const std::string Whole = storeOf({fact("c:@F@f#", "use #0")});
  EXPECT_EQ(whyNot(Whole), "");
  EXPECT_THAT(whyNot("{}"), HasSubstr("'S' is no file of tombstone"));
  EXPECT_THAT(whyNot(""), HasSubstr("is no file of tombstone"));
  EXPECT_THAT(whyNot("tombstone-facts 1 analysis 0\nend\n"),
              HasSubstr("another version"));
  const size_t FirstLine = Whole.find('\n') + 1;
  for (size_t Length = 17; Length < Whole.size(); ++Length)
    EXPECT_THAT(whyNot(Whole.substr(0, Length)),
                HasSubstr(Length < FirstLine ? "is" : "cut off"))
        << Length;
}

TEST(FactsTest, DamageIsToldOnce) {
  std::string Text = storeOf({fact("c:@F@f#", "use #0")});
  Text.replace(Text.find("use #0"), 6, "eat #0");
  const StorePtr Store = readStore(Text);
  EXPECT_EQ(Store->takeMistake(), "");
  EXPECT_THAT(Store->find("c:@F@f#"), IsEmpty());
  EXPECT_THAT(Store->takeMistake(), HasSubstr("'S' is damaged: expected"));
  EXPECT_THAT(Store->find("c:@F@f#"), IsEmpty());
  EXPECT_EQ(Store->takeMistake(), "");
  auto Merged = mergeStores({Store});
  ASSERT_FALSE(bool(Merged));
  EXPECT_THAT(llvm::toString(Merged.takeError()), HasSubstr("is damaged"));
}

TEST(FactsTest, MergingHasItsLaws) {
  for (unsigned Seed = 0; Seed < 300; ++Seed) {
    SCOPED_TRACE(Seed);
    Maker Make(Seed);
    const StorePtr A = Make.store();
    const StorePtr B = Make.store();
    const StorePtr C = Make.store();
    const std::string All = merged({A, B, C});
    EXPECT_EQ(merged({readStore(merged({A, B})), C}), All);
    EXPECT_EQ(merged({A, readStore(merged({B, C}))}), All);
    EXPECT_EQ(merged({C, A, B}), All);
    EXPECT_EQ(merged({B, A}), merged({A, B}));
    EXPECT_EQ(merged({A, A}), merged({A}));
    EXPECT_EQ(merged({readStore(All), A}), All);
  }
}

TEST(FactsTest, MergingKeepsWhatSaysMore) {
  const Fact Less = fact("c:@F@f#", "use #0");
  Fact More = Less;
  More.Effects.push_back({effect("kill ref,iter #0[*]"), {}});
  const StorePtr Merged = readStore(
      merged({readStore(storeOf({More})), readStore(storeOf({Less}))}));
  EXPECT_THAT(Merged->find("c:@F@f#"), ::testing::ElementsAre(More));
}

TEST(FactsTest, WritingLeavesNothingBehind) {
  llvm::SmallString<128> Folder;
  ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("tombstone", Folder));
  const std::string Path = (Folder + "/store").str();
  EXPECT_FALSE(bool(writeWhole(Path, "first")));
  EXPECT_FALSE(bool(writeWhole(Path, "second")));
  auto There = llvm::MemoryBuffer::getFile(Path);
  ASSERT_TRUE(bool(There));
  EXPECT_EQ((*There)->getBuffer(), "second");
  std::error_code Failed;
  unsigned Files = 0;
  for (llvm::sys::fs::directory_iterator At(Folder, Failed), End;
       At != End && !Failed; At.increment(Failed))
    ++Files;
  EXPECT_EQ(Files, 1u);
  EXPECT_THAT(
      llvm::toString(writeWhole((Folder + "/none/store").str(), "third")),
      HasSubstr("cannot write '"));
  llvm::sys::fs::remove_directories(Folder);
}
