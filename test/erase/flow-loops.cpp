// RUN: %check
// Loops: while, do, for, range-for, goto; break and continue; the next turn sees what this turn killed.
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

void use(int);
void use(const std::string &);
bool flag();

using Map = std::map<int, std::string>;

void forHeader_bad(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it)
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
    if (it->second.empty() || flag())
      m.erase(it);
}

void forHeader_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (it->second.empty() || flag())
      it = m.erase(it);
    else
      ++it;
}

void forHeaderByKey_bad(Map &m) {
  for (auto it = m.begin(); it != m.end(); it++) {
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
    if (flag())
      m.erase(it->first);
  }
}

void forHeaderByKey_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();) {
    int key = it->first;
    ++it;
    if (flag())
      m.erase(key);
  }
}

void nextTurnReference_bad(Map &m, int k) {
  std::string &r = m[k];
  while (flag()) {
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
    m.erase(k);
  }
}

void nextTurnReference_ok(Map &m, int k) {
  while (flag()) {
    std::string &r = m[k];
    use(r);
    m.erase(k);
  }
}

void doLoop_bad(Map &m, int k) {
  auto it = m.find(k);
  do {
    use(it->second);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
    m.erase(k);
  } while (flag());
}

void doLoop_ok(Map &m, int k) {
  auto it = m.find(k);
  do {
    m.erase(it);
    it = m.emplace(k, "again").first;
    use(it->second);
  } while (flag());
}

void eraseThenBreak_ok(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it)
    if (flag()) {
      m.erase(it);
      break;
    }
}

void usedAfterBreak_bad(Map &m) {
  auto it = m.begin();
  for (; it != m.end(); ++it)
    if (flag()) {
      m.erase(it);
      break;
    }
  if (m.size() == 3)
    use(it->second);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void usedAfterBreak_ok(Map &m) {
  auto it = m.begin();
  for (; it != m.end(); ++it)
    if (flag()) {
      it = m.erase(it);
      break;
    }
  if (it != m.end())
    use(it->second);
}

void continueSkipsAdvance_bad(Map &m) {
  auto it = m.begin();
  while (it != m.end()) {
    if (it->second.size() == 40) {
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
      m.erase(it);
      continue;
    }
    ++it;
  }
}

void continueSkipsAdvance_ok(Map &m) {
  auto it = m.begin();
  while (it != m.end()) {
    if (it->second.size() == 40) {
      it = m.erase(it);
      continue;
    }
    ++it;
  }
}

void postIncrement_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();) {
    if (flag())
      m.erase(it++);
    else
      ++it;
  }
}

void nextTakenFirst_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();) {
    auto next = std::next(it);
    if (flag())
      m.erase(it);
    it = next;
  }
}

void nextTakenInHeader_ok(Map &m) {
  for (auto it = m.begin(), next = it; it != m.end(); it = next) {
    ++next;
    if (flag())
      m.erase(it);
  }
}

void copyBeforeAdvance_bad(std::unordered_map<int, std::string> &m) {
  for (auto it = m.begin(); it != m.end();) {
    auto current = it++;
    std::string &r = current->second;
    m.erase(current);
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  }
}

void copyBeforeAdvance_ok(std::unordered_map<int, std::string> &m) {
  for (auto it = m.begin(); it != m.end();) {
    auto current = it++;
    use(current->second);
    m.erase(current);
  }
}

void lastOfLoop_bad(Map &m) {
  std::string *previous = nullptr;
  for (int k = 0; k < 3; ++k) {
    if (previous)
      use(*previous);
      // CHECK: :[[@LINE-1]]:{{.*}} warning: 'previous' is used after {{.*}} [tombstone-use-after-erase]
    previous = &m[k];
    m.erase(k);
  }
}

void lastOfLoop_ok(Map &m) {
  std::string *previous = nullptr;
  for (int k = 0; k < 3; ++k) {
    if (previous)
      use(*previous);
    previous = &m[k];
  }
}

void eachTurnItsOwnElement_ok(Map &m, const std::vector<int> &keys) {
  for (int k : keys) {
    std::string &r = m[k];
    use(r);
    m.erase(k);
  }
}

void collectedThenErased_ok(Map &m) {
  std::vector<Map::iterator> doomed;
  for (auto it = m.begin(); it != m.end(); ++it)
    if (flag())
      doomed.push_back(it);
  for (auto it : doomed)
    m.erase(it);
}

void whileBegin_ok(Map &m) {
  while (!m.empty()) {
    auto it = m.begin();
    use(it->second);
    m.erase(it);
  }
}

void findInLoop_ok(Map &m, int k) {
  for (auto it = m.find(k); it != m.end(); it = m.find(++k))
    m.erase(it);
}

void nestedLoop_bad(std::set<int> &s) {
  for (auto outer = s.begin(); outer != s.end(); ++outer)
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'outer' is used after {{.*}} [tombstone-use-after-erase]
    for (int i = 0; i < 2; ++i)
      if (flag()) {
        s.erase(outer);
        break;
      }
}

void nestedLoop_ok(std::set<int> &s) {
  for (auto outer = s.begin(); outer != s.end();) {
    auto current = outer++;
    for (int i = 0; i < 2; ++i)
      if (flag()) {
        s.erase(current);
        break;
      }
  }
}

void gotoLoop_bad(Map &m, int k) {
  std::string &r = m[k];
again:
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  m.erase(k);
  if (flag())
    goto again;
}

void gotoLoop_ok(Map &m, int k) {
again:
  std::string &r = m[k];
  use(r);
  m.erase(k);
  if (flag())
    goto again;
}

// An iterator that steps away from an element before its end, and back, is on its new neighbour.
void postDecrement_ok(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it)
    if (flag() && it != m.begin())
      m.erase(it--);
}

void preDecrement_bad(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it)
    if (flag()) {
      m.erase(it);
      --it;
      // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
    }
}

void backwards_ok(Map &m) {
  for (auto it = m.end(); it != m.begin();) {
    --it;
    if (flag())
      it = m.erase(it);
  }
}

void backwards_bad(Map &m) {
  for (auto it = m.end(); it != m.begin();) {
    --it;
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
    if (flag())
      m.erase(it);
  }
}

void beforeResultOfErase_ok(Map &m, int k) {
  auto it = m.erase(m.find(k));
  if (it != m.begin())
    use(std::prev(it)->second);
}

void absorbNext_ok(Map &m, int k) {
  auto it = m.find(k);
  m.erase(std::next(it));
  if (std::next(it) != m.end())
    use(std::next(it)->second);
}

void absorbNext_bad(Map &m, int k) {
  auto it = m.find(k);
  auto next = std::next(it);
  m.erase(std::next(it));
  use(it->second);
  use(next->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'next' is used after {{.*}} [tombstone-use-after-erase]
}

// The element of an earlier turn is not the one that this turn erases.
void previousPointer_ok(Map &m) {
  std::string *previous = nullptr;
  for (auto it = m.begin(); it != m.end();) {
    if (flag()) {
      it = m.erase(it);
      continue;
    }
    if (previous)
      use(*previous);
    previous = &it->second;
    ++it;
  }
}

void previousPointer_bad(Map &m) {
  std::string *previous = nullptr;
  for (auto it = m.begin(); it != m.end();) {
    previous = &it->second;
    if (flag())
      it = m.erase(it);
    else
      ++it;
    use(*previous);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'previous' is used after {{.*}} [tombstone-use-after-erase]
  }
}

void followers_ok(std::map<int, int> &m) {
  auto it = m.begin();
  for (auto next = std::next(it); next != m.end();) {
    if (it->second == next->second)
      next = m.erase(next);
    else
      it = next++;
  }
}

void followers_bad(std::map<int, int> &m) {
  auto it = m.begin();
  for (auto next = std::next(it); next != m.end();) {
    it = next++;
    if (it->second == 0)
      m.erase(it);
    use(it->second);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
  }
}

void heldAcrossSweep_bad(Map &m) {
  auto it = m.begin();
  std::string &first = it->second;
  while (it != m.end())
    if (flag())
      it = m.erase(it);
    else
      ++it;
  use(first);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'first' is used after {{.*}} [tombstone-use-after-erase]
}

// What follows `before` now is not the element that was erased.
void neighbourOfErased_ok(Map &m, int k) {
  auto it = m.find(k);
  auto before = std::prev(it);
  m.erase(it);
  auto after = std::next(before);
  m[k] = "again";
  m.erase(k);
  use(after->second);
}
