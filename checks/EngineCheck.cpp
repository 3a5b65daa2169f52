//===- EngineCheck.cpp - What the checks share ----------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EngineCheck.h"
#include "tombstone/Facts/Files.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace clang::ast_matchers;
using namespace tombstone;

namespace clang::tidy::tombstone {

/// What the engine looks for. Both plain kinds cost little more than one, and
/// the checks that look for the same share their findings.
static std::optional<KillKind> lookedFor(std::optional<KillKind> Wanted,
                                         ClangTidyContext &Context) {
  const bool IsPlain =
      Wanted == KillKind::Erase || Wanted == KillKind::Relocate;
  const bool AreBoth = Context.isCheckEnabled("tombstone-use-after-erase") &&
                       Context.isCheckEnabled("tombstone-use-after-relocation");
  return IsPlain && AreBoth ? std::nullopt : Wanted;
}

EngineCheck::EngineCheck(StringRef Name, ClangTidyContext *Context,
                         std::optional<KillKind> Wanted, bool Escapes)
    : ClangTidyCheck(Name, Context), Wanted(Wanted),
      EffectsFile(Options.get("Effects", "")),
      FactsFile(Options.getLocalOrGlobal("Facts", "")),
      Effects(EffectsFile.empty() ? builtinTable() : OwnTable) {
  Budget &Limits = Opts.Limits;
  Opts.Wanted = lookedFor(Wanted, *Context);
  Opts.Escapes = Escapes;
  Opts.ReportPossible = Options.get("ReportPossible", false);
  Limits.MaxBlocks = Options.get("MaxBlocks", Limits.MaxBlocks);
  Limits.MaxVisits = Options.get("MaxVisits", Limits.MaxVisits);
  Limits.MaxLoans = Options.get("MaxLoans", Limits.MaxLoans);
  Limits.MaxDepth = Options.get("MaxDepth", Limits.MaxDepth);
  Limits.MaxSteps = Options.get("MaxSteps", Limits.MaxSteps);
  Limits.MaxMilliseconds =
      Options.get("MaxMilliseconds", Limits.MaxMilliseconds);
  Limits.SolverSteps = Options.get("SolverSteps", Limits.SolverSteps);
  if (!EffectsFile.empty())
    readEffects(Name);
  if (!FactsFile.empty())
    readFacts();
}

/// AnalysisVersion and FactsDigest are there to be read: whoever keeps results
/// by the options that led to them sees that they are of another day.
void EngineCheck::storeOptions(ClangTidyOptions::OptionMap &Stored) {
  Options.store(Stored, "AnalysisVersion", AnalysisVersion);
  Options.store(Stored, "Effects", EffectsFile);
  Options.store(Stored, "Facts", FactsFile);
  Options.store(Stored, "FactsDigest", Opts.Facts ? Opts.Facts->digest() : "");
  Options.store(Stored, "MaxBlocks", Opts.Limits.MaxBlocks);
  Options.store(Stored, "MaxDepth", Opts.Limits.MaxDepth);
  Options.store(Stored, "MaxLoans", Opts.Limits.MaxLoans);
  Options.store(Stored, "MaxMilliseconds", Opts.Limits.MaxMilliseconds);
  Options.store(Stored, "MaxSteps", Opts.Limits.MaxSteps);
  Options.store(Stored, "MaxVisits", Opts.Limits.MaxVisits);
  Options.store(Stored, "ReportPossible", Opts.ReportPossible);
  Options.store(Stored, "SolverSteps", Opts.Limits.SolverSteps);
}

void EngineCheck::readEffects(StringRef Name) {
  addBuiltin(OwnTable);
  auto Buffer = llvm::MemoryBuffer::getFile(EffectsFile, /*IsText=*/true);
  if (!Buffer) {
    configurationDiag("cannot read the file '%0' of option %1.Effects: %2")
        << EffectsFile << Name << Buffer.getError().message();
    return;
  }
  for (const CatalogueError &Error :
       OwnTable.add({EffectsFile, (*Buffer)->getBuffer()}))
    configurationDiag("%0") << Error.toString();
  for (const CatalogueError &Error : OwnTable.validate())
    configurationDiag("%0") << Error.toString();
}

/// A relative name is that of a file where the compiler runs, or in a folder
/// above the source: editors start wherever they like.
static std::string findFacts(StringRef Source, StringRef Name) {
  if (llvm::sys::path::is_absolute(Name) || llvm::sys::fs::exists(Name))
    return Name.str();
  return ::tombstone::findAbove(Source, Name).value_or(Name.str());
}

void EngineCheck::readFacts() {
  auto Store = FactsStore::shared(findFacts(getCurrentMainFile(), FactsFile));
  if (Store)
    Opts.Facts = std::move(*Store);
  else
    configurationDiag("%0; option Facts is ignored")
        << llvm::toString(Store.takeError());
}

void EngineCheck::tellMistake() {
  const std::string Mistake = Opts.Facts ? Opts.Facts->takeMistake() : "";
  if (!Mistake.empty())
    configurationDiag("%0") << Mistake;
}

void EngineCheck::registerPPCallbacks(const SourceManager &, Preprocessor *PP,
                                      Preprocessor *) {
  Effects.setMacros(macrosOf(*PP));
}

void EngineCheck::registerMatchers(MatchFinder *Finder) {
  Finder->addMatcher(functionDecl(isDefinition()).bind("function"), this);
}

void EngineCheck::check(const MatchFinder::MatchResult &Result) {
  const auto *Function = Result.Nodes.getNodeAs<FunctionDecl>("function");
  if (!Function->hasBody() || Function->isDependentContext() ||
      Function->isInvalidDecl() ||
      Result.SourceManager->isInSystemHeader(Function->getLocation()))
    return;
  if (!Analysis)
    Analysis = std::make_unique<Engine>(*Result.Context, Effects, Opts);
  for (const Finding &F : Analysis->analyze(*Function).Findings)
    if (isOwn(F) && isOfInterest(F))
      report(F);
  tellMistake();
}

bool EngineCheck::isOwn(const Finding &F) const {
  const bool LookedForMore = !Opts.Wanted && Wanted;
  return !LookedForMore || F.Kind == *Wanted;
}

void EngineCheck::report(const Finding &F) {
  // A template has one report for all its instances.
  if (!Reported.insert(F.Loc).second)
    return;
  // A text of the source may have a `%` in it, which means something to diag().
  diag(F.Loc, "%0") << F.Message << F.Range;
  for (const FindingStep &Step : F.Path)
    diag(Step.Loc, "%0", DiagnosticIDs::Note) << Step.Text << Step.Range;
}

} // namespace clang::tidy::tombstone
