// RUN: %marks
// EASTL: nodes stay, vectors move, and fixed containers copy.
#include "Inputs/eastl.h"
#include <utility>

void use(int);

void fixedMapMove_ok(eastl::fixed_map<int, int, 8> &m, int k) {
  int &r = m[k];
  eastl::fixed_map<int, int, 8> n(eastl::move(m));
  use(r); // it is copied: the element is where it was
}

void fixedMapSwap_bad(eastl::fixed_map<int, int, 8> &m, eastl::fixed_map<int, int, 8> &n, int k) {
  int &r = m[k];
  m.swap(n);
  use(r); // DEAD
}

void vectorMapAssign_bad(eastl::vector_map<int, std::string> &m) {
  const std::string &r = m[0];
  m[100] = r; // DEAD
}

void mapInsertReference_ok(eastl::map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r);
}

void mapInsertPointer_ok(eastl::map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p);
}

void mapInsertIterator_ok(eastl::map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second);
}

void mapInsertSameKey_ok(eastl::map<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void mapEraseReference_bad(eastl::map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void mapEraseOther_ok(eastl::map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void mapEraseIterator_bad(eastl::map<int, int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void mapEraseLoop_ok(eastl::map<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    it = m.erase(it);
  }
}

void mapClear_bad(eastl::map<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void mapMoveReference_ok(eastl::map<int, int> &m, int a) {
  int &r = m[a];
  eastl::map<int, int> n(std::move(m));
  use(r);
}

void mapMoveIterator_ok(eastl::map<int, int> &m, int a) {
  auto it = m.find(a);
  eastl::map<int, int> n(std::move(m));
  use(it->second);
}

void setInsertReference_ok(eastl::set<int> &m, int a, int b) {
  const int &r = *m.find(a);
  m.insert(b);
  use(r);
}

void setInsertIterator_ok(eastl::set<int> &m, int a, int b) {
  auto it = m.find(a);
  m.emplace(b);
  use(*it);
}

void setEraseReference_bad(eastl::set<int> &m, int a) {
  const int &r = *m.find(a);
  m.erase(a);
  use(r); // ERASED
}

void setEraseOther_ok(eastl::set<int> &m) {
  const int &r = *m.find(1);
  m.erase(2);
  use(r);
}

void hashMapInsertReference_ok(eastl::hash_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r);
}

void hashMapInsertPointer_ok(eastl::hash_map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p);
}

void hashMapInsertIterator_ok(eastl::hash_map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second);
}

void hashMapInsertSameKey_ok(eastl::hash_map<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void hashMapEraseReference_bad(eastl::hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void hashMapEraseOther_ok(eastl::hash_map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void hashMapEraseIterator_bad(eastl::hash_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void hashMapEraseLoop_ok(eastl::hash_map<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    it = m.erase(it);
  }
}

void hashMapClear_bad(eastl::hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void hashMapReserveReference_ok(eastl::hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r);
}

void hashMapReserveIterator_ok(eastl::hash_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second);
}

void hashMapMoveReference_ok(eastl::hash_map<int, int> &m, int a) {
  int &r = m[a];
  eastl::hash_map<int, int> n(std::move(m));
  use(r);
}

void hashMapMoveIterator_ok(eastl::hash_map<int, int> &m, int a) {
  auto it = m.find(a);
  eastl::hash_map<int, int> n(std::move(m));
  use(it->second);
}

void hashSetInsertReference_ok(eastl::hash_set<int> &m, int a, int b) {
  const int &r = *m.find(a);
  m.insert(b);
  use(r);
}

void hashSetInsertIterator_ok(eastl::hash_set<int> &m, int a, int b) {
  auto it = m.find(a);
  m.emplace(b);
  use(*it);
}

void hashSetEraseReference_bad(eastl::hash_set<int> &m, int a) {
  const int &r = *m.find(a);
  m.erase(a);
  use(r); // ERASED
}

void hashSetEraseOther_ok(eastl::hash_set<int> &m) {
  const int &r = *m.find(1);
  m.erase(2);
  use(r);
}

void hashSetReserveReference_ok(eastl::hash_set<int> &m, int a) {
  const int &r = *m.find(a);
  m.reserve(100);
  use(r);
}

void hashSetReserveIterator_ok(eastl::hash_set<int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(*it);
}

void vectorMapInsertReference_bad(eastl::vector_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void vectorMapInsertPointer_bad(eastl::vector_map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p); // DEAD
}

void vectorMapInsertIterator_bad(eastl::vector_map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void vectorMapInsertSameKey_ok(eastl::vector_map<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void vectorMapEraseReference_bad(eastl::vector_map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

// One other element moves, and nobody knows which.
void FN_vectorMapEraseOther(eastl::vector_map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void vectorMapEraseIterator_bad(eastl::vector_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void vectorMapEraseLoop_ok(eastl::vector_map<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    it = m.erase(it);
  }
}

void vectorMapClear_bad(eastl::vector_map<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void vectorMapMoveReference_ok(eastl::vector_map<int, int> &m, int a) {
  int &r = m[a];
  eastl::vector_map<int, int> n(std::move(m));
  use(r);
}

void vectorMapMoveIterator_ok(eastl::vector_map<int, int> &m, int a) {
  auto it = m.find(a);
  eastl::vector_map<int, int> n(std::move(m));
  use(it->second);
}

void vectorSetInsertReference_bad(eastl::vector_set<int> &m, int a, int b) {
  const int &r = *m.find(a);
  m.insert(b);
  use(r); // DEAD
}

void vectorSetInsertIterator_bad(eastl::vector_set<int> &m, int a, int b) {
  auto it = m.find(a);
  m.emplace(b);
  use(*it); // DEAD
}

void vectorSetEraseReference_bad(eastl::vector_set<int> &m, int a) {
  const int &r = *m.find(a);
  m.erase(a);
  use(r); // ERASED
}

// One other element moves, and nobody knows which.
void FN_vectorSetEraseOther(eastl::vector_set<int> &m) {
  const int &r = *m.find(1);
  m.erase(2);
  use(r);
}
