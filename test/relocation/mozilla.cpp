// RUN: %marks
// Mozilla's hash tables.
#include "Inputs/mozilla.h"
#include <utility>

void use(int);

void hashMapInsertReference_bad(mozilla::HashMap<int, int> &m, int a, int b) {
  int &r = m.lookup(a)->value();
  m.put(b, 1);
  use(r); // DEAD
}

void hashMapInsertIterator_bad(mozilla::HashMap<int, int> &m, int a, int b) {
  auto it = m.lookup(a);
  m.putNew(b, 1);
  use(it->value()); // DEAD
}

void hashMapEraseReference_bad(mozilla::HashMap<int, int> &m, int a) {
  int &r = m.lookup(a)->value();
  m.remove(a);
  use(r); // ERASED
}

void hashMapEraseOther_bad(mozilla::HashMap<int, int> &m) {
  int &r = m.lookup(1)->value();
  m.remove(2);
  use(r); // DEAD
}

void hashMapClear_bad(mozilla::HashMap<int, int> &m, int a) {
  int &r = m.lookup(a)->value();
  m.clear();
  use(r); // ERASED
}

void hashMapReserveReference_bad(mozilla::HashMap<int, int> &m, int a) {
  int &r = m.lookup(a)->value();
  m.reserve(100);
  use(r); // DEAD
}

void hashMapReserveIterator_bad(mozilla::HashMap<int, int> &m, int a) {
  auto it = m.lookup(a);
  m.reserve(100);
  use(it->value()); // DEAD
}

void hashMapReserveFirst_ok() {
  mozilla::HashMap<int, int> m;
  m.reserve(100);
  int &r = m.lookup(1)->value();
  m.put(2, 1);
  use(r);
}

void hashMapMoveReference_ok(mozilla::HashMap<int, int> &m, int a) {
  int &r = m.lookup(a)->value();
  mozilla::HashMap<int, int> n(std::move(m));
  use(r);
}

void hashMapMoveIterator_ok(mozilla::HashMap<int, int> &m, int a) {
  auto it = m.lookup(a);
  mozilla::HashMap<int, int> n(std::move(m));
  use(it->value());
}

void hashSetInsertReference_bad(mozilla::HashSet<int> &m, int a, int b) {
  const int &r = *m.lookup(a);
  m.put(b);
  use(r); // DEAD
}

void hashSetInsertIterator_bad(mozilla::HashSet<int> &m, int a, int b) {
  auto it = m.lookup(a);
  m.put(b);
  use(*it); // DEAD
}

void hashSetEraseReference_bad(mozilla::HashSet<int> &m, int a) {
  const int &r = *m.lookup(a);
  m.remove(a);
  use(r); // ERASED
}

void hashSetEraseOther_bad(mozilla::HashSet<int> &m) {
  const int &r = *m.lookup(1);
  m.remove(2);
  use(r); // DEAD
}

void hashSetClear_bad(mozilla::HashSet<int> &m, int a) {
  const int &r = *m.lookup(a);
  m.clear();
  use(r); // ERASED
}

void hashSetReserveReference_bad(mozilla::HashSet<int> &m, int a) {
  const int &r = *m.lookup(a);
  m.reserve(100);
  use(r); // DEAD
}

void hashSetReserveIterator_bad(mozilla::HashSet<int> &m, int a) {
  auto it = m.lookup(a);
  m.reserve(100);
  use(*it); // DEAD
}

void hashSetReserveFirst_ok() {
  mozilla::HashSet<int> m;
  m.reserve(100);
  const int &r = *m.lookup(1);
  m.put(2);
  use(r);
}

void hashSetMoveReference_ok(mozilla::HashSet<int> &m, int a) {
  const int &r = *m.lookup(a);
  mozilla::HashSet<int> n(std::move(m));
  use(r);
}

void hashSetMoveIterator_ok(mozilla::HashSet<int> &m, int a) {
  auto it = m.lookup(a);
  mozilla::HashSet<int> n(std::move(m));
  use(*it);
}

void nsHashtableInsertReference_bad(nsBaseHashtable<int, int> &m, int a, int b) {
  int &r = m.LookupOrInsert(a);
  m.InsertOrUpdate(b, 1);
  use(r); // DEAD
}

void nsHashtableInsertPointer_bad(nsBaseHashtable<int, int> &m, int a, int b) {
  int *p = &m.LookupOrInsert(a);
  m.LookupOrInsert(b);
  use(*p); // DEAD
}

void nsHashtableInsertSameKey_ok(nsBaseHashtable<int, int> &m, int a) {
  int &r = m.LookupOrInsert(a);
  m.LookupOrInsert(a);
  use(r);
}

void nsHashtableEraseReference_bad(nsBaseHashtable<int, int> &m, int a) {
  int &r = m.LookupOrInsert(a);
  m.Remove(a);
  use(r); // ERASED
}

void nsHashtableEraseOther_bad(nsBaseHashtable<int, int> &m) {
  int &r = m.LookupOrInsert(1);
  m.Remove(2);
  use(r); // DEAD
}

void nsHashtableClear_bad(nsBaseHashtable<int, int> &m, int a) {
  int &r = m.LookupOrInsert(a);
  m.Clear();
  use(r); // ERASED
}

void nsHashtableMoveReference_ok(nsBaseHashtable<int, int> &m, int a) {
  int &r = m.LookupOrInsert(a);
  nsBaseHashtable<int, int> n(std::move(m));
  use(r);
}
