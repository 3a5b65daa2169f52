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
  if (!Text.empty())
    Text += ' ';
  Pieces.push_back({Text.size(), At});
  Text += LineText;
}

CatalogueItem::Place CatalogueItem::placeOf(size_t Offset) const {
  size_t I = Pieces.size() - 1;
  while (I && Pieces[I].Offset > Offset)
    --I;
  Place At = Pieces[I].At;
  At.Column += static_cast<unsigned>(Offset - Pieces[I].Offset);
  return At;
}

/// Cuts a comment off: from a `#` that no digit makes an argument.
static llvm::StringRef withoutComment(llvm::StringRef Line) {
  for (size_t I = 0; I != Line.size(); ++I)
    if (Line[I] == '#' && (I + 1 == Line.size() || !llvm::isDigit(Line[I + 1])))
      return Line.take_front(I);
  return Line;
}

std::vector<CatalogueItem> gatherItems(llvm::StringRef FileText) {
  std::vector<CatalogueItem> Items;
  for (unsigned Number = 1; !FileText.empty(); ++Number) {
    llvm::StringRef Line;
    std::tie(Line, FileText) = FileText.split('\n');
    Line = withoutComment(Line).rtrim();
    llvm::StringRef Text = Line.drop_while(llvm::isSpace);
    if (Text.empty())
      continue;
    unsigned Column = static_cast<unsigned>(Line.size() - Text.size()) + 1;
    bool GoesOn = !Items.empty() && Items.back().isIndented() &&
                  Column > Items.back().column();
    if (!GoesOn)
      Items.emplace_back();
    Items.back().append(Text, {Number, Column});
  }
  return Items;
}

} // namespace tombstone
