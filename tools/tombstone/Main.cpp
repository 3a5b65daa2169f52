//===- Main.cpp - tombstone -----------------------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The program for whole projects. Each command has a file of its own.
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "tombstone/Facts/Fact.h"
#include "clang/Basic/Version.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"

using namespace tombstone;
using namespace tombstone::program;
namespace cl = llvm::cl;

int program::fail(const llvm::Twine &Sentence) {
  llvm::errs() << "error: " << Sentence << '\n';
  return StatusFailed;
}

std::string program::ownPath() {
  static int Here;
  return llvm::sys::fs::getMainExecutable(nullptr, &Here);
}

std::string program::tidyPath(llvm::StringRef Given) {
  if (!Given.empty())
    return Given.str();
  return (llvm::sys::path::parent_path(ownPath()) + "/tombstone-tidy").str();
}

static void printVersion(llvm::raw_ostream &OS) {
  OS << "tombstone, analysis " << AnalysisVersion << ", LLVM "
     << CLANG_VERSION_STRING << '\n';
}

int main(int Argc, const char **Argv) {
  llvm::sys::PrintStackTraceOnErrorSignal(Argv[0]);
  cl::SetVersionPrinter(printVersion);
  std::string Why;
  GivenFlags Flags =
      clang::tooling::FixedCompilationDatabase::loadFromCommandLine(Argc, Argv,
                                                                    Why);
  if (!cl::ParseCommandLineOptions(
          Argc, Argv,
          "Finds uses of container elements that are gone, in projects.\n",
          &llvm::errs()))
    return StatusFailed;
  if (ExtractCommand)
    return runExtract(std::move(Flags));
  if (MergeCommand)
    return runMerge();
  if (CheckCommand)
    return runCheck();
  if (DoctorCommand)
    return runDoctor();
  return fail("no command is given; see tombstone --help");
}
