// RUN: %marks
// The key is there already: nothing is inserted, and nothing moves.
#include "Inputs/abseil.h"
#include <string>
#include <unordered_map>
#include <vector>

void use(int);
bool flag();
int next();
using Map = std::unordered_map<int, int>;
using Flat = absl::flat_hash_map<int, int>;

void sameKey_ok(Map &m, int k) {
  auto it = m.emplace(k, 0).first;
  m[k] = 1;
  m.emplace(k, 2);
  m.try_emplace(k, 3);
  m.insert({k, 4});
  use(it->second);
}

void sameConstant_ok(Flat &m) {
  int &r = m[7];
  m[7] += 1;
  use(r);
}

void otherConstant_bad(Flat &m) {
  int &r = m[7];
  m[8] += 1;
  use(r); // DEAD
}

void foundAndTested_ok(Map &m, int k) {
  auto it = m.find(k);
  if (it == m.end())
    return;
  m[k] = 1;
  use(it->second);
}

void foundAndTestedOtherWay_ok(Map &m, int k) {
  if (auto it = m.find(k); m.end() != it) {
    m[k] = 1;
    use(it->second);
  }
}

void foundEndInVariable_ok(Map &m, int k) {
  const auto end = m.end();
  const auto it = m.find(k);
  if (it != end) {
    m[k] = 1;
    use(it->second);
  }
}

void contained_ok(Flat &m, int k, int j) {
  if (!m.contains(j))
    return;
  int &r = m[k];
  m[j] = 1;
  use(r);
}

void counted_ok(Flat &m, int k, int j) {
  if (m.count(j) > 0) {
    int &r = m[k];
    m[j] = 1;
    use(r);
  }
}

void countedAsBool_ok(Flat &m, int k, int j) {
  if (m.count(j)) {
    int &r = m[k];
    m[j] = 1;
    use(r);
  }
}

void countedOne_ok(Flat &m, int k, int j) {
  if (m.count(j) == 1 && m.count(k) >= 1) {
    int &r = m[k];
    m[j] = 1;
    use(r);
  }
}

void containedInOther_bad(Flat &m, Flat &other, int k, int j) {
  if (!other.contains(j))
    return;
  int &r = m[k];
  m[j] = 1;
  use(r); // DEAD
}

void insertedBefore_ok(Flat &m, int k, int j) {
  m.insert({j, 0});
  int &r = m[k];
  m[j] = 1;
  use(r);
}

void subscriptedBefore_ok(Flat &m, int k, int j) {
  m[j] = 0;
  int &r = m[k];
  m[j] = 1;
  use(r);
}

void atBefore_ok(Flat &m, int k, int j) { // at() throws if it isn't there
  int old = m.at(j);
  int &r = m[k];
  m[j] = old + 1;
  use(r);
}

void insertedInOneBranch_bad(Flat &m, int k, int j) {
  if (flag())
    m[j] = 0;
  int &r = m[k];
  m[j] = 1;
  use(r); // DEAD
}

void insertedInBothBranches_ok(Flat &m, int k, int j) {
  if (flag())
    m[j] = 0;
  else
    m.emplace(j, 1);
  int &r = m[k];
  m[j] = 1;
  use(r);
}

void keyOfElement_ok(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it)
    m[it->first] += 1;
}

void keyOfRange_ok(Flat &m) {
  for (auto &[key, value] : m)
    m[key] = value + 1;
}

void keyOfElementCopied_ok(Flat &m) {
  for (auto &element : m) {
    int key = element.first;
    m[key] = element.second + 1;
  }
}

void keyOfRangeChanged_bad(Map &m) {
  for (auto &[key, value] : m) // DEAD
    m[key + 1] = value;
}

void keyOfOtherMap_bad(Flat &m, Flat &other, int k) {
  int &r = m[k];
  for (auto &[key, value] : other)
    m[key] = value;
  use(r); // DEAD
}

void keyCopied_ok(Flat &m, int k) {
  int same = k;
  int &r = m[k];
  m[same] = 1;
  use(r);
}

void keyChanged_bad(Flat &m, int k) {
  int &r = m[k];
  ++k;
  m[k] = 1;
  use(r); // DEAD
}

void keyReplaced_bad(Flat &m, int k) {
  m[k] = 0;
  k = next();
  int &r = m[1];
  m[k] = 1;
  use(r); // DEAD
}

void erasedSince_bad(Map &m, int k, int j) {
  m[j] = 0;
  auto it = m.find(k);
  m.erase(j);
  m[j] = 1;
  use(it->second); // DEAD
}

void otherErasedSince_ok(Flat &m, int j) {
  m[1] = 0;
  int &r = m[j];
  m.erase(2);
  m[1] = 1;
  use(r);
}

void mayBeErasedSince_bad(Flat &m, int j, int i) {
  m[j] = 0;
  m.erase(i);
  int &r = m[1];
  m[j] = 1;
  use(r); // DEAD
}

void clearedSince_bad(Flat &m, int k) {
  m[k] = 0;
  m.clear();
  int &r = m[1];
  m[k] = 1;
  use(r); // DEAD
}

void extractedSince_bad(Map &m, int k) {
  m[k] = 0;
  auto node = m.extract(k);
  auto it = m.emplace(1, 0).first;
  m[k] = 1;
  use(it->second); // DEAD
}

void swappedSince_bad(Flat &m, Flat &other, int k) {
  m[k] = 0;
  m.swap(other);
  int &r = m[1];
  m[k] = 1;
  use(r); // DEAD
}

void assignedSince_bad(Flat &m, Flat &other, int k) {
  m[k] = 0;
  m = other;
  int &r = m[1];
  m[k] = 1;
  use(r); // DEAD
}

void erasedInOneBranch_bad(Flat &m, int k) {
  m[k] = 0;
  if (flag())
    m.erase(k);
  int &r = m[1];
  m[k] = 1;
  use(r); // DEAD
}

void stringKey_ok(absl::flat_hash_map<std::string, int> &m, const std::string &a) {
  int &r = m[a];
  m[a] += 1;
  use(r);
}

void stringKeyChanged_bad(absl::flat_hash_map<std::string, int> &m, std::string a) {
  int &r = m[a];
  a += "x";
  m[a] = 1;
  use(r); // DEAD
}

void replacedInEachTurn_ok(Flat &m, const std::vector<int> &keys) {
  int *last = nullptr;
  for (int k : keys) {
    if (last)
      use(*last);
    last = &m[k];
  }
}

void earlierTurn_bad(Flat &m, const std::vector<int> &keys) {
  int *last = nullptr;
  for (int k : keys) {
    int &r = m[k];
    if (last)
      use(*last); // DEAD
    last = &r;
  }
}
