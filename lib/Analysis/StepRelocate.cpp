//===- StepRelocate.cpp - Which handles don't follow ----------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Elements live on elsewhere: by a rehash, by growth, or because their
// container stops to share them. What is known of a container decides whether
// they do.
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Step.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"

using namespace tombstone;

//===----------------------------------------------------------------------===//
// Handles
//===----------------------------------------------------------------------===//

/// The forms of handles to \p R that end when the element \p Moving moves, and
/// with it what lies in its own storage. What it owns elsewhere stays there.
FormSet Step::lostForms(RegionId R, RegionId Moving, FormSet AtMoving) const {
  if (R == Moving)
    return AtMoving;
  const FormSet Above = lostForms(T.Regions.base(R), Moving, AtMoving);
  if (!Above.contains(Form::Ref))
    return FormSet();
  switch (T.Regions[R].K) {
  case Region::Kind::Member:
  case Region::Kind::Held:
    return FormSet::all();
  case Region::Kind::Element:
    return T.Sites[T.Regions[R].Label].LostInMove;
  case Region::Kind::Root:
  case Region::Kind::Getter:
  case Region::Kind::Owned:
  case Region::Kind::Pointee:
    return FormSet();
  }
  llvm_unreachable("unhandled region kind");
}

void Step::step(const RelocateEvent &R) {
  llvm::SmallVector<std::pair<RegionId, Relation>, 2> Moving;
  for (const Object &O : resolve(R.Element.Container))
    if (const Relation Sure = moves(R, O.At); Sure != Relation::Different)
      Moving.push_back({O.At, Sure});
  const auto InMoving = [&](RegionId X) {
    Relation Best = Relation::Different;
    if (T.Regions[X].K == Region::Kind::Element)
      for (const auto &[Container, Sure] : Moving)
        Best = std::max(Best,
                        std::min(Sure, relate(T.Regions.base(X), Container)));
    return Best;
  };
  forEachLoan(S, [&](Loan &L) {
    const auto [X, Sure] = findAbove(L.Of, InMoving);
    if (Sure == Relation::Different)
      return;
    const FormSet Lost = lostForms(L.Of, X, R.Forms);
    if (Lost.contains(L.HandleForm) ||
        (L.HandleForm == Form::View && Lost.contains(Form::Ref)))
      kill(L, Sure);
  });
}

/// [container.reqmts], of swap: "Every iterator referring to an element in one
/// container before the swap shall refer to the same element in the other
/// container after the swap." The past-the-end iterator refers to none.
void Step::loseEnds(RegionId Container) {
  forEachLoan(S, [&](Loan &L) {
    if (isEnd(L.Of) && L.HandleForm == Form::Iter)
      kill(L, relate(T.Regions.base(L.Of), Container));
  });
}

//===----------------------------------------------------------------------===//
// Growth
//===----------------------------------------------------------------------===//

Relation Step::moves(const RelocateEvent &R, RegionId Container) {
  const bool IsSome = R.Element.Key != KeySpec::Kind::All;
  const Relation Most = IsSome ? Relation::Unknown : Relation::Same;
  auto Known = S.Containers.find(Container);
  switch (R.Reason) {
  case RelocationReason::Always:
    if (isPresent(R.NewKey, Container))
      return Relation::Different;
    // What an insertion needs of the room, its growth says.
    if (Known != S.Containers.end() && !R.InsertsOne) {
      Known->second.Left = Room();
      if (Known->second.empty())
        S.Containers.erase(Known);
    }
    return Most;
  case RelocationReason::Growth:
    return std::min(Most, grows(R, Container));
  case RelocationReason::Detach: {
    if (Known == S.Containers.end() || Known->second.SharedWith.empty())
      return Relation::Different;
    // The data is its own from here; its copies may still share with others.
    for (RegionId Copy : Known->second.SharedWith)
      if (auto It = S.Containers.find(Copy); It != S.Containers.end())
        It->second.SharedWith.erase(Container);
    Known->second.SharedWith.clear();
    std::erase_if(S.Containers, [](const auto &C) { return C.second.empty(); });
    return Most;
  }
  }
  llvm_unreachable("unhandled reason");
}

Relation Step::grows(const RelocateEvent &R, RegionId Container) {
  if (isPresent(R.NewKey, Container))
    return Relation::Different;
  auto Known = S.Containers.find(Container);
  if (Known == S.Containers.end())
    return Relation::Same;
  Room &Left = Known->second.Left;
  switch (Left.K) {
  case Room::Kind::None:
    return Relation::Same;
  case Room::Kind::Unknown:
    return Relation::Unknown;
  case Room::Kind::Known:
    break;
  }
  if (!R.InsertsOne) {
    Left = {Room::Kind::Unknown, 0};
    return Relation::Unknown;
  }
  if (Left.Count > 0) {
    --Left.Count;
    return Relation::Different;
  }
  Left = Room();
  if (Known->second.empty())
    S.Containers.erase(Known);
  return Relation::Same;
}

void Step::step(const ReserveEvent &R) {
  for (const Object &O : resolve(R.Container))
    S.Containers[O.At].Left = {
        R.Count ? Room::Kind::Known : Room::Kind::Unknown, R.Count.value_or(0)};
}

void Step::step(const ShareEvent &X) {
  const Objects First = resolve(X.First);
  const Objects Second = resolve(X.Second);
  if (First.size() != 1 || Second.size() != 1)
    return;
  S.Containers[First.front().At].SharedWith.insert(Second.front().At);
  S.Containers[Second.front().At].SharedWith.insert(First.front().At);
}

//===----------------------------------------------------------------------===//
// Elements that are there
//===----------------------------------------------------------------------===//

RegionId Step::elementOfKey(RegionId At) const {
  const Region &Last = T.Regions[At];
  const bool IsMember = Last.K == Region::Kind::Member;
  const RegionId Element = IsMember ? T.Regions.base(At) : At;
  if (T.Regions[Element].K != Region::Kind::Element || isEnd(Element))
    return RegionId();
  const Site &From = T.Sites[T.Regions[Element].Label];
  const NameId Name = IsMember ? NameId(Last.Label) : NameId();
  return From.Kind == ClassKind::Associative && From.KeyMember == Name
             ? Element
             : RegionId();
}

/// Whether a whole element with a key of its own stands at \p At.
bool Step::isElementWithKey(RegionId At) const {
  const Region &Last = T.Regions[At];
  return Last.K == Region::Kind::Element && !isEnd(At) &&
         T.Sites[Last.Label].Kind == ClassKind::Associative &&
         T.Sites[Last.Label].KeyMember.isValid();
}

Step::PresentKeys Step::presentAfterCopy(const Operand &From, const Key &Value,
                                         RegionId To) {
  PresentKeys Keys;
  if (!From.isPlace() || From.IsAddress)
    return Keys;
  RegionId KeyCopy = To;
  RegionId Container;
  const Objects Read = resolve(From.At);
  for (const Object &O : Read) {
    RegionId Element = elementOfKey(O.At);
    if (!Element.isValid() && isElementWithKey(O.At)) {
      Element = O.At;
      KeyCopy = T.Regions.member(To, T.Sites[T.Regions[O.At].Label].KeyMember);
    }
    const bool IsOther = Container.isValid() && Element.isValid() &&
                         T.Regions.base(Element) != Container;
    if (!Element.isValid() || O.L != Life::Alive || IsOther) {
      Container = RegionId();
      break;
    }
    Container = T.Regions.base(Element);
  }
  // By the copy's name, which a loop keeps, and by what it is copied from.
  if (Container.isValid())
    Keys.push_back({Container, {Key::Kind::ValueOf, KeyCopy, NameId()}});
  if (Container.isValid() && KeyCopy == To)
    Keys.push_back({Container, Value});
  if (Read.size() == 1)
    addCopiesOfCopies(Read.front().At, To, Keys);
  return Keys;
}

/// A copy of such a copy, by way of a temporary.
void Step::addCopiesOfCopies(RegionId From, RegionId To, PresentKeys &Keys) {
  for (const auto &[Container, Facts] : S.Containers)
    for (const Key &K : Facts.Present)
      if (K.K == Key::Kind::ValueOf && T.Regions.isAtOrBelow(K.Of, From))
        if (const RegionId Copy = T.Regions.rebase(K.Of, From, To);
            Copy.isValid())
          Keys.push_back({Container, {Key::Kind::ValueOf, Copy, NameId()}});
}

/// Whether what stands in two objects is the same because they are one, reached
/// twice: `*it` and `*it`.
bool Step::isSameValue(const Key &A, const Key &B) const {
  return A.K == B.K && (A.K == Key::Kind::ValueOf || A.K == Key::Kind::KeyOf) &&
         relate(A.Of, B.Of) == Relation::Same;
}

bool Step::isPresent(const Operand &K, RegionId Container) {
  if (K.isPlace() && !K.IsAddress) {
    const Objects Read = resolve(K.At);
    if (llvm::any_of(Read, [](const Object &O) { return O.L != Life::Alive; }))
      return false;
    // The key of an element at which a live handle stands.
    if (!Read.empty() && llvm::all_of(Read, [&](const Object &O) {
          const RegionId Element = elementOfKey(O.At);
          return Element.isValid() && T.Regions.base(Element) == Container;
        }))
      return true;
  }
  const llvm::SmallVector<Key, 1> Values = valuesOf(K);
  auto Known = S.Containers.find(Container);
  const auto IsThere = [&](const Key &Name) {
    const Key Value = current(Name);
    return llvm::any_of(Known->second.Present, [&](const Key &There) {
      return current(There) == Value || isSameValue(current(There), Value);
    });
  };
  if (Values.empty() || Known == S.Containers.end())
    return false;
  const RegionId Symbol = K.isPlace() ? symbolic(K.At) : RegionId();
  return llvm::all_of(Values, IsThere) ||
         (Symbol.isValid() && IsThere({Key::Kind::ValueOf, Symbol, NameId()}));
}

void Step::markPresent(RegionId Element) {
  if (T.Regions[Element].K != Region::Kind::Element || isEnd(Element) ||
      T.Sites[T.Regions[Element].Label].Kind != ClassKind::Associative)
    return;
  auto Known = S.Keys.find(Element);
  const bool IsNamed =
      Known != S.Keys.end() && (Known->second.K == Key::Kind::Constant ||
                                Known->second.K == Key::Kind::ValueOf ||
                                Known->second.K == Key::Kind::KeyOf);
  markPresent(T.Regions.base(Element),
              IsNamed ? Known->second
                      : Key{Key::Kind::KeyOf, Element, NameId()});
}

void Step::markPresent(RegionId Element, const Operand &By) {
  markPresent(Element);
  // The key has this name in each turn of a loop, whatever it is.
  const RegionId Symbol = By.isPlace() ? symbolic(By.At) : RegionId();
  if (Symbol.isValid() && T.Regions[Element].K == Region::Kind::Element)
    markPresent(T.Regions.base(Element),
                Key{Key::Kind::ValueOf, Symbol, NameId()});
}

void Step::markPresent(RegionId Container, const Key &K) {
  // More are of no use, and each costs at every join.
  constexpr size_t MaxPresent = 32;
  std::set<Key> &Present = S.Containers[Container].Present;
  if (K.K != Key::Kind::Unknown && Present.size() < MaxPresent)
    Present.insert(K);
  if (S.Containers[Container].empty())
    S.Containers.erase(Container);
}

/// The key of an element is what it was compared with.
void Step::assumeKey(const AssumeEvent &A) {
  const Key K = nameOf(A.ToThis);
  if (K.K != Key::Kind::ValueOf && K.K != Key::Kind::Constant)
    return;
  for (const Object &O : resolve(A.Equal.At))
    if (const RegionId Element = elementOfKey(O.At);
        Element.isValid() && O.L == Life::Alive)
      S.Keys[Element] = K;
}

void Step::step(const AssumeEvent &A) {
  if (A.Equal.isPlace())
    return assumeKey(A);
  if (A.Element.Key == KeySpec::Kind::At) {
    const LoanSet Others = loansOf(A.NotThis);
    const LoanSet Loans = loansOf(A.Element.First);
    const auto IsPastTheEnd = [&](const Loan &L) { return isEnd(L.Of); };
    if (!Others.empty() && llvm::all_of(Others, IsPastTheEnd) &&
        Loans.size() == 1)
      markPresent(Loans.front().Of);
    return;
  }
  const Objects Containers = resolve(A.Element.Container);
  if (Containers.size() == 1)
    markPresent(Containers.front().At, valueOf(A.Element.First));
}

void Step::dropPresent(const Victims &V) {
  const auto MayBeVictim = [&](RegionId Container, const Key &K) {
    if (V.Spec.Key == KeySpec::Kind::Equal && !V.Keys.empty())
      return llvm::any_of(V.Keys, [&](const Key &Killed) {
        return relateKeys(RegionId(), K, RegionId(), Killed) !=
               Relation::Different;
      });
    if (V.Spec.Key != KeySpec::Kind::At)
      return true;
    return llvm::any_of(V.Designated, [&](RegionId Element) {
      auto Has = S.Keys.find(Element);
      return T.Regions.base(Element) != Container ||
             relateKeys(RegionId(), K, Element,
                        Has == S.Keys.end() ? Key() : Has->second) !=
                 Relation::Different;
    });
  };
  for (auto &[Container, Facts] : S.Containers)
    if (llvm::any_of(V.Containers, [&, C = Container](RegionId Killed) {
          return relate(C, Killed) != Relation::Different;
        }))
      std::erase_if(Facts.Present, [&, C = Container](const Key &K) {
        return MayBeVictim(C, K);
      });
  std::erase_if(S.Containers, [](const auto &C) { return C.second.empty(); });
}

void Step::dropFacts(RegionId R) {
  const auto IsWithin = [&](RegionId X) {
    return T.Regions.isAtOrBelow(X, R) && T.Regions.livesWithin(X, R);
  };
  for (auto &[Container, Facts] : S.Containers)
    std::erase_if(Facts.SharedWith, IsWithin);
  std::erase_if(S.Containers, [&](const auto &C) {
    return IsWithin(C.first) || C.second.empty();
  });
}

void Step::moveFacts(RegionId From, RegionId To) {
  std::map<RegionId, ContainerFacts> Moved;
  for (const auto &[Container, Facts] : S.Containers)
    if (T.Regions.isAtOrBelow(Container, From) &&
        T.Regions.livesWithin(Container, From))
      if (const RegionId New = T.Regions.rebase(Container, From, To);
          New.isValid())
        Moved[New] = Facts;
  // What moves may meet elements that are there already.
  for (auto &[Container, Facts] : Moved) {
    Facts.Absent.clear();
    Facts.Emptied = CauseId();
  }
  dropFacts(From);
  for (const auto &[Container, Facts] : Moved) {
    S.Containers[Container] = Facts;
    for (RegionId Copy : Facts.SharedWith)
      S.Containers[Copy].SharedWith.insert(Container);
  }
}
