//===- Step.cpp - One event's work on a state -----------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Step.h"
#include "llvm/ADT/STLExtras.h"

using namespace tombstone;

CauseId CauseTable::intern(Cause C) {
  auto [It, IsNew] = Ids.try_emplace(
      {C.Killer, C.Call}, CauseId(static_cast<uint32_t>(Causes.size())));
  if (IsNew)
    Causes.push_back(C);
  return It->second;
}

SiteId Tables::variant(SiteId Step, SiteId Like) {
  Site New = Sites[Step.value()];
  New.Kind = Sites[Like.value()].Kind;
  New.KeyMember = Sites[Like.value()].KeyMember;
  New.LostInMove = Sites[Like.value()].LostInMove;
  New.VariantOf = Step;
  for (uint32_t I = 0; I < Sites.size(); ++I)
    if (Sites[I].VariantOf == Step && Sites[I].Kind == New.Kind &&
        Sites[I].KeyMember == New.KeyMember &&
        Sites[I].LostInMove == New.LostInMove)
      return SiteId(I);
  Sites.push_back(New);
  return SiteId(static_cast<uint32_t>(Sites.size() - 1));
}

void Step::operator()(const Event &E) {
  Current = &E;
  if (!E.MayNot)
    return std::visit([this](const auto &Kind) { step(Kind); }, E.V);
  const State Without = S;
  std::visit([this](const auto &Kind) { step(Kind); }, E.V);
  S.join(Without);
}

llvm::SmallVector<RegionId, 2> Step::regionsAt(PlaceId P) {
  llvm::SmallVector<RegionId, 2> Regions;
  for (const Object &O : resolve(P))
    Regions.push_back(O.At);
  return Regions;
}

//===----------------------------------------------------------------------===//
// What the steps are made of
//===----------------------------------------------------------------------===//

static Key rewritten(Key K, llvm::function_ref<RegionId(RegionId)> NewRegion) {
  if (K.Of.isValid())
    K.Of = NewRegion(K.Of);
  return K.Of.isValid() || K.K == Key::Kind::Constant ? K : Key();
}

static ContainerFacts
rewritten(const ContainerFacts &Facts,
          llvm::function_ref<RegionId(RegionId)> NewRegion) {
  ContainerFacts New{{}, Facts.Left, {}, {}, Facts.Emptied};
  for (const Key &K : Facts.Present)
    if (const Key NewKey = rewritten(K, NewRegion);
        NewKey.K != Key::Kind::Unknown)
      New.Present.insert(NewKey);
  for (const auto &[Gone, Why] : Facts.Absent)
    if (const Key NewKey = rewritten(Gone, NewRegion);
        NewKey.K != Key::Kind::Unknown)
      New.Absent.try_emplace(NewKey, Why);
  for (RegionId Copy : Facts.SharedWith)
    if (const RegionId NewCopy = NewRegion(Copy); NewCopy.isValid())
      New.SharedWith.insert(NewCopy);
  return New;
}

void Step::rewrite(llvm::function_ref<RegionId(RegionId)> NewRegion) {
  State Now;
  for (const auto &[Holder, Loans] : S.Handles) {
    const RegionId NewHolder = NewRegion(Holder);
    if (!NewHolder.isValid())
      continue;
    LoanSet &Set = Now.Handles[NewHolder];
    for (Loan L : Loans) {
      L.Of = NewRegion(L.Of);
      if (L.Of.isValid())
        insert(Set, L);
    }
  }
  for (const auto &[Element, K] : S.Keys) {
    const RegionId NewElement = NewRegion(Element);
    if (!NewElement.isValid())
      continue;
    const Key New = rewritten(K, NewRegion);
    auto [It, IsNew] = Now.Keys.try_emplace(NewElement, New);
    if (!IsNew && It->second != New)
      It->second = Key();
  }
  for (const auto &[Variable, K] : S.Values)
    if (const RegionId New = NewRegion(Variable); New.isValid())
      Now.Values.try_emplace(New, rewritten(K, NewRegion));
  for (const auto &[Container, Facts] : S.Containers) {
    const RegionId New = NewRegion(Container);
    if (!New.isValid())
      continue;
    const ContainerFacts NewFacts = rewritten(Facts, NewRegion);
    auto [It, IsNew] = Now.Containers.try_emplace(New, NewFacts);
    if (!IsNew)
      It->second.join(NewFacts);
    if (It->second.empty())
      Now.Containers.erase(It);
  }
  S = std::move(Now);
}

void Step::age(llvm::function_ref<bool(RegionId, const Region &)> IsStale) {
  const auto HasStale = [&](RegionId R) {
    for (; R.isValid(); R = T.Regions.base(R)) {
      if (IsStale(R, T.Regions[R]))
        return true;
      if (T.Regions.isRoot(R))
        break;
    }
    return false;
  };
  const auto StaleLoan = [&](const Loan &L) { return HasStale(L.Of); };
  const auto StaleKey = [&](const Key &K) {
    return K.Of.isValid() && HasStale(K.Of);
  };
  const bool Any =
      llvm::any_of(S.Handles,
                   [&](const auto &Entry) {
                     return HasStale(Entry.first) ||
                            llvm::any_of(Entry.second, StaleLoan);
                   }) ||
      llvm::any_of(S.Values,
                   [&](const auto &Entry) {
                     return HasStale(Entry.first) || StaleKey(Entry.second);
                   }) ||
      llvm::any_of(S.Containers, [&](const auto &Entry) {
        return HasStale(Entry.first) ||
               llvm::any_of(Entry.second.Present, StaleKey) ||
               llvm::any_of(
                   Entry.second.Absent,
                   [&](const auto &Gone) { return StaleKey(Gone.first); }) ||
               llvm::any_of(Entry.second.SharedWith, HasStale);
      });
  // Keys without a handle to their element decide nothing.
  if (Any)
    rewrite([&](RegionId R) { return T.Regions.aged(R, IsStale); });
}

Key Step::otherName(const Key &K,
                    llvm::function_ref<bool(RegionId)> IsLost) const {
  auto Copied = S.Values.find(K.Of);
  if (Copied != S.Values.end())
    return Copied->second.K == Key::Kind::ValueOf && IsLost(Copied->second.Of)
               ? Key()
               : Copied->second;
  for (const auto &[Variable, Value] : S.Values)
    if (Value == K && !IsLost(Variable))
      return {Key::Kind::ValueOf, Variable, NameId()};
  return Key();
}

bool Step::namesAny(llvm::function_ref<bool(const Key &)> Test) const {
  const auto OfEntry = [&](const auto &Entry) { return Test(Entry.second); };
  const auto OfFacts = [&](const auto &Entry) {
    const ContainerFacts &Facts = Entry.second;
    return llvm::any_of(Facts.Present, Test) ||
           llvm::any_of(llvm::make_first_range(Facts.Absent), Test);
  };
  return llvm::any_of(S.Keys, OfEntry) || llvm::any_of(S.Values, OfEntry) ||
         llvm::any_of(S.Containers, OfFacts);
}

void Step::rename(llvm::function_ref<Key(const Key &)> NewName) {
  for (auto &[Element, K] : S.Keys)
    K = NewName(K);
  for (auto &[Container, Facts] : S.Containers) {
    std::set<Key> Present;
    for (const Key &K : Facts.Present)
      if (const Key Now = NewName(K); Now.K != Key::Kind::Unknown)
        Present.insert(Now);
    Facts.Present = std::move(Present);
    std::map<Key, CauseId> Absent;
    for (const auto &[Gone, Why] : Facts.Absent)
      if (const Key Now = NewName(Gone); Now.K != Key::Kind::Unknown)
        Absent.try_emplace(Now, Why);
    Facts.Absent = std::move(Absent);
  }
  std::map<RegionId, Key> Values;
  for (const auto &[Variable, K] : S.Values)
    if (const Key Now = NewName(K);
        Now.K != Key::Kind::Unknown &&
        Now != Key{Key::Kind::ValueOf, Variable, NameId()})
      Values[Variable] = Now;
  S.Values = std::move(Values);
}

void Step::forget(RegionId R) {
  const auto Within = [&](RegionId X) {
    return T.Regions.isAtOrBelow(X, R) && T.Regions.livesWithin(X, R);
  };
  const auto IsLost = [&](RegionId X) {
    return Within(X) || isReadThrough(X, R);
  };
  const auto IsNameLost = [&](const Key &K) {
    return K.K == Key::Kind::ValueOf && IsLost(K.Of);
  };
  if (namesAny(IsNameLost))
    rename(
        [&](const Key &K) { return IsNameLost(K) ? otherName(K, IsLost) : K; });
  // Of an extracted element, the key itself may be written.
  for (RegionId X = R; !T.Regions.isRoot(X); X = T.Regions.base(X)) {
    const Region &Member = T.Regions[X];
    const Region &Element = T.Regions[T.Regions.base(X)];
    if (Member.K == Region::Kind::Member &&
        Element.K == Region::Kind::Element &&
        T.Sites[Element.Label].KeyMember == NameId(Member.Label))
      S.Keys[T.Regions.base(X)] = Key();
  }
  std::erase_if(S.Values, [&](const auto &V) { return Within(V.first); });
  std::erase_if(S.Handles, [&](const auto &H) { return Within(H.first); });
  std::erase_if(S.Containers, [](const auto &C) { return C.second.empty(); });
}

bool Step::isSummary(RegionId R) const {
  for (;; R = T.Regions.base(R)) {
    if (T.Regions[R].A == OldestAge)
      return true;
    if (T.Regions.isRoot(R))
      return false;
  }
}

void Step::assign(const Objects &Dst, const LoanSet &Loans) {
  if (Dst.size() == 1 && !isSummary(Dst.front().At)) {
    forget(Dst.front().At);
    S.Handles[Dst.front().At] = Loans;
    return;
  }
  for (const Object &O : Dst)
    for (const Loan &L : Loans)
      insert(S.Handles[O.At], L);
}

//===----------------------------------------------------------------------===//
// Using and changing objects
//===----------------------------------------------------------------------===//

void Step::markReported(const Loan &Used) {
  const RegionId Element = T.Regions.nearestElement(Used.Of);
  for (auto &[Holder, Loans] : S.Handles) {
    LoanSet Marked;
    for (Loan L : Loans) {
      if (L.Cause == Used.Cause && T.Regions.nearestElement(L.Of) == Element)
        L.L = Life::Reported;
      insert(Marked, L);
    }
    Loans = std::move(Marked);
  }
}

/// Where others may have erased it, the test of a loop is its next use.
bool Step::isByOthers(const Object &O) const {
  return O.Dead.Cause.isValid() &&
         T.Causes[O.Dead.Cause].Killer->By != Doer::Self;
}

void Step::step(const UseEvent &U) {
  const Objects Used = resolve(U.What);
  for (const Object &O : Used) {
    const bool IsMissing = O.L == Life::Missing;
    if (IsMissing && U.K == UseEvent::Kind::Comparison) {
      ask(O.Dead);
      continue;
    }
    // What was reported already may have been so on a path that none takes.
    const bool IsDead = O.L != Life::Alive;
    const bool Counts = IsMissing ? U.K == UseEvent::Kind::Plain
                                  : U.K != UseEvent::Kind::Comparison ||
                                        isEnd(O.Dead.Of) || isByOthers(O);
    if (IsDead && Counts &&
        OnDeadUse({Current, O.Through, O.Dead, isEnd(O.Dead.Of)}))
      markReported(O.Dead);
  }
  // What can be read or written is there.
  if (Used.size() == 1 && Used.front().L == Life::Alive &&
      U.K != UseEvent::Kind::Comparison)
    markPresent(T.Regions.nearestElement(Used.front().At));
}

static std::optional<LoanSet> valueIn(const std::map<RegionId, LoanSet> &Of,
                                      RegionId Holder) {
  auto It = Of.find(Holder);
  return It == Of.end() ? std::nullopt : std::optional(It->second);
}

void Step::step(const WriteEvent &W) {
  for (const Object &O : resolve(W.What)) {
    const auto Within = [&](RegionId R) {
      return T.Regions.isAtOrBelow(R, O.At) && T.Regions.livesWithin(R, O.At) &&
             !T.Regions.isOwnedBelow(R, O.At);
    };
    // What a container keeps is not taken out by a change of it: rows say that.
    const RegionId Slot = slotOf(O.At);
    const std::optional<LoanSet> Kept = valueIn(S.Handles, Slot);
    llvm::SmallVector<RegionId> Written;
    for (const auto &[Holder, Loans] : S.Handles)
      if (Within(Holder))
        Written.push_back(Holder);
    forget(O.At);
    for (RegionId Holder : Written)
      S.Handles[Holder] = {};
    if (Kept)
      S.Handles[Slot] = W.MayTakeOut ? perhapsOut(*Kept) : *Kept;
    age([&](RegionId, const Region &R) {
      return (R.K == Region::Kind::Pointee || R.K == Region::Kind::Getter) &&
             Within(RegionId(R.Base));
    });
  }
}

void Step::step(const FreshEvent &F) {
  for (const Object &O : resolve(F.What)) {
    age([&](RegionId, const Region &R) {
      return R.K == Region::Kind::Root && R.Base == T.Regions[O.At].Base;
    });
    forget(O.At);
    dropFacts(O.At);
  }
}

void Step::step(const EnterEvent &) {} // The Engine runs the body.

void Step::step(const YieldEvent &) {} // What may run has events of its own.

void Step::step(const DropEvent &D) {
  for (const Object &O : resolve(D.What)) {
    forget(O.At);
    dropFacts(O.At);
  }
}
