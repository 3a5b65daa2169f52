//===- EscapeTest.cpp - What is dead at a function's end ------------------===//
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
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

Engine::Options withEscapes() {
  Engine::Options Opts = Snippet::unhurried();
  Opts.Escapes = true;
  return Opts;
}

/// What escapes from `f`, in words.
std::vector<std::string> escapes(llvm::StringRef Code,
                                 Engine::Options Opts = withEscapes()) {
  Snippet S(Code);
  const Verdict V = S.analyze(Opts);
  EXPECT_EQ(V.Exceeded, "");
  std::vector<std::string> Words;
  for (const Finding &F : V.Findings)
    if (F.IsEscape)
      Words.push_back(F.Message);
  return Words;
}

constexpr llvm::StringLiteral Returned = R"cpp(
  int *f(Map &m, int k) {
    int *p = &m[k];
    m.erase(k);
    return p;
  })cpp";

TEST(EscapeTest, DeadHandleIsReturned) {
  EXPECT_THAT(escapes(Returned),
              ElementsAre("'p' leaves the function although its element of "
                          "'m' was erased"));
}

TEST(EscapeTest, ReturnIsNoUse) {
  Snippet S(Returned);
  EXPECT_THAT(S.analyze().Findings, IsEmpty());
}

TEST(EscapeTest, KindOfKillIsObeyed) {
  Engine::Options Opts = withEscapes();
  Opts.Wanted = KillKind::Relocate;
  EXPECT_THAT(escapes(Returned, Opts), IsEmpty());
}

// Both handles are of one site; only the second is dead.
TEST(EscapeTest, StoreOfTheDeadHandleIsFound) {
  Snippet S(R"cpp(
    int *f(Map &m, int k) {
      int *p = &m[k];
      if (flag())
        return p;
      m.erase(k);
      return p;
    })cpp");
  const Verdict V = S.analyze(withEscapes());
  ASSERT_EQ(V.Findings.size(), 1u);
  EXPECT_EQ(S.lineOf(V.Findings.front().Loc),
            S.lineOf(V.Findings.front().Path.back().Loc) + 1);
}

TEST(EscapeTest, UseHasTheReport) {
  Snippet S(R"cpp(
    int *f(Map &m, int k) {
      int *p = &m[k];
      m.erase(k);
      *p = 1;
      return p;
    })cpp");
  const Verdict V = S.analyze(withEscapes());
  ASSERT_EQ(V.Findings.size(), 1u);
  EXPECT_FALSE(V.Findings.front().IsEscape);
}

TEST(EscapeTest, RefreshedIsSilent) {
  EXPECT_THAT(escapes(R"cpp(
    int *g;
    void f(Map &m, int k) {
      g = &m[k];
      m.erase(k);
      g = nullptr;
    })cpp"),
              IsEmpty());
}

TEST(EscapeTest, HolderOfAnErasedElementIsSilent) {
  constexpr llvm::StringLiteral Code = R"cpp(
    struct Node { Node *other; };
    void f(std::map<int, Node> &m, int k, int j) {
      m[k].other = &m[j];
      m.%s;
    })cpp";
  EXPECT_THAT(escapes(llvm::StringRef(Code).str().replace(Code.find("%s"), 2,
                                                          "clear()")),
              IsEmpty());
  EXPECT_THAT(escapes(llvm::StringRef(Code).str().replace(Code.find("%s"), 2,
                                                          "erase(j)")),
              IsEmpty());
}

TEST(EscapeTest, BudgetSilences) {
  Engine::Options Opts = withEscapes();
  Opts.Limits.MaxVisits = 1;
  Snippet S(Returned);
  const Verdict V = S.analyze(Opts);
  EXPECT_EQ(V.Exceeded, "MaxVisits");
  EXPECT_THAT(V.Findings, IsEmpty());
}

bool mayEscape(llvm::StringRef Code) {
  Snippet S(Code);
  return mayLetEscape(S.function("f"), S.effects());
}

TEST(EscapeTest, GateOfResults) {
  EXPECT_TRUE(mayEscape("int *f() { return nullptr; }"));
  EXPECT_TRUE(mayEscape("int &f(int &i) { return i; }"));
  EXPECT_TRUE(mayEscape("Map::iterator f(Map &m) { return m.end(); }"));
  EXPECT_TRUE(mayEscape("struct P { int *p; }; P f() { return {}; }"));
  EXPECT_TRUE(mayEscape("auto f(int *p) { return [p] { return *p; }; }"));
  EXPECT_FALSE(mayEscape("int f() { return 1; }"));
  EXPECT_FALSE(mayEscape("Map f() { return {}; }"));
}

TEST(EscapeTest, GateOfStores) {
  EXPECT_TRUE(mayEscape("int *g; void f(int *p) { g = p; }"));
  EXPECT_TRUE(mayEscape("void f(int **out, int *p) { *out = p; }"));
  EXPECT_TRUE(mayEscape("void f(Map::iterator &i, Map &m) { i = m.end(); }"));
  EXPECT_TRUE(mayEscape("struct C { int *p; }; void f(C &c) { c.p = {}; }"));
  EXPECT_FALSE(mayEscape("void f(int *p) { int *q; q = p; }"));
  EXPECT_FALSE(mayEscape("int g; void f(int *p) { g = *p; }"));
}

} // namespace
