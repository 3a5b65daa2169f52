//===- FunctionView.cpp - What the engine saw of a function ---------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionView.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/Analysis/CFG.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace tombstone;
using namespace tombstone::explain;

namespace {

/// Keeps the states that the replay passes through.
class StateRecorder : public ReplayObserver {
public:
  explicit StateRecorder(const Tables &T) : T(T) {}

  void enterBlock(const CFGBlock &Block, const State &S) override {
    Before[&Block] = textOf(S);
  }
  void afterEvent(const Event &E, const State &S) override {
    After[&E] = textOf(S);
  }

  const Lines *before(const CFGBlock &Block) const {
    auto It = Before.find(&Block);
    return It == Before.end() ? nullptr : &It->second;
  }
  Lines after(const Event &E) const { return After.lookup(&E); }

private:
  Lines textOf(const State &S) const {
    llvm::SmallVector<llvm::StringRef> Parts;
    const std::string Text = S.toString(T.Regions, T.Words);
    llvm::StringRef(Text).split(Parts, '\n', -1, /*KeepEmpty=*/false);
    Lines Result;
    for (llvm::StringRef Part : Parts)
      Result.push_back(Part.str());
    return Result;
  }

  const Tables &T;
  llvm::DenseMap<const CFGBlock *, Lines> Before;
  llvm::DenseMap<const Event *, Lines> After;
};

} // namespace

static size_t countReported(const Lines &StateText) {
  return llvm::count_if(StateText, [](llvm::StringRef Line) {
    return Line.contains(" reported");
  });
}

static BlockView lookAt(const CFGBlock &Block, const Body &B, const Tables &T,
                        const StateRecorder &States,
                        const SourceManager &Sources) {
  BlockView View;
  View.Number = Block.getBlockID();
  unsigned Successor = 0;
  for (const CFGBlock *Next : Block.succs()) {
    const auto OnEdge = B.edgeEvents(Block, Successor++);
    if (!Next)
      continue;
    View.Next.push_back(Next->getBlockID());
    for (const Event &E : OnEdge)
      View.Assumed.push_back({Next->getBlockID(), toString(E, T.Words)});
  }
  View.Events.reserve(B.events(Block).size());
  if (const Lines *Before = States.before(Block)) {
    View.IsReached = true;
    View.StateBefore = *Before;
  }
  const Lines *Before = &View.StateBefore;
  for (const Event &E : B.events(Block)) {
    EventView New;
    New.Loc = Sources.getFileLoc(E.Loc);
    New.Text = toString(E, T.Words);
    if (const auto *Drop = std::get_if<DropEvent>(&E.V)) {
      New.IsDrop = true;
      New.IsOfTemporary = T.Words.Roots[T.Words.Places.rootOf(Drop->What)].K ==
                          Root::Kind::Temporary;
    }
    New.StateAfter = States.after(E);
    New.IsDead = std::holds_alternative<UseEvent>(E.V) &&
                 countReported(New.StateAfter) > countReported(*Before);
    View.Events.push_back(std::move(New));
    Before = &View.Events.back().StateAfter;
  }
  return View;
}

static std::string limitText(const std::string &Exceeded,
                             const Budget &Limits) {
  const auto Text = [&](llvm::StringRef Of, unsigned Limit) {
    return ("it has more than " + llvm::Twine(Limit) + " " + Of + " (" +
            Exceeded + ")")
        .str();
  };
  if (Exceeded == "MaxBlocks")
    return Text("blocks", Limits.MaxBlocks);
  if (Exceeded == "MaxVisits")
    return Text("visits of blocks", Limits.MaxVisits);
  if (Exceeded == "MaxLoans")
    return Text("things for one handle to designate", Limits.MaxLoans);
  if (Exceeded == "MaxSteps")
    return Text("steps of work", Limits.MaxSteps);
  if (Exceeded == "MaxMilliseconds")
    return Text("milliseconds of work", Limits.MaxMilliseconds);
  return Exceeded;
}

FunctionView tombstone::explain::look(const FunctionDecl &Function,
                                      ASTContext &Context,
                                      CalleeEffects &Effects,
                                      const Engine::Options &Opts,
                                      bool IsOpen) {
  FunctionView View;
  FunctionAnalysis Analysis(Context, Effects, Opts);
  const Body *B = Analysis.bodyOf(Function);
  if (!B && !EventBuilder::buildGraph(Context, Function)) {
    View.Limit = "Clang makes no control-flow graph of it";
    return View;
  }
  StateRecorder States(Analysis.tables());
  if (B) {
    Analysis.reportEscapes(*B,
                           Analysis.run(*B, State(), /*Replay=*/true, &States));
    for (const CFGBlock *Block : llvm::reverse(B->graph()))
      View.Blocks.push_back(lookAt(*Block, *B, Analysis.tables(), States,
                                   Context.getSourceManager()));
  }
  Verdict V = Analysis.takeVerdict();
  View.Findings = std::move(V.Findings);
  if (!V.Exceeded.empty())
    View.Limit = limitText(V.Exceeded, Opts.Limits);
  else if (!IsOpen)
    View.Limit = "nothing in it can both take and end a handle, so the checks "
                 "pass it by";
  return View;
}
