// REQUIRES: abseil
// RUN: %marks
// node_hash_map and node_hash_set: "it guarantees pointer stability"; "If
// rehashing occurs due to the insertion, all iterators are invalidated."
#include "absl/container/node_hash_map.h"
#include "absl/container/node_hash_set.h"
#include <string>
#include <string_view>

using Map = absl::node_hash_map<int, int>;
using Strings = absl::node_hash_map<int, std::string>;
using Set = absl::node_hash_set<int>;

bool isOdd(int);
void use(int);
void use(std::string_view);

void insertReference_ok(Map &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r);
}

void insertPointer_ok(Map &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p);
}

void insertIterator_bad(Map &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void insertReferenceOfIterator_ok(Map &m, int a, int b) {
  auto it = m.find(a);
  int &r = it->second;
  m.insert({b, 1});
  use(r);
}

void insertWhileIterating_bad(Map &m) {
  for (auto &[key, value] : m) // DEAD
    m.insert_or_assign(value, key);
}

void insertFound_ok(Map &m, int a, int b) {
  auto it = m.find(a);
  if (m.contains(b))
    m[b] = 1;
  use(it->second);
}

void assignOther_ok(Strings &m, int a, int b) { m[a] = m[b]; }

void argument_ok(Strings &m, int a, int b) { m.try_emplace(b, m[a]); }

void eraseReference_bad(Map &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void erasePointer_bad(Map &m, int a) {
  int *p = &m[a];
  m.erase(m.find(a));
  use(*p); // ERASED
}

void eraseIterator_bad(Map &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void eraseOther_ok(Map &m) {
  auto it = m.find(1);
  m.erase(2);
  use(it->second);
}

void eraseLoop_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (isOdd(it->second))
      m.erase(it++);
    else
      ++it;
}

void clear_bad(Map &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

// Not while the node has it.
void extractReference_bad(Map &m, int a) {
  int &r = m[a];
  auto node = m.extract(a);
  use(r); // ERASED
}

void extractAndInsert_ok(Map &m, Map &n, int a) {
  int &r = m[a];
  auto node = m.extract(a);
  n.insert(std::move(node));
  use(r);
}

void extractDropped_bad(Map &m, int a) {
  int &r = m[a];
  m.extract(a);
  use(r); // ERASED
}

void reserveReference_ok(Map &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r);
}

void reservePointer_ok(Map &m, int a) {
  int *p = &m[a];
  m.rehash(0);
  use(*p);
}

void reserveIterator_bad(Map &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void reserveFirst_ok() {
  Map m;
  m.reserve(2);
  auto it = m.emplace(1, 1).first;
  m[2] = 1;
  use(it->second);
}

void mergeReference_ok(Map &m, Map &n, int a) {
  int &r = n[a];
  m.merge(n);
  use(r);
}

void mergeIterator_bad(Map &m, Map &n, int a) {
  auto it = n.find(a);
  m.merge(n);
  use(it->second); // DEAD
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
  int &r = m[a];
  m = std::move(n);
  use(r); // ERASED
}

void swap_ok(Map &m, Map &n, int a) {
  auto it = m.find(a);
  swap(m, n);
  use(it->second);
}

void setInsertReference_ok(Set &s, int a, int b) {
  const int &r = *s.find(a);
  s.insert(b);
  use(r);
}

void setInsertIterator_bad(Set &s, int a, int b) {
  auto it = s.find(a);
  s.emplace(b);
  use(*it); // DEAD
}

void setErase_bad(Set &s, int a) {
  const int &r = *s.find(a);
  s.erase(a);
  use(r); // ERASED
}

void shortString_ok(Strings &m, int a, int b) {
  std::string_view s = m[a];
  m[b] = "";
  use(s);
}

void innerMap_ok(absl::node_hash_map<int, Map> &m, int a, int b) {
  Map &inner = m[a];
  auto it = inner.find(1);
  m[b][1] = 1;
  use(it->second);
}
