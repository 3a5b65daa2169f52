// RUN: %marks
// ankerl::unordered_dense. Which of its names a class has is not seen.
#include "Inputs/ankerl.h"
#include <utility>

void use(int);

void extract_bad(ankerl::unordered_dense::map<int, int> &m, int k) {
  int &r = m[k];
  m.extract(k);
  use(r); // ERASED
}

void replace_bad(ankerl::unordered_dense::map<int, int> &m, int k) {
  int &r = m[k];
  m.replace({});
  use(r); // ERASED
}

void replaceKey_ok(ankerl::unordered_dense::map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.replace_key(it, b);
  use(it->second);
}

// The class is the same for those whose references stay.
void FN_mapInsertReference(ankerl::unordered_dense::map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r);
}

// The class is the same for those whose references stay.
void FN_mapInsertPointer(ankerl::unordered_dense::map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p);
}

void mapInsertIterator_bad(ankerl::unordered_dense::map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void mapInsertSameKey_ok(ankerl::unordered_dense::map<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void mapArgument_ok(ankerl::unordered_dense::map<int, int> &m, int a, int b) {
  m.try_emplace(b, m.at(a));
}

void mapEraseReference_bad(ankerl::unordered_dense::map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

// One other element moves, and nobody knows which.
void FN_mapEraseOther(ankerl::unordered_dense::map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void mapEraseIterator_bad(ankerl::unordered_dense::map<int, int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void mapEraseLoop_ok(ankerl::unordered_dense::map<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    it = m.erase(it);
  }
}

void mapClear_bad(ankerl::unordered_dense::map<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void mapReserveIterator_bad(ankerl::unordered_dense::map<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void mapMoveReference_ok(ankerl::unordered_dense::map<int, int> &m, int a) {
  int &r = m[a];
  ankerl::unordered_dense::map<int, int> n(std::move(m));
  use(r);
}

void mapMoveIterator_ok(ankerl::unordered_dense::map<int, int> &m, int a) {
  auto it = m.find(a);
  ankerl::unordered_dense::map<int, int> n(std::move(m));
  use(it->second);
}

// The class is the same for those whose references stay.
void FN_setInsertReference(ankerl::unordered_dense::set<int> &m, int a, int b) {
  const int &r = *m.find(a);
  m.insert(b);
  use(r);
}

void setInsertIterator_bad(ankerl::unordered_dense::set<int> &m, int a, int b) {
  auto it = m.find(a);
  m.emplace(b);
  use(*it); // DEAD
}

void setEraseReference_bad(ankerl::unordered_dense::set<int> &m, int a) {
  const int &r = *m.find(a);
  m.erase(a);
  use(r); // ERASED
}

// One other element moves, and nobody knows which.
void FN_setEraseOther(ankerl::unordered_dense::set<int> &m) {
  const int &r = *m.find(1);
  m.erase(2);
  use(r);
}

void setReserveIterator_bad(ankerl::unordered_dense::set<int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(*it); // DEAD
}

void segmentedMapInsertReference_ok(ankerl::unordered_dense::segmented_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r);
}

void segmentedMapInsertPointer_ok(ankerl::unordered_dense::segmented_map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p);
}

void segmentedMapInsertIterator_bad(ankerl::unordered_dense::segmented_map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void segmentedMapArgument_ok(ankerl::unordered_dense::segmented_map<int, int> &m, int a, int b) {
  m.try_emplace(b, m.at(a));
}

void segmentedMapEraseReference_bad(ankerl::unordered_dense::segmented_map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

// One other element moves, and nobody knows which.
void FN_segmentedMapEraseOther(ankerl::unordered_dense::segmented_map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void segmentedMapReserveReference_ok(ankerl::unordered_dense::segmented_map<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r);
}

void segmentedMapReserveIterator_bad(ankerl::unordered_dense::segmented_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}
