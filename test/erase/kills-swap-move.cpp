// RUN: %check
// After swap and move construction the handles follow their elements to the new owner; what happens to
// the old owner is no longer their concern, what happens to the new one is.
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

void use(int);
void use(const std::string &);
bool flag();

using Map = std::map<int, std::string>;

void swap_ok(Map &a, Map &b, int k) {
  std::string &r = a[k];
  a.swap(b);
  a.clear();
  use(r);
}

void swap_bad(Map &a, Map &b, int k) {
  std::string &r = a[k];
  a.swap(b);
  b.clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  // CHECK: :[[@LINE-5]]:{{[0-9]+}}: note: (1) 'r' refers to an element of {{.*}} from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) every element is erased here
}

void stdSwap_ok(Map &a, Map &b, int k) {
  auto it = a.find(k);
  std::swap(a, b);
  a.clear();
  use(it->second);
}

void stdSwap_bad(Map &a, Map &b, int k) {
  auto it = a.find(k);
  std::swap(a, b);
  b.erase(it);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void adlSwap_bad(Map &a, Map &b, int k) {
  using std::swap;
  std::string &r = a[k];
  swap(a, b);
  b.clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void swapTwice_ok(Map &a, Map &b, int k) {
  std::string &r = a[k];
  a.swap(b);
  a.swap(b);
  b.clear();
  use(r);
}

void swapTwice_bad(Map &a, Map &b, int k) {
  std::string &r = a[k];
  a.swap(b);
  a.swap(b);
  a.clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void swapWithTemporary_bad(Map &m, int k) {
  std::string &r = m[k];
  Map().swap(m);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void swapWithTemporary_ok(Map &m, int k) {
  std::string r = m[k];
  Map().swap(m);
  use(r);
}

void swapWithLocal_bad(Map &m, int k) {
  std::string &r = m[k];
  {
    Map empty;
    m.swap(empty);
  }
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void swapWithLocal_ok(Map &m, int k) {
  Map taken;
  std::string &r = m[k];
  m.swap(taken);
  m.clear();
  use(r);
}

void bothSidesFollow_ok(Map &a, Map &b, int j, int k) {
  std::string &first = a[j];
  std::string &second = b[k];
  swap(a, b);
  b[j] = "first";
  a[k] = "second";
  use(first);
  use(second);
}

void swapInUnordered_bad(std::unordered_map<int, int> &a, std::unordered_map<int, int> &b, int k) {
  int &r = a[k];
  a.swap(b);
  b.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void swapInUnordered_ok(std::unordered_map<int, int> &a, std::unordered_map<int, int> &b, int k) {
  int &r = a[k];
  a.swap(b);
  a.erase(k);
  use(r);
}

void moveConstruction_ok(Map &m, int k) {
  std::string &r = m[k];
  Map taken = std::move(m);
  m.clear();
  use(r);
}

void moveConstruction_bad(Map &m, int k) {
  std::string &r = m[k];
  Map taken = std::move(m);
  taken.clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void moveConstructionKeepsIterators_bad(std::set<int> &s) {
  auto it = s.begin();
  std::set<int> taken(std::move(s));
  taken.erase(it);
  use(*it);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void newOwnerOutOfScope_bad(Map &m, int k) {
  std::string &r = m[k];
  {
    Map taken(std::move(m));
  }
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void newOwnerOutOfScope_ok(Map &m, int k) {
  Map taken;
  {
    Map inner(std::move(m));
    taken = std::move(inner);
  }
  std::string &r = taken[k];
  use(r);
}

void moveAssignmentFollows_ok(Map &from, Map &to, int k) {
  std::string &r = from[k];
  to = std::move(from);
  from.clear();
  use(r);
}

void moveAssignmentFollows_bad(Map &from, Map &to, int k) {
  std::string &r = from[k];
  to = std::move(from);
  to.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void moveOnHeap_ok(Map &m, int k) {
  std::string &r = m[k];
  auto owner = std::make_unique<Map>(std::move(m));
  m.clear();
  use(r);
}

struct Cache {
  Map items_;
  void exchange_bad(int k) {
    std::string &r = items_[k];
    Map old = std::exchange(items_, Map());
    old.clear();
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  }
  void exchange_ok(int k) {
    std::string &r = items_[k];
    Map old = std::exchange(items_, Map());
    items_.clear();
    use(r);
  }
  void drain_bad(int k) {
    std::string &r = items_[k];
    for (auto &[key, value] : std::exchange(items_, {}))
      use(value);
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  }
};

void moveOfEnclosingObject_ok(Cache &c, int k) {
  std::string &r = c.items_[k];
  Cache taken = std::move(c);
  c.items_.clear();
  use(r);
}

void moveOfEnclosingObject_bad(Cache &c, int k) {
  std::string &r = c.items_[k];
  Cache taken = std::move(c);
  taken.items_.clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void copyHasItsOwnElements_ok(Map &m, int k) {
  std::string &r = m[k];
  Map copy = m;
  copy.clear();
  use(r);
}

void handleIntoCopy_ok(Map &m, int k) {
  Map copy = m;
  std::string &r = copy[k];
  m.clear();
  use(r);
}

void handleIntoCopy_bad(Map &m, int k) {
  Map copy = m;
  std::string &r = copy[k];
  copy.clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void swapOfUniquePtrOwners_ok(std::unique_ptr<Map> &a, std::unique_ptr<Map> &b, int k) {
  std::string &r = (*a)[k];
  a.swap(b);
  a.reset();
  use(r);
}

void swapOfUniquePtrOwners_bad(std::unique_ptr<Map> &a, std::unique_ptr<Map> &b, int k) {
  std::string &r = (*a)[k];
  a.swap(b);
  b.reset();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void moveConstructionWithAllocator_bad(Map &m, int k) {
  std::string &r = m[k];
  Map target(std::move(m), Map::allocator_type());
  target.clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void moveConstructionWithAllocator_ok(Map &m, int k) {
  std::string &r = m[k];
  Map target(std::move(m), Map::allocator_type());
  m.clear();
  use(r);
}
