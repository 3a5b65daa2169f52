//===- CatalogueReader.cpp - Reads an item word by word -------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CatalogueReader.h"

namespace tombstone {

bool ItemReader::fail(llvm::StringRef Expected) {
  CatalogueItem::Place At = Current.placeOf(Pos);
  Errors.push_back(
      {File.str(), At.Line, At.Column, ("expected " + Expected).str()});
  return false;
}

/// Takes \p Symbol if it comes next, after any space.
bool ItemReader::eat(llvm::StringRef Symbol) {
  skipSpace();
  if (!rest().starts_with(Symbol))
    return false;
  Pos += Symbol.size();
  return true;
}

/// As eat(), unless the word goes on: `keys` is not `key`, nor `key(` a word.
bool ItemReader::eatWord(llvm::StringRef Word) {
  skipSpace();
  llvm::StringRef After = rest();
  if (!After.consume_front(Word) ||
      (!After.empty() && !llvm::isSpace(After.front())))
    return false;
  Pos += Word.size();
  return true;
}

bool ItemReader::expectEnd() {
  skipSpace();
  return rest().empty() || fail("the end of the line");
}

/// The longest a::b::c that comes next.
llvm::StringRef ItemReader::peekQualifiedName() const {
  llvm::StringRef Text = rest();
  size_t Size = 0;
  while (Size < Text.size() && isIdentifierChar(Text[Size])) {
    Size += Text.substr(Size).take_while(isIdentifierChar).size();
    if (!Text.substr(Size).starts_with("::") || Size + 2 == Text.size() ||
        !isIdentifierChar(Text[Size + 2]))
      break;
    Size += 2;
  }
  return Text.take_front(Size);
}

PlacedName ItemReader::takeName(llvm::StringRef Name) {
  CatalogueItem::Place At = Current.placeOf(Pos);
  Pos += Name.size();
  return {Name, File, At.Line, At.Column};
}

} // namespace tombstone
