// RUN: %explain --states --function=both %s -- -std=c++20 | FileCheck %s --strict-whitespace
// RUN: %explain --events --function=both %s -- -std=c++20 | FileCheck %s --check-prefix=EVENTS
// The state at each block, and what each event changes in it.
#include <map>

int both(std::map<int, int> &m, int k, bool b) {
  int &r = m[k];
  if (b)
    m.erase(k);
  return r;
}

// CHECK-LABEL: states.cpp:6: both
// CHECK: {{^}}  block [[#]] -> [[#]]
// CHECK: {{^}}    7:12  [[FOUND:%[0-9]+]] := ref *m[k].second{{$}}
// CHECK-NEXT: {{^}}      + [[FOUND]] -> ref (*m)[#0].second{{$}}
// CHECK-NEXT: {{^}}      + (*m)[#0] has key k{{$}}
// CHECK: {{^}}    7:12  r := &*[[FOUND]]{{$}}
// CHECK-NEXT: {{^}}      + r -> ref (*m)[#0].second{{$}}
// CHECK: {{^}}    9:7  kill ref,iter *m[k]{{$}}
// CHECK: {{^}}      - r -> ref (*m)[#0].second{{$}}
// CHECK: {{^}}      + r -> ref (*m)[#0].second dead{{$}}
// CHECK: {{^}}  block
// CHECK: {{^}}      = r -> ref (*m)[#0].second, ref (*m)[#0].second dead{{$}}
// CHECK: {{^}}    10:10  use *r{{$}}
// CHECK: {{^}}      + r -> ref (*m)[#0].second, ref (*m)[#0].second reported{{$}}
// CHECK: {{^}}  10:10: 'r' is used after its element of 'm' was erased{{$}}

// EVENTS-LABEL: states.cpp:6: both
// EVENTS-NOT: {{^ *[-+=]}}
// EVENTS: kill ref,iter *m[k]
// EVENTS-NOT: {{^ *[-+=]}}
// EVENTS: use *r
