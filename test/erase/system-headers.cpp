// RUN: %check
// Nothing is reported in system headers, neither in their functions nor in their templates' instances;
// the user's own code is, also where it uses their macros.
#include "Inputs/library.h"
#include <map>

void use(int);

void callsIntoLibrary(std::map<int, int> &m, int k) {
  use(library::drop(m, k));
  use(library::dropFirst(m));
}

void libraryMacroKills_bad(std::map<int, int> &m, int k) {
  int &r = m[k];
  LIBRARY_DROP(m, k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void libraryMacroKills_ok(std::map<int, int> &m, int k) {
  int r = m[k];
  LIBRARY_DROP(m, k);
  use(r);
}

void besideLibrary_bad(std::map<int, int> &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}
