// REQUIRES: tbb
// RUN: %marks
// oneTBB: insertions are "concurrently safe" and move nothing; what
// unsafe_erase removes is gone.
#include <string>
#include <tbb/concurrent_hash_map.h>
#include <tbb/concurrent_map.h>
#include <tbb/concurrent_set.h>
#include <tbb/concurrent_unordered_map.h>
#include <tbb/concurrent_unordered_set.h>

using Map = tbb::concurrent_unordered_map<int, int>;
using Strings = tbb::concurrent_unordered_map<int, std::string>;
using Ordered = tbb::concurrent_map<int, int>;
using Locked = tbb::concurrent_hash_map<int, int>;

bool isOdd(int);
void use(int);

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

void insertIterator_ok(Map &m, int a, int b) {
  auto it = m.find(a);
  m.insert({b, 1});
  use(it->second);
}

void insertWhileIterating_ok(Map &m) {
  for (auto &kv : m)
    m.insert({kv.second, 1});
}

void assignOther_ok(Strings &m, int a, int b) { m[a] = m[b]; }

void eraseReference_bad(Map &m, int a) {
  int &r = m[a];
  m.unsafe_erase(a);
  use(r); // ERASED
}

void erasePointer_bad(Map &m, int a) {
  int *p = &m[a];
  m.unsafe_erase(m.find(a));
  use(*p); // ERASED
}

void eraseIterator_bad(Map &m, int a) {
  auto it = m.find(a);
  m.unsafe_erase(it);
  use(it->second); // ERASED
}

void eraseOther_ok(Map &m) {
  auto it = m.find(1);
  m.unsafe_erase(2);
  use(it->second);
}

void eraseLoop_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (isOdd(it->second))
      it = m.unsafe_erase(it);
    else
      ++it;
}

void eraseLoop_bad(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it) // ERASED
    if (isOdd(it->second))
      m.unsafe_erase(it);
}

void clear_bad(Map &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void reserve_ok(Map &m, int a) {
  int &r = m[a];
  auto it = m.find(a);
  m.reserve(100);
  use(r);
  use(it->second);
}

void rehashBucket_bad(Map &m, int a) {
  auto n = m.unsafe_bucket(a);
  m.rehash(100);
  use(m.unsafe_bucket_size(n)); // DEAD
}

void move_ok(Map &m, int a) {
  int &r = m[a];
  auto it = m.find(a);
  Map n(std::move(m));
  use(r);
  use(it->second);
}

void assigned_bad(Map &m, Map &n, int a) {
  int &r = m[a];
  m = std::move(n);
  use(r); // ERASED
}

void swap_ok(Map &m, Map &n, int a) {
  int *p = &m[a];
  m.swap(n);
  use(*p);
}

void setInsert_ok(tbb::concurrent_unordered_set<int> &s, int a, int b) {
  auto it = s.find(a);
  s.insert(b);
  use(*it);
}

void setErase_bad(tbb::concurrent_unordered_set<int> &s, int a) {
  const int &r = *s.find(a);
  s.unsafe_erase(a);
  use(r); // ERASED
}

void orderedInsert_ok(Ordered &m, int a, int b) {
  int &r = m[a];
  auto it = m.lower_bound(a);
  m[b] = 1;
  use(r);
  use(it->second);
}

void orderedEraseReference_bad(Ordered &m, int a) {
  int &r = m[a];
  m.unsafe_erase(a);
  use(r); // ERASED
}

void orderedEraseIterator_bad(Ordered &m, int a) {
  auto it = m.find(a);
  m.unsafe_erase(it);
  use(it->second); // ERASED
}

void orderedExtract_ok(Ordered &m, Ordered &n, int a) {
  int &r = m[a];
  n.insert(m.unsafe_extract(a));
  use(r);
}

void orderedMove_ok(Ordered &m, int a) {
  auto it = m.find(a);
  Ordered n(std::move(m));
  use(it->second);
}

void orderedSetErase_bad(tbb::concurrent_set<int> &s, int a) {
  auto it = s.find(a);
  s.unsafe_erase(a);
  use(*it); // ERASED
}

// The accessor has the element locked; erase waits for it.
void accessor_ok(Locked &m, int a, int b) {
  Locked::accessor found;
  if (m.find(found, a)) {
    m.insert({b, 1});
    use(found->second);
  }
}

void lockedRehash_bad(Locked &m) {
  auto it = m.begin();
  m.rehash(100);
  use(it->second); // DEAD
}

void lockedClear_bad(Locked &m) {
  auto it = m.begin();
  m.clear();
  use(it->second); // ERASED
}

void lockedMove_bad(Locked &m) {
  auto it = m.begin();
  Locked n(std::move(m));
  use(it->second); // DEAD
}
