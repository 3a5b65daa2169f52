// REQUIRES: boost
// RUN: %marks
// Boost 1.81: unordered_map, of which "Pointers and references to elements are
// never invalidated" by an insertion, and container::map, where nothing is.
#include <boost/container/map.hpp>
#include <boost/container/set.hpp>
#include <boost/unordered_map.hpp>
#include <boost/unordered_set.hpp>
#include <string>
#include <string_view>

using Map = boost::unordered_map<int, int>;
using Strings = boost::unordered_map<int, std::string>;
using Tree = boost::container::map<int, int>;

bool isOdd(int);
void use(int);
void use(std::string_view);

void insertReference_ok(Map &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r);
}

void insertPointer_ok(Map &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p);
}

void insertIterator_bad(Map &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void insertWhileIterating_bad(Map &m) {
  for (auto &kv : m) // DEAD
    m.insert({kv.second, 1});
}

void insertFound_ok(Map &m, int a, int b) {
  auto it = m.find(a);
  if (m.count(b))
    m[b] = 1;
  use(it->second);
}

void assignOther_ok(Strings &m, int a, int b) { m[a] = m[b]; }

void argument_ok(Strings &m, int a, int b) { m.emplace(b, m[a]); }

void eraseReference_bad(Map &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void erasePointer_bad(Map &m, int a) {
  int *p = &m[a];
  m.erase(m.find(a));
  use(*p); // ERASED
}

void eraseIterator_bad(Map &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void eraseLoop_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (isOdd(it->second))
      it = m.erase(it);
    else
      ++it;
}

void eraseLoopPostIncrement_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (isOdd(it->second))
      m.erase(it++);
    else
      ++it;
}

void reserveReference_ok(Map &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r);
}

void reservePointer_ok(Map &m, int a) {
  int *p = &m[a];
  m.rehash(100);
  use(*p);
}

void reserveIterator_bad(Map &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void reserveFirst_ok() {
  Map m;
  m.reserve(2);
  auto it = m.emplace(1, 1).first;
  m[2] = 1;
  use(it->second);
}

void moveReference_ok(Map &m, int a) {
  int &r = m[a];
  int *p = &r;
  Map n(std::move(m));
  use(r);
  use(*p);
}

void moveIterator_ok(Map &m, int a) {
  auto it = m.find(a);
  Map n(std::move(m));
  use(it->second);
}

void assigned_bad(Map &m, Map &n, int a) {
  int &r = m[a];
  m = std::move(n);
  use(r); // ERASED
}

void mergeReference_ok(Map &m, Map &n, int a) {
  int &r = n[a];
  m.merge(n);
  use(r);
}

void mergeIterator_bad(Map &m, Map &n, int a) {
  auto it = n.find(a);
  m.merge(n);
  use(it->second); // DEAD
}

void setInsertReference_ok(boost::unordered_set<int> &s, int a, int b) {
  const int &r = *s.find(a);
  s.insert(b);
  use(r);
}

void setInsertIterator_bad(boost::unordered_set<int> &s, int a, int b) {
  auto it = s.find(a);
  s.emplace(b);
  use(*it); // DEAD
}

void multiInsertIterator_bad(boost::unordered_multimap<int, int> &m, int a,
                             int b) {
  auto it = m.insert({a, 1});
  m.insert({b, 2});
  use(it->second); // DEAD
}

void bucket_bad(Map &m, int a, int b) {
  auto n = m.bucket(a);
  m[b] = 1;
  use((*m.begin(n)).second); // DEAD
}

void shortString_ok(Strings &m, int a, int b) {
  std::string_view s = m[a];
  m[b] = "";
  use(s);
}

void treeInsert_ok(Tree &m, int a, int b) {
  int &r = m[a];
  auto it = m.lower_bound(a);
  m[b] = 1;
  use(r);
  use(it->second);
}

void treeEraseReference_bad(Tree &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void treeEraseIterator_bad(Tree &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void treeEraseLoop_ok(Tree &m) {
  for (auto it = m.begin(); it != m.end();)
    if (isOdd(it->second))
      m.erase(it++);
    else
      ++it;
}

void treeMove_ok(Tree &m, int a) {
  int &r = m[a];
  auto it = m.find(a);
  Tree n(std::move(m));
  use(r);
  use(it->second);
}

void treeSetInsert_ok(boost::container::set<int> &s, int a, int b) {
  auto it = s.find(a);
  s.insert(b);
  use(*it);
}

void treeSetErase_bad(boost::container::set<int> &s, int a) {
  const int &r = *s.find(a);
  s.erase(a);
  use(r); // ERASED
}
