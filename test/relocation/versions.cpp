// RUN: %marks
// RUN: %tidy %s -- -std=c++20 -DABSL_LTS_RELEASE_VERSION=20240116 | %FileCheck %s --check-prefix=OLD
// RUN: %tidy %s -- -std=c++20 -DABSL_LTS_RELEASE_VERSION=20240722 | %FileCheck %s --check-prefix=NEW
// Rows are those of the version that the source includes: tables of Abseil keep
// a single element in the object itself since July 2024.
#include "Inputs/abseil.h"
#include <utility>

void use(int);

void moved(absl::flat_hash_map<int, int> &m, int k) {
  int &r = m[k];
  absl::flat_hash_map<int, int> other = std::move(m);
  use(r); // DEAD
}
// OLD-NOT: warning
// NEW: :[[@LINE-3]]:7: warning: 'r' is used after its element of 'm' may have moved
