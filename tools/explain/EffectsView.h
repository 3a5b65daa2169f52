//===- EffectsView.h - The table that the engine knows -------- -*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What calls do, as the catalogue and a user's file say it, each row with where
// it comes from.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TOOLS_EXPLAIN_EFFECTSVIEW_H
#define TOMBSTONE_TOOLS_EXPLAIN_EFFECTSVIEW_H

#include "tombstone/Model/Catalogue.h"

namespace tombstone::explain {

/// Adds what is built in and, unless its name is empty, the file; false, after
/// messages to stderr, if there is a mistake in them.
bool readEffects(Catalogue &Table, const std::string &File);

/// What of the table was asked for.
struct Selection {
  std::vector<const ClassModel *> Classes;
  std::vector<const Row *> Functions;

  bool empty() const { return Classes.empty() && Functions.empty(); }
};

/// The class or the function of this name, with or without its namespaces; all
/// of them if the name is empty.
Selection select(const Catalogue &Table, llvm::StringRef Name);

/// How the row is called: "erase(iter, iter)".
std::string signature(const Row &R);

/// As text for readers.
void printEffects(llvm::raw_ostream &OS, const Selection &Selected);
/// As one JSON object for scripts; its form stands in docs/explain.md.
void printEffectsJson(llvm::raw_ostream &OS, const Selection &Selected);

} // namespace tombstone::explain

#endif // TOMBSTONE_TOOLS_EXPLAIN_EFFECTSVIEW_H
