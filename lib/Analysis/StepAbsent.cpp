//===- StepAbsent.cpp - Elements that are surely not there ----------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The mirror of what is known to be there: keys that were erased and not
// inserted since, on each path. Who looks for one finds the end.
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Step.h"
#include "llvm/ADT/STLExtras.h"

using namespace tombstone;

/// Whether the key is one value: what an old element had may be several.
bool Step::isOneKey(const Key &K) const {
  if (K.K == Key::Kind::Constant)
    return true;
  return (K.K == Key::Kind::ValueOf || K.K == Key::Kind::KeyOf) &&
         !isSummary(K.Of);
}

//===----------------------------------------------------------------------===//
// Erased
//===----------------------------------------------------------------------===//

/// The key of the single element that the handle designates.
Key Step::keyDesignated(const Victims &V) const {
  if (V.Designated.size() != 1 || !V.Spec.UniqueKeys)
    return Key();
  const RegionId Element = V.Designated.front();
  // What an iterator from before the function shows has no other name.
  if (T.Regions[Element].K != Region::Kind::Element)
    return {Key::Kind::ValueOf,
            V.Spec.KeyMember.isValid()
                ? T.Regions.member(Element, V.Spec.KeyMember)
                : Element,
            NameId()};
  auto Known = S.Keys.find(Element);
  return Known != S.Keys.end() && isOneKey(Known->second)
             ? Known->second
             : Key{Key::Kind::KeyOf, Element, NameId()};
}

/// What a kill leaves in no container that it names.
void Step::markAbsent(const KillEvent &K, const Victims &V) {
  if (!T.LooksForAbsent || K.ContainerKind != ClassKind::Associative ||
      V.Containers.size() != 1)
    return;
  const RegionId Container = V.Containers.front();
  const CauseId Cause = T.Causes.intern({Current});
  Key Gone;
  switch (V.Spec.Key) {
  case KeySpec::Kind::All:
    S.Containers[Container].Emptied = Cause;
    S.Containers[Container].Absent.clear();
    return;
  case KeySpec::Kind::Equal:
    // Of equal keys, an extraction takes one.
    if (V.Spec.UniqueKeys || !K.IsExtraction)
      Gone = nameOf(V.Spec.First);
    break;
  case KeySpec::Kind::At:
    Gone = keyDesignated(V);
    break;
  default:
    break;
  }
  if (isOneKey(Gone) && !S.Containers[Container].Emptied.isValid())
    S.Containers[Container].Absent.try_emplace(Gone, Cause);
  if (S.Containers[Container].empty())
    S.Containers.erase(Container);
}

//===----------------------------------------------------------------------===//
// Perhaps inserted
//===----------------------------------------------------------------------===//

void Step::dropAbsent(llvm::function_ref<bool(RegionId)> IsContainer,
                      llvm::function_ref<bool(const Key &)> MayBeThere) {
  for (auto &[Container, Facts] : S.Containers) {
    if (!IsContainer(Container))
      continue;
    Facts.Emptied = CauseId();
    std::erase_if(Facts.Absent,
                  [&](const auto &Gone) { return MayBeThere(Gone.first); });
  }
  std::erase_if(S.Containers, [](const auto &C) { return C.second.empty(); });
}

/// Whether only this function reaches what is there; if \p OfOthers isn't set,
/// whether not every function does.
bool Step::isReached(RegionId R, bool OfOthers) const {
  for (RegionId X = R;; X = T.Regions.base(X)) {
    const Region &Step = T.Regions[X];
    if (Step.K == Region::Kind::Pointee && OfOthers)
      return true;
    if (Step.K != Region::Kind::Root)
      continue;
    const Root &Start = T.Words.Roots[RootId(Step.Base)];
    return Start.Shared || (OfOthers && (Start.K == Root::Kind::This ||
                                         Start.K == Root::Kind::Allocation));
  }
}

void Step::step(const MayHaveEvent &M) {
  const auto Any = [](const auto &) { return true; };
  Objects Objects;
  switch (M.S) {
  case MayHaveEvent::Scope::All:
    return dropAbsent(Any, Any);
  case MayHaveEvent::Scope::Global:
  case MayHaveEvent::Scope::Shared: {
    const bool OfOthers = M.S == MayHaveEvent::Scope::Shared;
    dropAbsent([&](RegionId C) { return isReached(C, OfOthers); }, Any);
    // A key that others reach may be another from here.
    return dropAbsent(Any, [&](const Key &K) {
      return K.Of.isValid() && isReached(K.Of, OfOthers);
    });
  }
  case MayHaveEvent::Scope::Within:
    Objects = resolve(M.Element.Container);
    return dropAbsent(
        [&](RegionId C) {
          return llvm::any_of(
              Objects, [&](const Object &O) { return findOnPath(C, O.At); });
        },
        Any);
  case MayHaveEvent::Scope::Element:
    break;
  }
  Objects = resolve(M.Element.Container);
  const llvm::SmallVector<Key, 1> Keys = M.Element.Key == KeySpec::Kind::Equal
                                             ? valuesOf(M.Element.First)
                                             : llvm::SmallVector<Key, 1>();
  dropAbsent(
      [&](RegionId C) {
        return Objects.empty() || llvm::any_of(Objects, [&](const Object &O) {
                 return relate(C, O.At) != Relation::Different;
               });
      },
      [&](const Key &K) {
        return Keys.empty() || llvm::any_of(Keys, [&](const Key &New) {
                 return relateKeys(RegionId(), K, RegionId(), New) !=
                        Relation::Different;
               });
      });
}

/// Whether the way to \p R leads over the object, through pointers or not.
bool Step::findOnPath(RegionId R, RegionId Object) const {
  for (RegionId X = R;; X = T.Regions.base(X)) {
    if (relate(X, Object) != Relation::Different)
      return true;
    if (T.Regions.isRoot(X))
      return false;
  }
}

//===----------------------------------------------------------------------===//
// Looked for
//===----------------------------------------------------------------------===//

CauseId Step::whyAbsent(const Operand &K, RegionId Container) {
  const Key Wanted = current(nameOf(K));
  const auto IsWanted = [&](const auto &Gone) {
    const Key Now = current(Gone.first);
    return isOneKey(Now) && isOneKey(Wanted) &&
           (Now == Wanted || isSameValue(Now, Wanted));
  };
  for (const auto &[C, Facts] : S.Containers) {
    if (isSummary(C) || relate(C, Container) != Relation::Same)
      continue;
    if (Facts.Emptied.isValid())
      return Facts.Emptied;
    const auto Found = llvm::find_if(Facts.Absent, IsWanted);
    if (Found != Facts.Absent.end())
      return Found->second;
  }
  return CauseId();
}

void Step::step(const LookupEvent &L) {
  const Objects Containers = resolve(L.Element.Container);
  if (Containers.size() != 1 || Containers.front().L != Life::Alive)
    return;
  const RegionId Container = Containers.front().At;
  const CauseId Cause = whyAbsent(L.Element.First, Container);
  if (!Cause.isValid())
    return;
  if (L.K != LookupEvent::Kind::Finds) {
    const Loan None{Container, Form::Ref, Life::Missing, Cause};
    // Later ones are of the same bug, and are told apart by that.
    OnDeadUse({Current, L.Result, None});
    return;
  }
  for (const Object &O : resolve(L.Result)) {
    auto Found = S.Handles.find(O.At);
    if (Found == S.Handles.end())
      continue;
    LoanSet Missing;
    for (Loan Found : Found->second) {
      Found.L = Life::Missing;
      Found.Cause = Cause;
      insert(Missing, Found);
    }
    Found->second = std::move(Missing);
  }
}

/// Somebody asks for what this kill erased: nothing more is to be said.
void Step::forgetAbsent(CauseId Cause) {
  for (auto &[Container, Facts] : S.Containers) {
    if (Facts.Emptied == Cause)
      Facts.Emptied = CauseId();
    std::erase_if(Facts.Absent,
                  [&](const auto &Gone) { return Gone.second == Cause; });
  }
  std::erase_if(S.Containers, [](const auto &C) { return C.second.empty(); });
}

/// A handle that may be none is compared: from here the code knows.
void Step::ask(const Loan &Found) {
  forEachLoan(S, [&](Loan &L) {
    if (L.L == Life::Missing && L.Cause == Found.Cause) {
      L.L = Life::Alive;
      L.Cause = CauseId();
    }
  });
  forgetAbsent(Found.Cause);
}
