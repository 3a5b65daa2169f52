//===- EngineTest.cpp - Whole functions -----------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Snippet.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace tombstone;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

namespace {

void expectAsMarked(llvm::StringRef Code) {
  Snippet S(Code);
  const Verdict V = S.analyze();
  EXPECT_EQ(S.linesOf(V), S.expectedLines()) << Code.str();
  EXPECT_EQ(V.Exceeded, "");
}

constexpr llvm::StringLiteral Erased = R"cpp(
  int f(Map &m, int k) {
    int &r = m[k];
    m.erase(k);
    return r; // dead
  })cpp";

/// One handle that may designate one of four elements.
constexpr llvm::StringLiteral ManyLoans = R"cpp(
  int f(Map &m) {
    int *p = &m[0];
    if (flag())
      p = &m[1];
    if (flag())
      p = &m[2];
    if (flag())
      p = &m[3];
    m.clear();
    return *p; // dead
  })cpp";

std::string everythingIn(const Snippet &S, const Verdict &V) {
  std::string Text;
  for (const Finding &F : V.Findings) {
    Text += std::to_string(S.lineOf(F.Loc)) + F.Message + "\n";
    for (const FindingStep &Step : F.Path)
      Text += std::to_string(S.lineOf(Step.Loc)) + Step.Text + "\n";
  }
  return Text;
}

/// Counts what the replay shows.
class Counter : public ReplayObserver {
public:
  void enterBlock(const clang::CFGBlock &, const State &) override { ++Blocks; }
  void afterEvent(const Event &, const State &) override { ++Events; }
  unsigned Blocks = 0;
  unsigned Events = 0;
};

} // namespace

TEST(Engine, FindsAUseAfterErase) { expectAsMarked(Erased); }

TEST(Engine, FindsAUseOnOnePathOfTwo) {
  expectAsMarked(R"cpp(
    int f(Map &m, int k) {
      int &r = m[k];
      if (flag())
        m.erase(k);
      return r; // dead
    })cpp");
}

TEST(Engine, FindsAUseInTheNextTurnOfALoop) {
  expectAsMarked(R"cpp(
    void f(Map &m) {
      for (auto it = m.begin(); it != m.end(); ++it) // dead
        if (flag())
          m.erase(it);
    })cpp");
}

TEST(Engine, IsSilentOnTheLoopThatGoesOnFromWhatEraseReturns) {
  expectAsMarked(R"cpp(
    void f(Map &m) {
      for (auto it = m.begin(); it != m.end();) {
        if (it->second == 0)
          it = m.erase(it);
        else
          ++it;
      }
    })cpp");
}

TEST(Engine, TellsThePathInTheOrderOfExecution) {
  Snippet S(Erased);
  const Verdict V = S.analyze();
  ASSERT_THAT(V.Findings, SizeIs(1));
  ASSERT_THAT(V.Findings.front().Path, SizeIs(2));
  EXPECT_EQ(S.lineOf(V.Findings.front().Path[0].Loc), 3u);
  EXPECT_EQ(S.lineOf(V.Findings.front().Path[1].Loc), 4u);
  EXPECT_EQ(V.Findings.front().Message,
            "'r' is used after its element of 'm' was erased");
}

TEST(Engine, ReportsOneBugOnce) {
  expectAsMarked(R"cpp(
    void f(Map &m, int k) {
      int &r = m[k];
      m.erase(k);
      use(r); // dead
      use(r);
    })cpp");
}

TEST(Engine, ReportsWhatMayBeOnlyIfAsked) {
  constexpr llvm::StringLiteral Code = R"cpp(
    int f(Map &m, int k, int j) {
      int &r = m[k];
      m.erase(j);
      return r; // dead
    })cpp";
  Snippet S(Code);
  EXPECT_THAT(S.analyze().Findings, IsEmpty());
  Engine::Options Opts = Snippet::unhurried();
  Opts.ReportPossible = true;
  const Verdict V = S.analyze(Opts);
  EXPECT_EQ(S.linesOf(V), S.expectedLines());
  ASSERT_THAT(V.Findings, SizeIs(1));
  EXPECT_TRUE(V.Findings.front().IsPossible);
}

TEST(Engine, SortsFindingsBySource) {
  Snippet S(R"cpp(
    void f(Map &a, Map &b, int k) {
      int &r = a[k];
      int &s = b[k];
      b.erase(k);
      a.erase(k);
      use(s); // dead
      use(r); // dead
    })cpp");
  const Verdict V = S.analyze();
  ASSERT_THAT(V.Findings, SizeIs(2));
  EXPECT_LT(V.Findings[0].Loc, V.Findings[1].Loc);
}

//===----------------------------------------------------------------------===//
// The same answer every time
//===----------------------------------------------------------------------===//

TEST(Engine, GivesTheSameVerdictTwice) {
  for (llvm::StringRef Code : {Erased, ManyLoans}) {
    Snippet S(Code);
    const std::string First = everythingIn(S, S.analyze());
    EXPECT_EQ(everythingIn(S, S.analyze()), First);
    Snippet Again(Code);
    EXPECT_EQ(everythingIn(Again, Again.analyze()), First);
    EXPECT_THAT(First, Not(IsEmpty()));
  }
}

TEST(Engine, ShowsEachEventToAnObserver) {
  Snippet S(Erased);
  Counter Seen;
  Engine(S.context(), S.effects(), Snippet::unhurried())
      .analyze(S.function("f"), &Seen);
  EXPECT_GE(Seen.Blocks, 3u);
  EXPECT_GE(Seen.Events, 4u);
}

TEST(Engine, PassesFunctionsByThatKillNothing) {
  Snippet S("int f(Map &m, int k) { int &r = m[k]; return r; }");
  Counter Seen;
  Engine(S.context(), S.effects(), Snippet::unhurried())
      .analyze(S.function("f"), &Seen);
  EXPECT_EQ(Seen.Blocks, 0u);
}

//===----------------------------------------------------------------------===//
// Budgets
//===----------------------------------------------------------------------===//

namespace {

void expectExceeded(llvm::StringRef Code, unsigned Budget::*Limit,
                    unsigned Value, llvm::StringRef Name) {
  Snippet S(Code);
  Engine::Options Opts = Snippet::unhurried();
  EXPECT_EQ(S.analyze(Opts).Exceeded, "");
  Opts.Limits.*Limit = Value;
  const Verdict V = S.analyze(Opts);
  EXPECT_EQ(V.Exceeded, Name.str());
  EXPECT_THAT(V.Findings, IsEmpty());
}

} // namespace

TEST(EngineBudget, OfBlocksIsHeld) {
  expectExceeded(ManyLoans, &Budget::MaxBlocks, 3, "MaxBlocks");
}

TEST(EngineBudget, OfVisitsIsHeld) {
  expectExceeded(ManyLoans, &Budget::MaxVisits, 3, "MaxVisits");
}

TEST(EngineBudget, OfLoansIsHeld) {
  expectExceeded(ManyLoans, &Budget::MaxLoans, 3, "MaxLoans");
}

TEST(EngineBudget, OfStepsIsHeld) {
  expectExceeded(ManyLoans, &Budget::MaxSteps, 3, "MaxSteps");
}

TEST(EngineBudget, OfStepsCountsWhatTheStateKnows) {
  const auto StepsOf = [](llvm::StringRef Before) {
    Snippet S(("int f(Map &m, int k) {\n" + Before +
               "int *p = &m[k];\nm.erase(k);\nreturn *p;\n}")
                  .str());
    return S.analyze().Steps;
  };
  const uint64_t Alone = StepsOf("");
  const uint64_t One = StepsOf("int *a = &m[1];\n") - Alone;
  const uint64_t Two = StepsOf("int *a = &m[1];\nint *b = &m[2];\n") - Alone;
  EXPECT_GT(Alone, 0u);
  EXPECT_GT(Two, 2 * One);
}

TEST(EngineBudget, OfTimeIsHeldIfThereIsOne) {
  std::string Long = "int f(Map &m) {\nint *p = &m[0];\n";
  for (int I = 1; I < 60; ++I)
    Long += "if (flag()) p = &m[" + std::to_string(I) + "];\n";
  Long += "m.clear();\nreturn *p;\n}";
  expectExceeded(Long, &Budget::MaxMilliseconds, 1, "MaxMilliseconds");
}

TEST(EngineBudget, OfDepthLeavesALambdaUnfollowed) {
  Snippet S(R"cpp(
    int f(Map &m, int k) {
      auto inner = [&] { m.erase(k); };
      auto outer = [&] { inner(); };
      int &r = m[k];
      outer();
      return r; // dead
    })cpp");
  Engine::Options Opts = Snippet::unhurried();
  EXPECT_EQ(S.linesOf(S.analyze(Opts)), S.expectedLines());
  Opts.Limits.MaxDepth = 1;
  EXPECT_THAT(S.analyze(Opts).Findings, IsEmpty());
}
