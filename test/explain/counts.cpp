// RUN: %explain --counts %s -- -std=c++20 | FileCheck %s
// RUN: %explain --counts --max-visits=1 %s -- -std=c++20 | FileCheck %s --check-prefix=OVER
// How many functions there are, pass the gate, have findings, or exceed a budget.
#include <map>

int outsideTheGate(int x) { return x + 1; }

int withFinding(std::map<int, int> &m, int k) {
  int &r = m[k];
  m.erase(k);
  return r;
}

void withoutFinding(std::map<int, int> &m, int k) {
  m[k] = 1;
  m.erase(k);
}

int withRefuted(std::map<int, int> &m, int k, bool drop) {
  int &r = m[k];
  if (drop)
    m.erase(k);
  return drop ? 0 : r;
}

// CHECK: functions: 4
// CHECK-NEXT: past the gate: 3
// CHECK-NEXT: findings: 1
// CHECK-NEXT: refuted: 1
// CHECK-NEXT: most steps: {{[1-9][0-9]*}}, with{{[a-zA-Z]*}}
// CHECK-NEXT: slowest: {{[0-9.]+}} ms

// OVER: findings: 0
// OVER-NEXT: refuted: 0
// OVER-NEXT: over MaxVisits: 3
