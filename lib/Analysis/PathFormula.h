//===- PathFormula.h - Paths as a formula -----------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs the terms of the blocks over a graph of paths, once each, and says when
// its end is reached: a formula over what is asked of values on the way.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_ANALYSIS_PATHFORMULA_H
#define TOMBSTONE_LIB_ANALYSIS_PATHFORMULA_H

#include "PathGraph.h"
#include "PathValues.h"
#include "clang/Analysis/FlowSensitive/Solver.h"
#include <set>

namespace tombstone {

class PathFormula {
public:
  PathFormula(const BodyTerms &Terms, const PathGraph &Graph,
              const PathQuery &Query, clang::dataflow::Arena &A);

  /// Formulas that all hold on a path to the end. No condition is asked of the
  /// branches in \p Open: both ways can be gone.
  std::vector<const Formula *> conditions(const std::set<unsigned> &Open = {});
  /// Whether any condition is on the way.
  bool asksNothing() const { return AsksNothing; }
  /// The branches on the paths by block, with the ways that lead on.
  std::map<unsigned, std::set<unsigned>> branches() const;

  using Solution = llvm::DenseMap<clang::dataflow::Atom,
                                  clang::dataflow::Solver::Result::Assignment>;
  /// The branches of a path on which all holds. To be called after
  /// conditions().
  std::vector<PathBranch> path(const Solution &Found) const;

private:
  using Memory = std::map<CellId, ValueId>;
  struct Run {
    Memory Out;
    /// As they were before the last call, which may throw.
    Memory BeforeLast;
    llvm::SmallVector<const Formula *, 1> Assumed;
    size_t AssumedBeforeLast = 0;
    std::map<TermId, ValueId> Values;
  };

  void enter(unsigned N, Memory &Into);
  void run(unsigned N);
  /// What a loop does to a cell: it counts up, or sets it to one of these.
  struct Change {
    bool Counts = false;
    std::set<int64_t> Constants;
  };
  std::optional<Change> changeOf(CellId C,
                                 llvm::ArrayRef<unsigned> Blocks) const;
  void leap(unsigned N, Memory &M, Run &R);
  void execute(const ValueOp &Op, Memory &M, Run &R);
  ValueId evaluate(const Term &T, Memory &M, Run &R);
  ValueId apply(const Term &T, Run &R);
  ValueId read(CellId C, Memory &M);
  void write(CellId C, ValueId V, Memory &M);
  void forget(CellId C, Memory &M) { write(C, Values.fresh(), M); }
  void forgetShared(Memory &M);
  bool isPartOf(CellId C, CellId Whole) const;
  const Formula &erasesHandle(const Run &From, unsigned Block);
  void askEdge(unsigned E);
  void dropSingleQuestions();
  const Formula &anyOf(llvm::SmallVector<const Formula *, 4> Ways);

  const BodyTerms &Terms;
  const PathGraph &Graph;
  const PathQuery &Query;
  clang::dataflow::Arena &A;
  PathValues Values;
  std::map<unsigned, Run> Runs;
  std::map<CellId, ValueId> AtStart;
  std::map<unsigned, const Formula *> Conditions; ///< By edge; none: true.
  std::map<unsigned, const Formula *> Reached;    ///< By edge.
  bool AsksNothing = false;
};

} // namespace tombstone

#endif // TOMBSTONE_LIB_ANALYSIS_PATHFORMULA_H
