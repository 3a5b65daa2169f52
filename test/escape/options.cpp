// RUN: %tidy --config='{CheckOptions: {tombstone-escaped-handle.ReportPossible: true}}' %s -- -std=c++20 | %FileCheck %s
// RUN: %tidy --config='{CheckOptions: {tombstone-escaped-handle.NodeIterators: false}}' %s -- -std=c++20 | %FileCheck %s --check-prefix=NODES
// Keys that may be equal are reported on demand; iterators of nodes unless the user declines.
#include <map>
#include <unordered_map>

int *otherKey(std::map<int, int> &m, int k, int j) {
  int *p = &m[k];
  m.erase(j);
  return p;
  // CHECK: :[[@LINE-1]]:10: warning: 'p' leaves the function although its element of 'm' was erased, if the keys are equal [tombstone-escaped-handle]
}

int *g;

void storedBefore(std::map<int, int> &m, int k, int j) {
  g = &m[k];
  m.erase(j);
  // CHECK: :[[@LINE-2]]:5: warning: 'm[k]' is stored in 'g', and its element of 'm' is erased before the function ends, if the keys are equal [tombstone-escaped-handle]
}

int *differentKey(std::map<int, int> &m) {
  int *p = &m[1];
  m.erase(2);
  return p;
}

using Table = std::unordered_map<int, int>;

Table::iterator rehashed(Table &m, int k) {
  auto it = m.find(k);
  m.rehash(100);
  return it;
  // CHECK: :[[@LINE-1]]:10: warning: 'it' leaves the function although 'm' may have been rehashed [tombstone-escaped-handle]
}

Table::iterator erased(Table &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  return it;
  // CHECK: :[[@LINE-1]]:10: warning: 'it' leaves the function although its element of 'm' was erased [tombstone-escaped-handle]
  // NODES: :[[@LINE-2]]:10: warning: 'it' leaves the function although its element of 'm' was erased [tombstone-escaped-handle]
}
