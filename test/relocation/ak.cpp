// RUN: %marks
// AK's hash tables: an insertion takes the place of others.
#include "Inputs/ak.h"
#include <utility>

void use(int);

// An iterator is not told from a key.
void FN_removeIterator(AK::HashMap<int, int> &m, int k) {
  auto it = m.find(k);
  m.remove(it);
  use(it->value);
}

void rangeFor_bad(AK::HashTable<int> &t) {
  for (int v : t) // DEAD
    t.set(v + 1);
}

void hashMapInsertReference_bad(AK::HashMap<int, int> &m, int a, int b) {
  int &r = m.ensure(a);
  m.set(b, 1);
  use(r); // DEAD
}

void hashMapInsertPointer_bad(AK::HashMap<int, int> &m, int a, int b) {
  int *p = &m.find(a)->value;
  m.ensure(b);
  use(*p); // DEAD
}

void hashMapInsertIterator_bad(AK::HashMap<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.set(b, 1);
  use(it->value); // DEAD
}

void hashMapEraseReference_bad(AK::HashMap<int, int> &m, int a) {
  int &r = m.ensure(a);
  m.remove(a);
  use(r); // ERASED
}

// One other element moves, and nobody knows which.
void FN_hashMapEraseOther(AK::HashMap<int, int> &m) {
  int &r = m.ensure(1);
  m.remove(2);
  use(r);
}

void hashMapClear_bad(AK::HashMap<int, int> &m, int a) {
  int &r = m.ensure(a);
  m.clear();
  use(r); // ERASED
}

void hashMapReserveReference_bad(AK::HashMap<int, int> &m, int a) {
  int &r = m.ensure(a);
  m.ensure_capacity(100);
  use(r); // DEAD
}

void hashMapReserveIterator_bad(AK::HashMap<int, int> &m, int a) {
  auto it = m.find(a);
  m.ensure_capacity(100);
  use(it->value); // DEAD
}

void hashMapReserveFirst_bad() {
  AK::HashMap<int, int> m;
  m.ensure_capacity(100);
  int &r = m.ensure(1);
  m.set(2, 1);
  use(r); // DEAD
}

void hashMapMoveReference_ok(AK::HashMap<int, int> &m, int a) {
  int &r = m.ensure(a);
  AK::HashMap<int, int> n(std::move(m));
  use(r);
}

void hashMapMoveIterator_ok(AK::HashMap<int, int> &m, int a) {
  auto it = m.find(a);
  AK::HashMap<int, int> n(std::move(m));
  use(it->value);
}

void hashTableInsertReference_bad(AK::HashTable<int> &m, int a, int b) {
  const int &r = *m.find(a);
  m.set(b);
  use(r); // DEAD
}

void hashTableInsertIterator_bad(AK::HashTable<int> &m, int a, int b) {
  auto it = m.find(a);
  m.set(b);
  use(*it); // DEAD
}

void hashTableEraseReference_bad(AK::HashTable<int> &m, int a) {
  const int &r = *m.find(a);
  m.remove(a);
  use(r); // ERASED
}

// One other element moves, and nobody knows which.
void FN_hashTableEraseOther(AK::HashTable<int> &m) {
  const int &r = *m.find(1);
  m.remove(2);
  use(r);
}

void hashTableClear_bad(AK::HashTable<int> &m, int a) {
  const int &r = *m.find(a);
  m.clear();
  use(r); // ERASED
}

void hashTableReserveReference_bad(AK::HashTable<int> &m, int a) {
  const int &r = *m.find(a);
  m.ensure_capacity(100);
  use(r); // DEAD
}

void hashTableReserveIterator_bad(AK::HashTable<int> &m, int a) {
  auto it = m.find(a);
  m.ensure_capacity(100);
  use(*it); // DEAD
}

void hashTableReserveFirst_bad() {
  AK::HashTable<int> m;
  m.ensure_capacity(100);
  const int &r = *m.find(1);
  m.set(2);
  use(r); // DEAD
}

void hashTableMoveReference_ok(AK::HashTable<int> &m, int a) {
  const int &r = *m.find(a);
  AK::HashTable<int> n(std::move(m));
  use(r);
}

void hashTableMoveIterator_ok(AK::HashTable<int> &m, int a) {
  auto it = m.find(a);
  AK::HashTable<int> n(std::move(m));
  use(*it);
}
