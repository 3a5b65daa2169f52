//===- CatalogueFormatTest.cpp - How *.effects files read -----------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CatalogueTesting.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace tombstone;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

std::vector<std::string> rowsOf(const Catalogue &C, llvm::StringRef Class) {
  std::vector<std::string> Rows;
  if (const ClassModel *Model = C.findClass(Class))
    for (const Row *R : Model->Rows)
      Rows.push_back(std::to_string(R->Line) + ": " + rowText(*R));
  return Rows;
}

std::vector<std::string> mistakesIn(llvm::StringRef Text) {
  Catalogue C;
  return errorTexts(C.add({"t.effects", Text}));
}

} // namespace

TEST(CatalogueFormat, NamesAndPatternsOfEveryKind) {
  Catalogue C = catalogueOf(
      "class a::b::Box\n"
      "  kind associative\n"
      "  (ctor)()                                 nothing\n"
      "  (ctor)(self&&, ...)                      nothing\n"
      "  (conversion)() (result)(_, ...)          nothing\n"
      "  operator[](_) operator->() operator*()   nothing\n"
      "  operator()(_) operator=(self) operator++() operator==(_)  nothing\n"
      "  get_2nd(_,iter , node,value)             nothing\n"
      "functions\n"
      "  a::operator+(_, _) a::b(_) free(_)       nothing\n");
  EXPECT_THAT(
      rowsOf(C, "a::b::Box"),
      ElementsAre("3: (ctor)() nothing", "4: (ctor)(self&&, ...) nothing",
                  "5: (conversion)() nothing", "5: (result)(_, ...) nothing",
                  "6: operator[](_) nothing", "6: operator->() nothing",
                  "6: operator*() nothing", "7: operator()(_) nothing",
                  "7: operator=(self) nothing", "7: operator++() nothing",
                  "7: operator==(_) nothing",
                  "8: get_2nd(_, iter, node, value) nothing"));
}

TEST(CatalogueFormat, AMethodMayBeNamedAsAWordOfTheFormat) {
  Catalogue C = catalogueOf("class Box\n"
                            "  kind node\n"
                            "  key() kind()              nothing\n"
                            "  swap(self) move(_)        swap this #0\n"
                            "  use(_) nothing() this()   nothing\n");
  EXPECT_THAT(errorTexts(C.validate()), IsEmpty());
  EXPECT_EQ(rowsOf(C, "Box").size(), 7u);
}

TEST(CatalogueFormat, RowsGoOnOverDeeperLines) {
  Catalogue C = catalogueOf("class Box\n"
                            "  kind associative\n"
                            "  erase(iter)\n"
                            "    erase(_)    kill ref this[\n"
                            "      #0];\n"
                            "\n"
                            "  # a comment, shallower\n"
                            "      -> iter\n"
                            "   this[next #0]\n"
                            "  clear()       nothing\n");
  EXPECT_THAT(rowsOf(C, "Box"), ElementsAre("3: erase(iter) kill ref this[#0]; "
                                            "-> iter this[next #0]",
                                            "4: erase(_) kill ref this[#0]; "
                                            "-> iter this[next #0]",
                                            "10: clear() nothing"));
}

TEST(CatalogueFormat, CommentsAreNoArguments) {
  Catalogue C = catalogueOf("# first\n"
                            "class Box # second\n"
                            "  kind node# third\n"
                            "  f(_) use #0 # fourth #1\n"
                            "  #\n"
                            "  g(_)\n"
                            "       #0 -> ref #0  #fifth\n");
  EXPECT_THAT(rowsOf(C, "Box"),
              ElementsAre("4: f(_) use #0", "6: g(_) #0 -> ref #0"));
}

TEST(CatalogueFormat, LineEndsOfOtherSystems) {
  Catalogue C = catalogueOf("class Box\r\n  kind node\r\n  f() nothing\r\n");
  EXPECT_EQ(rowsOf(C, "Box").size(), 1u);
}

TEST(CatalogueFormat, AnEmptyFileSaysNothing) {
  EXPECT_THAT(mistakesIn(""), IsEmpty());
  EXPECT_THAT(mistakesIn("\n  \n# nothing here\n"), IsEmpty());
}

TEST(CatalogueFormat, TheSourceGoesForWhatComesAfterIt) {
  Catalogue C = catalogueOf("class A\n  kind node\n"
                            "source [one]; [two]  # quoted\n"
                            "class B\n  kind node\n"
                            "source three\n"
                            "class C\n  kind node\n");
  EXPECT_EQ(C.findClass("A")->Source, "");
  EXPECT_EQ(C.findClass("B")->Source, "[one]; [two]");
  EXPECT_EQ(C.findClass("C")->Source, "three");
  EXPECT_EQ(C.findClass("C")->Line, 7u);
}

//===----------------------------------------------------------------------===//
// Mistakes
//===----------------------------------------------------------------------===//

TEST(CatalogueFormat, MistakesHaveTheirPlace) {
  const std::string Name = "a name such as erase, operator[], (ctor), "
                           "(dtor), (conversion) or (result)";
  const std::string Pattern =
      "a parameter: _, iter, node, value, self, self&& or ...";
  const std::string Kind = "a kind: associative, sequence, owner, shared, "
                           "handle, wrapper, node or plain";
  const struct {
    llvm::StringRef Line; ///< The second of a file, or of a class.
    const char *Place;
    std::string Expected;
  } Mistakes[] = {
      {"clazz Box", "2:1",
       "family, class, functions or source; rows are indented"},
      {"erase(_) nothing", "2:1",
       "family, class, functions or source; rows are indented"},
      {"source", "2:7", "where the promise is written down"},
      {"family", "2:7", "the name of the family"},
      {"family std::x", "2:12", "the name of a family"},
      {"family a b", "2:10", "the end of the line"},
      {"class", "2:6", "the qualified name of a class"},
      {"class A,", "2:9", "the qualified name of a class"},
      {"class A : ", "2:10", "the name of a family"},
      {"class A : b,", "2:13", "the name of a family"},
      {"class A<int>", "2:8", "the end of the line"},
      {"functions here", "2:11", "the end of the line"},
      {"  kind tree", "2:8", Kind},
      {"  kind", "2:7", Kind},
      {"  kind node node", "2:13", "the end of the line"},
      {"  key", "2:6", "the member that is the key, or self"},
      {"  key a b", "2:9", "the end of the line"},
      {"  keys", "2:7",
       "unique, or repeat where several elements may have one key"},
      {"  keys repeat unique", "2:15", "the end of the line"},
      {"  -> ref this", "2:3", Name},
      {"  erase", "2:8", "'(' at once after the name"},
      {"  erase (_) nothing", "2:8", "'(' at once after the name"},
      {"  erase(_", "2:10", "',' or ')'"},
      {"  erase(_ iter) nothing", "2:11", "',' or ')'"},
      {"  erase(it) nothing", "2:9", Pattern},
      {"  erase(_,) nothing", "2:11", Pattern},
      {"  erase(..., _) nothing", "2:12", "')' after ..."},
      {"  a::erase(_) nothing", "2:4", "'(' at once after the name"},
      {"  operator nothing", "2:11", "an operator's symbol, then '('"},
      {"  erase(_)", "2:11", "the effects, or nothing"},
      {"  erase(_) kill this[#0]", "2:17",
       "a form: ref, iter, local, bucket, node or view"},
      {"  erase(_) clear", "2:12",
       "an effect: '->', kill, relocate, grow, detach, move, swap, copy, "
       "overwrite, use, keep, reserve, share, tells, needs, makes, write, "
       "reenter, suspend or defer"},
  };
  for (const auto &M : Mistakes) {
    const bool IsIndented = M.Line.starts_with(" ");
    EXPECT_THAT(
        mistakesIn(
            ((IsIndented ? "class Box\n" : "# one\n") + M.Line + "\n").str()),
        ElementsAre("t.effects:" + std::string(M.Place) + ": error: expected " +
                    M.Expected))
        << M.Line.str();
  }
}

TEST(CatalogueFormat, MistakesInLaterLinesOfARowHaveTheirOwnPlace) {
  EXPECT_THAT(mistakesIn("class Box\n"
                         "  erase(_)\n"
                         "      kill ref this[#0];\n"
                         "      # between\n"
                         "        -> itre this[?]\n"),
              ElementsAre("t.effects:5:12: error: expected a form: ref, iter, "
                          "local, bucket, node or view"));
}

TEST(CatalogueFormat, RowsNeedAHead) {
  EXPECT_THAT(mistakesIn("  f() nothing\n"),
              ElementsAre("t.effects:1:3: error: expected a family, class or "
                          "functions line before the first row"));
  EXPECT_THAT(mistakesIn("class A\n  kind node\nsource [x]\n  f() nothing\n"),
              ElementsAre("t.effects:4:3: error: expected a family, class or "
                          "functions line before the first row"));
}

TEST(CatalogueFormat, FunctionsHaveNeitherKindNorKey) {
  EXPECT_THAT(mistakesIn("functions\n  kind node\n  key first\n"
                         "  keys unique\n"),
              ElementsAre("t.effects:2:8: error: expected a row: functions "
                          "have no kind",
                          "t.effects:3:7: error: expected a row: functions "
                          "have no key",
                          "t.effects:4:7: error: expected a row: functions "
                          "have no keys"));
}

TEST(CatalogueFormat, WhenHoldsForTheRowsBelowIt) {
  Catalogue C;
  EXPECT_THAT(errorTexts(C.add({"t.effects", "class Box\n"
                                             "  kind node\n"
                                             "  f() nothing\n"
                                             "  when VERSION >= 23\n"
                                             "  f() kill ref this[*]\n"
                                             "  when VERSION < 6\n"
                                             "  g() nothing\n"
                                             "class Crate\n"
                                             "  kind node\n"
                                             "  f() nothing\n"})),
              IsEmpty());
  EXPECT_THAT(errorTexts(C.validate()), IsEmpty());
  const auto Named = C.findClass("Box")->rowsNamed("f");
  ASSERT_EQ(Named.size(), 2u);
  EXPECT_EQ(Named[0]->When->toString(), "VERSION >= 23") << "comes first";
  EXPECT_FALSE(Named[1]->When);
  EXPECT_EQ(C.findClass("Box")->rowsNamed("g")[0]->When->toString(),
            "VERSION < 6");
  EXPECT_FALSE(C.findClass("Crate")->rowsNamed("f")[0]->When);
}

TEST(CatalogueFormat, WhenSaysWhatItExpects) {
  EXPECT_THAT(
      mistakesIn("class Box\n  when >= 3\n  when V = 3\n"
                 "  when V < x\n  when V < 3 4\n"),
      ElementsAre("t.effects:2:8: error: expected the name of a macro",
                  "t.effects:3:10: error: expected '<' or '>='",
                  "t.effects:4:12: error: expected a number",
                  "t.effects:5:14: error: expected the end of the line"));
}

TEST(CatalogueFormat, AMistakeCostsItsRowOrItsBlock) {
  Catalogue C;
  EXPECT_THAT(errorTexts(C.add({"t.effects", "class Box\n"
                                             "  kind node\n"
                                             "  f() bad\n"
                                             "  g() nothing\n"
                                             "class Bad Name\n"
                                             "  h() bad\n"
                                             "class Crate\n"
                                             "  kind node\n"
                                             "  f() nothing\n"})),
              ElementsAre(testing::StartsWith("t.effects:3:7: error: "),
                          testing::StartsWith("t.effects:5:11: error: ")));
  EXPECT_THAT(rowsOf(C, "Box"), ElementsAre("4: g() nothing"));
  EXPECT_THAT(rowsOf(C, "Crate"), ElementsAre("9: f() nothing"));
  EXPECT_EQ(C.findClass("Bad"), nullptr);
}

// Whatever the bytes: no crash, and each mistake has a place in the file.
TEST(CatalogueFormat, AnyPrefixOfTheBuiltInTableReads) {
  for (const CatalogueFile &File : builtinCatalogue())
    for (size_t Size = 0; Size < File.Text.size(); Size += 97) {
      Catalogue C;
      const size_t Lines = File.Text.take_front(Size).count('\n') + 1;
      for (const CatalogueError &E :
           C.add({File.Name, File.Text.take_front(Size)})) {
        EXPECT_LE(E.Line, Lines);
        EXPECT_GE(E.Line + 4, Lines) << "only the last row is cut";
      }
    }
}

// What docs/effects.md tells a user to write is right.
TEST(CatalogueFormat, TheExamplesOfTheDocumentationRead) {
  auto Buffer =
      llvm::MemoryBuffer::getFile(TOMBSTONE_SOURCE_DIR "/docs/effects.md");
  ASSERT_TRUE(Buffer);
  llvm::StringRef Text = (*Buffer)->getBuffer();
  Catalogue C;
  addBuiltin(C);
  unsigned Examples = 0;
  for (size_t At; (At = Text.find("```effects\n")) != llvm::StringRef::npos;) {
    auto [Example, Rest] = Text.substr(At + 11).split("```");
    const std::string Name = "example-" + std::to_string(++Examples);
    EXPECT_THAT(errorTexts(C.add({Name, Example})), IsEmpty());
    Text = Rest;
  }
  EXPECT_THAT(errorTexts(C.validate()), IsEmpty());
  EXPECT_GE(Examples, 3u);
  EXPECT_TRUE(C.findClass("app::PriceMap"));
}
