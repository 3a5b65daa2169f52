// RUN: %marks
// Handles in containers: work lists. What is taken out may be any that is in.
#include "Inputs/abseil.h"
#include <deque>
#include <list>
#include <queue>
#include <stack>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

void use(int);
void use(const std::string &);
bool flag();
using Map = std::unordered_map<int, std::string>;
using Flat = absl::flat_hash_map<int, int>;

void iteratorsInVector_bad(Map &m, int k, int j) {
  std::vector<Map::iterator> list;
  list.push_back(m.find(k));
  m[j] = "new";
  use(list.back()->second); // DEAD
}

void iteratorsInLoop_bad(Map &m, int j) {
  std::vector<Map::iterator> list;
  for (auto it = m.begin(); it != m.end(); ++it)
    list.push_back(it);
  m[j] = "new";
  for (auto it : list)
    use(it->second); // DEAD
}

void pointersInVector_bad(Flat &m, const std::vector<int> &keys) {
  std::vector<int *> list;
  for (int k : keys)
    list.push_back(&m[k]);
  for (int *p : list)
    use(*p); // DEAD
}

void pointersOfNodes_ok(Map &m, const std::vector<int> &keys) {
  std::vector<std::string *> list;
  for (int k : keys)
    list.push_back(&m[k]);
  for (std::string *p : list)
    use(*p);
}

void stackOfIterators_bad(Map &m, int j) {
  std::stack<Map::iterator> todo;
  todo.push(m.begin());
  while (!todo.empty()) {
    Map::iterator it = todo.top();
    use(it->second); // DEAD
    m[j] = "new";
  }
}

void queueOfPointers_bad(Flat &m, int k, int j) {
  std::queue<int *> todo;
  todo.push(&m[k]);
  m[j] = 1;
  use(*todo.front()); // DEAD
}

void emplaced_bad(Map &m, int k, int j) {
  std::deque<Map::iterator> list;
  list.emplace_back(m.find(k));
  m[j] = "new";
  use(list.front()->second); // DEAD
}

void listOfPointers_bad(Flat &m, int k, int j) {
  std::list<int *> list;
  list.push_back(&m[k]);
  m[j] = 1;
  for (int *p : list)
    use(*p); // DEAD
}

// It may be the one that is left, or one that was taken out before.
void poppedBeforeGrowth_ok(Flat &m, int k, int j) {
  std::vector<int *> list;
  list.push_back(&m[k]);
  list.pop_back();
  m[j] = 1;
  if (!list.empty())
    use(*list.back());
}

void clearedBeforeGrowth_ok(Flat &m, int k, int j) {
  std::vector<int *> list;
  list.push_back(&m[k]);
  list.clear();
  m[j] = 1;
  list.push_back(&m[j]);
  use(*list.back());
}

void workOnStack_ok(Flat &m, int k) {
  std::stack<int *> todo;
  todo.push(&m[k]);
  while (!todo.empty()) {
    int *p = todo.top();
    todo.pop();
    const int next = *p;
    if (flag())
      todo.push(&m[next]);
  }
}

// The key is an element's, which is read when the table has grown.
void keyOnStack_bad(Flat &m, int k) {
  std::stack<int *> todo;
  todo.push(&m[k]);
  while (!todo.empty()) {
    int *p = todo.top();
    todo.pop();
    todo.push(&m[*p]); // DEAD
  }
}

void keysInVector_ok(Flat &m, const std::vector<int> &keys) {
  std::vector<int> list;
  for (auto &[key, value] : m)
    list.push_back(key);
  for (int k : list)
    m[k + 1] = 1;
}

void copiesInVector_ok(Flat &m, int k, int j) {
  std::vector<int> list;
  list.push_back(m[k]);
  m[j] = 1;
  use(list.back());
}

void reservedBefore_ok(const std::vector<int> &keys) {
  Flat m;
  m.reserve(keys.size());
  std::vector<int *> list;
  for (int k : keys)
    list.push_back(&m[k]);
  for (int *p : list)
    use(*p);
}

void usedBeforeGrowth_ok(Map &m, int j) {
  std::vector<Map::iterator> list;
  for (auto it = m.begin(); it != m.end(); ++it)
    list.push_back(it);
  for (auto it : list)
    use(it->second);
  m[j] = "new";
}

struct Graph {
  Flat nodes;
  std::vector<int *> order;
  void member_bad(int k, int j) {
    order.push_back(&nodes[k]);
    nodes[j] = 1;
    use(*order.back()); // DEAD
  }
};
