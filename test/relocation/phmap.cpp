// RUN: %marks
// The hash tables of the parallel hashmap, and of gtl.
#include "Inputs/phmap.h"
#include <utility>

void use(int);

struct Callback {
  template <class Constructor> void operator()(const Constructor &) const;
};

void eraseIfIteratorIsStepped_ok(phmap::flat_hash_map<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    if (it->second == 0)
      m._erase(it++);
    else
      ++it;
  }
}

void lazyEmplace_bad(phmap::flat_hash_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m.lazy_emplace(b, Callback());
  use(r); // DEAD
}

void extract_ok(phmap::node_hash_map<int, int> &m, int k) {
  int &r = m[k];
  auto node = m.extract(k);
  m.insert(std::move(node));
  use(r);
}

void extract_bad(phmap::flat_hash_map<int, int> &m, int k) {
  int &r = m[k];
  auto node = m.extract(k);
  use(r); // ERASED
}

void merge_bad(phmap::flat_hash_map<int, int> &m, phmap::flat_hash_map<int, int> &n, int k) {
  int &r = n[k];
  m.merge(n);
  use(r); // DEAD
}

void flatMapInsertReference_bad(phmap::flat_hash_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void flatMapInsertPointer_bad(phmap::flat_hash_map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p); // DEAD
}

void flatMapInsertIterator_bad(phmap::flat_hash_map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void flatMapInsertReference3_bad(phmap::flat_hash_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m.insert({b, 1});
  use(r); // DEAD
}

void flatMapInsertReference4_bad(phmap::flat_hash_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m.insert_or_assign(b, 1);
  use(r); // DEAD
}

void flatMapInsertSameKey_ok(phmap::flat_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void flatMapArgument_bad(phmap::flat_hash_map<int, int> &m, int a, int b) {
  m.try_emplace(b, m.at(a)); // DEAD
}

void flatMapEraseReference_bad(phmap::flat_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void flatMapEraseOther_ok(phmap::flat_hash_map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void flatMapEraseIterator_bad(phmap::flat_hash_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void flatMapEraseLoop_ok(phmap::flat_hash_map<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    it = m.erase(it);
  }
}

void flatMapClear_bad(phmap::flat_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void flatMapReserveReference_bad(phmap::flat_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r); // DEAD
}

void flatMapReserveIterator_bad(phmap::flat_hash_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void flatMapReserveFirst_ok() {
  phmap::flat_hash_map<int, int> m;
  m.reserve(100);
  int &r = m[1];
  m[2] = 1;
  use(r);
}

void flatMapMoveReference_ok(phmap::flat_hash_map<int, int> &m, int a) {
  int &r = m[a];
  phmap::flat_hash_map<int, int> n(std::move(m));
  use(r);
}

void flatMapMoveIterator_ok(phmap::flat_hash_map<int, int> &m, int a) {
  auto it = m.find(a);
  phmap::flat_hash_map<int, int> n(std::move(m));
  use(it->second);
}

void nodeMapInsertReference_ok(phmap::node_hash_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r);
}

void nodeMapInsertPointer_ok(phmap::node_hash_map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p);
}

void nodeMapInsertIterator_bad(phmap::node_hash_map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void nodeMapInsertSameKey_ok(phmap::node_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void nodeMapArgument_ok(phmap::node_hash_map<int, int> &m, int a, int b) {
  m.try_emplace(b, m.at(a));
}

void nodeMapEraseReference_bad(phmap::node_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void nodeMapEraseOther_ok(phmap::node_hash_map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void nodeMapEraseIterator_bad(phmap::node_hash_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void nodeMapEraseLoop_ok(phmap::node_hash_map<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    it = m.erase(it);
  }
}

void nodeMapClear_bad(phmap::node_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void nodeMapReserveReference_ok(phmap::node_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r);
}

void nodeMapReserveIterator_bad(phmap::node_hash_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void nodeMapMoveReference_ok(phmap::node_hash_map<int, int> &m, int a) {
  int &r = m[a];
  phmap::node_hash_map<int, int> n(std::move(m));
  use(r);
}

void nodeMapMoveIterator_ok(phmap::node_hash_map<int, int> &m, int a) {
  auto it = m.find(a);
  phmap::node_hash_map<int, int> n(std::move(m));
  use(it->second);
}

void parallelFlatMapInsertReference_bad(phmap::parallel_flat_hash_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void parallelFlatMapInsertPointer_bad(phmap::parallel_flat_hash_map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p); // DEAD
}

void parallelFlatMapInsertIterator_bad(phmap::parallel_flat_hash_map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void parallelFlatMapArgument_bad(phmap::parallel_flat_hash_map<int, int> &m, int a, int b) {
  m.try_emplace(b, m.at(a)); // DEAD
}

void parallelFlatMapEraseReference_bad(phmap::parallel_flat_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void parallelFlatMapEraseOther_ok(phmap::parallel_flat_hash_map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void parallelFlatMapReserveReference_bad(phmap::parallel_flat_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r); // DEAD
}

void parallelFlatMapReserveIterator_bad(phmap::parallel_flat_hash_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void gtlFlatMapInsertReference_bad(gtl::flat_hash_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void gtlFlatMapInsertPointer_bad(gtl::flat_hash_map<int, int> &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p); // DEAD
}

void gtlFlatMapInsertIterator_bad(gtl::flat_hash_map<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void gtlFlatMapArgument_bad(gtl::flat_hash_map<int, int> &m, int a, int b) {
  m.try_emplace(b, m.at(a)); // DEAD
}

void gtlFlatMapEraseReference_bad(gtl::flat_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void gtlFlatMapEraseOther_ok(gtl::flat_hash_map<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void gtlFlatMapReserveReference_bad(gtl::flat_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r); // DEAD
}

void gtlFlatMapReserveIterator_bad(gtl::flat_hash_map<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}
