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
#include "clang/Analysis/Analyses/PostOrderCFGView.h"
#include "clang/Analysis/CFG.h"
#include "clang/Analysis/FlowSensitive/AdornedCFG.h"
#include "clang/Analysis/FlowSensitive/DataflowAnalysis.h"
#include "gtest/gtest.h"

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

/// Runs our events under the framework's driver.
class EventAnalysis : public dataflow::DataflowAnalysis<EventAnalysis, State> {
public:
  EventAnalysis(ASTContext &Context, FunctionAnalysis &Steps, const Body &B,
                const CFG &Graph)
      : DataflowAnalysis(Context, {/*BuiltinOpts=*/std::nullopt}), Steps(Steps),
        B(B) {
    for (const CFGBlock *Block : Graph) {
      unsigned Index = 0;
      for (const CFGElement &Element : *Block)
        Positions[&Element] = {Block, Index++};
    }
  }

  static State initialElement() { return {}; }

  void transfer(const CFGElement &Element, State &S, dataflow::Environment &) {
    const auto [Block, Index] = Positions.at(&Element);
    Steps.transfer(B.events(*Block, Index), S, /*Record=*/false);
    if (Index + 1 == Block->size())
      Steps.transfer(B.events(*Block, Block->size()), S, /*Record=*/false);
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
};

/// The states at the starts of blocks that hold something, by number.
std::map<unsigned, State> fixedPoint(const dataflow::AdornedCFG &Graph,
                                     EventAnalysis &Analysis) {
  std::map<unsigned, State> Entries;
  dataflow::DataflowAnalysisContext Context(std::make_unique<IdleSolver>());
  const dataflow::Environment Idle(Context);
  dataflow::CFGEltCallbacks<EventAnalysis> Callbacks;
  Callbacks.Before = [&](const CFGElement &Element,
                         const dataflow::DataflowAnalysisState<State> &At) {
    if (const CFGBlock *Block = Analysis.startedBy(Element))
      Entries[Block->getBlockID()] = At.Lattice;
  };
  auto States = runDataflowAnalysis(Graph, Analysis, Idle, Callbacks);
  EXPECT_TRUE(bool(States)) << llvm::toString(States.takeError());
  return Entries;
}

Verdict verdictOfFramework(Snippet &S, const FunctionDecl &Function) {
  const Engine::Options Opts = Snippet::unhurried();
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
  ASSERT_TRUE(mayTakeAndKill(Function, S.effects()));
  const Verdict Ours = S.analyze();
  const Verdict Theirs = verdictOfFramework(S, Function);
  EXPECT_EQ(Ours.Exceeded, "");
  EXPECT_EQ(S.linesOf(Ours), S.expectedLines());
  EXPECT_EQ(pathsIn(S, Theirs), pathsIn(S, Ours));
}

INSTANTIATE_TEST_SUITE_P(Snippets, DataflowAgreement,
                         testing::ValuesIn(agreementSnippets()),
                         [](const auto &Info) { return Info.param.Name; });
