// RUN: %mark-as --config="{CheckOptions: {tombstone-use-after-relocation.NodeIterators: false}}" %s -- -std=c++20
// NodeIterators: false is silent of iterators into tables of nodes, whose
// elements stay; it still reports what really moves.
#include "Inputs/abseil.h"
#include <string>
#include <unordered_map>
#include <unordered_set>

void use(int);
void use(const std::string &);
using Map = std::unordered_map<int, std::string>;
using Flat = absl::flat_hash_map<int, int>;
using Nodes = absl::node_hash_map<int, int>;

void iterator_ok(Map &m, int k, int j) {
  auto it = m.find(k);
  m[j] = "new";
  use(it->second);
}

void iteratorOfNodes_ok(Nodes &m, int k, int j) {
  auto it = m.find(k);
  m[j] = 1;
  use(it->second);
}

void flatIterator_bad(Flat &m, int k, int j) {
  auto it = m.find(k);
  m[j] = 1;
  use(it->second); // DEAD
}

void flatReference_bad(Flat &m, int k, int j) {
  int &r = m[k];
  m[j] = 1;
  use(r); // DEAD
}
