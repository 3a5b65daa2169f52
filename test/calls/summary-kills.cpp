// RUN: %explain --summaries %s -- -std=c++20 | FileCheck %s --match-full-lines
// Which elements of a container of the caller's a function kills, and on which calls.
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

struct Entry {
  int hits;
  std::string name;
  bool old;
};
using Map = std::map<int, Entry>;
using Names = std::map<std::string, Entry>;
void log(int);

// ===-- By key --------------------------------------------------------------===

// CHECK: byKey(Map &, int) use #0; kill ref,iter #0[#1]
void byKey(Map &m, int k) { m.erase(k); }
// CHECK-NEXT: byCopyOfKey(Map &, int) use #0; kill ref,iter #0[#1]
void byCopyOfKey(Map &m, int k) {
  const int copy = k;
  m.erase(copy);
}
// The caller's value is not the one that is erased.
// CHECK-NEXT: byChangedKey(Map &, int) use #0; kill ref,iter #0[?]
void byChangedKey(Map &m, int k) {
  ++k;
  m.erase(k);
}
// CHECK-NEXT: bySum(Map &, int) use #0; kill ref,iter #0[?]
void bySum(Map &m, int k) { m.erase(k + 1); }
// CHECK-NEXT: byReference(Names &, const std::string &) use #0; use #1; kill ref,iter #0[#1]
void byReference(Names &m, const std::string &k) { m.erase(k); }
// CHECK-NEXT: byCopyOfReference(Names &, const std::string &) use #1; use #0; kill ref,iter #0[#1]
void byCopyOfReference(Names &m, const std::string &k) {
  std::string copy = k;
  m.erase(copy);
}
// Equal keys convert to equal keys.
// CHECK-NEXT: byView(Names &, std::string_view) use #1; use #0; kill ref,iter #0[#1]
void byView(Names &m, std::string_view k) { m.erase(std::string(k)); }
// CHECK-NEXT: byNumber(Map &) use #0; kill ref,iter #0[0]
void byNumber(Map &m) { m.erase(0); }
// CHECK-NEXT: byLiteral(Names &) use #0; kill ref,iter #0["main"]
void byLiteral(Names &m) { m.erase("main"); }
// CHECK-NEXT: byMember(Map &, const Entry &) use #0; use #1; kill ref,iter #0[#1.hits]
void byMember(Map &m, const Entry &e) { m.erase(e.hits); }
// CHECK-NEXT: byMemberThroughPointer(Map &, const Entry *) use #0; use #1; kill ref,iter #0[(*#1).hits]
void byMemberThroughPointer(Map &m, const Entry *e) { m.erase(e->hits); }
// CHECK-NEXT: bySetKey(std::set<std::string> &, const std::string &) use #0; use #1; kill ref,iter #0[#1]
void bySetKey(std::set<std::string> &s, const std::string &k) { s.erase(k); }
// CHECK-NEXT: byEachKey(std::multimap<int, Entry> &, int) use #0; kill ref,iter #0[#1]
void byEachKey(std::multimap<int, Entry> &m, int k) { m.erase(k); }

// ===-- By handle -----------------------------------------------------------===

// CHECK-NEXT: byIterator(Map &, Map::iterator) use #0; use #1; kill ref,iter #0[at #1]
void byIterator(Map &m, Map::iterator it) { m.erase(it); }
// CHECK-NEXT: byIteratorReference(Map &, Map::iterator &) use #1; use #0; kill ref,iter #0[at #1]
void byIteratorReference(Map &m, Map::iterator &it) { m.erase(it); }
// What was looked for has the key that it was looked for with.
// CHECK-NEXT: byFoundIterator(Map &, int) use #0; kill ref,iter #0[#1]
void byFoundIterator(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it);
}
// CHECK-NEXT: byFoundIteratorIfThere(Map &, int) use #0; kill ref,iter #0[#1]
void byFoundIteratorIfThere(Map &m, int k) {
  auto it = m.find(k);
  if (it != m.end()) m.erase(it);
}
// CHECK-NEXT: byFoundIteratorOrReturn(Map &, int) use #0; kill ref,iter #0[#1]
void byFoundIteratorOrReturn(Map &m, int k) {
  auto it = m.find(k);
  if (it == m.end()) return;
  m.erase(it);
}
// CHECK-NEXT: byFoundIteratorOrThrow(Map &, int) use #0; kill ref,iter #0[#1]
void byFoundIteratorOrThrow(Map &m, int k) {
  auto it = m.find(k);
  if (it == m.end()) throw 1;
  m.erase(it);
}

// ===-- All, some -----------------------------------------------------------===

// CHECK-NEXT: all(Map &) use #0; kill ref,iter #0[*]
void all(Map &m) { m.clear(); }
// CHECK-NEXT: allByRange(Map &) use #0; kill ref,iter #0[*]
void allByRange(Map &m) { m.erase(m.begin(), m.end()); }
// CHECK-NEXT: allAssigned(Map &) use #0; overwrite #0
void allAssigned(Map &m) { m = {}; }
// CHECK-NEXT: first(Map &) use #0; kill ref,iter #0[begin]
void first(Map &m) { m.erase(m.begin()); }
// CHECK-NEXT: last(Map &) use #0; kill ref,iter #0[?]
void last(Map &m) { m.erase(std::prev(m.end())); }
// A loop may come to each element: the one that a caller holds may be it.
// CHECK-NEXT: sweep(Map &) use #0; kill ref,iter #0[*] if ?
void sweep(Map &m) {
  for (auto it = m.begin(); it != m.end();) {
    if (it->second.old)
      it = m.erase(it);
    else
      ++it;
  }
}
// CHECK-NEXT: drain(Map &) use #0; kill ref,iter #0[*] if ?
void drain(Map &m) {
  while (!m.empty()) m.erase(m.begin());
}
// CHECK-NEXT: eachKey(Map &, const std::vector<int> &) use #0; kill ref,iter #0[?]
void eachKey(Map &m, const std::vector<int> &keys) {
  for (int k : keys) m.erase(k);
}

// ===-- On a condition ------------------------------------------------------===

// CHECK-NEXT: ifParameter(Map &, int, _Bool) use #0; kill ref,iter #0[#1] if #2
void ifParameter(Map &m, int k, bool b) {
  if (b) m.erase(k);
}
// CHECK-NEXT: ifNotParameter(Map &, int, _Bool) use #0; kill ref,iter #0[#1] if !#2
void ifNotParameter(Map &m, int k, bool b) {
  if (!b) m.erase(k);
}
// CHECK-NEXT: ifElse(Map &, int, _Bool) use #0; kill ref,iter #0[#1] if !#2
void ifElse(Map &m, int k, bool b) {
  if (b)
    log(k);
  else
    m.erase(k);
}
// CHECK-NEXT: ifNotReturned(Map &, int, _Bool) use #0; kill ref,iter #0[#1] if !#2
void ifNotReturned(Map &m, int k, bool b) {
  if (b) return;
  m.erase(k);
}
// CHECK-NEXT: ifThere(Map *, int) use #0; kill ref,iter (*#0)[#1] if #0
void ifThere(Map *m, int k) {
  if (m) m->erase(k);
}
// CHECK-NEXT: ifThereEarly(Map *, int) use #0; kill ref,iter (*#0)[#1] if #0
void ifThereEarly(Map *m, int k) {
  if (!m) return;
  m->erase(k);
}
// CHECK-NEXT: ifNull(Map &, int, int *) use #0; kill ref,iter #0[#1] if !#2
void ifNull(Map &m, int k, int *p) {
  if (p == nullptr) m.erase(k);
}
// CHECK-NEXT: ifNotNull(Map &, int, int *) use #0; kill ref,iter #0[#1] if #2
void ifNotNull(Map &m, int k, int *p) {
  if (p != nullptr) m.erase(k);
}
// CHECK-NEXT: inBothCases(Map &, int, _Bool) use #0; kill ref,iter #0[#1]
void inBothCases(Map &m, int k, bool b) {
  if (b)
    m.erase(k);
  else
    m.erase(k);
}
// CHECK-NEXT: ifBoth(Map &, int, _Bool, _Bool) use #0; kill ref,iter #0[#1] if ?
void ifBoth(Map &m, int k, bool a, bool b) {
  if (a && b) m.erase(k);
}
// CHECK-NEXT: ifInner(Map &, int, _Bool, _Bool) use #0; kill ref,iter #0[#1] if ?
void ifInner(Map &m, int k, bool a, bool b) {
  if (a) {
    if (b) m.erase(k);
  }
}
// CHECK-NEXT: ifNumber(Map &, int, int) use #0; kill ref,iter #0[#1] if ?
void ifNumber(Map &m, int k, int n) {
  if (n > 3) m.erase(k);
}
// A condition before is none of the kill; nor is a call that may throw.
// CHECK-NEXT: afterCondition(Map &, int, _Bool) use #0; kill ref,iter #0[#1]
void afterCondition(Map &m, int k, bool b) {
  if (b) log(k);
  m.erase(k);
}
// CHECK-NEXT: conditionAfterCall(Map &, int, _Bool, _Bool) use #0; kill ref,iter #0[#1] if #3
void conditionAfterCall(Map &m, int k, bool a, bool b) {
  if (a) log(k);
  if (b) m.erase(k);
}
// CHECK-NEXT: unlessThrown(Map &, int) use #0; kill ref,iter #0[#1]
void unlessThrown(Map &m, int k) {
  if (k < 0) throw 1;
  m.erase(k);
}
// CHECK-NEXT: orThrown(Map &, int, _Bool) use #0; kill ref,iter #0[#1]
void orThrown(Map &m, int k, bool b) {
  if (!b) throw 1;
  log(k);
  m.erase(k);
}

// ===-- By what is returned -------------------------------------------------===

// CHECK-NEXT: trueIfErased(Map &, int) use #0; kill ref,iter #0[#1] if result
bool trueIfErased(Map &m, int k) {
  auto it = m.find(k);
  if (it == m.end()) return false;
  m.erase(it);
  return true;
}
// CHECK-NEXT: falseIfErased(Map &, int) use #0; kill ref,iter #0[#1] if !result
bool falseIfErased(Map &m, int k) {
  if (m.size() < 10) return true;
  m.erase(k);
  return false;
}
// CHECK-NEXT: alwaysTrue(Map &, int) use #0; kill ref,iter #0[#1]
bool alwaysTrue(Map &m, int k) {
  m.erase(k);
  return true;
}
// CHECK-NEXT: bothTell(Map &, int, _Bool) use #0; kill ref,iter #0[#1] if #2 and result
bool bothTell(Map &m, int k, bool b) {
  if (!b) return false;
  m.erase(k);
  return true;
}

// ===-- In other statements -------------------------------------------------===

// CHECK-NEXT: inTry(Map &, int) use #0; kill ref,iter #0[#1]
void inTry(Map &m, int k) {
  try {
    m.erase(k);
  } catch (...) { log(1); }
}
// CHECK-NEXT: inDoWhile(Map &, int) use #0; kill ref,iter #0[#1]
void inDoWhile(Map &m, int k) {
  do { m.erase(k); } while (m.count(k));
}
// CHECK-NEXT: inSwitch(Map &, int, int) use #0; kill ref,iter #0[*] if ?; kill ref,iter #0[#1] if ?
void inSwitch(Map &m, int k, int op) {
  switch (op) {
  case 0: m.erase(k); break;
  case 1: m.clear(); break;
  default: log(1);
  }
}
// CHECK-NEXT: inCondition(Map &, int) use #0; kill ref,iter #0[#1]
void inCondition(Map &m, int k) {
  if (m.erase(k)) log(1);
}
// CHECK-NEXT: inArgument(Map &, int) use #0; kill ref,iter #0[#1]
void inArgument(Map &m, int k) { log(m.erase(k)); }
// CHECK-NEXT: inComma(Map &, int) use #0; kill ref,iter #0[#1]
void inComma(Map &m, int k) { (void)(m.erase(k), k); }

// ===-- In which order ------------------------------------------------------===

// CHECK-NEXT: range(Map &, Map::iterator, Map::iterator) use #0; use #1; use #2; kill ref,iter #0[from #1 to #2]
void range(Map &m, Map::iterator from, Map::iterator to) { m.erase(from, to); }
// The iterator is the caller's until the kill.
// CHECK-NEXT: atAndAdvance(Map &, Map::iterator &) use #1; use #0; kill ref,iter #0[at #1]; #1 -> iter #0[?]
void atAndAdvance(Map &m, Map::iterator &it) { it = m.erase(it); }
// CHECK-NEXT: byKeyChangedLater(Map &, int) use #0; kill ref,iter #0[#1]
void byKeyChangedLater(Map &m, int k) {
  m.erase(k);
  ++k;
}
// What is read after a kill stands after it.
// CHECK-NEXT: readAfter(Map &, Entry &, int) use #0; use #1; kill ref,iter #0[#2]; use #1
void readAfter(Map &m, Entry &e, int k) {
  m.erase(k);
  log(e.hits);
}
// CHECK-NEXT: readBefore(Map &, Entry &, int) use #1; use #0; kill ref,iter #0[#2]
void readBefore(Map &m, Entry &e, int k) {
  log(e.hits);
  m.erase(k);
}
// CHECK-NEXT: readInstead(Map &, Entry &, int, _Bool) use #0; use #1; kill ref,iter #0[#2] if #3
void readInstead(Map &m, Entry &e, int k, bool b) {
  if (b)
    m.erase(k);
  else
    log(e.hits);
}

// ===-- What a callee returned ----------------------------------------------===

// CHECK-NEXT: handedOn(Map &, int) use #0; kill ref,iter #0[#1] if result
bool handedOn(Map &m, int k) { return trueIfErased(m, k); }
// CHECK-NEXT: handedOnNegated(Map &, int) use #0; kill ref,iter #0[#1] if !result
bool handedOnNegated(Map &m, int k) { return !trueIfErased(m, k); }
// CHECK-NEXT: zeroIfErased(Map &, int) use #0; kill ref,iter #0[#1] if !result
int zeroIfErased(Map &m, int k) {
  if (m.empty()) return -1;
  m.erase(k);
  return 0;
}
// The parameter is not what the caller passed.
// CHECK-NEXT: ifChangedParameter(Map &, int, _Bool) use #0; kill ref,iter #0[#1] if ?
void ifChangedParameter(Map &m, int k, bool b) {
  b = !b;
  if (b) m.erase(k);
}
// CHECK-NOT: {{.+}}
