//===- Snippet.h - C++ in a test, and what is expected of it ----*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A snippet knows a std::map of its own, so nothing hangs on the headers that
// happen to be installed. A line with a use to report ends in `// dead`.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TEST_UNIT_SNIPPET_H
#define TOMBSTONE_TEST_UNIT_SNIPPET_H

#include "tombstone/Analysis/Engine.h"
#include "clang/AST/ASTContext.h"
#include "clang/Frontend/ASTUnit.h"
#include <set>

namespace tombstone {

class Snippet {
public:
  explicit Snippet(llvm::StringRef Code);

  clang::ASTContext &context() const { return Unit->getASTContext(); }
  CalleeEffects &effects() { return Effects; }
  /// The function of this name; there must be one.
  const clang::FunctionDecl &function(llvm::StringRef Name) const;
  unsigned lineOf(clang::SourceLocation Loc) const;

  /// The verdict on the function `f`.
  Verdict analyze(const Engine::Options &Opts = unhurried());
  std::set<unsigned> linesOf(const Verdict &V) const;
  /// The lines that end in `// dead`.
  std::set<unsigned> expectedLines() const;

  /// What a busy machine must not change: no limit of time.
  static Engine::Options unhurried();

private:
  std::string Code;
  std::unique_ptr<clang::ASTUnit> Unit;
  CalleeEffects Effects;
};

} // namespace tombstone

#endif // TOMBSTONE_TEST_UNIT_SNIPPET_H
