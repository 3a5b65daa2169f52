// RUN: %marks
// A handle that one function takes or holds, and another one ends.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct Entry {
  int hits;
  std::string name;
  bool old;
};
using Map = std::map<int, Entry>;
using Names = std::map<std::string, Entry>;
void log(int);
void log(const std::string &);
bool flag();

// ===-- Kills ---------------------------------------------------------------===

void drop(Map &m, int k) { m.erase(k); }
void dropTwice(Map &m, int k) { drop(m, k); }
void dropByName(Names &m, const std::string &k) { m.erase(k); }
void dropByView(Names &m, std::string_view k) { m.erase(std::string(k)); }
void dropZero(Map &m) { m.erase(0); }
void dropAt(Map &m, Map::iterator it) { m.erase(it); }
void dropAll(Map &m) { m.clear(); }
void dropOld(Map &m) {
  for (auto it = m.begin(); it != m.end();) {
    if (it->second.old)
      it = m.erase(it);
    else
      ++it;
  }
}
void dropNext(Map &m, int k) {
  ++k;
  m.erase(k);
}
void dropInCopy(Map m, int k) { m.erase(k); }
void dropIf(Map &m, int k, bool really) {
  if (really)
    m.erase(k);
}
void dropIfAny(Map *m, int k) {
  if (!m)
    return;
  m->erase(k);
}

void key_bad(Map &m, int k) {
  Entry &e = m[k];
  drop(m, k);
  log(e.hits); // ERASED
}
void twice_bad(Map &m, int k) {
  Entry &e = m[k];
  dropTwice(m, k);
  log(e.hits); // ERASED
}
void otherKey_ok(Map &m, int k, int other) {
  Entry &e = m[k];
  drop(m, other);
  log(e.hits);
}
void changedBefore_ok(Map &m, int k) {
  Entry &e = m[k];
  ++k;
  drop(m, k);
  log(e.hits);
}
void changedInCallee_ok(Map &m, int k) {
  Entry &e = m[k];
  dropNext(m, k);
  log(e.hits);
}
void otherMap_ok(Map &m, Map &n, int k) {
  Entry &e = m[k];
  drop(n, k);
  log(e.hits);
}
void copiedMap_ok(Map &m, int k) {
  Entry &e = m[k];
  dropInCopy(m, k);
  log(e.hits);
}
void name_bad(Names &m, const std::string &k) {
  Entry &e = m[k];
  dropByName(m, k);
  log(e.hits); // ERASED
}
void nameCopied_bad(Names &m, const std::string &k) {
  Entry &e = m[k];
  const std::string copy = k;
  dropByName(m, copy);
  log(e.hits); // ERASED
}
void view_bad(Names &m, const std::string &k) {
  Entry &e = m[k];
  dropByView(m, k);
  log(e.hits); // ERASED
}
void constant_bad(Map &m) {
  Entry &e = m[0];
  dropZero(m);
  log(e.hits); // ERASED
}
void otherConstant_ok(Map &m) {
  Entry &e = m[1];
  dropZero(m);
  log(e.hits);
}
void iterator_bad(Map &m, int k) {
  auto it = m.find(k);
  dropAt(m, it);
  log(it->second.hits); // ERASED
}
void iteratorElsewhere_bad(Map &m, int k) {
  Entry &e = m[k];
  dropAt(m, m.find(k));
  log(e.hits); // ERASED
}
void all_bad(Map &m, int k) {
  Entry &e = m[k];
  dropAll(m);
  log(e.hits); // ERASED
}
// A predicate chooses, and nobody knows that it spares this element.
void sweep_bad(Map &m, int k) {
  Entry &e = m[k];
  dropOld(m);
  log(e.hits); // ERASED
}
void ifTrue_bad(Map &m, int k) {
  Entry &e = m[k];
  dropIf(m, k, true);
  log(e.hits); // ERASED
}
void ifFalse_ok(Map &m, int k) {
  Entry &e = m[k];
  dropIf(m, k, false);
  log(e.hits);
}
void ifAnything_bad(Map &m, int k, bool b) {
  Entry &e = m[k];
  dropIf(m, k, b);
  log(e.hits); // ERASED
}
void null_ok(Map &m, int k) {
  Entry &e = m[k];
  dropIfAny(nullptr, k);
  log(e.hits);
}
void address_bad(Map &m, int k) {
  Entry &e = m[k];
  dropIfAny(&m, k);
  log(e.hits); // ERASED
}
void takenAgain_ok(Map &m, int k) {
  Entry *e = &m[k];
  drop(m, k);
  e = &m[k];
  log(e->hits);
}
void copied_ok(Map &m, int k) {
  const Entry e = m[k];
  drop(m, k);
  log(e.hits);
}

// ===-- Calls in other places -----------------------------------------------===

int dropAndCount(Map &m, int k) {
  m.erase(k);
  return int(m.size());
}
void inCondition_bad(Map &m, int k) {
  Entry &e = m[k];
  if (dropAndCount(m, k) > 3)
    log(e.hits); // ERASED
}
void inLoop_bad(Map &m, const std::vector<int> &keys, int k) {
  Entry &e = m[k];
  for (int i = 0; i < 3; ++i) {
    log(e.hits); // ERASED
    drop(m, k);
  }
}
void inLambda_bad(Map &m, int k) {
  Entry &e = m[k];
  [&] { drop(m, k); }();
  log(e.hits); // ERASED
}
void inOneCase_bad(Map &m, int k, int op) {
  Entry &e = m[k];
  switch (op) {
  case 0:
    drop(m, k);
    break;
  case 1:
    return drop(m, k);
  }
  log(e.hits); // ERASED
}
void returnsAfter_ok(Map &m, int k, int op) {
  Entry &e = m[k];
  if (op == 0)
    return drop(m, k);
  log(e.hits);
}

// ===-- Handles that a callee hands out -------------------------------------===

Entry &get(Map &m, int k) { return m[k]; }
Entry *find(Map &m, int k) {
  auto it = m.find(k);
  return it == m.end() ? nullptr : &it->second;
}
std::pair<Map::iterator, bool> add(Map &m, int k) { return m.insert({k, {}}); }
struct Found {
  Map::iterator it;
  bool ok;
};
Found lookUp(Map &m, int k) { return {m.find(k), true}; }
std::optional<Map::iterator> maybe(Map &m, int k) {
  auto it = m.find(k);
  if (it == m.end())
    return std::nullopt;
  return it;
}
void fetch(Map &m, int k, Entry *&e) { e = &m[k]; }
void fetchTo(Map &m, int k, Entry **e) { *e = &m[k]; }
bool tryFetch(Map &m, int k, Map::iterator &it) {
  it = m.find(k);
  return it != m.end();
}
Entry &same(Entry &e) { return e; }
Entry &oneOf(Map &a, Map &b, int k, bool c) { return c ? a[k] : b[k]; }
std::string_view nameOf(const Entry &e) { return e.name; }

void result_bad(Map &m, int k) {
  Entry &e = get(m, k);
  m.erase(k);
  log(e.hits); // ERASED
}
void resultOfBoth_bad(Map &m, int k) {
  Entry &e = same(get(m, k));
  drop(m, k);
  log(e.hits); // ERASED
}
void pointer_bad(Map &m, int k) {
  if (Entry *e = find(m, k)) {
    drop(m, k);
    log(e->hits); // ERASED
  }
}
void pair_bad(Map &m, int k) {
  auto [it, isNew] = add(m, k);
  drop(m, k);
  log(isNew);
  log(it->second.hits); // ERASED
}
void pairsFlag_ok(Map &m, int k) {
  auto result = add(m, k);
  drop(m, k);
  log(result.second);
}
void member_bad(Map &m, int k) {
  Found f = lookUp(m, k);
  drop(m, k);
  log(f.it->second.hits); // ERASED
}
void optional_bad(Map &m, int k) {
  auto it = maybe(m, k);
  if (!it)
    return;
  drop(m, k);
  log((*it)->second.hits); // ERASED
}
void outReference_bad(Map &m, int k) {
  Entry *e = nullptr;
  fetch(m, k, e);
  drop(m, k);
  log(e->hits); // ERASED
}
void outPointer_bad(Map &m, int k) {
  Entry *e = nullptr;
  fetchTo(m, k, &e);
  drop(m, k);
  log(e->hits); // ERASED
}
void outIterator_bad(Map &m, int k) {
  Map::iterator it;
  if (!tryFetch(m, k, it))
    return;
  drop(m, k);
  log(it->second.hits); // ERASED
}
void outAgain_ok(Map &m, int k) {
  Entry *e = &m[k];
  drop(m, k);
  fetch(m, k, e);
  log(e->hits);
}
void eitherOfTwo_bad(Map &a, Map &b, int k, bool c) {
  Entry &e = oneOf(a, b, k, c);
  drop(b, k);
  log(e.hits); // ERASED
}
void neitherOfTwo_ok(Map &a, Map &b, Map &other, int k, bool c) {
  Entry &e = oneOf(a, b, k, c);
  drop(other, k);
  log(e.hits);
}
void viewOfView_bad(Map &m, int k) {
  std::string_view name = nameOf(get(m, k));
  drop(m, k);
  log(int(name.size()));
  log(name[0]); // ERASED
}

// ===-- Both in one callee --------------------------------------------------===

Entry &renewed(Map &m, int k) {
  m.erase(k);
  return m[k];
}
Map::iterator dropAndStep(Map &m, Map::iterator it) { return m.erase(it); }

void renewed_ok(Map &m, int k) {
  Entry *e = &m[k];
  e = &renewed(m, k);
  log(e->hits);
}
void renewedElsewhere_bad(Map &m, int k) {
  Entry *old = &m[k];
  Entry *e = &renewed(m, k);
  log(e->hits);
  log(old->hits); // ERASED
}
void stepped_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    it = dropAndStep(m, it);
}
void notStepped_bad(Map &m, Map::iterator it) {
  dropAndStep(m, it);
  log(it->second.hits); // ERASED
}

// ===-- Uses in a callee ----------------------------------------------------===

void read(Entry *e) { log(e->hits); }
void readLater(Map::iterator it) { read(&it->second); }
void ignore(Entry *) {}
bool isSame(Entry *a, Entry *b) { return a == b; }

void passed_bad(Map &m, int k) {
  Entry *e = &m[k];
  drop(m, k);
  read(e); // ERASED
}
void passedOn_bad(Map &m, int k) {
  auto it = m.find(k);
  drop(m, k);
  readLater(it); // ERASED
}
void ignored_ok(Map &m, int k) {
  Entry *e = &m[k];
  drop(m, k);
  ignore(e);
}
void compared_ok(Map &m, int k, Entry *other) {
  Entry *e = &m[k];
  drop(m, k);
  if (isSame(e, other))
    log(1);
}
