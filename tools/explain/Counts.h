//===- Counts.h - What the engine did with a file ---------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Counts and times of tombstone-explain --counts: how many functions pass the
// gate, how many exceed a budget, which was most work and which took longest.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TOOLS_EXPLAIN_COUNTS_H
#define TOMBSTONE_TOOLS_EXPLAIN_COUNTS_H

#include "tombstone/Analysis/Engine.h"
#include <map>

namespace tombstone::explain {

class Counts {
public:
  /// Analyses the function and counts it.
  void add(const clang::FunctionDecl &Function, Engine &Analysis);
  void print(llvm::raw_ostream &OS) const;

private:
  unsigned Functions = 0;
  unsigned PastGate = 0;
  unsigned Findings = 0;
  unsigned Refuted = 0;   ///< Candidates to which no execution comes.
  unsigned Undecided = 0; ///< Those of which nobody knows.
  std::map<std::string, unsigned> Exceeded; ///< By the budget's name.
  uint64_t MostSteps = 0; ///< As Budget::MaxSteps counts them.
  std::string MostWork;
  double SlowestMilliseconds = 0;
  std::string Slowest;
};

} // namespace tombstone::explain

#endif // TOMBSTONE_TOOLS_EXPLAIN_COUNTS_H
