// RUN: %relocation
// Correct code that is near the mistake: common ways to work with hash tables.
// No warning is expected in this file.
#include "Inputs/abseil.h"
#include <memory>
#include <mutex>
#include <optional>
#include <queue>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

void use(int);
void use(const std::string &);
std::string describe(int);

using Map = std::unordered_map<int, int>;
using Names = std::unordered_map<int, std::string>;
using Flat = absl::flat_hash_map<int, int>;
using FlatNames = absl::flat_hash_map<std::string, std::string>;

// ===-- Caches --------------------------------------------------------------===

const std::string &cached(Names &cache, int k) {
  auto it = cache.find(k);
  if (it == cache.end())
    it = cache.emplace(k, describe(k)).first;
  return it->second;
}

const std::string &cachedByTryEmplace(Names &cache, int k) {
  auto [it, inserted] = cache.try_emplace(k);
  if (inserted)
    it->second = describe(k);
  return it->second;
}

const std::string &cachedEarlyReturn(Names &cache, int k) {
  if (auto it = cache.find(k); it != cache.end())
    return it->second;
  return cache[k] = describe(k);
}

std::string cachedCopy(FlatNames &cache, const std::string &key) {
  auto it = cache.find(key);
  if (it != cache.end())
    return it->second;
  std::string made = describe(1);
  cache.emplace(key, made);
  return made;
}

int fibonacci(Map &memo, int n) {
  if (n < 2)
    return n;
  if (auto it = memo.find(n); it != memo.end())
    return it->second;
  const int result = fibonacci(memo, n - 1) + fibonacci(memo, n - 2);
  memo[n] = result;
  return result;
}

int memoisedWithLookUpAfter(Flat &memo, int n) {
  auto it = memo.find(n);
  if (it != memo.end())
    return it->second;
  int sum = 0;
  for (int i = 0; i < n; ++i)
    sum += memoisedWithLookUpAfter(memo, i);
  return memo.emplace(n, sum).first->second;
}

class Interner {
public:
  int idOf(const std::string &name) {
    auto it = ids.find(name);
    if (it != ids.end())
      return it->second;
    const int id = static_cast<int>(names.size());
    names.push_back(name);
    ids.emplace(name, id);
    return id;
  }
  int idOfOnce(std::string_view name) {
    auto [it, isNew] = ids.try_emplace(std::string(name), names.size());
    if (isNew)
      names.push_back(it->first);
    return it->second;
  }

private:
  std::unordered_map<std::string, int> ids;
  std::vector<std::string> names;
};

class Registry {
public:
  std::string *get(int k) {
    std::lock_guard<std::mutex> lock(mutex);
    auto &slot = entries[k];
    if (!slot)
      slot = std::make_unique<std::string>(describe(k));
    return slot.get();
  }
  void link(int a, int b) {
    std::string *first = get(a);
    std::string *second = get(b);
    *first += *second;
  }

private:
  std::mutex mutex;
  absl::flat_hash_map<int, std::unique_ptr<std::string>> entries;
};

// ===-- Counting and grouping -----------------------------------------------===

Map countAll(const std::vector<int> &values) {
  Map counts;
  for (int value : values)
    ++counts[value];
  return counts;
}

Flat countFlat(const std::vector<int> &values) {
  Flat counts;
  for (int value : values)
    counts[value] += 1;
  return counts;
}

std::unordered_map<int, std::vector<int>> group(const std::vector<int> &values) {
  std::unordered_map<int, std::vector<int>> groups;
  for (int value : values)
    groups[value % 10].push_back(value);
  return groups;
}

absl::flat_hash_map<int, std::vector<int>> groupFlat(const std::vector<int> &values) {
  absl::flat_hash_map<int, std::vector<int>> groups;
  for (int value : values) {
    auto &list = groups[value % 10];
    list.push_back(value);
    if (list.size() > 100)
      list.clear();
  }
  return groups;
}

int mostFrequent(const std::vector<int> &values) {
  Flat counts;
  int best = 0;
  int times = 0;
  for (int value : values) {
    const int now = ++counts[value];
    if (now > times) {
      times = now;
      best = value;
    }
  }
  return best;
}

bool hasDuplicates(const std::vector<int> &values) {
  std::unordered_set<int> seen;
  for (int value : values)
    if (!seen.insert(value).second)
      return true;
  return false;
}

std::optional<std::pair<int, int>> twoSum(const std::vector<int> &values, int target) {
  Map positions;
  for (int i = 0; i < static_cast<int>(values.size()); ++i) {
    auto it = positions.find(target - values[i]);
    if (it != positions.end())
      return std::pair(it->second, i);
    positions.emplace(values[i], i);
  }
  return std::nullopt;
}

// ===-- Two phases ----------------------------------------------------------===

void invert(Map &m) {
  Map inverted;
  inverted.reserve(m.size());
  for (const auto &[key, value] : m)
    inverted.emplace(value, key);
  m.swap(inverted);
}

void invertByMove(Map &m) {
  Map inverted;
  for (const auto &[key, value] : m)
    inverted[value] = key;
  m = std::move(inverted);
  for (auto &[key, value] : m)
    use(value);
}

void insertCollected(Flat &m) {
  std::vector<std::pair<int, int>> more;
  for (const auto &[key, value] : m)
    if (value > 0)
      more.emplace_back(key + 1, value);
  for (const auto &[key, value] : more)
    m.emplace(key, value);
}

void copyThenInsert(Flat &m, int a, int b) {
  const int old = m[a];
  m[b] = old;
}

void renameKey(FlatNames &m, const std::string &from, const std::string &to) {
  auto it = m.find(from);
  if (it == m.end())
    return;
  std::string value = std::move(it->second);
  m.erase(it);
  m.emplace(to, std::move(value));
}

void renameNode(Names &m, int from, int to) {
  auto node = m.extract(from);
  if (node.empty())
    return;
  node.key() = to;
  m.insert(std::move(node));
}

void swapValues(Flat &m, int a, int b) {
  auto first = m.find(a);
  auto second = m.find(b);
  if (first != m.end() && second != m.end())
    std::swap(first->second, second->second);
}

// ===-- Graphs --------------------------------------------------------------===

std::unordered_map<int, int> distances(const std::unordered_map<int, std::vector<int>> &edges,
                                       int start) {
  std::unordered_map<int, int> distance{{start, 0}};
  std::queue<int> todo;
  todo.push(start);
  while (!todo.empty()) {
    const int node = todo.front();
    todo.pop();
    auto found = edges.find(node);
    if (found == edges.end())
      continue;
    for (int next : found->second)
      if (distance.emplace(next, distance[node] + 1).second)
        todo.push(next);
  }
  return distance;
}

int findRoot(Flat &parent, int x) {
  while (parent[x] != x)
    x = parent[x];
  return x;
}

void unite(Map &parent, int a, int b) {
  auto it = parent.find(a);
  if (it == parent.end())
    return;
  const int root = it->second;
  parent[b] = root;
}

struct Tree {
  struct Node {
    int value = 0;
    std::vector<int> children;
  };
  std::unordered_map<int, Node> nodes;

  // References into a table of nodes stay.
  void add(int parent, int child) {
    Node &up = nodes[parent];
    Node &down = nodes[child];
    down.value = up.value + 1;
    up.children.push_back(child);
  }
};
