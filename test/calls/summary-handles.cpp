// RUN: %explain --summaries %s -- -std=c++20 | FileCheck %s --match-full-lines
// Which handles a function hands out, keeps and uses, what it moves and what it lets grow.
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

struct Entry {
  int hits;
  std::string name;
};
using Map = std::map<int, Entry>;
void log(int);

// ===-- Results -------------------------------------------------------------===

// CHECK: get(Map &, int) use #0; -> ref #0[#1].second
Entry &get(Map &m, int k) { return m[k]; }
// CHECK-NEXT: find(Map &, int) use #0; -> ref #0[#1].second
Entry *find(Map &m, int k) {
  auto it = m.find(k);
  return it == m.end() ? nullptr : &it->second;
}
// CHECK-NEXT: findOrReturn(Map &, int) use #0; -> ref #0[#1].second
Entry *findOrReturn(Map &m, int k) {
  auto it = m.find(k);
  if (it == m.end()) return nullptr;
  return &it->second;
}
// CHECK-NEXT: iterator(Map &, int) use #0; -> iter #0[#1]
Map::iterator iterator(Map &m, int k) { return m.find(k); }
// CHECK-NEXT: inserted(Map &, int) use #0; .first -> iter #0[#1]
std::pair<Map::iterator, bool> inserted(Map &m, int k) { return m.insert({k, {}}); }
// CHECK-NEXT: insertedBefore(Map &, int) use #0; .first -> iter #0[#1]
std::pair<Map::iterator, bool> insertedBefore(Map &m, int k) {
  auto r = m.emplace(k, Entry());
  return r;
}
// CHECK-NEXT: unpacked(Map &, int) use #0; .first -> iter #0[#1]
std::pair<Map::iterator, bool> unpacked(Map &m, int k) {
  auto [it, ok] = m.emplace(k, Entry());
  return {it, ok};
}
struct Found {
  Map::iterator it;
  bool ok;
};
// CHECK-NEXT: inStruct(Map &, int) use #0; .it -> iter #0[#1]
Found inStruct(Map &m, int k) { return {m.find(k), true}; }
// CHECK-NEXT: inAssignedStruct(Map &, int) use #0; .it -> iter #0[#1]
Found inAssignedStruct(Map &m, int k) {
  Found f;
  f.it = m.find(k);
  f.ok = true;
  return f;
}
// CHECK-NEXT: oneOf(Map &, Map &, int, _Bool) use #0; use #1; -> ref #0[#2].second; -> ref #1[#2].second
Entry &oneOf(Map &a, Map &b, int k, bool c) { return c ? a[k] : b[k]; }
// CHECK-NEXT: either(Map &, Map &, int, _Bool) use #0; use #1; -> ref #0[#2].second; -> ref #1[#2].second
Entry &either(Map &a, Map &b, int k, bool c) {
  if (c) return a[k];
  return b[k];
}
// CHECK-NEXT: name(Map &, int) use #0; -> ref #0[#1].second.name
const std::string &name(Map &m, int k) { return m[k].name; }
// CHECK-NEXT: view(Map &, int) use #0; -> view (#0[#1]).second.name[?]
std::string_view view(Map &m, int k) { return m[k].name; }
// CHECK-NEXT: characters(Map &, int) use #0; -> view (#0[#1]).second.name[?]
const char *characters(Map &m, int k) { return m[k].name.c_str(); }
// CHECK-NEXT: samePosition(Map::iterator) -> ref *#0
Map::iterator samePosition(Map::iterator it) { return it; }
// CHECK-NEXT: sameEntry(Entry &) -> ref #0
Entry &sameEntry(Entry &e) { return e; }
// CHECK-NEXT: part(const Entry &) -> ref #0.name
const std::string &part(const Entry &e) { return e.name; }
// CHECK-NEXT: dereferenced(Map::iterator) -> ref (*#0).second
Entry &dereferenced(Map::iterator it) { return it->second; }
// CHECK-NEXT: ofWrapper(Map &, int) use #0; -> ref #0[#1].second
Entry &ofWrapper(Map &m, int k) { return sameEntry(get(m, k)); }
// What is handed out was made after the kill.
// CHECK-NEXT: refreshed(Map &, int) use #0; kill ref,iter #0[#1]; -> ref #0[#1].second
Entry &refreshed(Map &m, int k) {
  m.erase(k);
  return m[k];
}
// A copy of the element is none of it.
// CHECK-NEXT: copy(Map &, int) use #0
Entry copy(Map &m, int k) { return m[k]; }
// CHECK-NEXT: number(Map &, int) use #0
int number(Map &m, int k) { return m[k].hits; }

// ===-- Parameters ----------------------------------------------------------===

// CHECK-NEXT: outReference(Map &, int, Entry *&) use #0; #2 -> ref #0[#1].second
void outReference(Map &m, int k, Entry *&e) { e = &m[k]; }
// CHECK-NEXT: outPointer(Map &, int, Entry **) use #0; use #2; *#2 -> ref #0[#1].second
void outPointer(Map &m, int k, Entry **e) { *e = &m[k]; }
// CHECK-NEXT: outIterator(Map &, int, Map::iterator &) use #0; #2 -> iter #0[#1]
bool outIterator(Map &m, int k, Map::iterator &it) {
  it = m.find(k);
  return it != m.end();
}
// CHECK-NEXT: outMember(Map &, int, Found &) use #0; #2.it -> iter #0[#1]
void outMember(Map &m, int k, Found &f) { f.it = m.find(k); }
// CHECK-NEXT: unused(Map::iterator, Entry *, Entry &) nothing
void unused(Map::iterator it, Entry *e, Entry &r) {}
// CHECK-NEXT: compared(Entry *) nothing
void compared(Entry *e) {
  if (e != nullptr) log(1);
}
// CHECK-NEXT: used(Map::iterator, Entry *, Entry &) use #0; use #1; use #2
void used(Map::iterator it, Entry *e, Entry &r) { log(it->second.hits + e->hits + r.hits); }
// CHECK-NEXT: usedByCallee(Entry *) use #0
void usedByCallee(Entry *e) { used({}, e, *e); }

// ===-- Members -------------------------------------------------------------===

struct Cache {
  Map items;
  Entry *last = nullptr;
  Map::iterator current;
  std::list<Entry *> order;
  std::map<int, Map::iterator> index;
  int total;

  // CHECK-NEXT: Cache::entry(int) -> ref this.items[#0].second
  Entry &entry(int k) { return items[k]; }
  // CHECK-NEXT: Cache::touch(int) this.last -> ref this.items[#0].second
  void touch(int k) { last = &items[k]; }
  // CHECK-NEXT: Cache::touchBoth(int) this.last -> ref this.items[#0].second; this.current -> iter this.items[#0]
  void touchBoth(int k) {
    touch(k);
    seek(k);
  }
  // CHECK-NEXT: Cache::reset() write this.last
  void reset() { last = nullptr; }
  // CHECK-NEXT: Cache::seek(int) this.current -> iter this.items[#0]
  void seek(int k) { current = items.find(k); }
  // CHECK-NEXT: Cache::keep(int) keep ref this.items[#0].second in this.order; write this.order
  void keep(int k) { order.push_back(&items[k]); }
  // CHECK-NEXT: Cache::enter(int) (this.index[#0]).second -> iter this.items[#0]
  void enter(int k) { index[k] = items.find(k); }
  // CHECK-NEXT: Cache::read() use this.last
  int read() { return last->hits; }
  // CHECK-NEXT: Cache::getLast() -> ref *this.last
  Entry *getLast() { return last; }
  // CHECK-NEXT: Cache::hit() use this.last; write (*this.last).hits
  void hit() { last->hits++; }
  // CHECK-NEXT: Cache::count() write this.total
  void count() { total++; }
  // CHECK-NEXT: Cache::dropCurrent() use this.current; kill ref,iter this.items[at this.current]
  void dropCurrent() { items.erase(current); }
};
// CHECK-NEXT: touchOf(Cache *, int) use #0; (*#0).last -> ref (*#0).items[#1].second
void touchOf(Cache *c, int k) { c->touch(k); }

// ===-- What is moved -------------------------------------------------------===

struct Owner {
  std::unique_ptr<Map> owned;
  Map held;

  // CHECK-NEXT: Owner::set(std::unique_ptr<Map>) overwrite this.owned; move #0 -> this.owned; write this.owned
  void set(std::unique_ptr<Map> other) { owned = std::move(other); }
  // CHECK-NEXT: Owner::setHeld(Map) overwrite this.held; move #0 -> this.held; write this.held
  void setHeld(Map other) { held = std::move(other); }
  // CHECK-NEXT: Owner::moveTo(Owner &) use #0; overwrite #0.held; move this.held -> #0.held; write this.held; write #0.held
  void moveTo(Owner &other) { other.held = std::move(held); }
  // CHECK-NEXT: Owner::swapWith(Owner &) use #0; swap this.held #0.held; write this.held; write #0.held
  void swapWith(Owner &other) { held.swap(other.held); }
  // CHECK-NEXT: Owner::reset() overwrite this.owned; write this.owned
  void reset() { owned.reset(); }
  // CHECK-NEXT: Owner::resetToNull() overwrite this.owned; write this.owned
  void resetToNull() { owned = nullptr; }
  // CHECK-NEXT: Owner::get() -> ref *this.owned
  Map *get() { return owned.get(); }
  // CHECK-NEXT: Owner::operator*() -> ref *this.owned
  Map &operator*() { return *owned; }
};

// ===-- Growth --------------------------------------------------------------===

struct Hashed {
  std::unordered_map<int, Entry> items;

  // CHECK-NEXT: Hashed::add(int) grow iter,local,bucket this.items[*] unless this.items[#0]
  void add(int k) { items[k]; }
  // CHECK-NEXT: Hashed::emplace(int) grow iter,local,bucket this.items[*] unless this.items[#0]
  void emplace(int k) { items.emplace(k, Entry()); }
  // CHECK-NEXT: Hashed::rehash() relocate iter,local,bucket this.items[*]
  void rehash() { items.rehash(100); }
  // CHECK-NEXT: Hashed::addIf(int, _Bool) grow iter,local,bucket this.items[*] unless this.items[#0] if #1
  void addIf(int k, bool b) {
    if (b) items[k];
  }
  // CHECK-NEXT: Hashed::addMany() grow iter,local,bucket this.items[*] if ?
  void addMany() {
    for (int i = 0; i < 9; ++i) items[i];
  }
};

// ===-- What a variable of the function takes -------------------------------===

struct Store {
  Map items;

  // CHECK-NEXT: Store::take() move this.items -> result; write this.items
  Map take() { return std::move(items); }
  // CHECK-NEXT: Store::takeBySwap() move this.items -> result; write this.items
  Map takeBySwap() {
    Map taken;
    taken.swap(items);
    return taken;
  }
  // CHECK-NEXT: Store::clearBySwap() overwrite this.items; write this.items
  void clearBySwap() {
    Map old;
    old.swap(items);
  }
  // CHECK-NEXT: Store::clearByMove() overwrite this.items; write this.items
  void clearByMove() { auto old = std::move(items); }
  // CHECK-NEXT: Store::clearByTemporary() overwrite this.items; write this.items
  void clearByTemporary() { Map().swap(items); }
  // CHECK-NEXT: Store::setBySwap(Map) swap this.items #0; overwrite #0; write this.items
  void setBySwap(Map other) { items.swap(other); }
  // CHECK-NEXT: Store::Store(Map) move #0 -> this.items
  explicit Store(Map other) : items(std::move(other)) {}
};
// CHECK-NEXT: sink(std::unique_ptr<Map>) overwrite #0
void sink(std::unique_ptr<Map> m) { log(int(m->size())); }
// CHECK-NEXT: sinkOn(std::unique_ptr<Map>) overwrite #0
void sinkOn(std::unique_ptr<Map> m) { sink(std::move(m)); }
// CHECK-NEXT: end(std::unique_ptr<Map> &&) overwrite #0; write #0
void end(std::unique_ptr<Map> &&m) { auto own = std::move(m); }
// CHECK-NEXT: store(std::vector<std::unique_ptr<Map> > &, std::unique_ptr<Map>) use #0; grow ref,iter,view #0[*]; write #0
void store(std::vector<std::unique_ptr<Map>> &all, std::unique_ptr<Map> m) {
  all.push_back(std::move(m));
}

// ===-- Neighbours ----------------------------------------------------------===

// CHECK-NEXT: after(Map::iterator) use #0; -> iter *#0[next #0]
Map::iterator after(Map::iterator it) { return std::next(it); }
// CHECK-NEXT: before(Map::iterator) use #0; -> iter *#0[prev #0]
Map::iterator before(Map::iterator it) { return std::prev(it); }
// CHECK-NEXT: stepped(Map::iterator) use #0; -> iter *#0[next #0]
Map::iterator stepped(Map::iterator it) {
  ++it;
  return it;
}
// CHECK-NOT: {{.+}}
