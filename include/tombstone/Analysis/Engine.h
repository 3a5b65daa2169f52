//===- Engine.h - Events over paths, to a fixed point -----------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs the steps of a body in the order of the framework's worklist until the
// states no longer grow, then replays each block once over its final state and
// collects what was used when dead.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_ANALYSIS_ENGINE_H
#define TOMBSTONE_ANALYSIS_ENGINE_H

#include "tombstone/Analysis/Feasibility.h"
#include "tombstone/Analysis/Finding.h"
#include "tombstone/Events/EventBuilder.h"
#include "tombstone/Facts/Store.h"
#include <chrono>
#include <deque>

namespace tombstone {

/// How far the engine goes. A function that exceeds one gets no report.
struct Budget {
  unsigned MaxBlocks = 2000; ///< blocks of the graph
  unsigned MaxVisits = 2000; ///< visits of blocks, those of lambdas included
  unsigned MaxLoans = 64;    ///< things that one handle may designate
  unsigned MaxDepth = 3;     ///< lambdas that call lambdas
  /// Work: a use is one step; another event, and the visit of a block, is one
  /// and one more for each thing that the state knows. The same on each
  /// machine, as milliseconds are not.
  unsigned MaxSteps = 500000;
  unsigned MaxMilliseconds = 0; ///< 0: as many as it takes
  /// Of the solver, for each candidate: past it nobody knows whether there is a
  /// path that an execution takes. 0: no candidate is judged.
  unsigned SolverSteps = 500000;

  bool operator==(const Budget &) const = default;
};

/// A finding, and whether an execution comes to it.
struct JudgedFinding {
  Finding F;
  PathVerdict Path;
};

/// What the analysis says of one function.
struct Verdict {
  std::vector<Finding> Findings; ///< In the order of the source.
  /// Those and what was refuted, in the order in which they were judged.
  std::vector<JudgedFinding> Judged;
  /// Which budget was exceeded; empty if none was.
  std::string Exceeded;
  uint64_t Steps = 0; ///< As Budget::MaxSteps counts them.
};

/// What an observer of the replay sees of each event.
class ReplayObserver {
public:
  virtual ~ReplayObserver() = default;
  virtual void enterBlock(const clang::CFGBlock &Block, const State &S) = 0;
  virtual void afterEvent(const Event &E, const State &S) = 0;
};

class Summaries;
class Summarizer;

/// Analyses functions of one translation unit.
class Engine {
public:
  struct Options {
    Budget Limits;
    /// What is looked for; none: handles that end, in whatever way.
    std::optional<KillKind> Wanted;
    /// Also report kills by keys that may be equal.
    bool ReportPossible = false;
    /// Also report dead handles that outlive the function.
    bool Escapes = false;
    /// Where a call may come back: whoever is called may call the public
    /// methods of this object, whether or not it has it.
    bool AnyoneCalls = false;
    /// What other units found; null: nothing.
    std::shared_ptr<const FactsStore> Facts = nullptr;
    /// Say of each judged finding by which branches it is reached, or is not.
    bool ExplainPaths = false;

    bool operator==(const Options &) const = default;
  };

  /// From here \p Effects knows functions with a body, too.
  Engine(clang::ASTContext &Context, CalleeEffects &Effects, Options Opts);
  ~Engine();

  /// Analyses one function with a body. Functions in which nothing can die
  /// cost a look at the types of their calls, and of those of their callees.
  Verdict analyze(const clang::FunctionDecl &Function,
                  ReplayObserver *Observer = nullptr);

  /// Whether anything may die in the function.
  bool isOpen(const clang::FunctionDecl &Function);
  /// What the function does to its caller; null if nothing is known of it.
  const Summary *summaryOf(const clang::FunctionDecl &Function);
  /// The USRs of functions of which other units were asked, sorted; empty
  /// without a store.
  std::vector<std::string> askedOfOthers() const;

private:
  clang::ASTContext &Context;
  CalleeEffects &Effects;
  const Options Opts;
  const Options OfCallees; ///< What they do themselves.
  std::shared_ptr<Summaries> Known;
};

/// The engine's work on one function: tables, bodies, states. Public for tests
/// and tools that look inside.
class FunctionAnalysis {
public:
  FunctionAnalysis(clang::ASTContext &Context, CalleeEffects &Effects,
                   const Engine::Options &Opts)
      : Context(Context), Effects(Effects), Opts(Opts),
        Builder(Context, Effects, T.Words, T.Sites, Opts.Wanted,
                Opts.AnyoneCalls) {
    T.LooksForAbsent = Opts.Wanted == KillKind::Lookup;
    T.LooksForMoves = Opts.Wanted == KillKind::Relocate;
  }

  /// Null if there is none or it has too many blocks.
  const Body *bodyOf(const clang::FunctionDecl &Function);
  /// The body over a graph that is not the engine's own.
  const Body *bodyOf(const clang::FunctionDecl &Function,
                     std::unique_ptr<clang::CFG> Graph);

  /// The state after \p B, started in \p Entry. Dead uses are collected if
  /// \p Replay is set.
  State run(const Body &B, const State &Entry, bool Replay,
            ReplayObserver *Observer = nullptr);

  /// Runs the body from nothing, with a replay, and says what it does to its
  /// caller. Where that comes from goes to \p Origins.
  Summary summarize(const Body &B, std::deque<EffectOrigin> &Origins);

  /// Runs the events of one element of a block.
  void transfer(llvm::ArrayRef<Event> Events, State &S, bool Record,
                ReplayObserver *Observer = nullptr);

  /// Collects what is dead at the end of the body and outlives it.
  void reportEscapes(const Body &B, const State &Exit);

  Verdict takeVerdict();
  const Tables &tables() const { return T; }

private:
  bool isWanted(const Event &E) const;
  bool isReported(const Loan &L) const;
  void enter(const EnterEvent &E, const Event &At, State &S, bool Record);
  /// The states at the entries of blocks, by block number.
  std::map<unsigned, State> fixedPoint(const Body &B, const State &Entry);
  State stepBlock(const Body &B, const clang::CFGBlock &Block, State S,
                  State *OnException, bool Record, ReplayObserver *Observer);
  /// Counts the visit of a block that starts in \p S.
  bool mayVisit(const State &S);
  /// Counts so many steps.
  bool mayStep(size_t Work);
  bool isInTime() const;

  // Candidates.cpp: which of them an execution comes to.
  /// A finding that nobody has judged yet.
  struct Candidate {
    Finding F;
    Loan What;
    /// In the outermost body; null: its end.
    const Event *Use;
    PlaceId Handle;  ///< Of an escape, invalid.
    RegionId Holder; ///< Of an escape.
  };
  PathVerdict judge(const Candidate &C);
  const void *iteratorVariable(const Candidate &C) const;
  bool isOf(const Candidate &C, const Loan &L) const;
  bool isTheOne(const Loan &L) const;
  /// The state with the one handle in it, and no other of its site unless the
  /// path is under way.
  State follow(const Candidate &C, State S, PathToken Token) const;
  std::vector<PathToken> tokensIn(const Candidate &C, const State &S) const;
  PathStep runOn(const Candidate &C, unsigned Block, PathToken Token);

  clang::ASTContext &Context;
  CalleeEffects &Effects;
  const Engine::Options &Opts;
  Tables T;
  EventBuilder Builder;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<Body>> Bodies;
  std::vector<const clang::FunctionDecl *> Active;
  std::vector<Candidate> Found;
  // Of the outermost body, once it has been run.
  const Body *Outermost = nullptr;
  const Event *AtOutermost = nullptr;  ///< The event that is run now.
  std::map<unsigned, State> Final;     ///< At the entries of blocks.
  const Candidate *Followed = nullptr; ///< While a path is judged.
  bool HasComeToUse = false;           ///< The handle that is followed has.
  bool IsBeforeTaken = false;          ///< Any handle of its site is the one.
  std::shared_ptr<const BodyTerms> Terms; ///< Made for the first candidate.
  bool IsCounting = true;                 ///< Steps are.
  StoreTable Stores;
  Summarizer *Onlooker = nullptr; ///< During the replay, if there is one.
  std::string Exceeded;
  unsigned Visits = 0;
  uint64_t Steps = 0;
  std::chrono::steady_clock::time_point Start =
      std::chrono::steady_clock::now();
};

} // namespace tombstone

#endif // TOMBSTONE_ANALYSIS_ENGINE_H
