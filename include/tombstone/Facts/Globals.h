//===- Globals.h - Global variables in effects ------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A variable that has a name in every unit keeps it in the text of a fact; one
// of a single file or function has none that means anything elsewhere.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_FACTS_GLOBALS_H
#define TOMBSTONE_FACTS_GLOBALS_H

#include "tombstone/Model/Effect.h"

namespace clang {
class ASTContext;
} // namespace clang

namespace tombstone {

/// The effect in words that other units understand. A key of which that can't
/// be said is `?`; none if it is the object itself.
std::optional<Effect> forOtherUnits(const Effect &E);

/// The effect with the variables of this unit; the same of those that it does
/// not know.
std::optional<Effect> withGlobals(const Effect &E, clang::ASTContext &Context);

} // namespace tombstone

#endif // TOMBSTONE_FACTS_GLOBALS_H
