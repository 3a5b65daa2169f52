// RUN: %marks
// What a callee takes, moves on, or ends.
#include <map>
#include <memory>
#include <utility>
#include <vector>

struct Entry {
  int hits;
};
using Map = std::map<int, Entry>;
using Owned = std::unique_ptr<Map>;
void log(int);
void unknown(Owned);

struct Owner {
  Owned owned;
  Map items;

  Owner() = default;
  explicit Owner(Owned other) : owned(std::move(other)) {}
  void set(Owned other) { owned = std::move(other); }
  void reset() { owned.reset(); }
  Map take() { return std::move(items); }
  Map takeBySwap() {
    Map taken;
    taken.swap(items);
    return taken;
  }
  void clearBySwap() {
    Map old;
    old.swap(items);
  }
  void clearByMove() { auto old = std::move(items); }
  void clearByTemporary() { Map().swap(items); }
  void setItems(Map other) { items.swap(other); }
};

// ===-- Passed by value -----------------------------------------------------===

void sink(Owned m) { log(int(m->size())); }
void sinkOn(Owned m) { sink(std::move(m)); }
void hold(Owned &&m) { log(int(m->size())); }
void end(Owned &&m) { Owned own = std::move(m); }
void store(std::vector<Owned> &all, Owned m) { all.push_back(std::move(m)); }
void pass(Owned m) { unknown(std::move(m)); }
void eat(Map m) { log(int(m.size())); }

void sink_bad() {
  auto p = std::make_unique<Map>();
  Entry &e = (*p)[1];
  sink(std::move(p));
  log(e.hits); // ERASED
}
void sinkOn_bad() {
  auto p = std::make_unique<Map>();
  Entry &e = (*p)[1];
  sinkOn(std::move(p));
  log(e.hits); // ERASED
}
void hold_ok() {
  auto p = std::make_unique<Map>();
  Entry &e = (*p)[1];
  hold(std::move(p));
  log(e.hits);
}
void end_bad() {
  auto p = std::make_unique<Map>();
  Entry &e = (*p)[1];
  end(std::move(p));
  log(e.hits); // ERASED
}
void store_ok(std::vector<Owned> &all) {
  auto p = std::make_unique<Map>();
  Entry &e = (*p)[1];
  store(all, std::move(p));
  log(e.hits);
}
void pass_ok() {
  auto p = std::make_unique<Map>();
  Entry &e = (*p)[1];
  pass(std::move(p));
  log(e.hits);
}
void eatCopy_ok(Map &m) {
  Entry &e = m[1];
  eat(m);
  log(e.hits);
}
void eat_bad(Map &m) {
  Entry &e = m[1];
  eat(std::move(m));
  log(e.hits); // ERASED
}

// ===-- Moved to another object ---------------------------------------------===

void set_ok(Owner &o) {
  auto p = std::make_unique<Map>();
  Entry &e = (*p)[1];
  o.set(std::move(p));
  log(e.hits);
}
void setAndCleared_bad(Owner &o) {
  auto p = std::make_unique<Map>();
  Entry &e = (*p)[1];
  o.set(std::move(p));
  o.owned->clear();
  log(e.hits); // ERASED
}
void setAndReset_bad(Owner &o) {
  auto p = std::make_unique<Map>();
  Entry &e = (*p)[1];
  o.set(std::move(p));
  o.reset();
  log(e.hits); // ERASED
}
void replaced_bad(Owner &o) {
  Entry &e = (*o.owned)[1];
  o.set(std::make_unique<Map>());
  log(e.hits); // ERASED
}
void constructed_ok() {
  auto p = std::make_unique<Map>();
  Entry &e = (*p)[1];
  Owner o(std::move(p));
  log(e.hits);
}
void constructedAndEnded_bad() {
  auto p = std::make_unique<Map>();
  Entry &e = (*p)[1];
  { Owner o(std::move(p)); }
  log(e.hits); // ERASED
}
void taken_ok(Owner &o) {
  Entry &e = o.items[1];
  Map got = o.take();
  o.items.clear();
  log(e.hits);
}
void takenAndEnded_bad(Owner &o) {
  Entry &e = o.items[1];
  { Map got = o.take(); }
  log(e.hits); // ERASED
}
void takenAndCleared_bad(Owner &o) {
  Entry &e = o.items[1];
  Map got = o.takeBySwap();
  got.clear();
  log(e.hits); // ERASED
}
void swappedIn_ok(Owner &o, Map &other) {
  Entry &e = other[1];
  o.setItems(std::move(other));
  log(e.hits);
}
void swappedOut_bad(Owner &o, Map &other) {
  Entry &e = o.items[1];
  o.setItems(std::move(other));
  log(e.hits); // ERASED
}

// ===-- Moved into a variable of the callee's -------------------------------===

void clearedBySwap_bad(Owner &o) {
  Entry &e = o.items[1];
  o.clearBySwap();
  log(e.hits); // ERASED
}
void clearedByMove_bad(Owner &o) {
  Entry &e = o.items[1];
  o.clearByMove();
  log(e.hits); // ERASED
}
void clearedByTemporary_bad(Owner &o) {
  Entry &e = o.items[1];
  o.clearByTemporary();
  log(e.hits); // ERASED
}
