//===- Escape.cpp - Handles that outlive their function -------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Escape.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"

using namespace tombstone;

/// Whether what stands in \p Holder is there when the function has ended.
static bool outlives(RegionId Holder, const Tables &T) {
  bool IsReferent = false;
  RegionId R = Holder;
  for (; !T.Regions.isRoot(R); R = T.Regions.base(R))
    IsReferent |= T.Regions[R].K == Region::Kind::Pointee ||
                  T.Regions[R].K == Region::Kind::Getter;
  const Root &From = T.Words.Roots[RootId(T.Regions[R].Base)];
  switch (From.K) {
  case Root::Kind::Return:
    return !IsReferent;
  case Root::Kind::This:
    return IsReferent;
  case Root::Kind::Variable:
    return From.Where == Root::Storage::Global ||
           (From.Where == Root::Storage::Parameter && IsReferent);
  case Root::Kind::Temporary:
  case Root::Kind::Allocation:
  case Root::Kind::Result:
    return false;
  }
  llvm_unreachable("unhandled root kind");
}

/// Whether the handle leads on to what the element only points to: that stays,
/// however dead the handle was through which it was read.
static bool isBeyondElement(RegionId R, const Tables &T) {
  const RegionId Element = T.Regions.nearestElement(R);
  return !T.Regions.isRoot(Element) && !T.Regions.livesWithin(R, Element);
}

/// One name for a region in each turn of a loop.
static RegionId ageless(RegionId R, Tables &T) {
  Region Copy = T.Regions[R];
  if (Copy.K != Region::Kind::Root)
    Copy.Base = ageless(RegionId(Copy.Base), T).value();
  Copy.A = 0;
  return T.Regions.intern(Copy);
}

static uint32_t siteOf(const Loan &L, const Tables &T) {
  return T.Regions[T.Regions.nearestElement(L.Of)].Label;
}

static PlaceId destination(const Event &E) {
  if (const auto *Borrow = std::get_if<BorrowEvent>(&E.V))
    return Borrow->Dst;
  if (const auto *Copy = std::get_if<CopyEvent>(&E.V))
    return Copy->Dst;
  if (const auto *Keep = std::get_if<KeepEvent>(&E.V))
    return Keep->Container;
  if (const auto *Move = std::get_if<MoveEvent>(&E.V))
    return Move->Dst;
  return PlaceId();
}

void StoreTable::note(const Event &E, Step &Done, const State &S, Tables &T) {
  const PlaceId Dst = destination(E);
  if (!Dst.isValid())
    return;
  for (RegionId Into : Done.regionsAt(Dst))
    for (const auto &[Holder, Loans] : S.Handles)
      if (T.Regions.isAtOrBelow(Holder, Into) &&
          T.Regions.livesWithin(Holder, Into) && outlives(Holder, T))
        for (const Loan &L : Loans)
          Stores[{ageless(Holder, T), siteOf(L, T)}].push_back({&E, Into, L});
}

/// The last store that fits, best one of a handle that was as dead.
const StoreTable::Store *StoreTable::find(RegionId Holder, const Loan &L,
                                          Tables &T) const {
  auto Known = Stores.find({ageless(Holder, T), siteOf(L, T)});
  if (Known == Stores.end())
    return nullptr;
  const Store *Best = nullptr;
  for (const Store &S : Known->second) {
    if (S.What.L != Life::Alive && S.What.Cause == L.Cause)
      return &S;
    if (S.What.L == Life::Alive)
      Best = &S;
  }
  return Best;
}

std::vector<Escape> StoreTable::escapes(const State &Exit, Tables &T,
                                        bool OfDestructor) const {
  const auto IsOfThis = [&](RegionId R) {
    while (!T.Regions.isRoot(R))
      R = T.Regions.base(R);
    return T.Words.Roots[RootId(T.Regions[R].Base)].K == Root::Kind::This;
  };
  const auto IsEnd = [&](RegionId Element) {
    auto K = Exit.Keys.find(Element);
    return K != Exit.Keys.end() && K->second.K == Key::Kind::End;
  };
  std::vector<Escape> Found;
  for (const auto &[Holder, Loans] : Exit.Handles) {
    if (!outlives(Holder, T) || (OfDestructor && IsOfThis(Holder)))
      continue;
    for (const Loan &L : Loans)
      if ((L.L == Life::Dead || L.L == Life::MaybeDead) &&
          !isBeyondElement(L.Of, T))
        if (const Store *S = find(Holder, L, T))
          Found.push_back({S->At, S->Into, Holder, L, S->What.L != Life::Alive,
                           IsEnd(L.Of)});
  }
  return Found;
}
