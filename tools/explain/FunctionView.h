//===- FunctionView.h - What the engine saw of a function -------*- C++ -*-===//
//-*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Events, states and findings of one function as text, kept apart from how they
// are laid out, so that each layout is short.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TOOLS_EXPLAIN_FUNCTIONVIEW_H
#define TOMBSTONE_TOOLS_EXPLAIN_FUNCTIONVIEW_H

#include "tombstone/Analysis/Engine.h"

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace tombstone::explain {

using Lines = std::vector<std::string>;

struct EventView {
  clang::SourceLocation Loc; ///< In the file, not in a macro.
  std::string Text;
  bool IsDrop = false; ///< Of a variable: it stands where that is declared.
  bool IsOfTemporary = false; ///< A drop of what the source does not name.
  bool IsDead = false;        ///< A use that the state holds for dead.
  Lines StateAfter;
};

struct BlockView {
  unsigned Number = 0;
  std::vector<unsigned> Next;
  bool IsReached = false; ///< By the replay.
  Lines StateBefore;
  std::vector<EventView> Events;
  /// By the number of a next block, what its condition says there.
  std::vector<std::pair<unsigned, std::string>> Assumed;
};

struct FunctionView {
  std::vector<BlockView> Blocks; ///< In the order in which they were made.
  std::vector<Finding> Findings;
  /// Why there are no findings to expect; empty if the analysis was whole.
  std::string Limit;
};

/// Analyses \p Function and keeps what happened, whether the gate lets it pass
/// or not.
FunctionView look(const clang::FunctionDecl &Function,
                  clang::ASTContext &Context, CalleeEffects &Effects,
                  const Engine::Options &Opts, bool IsOpen);

/// Source lines, with the events of each in the margin, but for drops.
void printSource(llvm::raw_ostream &OS, const FunctionView &View,
                 const clang::FunctionDecl &Function,
                 const clang::SourceManager &Sources);

/// One line an event, by block; with what each changes if \p WithStates.
void printBlocks(llvm::raw_ostream &OS, const FunctionView &View,
                 const clang::SourceManager &Sources, bool WithStates);

/// Findings with their notes, and the limit that was met.
void printFindings(llvm::raw_ostream &OS, const FunctionView &View,
                   const clang::SourceManager &Sources);

} // namespace tombstone::explain

#endif // TOMBSTONE_TOOLS_EXPLAIN_FUNCTIONVIEW_H
