// RUN: %marks
// Which keys are known to be there: those of one value, however it is reached.
#include "Inputs/folly.h"
#include <unordered_map>
#include <utility>
#include <vector>

void use(int);
using Map = folly::F14ValueMap<int, std::pair<int, int>>;

void rangeFor_ok(Map &m, std::vector<int> &v) {
  for (int i : v) {
    auto &a = m[i].first;
    auto &b = m[i].second;
    use(a);
    use(b);
  }
}

void index_ok(Map &m, std::vector<int> &v) {
  for (unsigned i = 0; i < v.size(); ++i) {
    auto &a = m[v[i]].first;
    auto &b = m[v[i]].second;
    use(a);
    use(b);
  }
}

void iterator_ok(Map &m, std::vector<int> &v) {
  for (auto it = v.begin(); it != v.end(); ++it) {
    auto &a = m[*it].first;
    auto &b = m[*it].second;
    use(a);
    use(b);
  }
}

void reverse_ok(Map &m, std::vector<int> &v) {
  for (auto it = v.rbegin(); it != v.rend(); it++) {
    auto &a = m[*it].first;
    auto &b = m[*it].second;
    use(a);
    use(b);
  }
}

void iteratorWentOn_bad(Map &m, std::vector<int> &v) {
  for (auto it = v.begin(); it != v.end(); ++it) {
    auto &a = m[*it].first;
    ++it;
    auto &b = m[*it].second;
    use(a); // DEAD
    use(b);
  }
}

void valueWasWritten_bad(Map &m, std::vector<int> &v) {
  for (auto it = v.begin(); it != v.end(); ++it) {
    auto &a = m[*it].first;
    *it = 4;
    auto &b = m[*it].second;
    use(a); // DEAD
    use(b);
  }
}

struct Node {
  int id;
  int getId() const;
};

void member_ok(Map &m, Node *n, const Node &other) {
  auto &a = m[n->getId()].first;
  auto &b = m[n->getId()].second;
  use(a);
  use(b);
  auto &c = m[other.id].first;
  auto &d = m[other.id].second;
  use(c);
  use(d);
}

void elementInHand_ok(std::unordered_map<int, int> &m) {
  for (auto &[k, v] : m)
    m[k] = v + 1;
  for (auto it = m.begin(); it != m.end(); ++it)
    m[it->first] = 0;
}

void elementCopied_ok(std::unordered_map<int, int> &m) {
  for (auto p : m)
    use(m[p.first]);
  for (auto p : m) {
    int k = p.first;
    use(m[k]);
  }
}

void valueOfElement_bad(std::unordered_map<int, int> &m) {
  for (auto it = m.begin(); it != m.end(); ++it) // DEAD
    m[it->second] = 0;
}

// A copy of a key keeps the value that its original loses.
void copyOfChangedKey_ok(Map &m, int k) {
  const int old = k;
  auto &r = m[k].first;
  ++k;
  m[old].second = 1;
  use(r);
}

void changedKey_bad(Map &m, int k) {
  auto &r = m[k].first;
  ++k;
  m[k].second = 1;
  use(r); // DEAD
}
