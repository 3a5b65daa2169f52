//===- FormatJson.cpp - JSON, by line for reviewdog and as one object -----===//
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

void printRdjsonl(llvm::raw_ostream &OS, const Report &R) {
  for (const Finding &F : R.Findings) {
    std::string Text = F.Message;
    for (const PathStep &Step : F.Path)
      Text += "\n" + R.fileOf(Step.At) + ":" + std::to_string(Step.At.Line) +
              ": " + Step.Text;
    llvm::json::Value Line = Object{
        {"message", Text},
        {"location",
         Object{{"path", R.fileOf(F.At)},
                {"range", Object{{"start", Object{{"line", F.At.Line},
                                                  {"column", F.At.Column}}}}}}},
        {"severity", "WARNING"},
        {"source", Object{{"name", "tombstone"}}},
        {"code", Object{{"value", F.Check}}}};
    OS << llvm::formatv("{0}", Line) << '\n';
  }
}

static Object placeOf(const Report &R, const Position &At) {
  return Object{
      {"file", R.fileOf(At)}, {"line", At.Line}, {"column", At.Column}};
}

void printJson(llvm::raw_ostream &OS, const Report &R) {
  Array All;
  for (size_t I = 0; I < R.Findings.size(); ++I) {
    const Finding &F = R.Findings[I];
    Array Path;
    for (const PathStep &Step : F.Path) {
      Object Place = placeOf(R, Step.At);
      Place["text"] = Step.Text;
      Path.push_back(std::move(Place));
    }
    Object Found = placeOf(R, F.At);
    Found["check"] = F.Check;
    Found["message"] = F.Message;
    Found["fingerprint"] = R.Fingerprints[I];
    Found["path"] = std::move(Path);
    All.push_back(std::move(Found));
  }
  llvm::json::Value Whole =
      Object{{"version", 1}, {"findings", std::move(All)}};
  OS << llvm::formatv("{0:2}", Whole) << '\n';
}

} // namespace tombstone::program
