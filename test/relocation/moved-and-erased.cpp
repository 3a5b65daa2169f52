// Each check says its own part; where both look, what is gone is said alone.
//
// RUN: %tidy --checks='-*,tombstone-use-after-erase' %s -- -std=c++20 | FileCheck %s --check-prefix=ERASE
// RUN: %tidy --checks='-*,tombstone-use-after-relocation' %s -- -std=c++20 | FileCheck %s --check-prefix=MOVE
// RUN: %tidy %s -- -std=c++20 | FileCheck %s --check-prefix=BOTH

#include <unordered_map>

using Map = std::unordered_map<int, int>;

int movedThenErased_bad(Map &m) {
  auto it = m.find(1);
  m.rehash(100);
  m.erase(1);
  return it->second;
}

int erasedThenMoved_bad(Map &m) {
  auto it = m.find(1);
  m.erase(1);
  m.rehash(100);
  return it->second;
}

int onlyMoved_bad(Map &m) {
  auto it = m.find(1);
  m.rehash(100);
  return it->second;
}

// ERASE-NOT: warning:
// ERASE: :15:10: warning: {{.*}}[tombstone-use-after-erase]
// ERASE: :22:10: warning: {{.*}}[tombstone-use-after-erase]
// ERASE-NOT: warning:

// MOVE-NOT: warning:
// MOVE: :15:10: warning: {{.*}}[tombstone-use-after-relocation]
// MOVE: :28:10: warning: {{.*}}[tombstone-use-after-relocation]
// MOVE-NOT: warning:

// BOTH-NOT: warning:
// BOTH: :15:10: warning: {{.*}}[tombstone-use-after-erase]
// BOTH-NOT: warning:
// BOTH: :22:10: warning: {{.*}}[tombstone-use-after-erase]
// BOTH-NOT: warning:
// BOTH: :28:10: warning: {{.*}}[tombstone-use-after-relocation]
// BOTH-NOT: warning:
