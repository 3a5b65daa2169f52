//===- PathGraph.cpp - The ways over a kill to a use ----------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PathGraph.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

using namespace clang;
using namespace tombstone;

PathGraph::PathGraph(const Body &B, const PathQuery &Query) {
  Start = {Query.AtEntry.value_or(PathToken()),
           B.graph().getEntry().getBlockID()};
  explore(B, Query);
  findLoops();
  addNodes();
  slice();
}

//===----------------------------------------------------------------------===//
// Blocks, and where the handle is
//===----------------------------------------------------------------------===//

void PathGraph::addWays(const PathQuery &Query, Point From,
                        std::vector<Point> &Pending) {
  const auto &[Token, BlockId] = From;
  const bool IsKilled = Token.At == PathStage::Killed;
  const PathStep Step = Query.Run(BlockId, Token);
  if (Step.ComesToUse) {
    Ends[From] = !IsKilled;
    if (IsKilled)
      return;
  }
  const CFGBlock &Block = *Blocks[BlockId];
  unsigned Index = 0;
  for (const CFGBlock *Next : Block.succs()) {
    const unsigned Successor = Index++;
    if (!Next || Successor >= Step.Behind.size())
      continue;
    for (const PathToken &Then : Step.Behind[Successor]) {
      const Point To{Then, Next->getBlockID()};
      const bool Kills = !IsKilled && Then.At == PathStage::Killed;
      const bool Throws = Successor > 0 && !Block.getTerminatorStmt();
      Ways[From].push_back({Successor, To, Kills, Throws});
      Pending.push_back(To);
    }
  }
}

void PathGraph::explore(const Body &B, const PathQuery &Query) {
  Blocks.resize(B.graph().getNumBlockIDs());
  for (const CFGBlock *Block : B.graph())
    Blocks[Block->getBlockID()] = Block;
  std::vector<Point> Pending{Start};
  while (!Pending.empty()) {
    const Point Next = Pending.back();
    Pending.pop_back();
    if (Ways.try_emplace(Next).second)
      addWays(Query, Next, Pending);
  }
}

/// Strongly connected parts by Kosaraju: the order in which a walk leaves
/// points, then a walk against the edges in that order.
void PathGraph::findLoops() {
  std::map<Point, std::vector<Point>> Before;
  for (const auto &[From, Out] : Ways)
    for (const Way &W : Out)
      Before[W.To].push_back(From);
  std::vector<Point> Left;
  std::set<Point> Seen;
  std::vector<std::pair<Point, size_t>> Stack{{Start, 0}};
  Seen.insert(Start);
  while (!Stack.empty()) {
    auto &[At, Next] = Stack.back();
    const std::vector<Way> &Out = Ways[At];
    if (Next == Out.size()) {
      Left.push_back(At);
      Stack.pop_back();
    } else if (const Point To = Out[Next++].To; Seen.insert(To).second) {
      Stack.push_back({To, 0});
    }
  }
  for (unsigned I = 0; I < Left.size(); ++I)
    Rank[Left[I]] = Left.size() - I;
  unsigned Loops = 0;
  for (const Point &From : llvm::reverse(Left)) {
    if (Loop.count(From))
      continue;
    std::vector<Point> Pending{From};
    Loop[From] = ++Loops;
    while (!Pending.empty()) {
      const Point At = Pending.back();
      Pending.pop_back();
      for (const Point &Previous : Before[At])
        if (Loop.try_emplace(Previous, Loops).second)
          Pending.push_back(Previous);
    }
  }
  for (auto &[From, Out] : Ways)
    for (Way &W : Out)
      W.IsBack = Loop[From] == Loop[W.To] && Rank[W.To] <= Rank[From];
}

//===----------------------------------------------------------------------===//
// The graph without circles
//===----------------------------------------------------------------------===//

unsigned PathGraph::add(PathNode Node) {
  Nodes.push_back(std::move(Node));
  return Nodes.size() - 1;
}

void PathGraph::connect(unsigned From, unsigned To, const Way *Over) {
  PathEdge E;
  E.From = From;
  E.To = To;
  if (Over) {
    E.Successor = Over->Successor;
    E.Kills = Over->Kills;
    E.Throws = Over->Throws;
  }
  Nodes[To].In.push_back(Edges.size());
  Edges.push_back(E);
}

void PathGraph::addNodes() {
  std::map<Point, unsigned> First, Last;
  std::map<unsigned, unsigned> Leaps;
  std::map<unsigned, std::set<Point>> Heads;
  for (const auto &[From, Out] : Ways)
    for (const Way &W : Out)
      if (W.IsBack)
        Heads[Loop[From]].insert(W.To);
  const auto NodeFor = [&](std::map<Point, unsigned> &In, const Point &P) {
    const auto [It, IsNew] = In.try_emplace(P, Nodes.size());
    if (IsNew) {
      PathNode Node;
      Node.Block = P.second;
      add(std::move(Node));
    }
    return It->second;
  };
  this->First = NodeFor(First, Start);
  for (const auto &[From, Out] : Ways) {
    NodeFor(First, From);
    const unsigned L = Loop[From];
    if (!Heads.count(L))
      continue;
    NodeFor(Last, From);
    const auto [It, IsNew] = Leaps.try_emplace(L, Nodes.size());
    if (IsNew) {
      PathNode Leap;
      Leap.IsLeap = true;
      add(std::move(Leap));
    }
    Nodes[It->second].Leap.push_back(From.second);
  }
  PathNode End;
  End.IsTarget = true;
  Target = add(std::move(End));
  for (const auto &[L, Points] : Heads)
    for (const Point &Head : Points)
      connect(Leaps[L], Last[Head], nullptr);
  for (const auto &[From, Out] : Ways) {
    for (const Way &W : Out) {
      const bool IsInLoop = Loop[From] == Loop[W.To];
      connect(First[From], W.IsBack ? Leaps[Loop[From]] : First[W.To], &W);
      if (Last.count(From) && !W.IsBack)
        connect(Last[From], IsInLoop ? Last[W.To] : First[W.To], &W);
    }
    const auto End = Ends.find(From);
    if (End == Ends.end())
      continue;
    Way ToUse{0, From, End->second, false};
    for (const auto *Copies : {&First, &Last})
      if (auto At = Copies->find(From); At != Copies->end()) {
        connect(At->second, Target, &ToUse);
        Edges.back().Successor.reset();
      }
  }
}

/// Leaves what is not on a path out, and puts the rest in order.
void PathGraph::slice() {
  std::vector<bool> LeadsToTarget(Nodes.size());
  std::vector<unsigned> Pending{Target};
  LeadsToTarget[Target] = true;
  while (!Pending.empty()) {
    const unsigned N = Pending.back();
    Pending.pop_back();
    for (unsigned E : Nodes[N].In)
      if (!LeadsToTarget[Edges[E].From]) {
        LeadsToTarget[Edges[E].From] = true;
        Pending.push_back(Edges[E].From);
      }
  }
  std::vector<std::vector<unsigned>> Out(Nodes.size());
  for (unsigned E = 0; E < Edges.size(); ++E)
    if (LeadsToTarget[Edges[E].To])
      Out[Edges[E].From].push_back(E);
  std::vector<bool> Reached(Nodes.size());
  std::vector<std::pair<unsigned, size_t>> Stack{{First, 0}};
  Reached[First] = true;
  while (!Stack.empty()) {
    auto &[At, Next] = Stack.back();
    if (Next == Out[At].size()) {
      Order.push_back(At);
      Stack.pop_back();
    } else if (const unsigned To = Edges[Out[At][Next++]].To; !Reached[To]) {
      Reached[To] = true;
      Stack.push_back({To, 0});
    }
  }
  if (!Reached[Target] || !LeadsToTarget[First]) {
    Order.clear();
    return;
  }
  std::reverse(Order.begin(), Order.end());
  // The target has no way out, but others may have been left after it.
  llvm::erase(Order, Target);
  Order.push_back(Target);
  for (PathNode &Node : Nodes)
    llvm::erase_if(Node.In,
                   [&](unsigned E) { return !Reached[Edges[E].From]; });
}
