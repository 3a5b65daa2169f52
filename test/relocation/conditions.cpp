// RUN: %marks
// What conditions say of the keys that are there.
#include "Inputs/abseil.h"
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

void use(int);
bool flag();
using Map = std::unordered_map<int, int>;
using Flat = absl::flat_hash_map<int, int>;

void negation_ok(Map &m, int k) {
  auto it = m.find(k);
  if (!(it == m.end())) {
    m[k] = 1;
    use(it->second);
  }
}

void doubleNegation_ok(Map &m, int k) {
  auto it = m.find(k);
  if (!!(it != m.end())) {
    m[k] = 1;
    use(it->second);
  }
}

void conjunction_ok(Map &m, int k, bool b) {
  auto it = m.find(k);
  if (b && it != m.end()) {
    m[k] = 1;
    use(it->second);
  }
}

void disjunctionOfAbsent_ok(Map &m, int k, bool b) {
  auto it = m.find(k);
  if (b || it == m.end())
    return;
  m[k] = 1;
  use(it->second);
}

void absent_bad(Map &m, int k, int j) {
  auto found = m.find(j);
  auto it = m.find(k);
  if (found == m.end()) {
    m[j] = 1;
    use(it->second); // DEAD
  }
}

void negatedContains_ok(Flat &m, int k, int j) {
  int &r = m[k];
  if (!m.contains(j))
    return;
  m[j] = 1;
  use(r);
}

void earlyReturn_ok(Map &m, int k, int j) {
  auto found = m.find(j);
  if (found == m.end())
    return;
  auto it = m.find(k);
  m[j] = 1;
  use(it->second);
}

void conditionalOperator_ok(Map &m, int k) {
  auto it = m.find(k);
  use(it != m.end() ? (m[k] = 1, it->second) : 0);
}

void whileFound_ok(Map &m, int k) {
  auto it = m.find(k);
  while (it != m.end()) {
    m[k] += 1;
    if (it->second > 10)
      break;
  }
}

void comparedWithOtherMap_bad(Map &m, Map &other, int j) {
  auto found = other.find(j);
  auto it = m.begin();
  if (found != other.end()) {
    m[j] = 1;
    use(it->second); // DEAD
  }
}

void comparedWithElement_bad(Map &m, int k, int j) {
  auto a = m.find(k);
  auto b = m.find(j);
  if (a != b) {
    m[j] = 1;
    use(a->second); // DEAD
  }
}

void otherKeyTested_bad(Map &m, int k, int j, int i) {
  auto it = m.find(k);
  if (m.find(i) != m.end()) {
    m[j] = 1;
    use(it->second); // DEAD
  }
}

void keyChangedAfterTest_bad(Flat &m, int k, int j) {
  if (m.contains(j)) {
    int &r = m[k];
    ++j;
    m[j] = 1;
    use(r); // DEAD
  }
}

void erasedAfterTest_bad(Flat &m, int j) {
  if (m.contains(j)) {
    m.erase(j);
    int &r = m[1];
    m[j] = 1;
    use(r); // DEAD
  }
}

void joinedAfterTest_bad(Flat &m, int k, int j) {
  if (m.contains(j))
    use(1);
  int &r = m[k];
  m[j] = 1;
  use(r); // DEAD
}

void countOfTwo_bad(std::unordered_multimap<int, int> &m, int k, int j) {
  auto it = m.find(k);
  if (m.count(j) > 0) {
    m.emplace(j, 1); // keys repeat: it inserts all the same
    use(it->second); // DEAD
  }
}

void insertedTwiceInMulti_bad(std::unordered_multiset<int> &s, int k) {
  auto it = s.insert(k);
  s.insert(k);
  use(*it); // DEAD
}

void insertedFlag_ok(Map &m, int k) {
  auto [it, isNew] = m.emplace(k, 0);
  if (!isNew)
    it->second += 1;
  m[k] += 1;
  use(it->second);
}

void init_ok(Map &m, int k) {
  if (auto it = m.find(k); it != m.end()) {
    m[k] = 1;
    use(it->second);
  } else {
    m.emplace(k, 2);
  }
}

void elseBranch_bad(Map &m, int k, int j) {
  auto begin = m.begin();
  if (auto it = m.find(j); it != m.end())
    use(it->second);
  else {
    m.emplace(j, 2);
    use(begin->second); // DEAD
  }
}

void atThenSubscript_ok(Flat &m, int k, int j) {
  int &r = m.at(k);
  int &s = m.at(j);
  m[j] = m[k];
  use(r + s);
}

void keyFromIterator_ok(Map &m, int k) {
  auto it = m.find(k);
  if (it == m.end())
    return;
  const int key = it->first;
  m[key] = 1;
  m[it->first] = 2;
  use(it->second);
}

void keyFromOtherIterator_bad(Map &m, Map &other, int k) {
  auto it = m.find(k);
  m[other.begin()->first] = 1;
  use(it->second); // DEAD
}

void notContained_bad(Flat &m, int k, int j) {
  if (m.contains(j))
    return;
  int &r = m[k];
  m[j] = 1;
  use(r); // DEAD
}

void countedNone_bad(Flat &m, int k, int j) {
  if (m.count(j) == 0) {
    int &r = m[k];
    m[j] = 1;
    use(r); // DEAD
  }
}

// One of the two is there, and nobody knows which.
void oneContained_bad(Flat &m, int k, int j) {
  if (m.contains(j) || flag()) {
    int &r = m[k];
    m[j] = 1;
    use(r); // DEAD
  }
}

void bothContained_ok(Flat &m, int k, int j) {
  if (flag() && m.contains(j)) {
    int &r = m[k];
    m[j] = 1;
    use(r);
  }
}

void whileContained_ok(Flat &m, int k, int j) {
  int &r = m[k];
  while (m.contains(j)) {
    m[j] = 1;
    use(r);
  }
}
