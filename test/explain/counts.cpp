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

// CHECK: functions: 3
// CHECK-NEXT: past the gate: 2
// CHECK-NEXT: findings: 1
// CHECK-NEXT: most steps: {{[1-9][0-9]*}}, with{{(out)?}}Finding
// CHECK-NEXT: slowest: {{[0-9.]+}} ms

// OVER: findings: 0
// OVER-NEXT: over MaxVisits: 2
