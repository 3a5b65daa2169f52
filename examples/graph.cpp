// A graph as a map of neighbour sets, and a pass that takes leaves off until none is left.
#include <iostream>
#include <map>
#include <set>

class Graph {
  std::map<int, std::set<int>> neighbours_;

public:
  void connect(int a, int b) {
    neighbours_[a].insert(b);
    neighbours_[b].insert(a);
  }

  void remove(int node) {
    for (int other : neighbours_[node])
      neighbours_[other].erase(node);
    neighbours_.erase(node);
  }

  bool pruneLeaves() {
    bool changed = false;
    for (const auto &[node, others] : neighbours_) {
      if (others.size() > 1)
        continue;
      for (int other : others)
        neighbours_.at(other).erase(node);
      neighbours_.erase(node);
      changed = true;
    }
    return changed;
  }

  std::size_t size() const { return neighbours_.size(); }
};

int main() {
  Graph graph;
  graph.connect(1, 2);
  graph.connect(2, 3);
  graph.connect(3, 1);
  graph.connect(3, 4);
  graph.connect(4, 5);
  graph.remove(5);
  while (graph.pruneLeaves())
    std::cout << graph.size() << " nodes left\n";
}
