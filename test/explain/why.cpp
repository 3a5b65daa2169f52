// RUN: %explain --why=12 %s -- -std=c++20 | FileCheck %s --check-prefix=FOUND
// RUN: %explain --why=14 %s -- -std=c++20 | FileCheck %s --check-prefix=REFUTED
// RUN: %explain --why=12 --solver-steps=1 %s -- -std=c++20 | FileCheck %s --check-prefix=UNDECIDED
// RUN: %explain --why=8 %s -- -std=c++20 | FileCheck %s --check-prefix=NONE
// The branches of a path that was found, and the conditions that refute one.
#include <map>
int f(std::map<int, int> &m, int k, bool drop, int mode) {
  int &r = m[k];
  if (drop || mode == 3)
    m.erase(k);
  if (mode == 2)
    return r;
  if (!drop && mode != 3)
    return r;
  return 0;
}

// FOUND: why.cpp:12:12: 'r' is used after its element of 'm' was erased
// FOUND-NEXT: {{^}}  an execution may come here:
// FOUND-NEXT: {{^}}    9:7: 'drop' is true
// FOUND-NEXT: {{^}}    11:7: 'mode == 2' is true
// FOUND-NOT: {{.}}

// REFUTED: why.cpp:14:12: 'r' is used after its element of 'm' was erased
// REFUTED-NEXT: {{^}}  no execution comes here, since these exclude each other:
// REFUTED-NEXT: {{^}}    9:7: 'drop'
// REFUTED-NEXT: {{^}}    9:15: 'mode == 3'
// REFUTED-NEXT: {{^}}    13:7: '!drop' is true
// REFUTED-NEXT: {{^}}    13:16: 'mode != 3' is true
// REFUTED-NOT: {{.}}

// UNDECIDED: nobody knows whether an execution comes here (SolverSteps)

// NONE: nothing was found on line 8
