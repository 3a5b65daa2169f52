// RUN: %marks
// Unreal Engine's containers: iterators are numbers, and stay.
#include "Inputs/unreal.h"
#include <utility>

void use(int);

void arrayInMap_bad(TMap<int, TArray<int>> &m, int k) {
  TArray<int> &array = m.FindOrAdd(k);
  int &r = array[0];
  array.Add(1);
  use(r); // DEAD
}

void string_bad(TMap<int, FString> &m, int k) {
  const char16_t *text = *m[k];
  m.Remove(k);
  use(*text); // ERASED
}

void moveTemp_ok(TMap<int, int> &m, int k) {
  int &r = m[k];
  TMap<int, int> n(MoveTemp(m));
  use(r);
}

void mapInsertReference_bad(TMap<int, int> &m, int a, int b) {
  int &r = m.FindOrAdd(a);
  m.Add(b, 1);
  use(r); // DEAD
}

void mapInsertPointer_bad(TMap<int, int> &m, int a, int b) {
  int *p = m.Find(a);
  m.FindOrAdd(b);
  use(*p); // DEAD
}

void mapInsertReference2_bad(TMap<int, int> &m, int a, int b) {
  int &r = m.FindOrAdd(a);
  m.Emplace(b, 1);
  use(r); // DEAD
}

void mapInsertSameKey_ok(TMap<int, int> &m, int a) {
  int &r = m.FindOrAdd(a);
  m.FindOrAdd(a);
  use(r);
}

void mapArgument_bad(TMap<int, int> &m, int a, int b) {
  m.Add(b, m[a]); // DEAD
}

void mapEraseReference_bad(TMap<int, int> &m, int a) {
  int &r = m.FindOrAdd(a);
  m.Remove(a);
  use(r); // ERASED
}

void mapEraseOther_ok(TMap<int, int> &m) {
  int &r = m.FindOrAdd(1);
  m.Remove(2);
  use(r);
}

void mapClear_bad(TMap<int, int> &m, int a) {
  int &r = m.FindOrAdd(a);
  m.Empty();
  use(r); // ERASED
}

void mapReserveReference_bad(TMap<int, int> &m, int a) {
  int &r = m.FindOrAdd(a);
  m.Reserve(100);
  use(r); // DEAD
}

void mapReserveFirst_ok() {
  TMap<int, int> m;
  m.Reserve(100);
  int &r = m.FindOrAdd(1);
  m.Add(2, 1);
  use(r);
}

void mapMoveReference_ok(TMap<int, int> &m, int a) {
  int &r = m.FindOrAdd(a);
  TMap<int, int> n(std::move(m));
  use(r);
}

void multiMapInsertReference_bad(TMultiMap<int, int> &m, int a, int b) {
  int &r = *m.Find(a);
  m.Add(b, 1);
  use(r); // DEAD
}

void multiMapInsertPointer_bad(TMultiMap<int, int> &m, int a, int b) {
  int *p = m.Find(a);
  m.AddUnique(b, 1);
  use(*p); // DEAD
}

void multiMapEraseReference_bad(TMultiMap<int, int> &m, int a) {
  int &r = *m.Find(a);
  m.Remove(a);
  use(r); // ERASED
}

void multiMapEraseOther_ok(TMultiMap<int, int> &m) {
  int &r = *m.Find(1);
  m.Remove(2);
  use(r);
}

void multiMapClear_bad(TMultiMap<int, int> &m, int a) {
  int &r = *m.Find(a);
  m.Reset();
  use(r); // ERASED
}

void multiMapReserveReference_bad(TMultiMap<int, int> &m, int a) {
  int &r = *m.Find(a);
  m.Reserve(100);
  use(r); // DEAD
}

void multiMapReserveFirst_ok() {
  TMultiMap<int, int> m;
  m.Reserve(100);
  int &r = *m.Find(1);
  m.Add(2, 1);
  use(r);
}

void setInsertReference_bad(TSet<int> &m, int a, int b) {
  int &r = *m.Find(a);
  m.Add(b);
  use(r); // DEAD
}

void setInsertPointer_bad(TSet<int> &m, int a, int b) {
  int *p = m.Find(a);
  m.FindOrAdd(b);
  use(*p); // DEAD
}

void setEraseReference_bad(TSet<int> &m, int a) {
  int &r = *m.Find(a);
  m.Remove(a);
  use(r); // ERASED
}

void setEraseOther_ok(TSet<int> &m) {
  int &r = *m.Find(1);
  m.Remove(2);
  use(r);
}

void setClear_bad(TSet<int> &m, int a) {
  int &r = *m.Find(a);
  m.Empty();
  use(r); // ERASED
}

void setReserveReference_bad(TSet<int> &m, int a) {
  int &r = *m.Find(a);
  m.Reserve(100);
  use(r); // DEAD
}

void setReserveFirst_ok() {
  TSet<int> m;
  m.Reserve(100);
  int &r = *m.Find(1);
  m.Add(2);
  use(r);
}

void setMoveReference_ok(TSet<int> &m, int a) {
  int &r = *m.Find(a);
  TSet<int> n(std::move(m));
  use(r);
}
