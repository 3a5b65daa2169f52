//===- CatalogueTables.h - The catalogue as it is stored --------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_MODEL_CATALOGUETABLES_H
#define TOMBSTONE_LIB_MODEL_CATALOGUETABLES_H

#include "CatalogueParser.h"
#include <deque>
#include <mutex>

namespace tombstone {

/// Reads what is below the head if that was not done yet.
const CatalogueBlock &readBlock(CatalogueBlock &Block);

/// All that the files say of one family or class. rows() reads blocks, so
/// Tables::Reading must be held.
struct CatalogueGroup {
  PlacedName Name;
  std::vector<PlacedName> Again; ///< Where the same file opens it once more.
  llvm::SmallVector<CatalogueBlock *, 1> Blocks; ///< The latest file first.

  void add(const PlacedName &Name, CatalogueBlock &Block);
  std::vector<const Row *> rows() const;
  std::vector<PlacedName> parents() const;
};

using GroupMap = llvm::StringMap<CatalogueGroup>;

struct Catalogue::Tables {
  /// Names and texts of files that may be gone.
  std::deque<std::string> Texts;
  /// Files of which nothing was asked yet.
  std::vector<CatalogueFile> Unread;
  std::deque<CatalogueBlock> Blocks;
  GroupMap Families, Classes;
  /// The blocks that have, or may have, rows of a function; the latest file
  /// first, blocks of one file in their order.
  llvm::StringMap<std::vector<CatalogueBlock *>> Functions;

  /// Held by what reads blocks or makes one of these, which is done when they
  /// are asked for, as few are.
  std::mutex Reading;
  llvm::StringMap<std::unique_ptr<ClassModel>> Models;
  /// Without the rows that later files hide, best match first.
  llvm::StringMap<std::vector<const Row *>> FunctionRows;

  /// Makes the blocks from this number on known by their names.
  void addBlocks(size_t First);
  void addFunctions(llvm::ArrayRef<CatalogueBlock *> New);
  void readHeads();
  void readAll();
  /// The keys, sorted; one of the maps above.
  template <typename Value>
  std::vector<llvm::StringRef> names(const llvm::StringMap<Value> &Map);
  /// Of \p Name, also those that later files hide.
  std::vector<const Row *> allFunctionRows(llvm::StringRef Name) const;
};

/// Whether both stand for the same calls, and so the first hides the second.
bool haveSameSignature(const Row &A, const Row &B);

/// Whether \p A is to be tried before \p B.
bool isMoreSpecific(const Row &A, const Row &B);

} // namespace tombstone

#endif // TOMBSTONE_LIB_MODEL_CATALOGUETABLES_H
