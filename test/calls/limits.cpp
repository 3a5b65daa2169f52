// RUN: %check
// Known limits of what is known of calls. FP_ functions are correct, FN_ functions are wrong; each says
// what one would have to know. A CHECK in an FP_ function is a false report as it is today.
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

struct Entry {
  int hits;
  bool old;
};
using Map = std::map<int, Entry>;
void log(int);
bool flag();

bool dropIfThere(Map &m, int k) {
  bool done = false;
  if (m.count(k)) {
    m.erase(k);
    done = true;
  }
  return done;
}
// A variable of the callee says whether it erased, and is returned.
void FP_flagReturned(Map &m, int k) {
  Entry &e = m[k];
  if (!dropIfThere(m, k))
    log(e.hits);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

bool drop(Map &m, int k) {
  auto it = m.find(k);
  if (it == m.end())
    return false;
  m.erase(it);
  return true;
}
bool dropAndLog(Map &m, int k) {
  if (!drop(m, k))
    return false;
  log(k);
  return true;
}
// The result of a callee is asked for, and not returned as it is.
void FP_resultAskedFor(Map &m, int k) {
  Entry &e = m[k];
  if (!dropAndLog(m, k))
    log(e.hits);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void dropIfBoth(Map &m, int k, bool a, bool b) {
  if (a && b)
    m.erase(k);
}
// Of two conditions a summary names none.
void FP_twoConditions(Map &m, int k) {
  Entry &e = m[k];
  dropIfBoth(m, k, false, true);
  log(e.hits);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void dropByMode(Map &m, int k, int mode) {
  if (mode == 1)
    m.erase(k);
}
// Nor does it say what a number has to be.
void FP_conditionOnNumber(Map &m, int k) {
  Entry &e = m[k];
  dropByMode(m, k, 0);
  log(e.hits);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void dropOld(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    it = it->second.old ? m.erase(it) : std::next(it);
}
// The sweep spares what is not old, and the element that is held is not.
void FP_sparedBySweep(Map &m, int k) {
  Entry &e = m[k];
  e.old = false;
  dropOld(m);
  log(e.hits);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void dropOldIf(Map &m) {
  std::erase_if(m, [](const auto &entry) { return entry.second.old; });
}
// A predicate chooses: a call of erase_if may erase any element, and is not taken to erase this one.
void FN_eraseIf(Map &m, int k) {
  Entry &e = m[k];
  dropOldIf(m);
  log(e.hits);
}

void dropEach(Map &m, const std::vector<int> &keys) {
  for (int k : keys)
    m.erase(k);
}
// Each element of another container is a key; one of them may be this one.
void FN_eachKey(Map &m, int k) {
  Entry &e = m[k];
  dropEach(m, {k});
  log(e.hits);
}

void dropAfter(Map &m, int k) { m.erase(k + 1); }
// The key is computed in the callee.
void FN_computedKey(Map &m, int k) {
  Entry &e = m[k + 1];
  dropAfter(m, k);
  log(e.hits);
}

using Nested = std::map<int, Map>;
void dropInEach(Nested &outer, int k) {
  for (auto &[key, inner] : outer)
    inner.erase(k);
}
// Each of the inner containers loses the element.
void FN_inEachInner(Nested &outer, int a, int k) {
  Entry &e = outer[a][k];
  dropInEach(outer, k);
  log(e.hits);
}

void dropNode(Map &m, int k) { auto node = m.extract(k); }
// The node ends in the callee, and with it the element.
void FN_nodeOfCallee(Map &m, int k) {
  Entry &e = m[k];
  dropNode(m, k);
  log(e.hits);
}

void fetchIf(Map &m, int k, Entry *&e) {
  if (flag())
    e = &m[k];
}
// Where a callee stores a handle only on some calls, what was stored before is lost.
void FN_storedOnSomeCalls(Map &m, int k, int other) {
  Entry *e = &m[k];
  fetchIf(m, other, e);
  m.erase(k);
  log(e->hits);
}

struct Index {
  Map items;
  std::map<int, Map::iterator> byName;
  void enter(int name, int k) { byName.emplace(name, items.find(k)); }
  void drop(int k) { items.erase(k); }
};
// A handle that is put into an element of another container by insertion.
void FN_keptByInsertion(Index &index, int k) {
  index.enter(1, k);
  index.drop(k);
  log(index.byName.at(1)->second.hits);
}
