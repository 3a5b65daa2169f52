//===- CatalogueLines.h - The lines of a *.effects file ---------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Comments cut off, and the lines over which a row goes on put together.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_MODEL_CATALOGUELINES_H
#define TOMBSTONE_LIB_MODEL_CATALOGUELINES_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace tombstone {

/// A head, a `kind`, a `key`, or a row with the lines that it goes on over,
/// joined by a space. Refers to the file's text.
class CatalogueItem {
public:
  /// Where a part of the item stands in its file, from 1.
  struct Place {
    unsigned Line;
    unsigned Column;
  };

  CatalogueItem() = default;
  CatalogueItem(llvm::StringRef LineText, Place At)
      : FirstLine(LineText), Pieces({{0, At}}) {}

  void append(llvm::StringRef LineText, Place At);
  /// Of an item on one line, a part of the file's text.
  llvm::StringRef text() const {
    return Pieces.size() > 1 ? llvm::StringRef(Joined) : FirstLine;
  }
  Place placeOf(size_t Offset) const;
  bool isIndented() const { return column() > 1; }
  unsigned column() const { return Pieces.front().At.Column; }

private:
  struct Piece {
    size_t Offset;
    Place At;
  };
  llvm::StringRef FirstLine;
  std::string Joined;
  llvm::SmallVector<Piece, 2> Pieces;
};

/// Cuts a comment off: from a `#` that no digit makes an argument.
llvm::StringRef withoutComment(llvm::StringRef Line);

/// The items of a part of a file that begins with line number \p FirstLine.
std::vector<CatalogueItem> gatherItems(llvm::StringRef Text,
                                       unsigned FirstLine);

} // namespace tombstone

#endif // TOMBSTONE_LIB_MODEL_CATALOGUELINES_H
