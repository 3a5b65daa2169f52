//===- StepKeep.cpp - Handles in containers -------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A work list of iterators, a stack of pointers: one region stands for all that
// such a container has. What is taken from it may be any of them.
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Step.h"
#include "llvm/ADT/STLExtras.h"

using namespace tombstone;

RegionId Step::slotOf(RegionId Container) {
  return T.Regions.member(Container, T.Words.Names.intern("[]"));
}

const LoanSet *Step::keptAt(RegionId Element) {
  const Region &Last = T.Regions[Element];
  if (Last.K != Region::Kind::Element ||
      T.Sites[Last.Label].Kind != ClassKind::Sequence)
    return nullptr;
  auto Kept = S.Handles.find(slotOf(T.Regions.base(Element)));
  return Kept == S.Handles.end() ? nullptr : &Kept->second;
}

void Step::step(const KeepEvent &K) {
  const LoanSet Loans = loansOf(K.Handle);
  for (const Object &O : resolve(K.Container))
    for (Loan L : Loans) {
      L.MayBeOut = L.IsAmong = false;
      insert(S.Handles[slotOf(O.At)], L);
    }
}

LoanSet Step::walkedOver(LoanSet Loans, RegionId Element) const {
  const Region &Last = T.Regions[Element];
  if (Last.K != Region::Kind::Element ||
      !T.Sites[Last.Label].VariantOf.isValid())
    return Loans;
  LoanSet Met;
  for (Loan L : Loans) {
    if (L.IsAmong && !L.MayBeOut && L.L == Life::MaybeDead)
      L.L = Life::Dead;
    insert(Met, L);
  }
  return Met;
}

/// One of the elements to which handles are kept is gone, and nobody knows
/// which of the handles is taken out next.
void Step::doubtKept(CauseId Cause) {
  const NameId Slot = T.Words.Names.intern("[]");
  const auto IsKept = [&](const Region &Holder) {
    return Holder.K == Region::Kind::Member
               ? NameId(Holder.Label) == Slot
               : Holder.K == Region::Kind::Element &&
                     T.Sites[Holder.Label].Kind == ClassKind::Sequence;
  };
  // Who goes over them meanwhile ends those that are behind.
  const auto IsDesignated = [&](RegionId Container) {
    return llvm::any_of(S.Handles, [&](const auto &Entry) {
      return llvm::any_of(Entry.second, [&](const Loan &L) {
        return T.Regions[L.Of].K == Region::Kind::Element &&
               T.Regions.base(L.Of) == Container;
      });
    });
  };
  for (auto &[Holder, Loans] : S.Handles) {
    if (!IsKept(T.Regions[Holder]))
      continue;
    const bool IsWalked = IsDesignated(T.Regions.base(Holder));
    LoanSet Doubted;
    for (Loan L : Loans) {
      if (L.L == Life::Dead && L.Cause == Cause) {
        L.L = Life::MaybeDead;
        L.IsAmong = !IsWalked;
      }
      insert(Doubted, L);
    }
    Loans = Doubted;
  }
}

/// When something is taken out of a container of handles, nobody knows which of
/// them are still there.
void Step::takeOut(const Victims &V) {
  for (RegionId Container : V.Containers) {
    auto Kept = S.Handles.find(slotOf(Container));
    if (Kept == S.Handles.end())
      continue;
    if (V.Spec.Key == KeySpec::Kind::All) {
      S.Handles.erase(Kept);
      continue;
    }
    LoanSet Left;
    for (Loan L : Kept->second) {
      L.MayBeOut = true;
      if (L.L == Life::Dead)
        L.L = Life::MaybeDead;
      insert(Left, L);
    }
    Kept->second = Left;
  }
}

/// An iterator went on. What became of the handles that its last element holds
/// can't be told any more from what becomes of those of the next one, where a
/// loop comes back: unless something else designates the element, it is
/// forgotten.
void Step::leaveElements(const LoanSet &Left) {
  const auto IsTemporary = [&](RegionId Holder) {
    while (!T.Regions.isRoot(Holder))
      Holder = T.Regions.base(Holder);
    return T.Words.Roots[RootId(T.Regions[Holder].Base)].K ==
           Root::Kind::Temporary;
  };
  const auto IsDesignated = [&](RegionId Element) {
    return llvm::any_of(S.Handles, [&](const auto &Entry) {
      return !IsTemporary(Entry.first) &&
             llvm::any_of(Entry.second, [&](const Loan &L) {
               return T.Regions.isAtOrBelow(L.Of, Element) &&
                      T.Regions.livesWithin(L.Of, Element);
             });
    });
  };
  for (const Loan &L : Left) {
    const Region &Last = T.Regions[L.Of];
    if (Last.K == Region::Kind::Element &&
        T.Sites[Last.Label].Kind == ClassKind::Sequence && !IsDesignated(L.Of))
      std::erase_if(S.Handles, [&](const auto &Entry) {
        return T.Regions.isAtOrBelow(Entry.first, L.Of);
      });
  }
}
