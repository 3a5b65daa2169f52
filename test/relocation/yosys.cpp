// RUN: %marks
// Yosys' hash tables: an iterator is a number, and stays.
#include "Inputs/yosys.h"
#include <utility>

void use(int);

void contained_ok(Yosys::hashlib::dict<int, int> &m, int a, int b) {
  if (m.count(b)) {
    int &r = m[a];
    m[b] = 1;
    use(r);
  }
}

void idict_bad(Yosys::hashlib::idict<int> &d, int k) {
  const int &r = d[0];
  d(k);
  use(r); // DEAD
}

void dictInsertReference_bad(Yosys::hashlib::dict<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void dictInsertPointer_bad(Yosys::hashlib::dict<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.insert({b, 1});
  use(*p); // DEAD
}

void dictInsertIterator_ok(Yosys::hashlib::dict<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.emplace(b, 1);
  use(it->second);
}

void dictInsertSameKey_ok(Yosys::hashlib::dict<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void dictArgument_ok(Yosys::hashlib::dict<int, int> &m, int a, int b) {
  m.emplace(b, m.at(a));
}

void dictEraseReference_bad(Yosys::hashlib::dict<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

// One other element moves, and nobody knows which.
void FN_dictEraseOther(Yosys::hashlib::dict<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void dictEraseIterator_bad(Yosys::hashlib::dict<int, int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void dictEraseLoop_ok(Yosys::hashlib::dict<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    it = m.erase(it);
  }
}

void dictClear_bad(Yosys::hashlib::dict<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void dictReserveReference_bad(Yosys::hashlib::dict<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r); // DEAD
}

void dictReserveIterator_ok(Yosys::hashlib::dict<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second);
}

void dictReserveFirst_ok() {
  Yosys::hashlib::dict<int, int> m;
  m.reserve(100);
  int &r = m[1];
  m[2] = 1;
  use(r);
}

void dictMoveReference_ok(Yosys::hashlib::dict<int, int> &m, int a) {
  int &r = m[a];
  Yosys::hashlib::dict<int, int> n(std::move(m));
  use(r);
}

void dictMoveIterator_bad(Yosys::hashlib::dict<int, int> &m, int a) {
  auto it = m.find(a);
  Yosys::hashlib::dict<int, int> n(std::move(m));
  use(it->second); // DEAD
}

void poolInsertReference_bad(Yosys::hashlib::pool<int> &m, int a, int b) {
  const int &r = *m.find(a);
  m.insert(b);
  use(r); // DEAD
}

void poolInsertIterator_ok(Yosys::hashlib::pool<int> &m, int a, int b) {
  auto it = m.find(a);
  m.insert(b);
  use(*it);
}

void poolEraseReference_bad(Yosys::hashlib::pool<int> &m, int a) {
  const int &r = *m.find(a);
  m.erase(a);
  use(r); // ERASED
}

// One other element moves, and nobody knows which.
void FN_poolEraseOther(Yosys::hashlib::pool<int> &m) {
  const int &r = *m.find(1);
  m.erase(2);
  use(r);
}

void poolEraseIterator_bad(Yosys::hashlib::pool<int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(*it); // ERASED
}

void poolEraseLoop_ok(Yosys::hashlib::pool<int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(*it);
    it = m.erase(it);
  }
}

void poolClear_bad(Yosys::hashlib::pool<int> &m, int a) {
  const int &r = *m.find(a);
  m.clear();
  use(r); // ERASED
}

void poolReserveReference_bad(Yosys::hashlib::pool<int> &m, int a) {
  const int &r = *m.find(a);
  m.reserve(100);
  use(r); // DEAD
}

void poolReserveIterator_ok(Yosys::hashlib::pool<int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(*it);
}

void poolReserveFirst_ok() {
  Yosys::hashlib::pool<int> m;
  m.reserve(100);
  const int &r = *m.find(1);
  m.insert(2);
  use(r);
}

void poolMoveReference_ok(Yosys::hashlib::pool<int> &m, int a) {
  const int &r = *m.find(a);
  Yosys::hashlib::pool<int> n(std::move(m));
  use(r);
}

void poolMoveIterator_bad(Yosys::hashlib::pool<int> &m, int a) {
  auto it = m.find(a);
  Yosys::hashlib::pool<int> n(std::move(m));
  use(*it); // DEAD
}
