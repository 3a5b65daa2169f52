// RUN: %marks
// A container ends with its function, or even before, and with it its elements.
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

struct Entry {
  std::string name;
  int hits;
};
using Map = std::map<int, Entry>;

Map load();

const std::string &ofLocal_bad(int k) {
  Map m;
  return m[k].name; // ESCAPES
}

std::string ofLocal_ok(int k) {
  Map m;
  return m[k].name;
}

Entry *addressOfElement_bad(int k) {
  Map m = load();
  Entry &entry = m[k];
  return &entry; // ESCAPES
}

std::string_view view_bad(int k) {
  Map m = load();
  std::string_view name = m[k].name;
  return name; // ESCAPES
}

Map::iterator iterator_bad(int k) {
  Map m = load();
  auto it = m.find(k);
  return it; // ESCAPES
}

const std::string &ofReference_ok(Map &m, int k) { return m[k].name; }

const std::string &ofStatic_ok(int k) {
  static Map m = load();
  return m[k].name;
}

const std::string &ofTemporary_bad(int k) {
  return load()[k].name; // ESCAPES
}

Map *g;
Entry *last;

void storedInGlobal_bad(int k) {
  Map m = load();
  last = &m[k]; // ESCAPES
}

void storedInGlobal_ok(int k) {
  Map m = load();
  last = &m[k];
  last = nullptr;
}

// The container itself leaves.
Map byValue_ok(int k) {
  Map m = load();
  Entry &entry = m[k];
  entry.hits = 0;
  return m;
}

struct Cursor {
  Map all;
  Map::iterator at;
};

Cursor together_ok() {
  Cursor c{load(), {}};
  c.at = c.all.begin();
  return c;
}

Cursor alone_bad() {
  Map m = load();
  Cursor c;
  c.at = m.begin();
  return c; // ESCAPES
}

std::pair<std::unique_ptr<Map>, Entry *> owner_ok(int k) {
  auto m = std::make_unique<Map>();
  Entry *entry = &(*m)[k];
  return {std::move(m), entry};
}

Entry *ofOwner_bad(int k) {
  auto m = std::make_unique<Map>();
  Entry *entry = &(*m)[k];
  return entry; // ESCAPES
}

Entry *notOwned_ok(std::map<int, Entry *> &all, int k) {
  std::map<int, Entry *> some = all;
  return some[k];
}

struct Table {
  Map all;
  Entry *last = nullptr;
  void take(Map m, int k);
  ~Table() { last = &all[0]; }
};

void moved_ok(Table &t, int k) {
  Map m = load();
  t.last = &m[k];
  t.all = std::move(m);
}

void moved_bad(Table &t, int k) {
  Map m = load();
  t.last = &m[k]; // ESCAPES
  t.all = m;
}
