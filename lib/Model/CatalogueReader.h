//===- CatalogueReader.h - Reads an item word by word -----------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the parsers of heads and of rows share.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_MODEL_CATALOGUEREADER_H
#define TOMBSTONE_LIB_MODEL_CATALOGUEREADER_H

#include "CatalogueLines.h"
#include "CatalogueParser.h"
#include "llvm/ADT/StringExtras.h"

namespace tombstone {

inline bool isIdentifierChar(char C) { return llvm::isAlnum(C) || C == '_'; }

class ItemReader {
protected:
  ItemReader(llvm::StringRef File, std::vector<CatalogueError> &Errors)
      : File(File), Errors(Errors) {}

  void start(CatalogueItem Item) {
    Current = std::move(Item);
    Pos = 0;
  }
  llvm::StringRef rest() const { return Current.text().substr(Pos); }
  void skipSpace() { Pos = Current.text().size() - rest().ltrim().size(); }
  bool eat(llvm::StringRef Symbol);
  bool eatWord(llvm::StringRef Word);
  PlacedName takeName(llvm::StringRef Name);
  bool expectEnd();
  bool fail(llvm::StringRef Expected);
  llvm::StringRef peekQualifiedName() const;

  llvm::StringRef File; ///< Its name.
  std::vector<CatalogueError> &Errors;
  CatalogueItem Current;
  size_t Pos = 0;
};

} // namespace tombstone

#endif // TOMBSTONE_LIB_MODEL_CATALOGUEREADER_H
