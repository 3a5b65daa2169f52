// RUN: %marks
// Skarupke's hash tables.
#include "Inputs/ska.h"
#include <utility>

void use(int);

void flatMapInsertReference_bad(ska::flat_hash_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void flatMapInsertPointer_bad(ska::flat_hash_map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p); // DEAD
}

void flatMapInsertIterator_bad(ska::flat_hash_map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.insert({b, 1});
  use(it->second); // DEAD
}

void flatMapInsertReference3_bad(ska::flat_hash_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m.insert_or_assign(b, 1);
  use(r); // DEAD
}

void flatMapInsertSameKey_ok(ska::flat_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void flatMapArgument_bad(ska::flat_hash_map<int, int> &m, int a, int b) {
  m.emplace(b, m.at(a)); // DEAD
}

void flatMapEraseReference_bad(ska::flat_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void flatMapEraseOther_bad(ska::flat_hash_map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r); // DEAD
}

void flatMapEraseIterator_bad(ska::flat_hash_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void flatMapEraseLoop_ok(ska::flat_hash_map<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    it = m.erase(it);
  }
}

void flatMapClear_bad(ska::flat_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void flatMapReserveReference_bad(ska::flat_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r); // DEAD
}

void flatMapReserveIterator_bad(ska::flat_hash_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void flatMapReserveFirst_bad() {
  ska::flat_hash_map<int, int> m;
  m.reserve(100);
  int &r = m[1];
  m[2] = 1;
  use(r); // DEAD
}

void flatMapMoveReference_ok(ska::flat_hash_map<int, int> &m, int a) {
  int &r = m[a];
  ska::flat_hash_map<int, int> n(std::move(m));
  use(r);
}

void flatMapMoveIterator_ok(ska::flat_hash_map<int, int> &m, int a) {
  auto it = m.find(a);
  ska::flat_hash_map<int, int> n(std::move(m));
  use(it->second);
}

void bytellMapInsertReference_bad(ska::bytell_hash_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void bytellMapInsertPointer_bad(ska::bytell_hash_map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p); // DEAD
}

void bytellMapInsertIterator_bad(ska::bytell_hash_map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m[b] = 1;
  use(it->second); // DEAD
}

void bytellMapEraseReference_bad(ska::bytell_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void bytellMapEraseOther_bad(ska::bytell_hash_map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r); // DEAD
}

void bytellMapReserveReference_bad(ska::bytell_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r); // DEAD
}

void bytellMapReserveIterator_bad(ska::bytell_hash_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void nodeMapInsertReference_ok(ska::unordered_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r);
}

void nodeMapInsertPointer_ok(ska::unordered_map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p);
}

void nodeMapInsertIterator_bad(ska::unordered_map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.insert({b, 1});
  use(it->second); // DEAD
}

void nodeMapInsertSameKey_ok(ska::unordered_map<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void nodeMapArgument_ok(ska::unordered_map<int, int> &m, int a, int b) {
  m.emplace(b, m.at(a));
}

void nodeMapEraseReference_bad(ska::unordered_map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void nodeMapEraseOther_ok(ska::unordered_map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void nodeMapEraseIterator_bad(ska::unordered_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void nodeMapEraseLoop_ok(ska::unordered_map<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    it = m.erase(it);
  }
}

void nodeMapClear_bad(ska::unordered_map<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void nodeMapReserveReference_ok(ska::unordered_map<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r);
}

void nodeMapReserveIterator_bad(ska::unordered_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void nodeMapMoveReference_ok(ska::unordered_map<int, int> &m, int a) {
  int &r = m[a];
  ska::unordered_map<int, int> n(std::move(m));
  use(r);
}

void nodeMapMoveIterator_ok(ska::unordered_map<int, int> &m, int a) {
  auto it = m.find(a);
  ska::unordered_map<int, int> n(std::move(m));
  use(it->second);
}

void flatSetInsertReference_bad(ska::flat_hash_set<int> &m, int a, int b) {
  const int &r = *m.find(a);
  m.insert(b);
  use(r); // DEAD
}

void flatSetInsertIterator_bad(ska::flat_hash_set<int> &m, int a, int b) {
  auto it = m.find(a);
  m.emplace(b);
  use(*it); // DEAD
}

void flatSetEraseReference_bad(ska::flat_hash_set<int> &m, int a) {
  const int &r = *m.find(a);
  m.erase(a);
  use(r); // ERASED
}

void flatSetEraseOther_bad(ska::flat_hash_set<int> &m) {
  const int &r = *m.find(1);
  m.erase(2);
  use(r); // DEAD
}

void flatSetReserveReference_bad(ska::flat_hash_set<int> &m, int a) {
  const int &r = *m.find(a);
  m.reserve(100);
  use(r); // DEAD
}

void flatSetReserveIterator_bad(ska::flat_hash_set<int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(*it); // DEAD
}

void nodeSetInsertReference_ok(ska::unordered_set<int> &m, int a, int b) {
  const int &r = *m.find(a);
  m.insert(b);
  use(r);
}

void nodeSetInsertIterator_bad(ska::unordered_set<int> &m, int a, int b) {
  auto it = m.find(a);
  m.emplace(b);
  use(*it); // DEAD
}

void nodeSetEraseReference_bad(ska::unordered_set<int> &m, int a) {
  const int &r = *m.find(a);
  m.erase(a);
  use(r); // ERASED
}

void nodeSetEraseOther_ok(ska::unordered_set<int> &m) {
  const int &r = *m.find(1);
  m.erase(2);
  use(r);
}

void nodeSetReserveReference_ok(ska::unordered_set<int> &m, int a) {
  const int &r = *m.find(a);
  m.reserve(100);
  use(r);
}

void nodeSetReserveIterator_bad(ska::unordered_set<int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(*it); // DEAD
}
