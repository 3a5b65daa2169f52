// RUN: %check
// The results of insert, emplace and their relatives hold iterators too.
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

void use(int);
void use(const std::string &);

using Map = std::map<int, std::string>;

void structuredBinding_bad(Map &m, int k) {
  auto [it, inserted] = m.insert({k, "new"});
  m.erase(k);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after its element of 'm' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'it' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
}

void structuredBinding_ok(Map &m, int k) {
  auto [it, inserted] = m.insert({k, "new"});
  use(it->second);
  m.erase(it);
  use(inserted);
}

void constBinding_bad(Map &m, int k) {
  const auto &[it, inserted] = m.try_emplace(k, "new");
  m.erase(it);
  use(it->first);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void first_bad(Map &m, int k) {
  auto result = m.emplace(k, "new");
  m.erase(result.first);
  use(result.first->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void first_ok(Map &m, int k) {
  auto result = m.emplace(k, "new");
  result.first = m.erase(result.first);
  if (result.first != m.end())
    use(result.first->second);
}

void firstOfTemporary_bad(Map &m, int k) {
  auto it = m.insert({k, "new"}).first;
  m.erase(it);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void firstOfTemporary_ok(Map &m, int k) {
  auto it = m.insert({k, "new"}).first;
  m.erase(it);
  it = m.insert({k, "newer"}).first;
  use(it->second);
}

void referenceFromEmplace_bad(Map &m, int k) {
  std::string &r = m.emplace(k, "new").first->second;
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void referenceFromEmplace_ok(Map &m, int k) {
  std::string r = m.emplace(k, "new").first->second;
  m.erase(k);
  use(r);
}

void tryEmplace_bad(Map &m, int k) {
  std::string &r = m.try_emplace(k).first->second;
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void insertOrAssign_bad(Map &m, int k) {
  auto [it, inserted] = m.insert_or_assign(k, "new");
  m.erase(k);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void emplaceHint_bad(Map &m, int k) {
  auto it = m.emplace_hint(m.end(), k, "new");
  m.erase(it);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void insertWithHint_bad(std::set<int> &s, int k) {
  auto it = s.insert(s.begin(), k);
  s.erase(k);
  use(*it);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void multimapInsert_bad(std::multimap<int, int> &m, int k) {
  auto it = m.insert({k, 1});
  m.erase(k);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void multimapInsert_ok(std::multimap<int, int> &m, int k) {
  auto it = m.insert({k, 1});
  auto twin = m.insert({k, 2});
  m.erase(it);
  use(twin->second);
}

void tie_bad(std::set<std::string> &s, const std::string &k) {
  std::set<std::string>::iterator it;
  bool inserted = false;
  std::tie(it, inserted) = s.insert(k);
  s.erase(k);
  use(*it);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void tie_ok(std::set<std::string> &s, const std::string &k) {
  std::set<std::string>::iterator it;
  std::tie(it, std::ignore) = s.insert(k);
  use(*it);
  s.erase(it);
}

void insertedNode_bad(Map &from, Map &to, int k) {
  auto result = to.insert(from.extract(k));
  to.erase(k);
  use(result.position->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void insertedNode_ok(Map &from, Map &to, int k) {
  auto result = to.insert(from.extract(k));
  from.erase(k);
  use(result.position->second);
}

void unorderedEmplace_bad(std::unordered_map<int, std::string> &m, int k) {
  auto [it, inserted] = m.emplace(k, "new");
  m.clear();
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void unorderedEmplace_ok(std::unordered_map<int, std::string> &m, int k) {
  std::string &r = m.emplace(k, "new").first->second;
  m.emplace(k + 1, "another");
  use(r);
}

void inInitStatement_bad(Map &m, int k) {
  if (auto [it, inserted] = m.emplace(k, "new"); !inserted) {
    m.erase(it);
    use(it->second);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
  }
}

void inInitStatement_ok(Map &m, int k) {
  if (auto [it, inserted] = m.emplace(k, "new"); inserted)
    m.erase(it);
  else
    use(it->second);
}
