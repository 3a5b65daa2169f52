//===- StepKill.cpp - Which handles an event ends or moves ----------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Step.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"

using namespace tombstone;

std::pair<RegionId, Relation>
Step::findAbove(RegionId R, llvm::function_ref<Relation(RegionId)> Test) const {
  std::pair<RegionId, Relation> Best{RegionId(), Relation::Different};
  for (RegionId X = R;; X = T.Regions.base(X)) {
    const Relation Here = Test(X);
    if (Here > Best.second)
      Best = {X, Here};
    const Region::Kind K = T.Regions[X].K;
    if (Best.second == Relation::Same || K == Region::Kind::Root ||
        K == Region::Kind::Pointee || K == Region::Kind::Getter)
      return Best;
  }
}

bool Step::isEnd(RegionId Element) const {
  auto K = S.Keys.find(Element);
  return K != S.Keys.end() && K->second.K == Key::Kind::End;
}

Step::Victims Step::victims(const ElementSpec &E) {
  Victims V{E, {}, {}, {}, false};
  if (E.Container.isValid())
    for (const Object &O : resolve(E.Container))
      V.Containers.push_back(O.At);
  if (E.Key == KeySpec::Kind::Equal)
    V.Keys = valuesOf(E.First);
  if (E.Key != KeySpec::Kind::At && E.Key != KeySpec::Kind::Range)
    return V;
  materialize(E.First);
  for (const Loan &L : loansOf(E.First))
    if (L.L < Life::Dead && !isEnd(L.Of))
      V.Designated.push_back(L.Of);
  if (E.Key == KeySpec::Kind::Range)
    for (const Loan &L : loansOf(E.Second))
      V.IsWholeRange |= isEnd(L.Of);
  return V;
}

Relation Step::isInContainers(const Victims &V, RegionId Element) const {
  if (T.Regions[Element].K != Region::Kind::Element)
    return Relation::Different;
  if (isEnd(Element))
    return Relation::Different;
  Relation Best = Relation::Different;
  for (RegionId C : V.Containers)
    Best = std::max(Best, relate(T.Regions.base(Element), C));
  return Best;
}

Relation Step::isVictim(const Victims &V, RegionId R) const {
  const auto IsBegin = [&](RegionId D) {
    auto It = S.Keys.find(D);
    return It != S.Keys.end() && It->second.K == Key::Kind::Begin;
  };
  switch (V.Spec.Key) {
  case KeySpec::Kind::All:
    return isInContainers(V, R);
  case KeySpec::Kind::Equal: {
    const Relation In = isInContainers(V, R);
    if (In == Relation::Different)
      return In;
    auto It = S.Keys.find(R);
    const Key Has = It == S.Keys.end() ? Key() : It->second;
    if (V.Keys.empty())
      return std::min(In, Relation::Unknown);
    Relation Best = Relation::Different;
    for (const Key &K : V.Keys)
      Best = std::max(Best, relateKeys(R, Has, RegionId(), K));
    return std::min(In, Best);
  }
  case KeySpec::Kind::At: {
    if (llvm::is_contained(V.Designated, R))
      return T.Regions[R].A == OldestAge ? Relation::Unknown : Relation::Same;
    if (T.Regions[R].K != Region::Kind::Element)
      return Relation::Different;
    Relation Best = Relation::Different;
    for (RegionId D : V.Designated)
      if (T.Regions[D].K == Region::Kind::Element)
        Best = std::max(Best, relateElements(R, D, V.Spec.UniqueKeys));
    return Best;
  }
  case KeySpec::Kind::Range: {
    const Relation In = isInContainers(V, R);
    if (In == Relation::Different)
      return In;
    if (V.IsWholeRange && llvm::any_of(V.Designated, IsBegin))
      return In;
    return llvm::is_contained(V.Designated, R) ? In : Relation::Unknown;
  }
  case KeySpec::Kind::Begin:
    return std::min(isInContainers(V, R),
                    IsBegin(R) ? Relation::Same : Relation::Unknown);
  case KeySpec::Kind::Next:
  case KeySpec::Kind::Prev:
  case KeySpec::Kind::End:
  case KeySpec::Kind::Unknown:
    return std::min(isInContainers(V, R), Relation::Unknown);
  }
  llvm_unreachable("unhandled key spec");
}

void Step::kill(Loan &L, Relation R) {
  // What others do, they do to any element.
  if (Current->By != Doer::Self && R == Relation::Unknown)
    R = Relation::Same;
  const Life Now =
      R == Relation::Same && !L.MayBeOut ? Life::Dead : Life::MaybeDead;
  // That an element is gone says more than that it has moved before.
  const bool WasMoved =
      !T.LooksForMoves && L.L == Now &&
      std::holds_alternative<RelocateEvent>(T.Causes[L.Cause].Killer->V) &&
      !std::holds_alternative<RelocateEvent>(Current->V);
  if (R == Relation::Different || (L.L >= Now && !WasMoved))
    return;
  L.L = Now;
  L.Cause = T.Causes.intern({Current});
}

/// Whether a handle may designate each element that the killing one may. If
/// not, such as an iterator and its predecessor after some turns of a loop,
/// nobody knows that the two ever meet.
bool Step::covers(const LoanSet &Handle, const Victims &V) const {
  const auto IsElement = [&](RegionId R) {
    return T.Regions[R].K == Region::Kind::Element;
  };
  const auto MayBe = [&](RegionId Designated) {
    const auto Is = [&](RegionId X) {
      if (X == Designated)
        return Relation::Same;
      return IsElement(X) && IsElement(Designated)
                 ? relateElements(X, Designated, V.Spec.UniqueKeys)
                 : Relation::Different;
    };
    return llvm::any_of(Handle, [&](const Loan &L) {
      return findAbove(L.Of, Is).second == Relation::Same;
    });
  };
  return V.Designated.size() < 2 || llvm::all_of(V.Designated, MayBe);
}

/// Elements that stood beside a victim have another neighbour from here.
void Step::partNeighbours(const Victims &V) {
  llvm::SmallVector<RegionId> Parted;
  for (const auto &[Element, K] : S.Keys)
    if ((K.K == Key::Kind::After || K.K == Key::Kind::Before) &&
        isVictim(V, K.Of) == Relation::Same)
      Parted.push_back(Element);
  for (RegionId Element : Parted)
    S.Keys[Element] = Key();
}

void Step::step(const KillEvent &K) {
  const Victims V = victims(K.Element);
  forEachLoan(S, [&](Loan &L, const LoanSet &Beside) {
    auto [X, R] = findAbove(L.Of, [&](RegionId X) { return isVictim(V, X); });
    if (R == Relation::Different)
      return;
    if (!covers(Beside, V))
      R = Relation::Unknown;
    // What lies below an element, and a view of it, is where the element is.
    const bool IsWithin =
        L.HandleForm == Form::View || T.Regions.isOwnedBelow(L.Of, X);
    if (K.Forms.contains(IsWithin ? Form::Ref : L.HandleForm))
      kill(L, R);
  });
  markAbsent(K, V);
  if (!K.IsExtraction)
    endHolders([&](RegionId Holder) {
      return findAbove(Holder, [&](RegionId X) { return isVictim(V, X); })
          .second;
    });
  partNeighbours(V);
  dropPresent(V);
  if (V.Spec.Key != KeySpec::Kind::All)
    doubtKept(T.Causes.intern({Current}));
  takeOut(V);
}

void Step::step(const ResultEvent &R) {
  const auto DidNotDie = [&](const Loan &L) {
    if (!L.Cause.isValid())
      return false;
    const std::optional<OnResult> &On = T.Causes[L.Cause].Killer->Result;
    return On && On->Call == R.Call && On->IsTrue != R.IsTrue;
  };
  for (auto &[Holder, Loans] : S.Handles)
    llvm::erase_if(Loans, DidNotDie);
}

void Step::endOwnedBy(RegionId What) {
  forEachLoan(S, [&](Loan &L) {
    const auto [X, R] = findAbove(L.Of, [&](RegionId X) {
      return T.Regions.isOwnedBelow(L.Of, X) ? relate(X, What)
                                             : Relation::Different;
    });
    kill(L, R);
  });
  endHolders([&](RegionId Holder) {
    return findAbove(Holder,
                     [&](RegionId X) {
                       return T.Regions.isOwnedBelow(Holder, X)
                                  ? relate(X, What)
                                  : Relation::Different;
                     })
        .second;
  });
}

void Step::endHolders(llvm::function_ref<Relation(RegionId)> Ends) {
  for (auto It = S.Handles.begin(); It != S.Handles.end();) {
    const Relation R = Ends(It->first);
    if (R == Relation::Same) {
      It = S.Handles.erase(It);
      continue;
    }
    LoanSet Loans;
    for (Loan L : It->second) {
      if (R == Relation::Unknown && L.L == Life::Dead)
        L.L = Life::MaybeDead;
      insert(Loans, L);
    }
    if (R == Relation::Unknown)
      It->second = std::move(Loans);
    ++It;
  }
}

void Step::step(const EndEvent &E) {
  const Objects Ended = resolve(E.What);
  for (const Object &O : Ended) {
    endOwnedBy(O.At);
    dropFacts(O.At);
  }
  if (E.Reason == EndReason::Overwritten)
    return;
  for (const Object &O : Ended)
    forget(O.At);
}

void Step::rehome(RegionId From, RegionId To) {
  rewrite([&](RegionId R) {
    const auto [X, Rel] = findAbove(R, [&](RegionId X) {
      return T.Regions.isOwnedBelow(R, X) ? relate(X, From)
                                          : Relation::Different;
    });
    return Rel == Relation::Same ? T.Regions.rebase(R, X, To) : R;
  });
}

void Step::step(const MoveEvent &M) {
  const Objects From = resolve(M.Src);
  const Objects To = resolve(M.Dst);
  if (From.size() != 1 || To.size() != 1)
    return step(ForgetEvent{M.Src});
  loseEnds(From.front().At);
  rehome(From.front().At, To.front().At);
  moveFacts(From.front().At, To.front().At);
  if (!M.IntoContainer)
    return;
  forEachLoan(S, [&](Loan &L) {
    if (L.L == Life::InNode && T.Regions.isOwnedBelow(L.Of, To.front().At)) {
      L.L = Life::Alive;
      L.Cause = CauseId();
    }
  });
}

void Step::step(const ExtractEvent &X) {
  const Victims V = victims(X.Element);
  const Objects Node = resolve(X.Dst);
  if (Node.size() != 1)
    return;
  const Key K = keyOf(X.Element, RegionId());
  dropPresent(V);
  const auto Extracted = [&](RegionId R) {
    auto [Element, Rel] =
        findAbove(R, [&](RegionId E) { return isVictim(V, E); });
    return Rel == Relation::Same &&
                   T.Regions[Element].K == Region::Kind::Element
               ? Element
               : RegionId();
  };
  forEachLoan(S, [&](Loan &L) {
    if (L.L == Life::Alive && Extracted(L.Of).isValid()) {
      L.L = Life::InNode;
      L.Cause = T.Causes.intern({Current});
    }
  });
  rewrite([&](RegionId R) {
    const RegionId Element = Extracted(R);
    return Element.isValid()
               ? T.Regions.rebase(R, T.Regions.base(Element), Node.front().At)
               : R;
  });
  if (X.Element.Key == KeySpec::Kind::Equal) {
    const RegionId Element = T.Regions.element(Node.front().At, X.Site);
    if (Element.isValid())
      S.Keys[Element] = K;
  }
}

void Step::step(const SwapEvent &X) {
  const Objects First = resolve(X.First);
  const Objects Second = resolve(X.Second);
  if (First.size() != 1 || Second.size() != 1) {
    step(WriteEvent{X.First});
    return step(WriteEvent{X.Second});
  }
  const RegionId A = First.front().At;
  const RegionId B = Second.front().At;
  const bool IsNested =
      T.Regions.isAtOrBelow(A, B) || T.Regions.isAtOrBelow(B, A);
  if (IsNested)
    return step(ForgetEvent{X.First});
  loseEnds(A);
  loseEnds(B);
  const auto Exchanged = [&](RegionId R, bool IsValue) {
    for (const auto &[From, To] : {std::pair(A, B), std::pair(B, A)}) {
      const auto [X, Rel] = findAbove(R, [&](RegionId X) {
        return IsValue || T.Regions.isOwnedBelow(R, X) ? relate(X, From)
                                                       : Relation::Different;
      });
      if (Rel == Relation::Same)
        return T.Regions.rebase(R, X, To);
    }
    return R;
  };
  // What a member holds goes with the value, and so does what it owns.
  std::map<RegionId, LoanSet> Held;
  for (const auto &[Holder, Loans] : S.Handles)
    if (RegionId New = Exchanged(Holder, /*IsValue=*/true); New.isValid())
      Held[New] = Loans;
  S.Handles = std::move(Held);
  rewrite([&](RegionId R) { return Exchanged(R, /*IsValue=*/false); });
  const auto Renamed = [&](RegionId R) {
    return T.Regions.isAtOrBelow(R, A)   ? T.Regions.rebase(R, A, B)
           : T.Regions.isAtOrBelow(R, B) ? T.Regions.rebase(R, B, A)
                                         : R;
  };
  std::map<RegionId, ContainerFacts> Facts;
  for (const auto &[Container, Known] : S.Containers) {
    ContainerFacts &Now = Facts[Renamed(Container)] = Known;
    Now.SharedWith.clear();
    for (RegionId Copy : Known.SharedWith)
      if (const RegionId New = Renamed(Copy); New.isValid())
        Now.SharedWith.insert(New);
  }
  Facts.erase(RegionId());
  S.Containers = std::move(Facts);
}

void Step::step(const ForgetEvent &F) {
  for (const Object &O : resolve(F.What))
    for (auto &[Holder, Loans] : S.Handles)
      llvm::erase_if(Loans, [&](const Loan &L) {
        return findAbove(L.Of, [&](RegionId X) {
                 return T.Regions.isOwnedBelow(L.Of, X) ? relate(X, O.At)
                                                        : Relation::Different;
               }).second == Relation::Same;
      });
}
