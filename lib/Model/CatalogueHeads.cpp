//===- CatalogueHeads.cpp - Reads the heads of *.effects files ------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All that is done to a built-in file of which nothing is asked, so it looks at
// the first character of a line alone, unless that begins a head.
//
//===----------------------------------------------------------------------===//

#include "CatalogueReader.h"

namespace tombstone {

static bool isFamilyChar(char C) { return isIdentifierChar(C) || C == '-'; }

namespace {

class HeadParser : ItemReader {
public:
  HeadParser(CatalogueFile File, std::deque<CatalogueBlock> &Blocks,
             std::vector<CatalogueError> &Errors)
      : ItemReader(File.Name, Errors), Text(File.Text), Blocks(Blocks) {}
  void run();

private:
  bool parseHead();
  bool parseNames(CatalogueBlock &Block);
  bool parseParents(CatalogueBlock &Block);
  void endBody(size_t End);

  llvm::StringRef Text;
  std::deque<CatalogueBlock> &Blocks;
  llvm::StringRef Source;
  /// What the indented lines are below.
  enum class Place : uint8_t { Block, NoBlock, Mistake } Below = Place::NoBlock;
  size_t BodyStart = 0;
  unsigned BodyLine = 1;
};

} // namespace

/// Whether \p Line is neither empty, indented, nor a comment.
static bool isHead(llvm::StringRef Line) {
  return !Line.empty() && !llvm::isSpace(Line[0]) &&
         (Line[0] != '#' || !withoutComment(Line).empty());
}

void HeadParser::run() {
  unsigned Number = 1;
  for (size_t Start = 0; Start < Text.size(); ++Number) {
    const size_t End = std::min(Text.find('\n', Start), Text.size());
    const llvm::StringRef Line = Text.slice(Start, End);
    if (isHead(Line)) {
      endBody(Start);
      start({withoutComment(Line).rtrim(), {Number, 1}});
      Below = Place::NoBlock;
      if (!parseHead())
        Below = Place::Mistake;
      BodyStart = End + 1;
      BodyLine = Number + 1;
    }
    Start = End + 1;
  }
  endBody(Text.size());
}

void HeadParser::endBody(size_t End) {
  const llvm::StringRef Body = Text.slice(BodyStart, End);
  if (Below == Place::Block) {
    Blocks.back().Body = {File, Body};
    Blocks.back().BodyLine = BodyLine;
  } else if (Below == Place::NoBlock) {
    for (CatalogueItem &Item : gatherItems(Body, BodyLine)) {
      start(std::move(Item));
      fail("a family, class or functions line before the first row");
    }
  }
}

bool HeadParser::parseHead() {
  if (eatWord("source")) {
    Source = rest().trim();
    return !Source.empty() || fail("where the promise is written down");
  }
  CatalogueBlock Block;
  Block.Source = Source;
  if (eatWord("functions"))
    Block.K = CatalogueBlock::Kind::Functions;
  else if (eatWord("family"))
    Block.K = CatalogueBlock::Kind::Family;
  else if (!eatWord("class"))
    return fail("family, class, functions or source; rows are indented");
  if (Block.K != CatalogueBlock::Kind::Functions &&
      (!parseNames(Block) || !parseParents(Block)))
    return false;
  if (!expectEnd())
    return false;
  Below = Place::Block;
  Blocks.push_back(std::move(Block));
  return true;
}

bool HeadParser::parseNames(CatalogueBlock &Block) {
  bool IsFamily = Block.K == CatalogueBlock::Kind::Family;
  do {
    skipSpace();
    llvm::StringRef Name =
        IsFamily ? rest().take_while(isFamilyChar) : peekQualifiedName();
    if (Name.empty())
      return fail(IsFamily ? "the name of the family"
                           : "the qualified name of a class");
    Block.Names.push_back(takeName(Name));
  } while (!IsFamily && eat(","));
  return true;
}

bool HeadParser::parseParents(CatalogueBlock &Block) {
  if (!eat(":"))
    return true;
  do {
    skipSpace();
    llvm::StringRef Name = rest().take_while(isFamilyChar);
    if (Name.empty())
      return fail("the name of a family");
    Block.Parents.push_back(takeName(Name));
  } while (eat(","));
  return true;
}

void parseHeads(CatalogueFile File, std::deque<CatalogueBlock> &Blocks,
                std::vector<CatalogueError> &Errors) {
  HeadParser(File, Blocks, Errors).run();
}

void forEachCallName(llvm::StringRef Text,
                     llvm::function_ref<void(llvm::StringRef)> Fn) {
  for (size_t I = 0; (I = Text.find('(', I)) != llvm::StringRef::npos; ++I) {
    size_t Start = I;
    while (Start &&
           (isIdentifierChar(Text[Start - 1]) || Text[Start - 1] == ':'))
      --Start;
    if (Start != I)
      Fn(Text.slice(Start, I));
  }
}

} // namespace tombstone
