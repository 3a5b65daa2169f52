//===- PathValues.h - Values along paths, and what is asked -----*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Gives each value that a term computes somewhere on a path a number: equal
// numbers are equal values. Where paths meet, a value is one of several, and
// what is asked of it is asked of each. Questions become atoms when they are
// asked, and what is known between atoms becomes formulas at the end.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_ANALYSIS_PATHVALUES_H
#define TOMBSTONE_LIB_ANALYSIS_PATHVALUES_H

#include "tombstone/Events/Place.h"
#include "clang/Analysis/FlowSensitive/Arena.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include <map>

namespace tombstone {

using ValueId = Id<struct ValueTag>;
using clang::dataflow::Formula;

class PathValues {
public:
  explicit PathValues(clang::dataflow::Arena &A) : A(A) {}

  ValueId fresh();
  ValueId constant(int64_t N);
  ValueId truth(const Formula &F);
  /// The same for the same operation and operands.
  ValueId apply(uint32_t Operation, llvm::ArrayRef<ValueId> Operands);
  /// One of \p Values, by the edge over which its node is reached.
  ValueId oneOf(llvm::ArrayRef<unsigned> Edges, llvm::ArrayRef<ValueId> Values);
  std::optional<int64_t> number(ValueId V) const;

  const Formula &isTrue(ValueId V);
  const Formula &equal(ValueId V, ValueId W);
  const Formula &less(ValueId V, ValueId W);

  /// Stands for a path that takes the edge; null if nothing depends on it.
  const Formula *taken(unsigned Edge) const;
  /// What is so whatever path is taken.
  std::vector<const Formula *> facts();

private:
  enum class Kind : uint8_t { Fresh, Constant, Truth, Apply, OneOf };
  struct Value {
    Kind K = Kind::Fresh;
    int64_t Number = 0; ///< Of Apply, the operation.
    const Formula *Holds = nullptr;
    llvm::SmallVector<unsigned, 2> Edges;
    llvm::SmallVector<ValueId, 2> Values;
  };
  using Question = std::pair<ValueId, ValueId>;
  using Asked = std::map<Question, const Formula *>;
  using Ask = const Formula &(PathValues::*)(ValueId, ValueId);

  ValueId add(Value V);
  const Value &operator[](ValueId V) const { return Values[V.value()]; }
  const Formula &atom() { return A.makeAtomRef(A.makeAtom()); }
  const Formula &edgeAtom(unsigned Edge);
  const Formula &askEach(Question Q, Ask What, Asked &Known);
  void addOrderFacts(ValueId V, std::vector<const Formula *> &Facts);
  void addPairFacts(std::vector<const Formula *> &Facts);
  void addChainFacts(std::vector<const Formula *> &Facts);
  void addCopyFacts(std::vector<const Formula *> &Facts);
  void addCongruences(std::vector<const Formula *> &Facts);

  clang::dataflow::Arena &A;
  std::vector<Value> Values;
  std::map<int64_t, ValueId> Constants;
  std::map<const Formula *, ValueId> Truths;
  std::map<std::pair<uint32_t, std::vector<ValueId>>, ValueId> Applied;
  std::map<unsigned, const Formula *> Taken;
  Asked Equal;
  Asked Less;
  std::vector<const Formula *> Known;
};

} // namespace tombstone

#endif // TOMBSTONE_LIB_ANALYSIS_PATHVALUES_H
