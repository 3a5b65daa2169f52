// RUN: %check
// Templates: their instances are checked, and one place in the source gives one report, however many
// instances show it.
#include <map>
#include <set>
#include <string>
#include <unordered_map>

void use(long);
void use(const std::string &);

template <class T> void valueType_bad(std::map<int, T> &m, int k) {
  T &r = m[k];
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
}
template void valueType_bad<int>(std::map<int, int> &, int);
template void valueType_bad<long>(std::map<int, long> &, int);
template void valueType_bad<std::string>(std::map<int, std::string> &, int);

template <class T> void valueType_ok(std::map<int, T> &m, int k) {
  T r = m[k];
  m.erase(k);
  use(r);
}
template void valueType_ok<int>(std::map<int, int> &, int);
template void valueType_ok<std::string>(std::map<int, std::string> &, int);

template <class M> void containerType_bad(M &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}
template void containerType_bad(std::map<int, int> &, int);
template void containerType_bad(std::unordered_map<int, int> &, int);

template <class M> void containerType_ok(M &m, int k) {
  auto it = m.find(k);
  it = m.erase(it);
  if (it != m.end())
    use(it->second);
}
template void containerType_ok(std::map<int, int> &, int);
template void containerType_ok(std::unordered_map<int, int> &, int);

struct Vault {
  struct Item {
    int second = 0;
    Item *operator->() { return this; }
  };
  Item find(int) { return {}; }
  void erase(Item) {}
};

template <class M> void oneInstanceOnly_bad(M &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}
template void oneInstanceOnly_bad(Vault &, int);
template void oneInstanceOnly_bad(std::multimap<int, int> &, int);

template <class... T> void variadic_bad(std::map<int, T> &...m) {
  auto drop = [](auto &map) {
    auto it = map.begin();
    map.erase(it);
    use(it->second);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
  };
  (drop(m), ...);
}
template void variadic_bad(std::map<int, int> &, std::map<int, long> &);

template <class... T> void variadic_ok(std::map<int, T> &...m) {
  auto drop = [](auto &map) {
    auto it = map.begin();
    use(it->second);
    map.erase(it);
  };
  (drop(m), ...);
}
template void variadic_ok(std::map<int, int> &, std::map<int, long> &);

template <class S>
concept SetLike = requires(S s) { s.insert(*s.begin()); };

void concept_bad(SetLike auto &s) {
  auto it = s.begin();
  s.erase(it);
  use(*it);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}
template void concept_bad(std::set<int> &);
template void concept_bad(std::multiset<int> &);

void concept_ok(SetLike auto &s) {
  auto it = s.begin();
  use(*it);
  s.erase(it);
}
template void concept_ok(std::set<int> &);

template <class T> struct Cache {
  std::map<int, T> items_;
  void member_bad(int k) {
    T &r = items_[k];
    items_.erase(k);
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  }
  void member_ok(int k) {
    T &r = items_[k];
    use(r);
    items_.erase(k);
  }
  template <class K> void memberTemplate_bad(K k) {
    T &r = items_[k];
    items_.clear();
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  }
};
template struct Cache<int>;
template struct Cache<std::string>;
template void Cache<int>::memberTemplate_bad(int);
template void Cache<int>::memberTemplate_bad(short);

template <class T> void neverInstantiated_ok(std::map<int, T> &m) { m.clear(); }

void instances_bad(std::map<int, int> &a, std::map<int, std::string> &b, int k) {
  auto drop = [k](auto &m) {
    auto &r = m[k];
    m.erase(k);
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  };
  drop(a);
  drop(b);
}
