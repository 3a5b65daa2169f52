//===- StepBorrow.cpp - Taking and copying handles ------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Step.h"
#include "llvm/ADT/STLExtras.h"

using namespace tombstone;

void Step::borrow(const BorrowEvent &B, RegionId Element, Key K,
                  LoanSet &Into) {
  if (!Element.isValid())
    return;
  // A node handle has one element: its key is known if it was extracted by it.
  if (T.Sites[T.Regions[Element].Label].Kind == ClassKind::Node)
    for (const auto &[Other, OtherKey] : S.Keys)
      if (T.Regions[Other].K == Region::Kind::Element &&
          T.Regions.base(Other) == T.Regions.base(Element) && Other != Element)
        K = OtherKey;
  // Reached from several elements at once, it has one of several keys.
  const bool IsAgain = llvm::any_of(Into, [&](const Loan &L) {
    return T.Regions.isAtOrBelow(L.Of, Element);
  });
  S.Keys[Element] = IsAgain && S.Keys[Element] != K ? Key() : K;
  for (NameId Member : B.Element.Members)
    Element = T.Regions.member(Element, Member);
  insert(Into, {Element, B.HandleForm});
}

void Step::borrowNeighbour(const BorrowEvent &B, const Loan &From,
                           LoanSet &Into) {
  const bool IsNext = B.Element.Key == KeySpec::Kind::Next;
  const bool IsPrev = B.Element.Key == KeySpec::Kind::Prev;
  const auto There = IsNext   ? Key::Kind::After
                     : IsPrev ? Key::Kind::Before
                              : Key::Kind::Unknown;
  const auto Back = IsNext ? Key::Kind::Before : Key::Kind::After;
  auto Known = S.Keys.find(From.Of);
  if ((IsNext || IsPrev) && Known != S.Keys.end() && Known->second.K == Back) {
    insert(Into, {Known->second.Of, From.HandleForm});
    return;
  }
  // What stood beside a dead element has another neighbour now.
  const Key Beside =
      From.L == Life::Alive ? Key{There, From.Of, NameId()} : Key();
  const Region &Last = T.Regions[From.Of];
  if (Last.K == Region::Kind::Element) {
    borrow(B,
           T.Regions.element(RegionId(Last.Base),
                             T.variant(B.Site, SiteId(Last.Label))),
           Beside, Into);
    return;
  }
  // An iterator from before the function: the call names its container, or the
  // handle's own variable stands for it.
  const PlaceId Within =
      B.Element.Container.isValid() ? B.Element.Container : B.Dst;
  for (const Object &O : resolve(Within))
    borrow(B, T.Regions.element(O.At, B.Site), Beside, Into);
}

void Step::nameNeighbour(const BorrowEvent &B, const LoanSet &Neighbours) {
  const Operand &Handle = B.Element.First;
  if (!Handle.isPlace() || Handle.IsAddress || Handle.At == B.Dst)
    return;
  const Objects Holder = resolve(Handle.At);
  if (Holder.size() != 1)
    return;
  const bool IsNext = B.Element.Key == KeySpec::Kind::Next;
  const RegionId Beside = T.Regions.member(
      T.Regions.member(Holder.front().At, T.Words.Names.intern("*")),
      T.Words.Names.intern(IsNext ? "next" : "prev"));
  for (const Loan &L : Neighbours) {
    Key &K = S.Keys[L.Of];
    const Region &Last = T.Regions[L.Of];
    // What a reverse iterator shows is of interest by its value alone.
    const bool IsShown = B.HandleForm == Form::Ref &&
                         Last.K == Region::Kind::Element &&
                         T.Sites[Last.Label].Kind != ClassKind::Associative;
    if (K.K == Key::Kind::Unknown || IsShown)
      K = {Key::Kind::ValueOf, Beside, NameId()};
  }
}

void Step::step(const BorrowEvent &B) {
  age([&](RegionId, const Region &R) {
    return R.K == Region::Kind::Element &&
           (R.Label == B.Site.value() || T.Sites[R.Label].VariantOf == B.Site);
  });
  LoanSet Loans;
  const KeySpec::Kind Which = B.Element.Key;
  if (Which == KeySpec::Kind::At) {
    Loans = loansOf(B.Element.First);
  } else if (!B.Element.Container.isValid() || Which == KeySpec::Kind::Next ||
             Which == KeySpec::Kind::Prev) {
    for (const Loan &From : loansOf(B.Element.First))
      borrowNeighbour(B, From, Loans);
    // Beside one of several elements, but always the same as long as the handle
    // stays.
    nameNeighbour(B, Loans);
  } else {
    for (const Object &O : resolve(B.Element.Container))
      borrow(B, T.Regions.element(O.At, B.Site), keyOf(B.Element, O.At), Loans);
  }
  if (B.IsThere && Loans.size() == 1)
    markPresent(T.Regions.nearestElement(Loans.front().Of), B.Element.First);
  const bool IsStep = B.Element.First.isPlace() && B.Element.First.At == B.Dst;
  const LoanSet Left = IsStep ? loansOf(B.Element.First) : LoanSet();
  assign(resolve(B.Dst), Loans);
  leaveElements(Left);
}

void Step::copyParts(RegionId From, RegionId To, bool IsNoHandle) {
  const auto IsPart = [&](RegionId R) {
    return T.Regions.isAtOrBelow(R, From) && T.Regions.livesWithin(R, From);
  };
  std::map<RegionId, LoanSet> Held;
  std::map<RegionId, Key> Known;
  for (const auto &[Holder, Loans] : S.Handles)
    if (IsPart(Holder))
      if (RegionId New = T.Regions.rebase(Holder, From, To); New.isValid())
        Held[New] = Loans;
  // The number of a bucket is a number.
  if (auto Whole = Held.find(To); IsNoHandle && Whole != Held.end())
    llvm::erase_if(Whole->second,
                   [](const Loan &L) { return L.HandleForm != Form::Bucket; });
  for (const auto &[Variable, K] : S.Values)
    if (IsPart(Variable))
      if (RegionId New = T.Regions.rebase(Variable, From, To); New.isValid())
        Known[New] = K;
  forget(To);
  for (auto &[Holder, Loans] : Held)
    S.Handles[Holder] = Loans;
  for (auto &[Variable, K] : Known)
    S.Values[Variable] = K;
}

void Step::step(const CopyEvent &C) {
  const Objects Dst = resolve(C.Dst);
  const bool IsSingle = C.Sources.size() == 1 && Dst.size() == 1;
  const Key Value = IsSingle ? valueOf(C.Sources.front()) : Key();
  PresentKeys Keys;
  if (IsSingle && !C.IsHandle)
    Keys = presentAfterCopy(C.Sources.front(), Value, Dst.front().At);
  if (C.IsHandle) {
    LoanSet Loans;
    for (const Operand &Src : C.Sources) {
      materialize(Src);
      for (const Loan &L : loansOf(Src))
        insert(Loans, L);
    }
    assign(Dst, Loans);
  } else if (IsSingle && C.Sources.front().isPlace() &&
             !C.Sources.front().IsAddress) {
    const Objects From = resolve(C.Sources.front().At);
    if (From.size() == 1)
      copyParts(From.front().At, Dst.front().At, C.IsNoHandle);
    else
      forget(Dst.front().At);
  } else {
    for (const Object &O : Dst)
      forget(O.At);
  }
  if (IsSingle && Value.K != Key::Kind::Unknown &&
      !(Value.K == Key::Kind::ValueOf && Value.Of == Dst.front().At))
    S.Values[Dst.front().At] = Value;
  for (const auto &[Container, K] : Keys)
    markPresent(Container, K);
}
