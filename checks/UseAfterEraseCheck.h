//===- UseAfterEraseCheck.h - tombstone-use-after-erase ---------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reports a handle that is used after its element was erased. What it finds and
// how it is told is the engine's work; docs/checks/use-after-erase.md is the
// page for users.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_CHECKS_USEAFTERERASECHECK_H
#define TOMBSTONE_CHECKS_USEAFTERERASECHECK_H

#include "clang-tidy/ClangTidyCheck.h"
#include "tombstone/Analysis/Engine.h"

namespace clang::tidy::tombstone {

class UseAfterEraseCheck : public ClangTidyCheck {
public:
  UseAfterEraseCheck(StringRef Name, ClangTidyContext *Context);
  bool isLanguageVersionSupported(const LangOptions &LangOpts) const override {
    return LangOpts.CPlusPlus;
  }
  void storeOptions(ClangTidyOptions::OptionMap &Opts) override;
  void registerMatchers(ast_matchers::MatchFinder *Finder) override;
  void check(const ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void loadEffects();
  void report(const ::tombstone::Finding &F);

  const std::string EffectsFile;
  ::tombstone::Engine::Options Opts;
  ::tombstone::Catalogue Table;
  ::tombstone::CalleeEffects Effects;
  llvm::DenseSet<SourceLocation> Reported;
};

} // namespace clang::tidy::tombstone

#endif // TOMBSTONE_CHECKS_USEAFTERERASECHECK_H
