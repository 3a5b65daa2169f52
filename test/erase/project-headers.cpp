// RUN: %tidy --header-filter=.* %s -- -std=c++20 | %FileCheck %s
// Headers of the project are checked when the header filter lets them through.
#include "Inputs/project.h"

// CHECK: project.h:7:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]

int callsHeader_ok(std::map<int, int> &m, int k) {
  m[k] = 1;
  return m[k];
}
