// RUN: %marks
// WTF of WebKit and of Blink.
#include "Inputs/wtf.h"
#include <utility>

void use(int);

void set_bad(WTF::HashMap<int, int> &m, int a, int b) {
  int &r = m.find(a)->value;
  m.set(b, 1);
  use(r); // DEAD
}

void addResult_bad(WTF::HashMap<int, int> &m, int a, int b) {
  auto result = m.add(a, 1);
  m.add(b, 2);
  use(result.iterator->value); // DEAD
}

void storedValue_bad(blink::HashMap<int, int> &m, int a, int b) {
  auto result = m.insert(a, 1);
  m.insert(b, 2);
  use(result.stored_value->value); // DEAD
}

void take_bad(WTF::HashMap<int, int> &m, int k) {
  int &r = m.find(k)->value;
  use(m.take(k));
  use(r); // ERASED
}

void webkitMapInsertReference_bad(WTF::HashMap<int, int> &m, int a, int b) {
  int &r = m.find(a)->value;
  m.add(b, 1);
  use(r); // DEAD
}

void webkitMapInsertPointer_bad(WTF::HashMap<int, int> &m, int a, int b) {
  int *p = &m.find(a)->value;
  m.add(b, 1);
  use(*p); // DEAD
}

void webkitMapInsertIterator_bad(WTF::HashMap<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.add(b, 1);
  use(it->value); // DEAD
}

void webkitMapEraseReference_bad(WTF::HashMap<int, int> &m, int a) {
  int &r = m.find(a)->value;
  m.remove(a);
  use(r); // ERASED
}

void webkitMapEraseOther_bad(WTF::HashMap<int, int> &m) {
  int &r = m.find(1)->value;
  m.remove(2);
  use(r); // DEAD
}

void webkitMapEraseIterator_bad(WTF::HashMap<int, int> &m, int a) {
  auto it = m.find(a);
  m.remove(it);
  use(it->value); // ERASED
}

void webkitMapClear_bad(WTF::HashMap<int, int> &m, int a) {
  int &r = m.find(a)->value;
  m.clear();
  use(r); // ERASED
}

void webkitMapReserveReference_bad(WTF::HashMap<int, int> &m, int a) {
  int &r = m.find(a)->value;
  m.reserveInitialCapacity(100);
  use(r); // DEAD
}

void webkitMapReserveIterator_bad(WTF::HashMap<int, int> &m, int a) {
  auto it = m.find(a);
  m.reserveInitialCapacity(100);
  use(it->value); // DEAD
}

void webkitMapReserveFirst_ok() {
  WTF::HashMap<int, int> m;
  m.reserveInitialCapacity(100);
  int &r = m.find(1)->value;
  m.add(2, 1);
  use(r);
}

void webkitMapMoveReference_ok(WTF::HashMap<int, int> &m, int a) {
  int &r = m.find(a)->value;
  WTF::HashMap<int, int> n(std::move(m));
  use(r);
}

void webkitMapMoveIterator_ok(WTF::HashMap<int, int> &m, int a) {
  auto it = m.find(a);
  WTF::HashMap<int, int> n(std::move(m));
  use(it->value);
}

void webkitSetInsertReference_bad(WTF::HashSet<int> &m, int a, int b) {
  const int &r = *m.find(a);
  m.add(b);
  use(r); // DEAD
}

void webkitSetInsertIterator_bad(WTF::HashSet<int> &m, int a, int b) {
  auto it = m.find(a);
  m.add(b);
  use(*it); // DEAD
}

void webkitSetEraseReference_bad(WTF::HashSet<int> &m, int a) {
  const int &r = *m.find(a);
  m.remove(a);
  use(r); // ERASED
}

void webkitSetEraseOther_bad(WTF::HashSet<int> &m) {
  const int &r = *m.find(1);
  m.remove(2);
  use(r); // DEAD
}

void webkitSetEraseIterator_bad(WTF::HashSet<int> &m, int a) {
  auto it = m.find(a);
  m.remove(it);
  use(*it); // ERASED
}

void webkitSetClear_bad(WTF::HashSet<int> &m, int a) {
  const int &r = *m.find(a);
  m.clear();
  use(r); // ERASED
}

void webkitSetMoveReference_ok(WTF::HashSet<int> &m, int a) {
  const int &r = *m.find(a);
  WTF::HashSet<int> n(std::move(m));
  use(r);
}

void webkitSetMoveIterator_ok(WTF::HashSet<int> &m, int a) {
  auto it = m.find(a);
  WTF::HashSet<int> n(std::move(m));
  use(*it);
}

void blinkMapInsertReference_bad(blink::HashMap<int, int> &m, int a, int b) {
  int &r = m.find(a)->value;
  m.insert(b, 1);
  use(r); // DEAD
}

void blinkMapInsertPointer_bad(blink::HashMap<int, int> &m, int a, int b) {
  int *p = &m.find(a)->value;
  m.insert(b, 1);
  use(*p); // DEAD
}

void blinkMapInsertIterator_bad(blink::HashMap<int, int> &m, int a, int b) {
  auto it = m.find(a);
  m.insert(b, 1);
  use(it->value); // DEAD
}

void blinkMapEraseReference_bad(blink::HashMap<int, int> &m, int a) {
  int &r = m.find(a)->value;
  m.erase(a);
  use(r); // ERASED
}

void blinkMapEraseOther_bad(blink::HashMap<int, int> &m) {
  int &r = m.find(1)->value;
  m.erase(2);
  use(r); // DEAD
}

void blinkMapEraseIterator_bad(blink::HashMap<int, int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->value); // ERASED
}

void blinkMapClear_bad(blink::HashMap<int, int> &m, int a) {
  int &r = m.find(a)->value;
  m.clear();
  use(r); // ERASED
}

void blinkMapReserveReference_bad(blink::HashMap<int, int> &m, int a) {
  int &r = m.find(a)->value;
  m.ReserveCapacityForSize(100);
  use(r); // DEAD
}

void blinkMapReserveIterator_bad(blink::HashMap<int, int> &m, int a) {
  auto it = m.find(a);
  m.ReserveCapacityForSize(100);
  use(it->value); // DEAD
}

void blinkMapReserveFirst_ok() {
  blink::HashMap<int, int> m;
  m.ReserveCapacityForSize(100);
  int &r = m.find(1)->value;
  m.insert(2, 1);
  use(r);
}

void blinkMapMoveReference_ok(blink::HashMap<int, int> &m, int a) {
  int &r = m.find(a)->value;
  blink::HashMap<int, int> n(std::move(m));
  use(r);
}

void blinkMapMoveIterator_ok(blink::HashMap<int, int> &m, int a) {
  auto it = m.find(a);
  blink::HashMap<int, int> n(std::move(m));
  use(it->value);
}

void blinkSetInsertReference_bad(blink::HashSet<int> &m, int a, int b) {
  const int &r = *m.find(a);
  m.insert(b);
  use(r); // DEAD
}

void blinkSetInsertIterator_bad(blink::HashSet<int> &m, int a, int b) {
  auto it = m.find(a);
  m.insert(b);
  use(*it); // DEAD
}

void blinkSetEraseReference_bad(blink::HashSet<int> &m, int a) {
  const int &r = *m.find(a);
  m.erase(a);
  use(r); // ERASED
}

void blinkSetEraseOther_bad(blink::HashSet<int> &m) {
  const int &r = *m.find(1);
  m.erase(2);
  use(r); // DEAD
}

void blinkSetEraseIterator_bad(blink::HashSet<int> &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(*it); // ERASED
}

void blinkSetClear_bad(blink::HashSet<int> &m, int a) {
  const int &r = *m.find(a);
  m.clear();
  use(r); // ERASED
}

void blinkSetMoveReference_ok(blink::HashSet<int> &m, int a) {
  const int &r = *m.find(a);
  blink::HashSet<int> n(std::move(m));
  use(r);
}

void blinkSetMoveIterator_ok(blink::HashSet<int> &m, int a) {
  auto it = m.find(a);
  blink::HashSet<int> n(std::move(m));
  use(*it);
}

void listHashSetInsertReference_ok(WTF::ListHashSet<int> &m, int a, int b) {
  const int &r = *m.find(a);
  m.add(b);
  use(r);
}

void listHashSetInsertIterator_ok(WTF::ListHashSet<int> &m, int a, int b) {
  auto it = m.find(a);
  m.add(b);
  use(*it);
}

void listHashSetEraseReference_bad(WTF::ListHashSet<int> &m, int a) {
  const int &r = *m.find(a);
  m.remove(a);
  use(r); // ERASED
}

void listHashSetEraseOther_ok(WTF::ListHashSet<int> &m) {
  const int &r = *m.find(1);
  m.remove(2);
  use(r);
}

void listHashSetEraseIterator_bad(WTF::ListHashSet<int> &m, int a) {
  auto it = m.find(a);
  m.remove(it);
  use(*it); // ERASED
}

void listHashSetClear_bad(WTF::ListHashSet<int> &m, int a) {
  const int &r = *m.find(a);
  m.clear();
  use(r); // ERASED
}

void listHashSetMoveReference_ok(WTF::ListHashSet<int> &m, int a) {
  const int &r = *m.find(a);
  WTF::ListHashSet<int> n(std::move(m));
  use(r);
}

void listHashSetMoveIterator_ok(WTF::ListHashSet<int> &m, int a) {
  auto it = m.find(a);
  WTF::ListHashSet<int> n(std::move(m));
  use(*it);
}
