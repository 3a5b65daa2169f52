//===- FormatSarif.cpp - SARIF 2.1.0 --------------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Levels.h"
#include "Report.h"
#include "tombstone/Facts/Fact.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using llvm::json::Array;
using llvm::json::Object;

namespace tombstone::program {

/// A URI has no spaces and the like; one that is relative starts below the
/// root.
static std::string uriOf(llvm::StringRef File) {
  std::string Uri = File.starts_with("/") ? "file://" : "";
  for (const char C : File)
    if (llvm::isAlnum(C) || llvm::StringRef("-._~/+").contains(C))
      Uri += C;
    else
      Uri += "%" + llvm::toHex(llvm::StringRef(&C, 1));
  return Uri;
}

static Object locationOf(const Report &R, const Position &At) {
  const std::string File = R.fileOf(At);
  Object Artifact{{"uri", uriOf(File)}};
  if (!llvm::StringRef(File).starts_with("/"))
    Artifact["uriBaseId"] = "ROOT";
  return Object{{"physicalLocation",
                 Object{{"artifactLocation", std::move(Artifact)},
                        {"region", Object{{"startLine", At.Line},
                                          {"startColumn", At.Column}}}}}};
}

static Object message(llvm::StringRef Text) { return Object{{"text", Text}}; }

/// The steps in the order of execution, and the use as the last one.
static Object flowOf(const Report &R, const Finding &F) {
  Array Locations;
  const auto Add = [&](const Position &At, llvm::StringRef Text) {
    Object Location = locationOf(R, At);
    Location["message"] = message(Text);
    Locations.push_back(Object{{"location", std::move(Location)}});
  };
  for (const PathStep &Step : F.Path)
    Add(Step.At, Step.Text);
  Add(F.At, F.Message);
  return Object{
      {"threadFlows", Array{Object{{"locations", std::move(Locations)}}}}};
}

static Array rules() {
  Array All;
  for (const CheckInfo &Check : allChecks())
    All.push_back(Object{
        {"id", Check.Name},
        {"shortDescription", message(Check.Summary)},
        {"help", Object{{"text", (Check.Summary + " " + Check.Help).str()},
                        {"markdown", ("**" + Check.Summary + "** " +
                                      Check.Help + "\n\nSee docs/checks/" +
                                      Check.Name.drop_front(10) + ".md.")
                                         .str()}}},
        {"defaultConfiguration", Object{{"level", "warning"}}}});
  return All;
}

static Object resultOf(const Report &R, size_t I) {
  const Finding &F = R.Findings[I];
  Object Result{
      {"ruleId", F.Check},
      {"level", "warning"},
      {"message", message(F.Message)},
      {"locations", Array{locationOf(R, F.At)}},
      {"partialFingerprints", Object{{"tombstone/v1", R.Fingerprints[I]}}},
      {"codeFlows", Array{flowOf(R, F)}}};
  const auto *Rule = llvm::find_if(
      allChecks(), [&](const CheckInfo &C) { return C.Name == F.Check; });
  if (Rule != allChecks().end())
    Result["ruleIndex"] = Rule - allChecks().begin();
  return Result;
}

void printSarif(llvm::raw_ostream &OS, const Report &R) {
  Array Results;
  for (size_t I = 0; I < R.Findings.size(); ++I)
    Results.push_back(resultOf(R, I));
  Object Driver{{"name", "tombstone"},
                {"semanticVersion", "0.0." + std::to_string(AnalysisVersion)},
                {"rules", rules()}};
  Object Run{{"tool", Object{{"driver", std::move(Driver)}}},
             {"columnKind", "unicodeCodePoints"},
             {"originalUriBaseIds",
              Object{{"ROOT", Object{{"uri", uriOf(R.Root + "/")}}}}},
             {"results", std::move(Results)}};
  llvm::json::Value Log =
      Object{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
             {"version", "2.1.0"},
             {"runs", Array{std::move(Run)}}};
  OS << llvm::formatv("{0:2}", Log) << '\n';
}

} // namespace tombstone::program
