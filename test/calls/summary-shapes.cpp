// RUN: %explain --summaries %s -- -std=c++20 | FileCheck %s --match-full-lines
// Where the container is of which a function kills elements, and which calls lead to it.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct Entry {
  int hits;
  std::string name;
};
using Map = std::map<int, Entry>;
using Names = std::map<std::string, Entry>;
using Nested = std::map<int, Map>;
void log(int);

// ===-- Where the container is ----------------------------------------------===

// CHECK: nested(Nested &, int, int) use #0; kill ref,iter (#0[#1]).second[#2]
void nested(Nested &o, int a, int b) { o[a].erase(b); }
// CHECK-NEXT: nestedFound(Nested &, int, int) use #0; kill ref,iter (#0[#1]).second[#2]
void nestedFound(Nested &o, int a, int b) {
  auto it = o.find(a);
  if (it != o.end()) it->second.erase(b);
}
// CHECK-NEXT: nestedAll(Nested &, int) use #0; kill ref,iter (#0[#1]).second[*]
void nestedAll(Nested &o, int a) { o[a].clear(); }
// CHECK-NEXT: inVector(std::vector<Map> &, int, int) use #0; kill ref,iter (#0[#1])[#2]
void inVector(std::vector<Map> &v, int i, int k) { v[i].erase(k); }
// CHECK-NEXT: throughPointer(Map *, int) use #0; kill ref,iter (*#0)[#1]
void throughPointer(Map *m, int k) { m->erase(k); }
// CHECK-NEXT: throughTwoPointers(Map **, int) use #0; use *#0; kill ref,iter (*(*#0))[#1]
void throughTwoPointers(Map **m, int k) { (*m)->erase(k); }
// CHECK-NEXT: owned(std::unique_ptr<Map> &, int) use #0; kill ref,iter (*#0)[#1]
void owned(std::unique_ptr<Map> &m, int k) { m->erase(k); }
// The end of one of several owners says nothing where it is applied.
// CHECK-NEXT: shared(std::shared_ptr<Map>, int) kill ref,iter (*#0)[#1]; overwrite #0
void shared(std::shared_ptr<Map> m, int k) { m->erase(k); }
// CHECK-NEXT: inOptional(std::optional<Map> &, int) use #0; kill ref,iter (*#0)[#1]
void inOptional(std::optional<Map> &m, int k) { m->erase(k); }
// A copy is the callee's own, and what is moved there ends with it.
// CHECK-NEXT: byValue(Map, int) overwrite #0
void byValue(Map m, int k) { m.erase(k); }

Map table;
// CHECK-NEXT: global(int) kill ref,iter ::table[#0]
void global(int k) { table.erase(k); }
// CHECK-NEXT: localStatic(int) kill ref,iter ::cache[#0]
void localStatic(int k) {
  static Map cache;
  cache.erase(k);
}

struct Base {
  Map inherited;
  // CHECK-NEXT: Base::dropInherited(int) kill ref,iter this.inherited[#0]
  void dropInherited(int k) { inherited.erase(k); }
};

struct Index {
  Map byId;
  // CHECK-NEXT: Index::drop(int) kill ref,iter this.byId[#0]
  void drop(int id) { byId.erase(id); }
};

struct Registry : Base {
  static Map all;
  Map items;
  Registry *parent;
  Index index;
  int current;

  // CHECK-NEXT: Registry::dropStatic(int) kill ref,iter ::Registry::all[#0]
  static void dropStatic(int k) { all.erase(k); }
  // CHECK-NEXT: Registry::drop(int) kill ref,iter this.items[#0]
  void drop(int k) { items.erase(k); }
  // CHECK-NEXT: Registry::dropThis(int) kill ref,iter this.items[#0]
  void dropThis(int k) { this->items.erase(k); }
  // CHECK-NEXT: Registry::get() -> ref this.items
  Map &get() { return items; }
  // CHECK-NEXT: Registry::dropThroughGetter(int) kill ref,iter this.items[#0]
  void dropThroughGetter(int k) { get().erase(k); }
  // CHECK-NEXT: Registry::dropOfParent(int) use this.parent; kill ref,iter (*this.parent).items[#0]
  void dropOfParent(int k) { parent->items.erase(k); }
  // CHECK-NEXT: Registry::dropByParent(int) use this.parent; kill ref,iter (*this.parent).items[#0]
  void dropByParent(int k) { parent->drop(k); }
  // CHECK-NEXT: Registry::dropOfBase(int) kill ref,iter this.inherited[#0]
  void dropOfBase(int k) { inherited.erase(k); }
  // CHECK-NEXT: Registry::dropByBase(int) kill ref,iter this.inherited[#0]
  void dropByBase(int k) { dropInherited(k); }
  // CHECK-NEXT: Registry::dropByIndex(int) kill ref,iter this.index.byId[#0]
  void dropByIndex(int k) { index.drop(k); }
  // CHECK-NEXT: Registry::dropCurrent() kill ref,iter this.items[this.current]
  void dropCurrent() { items.erase(current); }
};

// CHECK-NEXT: ofField(Registry &, int) use #0; kill ref,iter #0.items[#1]
void ofField(Registry &r, int k) { r.items.erase(k); }
// CHECK-NEXT: ofFieldOfField(Registry &, int) use #0; kill ref,iter #0.index.byId[#1]
void ofFieldOfField(Registry &r, int k) { r.index.byId.erase(k); }
// CHECK-NEXT: throughGetter(Registry &, int) use #0; kill ref,iter #0.items[#1]
void throughGetter(Registry &r, int k) { r.get().erase(k); }
// CHECK-NEXT: byMethod(Registry *, int) use #0; kill ref,iter (*#0).items[#1]
void byMethod(Registry *r, int k) { r->drop(k); }
// CHECK-NEXT: byBaseMethod(Registry &, int) use #0; kill ref,iter #0.inherited[#1]
void byBaseMethod(Registry &r, int k) { r.dropInherited(k); }

// ===-- Through calls -------------------------------------------------------===

// CHECK-NEXT: wrapped(Map &, int) use #0; kill ref,iter #0[#1]
void wrapped(Map &m, int k) { m.erase(k); }
// CHECK-NEXT: wrappedTwice(Map &, int) use #0; kill ref,iter #0[#1]
void wrappedTwice(Map &m, int k) { wrapped(m, k); }
// CHECK-NEXT: wrappedThrice(int, Map &) use #1; kill ref,iter #1[#0]
void wrappedThrice(int k, Map &m) { wrappedTwice(m, k); }
// CHECK-NEXT: wrappedFourTimes(Registry &, const Entry &) use #1; use #0; kill ref,iter #0.items[#1.hits]
void wrappedFourTimes(Registry &r, const Entry &e) { wrappedThrice(e.hits, r.items); }

// CHECK-NEXT: withDefault(Map &, int) use #0; kill ref,iter #0[#1]
void withDefault(Map &m, int k = 7) { m.erase(k); }
// CHECK-NEXT: callsWithDefault(Map &) use #0; kill ref,iter #0[7]
void callsWithDefault(Map &m) { withDefault(m); }

// CHECK-NEXT: dropIn<std::map<int, Entry>, int>(class std::map<int, struct Entry> &, const int &) use #0; use #1; kill ref,iter #0[#1]
// CHECK-NEXT: dropIn<std::map<std::basic_string<char>, Entry>, std::basic_string<char>>(class std::map<class std::basic_string<char>, struct Entry> &, const class std::basic_string<char> &) use #0; use #1; kill ref,iter #0[#1]
template <class M, class K> void dropIn(M &m, const K &k) { m.erase(k); }
// CHECK-NEXT: callsTemplates(Map &, Names &) use #0; use #1; kill ref,iter #0[1]; use #1; kill ref,iter #1["x"]
void callsTemplates(Map &m, Names &n) {
  dropIn(m, 1);
  dropIn(n, std::string("x"));
}

// CHECK-NEXT: dropEach<int, int>(Map &, int, int) use #0; kill ref,iter #0[#1]; kill ref,iter #0[#2]
template <class... K> void dropEach(Map &m, K... k) { (m.erase(k), ...); }
// CHECK-NEXT: callsPack(Map &, int, int) use #0; kill ref,iter #0[#1]; kill ref,iter #0[#2]
void callsPack(Map &m, int a, int b) { dropEach(m, a, b); }

// CHECK-NEXT: namedLambda(Map &, int) use #0; kill ref,iter #0[#1]
// CHECK-NEXT: namedLambda(Map &, int)::(lambda)::operator()(int) use ::m; kill ref,iter (*::m)[#0]
void namedLambda(Map &m, int k) {
  auto drop = [&m](int x) { m.erase(x); };
  drop(k);
}
// CHECK-NEXT: calledLambda(Map &, int) use #0; kill ref,iter #0[#1]
// CHECK-NEXT: calledLambda(Map &, int)::(lambda)::operator()() use ::m; kill ref,iter (*::m)[::k]
void calledLambda(Map &m, int k) {
  [&] { m.erase(k); }();
}

// CHECK-NEXT: recursive(Map &, int, int) use #0; kill ref,iter #0[#1]
void recursive(Map &m, int k, int n) {
  if (n > 0) recursive(m, k, n - 1);
  m.erase(k);
}
// CHECK-NEXT: recursiveOtherKey(Map &, int) use #0; kill ref,iter #0[?] if ?; kill ref,iter #0[#1]
void recursiveOtherKey(Map &m, int k) {
  if (k > 0) recursiveOtherKey(m, k - 1);
  m.erase(k);
}
void odd(Map &m, int k, int n);
// CHECK-NEXT: even(Map &, int, int) use #0; kill ref,iter #0[#1] if ?
void even(Map &m, int k, int n) {
  // CHECK-NEXT: odd(Map &, int, int) use #0; kill ref,iter #0[#1]
  if (n > 0) odd(m, k, n - 1);
}
void odd(Map &m, int k, int n) {
  m.erase(k);
  even(m, k, n);
}
// CHECK-NEXT: recursiveInsert(Map &, int) use #0; -> ref #0[#1].second
Entry &recursiveInsert(Map &m, int k) {
  Entry &e = m[k];
  if (k > 0) recursiveInsert(m, k - 1);
  return e;
}

// ===-- Operators, constructors, destructors --------------------------------===

struct Table {
  Map items;
  // CHECK-NEXT: Table::operator-=(int) kill ref,iter this.items[#0]
  void operator-=(int k) { items.erase(k); }
  // CHECK-NEXT: Table::operator<<(int) kill ref,iter this.items[#0]; -> ref this
  Table &operator<<(int k) {
    items.erase(k);
    return *this;
  }
  // CHECK-NEXT: Table::operator()(int) kill ref,iter this.items[#0]
  void operator()(int k) { items.erase(k); }
  // CHECK-NEXT: Table::operator[](int) -> ref this.items[#0].second
  Entry &operator[](int k) { return items[k]; }
  // CHECK-NEXT: Table::operator bool() kill ref,iter this.items[*]
  explicit operator bool() {
    items.clear();
    return true;
  }
  // CHECK-NEXT: Table::~Table() kill ref,iter this.items[*]
  ~Table() { items.clear(); }
};
// CHECK-NEXT: operatorOfTable(Table &, int) use #0; kill ref,iter #0.items[#1]
void operatorOfTable(Table &t, int k) { t -= k; }
// CHECK-NEXT: callOfTable(Table &, int) use #0; kill ref,iter #0.items[#1]
void callOfTable(Table &t, int k) { t(k); }

struct Guard {
  Map &m;
  int k;
  // CHECK-NEXT: Guard::~Guard() use this.m; kill ref,iter (*this.m)[this.k]
  ~Guard() { m.erase(k); }
};
struct IteratorGuard {
  Map &m;
  Map::iterator it;
  // CHECK-NEXT: IteratorGuard::IteratorGuard(Map &, int) use #0; this.m -> ref #0; this.it -> iter #0[#1]
  IteratorGuard(Map &m, int k) : m(m), it(m.find(k)) {}
  // CHECK-NEXT: IteratorGuard::~IteratorGuard() use this.m; use this.it; kill ref,iter (*this.m)[at this.it]
  ~IteratorGuard() { m.erase(it); }
};
// CHECK-NEXT: callsGuard(Map &, int) use #0; kill ref,iter #0[#1]
void callsGuard(Map &m, int k) {
  IteratorGuard guard(m, k);
  log(k);
}
struct Cleaner {
  Map *m;
  // CHECK-NEXT: Cleaner::Cleaner(Map &) kill ref,iter #0[*]; this.m -> ref #0
  explicit Cleaner(Map &x) : m(&x) { m->clear(); }
};
// CHECK-NEXT: callsConstructor(Map &) kill ref,iter #0[*]
void callsConstructor(Map &m) { Cleaner cleaner(m); }
// CHECK-NOT: {{.+}}
