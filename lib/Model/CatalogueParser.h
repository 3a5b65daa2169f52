//===- CatalogueParser.h - Reads *.effects files ----------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One file as the blocks that stand in it: no look-up, no inheritance.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_MODEL_CATALOGUEPARSER_H
#define TOMBSTONE_LIB_MODEL_CATALOGUEPARSER_H

#include "tombstone/Model/Catalogue.h"
#include <deque>
#include <optional>

namespace tombstone {

/// A name and where it stands.
struct PlacedName {
  std::string Name;
  std::string File;
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
  std::optional<ClassKind> Class;
  std::optional<std::string> KeyMember;
  std::optional<bool> UniqueKeys;
  std::string Source;
  std::vector<std::unique_ptr<Row>> Rows;
};

struct ParsedCatalogue {
  std::deque<CatalogueBlock> Blocks;
  std::vector<CatalogueError> Errors;
};

ParsedCatalogue parseCatalogue(CatalogueFile File);

} // namespace tombstone

#endif // TOMBSTONE_LIB_MODEL_CATALOGUEPARSER_H
