//===- PathFormula.cpp - Paths as a formula -------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PathFormula.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"

using namespace tombstone;
using clang::dataflow::Arena;
using clang::dataflow::Atom;

PathFormula::PathFormula(const BodyTerms &Terms, const PathGraph &Graph,
                         const PathQuery &Query, Arena &A)
    : Terms(Terms), Graph(Graph), Query(Query), A(A), Values(A) {
  for (unsigned N : Graph.order())
    run(N);
  for (unsigned N : Graph.order())
    for (unsigned E : Graph.node(N).In)
      askEdge(E);
}

//===----------------------------------------------------------------------===//
// Edges
//===----------------------------------------------------------------------===//

/// What is erased by one iterator is what another designates, only if they are
/// equal: of one that keeps its value up to the use.
const Formula &PathFormula::erasesHandle(const Run &From, unsigned Block) {
  const Formula &Always = A.makeLiteral(true);
  const CellId Handle = Query.Handle ? Terms.cellOf(Query.Handle) : CellId();
  const TermId Erased = Terms.erasedBy(Block, *Query.Killer);
  const auto By = From.Values.find(Erased);
  if (!Handle.isValid() || !Erased.isValid() || By == From.Values.end())
    return Always;
  Memory AtKill = From.Out;
  Memory AtUse = Runs[Graph.order().back()].Out;
  const ValueId Value = read(Handle, AtKill);
  return Value == read(Handle, AtUse) ? Values.equal(Value, By->second)
                                      : Always;
}

void PathFormula::askEdge(unsigned Id) {
  const PathEdge &E = Graph.edge(Id);
  const Run &From = Runs[E.From];
  const unsigned Block = Graph.node(E.From).Block;
  const Formula *Holds = &A.makeLiteral(true);
  const auto Ask = [&](const EdgeTerm &Asked) {
    // The order of evaluation may put an effect into another block.
    const auto Value = From.Values.find(Asked.What);
    if (!Asked.What.isValid() || Value == From.Values.end())
      return;
    const Formula &Is = Values.isTrue(Value->second);
    Holds = &A.makeAnd(*Holds, Asked.Holds ? Is : A.makeNot(Is));
  };
  if (E.Successor && !E.Throws && !Graph.node(E.From).IsLeap)
    Ask(Terms.edge(Block, *E.Successor));
  if (E.Kills) {
    Ask(Terms.condition(Block, *Query.Killer));
    Holds = &A.makeAnd(*Holds, erasesHandle(From, Block));
  }
  Conditions[Id] = Holds;
}

//===----------------------------------------------------------------------===//
// The formula
//===----------------------------------------------------------------------===//

static void collectAtoms(const Formula &F, llvm::DenseSet<Atom> &Atoms,
                         llvm::DenseSet<const Formula *> &Seen) {
  llvm::SmallVector<const Formula *> Pending{&F};
  while (!Pending.empty()) {
    const Formula *At = Pending.pop_back_val();
    if (!Seen.insert(At).second)
      continue;
    if (At->kind() == Formula::AtomRef)
      Atoms.insert(At->getAtom());
    for (const Formula *Operand : At->operands())
      Pending.push_back(Operand);
  }
}

/// `X` of `X` and of `!X`.
static const Formula *plainAtom(const Formula &F) {
  const Formula *Plain = F.kind() == Formula::Not ? F.operands().front() : &F;
  return Plain->kind() == Formula::AtomRef ? Plain : nullptr;
}

/// What is asked at one node and of nothing else excludes nothing.
void PathFormula::dropSingleQuestions() {
  llvm::DenseSet<Atom> Elsewhere;
  llvm::DenseSet<const Formula *> Seen;
  for (const Formula *F : Values.facts())
    collectAtoms(*F, Elsewhere, Seen);
  for (const auto &[N, R] : Runs)
    for (const Formula *F : R.Assumed)
      collectAtoms(*F, Elsewhere, Seen);
  std::map<Atom, std::set<unsigned>> AskedAt;
  for (const auto &[E, F] : Conditions)
    if (const Formula *Plain = plainAtom(*F))
      AskedAt[Plain->getAtom()].insert(Graph.edge(E).From);
    else
      collectAtoms(*F, Elsewhere, Seen);
  for (auto &[E, F] : Conditions)
    if (const Formula *Plain = plainAtom(*F))
      if (AskedAt[Plain->getAtom()].size() == 1 &&
          !Elsewhere.count(Plain->getAtom()))
        F = &A.makeLiteral(true);
}

/// `(X and C) or (X and not C)` is X: where a branch comes together again,
/// nothing is left of it.
static const Formula *united(const Formula *F, const Formula *G) {
  if (F == G)
    return F;
  const auto IsNot = [](const Formula *A, const Formula *B) {
    return A->kind() == Formula::Not && A->operands().front() == B;
  };
  if (G->kind() == Formula::And && llvm::is_contained(G->operands(), F))
    return F;
  if (F->kind() != Formula::And)
    return nullptr;
  if (llvm::is_contained(F->operands(), G))
    return G;
  if (G->kind() != Formula::And)
    return nullptr;
  for (const unsigned I : {0u, 1u})
    for (const unsigned J : {0u, 1u}) {
      const Formula *RestF = F->operands()[1 - I];
      const Formula *RestG = G->operands()[1 - J];
      if (F->operands()[I] == G->operands()[J] &&
          (IsNot(RestF, RestG) || IsNot(RestG, RestF)))
        return F->operands()[I];
    }
  return nullptr;
}

const Formula &PathFormula::anyOf(llvm::SmallVector<const Formula *, 4> Ways) {
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (size_t I = 0; I < Ways.size() && !Changed; ++I)
      for (size_t J = I + 1; J < Ways.size() && !Changed; ++J)
        if (const Formula *Both = united(Ways[I], Ways[J])) {
          Ways[I] = Both;
          Ways.erase(Ways.begin() + J);
          Changed = true;
        }
  }
  const Formula *Any = &A.makeLiteral(false);
  for (const Formula *F : Ways)
    Any = &A.makeOr(*Any, *F);
  return *Any;
}

std::map<unsigned, std::set<unsigned>> PathFormula::branches() const {
  std::map<unsigned, std::set<unsigned>> Ways;
  for (const auto &[Id, F] : Conditions)
    if (const PathEdge &E = Graph.edge(Id); E.Successor && !E.Throws)
      Ways[Graph.node(E.From).Block].insert(*E.Successor);
  return Ways;
}

std::vector<const Formula *>
PathFormula::conditions(const std::set<unsigned> &Open) {
  if (Open.empty())
    dropSingleQuestions();
  std::vector<const Formula *> All = Values.facts();
  std::map<unsigned, const Formula *> ReachedNode;
  for (unsigned N : Graph.order()) {
    const PathNode &Node = Graph.node(N);
    llvm::SmallVector<const Formula *, 4> Ways;
    for (unsigned Id : Node.In) {
      const PathEdge &E = Graph.edge(Id);
      const Run &From = Runs[E.From];
      const Formula *Way = ReachedNode[E.From];
      const size_t NumAssumed =
          E.Throws ? From.AssumedBeforeLast : From.Assumed.size();
      for (size_t I = 0; I < NumAssumed; ++I)
        Way = &A.makeAnd(*Way, *From.Assumed[I]);
      if (!Open.count(Graph.node(E.From).Block))
        Way = &A.makeAnd(*Way, *Conditions[Id]);
      if (const Formula *Taken = Values.taken(Id)) {
        All.push_back(&A.makeImplies(*Taken, *Way));
        Way = Taken;
      }
      Reached[Id] = Way;
      Ways.push_back(Way);
    }
    ReachedNode[N] =
        Node.In.empty() ? &A.makeLiteral(true) : &anyOf(std::move(Ways));
  }
  const Formula &End = *ReachedNode[Graph.order().back()];
  AsksNothing = End.isLiteral(true);
  All.insert(All.begin(), &End);
  return All;
}

//===----------------------------------------------------------------------===//
// What the solver found
//===----------------------------------------------------------------------===//

using Answers = llvm::DenseMap<const Formula *, bool>;

static bool holds(const Formula &F, const PathFormula::Solution &In,
                  Answers &Known);

static bool findOut(const Formula &F, const PathFormula::Solution &In,
                    Answers &Known) {
  const auto Of = [&](unsigned I) {
    return holds(*F.operands()[I], In, Known);
  };
  switch (F.kind()) {
  case Formula::AtomRef: {
    auto It = In.find(F.getAtom());
    return It != In.end() &&
           It->second ==
               clang::dataflow::Solver::Result::Assignment::AssignedTrue;
  }
  case Formula::Literal:
    return F.literal();
  case Formula::Not:
    return !Of(0);
  case Formula::And:
    return Of(0) && Of(1);
  case Formula::Or:
    return Of(0) || Of(1);
  case Formula::Implies:
    return !Of(0) || Of(1);
  case Formula::Equal:
    return Of(0) == Of(1);
  }
  llvm_unreachable("unhandled formula");
}

static bool holds(const Formula &F, const PathFormula::Solution &In,
                  Answers &Known) {
  if (auto It = Known.find(&F); It != Known.end())
    return It->second;
  const bool Answer = findOut(F, In, Known);
  Known[&F] = Answer;
  return Answer;
}

std::vector<PathBranch> PathFormula::path(const Solution &Found) const {
  std::vector<PathBranch> Branches;
  Answers Known;
  unsigned N = Graph.order().back();
  while (!Graph.node(N).In.empty()) {
    const auto &In = Graph.node(N).In;
    const auto Way = llvm::find_if(
        In, [&](unsigned E) { return holds(*Reached.at(E), Found, Known); });
    const PathEdge &E = Graph.edge(Way == In.end() ? In.front() : *Way);
    if (E.Successor && !E.Throws)
      Branches.push_back({Graph.node(E.From).Block, *E.Successor});
    N = E.From;
  }
  std::reverse(Branches.begin(), Branches.end());
  return Branches;
}
