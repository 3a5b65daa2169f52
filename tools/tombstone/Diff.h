//===- Diff.h - Lines that have changed -------------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TOOLS_TOMBSTONE_DIFF_H
#define TOMBSTONE_TOOLS_TOMBSTONE_DIFF_H

#include "Findings.h"
#include "llvm/Support/Error.h"
#include <map>

namespace tombstone::program {

class ChangedLines {
public:
  /// What git says has changed since the revision in the folder's repository,
  /// uncommitted changes included.
  static llvm::Expected<ChangedLines> since(llvm::StringRef Revision,
                                            llvm::StringRef Folder);
  /// Reads what `git diff -U0` prints; names are below \p Root.
  static ChangedLines parse(llvm::StringRef Diff, llvm::StringRef Root);

  /// Whether the use, or any step that leads to it, is in a changed line: a bug
  /// is as often made where the element is erased as where it is used.
  bool touches(const Finding &F) const;

private:
  bool contains(const Position &At) const;

  /// By file, first and last lines.
  std::map<std::string, std::vector<std::pair<unsigned, unsigned>>> Ranges;
};

} // namespace tombstone::program

#endif // TOMBSTONE_TOOLS_TOMBSTONE_DIFF_H
