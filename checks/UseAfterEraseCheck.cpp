//===- UseAfterEraseCheck.cpp - tombstone-use-after-erase -----------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UseAfterEraseCheck.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace clang::ast_matchers;
using namespace tombstone;

namespace clang::tidy::tombstone {

UseAfterEraseCheck::UseAfterEraseCheck(StringRef Name,
                                       ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context), EffectsFile(Options.get("Effects", "")),
      Effects(Table) {
  Budget &Limits = Opts.Limits;
  Opts.ReportPossible = Options.get("ReportPossible", false);
  Limits.MaxBlocks = Options.get("MaxBlocks", Limits.MaxBlocks);
  Limits.MaxVisits = Options.get("MaxVisits", Limits.MaxVisits);
  Limits.MaxLoans = Options.get("MaxLoans", Limits.MaxLoans);
  Limits.MaxDepth = Options.get("MaxDepth", Limits.MaxDepth);
  Limits.MaxMilliseconds =
      Options.get("MaxMilliseconds", Limits.MaxMilliseconds);
  loadEffects();
}

void UseAfterEraseCheck::storeOptions(ClangTidyOptions::OptionMap &Stored) {
  Options.store(Stored, "Effects", EffectsFile);
  Options.store(Stored, "MaxBlocks", Opts.Limits.MaxBlocks);
  Options.store(Stored, "MaxDepth", Opts.Limits.MaxDepth);
  Options.store(Stored, "MaxLoans", Opts.Limits.MaxLoans);
  Options.store(Stored, "MaxMilliseconds", Opts.Limits.MaxMilliseconds);
  Options.store(Stored, "MaxVisits", Opts.Limits.MaxVisits);
  Options.store(Stored, "ReportPossible", Opts.ReportPossible);
}

void UseAfterEraseCheck::loadEffects() {
  for (const CatalogueError &Error : addBuiltin(Table))
    configurationDiag("%0") << Error.toString();
  if (EffectsFile.empty())
    return;
  auto Buffer = llvm::MemoryBuffer::getFile(EffectsFile, /*IsText=*/true);
  if (!Buffer) {
    configurationDiag("cannot read the file '%0' of option "
                      "tombstone-use-after-erase.Effects: %1")
        << EffectsFile << Buffer.getError().message();
    return;
  }
  for (const CatalogueError &Error :
       Table.add({EffectsFile, (*Buffer)->getBuffer()}))
    configurationDiag("%0") << Error.toString();
  for (const CatalogueError &Error : Table.validate())
    configurationDiag("%0") << Error.toString();
}

void UseAfterEraseCheck::registerMatchers(MatchFinder *Finder) {
  Finder->addMatcher(functionDecl(isDefinition()).bind("function"), this);
}

void UseAfterEraseCheck::check(const MatchFinder::MatchResult &Result) {
  const auto *Function = Result.Nodes.getNodeAs<FunctionDecl>("function");
  if (!Function->hasBody() || Function->isDependentContext() ||
      Function->isInvalidDecl() ||
      Result.SourceManager->isInSystemHeader(Function->getLocation()))
    return;
  Engine Analysis(*Result.Context, Effects, Opts);
  for (const Finding &F : Analysis.analyze(*Function).Findings)
    report(F);
}

void UseAfterEraseCheck::report(const Finding &F) {
  // A template has one report for all its instances.
  if (!Reported.insert(F.Loc).second)
    return;
  diag(F.Loc, F.Message) << F.Range;
  for (const FindingStep &Step : F.Path)
    diag(Step.Loc, Step.Text, DiagnosticIDs::Note) << Step.Range;
}

} // namespace clang::tidy::tombstone
