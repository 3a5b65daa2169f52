// REQUIRES: libcxx
// RUN: %marks -std=c++23 -stdlib=libc++
// The flat containers of C++23: sorted vectors. [flat.map.overview]: a flat_map
// "does not meet the requirements related to iterator invalidation".
#include <flat_map>
#include <flat_set>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using Map = std::flat_map<int, int>;
using Strings = std::flat_map<int, std::string>;
using Set = std::flat_set<int>;

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
  auto it = m.lower_bound(a);
  m.try_emplace(b, 1);
  use(it->second); // DEAD
}

void insertResult_bad(Map &m, int a, int b) {
  auto it = m.insert_or_assign(a, 1).first;
  m.insert({b, 1});
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

void assignScalar_ok(Map &m, int a, int b) { m[a] = m[b]; }

void eraseReference_bad(Map &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void erasePointer_bad(Map &m, int a) {
  int *p = &m.at(a);
  m.erase(m.find(a));
  use(*p); // ERASED
}

void eraseIterator_bad(Map &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

// It moves if its key is the larger one: keys are not ordered here.
void FN_flatMapEraseOther(Map &m) {
  int &r = m.at(2);
  m.erase(1);
  use(r);
}

void eraseLoop_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (isOdd(it->second))
      it = m.erase(it);
    else
      ++it;
}

void clear_bad(Map &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void extract_ok(Map &m, int a) {
  int &r = m.at(a);
  auto containers = std::move(m).extract();
  use(r);
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

void moveThenInsert_bad(Map &m, int a, int b) {
  int &r = m[a];
  Map n(std::move(m));
  n[b] = 1;
  use(r); // DEAD
}

void assigned_bad(Map &m, Map &n, int a) {
  int &r = m[a];
  m = std::move(n);
  use(r); // ERASED
}

void swap_ok(Map &m, Map &n, int a) {
  int *p = &m[a];
  std::swap(m, n);
  use(*p);
}

void setInsertReference_bad(Set &s, int a, int b) {
  const int &r = *s.find(a);
  s.insert(b);
  use(r); // DEAD
}

void setInsertIterator_bad(Set &s, int a, int b) {
  auto it = s.find(a);
  s.emplace(b);
  use(*it); // DEAD
}

void setErase_bad(Set &s, int a) {
  const int &r = *s.find(a);
  s.erase(a);
  use(r); // ERASED
}

void setPopFront_ok(Set &s) {
  while (!s.empty()) {
    int v = *s.begin();
    s.erase(s.begin());
    use(v);
  }
}

void multiInsert_bad(std::flat_multimap<int, int> &m, int a, int b) {
  auto it = m.insert({a, 1});
  m.insert({b, 2});
  use(it->second); // DEAD
}

void ownedElsewhere_ok(std::flat_map<int, std::unique_ptr<int>> &m, int a,
                       int b) {
  int *p = m[a].get();
  m[b] = nullptr;
  use(*p);
}

void vectorElement_ok(std::flat_map<int, std::vector<int>> &m, int a, int b) {
  int &e = m[a].front();
  m[b].push_back(1);
  use(e);
}

void shortString_bad(Strings &m, int a, int b) {
  std::string_view s = m[a];
  m[b] = "";
  use(s); // DEAD
}
