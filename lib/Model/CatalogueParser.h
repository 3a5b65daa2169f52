//===- CatalogueParser.h - Reads *.effects files ----------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One file as the blocks that stand in it: no look-up, no inheritance. Heads
// are read first, which is cheap. What stands below one is read when it is
// wanted.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_MODEL_CATALOGUEPARSER_H
#define TOMBSTONE_LIB_MODEL_CATALOGUEPARSER_H

#include "tombstone/Model/Catalogue.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <deque>
#include <optional>

namespace tombstone {

/// A name and where it stands. Refers to the file's text.
struct PlacedName {
  llvm::StringRef Name;
  llvm::StringRef File;
  unsigned Line = 0;
  unsigned Column = 0;
};

/// One `family`, `class` or `functions` with what is indented below it.
struct CatalogueBlock {
  enum class Kind : uint8_t { Family, Class, Functions };
  Kind K = Kind::Class;
  llvm::SmallVector<PlacedName, 1>
      Names; ///< One of a family, none of functions.
  llvm::SmallVector<PlacedName, 2> Parents;
  llvm::StringRef Source;
  /// What is indented, which parseBody() takes, and the number of its first
  /// line.
  CatalogueFile Body;
  unsigned BodyLine = 0;

  bool IsRead = false; ///< What follows is filled.
  std::optional<ClassKind> Class;
  std::optional<std::string> KeyMember;
  std::optional<bool> UniqueKeys;
  std::vector<Row> Rows;
};

/// Appends the blocks of \p File, which refer to its text, to \p Blocks, and
/// mistakes in heads and rows that stand below none to \p Errors.
void parseHeads(CatalogueFile File, std::deque<CatalogueBlock> &Blocks,
                std::vector<CatalogueError> &Errors);

/// Reads what is below the head of \p Block.
void parseBody(CatalogueBlock &Block, std::vector<CatalogueError> &Errors);

/// Calls \p Fn with each name before a `(` in \p Text: every function of a
/// block below `functions` that has not been read, and what looks like one in
/// its comments.
void forEachCallName(llvm::StringRef Text,
                     llvm::function_ref<void(llvm::StringRef)> Fn);

} // namespace tombstone

#endif // TOMBSTONE_LIB_MODEL_CATALOGUEPARSER_H
