//===- CatalogueUnreadTest.cpp - Blocks are read when they are wanted -----===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The built-in table is read block by block, as its classes and functions are
// asked for; what it answers is the same as if all had been read at once.
//
//===----------------------------------------------------------------------===//

#include "CatalogueTesting.h"
#include "llvm/ADT/STLExtras.h"
#include "gmock/gmock.h"
#include <thread>

using namespace tombstone;
using testing::IsEmpty;

namespace {

Catalogue unreadBuiltin() {
  Catalogue C;
  for (const CatalogueFile &File : builtinCatalogue())
    C.addUnread(File);
  return C;
}

std::string text(llvm::ArrayRef<const Row *> Rows) {
  std::string Text;
  for (const Row *R : Rows)
    Text += "  " + rowText(*R) + " " + R->File + ":" + std::to_string(R->Line) +
            (R->When ? " when " + R->When->toString() : "") + "\n";
  return Text;
}

/// Everything that a model says.
std::string text(const ClassModel *Model) {
  if (!Model)
    return "none";
  return Model->Name + " " + std::to_string(static_cast<int>(Model->Kind)) +
         " key " + Model->KeyMember + (Model->UniqueKeys ? " once " : " ") +
         toString(Model->LostInMove) + " " + Model->Source + " " + Model->File +
         ":" + std::to_string(Model->Line) + "\n" + text(Model->Rows);
}

} // namespace

TEST(CatalogueUnread, ALookUpReadsItsOwnBlocksAlone) {
  Catalogue C;
  C.addUnread({"t.effects", "family base\n"
                            "  kind node\n"
                            "family other\n"
                            "  kind node\n"
                            "class Box, Crate : base\n"
                            "  f() nothing\n"
                            "class Jar : other\n"
                            "functions\n"
                            "  put(_)  use #0\n"
                            "functions\n"
                            "  take(_) -> ref #0 # not a call of find(_)\n"
                            "  drop(_) nothing\n"});
  EXPECT_EQ(C.numBlocksRead(), 0u);
  EXPECT_EQ(C.findClass("Can"), nullptr);
  EXPECT_TRUE(C.findFunction("Box").empty());
  EXPECT_EQ(C.numBlocksRead(), 0u) << "their names are in no head";
  EXPECT_EQ(text(C.findClass("Box")->Rows), "  f() nothing t.effects:6\n");
  EXPECT_EQ(C.findClass("Box")->Kind, ClassKind::Node);
  EXPECT_EQ(C.numBlocksRead(), 2u) << "its own and its family's";
  EXPECT_EQ(text(C.findClass("Crate")->Rows), text(C.findClass("Box")->Rows));
  EXPECT_EQ(C.numBlocksRead(), 2u) << "they share a block";
  EXPECT_EQ(text(C.findFunction("take")), "  take(_) -> ref #0 t.effects:11\n");
  EXPECT_EQ(C.numBlocksRead(), 3u);
  EXPECT_TRUE(C.findFunction("find").empty()) << "only a comment has it";
  EXPECT_EQ(C.findFunction("drop").size(), 1u);
  EXPECT_EQ(C.numBlocksRead(), 3u);
  EXPECT_THAT(errorTexts(C.validate()), IsEmpty());
  EXPECT_EQ(C.numBlocksRead(), 6u) << "mistakes are looked for in all";
}

TEST(CatalogueUnread, AMapTakesFewOfTheBuiltInBlocks) {
  Catalogue All;
  addBuiltin(All);
  const Catalogue C = unreadBuiltin();
  ASSERT_TRUE(C.findClass("std::map"));
  EXPECT_GT(C.numBlocksRead(), 0u);
  EXPECT_LT(C.numBlocksRead(), All.numBlocksRead() / 20);
}

// Each is asked of a table of which nothing else was asked.
TEST(CatalogueUnread, SaysTheSameOfEachClassAndFunction) {
  Catalogue All;
  addBuiltin(All);
  for (const ClassModel *Model : All.classes())
    EXPECT_EQ(text(unreadBuiltin().findClass(Model->Name)), text(Model));
  for (const Row *R : All.functions())
    EXPECT_EQ(text(unreadBuiltin().findFunction(R->Name)),
              text(All.findFunction(R->Name)));
}

TEST(CatalogueUnread, ListsTheSame) {
  Catalogue All;
  addBuiltin(All);
  const Catalogue C = unreadBuiltin();
  EXPECT_EQ(text(C.functions()), text(All.functions()));
  ASSERT_EQ(C.classes().size(), All.classes().size());
  for (size_t I = 0; I != C.classes().size(); ++I)
    EXPECT_EQ(text(C.classes()[I]), text(All.classes()[I]));
}

TEST(CatalogueUnread, ALaterFileStandsInFront) {
  const CatalogueFile Mine = {"my.effects", "family tree\n"
                                            "  drop(_)      nothing\n"
                                            "class std::map\n"
                                            "  erase(_)     nothing\n"
                                            "functions\n"
                                            "  std::get(_)  nothing\n"};
  Catalogue All, C = unreadBuiltin();
  addBuiltin(All);
  const ClassModel *Set = C.findClass("std::set");
  EXPECT_THAT(errorTexts(C.add(Mine)), IsEmpty());
  EXPECT_THAT(errorTexts(All.add(Mine)), IsEmpty());
  EXPECT_EQ(C.findClass("std::set"), Set) << "a model stays where it is";
  EXPECT_EQ(Set->rowsNamed("drop").size(), 1u);
  for (llvm::StringRef Name : {"std::map", "std::multimap", "std::set"})
    EXPECT_EQ(text(C.findClass(Name)), text(All.findClass(Name)));
  EXPECT_EQ(text(C.findFunction("std::get")),
            "  std::get(_) nothing my.effects:6\n");
}

TEST(CatalogueUnread, ThreadsGetTheSameAnswers) {
  Catalogue All;
  addBuiltin(All);
  const Catalogue C = unreadBuiltin();
  struct Answers {
    std::vector<const ClassModel *> Classes;
    std::vector<const Row *> Functions;
    bool operator==(const Answers &) const = default;
  };
  std::vector<Answers> Got(4);
  std::vector<std::thread> Threads;
  for (Answers &Mine : Got)
    Threads.emplace_back([&] {
      for (const ClassModel *Model : All.classes())
        Mine.Classes.push_back(C.findClass(Model->Name));
      for (const Row *R : All.functions())
        llvm::append_range(Mine.Functions, C.findFunction(R->Name));
    });
  for (std::thread &T : Threads)
    T.join();
  EXPECT_EQ(Got[0].Classes, C.classes());
  EXPECT_FALSE(Got[0].Functions.empty());
  for (const Answers &Mine : Got)
    EXPECT_TRUE(Mine == Got[0]);
}
