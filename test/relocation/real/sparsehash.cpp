// REQUIRES: sparsehash
// RUN: %marks
// Google's sparsehash: "insert() and resize() invalidate all pointers into the
// hashtable"; "erase() is guaranteed not to invalidate any iterators -- except
// for any iterators pointing to the item being erased".
#include <sparsehash/dense_hash_map>
#include <sparsehash/dense_hash_set>
#include <sparsehash/sparse_hash_map>
#include <sparsehash/sparse_hash_set>
#include <string>

using Map = google::dense_hash_map<int, int>;
using Strings = google::dense_hash_map<int, std::string>;
using Sparse = google::sparse_hash_map<int, int>;

bool isOdd(int);
void use(int);

void insertReference_bad(Map &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void insertPointer_bad(Map &m, int a, int b) {
  int *p = &m[a];
  m.insert({b, 1});
  use(*p); // DEAD
}

void insertIterator_bad(Map &m, int a, int b) {
  auto it = m.find(a);
  m[b] = 1;
  use(it->second); // DEAD
}

void insertSameKey_ok(Map &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void insertFound_ok(Map &m, int a, int b) {
  auto it = m.find(a);
  if (m.count(b))
    m[b] = 1;
  use(it->second);
}

void assignOther_bad(Strings &m, int a, int b) {
  m[a] = m[b]; // DEAD
}

void assignScalar_ok(Map &m, int a, int b) { m[a] = m[b]; }

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
  m.clear_no_resize();
  use(r); // ERASED
}

void resizeReference_bad(Map &m, int a) {
  int &r = m[a];
  m.resize(100);
  use(r); // DEAD
}

void resizeIterator_bad(Map &m, int a) {
  auto it = m.find(a);
  m.resize(100);
  use(it->second); // DEAD
}

void resizeFirst_ok() {
  Map m;
  m.set_empty_key(-1);
  m.resize(2);
  int &r = m[1];
  auto it = m.find(1);
  m[2] = 1;
  use(r);
  use(it->second);
}

void setDeletedKey_bad(Map &m, int a) {
  int &r = m[a];
  m.set_deleted_key(-2);
  use(r); // DEAD
}

void swap_ok(Map &m, Map &n, int a) {
  int &r = m[a];
  m.swap(n);
  use(r);
}

// It has no move constructor: this is a copy, and the old elements stay.
void move_ok(Map &m, int a) {
  int &r = m[a];
  Map n(std::move(m));
  use(r);
}

void assigned_bad(Map &m, Map &n, int a) {
  int &r = m[a];
  m = n;
  use(r); // ERASED
}

void setInsert_bad(google::dense_hash_set<int> &s, int a, int b) {
  auto it = s.find(a);
  s.insert(b);
  use(*it); // DEAD
}

void setErase_bad(google::dense_hash_set<int> &s, int a) {
  const int &r = *s.find(a);
  s.erase(a);
  use(r); // ERASED
}

void sparseInsertReference_bad(Sparse &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void sparseInsertIterator_bad(Sparse &m, int a, int b) {
  auto it = m.find(a);
  m.insert({b, 1});
  use(it->second); // DEAD
}

// The groups of a sparse table grow, reserved or not.
void sparseResizeFirst_bad() {
  Sparse m;
  m.resize(10);
  int &r = m[1];
  m[2] = 1;
  use(r); // DEAD
}

void sparseEraseReference_bad(Sparse &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void sparseEraseOtherIterator_ok(Sparse &m) {
  auto it = m.find(1);
  m.erase(2);
  use(it->second);
}

void sparseSetInsert_bad(google::sparse_hash_set<int> &s, int a, int b) {
  const int &r = *s.find(a);
  s.insert(b);
  use(r); // DEAD
}
