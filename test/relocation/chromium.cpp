// RUN: %marks
// Chromium's base/containers.
#include "Inputs/chromium.h"
#include <utility>

void use(int);

struct IsZero {
  bool operator()(const std::pair<const int, int> &) const;
};

void eraseIf_bad(base::flat_map<int, int> &m, int k) {
  int &r = m[k];
  base::EraseIf(m, IsZero());
  use(r); // DEAD
}

void flatMapInsertReference_bad(base::flat_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void flatMapInsertPointer_bad(base::flat_map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p); // DEAD
}

void flatMapInsertIterator_bad(base::flat_map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void flatMapInsertSameKey_ok(base::flat_map<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void flatMapEraseReference_bad(base::flat_map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void flatMapEraseOther_bad(base::flat_map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r); // DEAD
}

void flatMapEraseIterator_bad(base::flat_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void flatMapEraseLoop_ok(base::flat_map<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    it = m.erase(it);
  }
}

void flatMapClear_bad(base::flat_map<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void flatMapReserveReference_bad(base::flat_map<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r); // DEAD
}

void flatMapReserveIterator_bad(base::flat_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void flatMapReserveFirst_bad() {
  base::flat_map<int, int> m;
  m.reserve(100);
  int &r = m[1];
  m[2] = 1;
  use(r); // DEAD
}

void flatMapMoveReference_bad(base::flat_map<int, int> &m, int a) {
  int &r = m[a];
  base::flat_map<int, int> n(std::move(m));
  use(r); // DEAD
}

void flatMapMoveIterator_bad(base::flat_map<int, int> &m, int a) {
  auto it = m.find(a);
  base::flat_map<int, int> n(std::move(m));
  use(it->second); // DEAD
}

void flatSetInsertReference_bad(base::flat_set<int> &m, int a, int b) {
  const int &r = *m.find(a);
  m.insert(b);
  use(r); // DEAD
}

void flatSetInsertIterator_bad(base::flat_set<int> &m, int a, int b) {
  auto it = m.find(a);
  m.emplace(b);
  use(*it); // DEAD
}

void flatSetEraseReference_bad(base::flat_set<int> &m, int a) {
  const int &r = *m.find(a);
  m.erase(a);
  use(r); // ERASED
}

void flatSetEraseOther_bad(base::flat_set<int> &m) {
  const int &r = *m.find(1);
  m.erase(2);
  use(r); // DEAD
}

void flatSetReserveReference_bad(base::flat_set<int> &m, int a) {
  const int &r = *m.find(a);
  m.reserve(100);
  use(r); // DEAD
}

void flatSetReserveIterator_bad(base::flat_set<int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(*it); // DEAD
}

void smallMapInsertReference_bad(base::small_map<std::map<int, int>> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void smallMapInsertIterator_bad(base::small_map<std::map<int, int>> &m, int a, int b) {
  auto it = m.find(a);
  m.insert({b, 1});
  use(it->second); // DEAD
}

void smallMapInsertReference2_bad(base::small_map<std::map<int, int>> &m, int a, int b) {
  int &r = m[a];
  m.emplace(b, 1);
  use(r); // DEAD
}

void smallMapInsertSameKey_ok(base::small_map<std::map<int, int>> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void smallMapEraseReference_bad(base::small_map<std::map<int, int>> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

// One other element moves, and nobody knows which.
void FN_smallMapEraseOther(base::small_map<std::map<int, int>> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void smallMapEraseIterator_bad(base::small_map<std::map<int, int>> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void smallMapEraseLoop_ok(base::small_map<std::map<int, int>> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    it = m.erase(it);
  }
}

void smallMapClear_bad(base::small_map<std::map<int, int>> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}
