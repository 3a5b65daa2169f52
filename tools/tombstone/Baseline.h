//===- Baseline.h - Findings that are known ---------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A file with a line for each known finding: its file, message and check, and
// no line numbers, sorted. Two branches that add different findings merge
// without a conflict in meaning.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TOOLS_TOMBSTONE_BASELINE_H
#define TOMBSTONE_TOOLS_TOMBSTONE_BASELINE_H

#include "Findings.h"
#include "llvm/Support/Error.h"
#include <map>

namespace tombstone::program {

class Baseline {
public:
  /// The error is one sentence with the file's name.
  static llvm::Expected<Baseline> read(llvm::StringRef Path);
  static std::string textOf(const std::vector<Finding> &Findings,
                            llvm::StringRef Root);

  /// Takes the known ones out; how many there were.
  size_t removeKnown(std::vector<Finding> &Findings, llvm::StringRef Root);
  /// Those of the file that removeKnown() did not meet.
  size_t numFixed() const;

private:
  std::map<std::string, size_t, std::less<>> Known; ///< And how often.
};

} // namespace tombstone::program

#endif // TOMBSTONE_TOOLS_TOMBSTONE_BASELINE_H
