//===- AgreementSnippets.cpp - Functions without exceptions ---------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AgreementSnippets.h"

using namespace tombstone;

// clang-format off
std::vector<AgreementSnippet> tombstone::agreementSnippets() {
  return {
      {"straight", R"cpp(
int f(Map &m, int k) {
  int &r = m[k];
  m.erase(k);
  return r; // dead
}
)cpp"},
      {"straightOk", R"cpp(
int f(Map &m, int k) {
  int &r = m[k];
  int copy = r;
  m.erase(k);
  return copy;
}
)cpp"},
      {"branch", R"cpp(
int f(Map &m, int k) {
  int &r = m[k];
  if (flag())
    m.erase(k);
  return r; // dead
}
)cpp"},
      {"bothBranches", R"cpp(
int f(Map &m, int k) {
  int *p = &m[k];
  if (flag())
    m.erase(k);
  else
    m.clear();
  return *p; // dead
}
)cpp"},
      {"branchTakesAgain", R"cpp(
int f(Map &m, int k) {
  int *p = &m[k];
  if (flag()) {
    m.erase(k);
    p = &m[k];
  }
  return *p;
}
)cpp"},
      {"earlyReturn", R"cpp(
int f(Map &m, int k) {
  int &r = m[k];
  if (flag()) {
    m.erase(k);
    return 0;
  }
  return r;
}
)cpp"},
      {"shortCircuit", R"cpp(
int f(Map &m, int k) {
  auto it = m.find(k);
  if (flag() && m.erase(k) != 0)
    return it->second; // dead
  return 0;
}
)cpp"},
      {"conditionalOperator", R"cpp(
int f(Map &m, int k, int j) {
  int &r = flag() ? m[k] : m[j];
  m.clear();
  return r; // dead
}
)cpp"},
      {"conditionalKill", R"cpp(
int f(Map &m, int k) {
  int &r = m[k];
  flag() ? m.erase(k) : m.size();
  return r; // dead
}
)cpp"},
      {"whileLoop", R"cpp(
void f(Map &m, int k) {
  int *p = &m[k];
  while (flag()) {
    use(*p); // dead
    m.erase(k);
  }
}
)cpp"},
      {"whileTakesAgain", R"cpp(
void f(Map &m, int k) {
  while (flag()) {
    int *p = &m[k];
    use(*p);
    m.erase(k);
  }
}
)cpp"},
      {"doLoop", R"cpp(
void f(Map &m, int k) {
  int *p = &m[k];
  do {
    m.erase(k);
  } while (flag());
  use(*p); // dead
}
)cpp"},
      {"forLoop", R"cpp(
void f(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it) // dead
    if (it->second == 0)
      m.erase(it);
}
)cpp"},
      {"forLoopOk", R"cpp(
void f(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (it->second == 0)
      it = m.erase(it);
    else
      ++it;
}
)cpp"},
      {"forLoopPostfix", R"cpp(
void f(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (it->second == 0)
      m.erase(it++);
    else
      ++it;
}
)cpp"},
      {"rangeFor", R"cpp(
void f(Map &m) {
  for (auto &entry : m) // dead
    if (entry.second == 0)
      m.erase(entry.first);
}
)cpp"},
      {"rangeForBreak", R"cpp(
void f(Map &m) {
  for (auto &entry : m)
    if (entry.second == 0) {
      m.erase(entry.first);
      break;
    }
}
)cpp"},
      {"lastOfLoop", R"cpp(
int f(Map &m) {
  int *last = nullptr;
  for (int i = 0; i < 3; ++i) {
    if (last)
      use(*last); // dead
    last = &m[i];
    if (flag())
      m.clear();
  }
  return 0;
}
)cpp"},
      {"nestedLoops", R"cpp(
void f(Map &a, Map &b) {
  for (auto i = a.begin(); i != a.end(); ++i)
    for (auto j = b.begin(); j != b.end(); ++j) // dead
      if (i->second == j->second)
        b.erase(j);
}
)cpp"},
      {"nestedLoopsOuter", R"cpp(
void f(Map &a, Map &b) {
  for (auto i = a.begin(); i != a.end(); ++i) { // dead
    for (auto j = b.begin(); j != b.end(); ++j)
      if (j->second == 0)
        a.clear();
  }
}
)cpp"},
      {"continueSkipsTheKill", R"cpp(
void f(Map &m, int k) {
  int &r = m[k];
  for (int i = 0; i < 3; ++i) {
    if (flag())
      continue;
    m.erase(k);
    return;
  }
  use(r);
}
)cpp"},
      {"continueAfterTheKill", R"cpp(
void f(Map &m, int k) {
  int &r = m[k];
  for (int i = 0; i < 3; ++i) {
    use(r); // dead
    if (flag()) {
      m.erase(k);
      continue;
    }
  }
}
)cpp"},
      {"switchCases", R"cpp(
int f(Map &m, int k) {
  int &r = m[k];
  switch (number()) {
  case 0:
    m.erase(k);
    break;
  case 1:
    m.clear();
    return 0;
  default:
    break;
  }
  return r; // dead
}
)cpp"},
      {"switchFallsThrough", R"cpp(
int f(Map &m, int k) {
  int &r = m[k];
  switch (number()) {
  case 0:
    m.erase(k);
    [[fallthrough]];
  case 1:
    return r; // dead
  default:
    return r;
  }
}
)cpp"},
      {"gotoForward", R"cpp(
int f(Map &m, int k) {
  int &r = m[k];
  if (flag())
    goto done;
  m.erase(k);
  return 0;
done:
  return r;
}
)cpp"},
      {"gotoBack", R"cpp(
void f(Map &m, int k) {
  int *p = &m[k];
again:
  use(*p); // dead
  m.erase(k);
  if (flag())
    goto again;
}
)cpp"},
      {"localContainer", R"cpp(
int f(int k) {
  int *p = nullptr;
  {
    Map m;
    p = &m[k];
  }
  return *p; // dead
}
)cpp"},
      {"localContainerInLoop", R"cpp(
int f(int k) {
  int sum = 0;
  for (int i = 0; i < 3; ++i) {
    Map m;
    int &r = m[k];
    if (flag())
      m.clear();
    else
      sum += r;
  }
  return sum;
}
)cpp"},
      {"swapped", R"cpp(
int f(Map &a, Map &b, int k) {
  int &r = a[k];
  if (flag())
    a.swap(b);
  a.clear();
  return r; // dead
}
)cpp"},
      {"moved", R"cpp(
int f(Map &a, int k) {
  int &r = a[k];
  Map b = std::move(a);
  a.clear();
  use(r);
  b.clear();
  return r; // dead
}
)cpp"},
      {"moveInALoop", R"cpp(
void f(Map &a, Map &b, int k) {
  int *p = &a[k];
  while (flag()) {
    a.swap(b);
    use(*p);
  }
}
)cpp"},
      {"keyChangesInALoop", R"cpp(
void f(Map &m) {
  for (int i = 0; i < 3; ++i) {
    int &r = m[i];
    m.erase(i + 1);
    use(r);
    m.erase(i);
  }
}
)cpp"},
      {"twoContainers", R"cpp(
int f(Map &a, Map &b, int k) {
  int *p = &a[k];
  if (flag())
    p = &b[k];
  a.erase(k);
  return *p; // dead
}
)cpp"},
      {"noreturnCall", R"cpp(
[[noreturn]] void fail();
int f(Map &m, int k) {
  int &r = m[k];
  if (flag()) {
    m.erase(k);
    fail();
  }
  return r;
}
)cpp"},
      {"endlessLoop", R"cpp(
void f(Map &m, int k) {
  int &r = m[k];
  for (;;) {
    use(r); // dead
    if (flag())
      m.erase(k);
  }
}
)cpp"},
      {"nestedElements", R"cpp(
int f(std::map<int, Map> &outer, int k, int j) {
  int &r = outer[k][j];
  while (flag())
    outer.erase(k);
  return r; // dead
}
)cpp"},
      {"twoBugs", R"cpp(
void f(Map &a, Map &b, int k) {
  int &r = a[k];
  int &s = b[k];
  for (int i = 0; i < 2; ++i) {
    a.erase(k);
    b.erase(k);
  }
  use(s); // dead
  use(r); // dead
}
)cpp"},
      {"iteratorStepsInALoop", R"cpp(
void f(Map &m) {
  auto it = m.begin();
  auto before = it;
  while (it != m.end()) {
    before = it;
    ++it;
    if (flag())
      m.erase(before);
    else
      use(before->second);
  }
}
)cpp"},
  };
}
// clang-format on
