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
/// joined by a space.
class CatalogueItem {
public:
  /// Where a part of the item stands in its file, from 1.
  struct Place {
    unsigned Line;
    unsigned Column;
  };

  void append(llvm::StringRef LineText, Place At);
  llvm::StringRef text() const { return Text; }
  Place placeOf(size_t Offset) const;
  bool empty() const { return Text.empty(); }
  bool isIndented() const { return column() > 1; }
  unsigned column() const { return empty() ? 0 : Pieces.front().At.Column; }

private:
  struct Piece {
    size_t Offset;
    Place At;
  };
  std::string Text;
  llvm::SmallVector<Piece, 2> Pieces;
};

std::vector<CatalogueItem> gatherItems(llvm::StringRef FileText);

} // namespace tombstone

#endif // TOMBSTONE_LIB_MODEL_CATALOGUELINES_H
