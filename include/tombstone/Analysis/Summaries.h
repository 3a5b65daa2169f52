//===- Summaries.h - What functions do, from the bottom up ------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Analyses each function once, after those that it calls, and keeps what was
// found in it and what it does to its caller. Functions that call each other
// are analysed again until nothing changes.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_ANALYSIS_SUMMARIES_H
#define TOMBSTONE_ANALYSIS_SUMMARIES_H

#include "tombstone/Analysis/Engine.h"
#include "tombstone/Events/CallGraph.h"
#include "tombstone/Facts/Recall.h"
#include "clang/AST/DeclBase.h"
#include <deque>

namespace tombstone {

class Summaries : public SummarySource {
public:
  Summaries(clang::ASTContext &Context, CalleeEffects &Effects,
            const Engine::Options &Opts);

  /// Those that the checks of one unit share whose callees are asked for the
  /// same: made when the first asks.
  static std::shared_ptr<Summaries> shared(clang::ASTContext &Context,
                                           CalleeEffects &Effects,
                                           const Engine::Options &Opts);

  /// Null if the function has no body in reach and no facts, exceeds a budget,
  /// or has nothing to do with handles.
  const Summary *summaryOf(const clang::FunctionDecl &Function) override;
  const Summary *factOf(const clang::FunctionDecl &Function) override;
  llvm::ArrayRef<Evidence>
  evidenceFor(const clang::CXXRecordDecl &Class) override;
  std::vector<Evidence> evidenceOf(const clang::FunctionDecl &Lambda) override;
  std::vector<const clang::CXXMethodDecl *>
  targetsOf(const clang::CXXMethodDecl &Method) override;

  /// See Recall::asked().
  std::vector<std::string> askedOfOthers() const { return Facts.asked(); }

  /// Whether handles that the function takes may be ended by code that runs in
  /// between.
  bool mayBeInterrupted(const clang::FunctionDecl &Function, Doer By);
  /// What is wrong in a function with a body.
  const Verdict &verdictOf(const clang::FunctionDecl &Function);

  /// Whether a function is worth a graph: see CallGraph.
  bool isOpen(const clang::FunctionDecl &Function) {
    return Graph.mayTakeAndKill(Function, Opts.Wanted) ||
           mayKillByOverrider(Function);
  }
  /// Whether a handle may outlive the function, and its element may not.
  bool mayLetGo(const clang::FunctionDecl &Function) {
    const bool MayDie =
        isOpen(Function) || (Graph.traits(Function).OwnsLocals &&
                             Graph.componentOf(Function).Whole.Takes);
    return MayDie && mayLetEscape(Function, Effects);
  }

private:
  struct Entry {
    enum class Stage : uint8_t {
      New,
      Running,
      PassedBy, ///< In too large a component: analysed by itself if asked for.
      Done
    };
    Stage At = Stage::New;
    bool IsKnown = false;  ///< Effects are: no budget was exceeded.
    bool WasAsked = false; ///< While it ran: it leads back to itself.
    Verdict Found;
    Summary Effects;
  };

  bool mayKillByOverrider(const clang::FunctionDecl &Function);
  bool hasEffects(const CallGraph::Component &C) const;
  bool isWorth(const clang::FunctionDecl &Function);
  /// Analyses all that the component leads to, then itself.
  void finish(const CallGraph::Component &C);
  void finishOne(const CallGraph::Component &C);
  void analyze(const clang::FunctionDecl &Function, Entry &E);

  void addEvidence(const clang::FunctionDecl &Function, bool IsProven,
                   std::vector<Evidence> &Into);
  void findOverriders(const clang::DeclContext &Start);
  void addOverrider(const clang::CXXMethodDecl &Overrider);
  bool killsInClass(const clang::CXXRecordDecl &Class, const BodyTraits &Takes);

  clang::ASTContext &Context;
  CalleeEffects &Effects;
  const Engine::Options Opts;
  const Engine::Options OfFar; ///< Of functions that only lead to something.
  Recall Facts;
  CallGraph Graph;
  std::map<const clang::CXXRecordDecl *, std::vector<Evidence>> ByClass;
  llvm::DenseMap<const clang::CXXRecordDecl *, BodyTraits::Classes>
      KilledByClass;
  llvm::DenseMap<const clang::CXXMethodDecl *,
                 std::vector<const clang::CXXMethodDecl *>>
      Targets;
  bool KnowsOverriders = false;
  std::map<const clang::FunctionDecl *, Entry> Entries;
  std::deque<EffectOrigin> Origins;
  unsigned Depth = 0;
};

} // namespace tombstone

#endif // TOMBSTONE_ANALYSIS_SUMMARIES_H
