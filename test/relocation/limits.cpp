// RUN: %relocation
// Known limits. FP_ functions are correct, FN_ functions are wrong; each says
// what one would have to know. An engine that knows it moves the function to the
// file of its idea. A CHECK in an FP_ function is a false report as it is today.
#include "Inputs/abseil.h"
#include "Inputs/qt.h"
#include <list>
#include <queue>
#include <stack>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

void use(int);
bool flag();
using Map = std::unordered_map<int, int>;
using Flat = absl::flat_hash_map<int, int>;
struct Price {
  int cents;
  std::string name;
};
using Prices = absl::flat_hash_map<int, Price>;

// ===-- Conditions ----------------------------------------------------------===

// A call that may throw ends its block: the branch behind it is not the one to
// its handler.
void FN_notContained(Flat &m, int k, int j) {
  if (m.contains(j))
    return;
  int &r = m[k];
  m[j] = 1;
  use(r);
}

// A call that may throw ends its block: the branch behind it is not the one to
// its handler.
void FN_countedNone(Flat &m, int k, int j) {
  if (m.count(j) == 0) {
    int &r = m[k];
    m[j] = 1;
    use(r);
  }
}

// A call that may throw ends its block: the branch behind it is not the one to
// its handler.
void FN_oneContained(Flat &m, int k, int j) {
  if (m.contains(j) || flag()) {
    int &r = m[k];
    m[j] = 1;
    use(r);
  }
}

// A call that may throw ends its block: the branch behind it is not the one to
// its handler.
void FN_joinedAfterTest(Flat &m, int k, int j) {
  if (m.contains(j))
    use(1);
  int &r = m[k];
  m[j] = 1;
  use(r);
}

// ===-- Keys ----------------------------------------------------------------===

// Keys repeat: that the key is there prevents no insertion.
void FN_countOfTwo(std::unordered_multimap<int, int> &m, int k, int j) {
  auto it = m.find(k);
  if (m.count(j) > 0) {
    m.emplace(j, 1);
    use(it->second);
  }
}

// Keys repeat: that the key is there prevents no insertion.
void FN_insertedTwiceInMulti(std::unordered_multiset<int> &s, int k) {
  auto it = s.insert(k);
  s.insert(k);
  use(*it);
}

// A copy of a key keeps the value that its original loses.
void FP_copyOfChangedKey(Flat &m, int k) {
  const int old = k;
  int &r = m[k];
  ++k;
  m[old] = 1;
  use(r);
  // CHECK: :[[@LINE-1]]:7: warning: 'r' is used after its element of 'm' may have moved [tombstone-use-after-relocation]
}

// How often the loop runs: room for some is no room for more.
void FN_reservedForLoop() {
  Map m;
  m.reserve(2);
  auto it = m.emplace(-1, 0).first;
  for (int i = 0; i < 10; ++i)
    m.emplace(i, 0);
  use(it->second);
}

// ===-- Order ---------------------------------------------------------------===

// The right operand runs first, though the graph has it in a later block.
void FN_assignAt(Prices &m, int a, int b) {
  m[a] = m.at(b);
}

// The right operand of a compound assignment runs first, too.
void FP_compound(Flat &m, int a, int b) {
  m[a] += m[b];
  // CHECK: :[[@LINE-1]]:3: warning: 'm[a]' is used after its element of 'm' may have moved [tombstone-use-after-relocation]
}

// ===-- Handles in containers -----------------------------------------------===

// That the list changes doesn't take what is in it away.
void FN_iteratorsInVector(Map &m, int k, int j) {
  std::vector<Map::iterator> list;
  list.push_back(m.find(k));
  m[j] = 1;
  use(list.back()->second);
}

// That the list changes doesn't take what is in it away.
void FN_pointersInVector(Flat &m, const std::vector<int> &keys) {
  std::vector<int *> list;
  for (int k : keys)
    list.push_back(&m[k]);
  for (int *p : list)
    use(*p);
}

// That the list changes doesn't take what is in it away.
void FN_stackOfIterators(Map &m, int j) {
  std::stack<Map::iterator> todo;
  todo.push(m.begin());
  while (!todo.empty()) {
    Map::iterator it = todo.top();
    use(it->second);
    m[j] = 1;
  }
}

// That the list changes doesn't take what is in it away.
void FN_queueOfPointers(Flat &m, int k, int j) {
  std::queue<int *> todo;
  todo.push(&m[k]);
  m[j] = 1;
  use(*todo.front());
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

// ===-- Sharing -------------------------------------------------------------===

// A copy shares, also where a temporary was between it and the original.
void FN_copyThenWrite(QMap<int, int> &m, int k) {
  auto it = m.find(k);
  QMap<int, int> copy = m;
  m.detach();
  use(*it);
}

// A copy shares, also where a temporary was between it and the original.
void FN_copyThenSubscript(QMap<int, int> &m, int k) {
  int &r = m[k];
  QMap<int, int> copy = m;
  m[1] = 2;
  use(r);
}

// A copy shares, also where a temporary was between it and the original.
void FN_copyOfHash(QHash<int, int> &m, int k) {
  auto it = m.find(k);
  QHash<int, int> copy = m;
  m.begin();
  use(*it);
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

// A flag remembers that the key was there.
void FP_insertedFlag(Flat &m, int k, int j) {
  int &r = m[k];
  const bool isNew = m.try_emplace(j, 0).second;
  if (!isNew)
    use(r);
    // CHECK: :[[@LINE-1]]:9: warning: 'r' is used after its element of 'm' may have moved [tombstone-use-after-relocation]
}

// Two keys that a condition found equal are one key.
void FP_equalKeys(Flat &m, int k, int j) {
  int &r = m[k];
  if (k == j) {
    m[j] = 1;
    use(r);
    // CHECK: :[[@LINE-1]]:9: warning: 'r' is used after its element of 'm' may have moved [tombstone-use-after-relocation]
  }
}
