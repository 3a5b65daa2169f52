// REQUIRES: abseil
// RUN: %marks
// btree_map and btree_set: "Importantly, insertions and deletions may
// invalidate outstanding iterators, pointers, and references to elements."
#include "absl/container/btree_map.h"
#include "absl/container/btree_set.h"
#include <memory>
#include <string>

using Map = absl::btree_map<int, int>;
using Strings = absl::btree_map<int, std::string>;
using Set = absl::btree_set<int>;

bool isOdd(int);
void use(int);

void insertReference_bad(Map &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void insertPointer_bad(Map &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p); // DEAD
}

void insertIterator_bad(Map &m, int a, int b) {
  auto it = m.lower_bound(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void insertWhileIterating_bad(Map &m) {
  for (auto &[key, value] : m) // DEAD
    m.insert({value, key});
}

void insertSameKey_ok(Map &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void insertFound_ok(Map &m, int a, int b) {
  auto it = m.find(a);
  if (m.contains(b))
    m[b] = 1;
  use(it->second);
}

void insertHint_ok(Map &m, int a) {
  auto it = m.lower_bound(a);
  it = m.insert(it, {a, 1});
  use(it->second);
}

void assignOther_bad(Strings &m, int a, int b) {
  m[a] = m[b]; // DEAD
}

void assignScalar_ok(Map &m, int a, int b) { m[a] = m[b]; }

void argument_bad(Strings &m, int a, int b) {
  m.try_emplace(b, m.at(a)); // DEAD
}

void eraseReference_bad(Map &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void eraseOtherReference_bad(Map &m) {
  int &r = m.at(1);
  m.erase(2);
  use(r); // DEAD
}

void eraseOtherPointer_bad(Map &m) {
  int *p = &m.at(1);
  m.erase(2);
  use(*p); // DEAD
}

void eraseOtherIterator_bad(Map &m) {
  auto it = m.find(1);
  m.erase(2);
  use(it->second); // DEAD
}

void eraseLoop_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (isOdd(it->second))
      it = m.erase(it);
    else
      ++it;
}

// What is good for a std::map is not for this one.
void eraseLoopPostIncrement_bad(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (isOdd(it->second)) // DEAD
      m.erase(it++);
    else
      ++it;
}

void eraseThenLeave_ok(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it)
    if (isOdd(it->second)) {
      m.erase(it);
      break;
    }
}

void clear_bad(Map &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void extract_bad(Map &m) {
  int &r = m.at(1);
  auto node = m.extract(2);
  use(r); // DEAD
}

void mergeReference_bad(Map &m, Map &n, int a) {
  int &r = n[a];
  m.merge(n);
  use(r); // DEAD
}

void moveReference_ok(Map &m, int a) {
  int &r = m[a];
  int *p = &r;
  Map n(std::move(m));
  use(r);
  use(*p);
}

void moveIterator_ok(Map &m, int a) {
  auto it = m.find(a);
  Map n(std::move(m));
  use(it->second);
}

void assigned_bad(Map &m, Map &n, int a) {
  auto it = m.find(a);
  m = std::move(n);
  use(it->second); // ERASED
}

// "All iterators and references on the btree_map remain valid".
void swap_ok(Map &m, Map &n, int a) {
  auto it = m.find(a);
  int &r = m.at(a);
  m.swap(n);
  use(it->second);
  use(r);
}

void swapThenInsert_bad(Map &m, Map &n, int a, int b) {
  int &r = m[a];
  swap(m, n);
  n[b] = 1;
  use(r); // DEAD
}

void setInsertReference_bad(Set &s, int a, int b) {
  const int &r = *s.find(a);
  s.insert(b);
  use(r); // DEAD
}

void setInsertIterator_bad(Set &s, int b) {
  auto it = s.begin();
  s.emplace(b);
  use(*it); // DEAD
}

void setPopFront_ok(Set &s) {
  while (!s.empty()) {
    int v = *s.begin();
    s.erase(s.begin());
    use(v);
  }
}

void multiInsert_bad(absl::btree_multimap<int, int> &m, int a, int b) {
  auto it = m.insert({a, 1});
  m.insert({b, 2});
  use(it->second); // DEAD
}

// Where keys may repeat, a key that is there is inserted once more.
void multiInsertSameKey_bad(absl::btree_multimap<int, int> &m, int a) {
  auto it = m.insert({a, 1});
  m.insert({a, 2});
  use(it->second); // DEAD
}

void ownedElsewhere_ok(absl::btree_map<int, std::unique_ptr<int>> &m, int a,
                       int b) {
  int *p = m[a].get();
  m[b] = nullptr;
  use(*p);
}

// A B-tree's nodes stay when the object that holds the root moves.
void innerReference_ok(absl::btree_map<int, Map> &m, int a, int b) {
  int &r = m[a][1];
  m[b][1] = 1;
  use(r);
}

void innerMap_bad(absl::btree_map<int, Map> &m, int a, int b) {
  Map &inner = m[a];
  m[b][1] = 1;
  inner[1] = 1; // DEAD
}
