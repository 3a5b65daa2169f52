// RUN: %marks
// F14's maps and sets, by where they keep their elements, and sorted vectors.
#include "Inputs/folly.h"
#include <utility>

void use(int);

struct Callback {
  void operator()(int, int) const;
};

void eraseInto_bad(folly::F14ValueMap<int, int> &m, int k) {
  int &r = m[k];
  m.eraseInto(k, Callback());
  use(r); // ERASED
}

void token_bad(folly::F14ValueMap<int, int> &m, int a, int b) {
  int &r = m[a];
  m.try_emplace_token(m.prehash(b), b, 1);
  use(r); // DEAD
}

void token_ok(folly::F14ValueMap<int, int> &m, int a) {
  auto it = m.find(a);
  if (m.contains(m.prehash(a), a))
    use(it->second);
}

void piece_bad(folly::F14NodeMap<int, std::string> &m, int k) {
  folly::StringPiece s(m[k]);
  m.erase(k);
  use(s[0]); // ERASED
}

void valueMapInsertReference_bad(folly::F14ValueMap<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void valueMapInsertPointer_bad(folly::F14ValueMap<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p); // DEAD
}

void valueMapInsertIterator_bad(folly::F14ValueMap<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void valueMapInsertReference3_bad(folly::F14ValueMap<int, int> &m, int a, int b) {
  int &r = m[a];
  m.insert({b, 1});
  use(r); // DEAD
}

void valueMapInsertReference4_bad(folly::F14ValueMap<int, int> &m, int a, int b) {
  int &r = m[a];
  m.insert_or_assign(b, 1);
  use(r); // DEAD
}

void valueMapInsertSameKey_ok(folly::F14ValueMap<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void valueMapArgument_bad(folly::F14ValueMap<int, int> &m, int a, int b) {
  m.try_emplace(b, m.at(a)); // DEAD
}

void valueMapEraseReference_bad(folly::F14ValueMap<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void valueMapEraseOther_ok(folly::F14ValueMap<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void valueMapEraseIterator_bad(folly::F14ValueMap<int, int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void valueMapEraseLoop_ok(folly::F14ValueMap<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    it = m.erase(it);
  }
}

void valueMapClear_bad(folly::F14ValueMap<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void valueMapReserveReference_bad(folly::F14ValueMap<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r); // DEAD
}

void valueMapReserveIterator_bad(folly::F14ValueMap<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void valueMapReserveFirst_ok() {
  folly::F14ValueMap<int, int> m;
  m.reserve(100);
  int &r = m[1];
  m[2] = 1;
  use(r);
}

void valueMapMoveReference_ok(folly::F14ValueMap<int, int> &m, int a) {
  int &r = m[a];
  folly::F14ValueMap<int, int> n(std::move(m));
  use(r);
}

void valueMapMoveIterator_ok(folly::F14ValueMap<int, int> &m, int a) {
  auto it = m.find(a);
  folly::F14ValueMap<int, int> n(std::move(m));
  use(it->second);
}

void nodeMapInsertReference_ok(folly::F14NodeMap<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r);
}

void nodeMapInsertPointer_ok(folly::F14NodeMap<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p);
}

void nodeMapInsertIterator_bad(folly::F14NodeMap<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void nodeMapInsertSameKey_ok(folly::F14NodeMap<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void nodeMapArgument_ok(folly::F14NodeMap<int, int> &m, int a, int b) {
  m.try_emplace(b, m.at(a));
}

void nodeMapEraseReference_bad(folly::F14NodeMap<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void nodeMapEraseOther_ok(folly::F14NodeMap<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void nodeMapEraseIterator_bad(folly::F14NodeMap<int, int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void nodeMapEraseLoop_ok(folly::F14NodeMap<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    it = m.erase(it);
  }
}

void nodeMapClear_bad(folly::F14NodeMap<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void nodeMapReserveReference_ok(folly::F14NodeMap<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r);
}

void nodeMapReserveIterator_bad(folly::F14NodeMap<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void nodeMapMoveReference_ok(folly::F14NodeMap<int, int> &m, int a) {
  int &r = m[a];
  folly::F14NodeMap<int, int> n(std::move(m));
  use(r);
}

void nodeMapMoveIterator_ok(folly::F14NodeMap<int, int> &m, int a) {
  auto it = m.find(a);
  folly::F14NodeMap<int, int> n(std::move(m));
  use(it->second);
}

void vectorMapInsertReference_bad(folly::F14VectorMap<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void vectorMapInsertPointer_bad(folly::F14VectorMap<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p); // DEAD
}

void vectorMapInsertIterator_bad(folly::F14VectorMap<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void vectorMapArgument_bad(folly::F14VectorMap<int, int> &m, int a, int b) {
  m.try_emplace(b, m.at(a)); // DEAD
}

void vectorMapEraseReference_bad(folly::F14VectorMap<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

// One other element moves, and nobody knows which.
void FN_vectorMapEraseOther(folly::F14VectorMap<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void vectorMapReserveReference_bad(folly::F14VectorMap<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r); // DEAD
}

void vectorMapReserveIterator_bad(folly::F14VectorMap<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void fastMapInsertReference_bad(folly::F14FastMap<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void fastMapInsertPointer_bad(folly::F14FastMap<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p); // DEAD
}

void fastMapInsertIterator_bad(folly::F14FastMap<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void fastMapArgument_bad(folly::F14FastMap<int, int> &m, int a, int b) {
  m.try_emplace(b, m.at(a)); // DEAD
}

void fastMapEraseReference_bad(folly::F14FastMap<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

// One other element moves, and nobody knows which.
void FN_fastMapEraseOther(folly::F14FastMap<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void fastMapReserveReference_bad(folly::F14FastMap<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r); // DEAD
}

void fastMapReserveIterator_bad(folly::F14FastMap<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void sortedMapInsertReference_bad(folly::sorted_vector_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void sortedMapInsertPointer_bad(folly::sorted_vector_map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p); // DEAD
}

void sortedMapInsertIterator_bad(folly::sorted_vector_map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void sortedMapEraseReference_bad(folly::sorted_vector_map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void sortedMapEraseOther_bad(folly::sorted_vector_map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r); // DEAD
}

void sortedMapReserveReference_bad(folly::sorted_vector_map<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r); // DEAD
}

void sortedMapReserveIterator_bad(folly::sorted_vector_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void valueSetInsertReference_bad(folly::F14ValueSet<int> &m, int a, int b) {
  const int &r = *m.find(a);
  m.insert(b);
  use(r); // DEAD
}

void valueSetInsertIterator_bad(folly::F14ValueSet<int> &m, int a, int b) {
  auto it = m.find(a);
  m.emplace(b);
  use(*it); // DEAD
}

void valueSetEraseReference_bad(folly::F14ValueSet<int> &m, int a) {
  const int &r = *m.find(a);
  m.erase(a);
  use(r); // ERASED
}

void valueSetEraseOther_ok(folly::F14ValueSet<int> &m) {
  const int &r = *m.find(1);
  m.erase(2);
  use(r);
}

void valueSetReserveReference_bad(folly::F14ValueSet<int> &m, int a) {
  const int &r = *m.find(a);
  m.reserve(100);
  use(r); // DEAD
}

void valueSetReserveIterator_bad(folly::F14ValueSet<int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(*it); // DEAD
}
