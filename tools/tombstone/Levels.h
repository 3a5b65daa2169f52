//===- Levels.h - Which checks run ------------------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TOOLS_TOMBSTONE_LEVELS_H
#define TOMBSTONE_TOOLS_TOMBSTONE_LEVELS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace tombstone::program {

constexpr unsigned MaxLevel = 2;

/// The value of clang-tidy's --checks; docs/levels.md says why.
std::string checksOf(unsigned Level);
/// What goes below CheckOptions: "name: value" with a comma before each.
std::string optionsOf(unsigned Level);

/// What the checks are for, in the order of their names.
struct CheckInfo {
  llvm::StringLiteral Name;
  llvm::StringLiteral Summary; ///< One sentence.
  llvm::StringLiteral Help;    ///< What to do.
};
llvm::ArrayRef<CheckInfo> allChecks();

} // namespace tombstone::program

#endif // TOMBSTONE_TOOLS_TOMBSTONE_LEVELS_H
