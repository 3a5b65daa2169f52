//===- Summaries.cpp - What functions do, from the bottom up --------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Summaries.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace tombstone;

/// Whether a function takes or hands out something that designates an element.
static bool handlesHandles(const FunctionDecl &Function,
                           CalleeEffects &Effects) {
  return Effects.isHandle(Function.getReturnType()) ||
         llvm::any_of(Function.parameters(), [&](const ParmVarDecl *Param) {
           return Effects.isHandle(Param->getType());
         });
}

bool Summaries::hasEffects(const CallGraph::Component &C) const {
  return C.Whole.Takes || C.Whole.kills(Opts.Wanted);
}

/// What takes no handle and kills nothing is of interest where it passes one
/// on, or stores it: small functions do.
bool Summaries::isWorth(const FunctionDecl &Function) {
  if (hasEffects(Graph.componentOf(Function)))
    return true;
  return Graph.traits(Function).IsSmall &&
         (isa<CXXMethodDecl>(Function) || handlesHandles(Function, Effects));
}

const Summary *Summaries::summaryOf(const FunctionDecl &Function) {
  const FunctionDecl *Definition = bodyInReach(Function);
  if (!Definition || !isWorth(*Definition))
    return nullptr;
  Entry &E = Entries[Definition];
  if (E.At == Entry::Stage::New)
    finish(Graph.componentOf(*Definition));
  E.WasAsked = true;
  return E.IsKnown || E.At == Entry::Stage::Running ? &E.Effects : nullptr;
}

const Verdict &Summaries::verdictOf(const FunctionDecl &Function) {
  Entry &E = Entries[&Function];
  if (E.At == Entry::Stage::New)
    finish(Graph.componentOf(Function));
  return E.Found;
}

/// Without recursion over calls, where the graph knows them: chains are long.
void Summaries::finish(const CallGraph::Component &Start) {
  // What the graph does not know, such as the target of a std::function, comes
  // back here while a function runs.
  constexpr unsigned MaxDepth = 16;
  if (Depth >= MaxDepth)
    return;
  ++Depth;
  llvm::SmallVector<std::pair<const CallGraph::Component *, size_t>> Path;
  llvm::SmallPtrSet<const CallGraph::Component *, 8> Seen{&Start};
  Path.push_back({&Start, 0});
  while (!Path.empty()) {
    auto &[C, Next] = Path.back();
    if (Next == C->Callees.size()) {
      const CallGraph::Component *Ready = C;
      Path.pop_back();
      finishOne(*Ready);
      continue;
    }
    const CallGraph::Component *Callee = C->Callees[Next++];
    if (hasEffects(*Callee) && Seen.insert(Callee).second &&
        Entries[Callee->Functions.front()].At == Entry::Stage::New)
      Path.push_back({Callee, 0});
  }
  --Depth;
}

void Summaries::finishOne(const CallGraph::Component &C) {
  if (Entries[C.Functions.front()].At != Entry::Stage::New)
    return;
  // Effects only grow from round to round, and few functions need a third.
  constexpr unsigned MaxRounds = 6;
  for (const FunctionDecl *F : C.Functions)
    Entries[F].At = Entry::Stage::Running;
  bool Changed = true;
  bool IsCheap = true;
  for (unsigned Round = 0; Changed && IsCheap && Round < MaxRounds; ++Round) {
    Changed = false;
    for (const FunctionDecl *F : C.Functions) {
      Entry &E = Entries[F];
      const std::string Before = toString(E.Effects.Effects.Effects);
      E.WasAsked = false;
      analyze(*F, E);
      IsCheap &= E.Found.Exceeded.empty();
      Changed |= (C.IsRecursive || E.WasAsked) &&
                 toString(E.Effects.Effects.Effects) != Before;
    }
  }
  for (const FunctionDecl *F : C.Functions)
    Entries[F].At = Entry::Stage::Done;
}

void Summaries::analyze(const FunctionDecl &Function, Entry &E) {
  FunctionAnalysis Analysis(Context, Effects,
                            isOpen(Function) ? Opts : ForCallers);
  const Body *B = Analysis.bodyOf(Function);
  if (B)
    E.Effects = Analysis.summarize(*B, Origins);
  E.Found = Analysis.takeVerdict();
  E.IsKnown = B && E.Found.Exceeded.empty();
}
