//===- Findings.h - What clang-tidy's output says ---------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The text of clang-tidy is what users see, and the source of all other forms
// of output: a report with its notes is a finding with the steps of its path.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TOOLS_TOMBSTONE_FINDINGS_H
#define TOMBSTONE_TOOLS_TOMBSTONE_FINDINGS_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace tombstone::program {

struct Position {
  std::string File; ///< As clang-tidy prints it: absolute.
  unsigned Line = 0;
  unsigned Column = 0;
};

struct PathStep {
  Position At;
  std::string Text;
};

struct Finding {
  Position At;
  std::string Check; ///< "tombstone-use-after-erase"
  std::string Message;
  std::vector<PathStep> Path; ///< In the order of execution, before the use.
  std::string Text;           ///< All lines, unchanged.
};

struct Output {
  std::vector<Finding> Findings;
  std::string Errors; ///< Of the compiler: what could not be read.
  std::string Rest;   ///< Warnings of clang-tidy about its configuration.
};

/// Takes the text of clang-tidy apart.
Output parseOutput(llvm::StringRef Text);

/// The file's name below \p Root, where it lies there.
std::string relativeTo(llvm::StringRef Root, llvm::StringRef File);

/// What stays the same when lines move: file, message and check.
std::string identity(const Finding &F, llvm::StringRef Root);

} // namespace tombstone::program

#endif // TOMBSTONE_TOOLS_TOMBSTONE_FINDINGS_H
