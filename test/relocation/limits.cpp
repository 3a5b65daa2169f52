// RUN: %relocation
// Known limits. FP_ functions are correct, FN_ functions are wrong; each says
// what one would have to know. An engine that knows it moves the function to the
// file of its idea. A CHECK in an FP_ function is a false report as it is today.
#include "Inputs/abseil.h"
#include <unordered_map>

void use(int);
bool flag();
using Map = std::unordered_map<int, int>;
using Flat = absl::flat_hash_map<int, int>;

// ===-- Keys ----------------------------------------------------------------===

// How often the loop runs: room for some is no room for more.
void FN_reservedForLoop() {
  Map m;
  m.reserve(2);
  auto it = m.emplace(-1, 0).first;
  for (int i = 0; i < 10; ++i)
    m.emplace(i, 0);
  use(it->second);
}

// ===-- Comparisons ---------------------------------------------------------===

// A comparison of an iterator that a rehash ended is no use that a check
// reports: what it compares is an address, which is what code relies on.
void FN_endedIteratorCompared(Map &m, int k, int j) {
  auto it = m.find(k);
  m[j] = 1;
  if (it == m.begin())
    use(k);
}

// ===-- Functions -----------------------------------------------------------===

int &slotOf(Flat &m, int k);
void addTo(Flat &m, int k);

// What another function inserts.
void FN_insertedByCallee(Flat &m, int k, int j) {
  int &r = m[k];
  addTo(m, j);
  use(r);
}

// What another function hands out.
void FN_handedOutByCallee(Flat &m, int k, int j) {
  int &r = slotOf(m, k);
  m[j] = 1;
  use(r);
}

// Two parameters may be one object.
void FN_twoNames(Map &a, Map &b, int k, int j) {
  auto it = a.find(k);
  b[j] = 1;
  use(it->second);
}

// That size() says whether there is room, and whether it grew.
void FP_sizeTested(Flat &m, int k, int j) {
  int &r = m[k];
  const auto before = m.size();
  m[j] += 0;
  if (m.size() == before)
    use(r);
    // CHECK: :[[@LINE-1]]:9: warning: 'r' is used after its element of 'm' may have moved [tombstone-use-after-relocation]
}
