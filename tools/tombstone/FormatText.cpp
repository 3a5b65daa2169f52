//===- FormatText.cpp - Findings as clang-tidy prints them ----------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report.h"
#include "tombstone/Facts/Fact.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/raw_ostream.h"

namespace tombstone::program {

Report makeReport(llvm::StringRef Root, std::vector<Finding> Findings) {
  Report R;
  R.Root = Root.str();
  R.Findings = std::move(Findings);
  llvm::StringMap<unsigned> Seen;
  for (const Finding &F : R.Findings) {
    const std::string Name = identity(F, Root);
    R.Fingerprints.push_back(
        digestOf(Name + "\n" + std::to_string(Seen[Name]++)));
  }
  return R;
}

void printText(llvm::raw_ostream &OS, const Report &R) {
  for (const Finding &F : R.Findings)
    OS << F.Text;
}

} // namespace tombstone::program
