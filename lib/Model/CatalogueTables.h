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
#include <map>
#include <mutex>

namespace tombstone {

/// All that the files say of one family or class, the latest file first.
struct CatalogueGroup {
  PlacedName Name;
  std::vector<PlacedName> Again; ///< Where the same file opens it once more.
  std::vector<PlacedName> Parents;
  std::optional<ClassKind> Kind;
  std::optional<std::string> KeyMember;
  std::optional<bool> UniqueKeys;
  std::string Source;
  std::vector<const Row *> Rows;
};

struct Catalogue::Tables {
  std::vector<std::unique_ptr<Row>> Owned;
  std::map<std::string, CatalogueGroup, std::less<>> Families;
  std::map<std::string, CatalogueGroup, std::less<>> Classes;
  std::map<std::string, std::vector<const Row *>, std::less<>> Functions;
  /// Functions without the rows that later files hide, best match first.
  llvm::StringMap<std::vector<const Row *>> FunctionRows;
  /// Made when they are asked for, which few are.
  std::mutex Making;
  llvm::StringMap<std::unique_ptr<ClassModel>> Models;
};

/// Whether both stand for the same calls, and so the first hides the second.
bool haveSameSignature(const Row &A, const Row &B);

/// Whether \p A is to be tried before \p B.
bool isMoreSpecific(const Row &A, const Row &B);

} // namespace tombstone

#endif // TOMBSTONE_LIB_MODEL_CATALOGUETABLES_H
