// RUN: %relocation
// Correct code that is near the mistake: handles that are refreshed, dropped or
// copied in time. No warning is expected in this file.
#include "Inputs/abseil.h"
#include <algorithm>
#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

void use(int);

using Map = std::unordered_map<int, int>;
using Flat = absl::flat_hash_map<int, int>;

// ===-- Iterators -----------------------------------------------------------===

void eraseAndGoOn(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (it->second == 0)
      it = m.erase(it);
    else
      ++it;
}

void eraseFlat(Flat &m) {
  for (auto it = m.begin(); it != m.end();) {
    auto current = it++;
    if (current->second == 0)
      m.erase(current);
  }
}

int refreshed(Map &m, int k) {
  auto it = m.find(k);
  for (int i = 0; i < 10; ++i) {
    m.emplace(i, i);
    it = m.find(k);
  }
  return it == m.end() ? 0 : it->second;
}

void insertOrUpdate(Map &m, int k, int value) {
  if (auto [it, inserted] = m.insert({k, value}); !inserted)
    it->second += value;
}

void hinted(Map &m, const std::vector<int> &keys) {
  auto hint = m.end();
  for (int k : keys)
    hint = m.emplace_hint(hint, k, k);
}

void findThenUpdateThenInsert(Flat &m, int a, int b) {
  if (auto it = m.find(a); it != m.end())
    it->second += 1;
  m[b] = 1;
}

void lastInserted(Flat &m, const std::vector<int> &keys) {
  int *last = nullptr;
  for (int k : keys)
    last = &m[k];
  if (last)
    *last = 0;
}

void maxByIterator(Map &m) {
  auto best = std::max_element(m.begin(), m.end(),
                               [](const auto &a, const auto &b) { return a.second < b.second; });
  if (best != m.end())
    use(best->first);
  m.clear();
  m.emplace(1, 1);
}

// ===-- Room ----------------------------------------------------------------===

void reservedForAll(const std::vector<int> &keys) {
  Map m;
  m.reserve(keys.size());
  std::vector<Map::iterator> order;
  for (int k : keys)
    order.push_back(m.emplace(k, 0).first);
  for (auto it : order)
    it->second += 1;
}

int twoPointersWithRoom(Flat &out) {
  Flat m;
  m.reserve(8);
  int *first = &m[1];
  int *second = &m[2];
  *first = 1;
  *second = *first;
  out = std::move(m);
  return 0;
}

// ===-- Owners --------------------------------------------------------------===

struct Session {
  std::string name;
  std::unordered_map<int, std::shared_ptr<Session>> peers;

  void greet(int k) {
    auto &peer = peers[k];
    if (!peer)
      peer = std::make_shared<Session>();
    peer->name = name;
  }
  std::shared_ptr<Session> find(int k) {
    auto it = peers.find(k);
    return it == peers.end() ? nullptr : it->second;
  }
  void connect(int a, int b) {
    std::shared_ptr<Session> first = find(a);
    peers[b] = std::make_shared<Session>();
    if (first)
      first->name = "connected";
  }
};

void perThread(absl::flat_hash_map<int, std::vector<int>> &m, int a, int b) {
  const std::vector<int> copy = m[a];
  auto &target = m[b];
  target.insert(target.end(), copy.begin(), copy.end());
}

void moveBetweenLists(absl::flat_hash_map<int, std::vector<int>> &m, int a, int b) {
  std::vector<int> taken;
  taken.swap(m[a]);
  m[b] = std::move(taken);
}

void lru(std::unordered_map<int, std::deque<int>::iterator> &where, std::deque<int> &order, int k) {
  if (auto it = where.find(k); it != where.end())
    order.erase(it->second);
  order.push_front(k);
  where[k] = order.begin();
}

void constantKeys(Flat &m) {
  m[1] = 10;
  m[2] = 20;
  m[3] = m[1] + m[2];
}

void defaultThenFill(absl::flat_hash_map<std::string, int> &m, const std::string &name) {
  if (!m.contains(name))
    m[name] = 0;
  int &value = m[name];
  value += 1;
  use(m[name]);
  use(value);
}

void stopAtFirst(Flat &m) {
  for (auto &[key, value] : m) {
    if (value == 0) {
      const int free = key;
      m.emplace(free + 1, 1);
      return;
    }
  }
}
