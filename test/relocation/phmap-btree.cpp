// RUN: %marks
// The B-trees of the parallel hashmap.
#include "Inputs/phmap.h"
#include <utility>

void use(int);

void btreeMapInsertReference_bad(phmap::btree_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void btreeMapInsertPointer_bad(phmap::btree_map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p); // DEAD
}

void btreeMapInsertIterator_bad(phmap::btree_map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void btreeMapInsertSameKey_ok(phmap::btree_map<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void btreeMapEraseReference_bad(phmap::btree_map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void btreeMapEraseOther_bad(phmap::btree_map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r); // DEAD
}

void btreeMapEraseIterator_bad(phmap::btree_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void btreeMapEraseLoop_ok(phmap::btree_map<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    it = m.erase(it);
  }
}

void btreeMapClear_bad(phmap::btree_map<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void btreeMapMoveReference_ok(phmap::btree_map<int, int> &m, int a) {
  int &r = m[a];
  phmap::btree_map<int, int> n(std::move(m));
  use(r);
}

void btreeMapMoveIterator_ok(phmap::btree_map<int, int> &m, int a) {
  auto it = m.find(a);
  phmap::btree_map<int, int> n(std::move(m));
  use(it->second);
}

void btreeSetInsertReference_bad(phmap::btree_set<int> &m, int a, int b) {
  const int &r = *m.find(a);
  m.insert(b);
  use(r); // DEAD
}

void btreeSetInsertIterator_bad(phmap::btree_set<int> &m, int a, int b) {
  auto it = m.find(a);
  m.emplace(b);
  use(*it); // DEAD
}

void btreeSetEraseReference_bad(phmap::btree_set<int> &m, int a) {
  const int &r = *m.find(a);
  m.erase(a);
  use(r); // ERASED
}

void btreeSetEraseOther_bad(phmap::btree_set<int> &m) {
  const int &r = *m.find(1);
  m.erase(2);
  use(r); // DEAD
}
