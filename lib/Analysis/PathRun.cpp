//===- PathRun.cpp - What the blocks of a path make of values -------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PathFormula.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"

using namespace tombstone;

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

bool PathFormula::isPartOf(CellId C, CellId Whole) const {
  while (C != Whole) {
    const Cell &Part = Terms[C];
    if (Part.K != Cell::Kind::Member || !Part.Base.isValid())
      return false;
    C = Part.Base;
  }
  return true;
}

/// What nothing was written to since its whole was, is that part of the whole's
/// value.
ValueId PathFormula::read(CellId C, Memory &M) {
  if (auto It = M.find(C); It != M.end())
    return It->second;
  const Cell &Of = Terms[C];
  if (Of.K == Cell::Kind::Member && Of.Base.isValid())
    return Values.apply(Of.Label.value(), {read(Of.Base, M)});
  if (Of.IsResult)
    return Values.fresh();
  const auto [It, IsNew] = AtStart.try_emplace(C);
  if (IsNew)
    It->second = Values.fresh();
  return It->second;
}

void PathFormula::write(CellId C, ValueId V, Memory &M) {
  llvm::SmallVector<CellId, 2> Wholes;
  for (CellId W = C;
       Terms[W].K == Cell::Kind::Member && Terms[W].Base.isValid();)
    Wholes.push_back(W = Terms[W].Base);
  for (uint32_t I = 0; I < Terms.numCells(); ++I) {
    const CellId Other(I);
    if (Other == C || isPartOf(Other, C)) {
      M.erase(Other);
      continue;
    }
    // The other parts of a whole stay as they are, though it is another.
    if (!Wholes.empty() && Other != Wholes.back() &&
        isPartOf(Other, Wholes.back()) && !llvm::is_contained(Wholes, Other))
      M[Other] = read(Other, M);
  }
  for (CellId W : Wholes)
    M[W] = Values.fresh();
  M[C] = V;
  // Another pointer leads to another object.
  for (uint32_t I = 0; I < Terms.numCells(); ++I)
    for (CellId P(I); P.isValid(); P = Terms[P].Base)
      if (Terms[P].K == Cell::Kind::Pointee && isPartOf(Terms[P].Base, C)) {
        M[CellId(I)] = Values.fresh();
        break;
      }
  for (CellId Alias : Terms.aliases(C))
    M[Alias] = Values.fresh();
}

void PathFormula::forgetShared(Memory &M) {
  for (uint32_t I = 0; I < Terms.numCells(); ++I)
    if (Terms[CellId(I)].IsShared && Terms[CellId(I)].K != Cell::Kind::End)
      M[CellId(I)] = Values.fresh();
}

ValueId PathFormula::apply(const Term &T, Run &R) {
  std::vector<ValueId> Operands;
  for (TermId Operand : T.Operands)
    Operands.push_back(R.Values.at(Operand));
  const llvm::StringRef Label = Terms.label(T.Label);
  // Counters start small; what overflows is left alone.
  constexpr int64_t Small = 1 << 20;
  if (Operands.size() == 2 &&
      (Label.starts_with("+") || Label.starts_with("-")))
    if (const auto L = Values.number(Operands[0]),
        N = Values.number(Operands[1]);
        L && N && *L >= 0 && *L < Small && *N >= 0 && *N <= *L + Small) {
      const int64_t Result = Label.starts_with("+") ? *L + *N : *L - *N;
      if (Result >= 0)
        return Values.constant(Result);
    }
  return Values.apply(T.Label.value(), Operands);
}

ValueId PathFormula::evaluate(const Term &T, Memory &M, Run &R) {
  const auto Of = [&](unsigned I) { return R.Values.at(T.Operands[I]); };
  switch (T.K) {
  case Term::Kind::Unknown:
    return Values.fresh();
  case Term::Kind::Constant:
    return Values.constant(T.Number);
  case Term::Kind::Read:
    return read(T.Of, M);
  case Term::Kind::Equal:
    return Values.truth(Values.equal(Of(0), Of(1)));
  case Term::Kind::Less:
    return Values.truth(Values.less(Of(0), Of(1)));
  case Term::Kind::Not:
    return Values.truth(A.makeNot(Values.isTrue(Of(0))));
  case Term::Kind::And:
    return Values.truth(A.makeAnd(Values.isTrue(Of(0)), Values.isTrue(Of(1))));
  case Term::Kind::Or:
    return Values.truth(A.makeOr(Values.isTrue(Of(0)), Values.isTrue(Of(1))));
  case Term::Kind::Apply:
    return apply(T, R);
  }
  llvm_unreachable("unhandled term");
}

void PathFormula::execute(const ValueOp &Op, Memory &M, Run &R) {
  switch (Op.K) {
  case ValueOp::Kind::Compute:
    R.Values[Op.What] = evaluate(Terms[Op.What], M, R);
    return;
  case ValueOp::Kind::Set:
    return write(Op.Where, R.Values.at(Op.What), M);
  case ValueOp::Kind::Forget:
    return forget(Op.Where, M);
  case ValueOp::Kind::ForgetShared:
    return forgetShared(M);
  case ValueOp::Kind::Assume:
    R.Assumed.push_back(&Values.isTrue(R.Values.at(Op.What)));
    return;
  }
}

//===----------------------------------------------------------------------===//
// Nodes
//===----------------------------------------------------------------------===//

void PathFormula::enter(unsigned N, Memory &Into) {
  const PathNode &Node = Graph.node(N);
  const auto Left = [&](unsigned E) -> Memory & {
    Run &From = Runs[Graph.edge(E).From];
    return Graph.edge(E).Throws ? From.BeforeLast : From.Out;
  };
  if (Node.In.empty())
    return;
  if (Node.In.size() == 1) {
    Into = Left(Node.In.front());
    return;
  }
  std::set<CellId> Cells;
  for (unsigned E : Node.In)
    for (const auto &[C, V] : Left(E))
      Cells.insert(C);
  for (CellId C : Cells) {
    llvm::SmallVector<ValueId, 2> Each;
    for (unsigned E : Node.In)
      Each.push_back(read(C, Left(E)));
    Into[C] = Values.oneOf(Node.In, Each);
  }
}

/// What a turn may make of a counter or a flag, as far as it does nothing else
/// to it.
std::optional<PathFormula::Change>
PathFormula::changeOf(CellId C, llvm::ArrayRef<unsigned> Blocks) const {
  Change Known;
  for (unsigned Block : Blocks)
    for (const ValueOp &Op : Terms.ops(Block)) {
      if (Op.K == ValueOp::Kind::ForgetShared && Terms[C].IsShared)
        return std::nullopt;
      if (!Op.Where.isValid())
        continue;
      const bool Touches = Op.Where == C || isPartOf(C, Op.Where) ||
                           isPartOf(Op.Where, C) ||
                           llvm::is_contained(Terms.aliases(Op.Where), C);
      if (!Touches)
        continue;
      if (Op.Where != C || Op.K != ValueOp::Kind::Set)
        return std::nullopt;
      const Term &New = Terms[Op.What];
      if (New.K == Term::Kind::Constant) {
        Known.Constants.insert(New.Number);
        continue;
      }
      const bool Counts =
          New.K == Term::Kind::Apply && New.Operands.size() == 2 &&
          Terms.label(New.Label).starts_with("+") && Terms.isCounter(C);
      const Term *From = Counts ? &Terms[New.Operands[0]] : nullptr;
      const Term *By = Counts ? &Terms[New.Operands[1]] : nullptr;
      if (!Counts || From->K != Term::Kind::Read || From->Of != C ||
          By->K != Term::Kind::Constant || By->Number < 0)
        return std::nullopt;
      Known.Counts = true;
    }
  // A counter that starts again may be below where it was.
  if (Known.Counts && !Known.Constants.empty())
    return std::nullopt;
  return Known;
}

/// Turns of which nobody knows how many: all that one may write has any value,
/// but for what only counts up, or only gets constants.
void PathFormula::leap(unsigned N, Memory &M, Run &R) {
  const std::vector<unsigned> &Blocks = Graph.node(N).Leap;
  std::set<CellId> Written;
  bool WritesShared = false;
  for (unsigned Block : Blocks)
    for (const ValueOp &Op : Terms.ops(Block)) {
      if (Op.K == ValueOp::Kind::Set || Op.K == ValueOp::Kind::Forget)
        Written.insert(Op.Where);
      WritesShared |= Op.K == ValueOp::Kind::ForgetShared;
    }
  std::vector<std::pair<CellId, ValueId>> Before;
  for (CellId C : Written)
    Before.push_back({C, read(C, M)});
  for (CellId C : Written)
    forget(C, M);
  if (WritesShared)
    forgetShared(M);
  for (const auto &[C, Was] : Before) {
    const std::optional<Change> Known = changeOf(C, Blocks);
    if (!Known)
      continue;
    const ValueId Now = read(C, M);
    if (Known->Counts) {
      R.Assumed.push_back(&A.makeNot(Values.less(Now, Was)));
      continue;
    }
    const Formula *IsOne = &Values.equal(Now, Was);
    for (int64_t Number : Known->Constants)
      IsOne = &A.makeOr(*IsOne, Values.equal(Now, Values.constant(Number)));
    R.Assumed.push_back(IsOne);
  }
}

void PathFormula::run(unsigned N) {
  const PathNode &Node = Graph.node(N);
  Memory M;
  enter(N, M);
  Run &R = Runs[N];
  if (Node.IsLeap)
    leap(N, M, R);
  R.BeforeLast = M;
  if (!Node.IsLeap && !Node.IsTarget) {
    const auto Ops = Terms.ops(Node.Block);
    const unsigned Last = Terms.numOpsBeforeLast(Node.Block);
    for (unsigned I = 0; I < Ops.size(); ++I) {
      if (I == Last) {
        R.BeforeLast = M;
        R.AssumedBeforeLast = R.Assumed.size();
      }
      execute(Ops[I], M, R);
    }
    // A call that throws may have written before.
    for (unsigned I = Last; I < Ops.size(); ++I)
      if (Ops[I].K == ValueOp::Kind::Set || Ops[I].K == ValueOp::Kind::Forget)
        forget(Ops[I].Where, R.BeforeLast);
      else if (Ops[I].K == ValueOp::Kind::ForgetShared)
        forgetShared(R.BeforeLast);
  }
  R.Out = std::move(M);
}
