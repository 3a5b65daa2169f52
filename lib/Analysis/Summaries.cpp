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

/// Whether what the function is passed by value may own elements.
static bool takesOwner(const FunctionDecl &Function, CalleeEffects &Effects) {
  return llvm::any_of(Function.parameters(), [&](const ParmVarDecl *Param) {
    const auto Class = Effects.classOf(Param->getType());
    return Class && !Param->getType()->isReferenceType() &&
           (Class.Model->Kind == ClassKind::Owner ||
            Class.Model->Kind == ClassKind::Associative);
  });
}

bool Summaries::hasEffects(const CallGraph::Component &C) const {
  return C.Whole.takes(Opts.Wanted) || C.Whole.kills(Opts.Wanted);
}

bool Summaries::mayKillByOverrider(const FunctionDecl &Function) {
  const BodyTraits &Own = Graph.traits(Function);
  if (!Own.Takes)
    return false;
  return llvm::any_of(Own.Virtuals, [&](const CXXMethodDecl *Called) {
    return llvm::any_of(targetsOf(*Called), [&](const CXXMethodDecl *Target) {
      return Graph.mayTakeAndKill(Function, Opts.Wanted, *Target);
    });
  });
}

/// What takes no handle and kills nothing is of interest where it passes one
/// on, or stores it: small functions do.
bool Summaries::isWorth(const FunctionDecl &Function) {
  if (hasEffects(Graph.componentOf(Function)))
    return true;
  if (Opts.Wanted == KillKind::Lookup)
    return false;
  return Graph.traits(Function).IsSmall &&
         (isa<CXXMethodDecl>(Function) || handlesHandles(Function, Effects) ||
          takesOwner(Function, Effects));
}

const Summary *Summaries::summaryOf(const FunctionDecl &Function) {
  const FunctionDecl *Definition = bodyInReach(Function);
  if (!Definition)
    return Facts.find(Function);
  if (!isWorth(*Definition))
    return nullptr;
  Entry &E = Entries[Definition];
  if (E.At == Entry::Stage::New)
    finish(Graph.componentOf(*Definition));
  E.WasAsked = true;
  return E.IsKnown || E.At == Entry::Stage::Running ? &E.Effects : nullptr;
}

const Summary *Summaries::factOf(const FunctionDecl &Function) {
  return bodyInReach(Function) ? nullptr : Facts.find(Function);
}

const Verdict &Summaries::verdictOf(const FunctionDecl &Function) {
  Entry &E = Entries[&Function];
  if (E.At == Entry::Stage::New)
    finish(Graph.componentOf(Function));
  if (E.At == Entry::Stage::PassedBy) {
    E.At = Entry::Stage::Done;
    analyze(Function, E);
    E.IsKnown = false;
  }
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
  // Where half a program calls itself, no summary says anything of use.
  constexpr size_t MaxFunctions = 16;
  if (C.Functions.size() > MaxFunctions) {
    for (const FunctionDecl *F : C.Functions)
      Entries[F].At = Entry::Stage::PassedBy;
    return;
  }
  // Effects only grow from round to round, and few functions need a third.
  constexpr unsigned MaxRounds = 4;
  for (const FunctionDecl *F : C.Functions)
    Entries[F].At = Entry::Stage::Running;
  bool Changed = true;
  for (unsigned Round = 0; Changed && Round < MaxRounds; ++Round) {
    Changed = false;
    for (const FunctionDecl *F : C.Functions) {
      Entry &E = Entries[F];
      // What was too large will not be smaller with more to know.
      if (Round > 0 && !E.IsKnown)
        continue;
      const std::string Before = toString(E.Effects.Effects.Effects);
      E.WasAsked = false;
      analyze(*F, E);
      Changed |= E.IsKnown && (C.IsRecursive || E.WasAsked) &&
                 toString(E.Effects.Effects.Effects) != Before;
    }
  }
  for (const FunctionDecl *F : C.Functions)
    Entries[F].At = Entry::Stage::Done;
}

/// What is in a function itself is worth more than what its callees may do.
static Engine::Options forCallees(Engine::Options Opts) {
  constexpr unsigned Share = 40;
  Opts.Limits.MaxSteps /= Share;
  return Opts;
}

Summaries::Summaries(ASTContext &Context, CalleeEffects &Effects,
                     const Engine::Options &Opts)
    : Context(Context), Effects(Effects), Opts(Opts), OfFar(forCallees(Opts)),
      Facts(Context, Opts.Facts, Opts.Wanted == KillKind::Lookup),
      Graph(Effects) {}

std::shared_ptr<Summaries> Summaries::shared(ASTContext &Context,
                                             CalleeEffects &Effects,
                                             const Engine::Options &Opts) {
  // A thread works on one unit at a time; what nobody uses any more is gone.
  static thread_local std::weak_ptr<Summaries> Last;
  const std::shared_ptr<Summaries> There = Last.lock();
  const bool IsSame = There && &There->Context == &Context &&
                      There->Effects.hasSameTable(Effects) &&
                      There->Opts == Opts;
  if (IsSame)
    return There;
  auto Made = std::make_shared<Summaries>(Context, Effects, Opts);
  Last = Made;
  return Made;
}

void Summaries::analyze(const FunctionDecl &Function, Entry &E) {
  const BodyTraits &Own = Graph.traits(Function);
  const bool IsNear = Own.takes(Opts.Wanted) && Own.kills(Opts.Wanted);
  FunctionAnalysis Analysis(Context, Effects, IsNear ? Opts : OfFar);
  const Body *B = Analysis.bodyOf(Function);
  if (B)
    E.Effects = Analysis.summarize(*B, Origins);
  E.Found = Analysis.takeVerdict();
  E.IsKnown = B && E.Found.Exceeded.empty();
}
