//===- Report.h - The forms of output ---------------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each form has a file of its own.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TOOLS_TOMBSTONE_REPORT_H
#define TOMBSTONE_TOOLS_TOMBSTONE_REPORT_H

#include "Findings.h"
#include "llvm/ADT/ArrayRef.h"

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace tombstone::program {

struct Report {
  std::string Root;              ///< File names are printed relative to it.
  std::vector<Finding> Findings; ///< Sorted by unit and place.
  /// By the index of the finding: what stays the same when lines move, and is
  /// another one for each finding.
  std::vector<std::string> Fingerprints;

  std::string fileOf(const Position &At) const {
    return relativeTo(Root, At.File);
  }
};

/// Fills in the fingerprints.
Report makeReport(llvm::StringRef Root, std::vector<Finding> Findings);

void printText(llvm::raw_ostream &OS, const Report &R);
void printSarif(llvm::raw_ostream &OS, const Report &R);
void printGithub(llvm::raw_ostream &OS, const Report &R);
void printGitlab(llvm::raw_ostream &OS, const Report &R);
void printCheckstyle(llvm::raw_ostream &OS, const Report &R);
void printRdjsonl(llvm::raw_ostream &OS, const Report &R);
void printJson(llvm::raw_ostream &OS, const Report &R);

} // namespace tombstone::program

#endif // TOMBSTONE_TOOLS_TOMBSTONE_REPORT_H
