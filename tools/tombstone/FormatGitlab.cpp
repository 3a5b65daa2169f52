//===- FormatGitlab.cpp - GitLab Code Quality -----------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using llvm::json::Array;
using llvm::json::Object;

namespace tombstone::program {

void printGitlab(llvm::raw_ostream &OS, const Report &R) {
  Array All;
  for (size_t I = 0; I < R.Findings.size(); ++I) {
    const Finding &F = R.Findings[I];
    All.push_back(
        Object{{"description", F.Message},
               {"check_name", F.Check},
               {"fingerprint", R.Fingerprints[I]},
               {"severity", "major"},
               {"location", Object{{"path", R.fileOf(F.At)},
                                   {"lines", Object{{"begin", F.At.Line}}}}}});
  }
  OS << llvm::formatv("{0:2}", llvm::json::Value(std::move(All))) << '\n';
}

} // namespace tombstone::program
