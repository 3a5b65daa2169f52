// RUN: %check
// erase in its forms.
#include <map>
#include <set>
#include <string>
#include <unordered_map>

void use(int);
void use(const std::string &);
bool flag();

using Map = std::map<int, std::string>;

void byKey_bad(Map &m, int k) {
  std::string &r = m[k];
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after its element of 'm' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
}

void byKey_ok(Map &m, int k) {
  std::string &r = m[k];
  use(r);
  m.erase(k);
}

void byKeyKillsIterators_bad(Map &m, int k) {
  auto it = m.find(k);
  if (m.erase(k) == 1)
    use(it->second);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void byKeyOfMultimap_bad(std::multimap<int, std::string> &m, int k) {
  auto first = m.emplace(k, "one");
  auto second = m.emplace(k, "two");
  m.erase(k);
  use(second->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'second' is used after {{.*}} [tombstone-use-after-erase]
  first = m.end();
}

void byKeyOfMultimap_ok(std::multimap<int, std::string> &m, int k) {
  auto first = m.emplace(k, "one");
  auto second = m.emplace(k, "two");
  m.erase(first);
  use(second->second);
}

void byIterator_bad(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after its element of 'm' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'it' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here
}

void byIterator_ok(Map &m, int k) {
  auto it = m.find(k);
  it = m.erase(it);
  if (it != m.end())
    use(it->second);
}

void byIteratorKillsReferences_bad(Map &m, int k) {
  auto it = m.find(k);
  std::string &r = it->second;
  m.erase(it);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void byIteratorKillsReferences_ok(Map &m, int k) {
  auto it = m.find(k);
  std::string r = it->second;
  m.erase(it);
  use(r);
}

void byUnnamedIterator_bad(Map &m, int k) {
  std::string &r = m[k];
  m.erase(m.find(k));
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void byUnnamedIterator_ok(Map &m) {
  std::string &r = m[1];
  m.erase(m.find(2));
  use(r);
}

void postIncrement_bad(Map &m) {
  auto it = m.begin();
  std::string &r = it->second;
  m.erase(it++);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void postIncrement_ok(Map &m) {
  auto it = m.begin();
  m.erase(it++);
  if (it != m.end())
    use(it->second);
}

void ofCopyMadeByIncrement_bad(Map &m) {
  auto it = m.begin();
  std::string &r = it->second;
  auto dead = it++;
  m.erase(dead);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void byRange_bad(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it, m.end());
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after its element of 'm' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'it' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here
}

void byRange_ok(Map &m, int k) {
  auto it = m.find(k);
  m.erase(m.begin(), it);
  use(it->second);
}

void byWholeRange_bad(Map &m, int k) {
  std::string &r = m[k];
  m.erase(m.begin(), m.end());
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void byWholeRange_ok(Map &m, Map &other, int k) {
  std::string &r = m[k];
  other.erase(other.begin(), other.end());
  use(r);
}

void byRangeOfEquals_bad(std::multimap<int, std::string> &m, int k) {
  auto [first, last] = m.equal_range(k);
  m.erase(first, last);
  use(first->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'first' is used after {{.*}} [tombstone-use-after-erase]
}

void byRangeOfEquals_ok(std::multimap<int, std::string> &m, int k) {
  auto [first, last] = m.equal_range(k);
  first = m.erase(first, last);
  if (first != m.end())
    use(first->second);
}

void resultOfErase_bad(Map &m, int k) {
  auto it = m.erase(m.find(k));
  m.erase(it);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void resultOfErase_ok(Map &m, int k) {
  auto it = m.erase(m.find(k));
  if (it != m.end())
    use(it->second);
}

void inCondition_bad(Map &m, int k) {
  std::string &r = m[k];
  if (m.erase(k))
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void inCondition_ok(Map &m, int k) {
  if (m.erase(k))
    m[k] = "again";
  use(m[k]);
}

void inOneBranch_bad(Map &m, int k) {
  std::string &r = m[k];
  if (flag())
    m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void inOneBranch_ok(Map &m, int k) {
  std::string &r = m[k];
  if (flag())
    m.erase(k);
  else
    use(r);
}

void reinsertedIsAnother_bad(Map &m, int k) {
  std::string &r = m[k];
  m.erase(k);
  m[k] = "again";
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void reinsertedIsAnother_ok(Map &m, int k) {
  std::string *r = &m[k];
  m.erase(k);
  r = &(m[k] = "again");
  use(*r);
}

void elementOfSetAsKey_bad(std::set<std::string> &s) {
  auto it = s.begin();
  s.erase(*it);
  use(*it);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void elementOfSetAsKey_ok(std::set<std::string> &s) {
  auto it = s.begin();
  s.erase(*it);
  it = s.begin();
  if (it != s.end())
    use(*it);
}

void twoBugs_bad(Map &m, int a, int b) {
  std::string &first = m[a];
  std::string &second = m[b];
  m.erase(a);
  use(first);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'first' is used after {{.*}} [tombstone-use-after-erase]
  m.erase(b);
  use(second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'second' is used after {{.*}} [tombstone-use-after-erase]
}

void resultOfEraseThenClear_bad(Map &m, int k) {
  auto next = m.erase(m.find(k));
  m.clear();
  use(next->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'next' is used after {{.*}} [tombstone-use-after-erase]
}

void resultOfEraseThenClear_ok(Map &m, Map &other, int k) {
  auto next = m.erase(m.find(k));
  other.clear();
  use(next->second);
}
