// RUN: %check
// Range-for: its variables are handles, and so is the iterator that it hides. A use of the hidden iterator
// is reported at the loop's header.
#include <map>
#include <ranges>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

void use(int);
void use(const std::string &);
bool flag();

using Map = std::map<int, std::string>;

void variable_bad(Map &m) {
  for (auto &entry : m) {
    m.clear();
    use(entry.second);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'entry' is used after {{.*}} [tombstone-use-after-erase]
    // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'entry' refers to an element of 'm' from here
    // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) every element is erased here
    return;
  }
}

void variable_ok(Map &m) {
  for (auto entry : m) {
    m.clear();
    use(entry.second);
    return;
  }
}

void structuredBinding_bad(Map &m) {
  for (auto &[key, value] : m) {
    m.erase(key);
    use(value);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'value' is used after {{.*}} [tombstone-use-after-erase]
    break;
  }
}

void structuredBinding_ok(Map &m) {
  for (auto [key, value] : m) {
    m.erase(key);
    use(value);
    break;
  }
}

void keyBinding_bad(Map &m) {
  for (const auto &[key, value] : m)
    if (flag()) {
      m.erase(key);
      use(key);
      // CHECK: :[[@LINE-1]]:{{.*}} warning: 'key' is used after {{.*}} [tombstone-use-after-erase]
      return;
    }
}

void keyBinding_ok(Map &m) {
  for (const auto &[key, value] : m)
    if (flag()) {
      use(key);
      m.erase(key);
      return;
    }
}

void hiddenIterator_bad(Map &m) {
  for (const auto &[key, value] : m)
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}}loop{{.*}} is used after {{.*}} [tombstone-use-after-erase]
    if (flag())
      m.erase(key);
}

void hiddenIterator_ok(Map &m) {
  for (const auto &[key, value] : m)
    if (flag()) {
      m.erase(key);
      break;
    }
}

void hiddenIteratorByValue_bad(std::set<int> &s) {
  for (int x : s)
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}}loop{{.*}} is used after {{.*}} [tombstone-use-after-erase]
    if (flag())
      s.erase(x);
}

void hiddenIteratorByValue_ok(std::set<int> &s) {
  for (int x : s)
    if (flag()) {
      s.erase(x);
      return;
    }
}

void hiddenIteratorClear_bad(std::unordered_map<int, int> &m) {
  for (auto &entry : m) {
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}}loop{{.*}} is used after {{.*}} [tombstone-use-after-erase]
    use(entry.first);
    m.clear();
  }
}

void hiddenIteratorClear_ok(std::unordered_map<int, int> &m) {
  for (auto &entry : m)
    use(entry.first);
  m.clear();
}

void continueReachesHeader_bad(std::unordered_set<std::string> &s) {
  for (const auto &name : s) {
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}}loop{{.*}} is used after {{.*}} [tombstone-use-after-erase]
    if (flag()) {
      s.erase(name);
      continue;
    }
    use(name);
  }
}

void continueReachesHeader_ok(std::unordered_set<std::string> &s) {
  std::vector<std::string> doomed;
  for (const auto &name : s) {
    if (flag()) {
      doomed.push_back(name);
      continue;
    }
    use(name);
  }
  for (const auto &name : doomed)
    s.erase(name);
}

void copyOfContainer_ok(Map &m) {
  for (const auto &[key, value] : Map(m))
    if (flag())
      m.erase(key);
}

void otherContainer_ok(Map &m, std::set<int> &keys) {
  for (int key : keys)
    m.erase(key);
}

void valuesView_bad(Map &m) {
  for (auto &value : m | std::views::values) {
    m.clear();
    use(value);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'value' is used after {{.*}} [tombstone-use-after-erase]
    return;
  }
}

void valuesView_ok(Map &m) {
  for (auto &value : m | std::views::values)
    use(value);
  m.clear();
}

void keysView_bad(Map &m) {
  for (const int &key : std::views::keys(m))
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}}loop{{.*}} is used after {{.*}} [tombstone-use-after-erase]
    if (flag())
      m.erase(key);
}

void keysView_ok(Map &m) {
  for (const int &key : std::views::keys(m))
    if (flag()) {
      m.erase(key);
      break;
    }
}

void filterView_bad(std::set<int> &s) {
  for (const int &x : s | std::views::filter([](int v) { return v > 1; })) {
    s.clear();
    use(x);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'x' is used after {{.*}} [tombstone-use-after-erase]
    break;
  }
}

void filterView_ok(std::set<int> &s) {
  for (int x : s | std::views::filter([](int v) { return v > 1; })) {
    s.clear();
    use(x);
    break;
  }
}

void subrangeOfEqualRange_bad(std::multimap<int, std::string> &m, int k) {
  auto [first, last] = m.equal_range(k);
  for (auto &entry : std::ranges::subrange(first, last)) {
    m.erase(k);
    use(entry.second);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'entry' is used after {{.*}} [tombstone-use-after-erase]
    return;
  }
}

void subrangeOfEqualRange_ok(std::multimap<int, std::string> &m, int k) {
  auto [first, last] = m.equal_range(k);
  for (auto &entry : std::ranges::subrange(first, last))
    use(entry.second);
  m.erase(k);
}

void equalRange_bad(std::multimap<int, std::string> &m, int k) {
  for (auto [it, last] = m.equal_range(k); it != last; ++it)
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
    if (flag())
      m.erase(it);
}

void equalRange_ok(std::multimap<int, std::string> &m, int k) {
  for (auto [it, last] = m.equal_range(k); it != last;)
    if (flag())
      it = m.erase(it);
    else
      ++it;
}

void equalRangePair_bad(std::unordered_multimap<int, int> &m, int k) {
  auto range = m.equal_range(k);
  for (auto it = range.first; it != range.second; ++it) {
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
    if (it->second == k)
      m.erase(it);
  }
}

void equalRangePair_ok(std::unordered_multimap<int, int> &m, int k) {
  auto range = m.equal_range(k);
  for (auto it = range.first; it != range.second; ++it)
    if (it->second == k) {
      m.erase(it);
      break;
    }
}

void innerContainer_bad(std::map<int, std::set<int>> &m, int k) {
  std::set<int> &inner = m[k];
  for (int x : inner) {
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}}loop{{.*}} is used after {{.*}} [tombstone-use-after-erase]
    use(x);
    m.erase(k);
  }
}

void innerContainer_ok(std::map<int, std::set<int>> &m, int k) {
  std::set<int> &inner = m[k];
  for (int x : inner)
    use(x);
  m.erase(k);
}

void pointerKeptFromLoop_bad(Map &m) {
  const std::string *longest = nullptr;
  for (auto &[key, value] : m)
    longest = &value;
  m.clear();
  if (longest)
    use(*longest);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'longest' is used after {{.*}} [tombstone-use-after-erase]
}

void pointerKeptFromLoop_ok(Map &m) {
  const std::string *longest = nullptr;
  for (auto &[key, value] : m)
    longest = &value;
  if (longest)
    use(*longest);
  m.clear();
}

void iteratorOfView_bad(Map &m) {
  auto values = m | std::views::values;
  auto it = values.begin();
  m.clear();
  use(*it);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void iteratorOfView_ok(Map &m, Map &other) {
  auto values = m | std::views::values;
  auto it = values.begin();
  other.clear();
  use(*it);
}
