// RUN: %marks
// Growth in loops: what one turn inserts, the next turn meets.
#include "Inputs/abseil.h"
#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

void use(int);
bool flag();
using Map = std::unordered_map<int, int>;
using Set = std::unordered_set<int>;
using Flat = absl::flat_hash_map<int, int>;

void rangeFor_bad(Map &m) {
  for (auto &[key, value] : m) // DEAD
    m.emplace(value, key);
}

void rangeForSet_bad(Set &s) {
  for (int element : s) // DEAD
    s.insert(element + 1);
}

void rangeForFlat_bad(Flat &m) {
  // The key is an element's, which is read when the table has grown.
  for (auto &element : m)
    m[element.second] = 0; // DEAD
}

void rangeForFlatCopy_bad(Flat &m) {
  for (auto element : m) // DEAD
    m[element.second] = 0;
}

void rangeForUsedAfter_bad(Flat &m) {
  for (auto &[key, value] : m) {
    m[key + 1] = 0;
    use(value); // DEAD
    break;
  }
}

void iteratorLoop_bad(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it) // DEAD
    m[it->second] = 0;
}

void nestedLoops_bad(Map &m) {
  for (auto &a : m) // DEAD
    for (auto &b : m) // DEAD
      if (flag())
        m.emplace(a.first + 1, b.second);
}

void conditionally_bad(Map &m) {
  for (auto &element : m) // DEAD
    if (element.second > 10)
      m.insert({element.second, 0});
}

void reserveInLoop_bad(Map &m) {
  for (auto &element : m) { // DEAD
    m.reserve(100);
    use(element.second);
  }
}

void whileLoop_bad(Map &m) {
  auto it = m.begin();
  while (it != m.end()) {
    if (it->second == 0)
      m.emplace(it->first + 1, 1);
    ++it; // DEAD
  }
}

void hoistedIterator_bad(Map &m, const std::vector<int> &keys) {
  auto total = m.emplace(0, 0).first;
  for (int k : keys) {
    total->second += k; // DEAD
    m[k] = 1;
  }
}

void hoistedReference_bad(Flat &m, const std::vector<int> &keys) {
  int &total = m[0];
  for (int k : keys) {
    m[k] = 1;
    total += k; // DEAD
  }
}

void hoistedReference_ok(Map &m, const std::vector<int> &keys) {
  int &total = m[0];
  for (int k : keys) {
    m[k] = 1;
    total += k;
  }
}

void lastOne_bad(Flat &m, const std::vector<int> &keys) {
  int *last = nullptr;
  for (int k : keys) {
    m[k] += 1;
    if (last)
      *last = k; // DEAD
    last = &m[k];
  }
}

void insertAndBreak_ok(Map &m) {
  for (auto &element : m)
    if (element.second == 0) {
      m.emplace(element.first + 1, 1);
      break;
    }
}

void insertAndReturn_ok(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it)
    if (it->second == 0) {
      m.emplace(it->first + 1, 1);
      return;
    }
}

void restart_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();) {
    if (it->second == 0) {
      m.emplace(it->first + 1, 1);
      it = m.begin();
    } else {
      ++it;
    }
  }
}

void updateInPlace_ok(Map &m) {
  for (auto &[key, value] : m)
    value += key;
}

void eraseInLoop_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    it = it->second == 0 ? m.erase(it) : std::next(it);
}

void otherContainer_ok(Map &m, Map &other) {
  for (auto &[key, value] : m)
    other[value] = key;
}

void collectThenInsert_ok(Map &m) {
  std::vector<std::pair<int, int>> more;
  for (auto &[key, value] : m)
    more.emplace_back(value, key);
  m.insert(more.begin(), more.end());
}

void copyOfMap_ok(Map &m) {
  for (auto &[key, value] : Map(m))
    m.emplace(value, key);
}

void copyOfMapInVariable_ok(Flat &m) {
  const Flat before = m;
  for (auto &[key, value] : before)
    m.emplace(value, key);
}

void freshInEachTurn_ok(Flat &m, const std::vector<int> &keys) {
  for (int k : keys) {
    int &r = m[k];
    r += k;
  }
}

void insertBeforeLoop_ok(Map &m, int k) {
  m.emplace(k, 0);
  for (auto &[key, value] : m)
    use(value);
}

void localMap_ok(const std::vector<int> &keys) {
  for (int k : keys) {
    Flat m;
    int &r = m[k];
    use(r);
  }
}

void doWhile_bad(Map &m, int k) {
  auto it = m.find(k);
  do {
    use(it->second); // DEAD
    m[k + 1] = 0;
  } while (flag());
}

void goto_bad(Map &m, int k) {
  auto it = m.find(k);
again:
  use(it->second); // DEAD
  m[k + 1] = 0;
  if (flag())
    goto again;
}
