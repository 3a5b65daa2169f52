//===- EngineCheck.h - What the checks share --------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Options in, functions to the engine, findings out as diagnostics. A check
// adds which findings are its own.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_CHECKS_ENGINECHECK_H
#define TOMBSTONE_CHECKS_ENGINECHECK_H

#include "clang-tidy/ClangTidyCheck.h"
#include "tombstone/Analysis/Engine.h"

namespace clang::tidy::tombstone {

class EngineCheck : public ClangTidyCheck {
public:
  /// \p Wanted is the kind of kill that the check is about; none: both.
  EngineCheck(StringRef Name, ClangTidyContext *Context,
              std::optional<::tombstone::KillKind> Wanted,
              bool Escapes = false);
  bool isLanguageVersionSupported(const LangOptions &LangOpts) const override {
    return LangOpts.CPlusPlus;
  }
  void storeOptions(ClangTidyOptions::OptionMap &Opts) override;
  void registerPPCallbacks(const SourceManager &Sources, Preprocessor *PP,
                           Preprocessor *ModuleExpanderPP) override;
  void registerMatchers(ast_matchers::MatchFinder *Finder) override;
  void check(const ast_matchers::MatchFinder::MatchResult &Result) override;

protected:
  /// Whether the finding is to be reported.
  virtual bool isOfInterest(const ::tombstone::Finding &) const { return true; }

private:
  void readEffects(StringRef Name);
  /// Whether the check is about findings of this kind.
  bool isOwn(const ::tombstone::Finding &F) const;
  void report(const ::tombstone::Finding &F);

  const std::optional<::tombstone::KillKind> Wanted; ///< Of this check.
  const std::string EffectsFile;
  ::tombstone::Engine::Options Opts;
  ::tombstone::Catalogue OwnTable; ///< With the user's rows, if there are any.
  ::tombstone::CalleeEffects Effects;
  std::unique_ptr<::tombstone::Engine> Analysis; ///< Of the unit in work.
  llvm::DenseSet<SourceLocation> Reported;
};

} // namespace clang::tidy::tombstone

#endif // TOMBSTONE_CHECKS_ENGINECHECK_H
