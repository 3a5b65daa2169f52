//===- Check.cpp - tombstone check ----------------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Baseline.h"
#include "Commands.h"
#include "Diff.h"
#include "Levels.h"
#include "Report.h"
#include "Work.h"
#include "tombstone/Facts/Store.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace tombstone;
using namespace tombstone::program;
namespace cl = llvm::cl;

cl::SubCommand program::CheckCommand("check", "Check a whole project");

static cl::opt<std::string> BuildPath("p", cl::sub(CheckCommand),
                                      cl::value_desc("folder"),
                                      cl::desc("Of compile_commands.json"));
static cl::opt<unsigned>
    Jobs("j", cl::sub(CheckCommand), cl::value_desc("number"), cl::init(0),
         cl::desc("How many units at once; as many as there are cores"));
static cl::opt<unsigned> Level("level", cl::sub(CheckCommand),
                               cl::value_desc("0, 1 or 2"), cl::init(1),
                               cl::desc("Which reports; see docs/levels.md"));
static cl::opt<unsigned>
    Rounds("rounds", cl::sub(CheckCommand), cl::value_desc("number"),
           cl::init(1), cl::desc("Through how many units calls are followed"));
static cl::opt<std::string> Root("root", cl::sub(CheckCommand),
                                 cl::value_desc("folder"), cl::init("."),
                                 cl::desc("Paths are relative to this one"));
static cl::opt<std::string>
    CacheFolder("cache", cl::sub(CheckCommand), cl::value_desc("folder"),
                cl::desc("Where results are kept; .tombstone in the build "
                         "folder"));
static cl::opt<std::string>
    TidyPath("tidy", cl::sub(CheckCommand), cl::value_desc("program"),
             cl::desc("The tombstone-tidy to run; that beside this program"));

enum class Format : uint8_t {
  Text,
  Sarif,
  Github,
  Gitlab,
  Checkstyle,
  Rdjsonl,
  Json
};
static cl::opt<Format> FormatOfOutput(
    "format", cl::sub(CheckCommand), cl::init(Format::Text),
    cl::desc("The form of the output"),
    cl::values(clEnumValN(Format::Text, "text", "as clang-tidy prints it"),
               clEnumValN(Format::Sarif, "sarif", "SARIF 2.1.0"),
               clEnumValN(Format::Github, "github", "for GitHub Actions"),
               clEnumValN(Format::Gitlab, "gitlab", "GitLab Code Quality"),
               clEnumValN(Format::Checkstyle, "checkstyle", "XML"),
               clEnumValN(Format::Rdjsonl, "rdjsonl", "for reviewdog"),
               clEnumValN(Format::Json, "json", "for scripts")));
static cl::opt<std::string> OutputFile("o", cl::sub(CheckCommand),
                                       cl::value_desc("file"), cl::init("-"),
                                       cl::desc("Where the output goes"));
static cl::opt<std::string>
    BaselineFile("baseline", cl::sub(CheckCommand), cl::value_desc("file"),
                 cl::desc("Findings that are known and not reported"));
static cl::opt<bool>
    UpdateBaseline("update-baseline", cl::sub(CheckCommand),
                   cl::desc("Write what is found to the baseline"));
static cl::opt<std::string>
    Revision("diff", cl::sub(CheckCommand), cl::value_desc("revision"),
             cl::desc("Only findings with a step in a line that has changed "
                      "since"));
static cl::list<std::string> Files(cl::Positional, cl::sub(CheckCommand),
                                   cl::desc("[file or folder...]"));

/// What the run comes to.
struct Tally {
  size_t Units = 0;
  size_t Kept = 0;
  size_t Failed = 0;
};

static llvm::Expected<Settings> readSettings() {
  Settings With;
  llvm::SmallString<256> RealRoot;
  if (const std::error_code Why = llvm::sys::fs::real_path(Root, RealRoot))
    return llvm::createStringError("cannot find the root '" + Root +
                                   "': " + Why.message());
  if (Level > MaxLevel)
    return llvm::createStringError("--level is 0, 1 or 2, not " +
                                   llvm::Twine(Level));
  if (UpdateBaseline && BaselineFile.empty())
    return llvm::createStringError("--update-baseline needs --baseline FILE");
  if (UpdateBaseline && !(Files.empty() && Revision.empty()))
    return llvm::createStringError(
        "--update-baseline is for a whole project: without files and --diff");
  With.Root = RealRoot.str();
  With.Self = ownPath();
  With.Tidy = tidyPath(TidyPath);
  With.Level = Level;
  With.Jobs = Jobs;
  With.Rounds = std::max(1u, Rounds.getValue());
  if (!llvm::sys::fs::can_execute(With.Tidy))
    return llvm::createStringError("cannot run '" + With.Tidy +
                                   "': name tombstone-tidy with --tidy");
  return With;
}

/// A finding in a header comes up in each unit that includes it.
static std::vector<Finding>
collect(const Project &Of, std::vector<UnitResult> Results, Tally &Sum) {
  std::vector<Finding> All;
  std::set<std::string> Seen;
  for (size_t I = 0; I < Results.size(); ++I) {
    const UnitResult &Result = Results[I];
    Output Found = parseOutput(Result.Text);
    Sum.Kept += Result.WasKept;
    for (const std::string &Other : {Found.Rest, Found.Errors})
      if (!Other.empty() && Seen.insert(Other).second)
        llvm::errs() << Other;
    if (!Result.Failure.empty()) {
      ++Sum.Failed;
      llvm::errs() << "error: " << Of.Units[I].File << ": " << Result.Failure
                   << '\n';
    }
    for (Finding &F : Found.Findings)
      if (Seen.insert(F.Text).second)
        All.push_back(std::move(F));
  }
  Sum.Units = Results.size();
  return All;
}

static std::string countOf(size_t N, llvm::StringRef What) {
  return std::to_string(N) + " " + What.str() + (N == 1 ? "" : "s");
}

static llvm::Error write(const Report &R) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  switch (FormatOfOutput) {
  case Format::Text:
    printText(OS, R);
    break;
  case Format::Sarif:
    printSarif(OS, R);
    break;
  case Format::Github:
    printGithub(OS, R);
    break;
  case Format::Gitlab:
    printGitlab(OS, R);
    break;
  case Format::Checkstyle:
    printCheckstyle(OS, R);
    break;
  case Format::Rdjsonl:
    printRdjsonl(OS, R);
    break;
  case Format::Json:
    printJson(OS, R);
    break;
  }
  return writeWhole(OutputFile, Text);
}

/// What is left of the findings, and what was taken out, in words.
static llvm::Expected<std::string> filter(std::vector<Finding> &Findings,
                                          llvm::StringRef RootPath) {
  std::string Words;
  if (UpdateBaseline) {
    const size_t Count = Findings.size();
    if (llvm::Error Why =
            writeWhole(BaselineFile, Baseline::textOf(Findings, RootPath)))
      return std::move(Why);
    Findings.clear();
    return ", " + countOf(Count, "finding") + " written to the baseline";
  }
  if (!BaselineFile.empty()) {
    auto Known = Baseline::read(BaselineFile);
    if (!Known)
      return Known.takeError();
    const size_t NumKnown = Known->removeKnown(Findings, RootPath);
    Words = ", " + std::to_string(NumKnown) + " known";
    // Of units that were not looked at, nobody knows.
    if (Files.empty())
      Words += ", " + std::to_string(Known->numFixed()) + " fixed";
  }
  if (!Revision.empty()) {
    auto Changed = ChangedLines::since(Revision, RootPath);
    if (!Changed)
      return Changed.takeError();
    llvm::erase_if(Findings,
                   [&](const Finding &F) { return !Changed->touches(F); });
  }
  return Words;
}

static void tell(const Tally &Sum, size_t NumFindings,
                 llvm::StringRef Filtered) {
  llvm::errs() << "tombstone: " << countOf(Sum.Units, "unit") << ", "
               << Sum.Kept << " unchanged, "
               << countOf(NumFindings, BaselineFile.empty() || UpdateBaseline
                                           ? "finding"
                                           : "new finding")
               << Filtered;
  if (Sum.Failed)
    llvm::errs() << ", " << Sum.Failed << " could not be checked as a whole";
  llvm::errs() << '\n';
}

int program::runCheck() {
  auto With = readSettings();
  if (!With)
    return fail(llvm::toString(With.takeError()));
  auto Of = readProject(BuildPath,
                        std::vector<std::string>(Files.begin(), Files.end()));
  if (!Of)
    return fail(llvm::toString(Of.takeError()));
  Cache Kept(CacheFolder.empty() ? Of->Build + "/.tombstone"
                                 : normalPath(CacheFolder));
  Tally Sum;
  std::vector<UnitResult> Results;
  {
    Work All(*With, *Of, Kept);
    Results = All.run();
    if (!All.mergeFailure().empty())
      llvm::errs() << "warning: " << All.mergeFailure() << '\n';
    const std::string Store = Of->Build + "/tombstone.facts";
    if (llvm::Error Why = Files.empty() ? writeWhole(Store, All.facts())
                                        : llvm::Error::success())
      llvm::errs() << "warning: " << llvm::toString(std::move(Why)) << '\n';
  }
  if (!Kept.failure().empty())
    llvm::errs() << "warning: results are not kept: " << Kept.failure() << '\n';
  std::vector<Finding> Findings = collect(*Of, std::move(Results), Sum);
  auto Filtered = filter(Findings, With->Root);
  if (!Filtered)
    return fail(llvm::toString(Filtered.takeError()));
  const Report R = makeReport(With->Root, std::move(Findings));
  if (llvm::Error Why = write(R))
    return fail(llvm::toString(std::move(Why)));
  tell(Sum, R.Findings.size(), *Filtered);
  // What could not be looked at may have findings as well.
  if (Sum.Failed)
    return StatusFailed;
  return R.Findings.empty() ? StatusClean : StatusFindings;
}
