//===- Engine.cpp - Events over paths, to a fixed point -------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Engine.h"
#include "Summarizer.h"
#include "tombstone/Analysis/Summaries.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Analysis/Analyses/PostOrderCFGView.h"
#include "clang/Analysis/CFG.h"
#include "clang/Analysis/FlowSensitive/DataflowWorklist.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include <set>

using namespace clang;
using namespace tombstone;

static Engine::Options plain(Engine::Options Opts) {
  if (doerOf(Opts.Wanted) != Doer::Self)
    Opts.Wanted.reset();
  Opts.Escapes = false;
  Opts.AnyoneCalls = false;
  return Opts;
}

Engine::Engine(ASTContext &Context, CalleeEffects &Effects, Options Opts)
    : Context(Context), Effects(Effects), Opts(Opts), OfCallees(plain(Opts)),
      Known(Summaries::shared(Context, Effects, OfCallees)) {
  Effects.setSummaries(Known.get());
}

Engine::~Engine() { Effects.setSummaries(nullptr); }

bool Engine::isOpen(const FunctionDecl &Function) {
  if (Opts.Escapes)
    return Known->mayLetGo(Function);
  const Doer By = doerOf(Opts.Wanted);
  return By == Doer::Self ? Known->isOpen(Function)
                          : Known->mayBeInterrupted(Function, By);
}

const Summary *Engine::summaryOf(const FunctionDecl &Function) {
  return Known->summaryOf(Function);
}

std::vector<std::string> Engine::askedOfOthers() const {
  return Known->askedOfOthers();
}

Verdict Engine::analyze(const FunctionDecl &Function,
                        ReplayObserver *Observer) {
  if (!isOpen(Function))
    return {};
  if (!Observer && !Opts.Escapes && doerOf(Opts.Wanted) == Doer::Self)
    return Known->verdictOf(Function);
  // What others may do, and what stays behind, is asked of far more functions
  // than have something to show.
  constexpr unsigned Share = 20;
  Options Limited = Opts;
  Limited.Limits.MaxSteps /= Share;
  FunctionAnalysis Analysis(Context, Effects, Observer ? Opts : Limited);
  if (const Body *B = Analysis.bodyOf(Function)) {
    const State Exit = Analysis.run(*B, State(), /*Replay=*/true, Observer);
    if (Opts.Escapes)
      Analysis.reportEscapes(*B, Exit);
  }
  return Analysis.takeVerdict();
}

const Body *FunctionAnalysis::bodyOf(const FunctionDecl &Function) {
  auto [It, IsNew] = Bodies.try_emplace(&Function);
  if (!IsNew)
    return It->second.get();
  std::unique_ptr<CFG> Graph = EventBuilder::buildGraph(Context, Function);
  if (!Graph)
    return nullptr;
  if (Graph->getNumBlockIDs() > Opts.Limits.MaxBlocks) {
    Exceeded = "MaxBlocks";
    return nullptr;
  }
  std::unique_ptr<Body> B = Builder.build(Function, std::move(Graph));
  return (Bodies[&Function] = std::move(B)).get();
}

const Body *FunctionAnalysis::bodyOf(const FunctionDecl &Function,
                                     std::unique_ptr<CFG> Graph) {
  return (Bodies[&Function] = Builder.build(Function, std::move(Graph))).get();
}

bool FunctionAnalysis::isInTime() const {
  using namespace std::chrono;
  const unsigned Limit = Opts.Limits.MaxMilliseconds;
  return Limit == 0 || steady_clock::now() - Start <= milliseconds(Limit);
}

bool FunctionAnalysis::mayStep(size_t Work) {
  if (!IsCounting)
    return true;
  if (!Exceeded.empty())
    return false;
  Steps += Work;
  if (Steps > Opts.Limits.MaxSteps)
    Exceeded = "MaxSteps";
  else if (!isInTime())
    Exceeded = "MaxMilliseconds";
  return Exceeded.empty();
}

bool FunctionAnalysis::mayVisit(const State &S) {
  if (Exceeded.empty() && ++Visits > Opts.Limits.MaxVisits)
    Exceeded = "MaxVisits";
  else if (Exceeded.empty() && S.largestSet() > Opts.Limits.MaxLoans)
    Exceeded = "MaxLoans";
  return mayStep(1 + S.size());
}

//===----------------------------------------------------------------------===//
// Events
//===----------------------------------------------------------------------===//

void FunctionAnalysis::transfer(llvm::ArrayRef<Event> Events, State &S,
                                bool Record, ReplayObserver *Observer) {
  const auto OnDeadUse = [&](const DeadUse &Use) {
    if (Followed) {
      HasComeToUse |= isTheOne(Use.What) && AtOutermost == Followed->Use &&
                      Use.What.Cause == Followed->What.Cause;
      return false;
    }
    const bool IsReported = isReported(Use.What);
    if (IsReported && Record)
      if (std::optional<Finding> F = describe(Use, T))
        Found.push_back(
            {std::move(*F), Use.What, AtOutermost, Use.Handle, RegionId()});
    return IsReported;
  };
  for (const Event &E : Events) {
    if (Active.size() == 1)
      AtOutermost = &E;
    // A use looks at one handle; what changes something looks at all.
    const bool IsUse = std::holds_alternative<UseEvent>(E.V);
    if (!mayStep(IsUse ? 1 : 1 + S.size()))
      return;
    if (Onlooker && Record && isWanted(E))
      Onlooker->see(E, S);
    Step Now(T, S, OnDeadUse);
    if (const auto *Enter = std::get_if<EnterEvent>(&E.V))
      enter(*Enter, E, S, Record);
    else if (isWanted(E))
      Now(E);
    if (Record && Opts.Escapes)
      Stores.note(E, Now, S, T);
    if (Observer)
      Observer->afterEvent(E, S);
  }
}

bool FunctionAnalysis::isReported(const Loan &L) const {
  // Whichever of several handles a container keeps is dead, it is left behind.
  const bool IsKept = Opts.Escapes && L.isOneOfKept();
  return (L.L != Life::MaybeDead || IsKept || Opts.ReportPossible) &&
         (L.L == Life::Missing || !Opts.Wanted ||
          killKind(*T.Causes[L.Cause].Killer) == *Opts.Wanted);
}

void FunctionAnalysis::reportEscapes(const Body &B, const State &Exit) {
  if (!Exceeded.empty())
    return;
  const bool OfDestructor = isa<CXXDestructorDecl>(B.function());
  for (const Escape &Left : Stores.escapes(Exit, T, OfDestructor))
    if (isReported(Left.What))
      if (std::optional<Finding> F = describe(Left, T))
        Found.push_back(
            {std::move(*F), Left.What, nullptr, PlaceId(), Left.Holder});
}

bool FunctionAnalysis::isWanted(const Event &E) const {
  if (E.By != Doer::Self && E.By != doerOf(Opts.Wanted))
    return false;
  const bool IsOfRelocation =
      Opts.Wanted != KillKind::Erase && Opts.Wanted != KillKind::Lookup;
  return IsOfRelocation || !std::holds_alternative<RelocateEvent>(E.V);
}

void FunctionAnalysis::enter(const EnterEvent &E, const Event &At, State &S,
                             bool Record) {
  const bool IsTooDeep = Active.size() > Opts.Limits.MaxDepth ||
                         llvm::is_contained(Active, E.Callee);
  const Body *Callee = IsTooDeep ? nullptr : bodyOf(*E.Callee);
  if (!Callee) {
    // Whatever it does, it may insert.
    if (T.LooksForAbsent)
      Step(T, S, [](const DeadUse &) { return false; })(
          Event{MayHaveEvent{MayHaveEvent::Scope::All, {}}, {}, {}});
    return;
  }
  std::set<CauseId> Before;
  for (const auto &[Holder, Loans] : S.Handles)
    for (const Loan &L : Loans)
      Before.insert(L.Cause);
  for (const auto &[Container, Facts] : S.Containers) {
    Before.insert(Facts.Emptied);
    for (const auto &[Gone, Why] : Facts.Absent)
      Before.insert(Why);
  }
  S = run(*Callee, S, Record);
  const auto NameCall = [&](CauseId &Why) {
    if (Why.isValid() && !Before.count(Why))
      Why = T.Causes.intern({T.Causes[Why].Killer, &At});
  };
  forEachLoan(S, [&](Loan &L) { NameCall(L.Cause); });
  for (auto &[Container, Facts] : S.Containers) {
    NameCall(Facts.Emptied);
    for (auto &[Gone, Why] : Facts.Absent)
      NameCall(Why);
  }
}

//===----------------------------------------------------------------------===//
// Blocks
//===----------------------------------------------------------------------===//

/// Whether the edge to the successor with this index is taken by a call that
/// throws: it is the one that no condition leads to.
static bool isExceptional(const CFGBlock &Block, unsigned Successor) {
  return Successor > 0 && !Block.getTerminatorStmt();
}

/// Whether the function ends there without coming back to its caller: of what
/// it left behind then, a handler may still take care.
static bool endsWithoutReturn(const CFGBlock &Block) {
  if (Block.hasNoReturnElement())
    return true;
  const auto Last =
      Block.empty() ? std::nullopt : Block.back().getAs<CFGStmt>();
  return Last && isa<CXXThrowExpr>(Last->getStmt());
}

State FunctionAnalysis::stepBlock(const Body &B, const CFGBlock &Block, State S,
                                  State *OnException, bool Record,
                                  ReplayObserver *Observer) {
  if (Observer)
    Observer->enterBlock(Block, S);
  if (!OnException) {
    transfer(B.events(Block), S, Record, Observer);
    return S;
  }
  // A call that throws has had no effect: what library calls kill, they kill
  // only when they return ([container.reqmts]: erase, clear, extract and swap
  // throw nothing themselves).
  for (unsigned I = 0; I <= Block.size(); ++I) {
    if (I + 1 == Block.size())
      *OnException = S;
    transfer(B.events(Block, I), S, Record, Observer);
  }
  return S;
}

/// Whether a path goes on at the successor with this index.
static bool isFollowed(const Body &B, const CFGBlock &Block,
                       unsigned Successor) {
  const CFGBlock *Next = *(Block.succ_begin() + Successor);
  const bool LeavesFunction =
      Next == &B.graph().getExit() &&
      (isExceptional(Block, Successor) || endsWithoutReturn(Block));
  return Next && !LeavesFunction;
}

std::map<unsigned, State> FunctionAnalysis::fixedPoint(const Body &B,
                                                       const State &Entry) {
  PostOrderCFGView Order(&B.graph());
  ForwardDataflowWorklist Worklist(B.graph(), &Order);
  // What a node handle has is found by its begin; where look-ups are of
  // interest, elements within others are found by their keys alone.
  const auto MayForget = [&](RegionId Element) {
    return !T.LooksForAbsent && !T.Sites[T.Regions[Element].Label].IsInNode;
  };
  std::map<unsigned, State> Entries;
  Entries[B.graph().getEntry().getBlockID()] = Entry;
  Worklist.enqueueBlock(&B.graph().getEntry());
  while (const CFGBlock *Block = Worklist.dequeue()) {
    const State &In = Entries[Block->getBlockID()];
    if (!mayVisit(In))
      break;
    const auto Followed =
        llvm::make_filter_range(llvm::seq(Block->succ_size()), [&](unsigned I) {
          return isFollowed(B, *Block, I);
        });
    const bool MayThrow = llvm::any_of(
        Followed, [&](unsigned I) { return isExceptional(*Block, I); });
    State OnException = MayThrow ? In : State();
    State Out = stepBlock(B, *Block, In, MayThrow ? &OnException : nullptr,
                          /*Record=*/false, nullptr);
    Out.forgetIdleKeys(T.Regions, MayForget);
    for (const unsigned I : Followed) {
      const CFGBlock *Next = *(Block->succ_begin() + I);
      const llvm::ArrayRef<Event> OnEdge = B.edgeEvents(*Block, I);
      State OfEdge;
      const State *Leaving = isExceptional(*Block, I) ? &OnException : &Out;
      if (!OnEdge.empty()) {
        OfEdge = *Leaving;
        transfer(OnEdge, OfEdge, /*Record=*/false);
        Leaving = &OfEdge;
      }
      auto [It, IsNew] = Entries.try_emplace(Next->getBlockID(), *Leaving);
      if (IsNew ||
          It->second.join(*Leaving) == dataflow::LatticeJoinEffect::Changed)
        Worklist.enqueueBlock(Next);
    }
  }
  return Entries;
}

State FunctionAnalysis::run(const Body &B, const State &Entry, bool Replay,
                            ReplayObserver *Observer) {
  Active.push_back(&B.function());
  std::map<unsigned, State> Entries = fixedPoint(B, Entry);
  if (Replay && Exceeded.empty()) {
    PostOrderCFGView Order(&B.graph());
    for (const CFGBlock *Block : Order) {
      auto In = Entries.find(Block->getBlockID());
      if (In == Entries.end())
        continue;
      if (Onlooker && Active.size() == 1)
        Onlooker->enterBlock(*Block);
      stepBlock(B, *Block, In->second, nullptr, /*Record=*/true, Observer);
    }
  }
  Active.pop_back();
  auto Exit = Entries.find(B.graph().getExit().getBlockID());
  const State Left = Exit == Entries.end() ? Entry : Exit->second;
  if (Active.empty()) {
    Outermost = &B;
    Final = std::move(Entries);
  }
  return Left;
}

Summary FunctionAnalysis::summarize(const Body &B,
                                    std::deque<EffectOrigin> &Origins) {
  Summarizer Looks(B, T, Origins);
  Onlooker = &Looks;
  const State Exit = run(B, State(), /*Replay=*/true);
  Onlooker = nullptr;
  return Looks.finish(Exit);
}

//===----------------------------------------------------------------------===//
// Edges, for candidates
//===----------------------------------------------------------------------===//

PathStep FunctionAnalysis::runOn(const Candidate &C, unsigned Id,
                                 PathToken Token) {
  PathStep Step;
  const auto In = Final.find(Id);
  if (In == Final.end())
    return Step;
  const CFGBlock &Block =
      **llvm::find_if(Outermost->graph(),
                      [&](const CFGBlock *B) { return B->getBlockID() == Id; });
  // What is known was paid for; this only says it again.
  IsCounting = false;
  Followed = &C;
  IsBeforeTaken = Token.At == PathStage::Start;
  HasComeToUse = &Block == &Outermost->graph().getExit() && !C.Use &&
                 Token.At == PathStage::Killed &&
                 Token.Holder == C.Holder.value();
  Active.push_back(&Outermost->function());
  const State Entry = follow(C, In->second, Token);
  State OnException = Entry;
  const State Out = stepBlock(*Outermost, Block, Entry, &OnException,
                              /*Record=*/false, nullptr);
  for (unsigned I = 0; I < Block.succ_size(); ++I) {
    Step.Behind.emplace_back();
    if (!isFollowed(*Outermost, Block, I))
      continue;
    State Leaving = isExceptional(Block, I) ? OnException : Out;
    transfer(Outermost->edgeEvents(Block, I), Leaving, /*Record=*/false);
    Step.Behind.back() = tokensIn(C, Leaving);
    if (Token.At == PathStage::Start)
      Step.Behind.back().push_back(Token);
  }
  Active.pop_back();
  Step.ComesToUse = HasComeToUse;
  Followed = nullptr;
  IsCounting = true;
  return Step;
}
