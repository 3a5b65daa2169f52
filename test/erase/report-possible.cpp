// RUN: %tidy --config="{CheckOptions: {tombstone-use-after-erase.ReportPossible: true}}" %s -- -std=c++20 | %FileCheck %s
// With ReportPossible, kills whose relation to the element is unknown count too; kills of elements that
// are known to be others still do not.
#include <map>
#include <set>
#include <string>
#include <unordered_map>

void use(int);
void use(const std::string &);

using Map = std::map<int, std::string>;

void unrelatedKey_bad(Map &m, int k, int j) {
  std::string &r = m[k];
  m.erase(j);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void unrelatedKey_ok(Map &m) {
  std::string &r = m[1];
  m.erase(2);
  use(r);
}

void eraseIf_bad(Map &m, int k) {
  std::string &r = m[k];
  std::erase_if(m, [](const auto &entry) { return entry.first < 5; });
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) {{.*}}erased here
}

void eraseIf_ok(Map &m, int k) {
  std::string r = m[k];
  std::erase_if(m, [](const auto &entry) { return entry.first < 5; });
  use(r);
}

void eraseIfOfSet_bad(std::set<int> &s, int k) {
  auto it = s.find(k);
  std::erase_if(s, [](int x) { return x < 5; });
  use(*it);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void eraseIfOfOther_ok(std::set<int> &s, std::set<int> &other, int k) {
  auto it = s.find(k);
  std::erase_if(other, [](int x) { return x < 5; });
  use(*it);
}

void changedKey_bad(Map &m, int k, int other) {
  std::string &r = m[k];
  k = other;
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void otherElementsIterator_bad(std::unordered_map<int, int> &m, int k) {
  int &r = m[k];
  auto it = m.begin();
  m.erase(it);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void otherElementsIterator_ok(std::unordered_map<int, int> &m, int k) {
  int &r = m[k];
  auto it = m.find(k);
  auto next = std::next(it);
  if (next != m.end())
    m.erase(next);
  use(r);
}

void certain_bad(Map &m, int k) {
  std::string &r = m[k];
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

// A neighbour is known to be another element.
void nextTakenFirst_ok(Map &m, int k) {
  auto it = m.find(k);
  auto next = std::next(it);
  m.erase(it);
  if (next != m.end())
    use(next->second);
}

void previousTakenFirst_ok(Map &m, int k) {
  auto it = m.find(k);
  auto previous = std::prev(it);
  m.erase(it);
  use(previous->second);
}
