// RUN: %check
// Every associative container of the standard library, its pmr alias, and classes derived from one.
#include <map>
#include <memory_resource>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

void use(int);
void use(const std::string &);

void map_bad(std::map<int, int> &m, int k) {
  int &r = m[k];
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after its element of 'm' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
}

void map_ok(std::map<int, int> &m, int k) {
  int &r = m[k];
  use(r);
  m.erase(k);
}

void multimap_bad(std::multimap<int, int> &m, int k) {
  auto it = m.find(k);
  m.erase(k);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after its element of 'm' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'it' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
}

void multimap_ok(std::multimap<int, int> &m, int k) {
  auto it = m.find(k);
  auto next = std::next(it);
  m.erase(it);
  if (next != m.end())
    use(next->second);
}

void set_bad(std::set<std::string> &s, const std::string &k) {
  const std::string &r = *s.find(k);
  s.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after its element of 's' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 's' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
}

void set_ok(std::set<std::string> &s, const std::string &k) {
  const std::string r = *s.find(k);
  s.erase(k);
  use(r);
}

void multiset_bad(std::multiset<int> &s, int k) {
  auto it = s.insert(k);
  s.erase(it);
  use(*it);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after its element of 's' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'it' refers to an element of 's' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here
}

void multiset_ok(std::multiset<int> &s, int k) {
  auto one = s.insert(k);
  auto two = s.insert(k);
  s.erase(one);
  use(*two);
}

void unorderedMap_bad(std::unordered_map<std::string, int> &m, const std::string &k) {
  int &r = m[k];
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after its element of 'm' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
}

void unorderedMap_ok(std::unordered_map<std::string, int> &m, const std::string &k) {
  int r = m[k];
  m.erase(k);
  use(r);
}

void unorderedMultimap_bad(std::unordered_multimap<int, int> &m, int k) {
  int &r = m.emplace(k, 7)->second;
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after its element of 'm' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
}

void unorderedMultimap_ok(std::unordered_multimap<int, int> &m, int k) {
  auto it = m.emplace(k, 7);
  it = m.erase(it);
  if (it != m.end())
    use(it->second);
}

void unorderedSet_bad(std::unordered_set<std::string> &s, const std::string &k) {
  auto it = s.find(k);
  s.erase(it);
  use(*it);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after its element of 's' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'it' refers to an element of 's' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here
}

void unorderedSet_ok(std::unordered_set<std::string> &s, const std::string &k) {
  auto it = s.find(k);
  use(*it);
  s.erase(it);
}

void unorderedMultiset_bad(std::unordered_multiset<int> &s, int k) {
  const int &r = *s.insert(k);
  s.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after its element of 's' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 's' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
}

void unorderedMultiset_ok(std::unordered_multiset<int> &s, int k) {
  auto one = s.insert(k);
  auto two = s.insert(k);
  s.erase(one);
  use(*two);
}

void pmrMap_bad(std::pmr::map<int, int> &m, int k) {
  int &r = m[k];
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after its element of 'm' was erased [tombstone-use-after-erase]
}

void pmrMap_ok(std::pmr::map<int, int> &m, int k) {
  int r = m[k];
  m.erase(k);
  use(r);
}

void pmrUnorderedSet_bad(std::pmr::unordered_set<int> &s, int k) {
  auto it = s.find(k);
  s.erase(k);
  use(*it);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after its element of 's' was erased [tombstone-use-after-erase]
}

void pmrUnorderedSet_ok(std::pmr::unordered_set<int> &s, int k) {
  auto it = s.find(k);
  use(*it);
  s.erase(k);
}

struct ByLength {
  bool operator()(const std::string &a, const std::string &b) const { return a.size() < b.size(); }
};
using Ranking = std::map<std::string, int, ByLength>;

void typedefWithComparator_bad(Ranking &ranking, const std::string &k) {
  int &r = ranking[k];
  ranking.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after its element of 'ranking' was erased [tombstone-use-after-erase]
}

void typedefWithComparator_ok(Ranking &ranking, const std::string &k) {
  int &r = ranking[k];
  ranking["a longer name"] = 1;
  use(r);
}

class Registry : public std::map<int, std::string> {
public:
  void drop_bad(int k) {
    std::string &r = (*this)[k];
    erase(k);
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  }
  void drop_ok(int k) {
    std::string r = (*this)[k];
    erase(k);
    use(r);
  }
};

void derivedClass_bad(Registry &registry, int k) {
  auto it = registry.find(k);
  registry.erase(it);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after its element of 'registry' was erased [tombstone-use-after-erase]
}

void derivedClass_ok(Registry &registry, int k) {
  auto it = registry.find(k);
  it = registry.erase(it);
  if (it != registry.end())
    use(it->second);
}

class Table : std::map<int, int> {
public:
  using map::map;
  using map::erase;
  using map::operator[];
};

void privateBaseWithUsings_bad(Table &table, int k) {
  int &r = table[k];
  table.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after its element of 'table' was erased [tombstone-use-after-erase]
}

void privateBaseWithUsings_ok(Table &table, int k) {
  int &r = table[k];
  table[k + 1] = 3;
  use(r);
}
