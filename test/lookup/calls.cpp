// RUN: split-file %s %t
// RUN: %tidy --config='{CheckOptions: {tombstone-lookup-after-erase.Effects: %t/own.effects}}' %t/own.cpp -- -std=c++20 | %FileCheck %t/own.cpp
// What rows say of functions and of a container of one's own. The miss that the
// documentation of Go's vet names is among them: the erasure is in one function
// and the look-up in another.

//--- own.effects
class app::SessionTable
  kind associative
  key id
  find(_)          -> ref this[#0]; tells this[#0]
  get(_)           needs this[#0]; -> ref this[#0]
  slot(_)          makes this[#0]; -> ref this[#0]
  drop(_)          kill ref,iter this[#0]
  dropAll()        kill ref,iter this[*]

functions
  deleteKey(_, _)  kill ref,iter #0[#1]
  getValue(_, _)   needs #0[#1]
  findValue(_, _)  -> ref #0[#1].second; tells #0[#1]

//--- own.cpp
#include <map>

namespace app {
struct Session {
  int id, hits;
};
class SessionTable {
public:
  Session *find(int);
  Session &get(int) const;
  Session &slot(int);
  void drop(int);
  void dropAll();
  void load();
};
} // namespace app

using Map = std::map<int, int>;
void deleteKey(Map &m, int k);
int getValue(const Map &m, int k);
int *findValue(Map &m, int k);

int vet_bad(Map &m, int k) {
  deleteKey(m, k);
  return getValue(m, k);
  // CHECK: :[[#@LINE-1]]:10: warning: 'getValue(m, k)' finds nothing, since key 'k' was erased [tombstone-lookup-after-erase]
  // CHECK: :[[#@LINE-3]]:3: note: (1) erased here, by key 'k'
}

int vetFound_bad(Map &m, int k) {
  deleteKey(m, k);
  return *findValue(m, k);
  // CHECK: :[[#@LINE-1]]:10: warning: 'findValue(m, k)' is dereferenced although key 'k' was erased
}

int vetOtherKey_ok(Map &m, int k, int other) {
  deleteKey(m, k);
  return getValue(m, other);
}

int vetInserted_ok(Map &m, int k) {
  deleteKey(m, k);
  m[k] = 1;
  return getValue(m, k);
}

int vetTested_ok(Map &m, int k) {
  deleteKey(m, k);
  int *p = findValue(m, k);
  return p ? *p : 0;
}

int found_bad(app::SessionTable &t, int id) {
  t.drop(id);
  return t.find(id)->hits;
  // CHECK: :[[#@LINE-1]]:{{[0-9]+}}: warning: 't.find(id)' is dereferenced although key 'id' was erased
}

int needed_bad(app::SessionTable &t, int id) {
  t.dropAll();
  return t.get(id).hits;
  // CHECK: :[[#@LINE-1]]:12: warning: 't.get(id)' finds nothing, since every element of 't' was erased
}

int made_bad(app::SessionTable &t, int id) {
  t.drop(id);
  return t.slot(id).hits;
  // CHECK: :[[#@LINE-1]]:12: warning: 't.slot(id)' reads a new default value, since key 'id' was erased
}

int loaded_ok(app::SessionTable &t, int id) {
  t.drop(id);
  t.load();
  return t.get(id).hits;
}
