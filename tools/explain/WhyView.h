//===- WhyView.h - By which branches a finding is reached -------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `--why LINE`: of each candidate on a line the path that an execution takes,
// or the conditions that exclude each other.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TOOLS_EXPLAIN_WHYVIEW_H
#define TOMBSTONE_TOOLS_EXPLAIN_WHYVIEW_H

#include "tombstone/Analysis/Engine.h"

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace tombstone::explain {

/// Prints what was judged on the line of the main file. Tells whether there was
/// something.
bool printWhy(llvm::raw_ostream &OS, const clang::FunctionDecl &Function,
              clang::ASTContext &Context, CalleeEffects &Effects,
              Engine::Options Opts, unsigned Line);

} // namespace tombstone::explain

#endif // TOMBSTONE_TOOLS_EXPLAIN_WHYVIEW_H
