// RUN: %marks
// Which forms of handles a rehash ends: [unord.req.general] "Rehashing
// invalidates iterators, changes ordering between elements, and changes which
// buckets elements appear in, but does not invalidate pointers or references to
// elements." Of a flat table all end.
#include "Inputs/abseil.h"
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

void use(int);
void use(const std::string &);
using Map = std::unordered_map<int, std::string>;
using Set = std::unordered_set<int>;
using Multi = std::unordered_multimap<int, std::string>;
using Flat = absl::flat_hash_map<int, int>;
using Nodes = absl::node_hash_map<int, int>;

// ===-- Iterators -----------------------------------------------------------===

void iterator_bad(Map &m, int k, int j) {
  auto it = m.find(k);
  m[j] = "new";
  use(it->second); // DEAD
}

void constIterator_bad(Map &m, int k, int j) {
  Map::const_iterator it = m.find(k);
  m.emplace(j, "new");
  use(it->first); // DEAD
}

void iteratorCopied_bad(Map &m, int k, int j) {
  auto it = m.find(k);
  auto copy = it;
  m.emplace(j, "new");
  use(copy->second); // DEAD
}

void iteratorAdvanced_bad(Map &m, int j) {
  auto it = m.begin();
  m.insert({j, "new"});
  ++it; // DEAD
}

void iteratorAsPosition_bad(Map &m, int k, int j) {
  auto it = m.find(k);
  m.insert({j, "new"});
  m.erase(it); // DEAD
}

void iteratorAsHint_bad(Map &m, int k, int j) {
  auto hint = m.find(k);
  m.rehash(100);
  m.emplace_hint(hint, j, "new"); // DEAD
}

void iteratorInPair_bad(Multi &m, int k, int j) {
  auto range = m.equal_range(k);
  m.emplace(j, "new");
  use(range.first->second); // DEAD
}

void iteratorInStruct_bad(Map &m, int k, int j) {
  struct Cursor {
    Map::iterator at;
  } cursor{m.find(k)};
  m.emplace(j, "new");
  use(cursor.at->second); // DEAD
}

void reserve_bad(Map &m, int k, unsigned n) {
  auto it = m.find(k);
  m.reserve(n);
  use(it->second); // DEAD
}

void insertResult_bad(Map &m, int k, int j) {
  auto [it, isNew] = m.insert({k, "one"});
  m.insert({j, "two"});
  use(it->second); // DEAD
}

void insertHintResult_bad(Map &m, int k, int j) {
  auto it = m.insert(m.end(), {k, "one"});
  m.try_emplace(j, "two");
  use(it->second); // DEAD
}

void insertOrAssignResult_bad(Map &m, int k, int j) {
  auto it = m.insert_or_assign(k, "one").first;
  m.insert_or_assign(j, "two");
  use(it->second); // DEAD
}

void eraseResult_bad(Map &m, int k, int j) {
  auto next = m.erase(m.find(k));
  m.try_emplace(j, "new");
  use(next->second); // DEAD
}

void twoIterators_bad(Map &m, int k, int j) {
  auto a = m.find(k);
  auto b = m.emplace(j, "new").first;
  use(b->second);
  use(a->second); // DEAD
}

void iteratorOfNodes_bad(Nodes &m, int k, int j) {
  auto it = m.find(k);
  m[j] = 1;
  use(it->second); // DEAD
}

void otherMap_ok(Map &m, Map &other, int k, int j) {
  auto it = m.find(k);
  other[j] = "new";
  use(it->second);
}

void insertResult_ok(Map &m, int k) {
  auto [it, isNew] = m.insert({k, "one"});
  use(it->second);
}

void eraseOther_ok(Map &m, int k, int j) {
  auto it = m.find(k);
  m.erase(j);
  use(it->second);
}

void lookUpAgain_ok(Map &m, int k, int j) {
  auto it = m.find(k);
  m.emplace(j, "new");
  it = m.find(k);
  use(it->second);
}

// ===-- The end -------------------------------------------------------------===

void endCompared_bad(Map &m, int k, int j) {
  auto end = m.end();
  m.emplace(j, "new");
  if (m.find(k) != end) // DEAD
    use(k);
}

void endOfLoop_bad(Map &m, int j) {
  auto end = m.end();
  m.emplace(j, "new");
  for (auto it = m.begin(); it != end; ++it) // DEAD
    use(it->second);
}

void endOfFlat_bad(Flat &m, int k, int j) {
  auto end = m.end();
  m[j] = 1;
  if (m.find(k) == end) // DEAD
    use(k);
}

// [container.reqmts]: the end() iterator refers to no element, so it need not
// follow a swap, nor a move.
void endAfterSwap_bad(Map &a, Map &b, int k) {
  auto end = a.end();
  a.swap(b);
  if (a.find(k) != end) // DEAD
    use(k);
}

void endAfterMove_bad(Map &a, int k) {
  auto end = a.end();
  Map b = std::move(a);
  if (b.find(k) != end) // DEAD
    use(k);
}

void elementAfterSwap_ok(Map &a, Map &b, int k) {
  auto it = a.find(k);
  a.swap(b);
  use(it->second);
}

void elementAfterMove_ok(Map &a, int k) {
  auto it = a.find(k);
  Map b = std::move(a);
  use(it->second);
}

void freshEnd_ok(Map &m, int k, int j) {
  m.emplace(j, "new");
  auto end = m.end();
  if (m.find(k) != end)
    use(k);
}

// ===-- References and pointers ---------------------------------------------===

void reference_ok(Map &m, int k, int j) {
  std::string &r = m[k];
  m[j] = "new";
  use(r);
}

void pointer_ok(Map &m, int k, int j) {
  std::string *p = &m.at(k);
  m.rehash(1000);
  m[j] = "new";
  use(*p);
}

void keyReference_ok(Map &m, int j) {
  const int &key = m.begin()->first;
  m[j] = "new";
  use(key);
}

void pointerToElement_ok(Map &m, int k, int j) {
  auto *element = &*m.find(k);
  m[j] = "new";
  use(element->second);
}

void binding_ok(Map &m, int k, int j) {
  auto &[key, value] = *m.find(k);
  m[j] = "new";
  use(value);
}

void referenceFromIterator_ok(Map &m, int k, int j) {
  auto it = m.find(k);
  std::string &r = it->second;
  m[j] = "new";
  use(r);
}

void referenceIntoNodes_ok(Nodes &m, int k, int j) {
  int &r = m[k];
  m[j] = 1;
  use(r);
}

void flatReference_bad(Flat &m, int k, int j) {
  int &r = m[k];
  m[j] = 1;
  use(r); // DEAD
}

void flatPointer_bad(Flat &m, int k, int j) {
  int *p = &m.at(k);
  m.emplace(j, 1);
  *p = 2; // DEAD
}

void flatKey_bad(Flat &m, int j) {
  const int &key = m.begin()->first;
  m.try_emplace(j, 1);
  use(key); // DEAD
}

void flatBinding_bad(Flat &m, int k, int j) {
  auto &[key, value] = *m.find(k);
  m.insert({j, 1});
  use(value); // DEAD
}

void flatResult_bad(Flat &m, int k, int j) {
  auto [it, isNew] = m.try_emplace(k, 0);
  int &r = it->second;
  m.try_emplace(j, 1);
  use(r); // DEAD
}

void flatSetElement_bad(absl::flat_hash_set<int> &s, int k, int j) {
  const int &element = *s.insert(k).first;
  s.insert(j);
  use(element); // DEAD
}

void flatCopy_ok(Flat &m, int k, int j) {
  int value = m[k];
  m[j] = 1;
  use(value);
}

void flatErase_ok(Flat &m, int k, int j) { // "Erasing does not trigger a rehash."
  int &r = m[k];
  if (k != j)
    use(r);
  m.erase(j);
}
