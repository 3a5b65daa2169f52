//===- CatalogueLines.cpp - The lines of a *.effects file -----------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CatalogueLines.h"
#include "llvm/ADT/StringExtras.h"
#include <tuple>

namespace tombstone {

void CatalogueItem::append(llvm::StringRef LineText, Place At) {
  if (Pieces.size() == 1)
    Joined = FirstLine.str();
  Joined += ' ';
  Pieces.push_back({Joined.size(), At});
  Joined += LineText;
}

CatalogueItem::Place CatalogueItem::placeOf(size_t Offset) const {
  size_t I = Pieces.size() - 1;
  while (I && Pieces[I].Offset > Offset)
    --I;
  Place At = Pieces[I].At;
  At.Column += static_cast<unsigned>(Offset - Pieces[I].Offset);
  return At;
}

llvm::StringRef withoutComment(llvm::StringRef Line) {
  for (size_t I = 0; (I = Line.find('#', I)) != llvm::StringRef::npos; ++I)
    if (I + 1 == Line.size() || !llvm::isDigit(Line[I + 1]))
      return Line.take_front(I);
  return Line;
}

std::vector<CatalogueItem> gatherItems(llvm::StringRef Text,
                                       unsigned FirstLine) {
  std::vector<CatalogueItem> Items;
  for (unsigned Number = FirstLine; !Text.empty(); ++Number) {
    llvm::StringRef Line;
    std::tie(Line, Text) = Text.split('\n');
    Line = withoutComment(Line).rtrim();
    llvm::StringRef Words = Line.drop_while(llvm::isSpace);
    if (Words.empty())
      continue;
    unsigned Column = static_cast<unsigned>(Line.size() - Words.size()) + 1;
    CatalogueItem::Place At = {Number, Column};
    if (!Items.empty() && Items.back().isIndented() &&
        Column > Items.back().column())
      Items.back().append(Words, At);
    else
      Items.emplace_back(Words, At);
  }
  return Items;
}

} // namespace tombstone
