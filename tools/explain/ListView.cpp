//===- ListView.cpp - Blocks and findings as lists ------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionView.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;
using namespace tombstone;
using namespace tombstone::explain;

static std::string position(SourceLocation Loc, const SourceManager &Sources) {
  const PresumedLoc P = Sources.getPresumedLoc(Sources.getFileLoc(Loc));
  if (P.isInvalid())
    return "?";
  const std::string Text =
      std::to_string(P.getLine()) + ":" + std::to_string(P.getColumn());
  return Sources.isInMainFile(Sources.getFileLoc(Loc))
             ? Text
             : P.getFilename() + (":" + Text);
}

/// What a state has that the one before had not, and the other way around.
static void printChange(llvm::raw_ostream &OS, const Lines &Before,
                        const Lines &After) {
  for (const std::string &Line : Before)
    if (!llvm::is_contained(After, Line))
      OS << "      - " << Line << '\n';
  for (const std::string &Line : After)
    if (!llvm::is_contained(Before, Line))
      OS << "      + " << Line << '\n';
}

static void printBlock(llvm::raw_ostream &OS, const BlockView &Block,
                       const SourceManager &Sources, bool WithStates) {
  OS << "  block " << Block.Number;
  llvm::StringRef Separator = " -> ";
  for (unsigned Next : Block.Next) {
    OS << Separator << Next;
    Separator = ", ";
  }
  OS << (Block.IsReached ? "\n" : " (not reached)\n");
  const bool ShowStates = WithStates && Block.IsReached;
  if (ShowStates)
    for (const std::string &Line : Block.StateBefore)
      OS << "      = " << Line << '\n';
  const Lines *Before = &Block.StateBefore;
  for (const EventView &E : Block.Events) {
    if (WithStates || !E.IsOfTemporary)
      OS << "    " << position(E.Loc, Sources) << "  " << E.Text << '\n';
    if (ShowStates)
      printChange(OS, *Before, E.StateAfter);
    Before = &E.StateAfter;
  }
  for (const auto &[Next, Text] : Block.Assumed)
    OS << "    to " << Next << "  " << Text << '\n';
}

void tombstone::explain::printBlocks(llvm::raw_ostream &OS,
                                     const FunctionView &View,
                                     const SourceManager &Sources,
                                     bool WithStates) {
  for (const BlockView &Block : View.Blocks)
    printBlock(OS, Block, Sources, WithStates);
}

void tombstone::explain::printFindings(llvm::raw_ostream &OS,
                                       const FunctionView &View,
                                       const SourceManager &Sources) {
  if (!View.Limit.empty())
    OS << "  no findings: " << View.Limit << '\n';
  else if (View.Findings.empty())
    OS << "  no findings\n";
  for (const Finding &F : View.Findings) {
    OS << "  " << position(F.Loc, Sources) << ": " << F.Message << '\n';
    for (const FindingStep &Step : F.Path)
      OS << "    " << position(Step.Loc, Sources) << ": " << Step.Text << '\n';
  }
}
