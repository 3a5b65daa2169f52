//===- CatalogueTest.cpp - The table and its look-up ----------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CatalogueTesting.h"
#include "Snippet.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace tombstone;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// The rows as they are tried for a call of \p Method.
std::vector<std::string> tried(const Catalogue &C, llvm::StringRef Class,
                               llvm::StringRef Method) {
  const ClassModel *Model = C.findClass(Class);
  EXPECT_TRUE(Model) << Class.str();
  std::vector<std::string> Rows;
  if (Model)
    for (const Row *R : Model->rowsNamed(Method))
      Rows.push_back(rowText(*R));
  return Rows;
}

} // namespace

//===----------------------------------------------------------------------===//
// The built-in table
//===----------------------------------------------------------------------===//

TEST(Catalogue, TheBuiltInTableHasNoMistakes) {
  Catalogue C;
  EXPECT_THAT(errorTexts(addBuiltin(C)), IsEmpty());
  EXPECT_THAT(errorTexts(C.validate()), IsEmpty());
  EXPECT_FALSE(C.classes().empty());
  EXPECT_FALSE(C.functions().empty());
}

TEST(Catalogue, EachRowPrintsAsItParses) {
  Catalogue C;
  addBuiltin(C);
  std::vector<const Row *> Rows = C.functions();
  for (const ClassModel *Model : C.classes())
    llvm::append_range(Rows, Model->Rows);
  for (const Row *R : Rows) {
    EffectSyntaxError Why;
    auto Parsed = parseEffects(toString(R->Effects), Why);
    ASSERT_TRUE(Parsed) << rowText(*R);
    EXPECT_TRUE(*Parsed == R->Effects) << rowText(*R);
    EXPECT_FALSE(R->File.empty());
    EXPECT_NE(R->Line, 0u);
  }
}

TEST(Catalogue, KnowsTheStandardContainers) {
  Catalogue C;
  addBuiltin(C);
  for (llvm::StringRef Name :
       {"map", "multimap", "unordered_map", "unordered_multimap"}) {
    const ClassModel *Model = C.findClass(("std::" + Name).str());
    ASSERT_TRUE(Model) << Name.str();
    EXPECT_EQ(Model->Kind, ClassKind::Associative);
    EXPECT_EQ(Model->KeyMember, "first");
    EXPECT_EQ(Model->UniqueKeys, !Name.contains("multi"));
    EXPECT_NE(Model->Source, "");
  }
  for (llvm::StringRef Name :
       {"set", "multiset", "unordered_set", "unordered_multiset"}) {
    const ClassModel *Model = C.findClass(("std::" + Name).str());
    ASSERT_TRUE(Model) << Name.str();
    EXPECT_EQ(Model->Kind, ClassKind::Associative);
    EXPECT_EQ(Model->KeyMember, "");
    EXPECT_EQ(Model->UniqueKeys, !Name.contains("multi"));
  }
  EXPECT_EQ(C.findClass("std::vector")->Kind, ClassKind::Sequence);
  EXPECT_EQ(C.findClass("std::unique_ptr")->Kind, ClassKind::Owner);
  EXPECT_EQ(C.findClass("std::shared_ptr")->Kind, ClassKind::Shared);
  EXPECT_EQ(C.findClass("std::basic_string_view")->Kind, ClassKind::Handle);
  EXPECT_EQ(C.findClass("std::optional")->Kind, ClassKind::Wrapper);
  EXPECT_EQ(C.findClass("std::_Node_handle")->Kind, ClassKind::Node);
}

TEST(Catalogue, WhatIsNotInTheTableIsNotFound) {
  Catalogue C;
  addBuiltin(C);
  EXPECT_EQ(C.findClass("map"), nullptr);
  EXPECT_EQ(C.findClass("tree"), nullptr);
  EXPECT_EQ(C.findClass(""), nullptr);
  EXPECT_THAT(C.findClass("std::map")->rowsNamed("erase_all"), IsEmpty());
  EXPECT_TRUE(C.findFunction("move").empty());
  EXPECT_TRUE(C.findFunction("std::map").empty());
}

TEST(Catalogue, TriesTheRowsOfEraseFromTheMostSpecific) {
  Catalogue C;
  addBuiltin(C);
  EXPECT_THAT(
      tried(C, "std::map", "erase"),
      ElementsAre("erase(iter) kill ref,iter this[at #0]; "
                  "-> iter this[next #0]",
                  "erase(iter, iter) kill ref,iter this[from #0 to #1]; "
                  "-> iter this[at #1]",
                  "erase(_) kill ref,iter this[#0]"));
  EXPECT_THAT(tried(C, "std::set", "emplace"),
              ElementsAre("emplace(_) .first -> iter this[#0]",
                          "emplace(...) .first -> iter this[?]"));
}

TEST(Catalogue, ListsInTheOrderOfNames) {
  Catalogue C;
  addBuiltin(C);
  auto Classes = C.classes();
  EXPECT_TRUE(llvm::is_sorted(
      Classes, [](auto *A, auto *B) { return A->Name < B->Name; }));
  auto Functions = C.functions();
  EXPECT_TRUE(llvm::is_sorted(
      Functions, [](auto *A, auto *B) { return A->Name < B->Name; }));
}

//===----------------------------------------------------------------------===//
// Precedence
//===----------------------------------------------------------------------===//

TEST(Catalogue, TakesSpecificBeforeAnyAndFixedBeforeVariadic) {
  Catalogue C = catalogueOf("class Box\n"
                            "  kind associative\n"
                            "  put(...)              use this\n"
                            "  put(_, ...)           use #0\n"
                            "  put(iter, ...)        use #0\n"
                            "  put(iter, _, ...)     use #1\n"
                            "  put(_, _)             use #1\n"
                            "  put(iter, _)          use #0\n"
                            "  put(iter, value)      nothing\n");
  EXPECT_THAT(tried(C, "Box", "put"),
              ElementsAre("put(iter, value) nothing", "put(iter, _) use #0",
                          "put(_, _) use #1", "put(iter, _, ...) use #1",
                          "put(iter, ...) use #0", "put(_, ...) use #0",
                          "put(...) use this"));
}

TEST(Catalogue, AClassHidesEqualRowsOfItsFamilies) {
  Catalogue C = catalogueOf("family base\n"
                            "  kind associative\n"
                            "  key first\n"
                            "  clear()    kill ref this[*]\n"
                            "  erase(_)   kill ref this[#0]\n"
                            "family nearer : base\n"
                            "  erase(_)   kill iter this[#0]\n"
                            "class Box : nearer\n"
                            "  key self\n"
                            "  erase(iter) nothing\n"
                            "class Own : nearer\n"
                            "  erase(_)   nothing\n");
  EXPECT_THAT(
      tried(C, "Box", "erase"),
      ElementsAre("erase(iter) nothing", "erase(_) kill iter this[#0]"));
  EXPECT_THAT(tried(C, "Own", "erase"), ElementsAre("erase(_) nothing"));
  EXPECT_THAT(tried(C, "Own", "clear"),
              ElementsAre("clear() kill ref this[*]"));
  EXPECT_EQ(C.findClass("Box")->KeyMember, "");
  EXPECT_EQ(C.findClass("Own")->KeyMember, "first");
}

TEST(Catalogue, AnEarlierFamilyHidesALaterOne) {
  Catalogue C = catalogueOf("family a\n"
                            "  f() use this\n"
                            "family b\n"
                            "  kind node\n"
                            "  f() nothing\n"
                            "  g() nothing\n"
                            "class Box : a, b\n");
  EXPECT_THAT(tried(C, "Box", "f"), ElementsAre("f() use this"));
  EXPECT_THAT(tried(C, "Box", "g"), ElementsAre("g() nothing"));
  EXPECT_EQ(C.findClass("Box")->Kind, ClassKind::Node);
}

TEST(Catalogue, ALaterFileStandsInFront) {
  Catalogue C;
  addBuiltin(C);
  const ClassModel *Map = C.findClass("std::map");
  EXPECT_THAT(C.add({"my.effects", "class std::map\n"
                                   "  erase(_)        nothing\n"
                                   "  drop(_)         kill ref this[#0]\n"
                                   "functions\n"
                                   "  std::move(_)    nothing\n"
                                   "class my::Map : tree, pairs\n"}),
              IsEmpty());
  EXPECT_THAT(errorTexts(C.validate()), IsEmpty());
  EXPECT_EQ(C.findClass("std::map"), Map) << "a model stays where it is";
  EXPECT_EQ(tried(C, "std::map", "erase").back(), "erase(_) nothing");
  EXPECT_EQ(tried(C, "std::map", "erase").size(), 3u);
  EXPECT_EQ(tried(C, "std::map", "drop").size(), 1u);
  EXPECT_EQ(Map->File, "my.effects");
  EXPECT_EQ(Map->Kind, ClassKind::Associative);
  ASSERT_EQ(C.findFunction("std::move").size(), 1u);
  EXPECT_EQ(C.findFunction("std::move")[0]->File, "my.effects");
  EXPECT_EQ(tried(C, "my::Map", "clear").size(), 1u);
}

TEST(Catalogue, FilesMayComeInAnyOrder) {
  Catalogue C;
  C.add({"a.effects", "class Box : base\n"});
  EXPECT_THAT(errorTexts(C.validate()),
              ElementsAre("a.effects:1:7: error: class 'Box' has no kind",
                          "a.effects:1:13: error: unknown family 'base'"));
  C.add({"b.effects", "family base\n  kind node\n  f() nothing\n"});
  EXPECT_THAT(errorTexts(C.validate()), IsEmpty());
  EXPECT_EQ(tried(C, "Box", "f").size(), 1u);
}

//===----------------------------------------------------------------------===//
// What validate() finds
//===----------------------------------------------------------------------===//

namespace {

std::vector<std::string> mistakesIn(llvm::StringRef Text) {
  Catalogue C = catalogueOf(Text);
  return errorTexts(C.validate());
}

} // namespace

TEST(CatalogueValidate, RowsThatStandTwice) {
  EXPECT_THAT(
      mistakesIn("class Box\n"
                 "  kind node\n"
                 "  f(_, iter) nothing\n"
                 "  f(_, iter) use #0\n"
                 "  f(_, ...)  nothing\n"
                 "functions\n"
                 "  f(_) nothing\n"
                 "  f(_) nothing\n"),
      ElementsAre("t.effects:4:1: error: 'f' with these parameters is there "
                  "already, at t.effects:3",
                  "t.effects:8:1: error: 'f' with these parameters is there "
                  "already, at t.effects:7"));
}

TEST(CatalogueValidate, ClassesAndFamiliesThatStandTwice) {
  EXPECT_THAT(
      mistakesIn("class Box, Crate\n  kind node\n"
                 "class Crate\n  f() nothing\n"
                 "family a\n"
                 "family a\n"),
      ElementsAre("t.effects:3:7: error: class 'Crate' is there already, at "
                  "line 1",
                  "t.effects:6:8: error: family 'a' is there already, at "
                  "line 5"));
}

TEST(CatalogueValidate, ParentsThatAreUnknownOrTheirOwn) {
  EXPECT_THAT(
      mistakesIn("family a : c\n"
                 "family b : a\n"
                 "family c : b\n"
                 "family self : self\n"
                 "class Box : a, d\n  kind node\n"),
      ElementsAre("t.effects:1:12: error: family 'a' is its own parent",
                  "t.effects:2:12: error: family 'b' is its own parent",
                  "t.effects:3:12: error: family 'c' is its own parent",
                  "t.effects:4:15: error: family 'self' is its own parent",
                  "t.effects:5:16: error: unknown family 'd'"));
}

TEST(CatalogueValidate, RowsThatMatchTheSameCall) {
  EXPECT_THAT(
      mistakesIn("class Box\n"
                 "  kind node\n"
                 "  f(_, iter) nothing\n"
                 "  f(iter, _) nothing\n"
                 "  g(_, _) nothing\n"
                 "  g(iter, ...) nothing\n"
                 "  h(iter) nothing\n"
                 "  h(node) nothing\n"
                 "  h(_) nothing\n"
                 "  h(...) nothing\n"),
      ElementsAre("t.effects:4:1: error: a call of 'f' can match this row and "
                  "the one at t.effects:3",
                  "t.effects:6:1: error: a call of 'g' can match this row and "
                  "the one at t.effects:5"));
}

TEST(CatalogueValidate, FamiliesThatDoNotGoTogether) {
  EXPECT_THAT(mistakesIn("family a\n"
                         "  f(_, iter) nothing\n"
                         "family b\n"
                         "  kind node\n"
                         "  f(iter, _) nothing\n"
                         "class Box : a, b\n"
                         "class Crate : b, a\n"),
              ElementsAre("t.effects:2:1: error: a call of 'f' can match this "
                          "row and the one at t.effects:5",
                          "t.effects:5:1: error: a call of 'f' can match this "
                          "row and the one at t.effects:2"));
}

TEST(CatalogueValidate, HandlesOfSeveralForms) {
  EXPECT_THAT(mistakesIn("functions\n  f(_) -> ref,iter #0\n"),
              ElementsAre("t.effects:2:1: error: a handle has one form, not "
                          "ref,iter"));
}

TEST(CatalogueValidate, ArgumentsThatARowDoesNotHave) {
  EXPECT_THAT(mistakesIn("class Box\n"
                         "  kind node\n"
                         "  a()        use #0\n"
                         "  b(_)       kill ref this[from #0 to #1]\n"
                         "  c(_, ...)  copy #0 -> #2\n"
                         "  d(_)       -> ref this[at #0]\n"),
              ElementsAre("t.effects:3:1: error: argument #0 of a row with 0 "
                          "parameters",
                          "t.effects:4:1: error: argument #1 of a row with 1 "
                          "parameters",
                          "t.effects:5:1: error: argument #2 of a row with 1 "
                          "parameters"));
}

TEST(CatalogueValidate, FunctionsThatPoseAsMethods) {
  EXPECT_THAT(
      mistakesIn("functions\n"
                 "  f(iter)  nothing\n"
                 "  g(_)     kill ref this[#0]\n"
                 "  h(_)     copy #0 -> this\n"
                 "  i(_)     -> ref #0\n"),
      ElementsAre("t.effects:2:1: error: a function's parameter is _, not iter",
                  "t.effects:3:1: error: a function has no 'this'",
                  "t.effects:4:1: error: a function has no 'this'"));
}

TEST(CatalogueValidate, ClassesWithoutAKind) {
  EXPECT_THAT(mistakesIn("family a\n  f() nothing\nclass Box : a\n"),
              ElementsAre("t.effects:3:7: error: class 'Box' has no kind"));
}

//===----------------------------------------------------------------------===//
// Versions of a library
//===----------------------------------------------------------------------===//

TEST(Catalogue, AMacroChoosesAmongRows) {
  const Catalogue C = catalogueOf("class Box\n"
                                  "  kind associative\n"
                                  "  key self\n"
                                  "  f(_)  nothing\n"
                                  "  when VERSION >= 23\n"
                                  "  f(_)  kill ref this[*]\n"
                                  "  when VERSION < 6\n"
                                  "  f(_)  kill iter this[*]\n");
  Snippet S("struct Box { void f(int); };\n"
            "void f(Box) {}\n");
  const clang::CXXRecordDecl *Box =
      S.function("f").getParamDecl(0)->getType()->getAsCXXRecordDecl();
  const auto RowWhere = [&](CalleeEffects::MacroValue Macros) {
    CalleeEffects Effects(C);
    if (Macros)
      Effects.setMacros(std::move(Macros));
    for (const clang::CXXMethodDecl *Method : Box->methods())
      if (Method->getDeclName().isIdentifier())
        if (const Row *R = Effects.method(*Method, Box, 1))
          return toString(R->Effects);
    return std::string("no row");
  };
  const auto RowOf = [&](unsigned Version) {
    return RowWhere([=](llvm::StringRef Name) {
      return Name == "VERSION" ? std::optional(Version) : std::nullopt;
    });
  };
  EXPECT_EQ(RowOf(23), "kill ref this[*]");
  EXPECT_EQ(RowOf(22), "nothing");
  EXPECT_EQ(RowOf(6), "nothing");
  EXPECT_EQ(RowOf(5), "kill iter this[*]");
  EXPECT_EQ(RowWhere(nullptr), "nothing") << "nothing is known of macros";
  EXPECT_EQ(RowWhere([](llvm::StringRef) { return std::nullopt; }), "nothing")
      << "it is not defined";
}
