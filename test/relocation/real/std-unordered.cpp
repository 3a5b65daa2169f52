// RUN: %marks
// [unord.req.general]: insertions "shall not affect the validity of references
// to container elements, but may invalidate all iterators to the container".
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

using Map = std::unordered_map<int, int>;
using Strings = std::unordered_map<int, std::string>;
using Set = std::unordered_set<int>;

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

void insertReferenceOfIterator_ok(Map &m, int a, int b) {
  auto it = m.find(a);
  if (it == m.end())
    return;
  auto &[key, value] = *it;
  m.insert_or_assign(b, 1);
  use(value);
}

void insertResult_bad(Map &m, int a, int b) {
  auto [it, inserted] = m.try_emplace(a);
  it->second = m[b]; // DEAD
}

void insertWhileIterating_bad(Map &m) {
  for (auto &kv : m) // DEAD
    m[kv.second] = 1;
}

void insertWhileIteratingInto_ok(Map &m, Map &n) {
  for (auto &kv : m)
    n[kv.second] = 1;
}

void insertSameKey_ok(Map &m, int a) {
  auto it = m.find(a);
  if (it != m.end()) {
    m[a] = 2;
    use(it->second);
  }
}

void insertFound_ok(Map &m, int a, int b) {
  auto it = m.find(a);
  if (m.contains(b))
    m[b] = 1;
  use(it->second);
}

void insertOwnKey_ok(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it)
    m[it->first] = 1;
}

void assignOther_ok(Strings &m, int a, int b) { m[a] = m[b]; }

void argument_ok(Strings &m, int a, int b) { m.try_emplace(b, m[a]); }

void eraseReference_bad(Map &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void eraseIterator_bad(Map &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it->second); // ERASED
}

void eraseOther_ok(Map &m) {
  auto it = m.find(1);
  m.erase(2);
  use(it->second);
}

void eraseLoop_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (isOdd(it->second))
      it = m.erase(it);
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

void reserveInLoop_ok(const std::vector<int> &keys) {
  Map m;
  m.reserve(keys.size());
  for (int k : keys) {
    auto it = m.find(k);
    if (it == m.end())
      it = m.emplace(k, 0).first;
    ++it->second;
  }
}

void bucket_bad(Map &m, int a, int b) {
  auto n = m.bucket(a);
  m[b] = 1;
  use(m.bucket_size(n)); // DEAD
}

void localIterator_bad(Map &m, int a, int b) {
  auto it = m.begin(m.bucket(a));
  m[b] = 1;
  use(it->second); // DEAD
}

void mergeReference_ok(Map &m, Map &n, int a) {
  int &r = n[a];
  m.merge(n);
  use(r);
}

void mergeIterator_bad(Map &m, Map &n, int a) {
  auto it = m.find(a);
  m.merge(n);
  use(it->second); // DEAD
}

void move_ok(Map &m, int a) {
  int &r = m[a];
  auto it = m.find(a);
  Map n(std::move(m));
  use(r);
  use(it->second);
}

void moveThenInsertIterator_bad(Map &m, int a, int b) {
  auto it = m.find(a);
  Map n(std::move(m));
  n[b] = 1;
  use(it->second); // DEAD
}

void swapThenInsert_bad(Map &m, Map &n, int a, int b) {
  auto it = m.find(a);
  std::swap(m, n);
  n[b] = 1;
  use(it->second); // DEAD
}

void swapThenInsertOther_ok(Map &m, Map &n, int a, int b) {
  auto it = m.find(a);
  std::swap(m, n);
  m[b] = 1;
  use(it->second);
}

void setInsertReference_ok(Set &s, int a, int b) {
  const int &r = *s.find(a);
  s.insert(b);
  use(r);
}

void setInsertIterator_bad(Set &s, int a, int b) {
  auto it = s.find(a);
  s.insert(b);
  use(*it); // DEAD
}

// A node of its own, which the growth of the outer one leaves where it is.
void innerIterator_ok(std::unordered_map<int, Map> &m, int a, int b) {
  auto it = m[a].find(1);
  m[b][1] = 1;
  use(it->second);
}

void innerIterator_bad(std::unordered_map<int, Map> &m, int a, int b) {
  auto it = m[a].find(1);
  m[a][b] = 1;
  use(it->second); // DEAD
}

void shortString_ok(Strings &m, int a, int b) {
  std::string_view s = m[a];
  m[b] = "";
  use(s);
}
