// RUN: %check
// A lambda's body is a function of its own; a lambda that is called where it stands or through a local
// variable is followed together with its captures.
#include <functional>
#include <map>
#include <string>

void use(int);
void use(const std::string &);
void run(const std::function<void()> &);
bool flag();

using Map = std::map<int, std::string>;

void insideBody_bad(Map &m, int k) {
  auto drop = [&] {
    std::string &r = m[k];
    m.erase(k);
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after its element of 'm' was erased [tombstone-use-after-erase]
    // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
    // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
  };
  drop();
}

void insideBody_ok(Map &m, int k) {
  auto drop = [&] {
    std::string r = m[k];
    m.erase(k);
    use(r);
  };
  drop();
}

void parameter_bad(Map &m, int k) {
  auto drop = [](Map &map, int key) {
    std::string &r = map[key];
    map.erase(key);
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  };
  drop(m, k);
}

void parameter_ok(Map &m, int k) {
  auto drop = [](Map &map, int key) {
    std::string &r = map[key];
    use(r);
    map.erase(key);
  };
  drop(m, k);
}

void killWhereItStands_bad(Map &m, int k) {
  std::string &r = m[k];
  [&] { m.erase(k); }();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void killWhereItStands_ok(Map &m, int k) {
  std::string &r = m[k];
  use(r);
  [&] { m.erase(k); }();
}

void killThroughVariable_bad(Map &m, int k) {
  auto drop = [&] { m.erase(k); };
  std::string &r = m[k];
  drop();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void killThroughVariable_ok(Map &m, int k) {
  auto drop = [&] { m.erase(k); };
  drop();
  std::string &r = m[k];
  use(r);
}

void killWithArgument_bad(Map &m, int k) {
  auto drop = [&m](int key) { m.erase(key); };
  std::string &r = m[k];
  drop(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void killWithArgument_ok(Map &m) {
  auto drop = [&m](int key) { m.erase(key); };
  std::string &r = m[1];
  drop(2);
  use(r);
}

void neverCalled_ok(Map &m, int k) {
  std::string &r = m[k];
  auto drop = [&] { m.erase(k); };
  use(r);
  (void)drop;
}

void containerByCopy_ok(Map &m, int k) {
  std::string &r = m[k];
  auto drop = [m, k]() mutable { m.erase(k); };
  drop();
  use(r);
}

void useInBody_bad(Map &m, int k) {
  std::string &r = m[k];
  auto show = [&r] { use(r); };
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  m.erase(k);
  show();
}

void useInBody_ok(Map &m, int k) {
  std::string &r = m[k];
  auto show = [&r] { use(r); };
  show();
  m.erase(k);
}

void valueCaptured_ok(Map &m, int k) {
  std::string &r = m[k];
  auto show = [r] { use(r); };
  m.erase(k);
  show();
}

void useWhereItStands_bad(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  [&] { use(it->second); }();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void useWhereItStands_ok(Map &m, int k) {
  auto it = m.find(k);
  [&] { use(it->second); }();
  m.erase(it);
}

void pointerByCopy_bad(Map &m, int k) {
  std::string *p = &m[k];
  auto show = [p] { use(*p); };
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'p' is used after {{.*}} [tombstone-use-after-erase]
  m.erase(k);
  show();
}

void pointerByCopy_ok(Map &m, int k, std::string &fallback) {
  std::string *p = &m[k];
  m.erase(k);
  p = &fallback;
  auto show = [p] { use(*p); };
  show();
}

void initCapture_bad(Map &m, int k) {
  auto show = [&name = m[k]] { use(name); };
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'name' is used after {{.*}} [tombstone-use-after-erase]
  m.erase(k);
  show();
}

void initCapture_ok(Map &m, int k) {
  auto show = [name = m[k]] { use(name); };
  m.erase(k);
  show();
}

void returnedReference_bad(Map &m, int k) {
  auto at = [&m](int key) -> std::string & { return m[key]; };
  std::string &r = at(k);
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void returnedReference_ok(Map &m, int k) {
  auto at = [&m](int key) { return m[key]; };
  std::string r = at(k);
  m.erase(k);
  use(r);
}

void killInOneBranch_bad(Map &m, int k) {
  std::string &r = m[k];
  auto maybeDrop = [&] {
    if (flag())
      m.erase(k);
  };
  maybeDrop();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void reassignedByReference_ok(Map &m, int k) {
  auto it = m.find(k);
  auto drop = [&] { it = m.erase(it); };
  drop();
  if (it != m.end())
    use(it->second);
}

struct Cache {
  Map items_;
  void captureOfThis_bad(int k) {
    std::string &r = items_[k];
    auto drop = [this, k] { items_.erase(k); };
    drop();
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  }
  void captureOfThis_ok(Cache &other, int k) {
    std::string &r = items_[k];
    auto drop = [&other, k] { other.items_.erase(k); };
    drop();
    use(r);
  }
};

void genericLambda_bad(Map &m, int k) {
  auto drop = [](auto &map, auto key) { map.erase(key); };
  std::string &r = m[k];
  drop(m, k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void genericLambda_ok(Map &m, Map &other, int k) {
  auto drop = [](auto &map, auto key) { map.erase(key); };
  std::string &r = m[k];
  drop(other, k);
  use(r);
}

void handedAwayUncalled_ok(Map &m, int k, std::function<void()> &later) {
  std::string &r = m[k];
  later = [&m, k] { m.erase(k); };
  use(r);
}

// A local std::function is called as the lambda in it is.
void inFunctionObject_bad(Map &m, int k) {
  std::function<void(int)> remove = [&m](int key) { m.erase(key); };
  std::string &r = m[k];
  remove(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void inFunctionObject_ok(Map &m, int k) {
  std::function<void(int)> remove = [&m](int key) { m.erase(key); };
  std::string &r = m[k];
  use(r);
  remove(k);
}

void recursiveFunctionObject_ok(Map &m) {
  std::function<void(int)> removeFrom = [&](int key) {
    if (m.erase(key))
      removeFrom(key + 1);
  };
  std::string &r = m[1];
  removeFrom(2);
  use(r);
}

void recursive_bad(Map &m) {
  std::string &r = m[3];
  auto removeFrom = [&m](auto &self, int key) -> void {
    if (flag())
      self(self, key - 1);
    m.erase(key);
  };
  removeFrom(removeFrom, 3);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void recursive_ok(Map &m) {
  std::string &r = m[3];
  auto removeFrom = [&m](auto &self, int key) -> void {
    if (flag())
      self(self, key - 1);
    m.erase(key);
  };
  removeFrom(removeFrom, 2);
  use(r);
}
