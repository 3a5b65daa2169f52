//===- Work.cpp - Extract, merge and check, with what is kept -------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Work.h"
#include "Findings.h"
#include "Levels.h"
#include "Process.h"
#include "tombstone/Facts/Store.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

namespace tombstone::program {

Work::Work(const Settings &With, const Project &Of, Cache &Kept)
    : With(With), Of(Of), Kept(Kept),
      Shown(Of.Units.size() * (With.Rounds + 1)), States(Of.Units.size()) {}

std::vector<UnitResult> Work::run() {
  std::vector<UnitResult> Results(States.size());
  for (size_t I = 0; I < States.size(); ++I)
    configure(I);
  for (unsigned Round = 0; Round < With.Rounds; ++Round) {
    inParallel(States.size(), With.Jobs, [&](size_t I) { extract(I, Round); });
    merge();
  }
  inParallel(States.size(), With.Jobs,
             [&](size_t I) { Results[I] = check(I); });
  return Results;
}

//===----------------------------------------------------------------------===//
// Options
//===----------------------------------------------------------------------===//

/// The .clang-tidy files that clang-tidy may read for the source, with what is
/// in them.
static std::string configFiles(llvm::StringRef Source, FileDigests &Digests) {
  std::string Found;
  for (llvm::StringRef Folder = llvm::sys::path::parent_path(Source);
       !Folder.empty(); Folder = llvm::sys::path::parent_path(Folder)) {
    const std::string Path = (Folder + "/.clang-tidy").str();
    if (const std::string Digest = Digests.of(Path); !Digest.empty())
      Found += Path + "\t" + Digest + "\n";
  }
  return Found;
}

/// The value of option Effects in what --dump-config prints.
static std::string effectsIn(llvm::StringRef Config) {
  constexpr llvm::StringLiteral Name = "tombstone-use-after-erase.Effects:";
  const size_t At = Config.find(Name);
  if (At == llvm::StringRef::npos)
    return "";
  return Config.substr(At + Name.size())
      .take_until([](char C) { return C == '\n'; })
      .trim(" '\"")
      .str();
}

/// clang-tidy is asked once for all units that the same files are for.
void Work::configure(size_t I) {
  State &S = States[I];
  const Unit &U = Of.Units[I];
  const std::string Files = configFiles(U.File, Digests);
  auto [It, IsNew] = Configs.try_emplace(Files);
  auto &[Config, Effects] = It->second;
  if (IsNew) {
    const std::string Checks = checksOf(With.Level);
    const std::string Key = digestOf(Files + Checks + Digests.of(With.Tidy));
    if (const auto Known = Kept.get("config", Key)) {
      Config = *Known;
    } else {
      Config = program::run(With.Tidy, {"--dump-config", "--checks=" + Checks,
                                        U.File, "--"})
                   .Out;
      Kept.put("config", Key, Config);
    }
    const std::string Name = effectsIn(Config);
    Effects = Name.empty() ? "" : normalPath(Name, Of.Build);
  }
  S.Effects = Effects;
  S.Config = digestOf(Config + Digests.of(Effects));
  S.Base = digestOf(Digests.of(With.Self) + With.Root + "\n" + U.File + "\n" +
                    U.Commands + Digests.of(Effects));
}

//===----------------------------------------------------------------------===//
// Extract
//===----------------------------------------------------------------------===//

/// Digests the files that a list of inputs names.
std::string Work::keyOf(const std::string &Base, llvm::StringRef Inputs,
                        bool &HasChanged) {
  std::string Text = Base;
  while (!Inputs.empty()) {
    const auto [Line, Rest] = Inputs.split('\n');
    Inputs = Rest;
    const auto [Kind, Name] = Line.split('\t');
    if (Kind != "file")
      continue;
    Text += Name.str() + "\t" + Digests.of(Name) + "\n";
    HasChanged |= Digests.hasChangedSince(Name);
  }
  return digestOf(Text);
}

static std::vector<std::string> askedIn(llvm::StringRef Inputs) {
  std::vector<std::string> Asked;
  while (!Inputs.empty()) {
    const auto [Line, Rest] = Inputs.split('\n');
    Inputs = Rest;
    const auto [Kind, Name] = Line.split('\t');
    if (Kind == "asks")
      Asked.push_back(Name.str());
  }
  return Asked;
}

static bool isStore(llvm::StringRef Text) {
  auto Store =
      FactsStore::read(llvm::MemoryBuffer::getMemBuffer(Text, "kept", false));
  if (Store)
    return true;
  llvm::consumeError(Store.takeError());
  return false;
}

bool Work::recallFacts(State &S, const std::string &Base) {
  const auto Inputs = Kept.get("inputs", Base);
  if (!Inputs)
    return false;
  bool HasChanged = false;
  const std::string Key = keyOf(Base, *Inputs, HasChanged);
  const auto Facts = Kept.get("facts", Key);
  if (!Facts || !isStore(*Facts))
    return false;
  S.Key = Key;
  S.Facts = *Facts;
  S.Asked = askedIn(*Inputs);
  return true;
}

void Work::extract(size_t I, unsigned Round) {
  State &S = States[I];
  const std::string Others = Round > 0 ? saidOfOthers(S) : "";
  Shown.step(0);
  // Nothing is known of what it calls that was not known before.
  if (Round > 0 && Others.empty())
    return;
  const std::string Base = digestOf(S.Base + Others);
  if (recallFacts(S, Base))
    return;
  const TemporaryFile Facts;
  const TemporaryFile Inputs;
  std::vector<std::string> Arguments{"extract",
                                     "-p",
                                     Of.Build,
                                     "--root=" + With.Root,
                                     "-o",
                                     Facts.path().str(),
                                     "--inputs",
                                     Inputs.path().str(),
                                     Of.Units[I].File};
  if (!S.Effects.empty())
    Arguments.push_back("--effects=" + S.Effects);
  if (Round > 0)
    Arguments.push_back("--facts=" + MergedPath);
  // Whatever is wrong with the unit, clang-tidy will say it again.
  if (program::run(With.Self, Arguments).HasCrashed)
    return;
  const std::string Read = Inputs.text();
  bool HasChanged = false;
  S.Key = keyOf(Base, Read, HasChanged);
  S.Facts = Facts.text();
  S.Asked = askedIn(Read);
  if (HasChanged || S.Facts.empty())
    return;
  Kept.put("facts", S.Key, S.Facts);
  Kept.put("inputs", Base, Read);
}

//===----------------------------------------------------------------------===//
// Merge
//===----------------------------------------------------------------------===//

void Work::merge() {
  std::vector<std::shared_ptr<const FactsStore>> Stores;
  std::string Key;
  for (size_t I = 0; I < States.size(); ++I) {
    if (States[I].Facts.empty())
      continue;
    auto Store = FactsStore::read(llvm::MemoryBuffer::getMemBufferCopy(
        States[I].Facts, "of " + Of.Units[I].File));
    if (Store)
      Stores.push_back(std::move(*Store));
    else
      Failed = llvm::toString(Store.takeError());
    Key += States[I].Facts;
  }
  Key = digestOf(Key);
  MergedPath = Kept.path("merged", Key);
  if (const auto Known = Kept.get("merged", Key)) {
    Merged = *Known;
  } else if (auto All = mergeStores(Stores)) {
    Merged = *All;
    Kept.put("merged", Key, Merged);
  } else {
    Failed = llvm::toString(All.takeError());
  }
  // Without a place for it, there are no facts; Kept knows why.
  if (!llvm::sys::fs::exists(MergedPath))
    MergedPath.clear();
  Said.clear();
  auto Whole =
      FactsStore::read(llvm::MemoryBuffer::getMemBufferCopy(Merged, "all"));
  if (!Whole)
    return llvm::consumeError(Whole.takeError());
  for (llvm::StringRef Fact : (*Whole)->texts())
    Said[Fact.take_until([](char C) { return C == '\t'; })] += digestOf(Fact);
}

/// What the facts say of the functions that the unit calls and has no body of:
/// as long as that stays, facts may change elsewhere.
std::string Work::saidOfOthers(const State &S) const {
  std::string Text;
  for (const std::string &Usr : S.Asked)
    if (const auto It = Said.find(Usr); It != Said.end())
      Text += Usr + "\t" + It->second + "\n";
  return Text;
}

//===----------------------------------------------------------------------===//
// Check
//===----------------------------------------------------------------------===//

static std::string quoted(llvm::StringRef Text) {
  return llvm::formatv("{0}", llvm::json::Value(Text)).str();
}

UnitResult Work::check(size_t I) {
  const State &S = States[I];
  const std::string Checks = checksOf(With.Level);
  const std::string Options = optionsOf(With.Level);
  const std::string Key = digestOf(S.Key + S.Config + Digests.of(With.Tidy) +
                                   Checks + Options + saidOfOthers(S));
  UnitResult Result;
  const auto Known = S.Key.empty() ? std::nullopt : Kept.get("text", Key);
  if (Known) {
    Result.Text = *Known;
    Result.WasKept = true;
  } else {
    const Outcome Done = program::run(
        With.Tidy,
        {"-p", Of.Build, "--quiet", "--checks=" + Checks,
         "--config={InheritParentConfig: true, CheckOptions: {Facts: " +
             quoted(MergedPath) + Options + "}}",
         Of.Units[I].File});
    Result.Text = Done.Out;
    if (Done.HasCrashed)
      Result.Failure = "the check crashed: " + Done.Err;
    bool HasChanged = Done.HasCrashed;
    if (const auto Inputs = Kept.get("inputs", S.Base); Inputs && !HasChanged)
      keyOf(S.Base, *Inputs, HasChanged);
    if (!HasChanged && !S.Key.empty())
      Kept.put("text", Key, Result.Text);
  }
  const Output Of = parseOutput(Result.Text);
  if (!Of.Errors.empty() && Result.Failure.empty())
    Result.Failure = "it has errors, so there may be more to find";
  Shown.step(Of.Findings.size());
  return Result;
}

} // namespace tombstone::program
