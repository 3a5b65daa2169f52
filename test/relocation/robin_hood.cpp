// RUN: %marks
// robin_hood. Which of its names a class has is not seen.
#include "Inputs/robin_hood.h"
#include <utility>

void use(int);

void eraseOtherIterator_bad(robin_hood::unordered_flat_map<int, int> &m) {
  auto it = m.find(1);
  m.erase(2);
  use(it->second); // DEAD
}

// The class is the same for those whose references stay.
void FN_flatMapInsertReference(robin_hood::unordered_flat_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r);
}

// The class is the same for those whose references stay.
void FN_flatMapInsertPointer(robin_hood::unordered_flat_map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p);
}

void flatMapInsertIterator_bad(robin_hood::unordered_flat_map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void flatMapInsertSameKey_ok(robin_hood::unordered_flat_map<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void flatMapEraseReference_bad(robin_hood::unordered_flat_map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

// The class is the same for those whose references stay.
void FN_flatMapEraseOther(robin_hood::unordered_flat_map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void flatMapEraseIterator_bad(robin_hood::unordered_flat_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void flatMapEraseLoop_ok(robin_hood::unordered_flat_map<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    it = m.erase(it);
  }
}

void flatMapClear_bad(robin_hood::unordered_flat_map<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void flatMapReserveIterator_bad(robin_hood::unordered_flat_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void flatMapMoveReference_ok(robin_hood::unordered_flat_map<int, int> &m, int a) {
  int &r = m[a];
  robin_hood::unordered_flat_map<int, int> n(std::move(m));
  use(r);
}

void flatMapMoveIterator_ok(robin_hood::unordered_flat_map<int, int> &m, int a) {
  auto it = m.find(a);
  robin_hood::unordered_flat_map<int, int> n(std::move(m));
  use(it->second);
}

void nodeMapInsertReference_ok(robin_hood::unordered_node_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r);
}

void nodeMapInsertPointer_ok(robin_hood::unordered_node_map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p);
}

void nodeMapInsertIterator_bad(robin_hood::unordered_node_map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void nodeMapInsertSameKey_ok(robin_hood::unordered_node_map<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void nodeMapEraseReference_bad(robin_hood::unordered_node_map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void nodeMapEraseOther_ok(robin_hood::unordered_node_map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void nodeMapEraseIterator_bad(robin_hood::unordered_node_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void nodeMapEraseLoop_ok(robin_hood::unordered_node_map<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    it = m.erase(it);
  }
}

void nodeMapClear_bad(robin_hood::unordered_node_map<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void nodeMapReserveReference_ok(robin_hood::unordered_node_map<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r);
}

void nodeMapReserveIterator_bad(robin_hood::unordered_node_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void nodeMapMoveReference_ok(robin_hood::unordered_node_map<int, int> &m, int a) {
  int &r = m[a];
  robin_hood::unordered_node_map<int, int> n(std::move(m));
  use(r);
}

void nodeMapMoveIterator_ok(robin_hood::unordered_node_map<int, int> &m, int a) {
  auto it = m.find(a);
  robin_hood::unordered_node_map<int, int> n(std::move(m));
  use(it->second);
}

// The class is the same for those whose references stay.
void FN_flatSetInsertReference(robin_hood::unordered_flat_set<int> &m, int a, int b) {
  const int &r = *m.find(a);
  m.insert(b);
  use(r);
}

void flatSetInsertIterator_bad(robin_hood::unordered_flat_set<int> &m, int a, int b) {
  auto it = m.find(a);
  m.emplace(b);
  use(*it); // DEAD
}

void flatSetEraseReference_bad(robin_hood::unordered_flat_set<int> &m, int a) {
  const int &r = *m.find(a);
  m.erase(a);
  use(r); // ERASED
}

// The class is the same for those whose references stay.
void FN_flatSetEraseOther(robin_hood::unordered_flat_set<int> &m) {
  const int &r = *m.find(1);
  m.erase(2);
  use(r);
}

void flatSetReserveIterator_bad(robin_hood::unordered_flat_set<int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(*it); // DEAD
}
