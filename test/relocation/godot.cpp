// RUN: %marks
// Godot's containers, with namespace and without.
#include "Inputs/godot.h"
#include <utility>

void use(int);

// A pointer is not told from a key.
void FN_eraseElement(godot::RBMap<int, int> &m, int k) {
  auto *e = m.find(k);
  m.erase(e);
  use(e->value());
}

void element_bad(godot::RBMap<int, int> &m, int k) {
  auto *e = m.find(k);
  m.erase(k);
  use(e->value()); // ERASED
}

void hashMapInsertReference_ok(godot::HashMap<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r);
}

void hashMapInsertPointer_ok(godot::HashMap<int, int> &m, int a, int b) {
  int *p = m.getptr(a);
  m.insert(b, 1);
  use(*p);
}

void hashMapInsertIterator_ok(godot::HashMap<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m[b] = 1;
  use(it->value);
}

void hashMapInsertSameKey_ok(godot::HashMap<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void hashMapEraseReference_bad(godot::HashMap<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void hashMapEraseOther_ok(godot::HashMap<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void hashMapEraseIterator_bad(godot::HashMap<int, int> &m, int a) {
  auto it = m.find(a);
  m.remove(it);
  use(it->value); // ERASED
}

void hashMapClear_bad(godot::HashMap<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void hashMapReserveReference_ok(godot::HashMap<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r);
}

void hashMapReserveIterator_ok(godot::HashMap<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->value);
}

void hashMapMoveReference_ok(godot::HashMap<int, int> &m, int a) {
  int &r = m[a];
  godot::HashMap<int, int> n(std::move(m));
  use(r);
}

void hashMapMoveIterator_ok(godot::HashMap<int, int> &m, int a) {
  auto it = m.find(a);
  godot::HashMap<int, int> n(std::move(m));
  use(it->value);
}

void arrayMapInsertReference_bad(godot::AHashMap<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void arrayMapInsertPointer_bad(godot::AHashMap<int, int> &m, int a, int b) {
  int *p = m.getptr(a);
  m.insert(b, 1);
  use(*p); // DEAD
}

void arrayMapInsertIterator_bad(godot::AHashMap<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.insert_new(b, 1);
  use(it->value); // DEAD
}

void arrayMapInsertSameKey_ok(godot::AHashMap<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void arrayMapArgument_bad(godot::AHashMap<int, int> &m, int a, int b) {
  m.insert(b, m.get(a)); // DEAD
}

void arrayMapEraseReference_bad(godot::AHashMap<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

// One other element moves, and nobody knows which.
void FN_arrayMapEraseOther(godot::AHashMap<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void arrayMapEraseIterator_bad(godot::AHashMap<int, int> &m, int a) {
  auto it = m.find(a);
  m.remove(it);
  use(it->value); // ERASED
}

void arrayMapClear_bad(godot::AHashMap<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void arrayMapReserveReference_bad(godot::AHashMap<int, int> &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r); // DEAD
}

void arrayMapReserveIterator_bad(godot::AHashMap<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->value); // DEAD
}

void arrayMapReserveFirst_ok() {
  godot::AHashMap<int, int> m;
  m.reserve(100);
  int &r = m[1];
  m[2] = 1;
  use(r);
}

void arrayMapMoveReference_ok(godot::AHashMap<int, int> &m, int a) {
  int &r = m[a];
  godot::AHashMap<int, int> n(std::move(m));
  use(r);
}

void arrayMapMoveIterator_ok(godot::AHashMap<int, int> &m, int a) {
  auto it = m.find(a);
  godot::AHashMap<int, int> n(std::move(m));
  use(it->value);
}

void hashSetInsertReference_bad(godot::HashSet<int> &m, int a, int b) {
  const int &r = *m.find(a);
  m.insert(b);
  use(r); // DEAD
}

void hashSetInsertIterator_bad(godot::HashSet<int> &m, int a, int b) {
  auto it = m.find(a);
  m.insert(b);
  use(*it); // DEAD
}

void hashSetEraseReference_bad(godot::HashSet<int> &m, int a) {
  const int &r = *m.find(a);
  m.erase(a);
  use(r); // ERASED
}

// One other element moves, and nobody knows which.
void FN_hashSetEraseOther(godot::HashSet<int> &m) {
  const int &r = *m.find(1);
  m.erase(2);
  use(r);
}

void hashSetEraseIterator_bad(godot::HashSet<int> &m, int a) {
  auto it = m.find(a);
  m.remove(it);
  use(*it); // ERASED
}

void hashSetClear_bad(godot::HashSet<int> &m, int a) {
  const int &r = *m.find(a);
  m.clear();
  use(r); // ERASED
}

void hashSetReserveReference_bad(godot::HashSet<int> &m, int a) {
  const int &r = *m.find(a);
  m.reserve(100);
  use(r); // DEAD
}

void hashSetReserveIterator_bad(godot::HashSet<int> &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(*it); // DEAD
}

void hashSetReserveFirst_ok() {
  godot::HashSet<int> m;
  m.reserve(100);
  const int &r = *m.find(1);
  m.insert(2);
  use(r);
}

void hashSetMoveReference_ok(godot::HashSet<int> &m, int a) {
  const int &r = *m.find(a);
  godot::HashSet<int> n(std::move(m));
  use(r);
}

void hashSetMoveIterator_ok(godot::HashSet<int> &m, int a) {
  auto it = m.find(a);
  godot::HashSet<int> n(std::move(m));
  use(*it);
}

void treeMapInsertReference_ok(godot::RBMap<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r);
}

void treeMapInsertPointer_ok(godot::RBMap<int, int> &m, int a, int b) {
  int *p = &m.find(a)->value();
  m.insert(b, 1);
  use(*p);
}

void treeMapInsertSameKey_ok(godot::RBMap<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void treeMapEraseReference_bad(godot::RBMap<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void treeMapEraseOther_ok(godot::RBMap<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}

void treeMapClear_bad(godot::RBMap<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void treeMapMoveReference_ok(godot::RBMap<int, int> &m, int a) {
  int &r = m[a];
  godot::RBMap<int, int> n(std::move(m));
  use(r);
}

void engineArrayMapInsertReference_bad(AHashMap<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void engineArrayMapInsertSameKey_ok(AHashMap<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void engineArrayMapEraseReference_bad(AHashMap<int, int> &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

// One other element moves, and nobody knows which.
void FN_engineArrayMapEraseOther(AHashMap<int, int> &m) {
  int &r = m[1];
  m.erase(2);
  use(r);
}
