// RUN: %marks %llvm_flags
// LLVM's maps, with the headers of LLVM itself.
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"

void use(int);
using Map = llvm::DenseMap<int, int>;

void index_bad(Map &m, int k) {
  m.erase(k);
  use(m[k]); // GONE
}

void find_bad(Map &m, int k) {
  m.erase(k);
  use(m.find(k)->second); // GONE
}

void at_bad(Map &m, int k) {
  m.erase(k);
  use(m.at(k)); // GONE
}

// It returns a default value, and inserts nothing.
void lookup_ok(Map &m, int k) {
  m.erase(k);
  use(m.lookup(k));
}

void inserted_ok(Map &m, int k) {
  m.erase(k);
  m.try_emplace(k, 1);
  use(m.at(k));
}

void string_bad(llvm::StringMap<int> &m, llvm::StringRef k) {
  m.erase(k);
  use(m.find(k)->second); // GONE
}
