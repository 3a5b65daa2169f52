//===- PathValues.cpp - Values along paths, and what is asked -------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PathValues.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

using namespace tombstone;

ValueId PathValues::add(Value V) {
  Values.push_back(std::move(V));
  return ValueId(static_cast<uint32_t>(Values.size() - 1));
}

ValueId PathValues::fresh() { return add({}); }

ValueId PathValues::constant(int64_t N) {
  auto [It, IsNew] = Constants.try_emplace(N);
  if (IsNew) {
    Value V;
    V.K = Kind::Constant;
    V.Number = N;
    It->second = add(std::move(V));
  }
  return It->second;
}

ValueId PathValues::truth(const Formula &F) {
  if (F.kind() == Formula::Literal)
    return constant(F.literal());
  auto [It, IsNew] = Truths.try_emplace(&F);
  if (IsNew) {
    Value V;
    V.K = Kind::Truth;
    V.Holds = &F;
    It->second = add(std::move(V));
  }
  return It->second;
}

ValueId PathValues::apply(uint32_t Operation,
                          llvm::ArrayRef<ValueId> Operands) {
  auto [It, IsNew] =
      Applied.try_emplace({Operation, std::vector<ValueId>(Operands)});
  if (IsNew) {
    Value V;
    V.K = Kind::Apply;
    V.Number = Operation;
    V.Values.assign(Operands.begin(), Operands.end());
    It->second = add(std::move(V));
  }
  return It->second;
}

ValueId PathValues::oneOf(llvm::ArrayRef<unsigned> Edges,
                          llvm::ArrayRef<ValueId> Of) {
  if (llvm::all_equal(Of))
    return Of.front();
  Value V;
  V.K = Kind::OneOf;
  V.Edges.assign(Edges.begin(), Edges.end());
  V.Values.assign(Of.begin(), Of.end());
  return add(std::move(V));
}

std::optional<int64_t> PathValues::number(ValueId V) const {
  return (*this)[V].K == Kind::Constant ? std::optional((*this)[V].Number)
                                        : std::nullopt;
}

//===----------------------------------------------------------------------===//
// Questions
//===----------------------------------------------------------------------===//

const Formula &PathValues::edgeAtom(unsigned Edge) {
  auto [It, IsNew] = Taken.try_emplace(Edge);
  if (IsNew)
    It->second = &atom();
  return *It->second;
}

const Formula *PathValues::taken(unsigned Edge) const {
  auto It = Taken.find(Edge);
  return It == Taken.end() ? nullptr : It->second;
}

/// The same question of each value that the later of the two may be: a value is
/// numbered after those that it may be.
const Formula &PathValues::askEach(Question Q, Ask What, Asked &Known) {
  if (auto It = Known.find(Q); It != Known.end())
    return *It->second;
  const bool IsFirst =
      (*this)[Q.first].K == Kind::OneOf &&
      ((*this)[Q.second].K != Kind::OneOf || Q.first > Q.second);
  const ValueId Choice = IsFirst ? Q.first : Q.second;
  // A copy: values may move when answers add some.
  const Value V = (*this)[Choice];
  const bool IsSameChoice = (*this)[Q.first].K == Kind::OneOf &&
                            (*this)[Q.second].K == Kind::OneOf &&
                            (*this)[Q.first].Edges == (*this)[Q.second].Edges;
  const Value Other = (*this)[IsFirst ? Q.second : Q.first];
  llvm::SmallVector<const Formula *, 2> Answers;
  for (unsigned I = 0; I < V.Values.size(); ++I) {
    Question Each = Q;
    (IsFirst ? Each.first : Each.second) = V.Values[I];
    if (IsSameChoice)
      (IsFirst ? Each.second : Each.first) = Other.Values[I];
    Answers.push_back(&(this->*What)(Each.first, Each.second));
  }
  if (llvm::all_equal(Answers))
    return *(Known[Q] = Answers.front());
  const Formula &Answer = atom();
  Known[Q] = &Answer;
  for (unsigned I = 0; I < Answers.size(); ++I)
    this->Known.push_back(&A.makeImplies(edgeAtom(V.Edges[I]),
                                         A.makeEquals(Answer, *Answers[I])));
  return Answer;
}

const Formula &PathValues::isTrue(ValueId V) {
  if ((*this)[V].K == Kind::Truth)
    return *(*this)[V].Holds;
  return A.makeNot(equal(V, constant(0)));
}

const Formula &PathValues::equal(ValueId V, ValueId W) {
  if (V == W)
    return A.makeLiteral(true);
  if (W < V)
    std::swap(V, W);
  if (number(V) && number(W))
    return A.makeLiteral(false);
  if ((*this)[V].K == Kind::OneOf || (*this)[W].K == Kind::OneOf)
    return askEach({V, W}, &PathValues::equal, Equal);
  for (const auto &[B, N] : {std::pair(V, W), std::pair(W, V)})
    if (const auto Number = number(N); Number && (*this)[B].K == Kind::Truth) {
      const Formula &Holds = *(*this)[B].Holds;
      return *Number == 0   ? A.makeNot(Holds)
             : *Number == 1 ? Holds
                            : A.makeLiteral(false);
    }
  if ((*this)[V].K == Kind::Truth && (*this)[W].K == Kind::Truth)
    return A.makeEquals(*(*this)[V].Holds, *(*this)[W].Holds);
  auto [It, IsNew] = Equal.try_emplace({V, W});
  if (IsNew)
    It->second = &atom();
  return *It->second;
}

const Formula &PathValues::less(ValueId V, ValueId W) {
  if (V == W)
    return A.makeLiteral(false);
  const auto A1 = number(V);
  const auto A2 = number(W);
  if (A1 && A2)
    return A.makeLiteral(*A1 < *A2);
  if ((*this)[V].K == Kind::OneOf || (*this)[W].K == Kind::OneOf)
    return askEach({V, W}, &PathValues::less, Less);
  auto [It, IsNew] = Less.try_emplace({V, W});
  if (IsNew)
    It->second = &atom();
  return *It->second;
}

//===----------------------------------------------------------------------===//
// What is known between questions
//===----------------------------------------------------------------------===//

/// One value against several constants: trichotomy, and the order of these.
void PathValues::addOrderFacts(ValueId V, std::vector<const Formula *> &Facts) {
  struct Bound {
    int64_t N;
    const Formula *Is;
  };
  std::vector<Bound> Same, Below, Above; // V == N, V < N, N < V
  for (const auto &[Q, F] : Equal)
    if (const auto N = number(Q.first == V ? Q.second : Q.first);
        N && (Q.first == V || Q.second == V))
      Same.push_back({*N, F});
  for (const auto &[Q, F] : Less) {
    if (const auto N = number(Q.second); N && Q.first == V)
      Below.push_back({*N, F});
    if (const auto N = number(Q.first); N && Q.second == V)
      Above.push_back({*N, F});
  }
  const auto Not = [&](const Formula *F) -> const Formula & {
    return A.makeNot(*F);
  };
  const auto Exclude = [&](const Formula *F, const Formula *G) {
    Facts.push_back(&A.makeOr(Not(F), Not(G)));
  };
  for (const Bound &S : Same) {
    for (const Bound &T : Same)
      if (S.N < T.N)
        Exclude(S.Is, T.Is);
    for (const Bound &B : Below)
      Facts.push_back(&A.makeImplies(*S.Is, S.N < B.N ? *B.Is : Not(B.Is)));
    for (const Bound &B : Above)
      Facts.push_back(&A.makeImplies(*S.Is, B.N < S.N ? *B.Is : Not(B.Is)));
  }
  for (const Bound &B : Below) {
    for (const Bound &C : Below)
      if (B.N < C.N)
        Facts.push_back(&A.makeImplies(*B.Is, *C.Is));
    for (const Bound &C : Above) {
      // V < B and C < V; there is a whole number between them, or there is not.
      if (B.N <= C.N || B.N == C.N + 1)
        Exclude(B.Is, C.Is);
      if (C.N < B.N)
        Facts.push_back(&A.makeOr(*B.Is, *C.Is));
      if (C.N == B.N)
        for (const Bound &S : Same)
          if (S.N == B.N)
            Facts.push_back(&A.makeOr(*S.Is, A.makeOr(*B.Is, *C.Is)));
    }
    for (const Bound &C : Below)
      if (C.N == B.N + 1)
        for (const Bound &S : Same)
          if (S.N == B.N)
            Facts.push_back(&A.makeImplies(*C.Is, A.makeOr(*B.Is, *S.Is)));
  }
  for (const Bound &B : Above)
    for (const Bound &C : Above)
      if (B.N < C.N)
        Facts.push_back(&A.makeImplies(*C.Is, *B.Is));
}

/// Two values that are no constants: trichotomy.
void PathValues::addPairFacts(std::vector<const Formula *> &Facts) {
  for (const auto &[Q, F] : Less) {
    if (number(Q.first) || number(Q.second))
      continue;
    const auto Turned = Less.find({Q.second, Q.first});
    const auto Same = Equal.find(std::minmax(Q.first, Q.second));
    const Formula *G = Turned == Less.end() ? nullptr : Turned->second;
    const Formula *S = Same == Equal.end() ? nullptr : Same->second;
    if (G)
      Facts.push_back(&A.makeOr(A.makeNot(*F), A.makeNot(*G)));
    if (S)
      Facts.push_back(&A.makeOr(A.makeNot(*F), A.makeNot(*S)));
    if (G && S)
      Facts.push_back(&A.makeOr(*S, A.makeOr(*F, *G)));
  }
}

/// A value that is not below another, and a constant that it equals.
void PathValues::addChainFacts(std::vector<const Formula *> &Facts) {
  for (const auto &[Q, F] : Less) {
    const auto [V, W] = Q;
    if (number(V) || number(W))
      continue;
    for (const auto &[R, E] : Equal) {
      const auto N = number(R.first == V ? R.second : R.first);
      if (!N || (R.first != V && R.second != V))
        continue;
      // V == N and not V < W, so W <= N.
      const Formula &AtMost = A.makeAnd(*E, A.makeNot(*F));
      for (const auto &[S, G] : Less) {
        if (const auto M = number(S.first); M && S.second == W && *M >= *N)
          Facts.push_back(&A.makeImplies(AtMost, A.makeNot(*G)));
        if (const auto M = number(S.second); M && S.first == W && *M > *N)
          Facts.push_back(&A.makeImplies(AtMost, *G));
      }
    }
  }
}

/// What equals one of two equal values equals the other.
void PathValues::addCopyFacts(std::vector<const Formula *> &Facts) {
  constexpr size_t MaxEqualities = 100;
  if (Equal.size() > MaxEqualities)
    return;
  const auto Find = [&](ValueId V, ValueId W) -> const Formula * {
    auto It = Equal.find(std::minmax(V, W));
    return It == Equal.end() ? nullptr : It->second;
  };
  // Two values that equal different constants differ.
  for (const auto &[Q, F] : Equal)
    for (const auto &[R, G] : Equal)
      for (const auto &[C, N] : {R, Question(R.second, R.first)}) {
        if (C != Q.first || !number(N) || number(Q.second))
          continue;
        for (const auto &[P, H] : Equal)
          for (const auto &[D, M] : {P, Question(P.second, P.first)})
            if (D == Q.second && number(M) && M != N)
              Facts.push_back(&A.makeImplies(A.makeAnd(*F, *G), A.makeNot(*H)));
      }
  for (const auto &[Q, F] : Equal)
    for (const auto &[R, G] : Equal) {
      if (!(Q < R))
        continue;
      for (const auto &[Shared, Other] :
           {std::pair(Q.first, Q.second), std::pair(Q.second, Q.first)}) {
        if (R.first != Shared && R.second != Shared)
          continue;
        const ValueId Third = R.first == Shared ? R.second : R.first;
        if (Other == Third || (number(Other) && number(Third)))
          continue;
        if (const Formula *H = Find(Other, Third))
          Facts.push_back(&A.makeImplies(A.makeAnd(*F, *G), *H));
      }
    }
}

/// The same operation on equal operands has equal results.
void PathValues::addCongruences(std::vector<const Formula *> &Facts) {
  std::vector<std::pair<Question, const Formula *>> Results;
  for (const auto &[Q, F] : Equal)
    for (const auto &[V, N] :
         {std::pair(Q.first, Q.second), std::pair(Q.second, Q.first)})
      if ((*this)[V].K == Kind::Apply && number(N))
        Results.push_back({{V, N}, F});
  const auto AreEqual = [&](const Value &V, const Value &W) -> const Formula * {
    const Formula *Same = &A.makeLiteral(true);
    for (unsigned I = 0; I < V.Values.size(); ++I) {
      if (V.Values[I] == W.Values[I])
        continue;
      const auto It = Equal.find(std::minmax(V.Values[I], W.Values[I]));
      if (It == Equal.end())
        return nullptr;
      Same = &A.makeAnd(*Same, *It->second);
    }
    return Same;
  };
  for (const auto &[Q, F] : Results)
    for (const auto &[R, G] : Results) {
      const Value &V = (*this)[Q.first];
      const Value &W = (*this)[R.first];
      if (!(Q.first < R.first) || Q.second != R.second ||
          V.Number != W.Number || V.Values.size() != W.Values.size())
        continue;
      if (const Formula *Same = AreEqual(V, W))
        Facts.push_back(&A.makeImplies(*Same, A.makeEquals(*F, *G)));
    }
}

std::vector<const Formula *> PathValues::facts() {
  std::vector<const Formula *> Facts = Known;
  std::set<ValueId> Of;
  for (const Asked *Questions : {&Equal, &Less})
    for (const auto &[Q, F] : *Questions)
      for (const ValueId V : {Q.first, Q.second})
        if ((*this)[V].K != Kind::Constant)
          Of.insert(V);
  for (ValueId V : Of)
    addOrderFacts(V, Facts);
  addPairFacts(Facts);
  addChainFacts(Facts);
  addCopyFacts(Facts);
  addCongruences(Facts);
  return Facts;
}
