//===- UnitFacts.h - The facts of a unit ------------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writes down what the functions of one unit do, for the checks of others. See
// docs/facts.md.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TOOLS_TOMBSTONE_UNITFACTS_H
#define TOMBSTONE_TOOLS_TOMBSTONE_UNITFACTS_H

#include "tombstone/Facts/Store.h"
#include "tombstone/Model/CalleeEffects.h"

namespace clang {
class ASTContext;
} // namespace clang

namespace tombstone::program {

struct ExtractOptions {
  std::string Root; ///< Real path of the folder that paths are relative to.
  /// What other units found before; null: nothing.
  std::shared_ptr<const FactsStore> Facts;
  CalleeEffects::MacroValue Macros;
};

/// What a unit says, and what that depends on.
struct Extracted {
  std::vector<Fact> Facts; ///< In no order.
  /// The files that were read, by their real paths.
  std::vector<std::string> Files;
  /// Functions without a body in the unit, by USR: what other units say of
  /// them may change what is found here. Empty without a store.
  std::vector<std::string> Asked;
};

/// The facts of all functions that other units may call. Functions of which
/// nothing is known, and those in system headers, have none.
Extracted extractFacts(clang::ASTContext &Context, const Catalogue &Table,
                       const ExtractOptions &Opts);

} // namespace tombstone::program

#endif // TOMBSTONE_TOOLS_TOMBSTONE_UNITFACTS_H
