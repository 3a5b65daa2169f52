// REQUIRES: boost
// RUN: %marks
// Boost 1.81: unordered_flat_map, "Pointer stability is not kept under
// rehashing", and container::flat_map, a sorted vector: "inserting a new
// element into a flat_map might invalidate previous iterators and references".
#include <boost/container/flat_map.hpp>
#include <boost/container/flat_set.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <memory>
#include <string>
#include <string_view>

using Map = boost::unordered_flat_map<int, int>;
using Strings = boost::unordered_flat_map<int, std::string>;
using Sorted = boost::container::flat_map<int, int>;
using SortedStrings = boost::container::flat_map<int, std::string>;

bool isOdd(int);
void use(int);
void use(std::string_view);

void insertReference_bad(Map &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void insertPointer_bad(Map &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p); // DEAD
}

void insertIterator_bad(Map &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void insertSameKey_ok(Map &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void insertFound_ok(Map &m, int a, int b) {
  auto it = m.find(a);
  if (m.contains(b))
    m[b] = 1;
  use(it->second);
}

void assignOther_bad(Strings &m, int a, int b) {
  m[a] = m[b]; // DEAD
}

// The new element is made before the others move.
void argument_ok(Strings &m, int a, int b) { m.try_emplace(b, m.at(a)); }

void eraseReference_bad(Map &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void erasePointer_bad(Map &m, int a) {
  int *p = &m[a];
  m.erase(a);
  use(*p); // ERASED
}

void eraseIterator_bad(Map &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void eraseOther_ok(Map &m) {
  int &r = m.at(1);
  auto it = m.find(1);
  m.erase(2);
  use(r);
  use(it->second);
}

void eraseLoop_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (isOdd(it->second))
      m.erase(it++);
    else
      ++it;
}

void clear_bad(Map &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void reserveReference_bad(Map &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r); // DEAD
}

void reserveIterator_bad(Map &m, int a) {
  auto it = m.find(a);
  m.rehash(100);
  use(it->second); // DEAD
}

void reserveFirst_ok() {
  Map m;
  m.reserve(2);
  int &r = m[1];
  auto it = m.find(1);
  m[2] = 1;
  use(r);
  use(it->second);
}

void moveReference_ok(Map &m, int a) {
  int &r = m[a];
  Map n(std::move(m));
  use(r);
}

void moveIterator_ok(Map &m, int a) {
  auto it = m.find(a);
  Map n(std::move(m));
  use(it->second);
}

void assigned_bad(Map &m, Map &n, int a) {
  int *p = &m[a];
  m = std::move(n);
  use(*p); // ERASED
}

void swap_ok(Map &m, Map &n, int a) {
  auto it = m.find(a);
  m.swap(n);
  use(it->second);
}

void merge_bad(Map &m, Map &n, int a) {
  int &r = n[a];
  m.merge(n);
  use(r); // DEAD
}

void setInsert_bad(boost::unordered_flat_set<int> &s, int a, int b) {
  const int &r = *s.find(a);
  s.insert(b);
  use(r); // DEAD
}

void shortString_bad(Strings &m, int a, int b) {
  std::string_view s = m[a];
  m[b] = "";
  use(s); // DEAD
}

void sortedInsertReference_bad(Sorted &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void sortedInsertPointer_bad(Sorted &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p); // DEAD
}

void sortedInsertIterator_bad(Sorted &m, int a, int b) {
  auto it = m.lower_bound(a);
  m.insert({b, 1});
  use(it->second); // DEAD
}

void sortedInsertFound_ok(Sorted &m, int a, int b) {
  auto it = m.find(a);
  if (m.contains(b))
    m[b] = 1;
  use(it->second);
}

void sortedAssignOther_bad(SortedStrings &m, int a, int b) {
  m[a] = m[b]; // DEAD
}

void sortedEraseReference_bad(Sorted &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void sortedEraseIterator_bad(Sorted &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

// "erasing an element might invalidate iterators and references pointing to
// elements that come after": which of the two comes after is not compared.
void FN_sortedEraseOther(Sorted &m) {
  int &r = m.at(2);
  m.erase(1);
  use(r);
}

void sortedEraseEarlier_ok(Sorted &m) {
  int &r = m.at(1);
  m.erase(2);
  use(r);
}

void sortedEraseLoop_ok(Sorted &m) {
  for (auto it = m.begin(); it != m.end();)
    if (isOdd(it->second))
      it = m.erase(it);
    else
      ++it;
}

void sortedReserveReference_bad(Sorted &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r); // DEAD
}

void sortedReserveIterator_bad(Sorted &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

// There is room, but what has a larger key moves up.
void sortedReserveFirst_bad() {
  Sorted m;
  m.reserve(2);
  int &r = m[2];
  m[1] = 1;
  use(r); // DEAD
}

void sortedMoveReference_ok(Sorted &m, int a) {
  int &r = m[a];
  Sorted n(std::move(m));
  use(r);
}

void sortedMoveIterator_ok(Sorted &m, int a) {
  auto it = m.find(a);
  Sorted n(std::move(m));
  use(it->second);
}

void sortedSwap_ok(Sorted &m, Sorted &n, int a) {
  int *p = &m[a];
  m.swap(n);
  use(*p);
}

void sortedSetInsert_bad(boost::container::flat_set<int> &s, int a, int b) {
  auto it = s.find(a);
  s.insert(b);
  use(*it); // DEAD
}

void sortedOwnedElsewhere_ok(
    boost::container::flat_map<int, std::unique_ptr<int>> &m, int a, int b) {
  int *p = m[a].get();
  m[b] = nullptr;
  use(*p);
}
