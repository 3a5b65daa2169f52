// RUN: %explain --lookups --states %s -- -std=c++20 | %FileCheck %s
// What tombstone-lookup-after-erase sees: keys that are gone, who looks for
// them, and what may insert them again.
#include <map>

int lookup(std::map<int, int> &m, int k) {
  m.erase(k);
  m[1] = 2;
  m.clear();
  return m.find(k)->second + m.at(k);
}
// CHECK-LABEL: lookup
// CHECK: kill ref,iter *m[k]
// CHECK-NEXT: + (*m) lacks k
// CHECK: may have *m[1]
// CHECK: kill ref,iter *m[*]
// CHECK: + (*m) is empty
// CHECK: find *m[k] as
// CHECK: iter (*m){{.*}} missing
// CHECK: need *m[k]
