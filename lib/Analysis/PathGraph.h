//===- PathGraph.h - The ways over a kill to a use --------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A graph without circles of which each path is one of the body that takes,
// kills and uses, in this order. A block is in it once for each place where the
// handle may be, and in a loop twice: as it is run before the first turn ends,
// and in the last turn. Between the two lies a leap, on which the loop may do
// all that it does.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_ANALYSIS_PATHGRAPH_H
#define TOMBSTONE_LIB_ANALYSIS_PATHGRAPH_H

#include "tombstone/Analysis/Feasibility.h"
#include "tombstone/Events/Terms.h"
#include <map>

namespace tombstone {

struct PathNode {
  unsigned Block = 0;
  llvm::SmallVector<unsigned, 2> In; ///< Edges.
  /// Of a leap: the blocks that may run on it, in any order and number.
  std::vector<unsigned> Leap;
  bool IsLeap = false;
  bool IsTarget = false;
};

struct PathEdge {
  unsigned From = 0;
  unsigned To = 0;
  /// Of the block; none: no branch is taken, as from a leap.
  std::optional<unsigned> Successor;
  bool Kills = false;  ///< The block ends the element on the way.
  bool Throws = false; ///< The last call of the block does not return.
};

class PathGraph {
public:
  PathGraph(const Body &B, const PathQuery &Query);

  /// Whether there is a path at all.
  bool hasPath() const { return !Order.empty(); }
  /// The nodes that are on one, each before those that it leads to; the last
  /// one is the target.
  llvm::ArrayRef<unsigned> order() const { return Order; }
  const PathNode &node(unsigned N) const { return Nodes[N]; }
  const PathEdge &edge(unsigned E) const { return Edges[E]; }
  unsigned numNodes() const { return Nodes.size(); }
  unsigned numEdges() const { return Edges.size(); }

private:
  /// A block, and where the handle is when it starts.
  using Point = std::pair<PathToken, unsigned>;
  struct Way {
    unsigned Successor;
    Point To;
    bool Kills;
    bool Throws;
    bool IsBack = false; ///< Closes a loop.
  };

  void explore(const Body &B, const PathQuery &Query);
  void addWays(const PathQuery &Query, Point From, std::vector<Point> &Pending);
  void findLoops();
  unsigned add(PathNode Node);
  void connect(unsigned From, unsigned To, const Way *Over);
  void addNodes();
  void slice();

  std::vector<const clang::CFGBlock *> Blocks; ///< By number.
  Point Start;
  std::map<Point, std::vector<Way>> Ways;
  /// Points from which the block itself leads to the use; over the kill or not.
  std::map<Point, bool> Ends;
  std::map<Point, unsigned> Rank; ///< In reverse post-order.
  std::map<Point, unsigned> Loop; ///< Those that lead to each other have one.
  std::vector<PathNode> Nodes;
  std::vector<PathEdge> Edges;
  unsigned First = 0;
  unsigned Target = 0;
  std::vector<unsigned> Order;
};

} // namespace tombstone

#endif // TOMBSTONE_LIB_ANALYSIS_PATHGRAPH_H
