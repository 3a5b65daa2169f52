//===- Doctor.cpp - tombstone doctor --------------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "Process.h"
#include "Project.h"
#include "tombstone/Facts/Store.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

using namespace tombstone;
using namespace tombstone::program;
namespace cl = llvm::cl;

cl::SubCommand program::DoctorCommand("doctor", "Say what is missing");

static cl::opt<std::string> BuildPath("p", cl::sub(DoctorCommand),
                                      cl::value_desc("folder"),
                                      cl::desc("Of compile_commands.json"));
static cl::opt<std::string>
    TidyPath("tidy", cl::sub(DoctorCommand), cl::value_desc("program"),
             cl::desc("The tombstone-tidy to run; that beside this program"));

namespace {

/// Prints a line for each thing that is looked at.
class Doctor {
public:
  void good(const llvm::Twine &What) { llvm::outs() << "ok: " << What << '\n'; }
  void bad(const llvm::Twine &What, const llvm::Twine &Remedy) {
    llvm::outs() << "missing: " << What << "\n  " << Remedy << '\n';
    IsWell = false;
  }
  /// Something that works without it.
  void advise(const llvm::Twine &What, const llvm::Twine &Remedy) {
    llvm::outs() << "note: " << What << "\n  " << Remedy << '\n';
  }
  bool isWell() const { return IsWell; }

private:
  bool IsWell = true;
};

} // namespace

static void lookAtTidy(Doctor &D) {
  const std::string Tidy = tidyPath(TidyPath);
  const Outcome Checks =
      program::run(Tidy, {"--checks=-*,tombstone-*", "--list-checks"});
  const auto Count = llvm::StringRef(Checks.Out).count("tombstone-");
  if (Checks.Status == 0 && Count > 0)
    D.good("tombstone-tidy has " + llvm::Twine(Count) + " checks: " + Tidy);
  else
    D.bad("tombstone-tidy does not run: " + Tidy,
          "build it, or name it with --tidy");
  if (llvm::sys::fs::is_directory(TOMBSTONE_RESOURCE_DIR "/include"))
    D.good("clang's own headers: " TOMBSTONE_RESOURCE_DIR);
  else
    D.bad("clang's own headers in " TOMBSTONE_RESOURCE_DIR,
          "install clang-22, from which this was built");
}

static std::optional<Project> lookAtDatabase(Doctor &D) {
  auto Of = readProject(BuildPath, {});
  if (!Of) {
    D.bad(llvm::toString(Of.takeError()), "without it, no flags are known");
    return std::nullopt;
  }
  D.good("compilation database with " + llvm::Twine(Of->Units.size()) +
         " C++ units: " + Of->Build + "/compile_commands.json");
  const auto Gone = llvm::count_if(
      Of->Units, [](const Unit &U) { return !llvm::sys::fs::exists(U.File); });
  if (Gone > 0)
    D.bad("the files of " + llvm::Twine(Gone) + " units of the database",
          "configure the build again, and build what it generates");
  return *Of;
}

static void lookAtFacts(Doctor &D, const Project &Of) {
  const std::string Path = Of.Build + "/tombstone.facts";
  auto Store = FactsStore::open(Path);
  if (!Store) {
    D.advise(llvm::toString(Store.takeError()),
             "run tombstone check, which writes it for editors");
    return;
  }
  D.good("facts of " + llvm::Twine((*Store)->texts().size()) +
         " functions: " + Path);
}

/// The first of the configuration files above the folder.
static std::string findConfig(llvm::StringRef Name) {
  for (std::string Folder = normalPath(".");;) {
    if (llvm::sys::fs::exists(Folder + "/" + Name))
      return Folder + "/" + Name.str();
    const std::string Above = llvm::sys::path::parent_path(Folder).str();
    if (Above.empty() || Above == Folder)
      return "";
    Folder = Above;
  }
}

static void lookAtConfig(Doctor &D, llvm::StringRef Name, llvm::StringRef Line,
                         const llvm::Twine &Why) {
  const std::string Path = findConfig(Name);
  const auto Text = llvm::MemoryBuffer::getFile(Path);
  if (!Path.empty() && Text && (*Text)->getBuffer().contains(Line))
    D.good(Line + ": " + Path);
  else
    D.advise((Path.empty() ? "there is no " + Name.str() : Path) +
                 " that has '" + Line + "'",
             Why);
}

int program::runDoctor() {
  Doctor D;
  lookAtTidy(D);
  if (const std::optional<Project> Of = lookAtDatabase(D))
    lookAtFacts(D, *Of);
  if (llvm::sys::findProgramByName("git"))
    D.good("git, for --diff");
  else
    D.advise("there is no git", "--diff needs it");
  lookAtConfig(D, ".clang-tidy", "tombstone-",
               "clang-tidy and editors run the checks that it names; tombstone "
               "check needs none");
  lookAtConfig(D, ".clangd", "FastCheckFilter",
               "clangd shows only checks that it knows, unless it says "
               "Diagnostics: { ClangTidy: { FastCheckFilter: Loose } }");
  return D.isWell() ? StatusClean : StatusFailed;
}
