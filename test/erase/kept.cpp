// RUN: %check
// Handles that are the elements of another container.
#include <map>
#include <vector>

void use(int);
using Map = std::map<int, int>;

void eraseEach_ok(Map &m, std::vector<Map::iterator> &v) {
  for (auto it : v) {
    use(it->second);
    m.erase(it);
  }
}

void eraseEachByIterator_ok(Map &m, std::vector<Map::iterator> &v) {
  for (auto i = v.begin(); i != v.end(); ++i)
    m.erase(*i);
}

void eraseEachInPair_ok(Map &m, std::vector<std::pair<Map::iterator, int>> &v) {
  for (auto &p : v) {
    auto &it = p.first;
    use(it->second);
    m.erase(it);
  }
}

void eraseEach_bad(Map &m, std::vector<Map::iterator> &v) {
  for (auto it : v) {
    m.erase(it);
    use(it->second);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'it' is used after its element of 'm' was erased [tombstone-use-after-erase]
  }
}

void workList_bad(Map &m, int a) {
  std::vector<Map::iterator> work;
  work.push_back(m.find(a));
  m.clear();
  use(work.back()->second);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} is used after its element of 'm' was erased [tombstone-use-after-erase]
}

void emptiedWorkList_ok(Map &m, int a, int b) {
  std::vector<int *> work;
  work.push_back(&m[a]);
  work.clear();
  m.clear();
  work.push_back(&m[b]);
  use(*work.back());
}

// What was taken out may be the one that dies.
void takenOut_ok(Map &m, int a, int b) {
  std::vector<Map::iterator> work;
  work.push_back(m.find(a));
  work.push_back(m.find(b));
  while (!work.empty()) {
    auto it = work.back();
    work.pop_back();
    use(it->second);
    m.erase(it);
  }
}

// One of them is dead, and who goes over them all comes to it.
struct Entries {
  Map items;
  std::vector<int *> order;

  void overAll_bad(int k) {
    order.push_back(&items[k]);
    items.erase(k);
    for (int *p : order)
      use(*p);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'p' is used after its element of 'items' was erased [tombstone-use-after-erase]
  }

  void overAllByIterator_bad(int k) {
    order.push_back(&items[k]);
    items.erase(k);
    for (auto it = order.begin(); it != order.end(); ++it)
      use(**it);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} is used after its element of 'items' was erased [tombstone-use-after-erase]
  }

  void takenOutBefore_ok(int k) {
    order.push_back(&items[k]);
    order.pop_back();
    items.erase(k);
    for (int *p : order)
      use(*p);
  }

  void takenOutAfter_ok(int k) {
    int *gone = &items[k];
    order.push_back(gone);
    items.erase(k);
    std::erase(order, gone);
    for (int *p : order)
      use(*p);
  }

  void another_ok(int k, int other) {
    order.push_back(&items[k]);
    items.erase(other);
    for (int *p : order)
      use(*p);
  }

  void oneByOne_ok(int a, int b) {
    std::vector<Map::iterator> doomed{items.find(a), items.find(b)};
    for (auto it : doomed)
      items.erase(it);
  }
};
