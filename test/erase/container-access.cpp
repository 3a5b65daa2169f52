// RUN: %check
// The many ways to name one container: the handle is taken by one name, the element erased by another.
#include <array>
#include <map>
#include <memory>
#include <tuple>
#include <utility>

void use(int);
bool flag();

using Map = std::map<int, int>;

void reference_bad(Map &m, int k) {
  Map &alias = m;
  int &r = alias[k];
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void reference_ok(Map &m, Map &other, int k) {
  Map &alias = other;
  int &r = alias[k];
  m.erase(k);
  use(r);
}

void pointer_bad(Map *m, int k) {
  int &r = (*m)[k];
  m->erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void pointer_ok(Map *m, Map *other, int k) {
  int &r = (*m)[k];
  m = other;
  m->erase(k);
  use(r);
}

void pointerToLocal_bad(int k) {
  Map m;
  Map *p = &m;
  int &r = m[k];
  p->erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void pointerToLocal_ok(int k) {
  Map m, other;
  Map *p = &other;
  int &r = m[k];
  p->erase(k);
  use(r);
}

void eitherOfTwo_bad(Map &a, Map &b, int k) {
  Map &either = flag() ? a : b;
  int &r = either[k];
  either.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void eitherOfTwo_ok(Map &a, Map &b, Map &c, int k) {
  Map &either = flag() ? a : b;
  int &r = either[k];
  c.erase(k);
  use(r);
}

struct Cache {
  Map items_;
  Map spare_;
  void member_bad(int k) {
    int &r = items_[k];
    items_.erase(k);
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after its element of 'items_' was erased [tombstone-use-after-erase]
    // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'items_' from here
    // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
  }
  void member_ok(int k) {
    int &r = items_[k];
    spare_.erase(k);
    use(r);
  }
  void throughThis_bad(int k) {
    int &r = this->items_[k];
    items_.erase(k);
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  }
  void throughThis_ok(Cache &other, int k) {
    int &r = this->items_[k];
    other.items_.erase(k);
    use(r);
  }
};

struct Store {
  Map items;
  Cache inner;
};

void fieldOfObject_bad(Store s, int k) {
  int &r = s.items[k];
  s.items.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void fieldOfObject_ok(Store s, Store t, int k) {
  int &r = s.items[k];
  t.items.erase(k);
  use(r);
}

void fieldsOfFields_bad(Store *p, int k) {
  int &r = p->inner.items_[k];
  p->inner.items_.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void fieldsOfFields_ok(Store *p, int k) {
  int &r = p->inner.items_[k];
  p->items.erase(k);
  use(r);
}

void aliasOfField_bad(Store *p, int k) {
  Cache &inner = p->inner;
  int &r = inner.items_[k];
  p->inner.items_.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void aliasOfField_ok(Store *p, int k) {
  Cache &inner = p->inner;
  int &r = inner.items_[k];
  p->inner.spare_.erase(k);
  use(r);
}

Map globalMap;
namespace app {
Map namespaceMap;
}

void global_bad(int k) {
  int &r = globalMap[k];
  globalMap.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void global_ok(int k) {
  int &r = globalMap[k];
  app::namespaceMap.erase(k);
  use(r);
}

void namespaceScope_bad(int k) {
  int &r = app::namespaceMap[k];
  app::namespaceMap.clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void namespaceScope_ok(int k) {
  int &r = app::namespaceMap[k];
  globalMap.clear();
  use(r);
}

void functionStatic_bad(int k) {
  static Map memo;
  int &r = memo[k];
  memo.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void functionStatic_ok(int k) {
  static Map memo;
  int r = memo[k];
  memo.erase(k);
  use(r);
}

void arrayElement_bad(int k) {
  Map maps[2];
  int &r = maps[0][k];
  maps[0].erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void arrayElement_ok(int k) {
  Map maps[2];
  int &r = maps[0][k];
  maps[1].erase(k);
  use(r);
}

void arrayElementByVariable_bad(std::array<Map, 4> &maps, unsigned i, int k) {
  int &r = maps[i][k];
  maps[i].erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void arrayElementByVariable_ok(std::array<Map, 4> &maps, unsigned i, int k) {
  int &r = maps[i][k];
  ++i;
  maps[i].erase(k);
  use(r);
}

void uniquePtr_bad(std::unique_ptr<Map> &owner, int k) {
  int &r = (*owner)[k];
  owner->erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void uniquePtr_ok(std::unique_ptr<Map> &owner, std::unique_ptr<Map> &other, int k) {
  int &r = (*owner)[k];
  other->erase(k);
  use(r);
}

void sharedPtr_bad(std::shared_ptr<Map> owner, int k) {
  Map *raw = owner.get();
  int &r = raw->at(k);
  owner->erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void sharedPtr_ok(std::shared_ptr<Map> owner, int k) {
  Map *raw = owner.get();
  int r = raw->at(k);
  owner->erase(k);
  use(r);
}

void copyOfSharedPtr_bad(std::shared_ptr<Map> owner, int k) {
  std::shared_ptr<Map> copy = owner;
  int &r = copy->at(k);
  owner->erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void structuredBinding_bad(std::pair<Map, Map> &maps, int k) {
  auto &[live, dead] = maps;
  int &r = live[k];
  live.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void structuredBinding_ok(std::pair<Map, Map> &maps, int k) {
  auto &[live, dead] = maps;
  int &r = live[k];
  dead.erase(k);
  use(r);
}

void bindingAndItsMember_bad(Store &s, int k) {
  auto &[items, inner] = s;
  int &r = items[k];
  s.items.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void bindingOfCopy_ok(Store &s, int k) {
  auto [items, inner] = s;
  int &r = items[k];
  s.items.erase(k);
  use(r);
}

void tupleOfContainers_bad(std::tuple<Map, Map> &maps, int k) {
  int &r = std::get<0>(maps)[k];
  std::get<0>(maps).erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void tupleOfContainers_ok(std::tuple<Map, Map> &maps, int k) {
  int &r = std::get<0>(maps)[k];
  std::get<1>(maps).erase(k);
  use(r);
}

void castAwayConst_bad(const Map &m, int k) {
  const int &r = m.at(k);
  const_cast<Map &>(m).erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

struct Registry {
  static Map items;
  static Map others;
};

void staticMember_bad(Registry &registry, int k) {
  int &r = registry.items[k];
  Registry::items.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void staticMember_ok(Registry &registry, int k) {
  int &r = registry.items[k];
  Registry::others.erase(k);
  use(r);
}

struct SetInConstructor_bad {
  SetInConstructor_bad(Map &m, int k) : items(m), item(m[k]) {
    items.erase(k);
    use(item);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: '{{.*}}item' is used after {{.*}} [tombstone-use-after-erase]
  }
  Map &items;
  int &item;
};

struct SetInConstructor_ok {
  SetInConstructor_ok(Map &m, Map &other, int k) : items(other), item(m[k]) {
    items.erase(k);
    use(item);
  }
  Map &items;
  int &item;
};

void erasedFromEither_bad(Map &a, Map &b, int k) {
  Map &either = flag() ? a : b;
  int &first = a[k];
  int &second = b[k];
  either.erase(k);
  use(first);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'first' is used after {{.*}} [tombstone-use-after-erase]
  use(second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'second' is used after {{.*}} [tombstone-use-after-erase]
}

void builtInArrayByVariable_bad(Map (&maps)[4], int i, int k) {
  int &r = maps[i][k];
  maps[i].erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void builtInArrayByVariable_ok(Map (&maps)[4], int i, int k) {
  int &r = maps[i][k];
  ++i;
  maps[i].erase(k);
  use(r);
}
