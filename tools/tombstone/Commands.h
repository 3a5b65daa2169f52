//===- Commands.h - The commands of tombstone -------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A file for each command has its options and what it does.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TOOLS_TOMBSTONE_COMMANDS_H
#define TOMBSTONE_TOOLS_TOMBSTONE_COMMANDS_H

#include "llvm/Support/CommandLine.h"
#include <memory>

namespace clang::tooling {
class CompilationDatabase;
} // namespace clang::tooling

namespace tombstone::program {

/// What programs end with.
enum ExitStatus : int { StatusClean = 0, StatusFindings = 1, StatusFailed = 2 };

/// What stands behind `--` on the command line; null if nothing does.
using GivenFlags = std::unique_ptr<clang::tooling::CompilationDatabase>;

extern llvm::cl::SubCommand ExtractCommand;
int runExtract(GivenFlags Flags);

extern llvm::cl::SubCommand MergeCommand;
int runMerge();

extern llvm::cl::SubCommand CheckCommand;
int runCheck();

extern llvm::cl::SubCommand DoctorCommand;
int runDoctor();

/// The path of this program.
std::string ownPath();
/// The tombstone-tidy that is meant: the given one, or that beside this.
std::string tidyPath(llvm::StringRef Given);

/// Prints "error: " and the sentence; gives StatusFailed.
int fail(const llvm::Twine &Sentence);

} // namespace tombstone::program

#endif // TOMBSTONE_TOOLS_TOMBSTONE_COMMANDS_H
