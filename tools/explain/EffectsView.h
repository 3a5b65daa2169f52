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

/// Prints the rows of the class or function, or of all of them if the name is
/// empty; false if there is none of the name.
bool printEffects(llvm::raw_ostream &OS, const Catalogue &Table,
                  llvm::StringRef Name);

} // namespace tombstone::explain

#endif // TOMBSTONE_TOOLS_EXPLAIN_EFFECTSVIEW_H
