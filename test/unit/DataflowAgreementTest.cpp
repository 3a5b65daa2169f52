//===- DataflowAgreementTest.cpp - Two drivers, one answer ----------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine drives the lattice itself, since the framework's driver sees no
// exceptions. Where there are none, clang::dataflow must come to the same end
// from the same steps: it joins anew at each visit and builds its own graph.
//
//===----------------------------------------------------------------------===//

#include "AgreementSnippets.h"
#include "Snippet.h"
#include "tombstone/Events/CallGraph.h"
#include "clang/Analysis/Analyses/PostOrderCFGView.h"
#include "clang/Analysis/CFG.h"
#include "clang/Analysis/FlowSensitive/AdornedCFG.h"
#include "clang/Analysis/FlowSensitive/DataflowAnalysis.h"
#include "gtest/gtest.h"
#include <random>

using namespace clang;
using namespace tombstone;

namespace {

/// Leaves every question open at once: none is asked.
class IdleSolver : public dataflow::Solver {
public:
  Result solve(llvm::ArrayRef<const dataflow::Formula *>) override {
    return Result::TimedOut();
  }
  bool reachedLimit() const override { return false; }
};

/// The graph that AdornedCFG makes for itself, for us to own.
std::unique_ptr<CFG> frameworkGraph(const FunctionDecl &Function) {
  CFG::BuildOptions Options;
  Options.setAllAlwaysAdd();
  Options.AddImplicitDtors = true;
  Options.AddTemporaryDtors = true;
  Options.AddInitializers = true;
  Options.AddCXXDefaultInitExprInCtors = true;
  Options.AddLifetime = true;
  return CFG::buildCFG(&Function, Function.getBody(), &Function.getASTContext(),
                       Options);
}

bool haveSameShape(const CFG &A, const CFG &B) {
  if (A.getNumBlockIDs() != B.getNumBlockIDs())
    return false;
  auto OfB = B.begin();
  for (const CFGBlock *Block : A)
    if (const CFGBlock *Other = *OfB++;
        Block->getBlockID() != Other->getBlockID() ||
        Block->size() != Other->size() ||
        Block->succ_size() != Other->succ_size())
      return false;
  return true;
}

/// A state that only grows at the heads of loops. After a join a key may be
/// unknown, and a kill no longer certain: so steps are not monotone, and
/// without this a driver that joins anew at each visit may go in circles.
struct GrowingState : State {
  bool operator==(const GrowingState &) const = default;
  dataflow::LatticeJoinEffect widen(const GrowingState &Previous) {
    GrowingState Grown = Previous;
    const dataflow::LatticeJoinEffect Effect = Grown.join(*this);
    *this = std::move(Grown);
    return Effect;
  }
};

/// Runs our events under the framework's driver.
class EventAnalysis
    : public dataflow::DataflowAnalysis<EventAnalysis, GrowingState> {
public:
  EventAnalysis(ASTContext &Context, FunctionAnalysis &Steps, const Body &B,
                const CFG &Graph)
      : DataflowAnalysis(Context, {/*BuiltinOpts=*/std::nullopt}), Steps(Steps),
        B(B) {
    for (const CFGBlock *Block : Graph) {
      unsigned Index = 0;
      for (const CFGElement &Element : *Block)
        Positions[&Element] = {Block, Index++};
      if (const Stmt *Condition = Block->getTerminatorCondition(false))
        Branches[Condition] = Block;
    }
  }

  static GrowingState initialElement() { return {}; }

  void transfer(const CFGElement &Element, GrowingState &S,
                dataflow::Environment &) {
    const auto [Block, Index] = Positions.at(&Element);
    Steps.transfer(B.events(*Block, Index), S, /*Record=*/false);
    if (Index + 1 == Block->size())
      Steps.transfer(B.events(*Block, Block->size()), S, /*Record=*/false);
  }

  /// What the condition says on this branch.
  void transferBranch(bool Branch, const Stmt *Condition, GrowingState &S,
                      dataflow::Environment &) {
    if (auto It = Branches.find(Condition); It != Branches.end())
      Steps.transfer(B.edgeEvents(*It->second, Branch ? 0 : 1), S,
                     /*Record=*/false);
  }

  /// The block that starts with the element, or null.
  const CFGBlock *startedBy(const CFGElement &Element) const {
    const auto [Block, Index] = Positions.at(&Element);
    return Index == 0 ? Block : nullptr;
  }

private:
  FunctionAnalysis &Steps;
  const Body &B;
  std::map<const CFGElement *, std::pair<const CFGBlock *, unsigned>> Positions;
  std::map<const Stmt *, const CFGBlock *> Branches;
};

/// The states at the starts of blocks that hold something, by number.
std::map<unsigned, State> fixedPoint(const dataflow::AdornedCFG &Graph,
                                     EventAnalysis &Analysis) {
  std::map<unsigned, State> Entries;
  dataflow::DataflowAnalysisContext Context(std::make_unique<IdleSolver>());
  const dataflow::Environment Idle(Context);
  dataflow::CFGEltCallbacks<EventAnalysis> Callbacks;
  Callbacks.Before =
      [&](const CFGElement &Element,
          const dataflow::DataflowAnalysisState<GrowingState> &At) {
        if (const CFGBlock *Block = Analysis.startedBy(Element))
          Entries[Block->getBlockID()] = At.Lattice;
      };
  auto States = runDataflowAnalysis(Graph, Analysis, Idle, Callbacks);
  EXPECT_TRUE(bool(States)) << llvm::toString(States.takeError());
  return Entries;
}

Verdict verdictOfFramework(Snippet &S, const FunctionDecl &Function) {
  const Engine::Options Opts = Snippet::unhurried();
  EXPECT_EQ(Opts.Wanted, std::nullopt); // Both checks' findings are compared.
  FunctionAnalysis Steps(S.context(), S.effects(), Opts);
  llvm::Expected<dataflow::AdornedCFG> Graph =
      dataflow::AdornedCFG::build(Function);
  if (!Graph) {
    ADD_FAILURE() << llvm::toString(Graph.takeError());
    return {};
  }
  const Body &B = *Steps.bodyOf(Function, frameworkGraph(Function));
  EXPECT_TRUE(haveSameShape(B.graph(), Graph->getCFG()));
  EventAnalysis Analysis(S.context(), Steps, B, Graph->getCFG());
  std::map<unsigned, State> Entries = fixedPoint(*Graph, Analysis);
  PostOrderCFGView Order(&B.graph());
  for (const CFGBlock *Block : Order)
    if (auto In = Entries.find(Block->getBlockID()); In != Entries.end())
      Steps.transfer(B.events(*Block), In->second, /*Record=*/true);
  return Steps.takeVerdict();
}

/// Where each finding is used, and what is said of the way there.
std::vector<std::string> pathsIn(const Snippet &S, const Verdict &V) {
  const SourceManager &Sources = S.context().getSourceManager();
  std::vector<std::string> Paths;
  for (const Finding &F : V.Findings) {
    std::string Path = F.Loc.printToString(Sources) + ": " + F.Message;
    for (const FindingStep &Step : F.Path)
      Path += "\n  " + Step.Loc.printToString(Sources) + ": " + Step.Text;
    Paths.push_back(Path);
  }
  return Paths;
}

class DataflowAgreement : public testing::TestWithParam<AgreementSnippet> {};

} // namespace

TEST_P(DataflowAgreement, Holds) {
  Snippet S(GetParam().Code);
  const FunctionDecl &Function = S.function("f");
  ASSERT_TRUE(CallGraph(S.effects()).mayTakeAndKill(Function, std::nullopt));
  // The framework's graph has no paths to judge.
  Engine::Options Opts = Snippet::unhurried();
  Opts.Limits.SolverSteps = 0;
  const Verdict Ours = S.analyze(Opts);
  const Verdict Theirs = verdictOfFramework(S, Function);
  EXPECT_EQ(Ours.Exceeded, "");
  EXPECT_EQ(S.linesOf(Ours), S.expectedLines());
  EXPECT_EQ(pathsIn(S, Theirs), pathsIn(S, Ours));
}

namespace {

/// How a generated function begins, may go on, and ends.
struct Phrases {
  const char *Open;
  std::vector<const char *> Simple;
  const char *Close;
};

/// Elements that are erased.
const Phrases OfMaps = {"void f(Map &m, Map &n, int j, int k) {\n"
                        "  int *p = &m[j];\n  int *q = &n[k];\n"
                        "  auto it = m.begin();\n",
                        {"p = &m[j];",
                         "p = &m[k];",
                         "q = &m[j];",
                         "q = p;",
                         "use(*p);",
                         "use(*q);",
                         "m.erase(j);",
                         "m.erase(k);",
                         "n.erase(k);",
                         "m.swap(n);",
                         "k = j;",
                         "++j;",
                         "m.erase(it);",
                         "it = m.begin();",
                         "use(it->second);",
                         "it = m.erase(it);",
                         "++it;",
                         "n = std::move(m);",
                         "it = m.find(k);",
                         "m.clear();",
                         "p = &it->second;"},
                        "  use(*p); use(*q); use(it->second); m.clear();\n}\n"};

/// The same, and elements that a rehash moves.
const Phrases OfTables = {
    "void f(Table &h, int j, int k) {\n"
    "  auto it = h.begin();\n  auto at = h.find(k);\n"
    "  int *p = &h[j];\n",
    {"h[j] = 1;",
     "h[k] = 2;",
     "h.erase(k);",
     "h.erase(j);",
     "h.clear();",
     "h.reserve(2);",
     "h.rehash(1);",
     "h.reserve(k);",
     "it = h.find(j);",
     "at = h.find(k);",
     "at = it;",
     "use(it->second);",
     "use(at->second);",
     "use(*p);",
     "p = &it->second;",
     "p = &h[k];",
     "k = j;",
     "++j;",
     "++it;",
     "if (at != h.end()) h[k] = 3;",
     "if (h.contains(j)) h[j] = 4;",
     "if (it == h.end()) return;",
     "if (h.count(k) > 0) use(h[k]);"},
    "  use(*p); use(it->second); use(at->second); h.clear();\n}\n"};

/// Writes functions of random statements, the same ones in every run.
class ProgramGenerator {
public:
  explicit ProgramGenerator(const Phrases &Words) : Words(Words) {}

  std::string next() {
    Text = Words.Open;
    statements(2 + below(4), 0);
    return Text + Words.Close;
  }

private:
  // A distribution of the library would not be the same everywhere.
  unsigned below(unsigned Limit) {
    return static_cast<unsigned>(Random() % Limit);
  }

  void statements(unsigned Count, unsigned Loops) {
    for (; Count; --Count)
      statement(Loops);
  }

  void statement(unsigned Loops) {
    const bool IsDeep = Depth == 3 || Text.size() > 600;
    switch (IsDeep ? 9 : below(10)) {
    case 0:
      return nest("if (flag()) {\n", Loops, "} else {\n");
    case 1:
      return nest("while (flag()) {\n", Loops + 1, nullptr);
    case 2:
      return nest("do {\n", Loops + 1, nullptr, "} while (flag());\n");
    case 3:
      Text += Loops ? "if (flag()) break;\n" : "if (flag()) return;\n";
      return;
    case 4:
      Text += Loops ? "if (flag()) continue;\n" : "use(*p);\n";
      return;
    default:
      Text += Words.Simple[below(Words.Simple.size())];
      Text += '\n';
    }
  }

  void nest(const char *Open, unsigned Loops, const char *Else,
            const char *Close = "}\n") {
    ++Depth;
    Text += Open;
    statements(1 + below(3), Loops);
    if (Else) {
      Text += Else;
      statements(1 + below(3), Loops);
    }
    Text += Close;
    --Depth;
  }

  const Phrases &Words;
  std::mt19937 Random{20240229};
  std::string Text;
  unsigned Depth = 0;
};

void agreeOn(const Phrases &Words) {
  ProgramGenerator Programs(Words);
  size_t NumFindings = 0;
  size_t NumExceeded = 0;
  std::string Disagreed;
  unsigned NumDisagreed = 0;
  for (unsigned I = 0; I < 300; ++I) {
    const std::string Code = Programs.next();
    Snippet S(Code);
    // The framework's graph has no paths to judge.
    Engine::Options Opts = Snippet::unhurried();
    Opts.Limits.SolverSteps = 0;
    const Verdict Ours = S.analyze(Opts);
    NumFindings += Ours.Findings.size();
    if (!Ours.Exceeded.empty()) {
      ++NumExceeded;
      continue;
    }
    if (pathsIn(S, verdictOfFramework(S, S.function("f"))) == pathsIn(S, Ours))
      continue;
    ++NumDisagreed;
    Disagreed += Code;
  }
  // Where a key changes in a loop, the engine may keep from the first turn what
  // a join anew finds uncertain.
  EXPECT_LE(NumDisagreed, 3u) << Disagreed;
  // Else nothing was compared.
  EXPECT_GT(NumFindings, 100u);
  EXPECT_LT(NumExceeded, 30u);
}

} // namespace

TEST(DataflowAgreementOfGenerated, HoldsForMaps) { agreeOn(OfMaps); }

TEST(DataflowAgreementOfGenerated, HoldsForTables) { agreeOn(OfTables); }

INSTANTIATE_TEST_SUITE_P(Snippets, DataflowAgreement,
                         testing::ValuesIn(agreementSnippets()),
                         [](const auto &Info) { return Info.param.Name; });

INSTANTIATE_TEST_SUITE_P(Growth, DataflowAgreement,
                         testing::ValuesIn(growthSnippets()),
                         [](const auto &Info) { return Info.param.Name; });
