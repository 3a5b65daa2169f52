//===- StepResolve.cpp - Places and keys in a state -----------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Step.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/ErrorHandling.h"

using namespace tombstone;

static Form formOf(const Region &Referent) {
  return Referent.K == Region::Kind::Element ? Form::Iter : Form::Ref;
}

LoanSet Step::loansAt(RegionId Holder) {
  auto It = S.Handles.find(Holder);
  if (It != S.Handles.end())
    return walkedOver(It->second, Holder);
  if (const LoanSet *Kept = keptAt(Holder))
    return walkedOver(*Kept, Holder);
  const RegionId Initial = T.Regions.pointee(Holder);
  if (!Initial.isValid())
    return {};
  return {Loan{Initial, formOf(T.Regions[Initial])}};
}

void Step::materialize(const Operand &O) {
  if (O.isPlace() && !O.IsAddress)
    for (const Object &At : resolve(O.At))
      S.Handles.try_emplace(At.At, loansAt(At.At));
}

Step::Objects Step::resolveDeref(PlaceId Handle) {
  Objects Referents;
  for (const Object &O : resolve(Handle))
    for (const Loan &L : loansAt(O.At)) {
      Object Referent = O;
      Referent.At = L.Of;
      if (O.L == Life::Alive && L.L != Life::Alive)
        Referent = {L.Of, L.L, L.Cause, Handle, L};
      Referents.push_back(Referent);
    }
  return Referents;
}

Step::Objects Step::resolve(PlaceId P) {
  if (!P.isValid())
    return {};
  const Place &Last = T.Words.Places[P];
  if (Last.K == Place::Kind::Root)
    return {Object{T.Regions.root(RootId(Last.Base)), Life::Alive, CauseId(),
                   PlaceId(), Loan()}};
  const PlaceId Base = T.Words.Places.base(P);
  if (Last.K == Place::Kind::Deref)
    return resolveDeref(Base);
  Objects Found = resolve(Base);
  for (Object &O : Found)
    O.At = Last.K == Place::Kind::Member   ? T.Regions.member(O.At, Last.Name)
           : Last.K == Place::Kind::Getter ? T.Regions.getter(O.At, Last.Name)
           : Last.K == Place::Kind::Held   ? T.Regions.held(O.At)
                                           : T.Regions.owned(O.At);
  return Found;
}

LoanSet Step::loansOf(const Operand &O) {
  LoanSet Loans;
  if (!O.isPlace())
    return Loans;
  for (const Object &At : resolve(O.At)) {
    if (O.IsAddress) {
      insert(Loans, {At.At, Form::Ref, At.L, At.Cause});
      continue;
    }
    for (Loan L : loansAt(At.At)) {
      L.MayBeOut = L.IsAmong = false; // Whoever reads it has it.
      if (L.L == Life::Alive && At.L != Life::Alive) {
        L.L = At.L;
        L.Cause = At.Cause;
      }
      insert(Loans, L);
    }
  }
  return Loans;
}

Key Step::valueOf(RegionId R) const {
  auto Copied = S.Values.find(R);
  if (Copied != S.Values.end())
    return Copied->second;
  const Region &Last = T.Regions[R];
  if (Last.K == Region::Kind::Root &&
      T.Words.Roots[RootId(Last.Base)].K == Root::Kind::Temporary)
    return Key();
  // The key member of an element, or an element that is its own key.
  const bool IsMember = Last.K == Region::Kind::Member;
  const RegionId Element = IsMember ? T.Regions.base(R) : R;
  const Region &Shape = T.Regions[Element];
  const NameId Name = IsMember ? NameId(Last.Label) : NameId();
  // A set's element is its key; as a key, a map's element stands for its own.
  if (Shape.K == Region::Kind::Element &&
      (T.Sites[Shape.Label].KeyMember == Name || !IsMember)) {
    auto Known = S.Keys.find(Element);
    if (Known != S.Keys.end() && (Known->second.K == Key::Kind::Constant ||
                                  Known->second.K == Key::Kind::ValueOf))
      return Known->second;
    return {Key::Kind::KeyOf, Element, NameId()};
  }
  return {Key::Kind::ValueOf, R, NameId()};
}

Key Step::current(const Key &K) const {
  if (K.K != Key::Kind::ValueOf)
    return K;
  auto Copied = S.Values.find(K.Of);
  return Copied == S.Values.end() ? K : Copied->second;
}

Key Step::nameOf(const Operand &O) {
  if (O.isPlace() && !O.IsAddress) {
    const Objects At = resolve(O.At);
    const auto IsVariable = [&](RegionId R) {
      return T.Regions.isRoot(R) &&
             T.Words.Roots[RootId(T.Regions[R].Base)].K == Root::Kind::Variable;
    };
    if (At.size() == 1 && IsVariable(At.front().At))
      return {Key::Kind::ValueOf, At.front().At, NameId()};
  }
  return valueOf(O);
}

llvm::SmallVector<Key, 1> Step::valuesOf(const Operand &O) {
  if (O.Constant.isValid())
    return {{Key::Kind::Constant, RegionId(), O.Constant}};
  llvm::SmallVector<Key, 1> Values;
  if (O.isPlace() && !O.IsAddress)
    for (const Object &At : resolve(O.At))
      Values.push_back(valueOf(At.At));
  return Values;
}

RegionId Step::symbolic(PlaceId P) {
  const Place &Last = T.Words.Places[P];
  if (Last.K == Place::Kind::Root)
    return RegionId();
  const PlaceId Base = T.Words.Places.base(P);
  RegionId Of = symbolic(Base);
  if (Last.K == Place::Kind::Deref && !Of.isValid()) {
    const Objects Handle = resolve(Base);
    if (Handle.size() == 1)
      Of = Handle.front().At;
  }
  if (!Of.isValid())
    return RegionId();
  switch (Last.K) {
  case Place::Kind::Root:
    return RegionId();
  case Place::Kind::Member:
    return T.Regions.member(Of, Last.Name);
  case Place::Kind::Getter:
    return T.Regions.getter(Of, Last.Name);
  case Place::Kind::Owned:
    return T.Regions.owned(Of);
  case Place::Kind::Held:
    return T.Regions.held(Of);
  case Place::Kind::Deref:
    return T.Regions.member(Of, T.Words.Names.intern("*"));
  }
  llvm_unreachable("unhandled place kind");
}

bool Step::isReadThrough(RegionId Symbol, RegionId R) {
  if (T.Regions.isRoot(Symbol))
    return false;
  const NameId Star = T.Words.Names.intern("*");
  for (RegionId X = Symbol; !T.Regions.isRoot(X); X = T.Regions.base(X)) {
    const Region &Last = T.Regions[X];
    if (Last.K != Region::Kind::Member || NameId(Last.Label) != Star)
      continue;
    auto Handle = S.Handles.find(RegionId(Last.Base));
    return Handle == S.Handles.end() ||
           llvm::any_of(Handle->second, [&](const Loan &L) {
             return T.Regions.isAtOrBelow(L.Of, R) ||
                    T.Regions.isAtOrBelow(R, L.Of);
           });
  }
  return false;
}

Key Step::valueOf(const Operand &O) {
  const llvm::SmallVector<Key, 1> Values = valuesOf(O);
  if (Values.size() == 1)
    return Values.front();
  // One of several objects, but the same one as long as the handle stays.
  const RegionId Symbol = Values.empty() ? RegionId() : symbolic(O.At);
  return Symbol.isValid() ? Key{Key::Kind::ValueOf, Symbol, NameId()} : Key();
}

Key Step::keyOf(const ElementSpec &E, RegionId Container) {
  switch (E.Key) {
  case KeySpec::Kind::Equal:
    return nameOf(E.First);
  case KeySpec::Kind::Begin:
    return {Key::Kind::Begin, Container, NameId()};
  case KeySpec::Kind::End:
    return {Key::Kind::End, Container, NameId()};
  case KeySpec::Kind::At:
  case KeySpec::Kind::Range:
  case KeySpec::Kind::Next:
  case KeySpec::Kind::Prev:
  case KeySpec::Kind::All:
  case KeySpec::Kind::Unknown:
    return Key();
  }
  llvm_unreachable("unhandled key spec");
}

bool Step::hasSameKey(RegionId A, RegionId B) const {
  auto KeyA = S.Keys.find(A);
  auto KeyB = S.Keys.find(B);
  return KeyA != S.Keys.end() && KeyB != S.Keys.end() &&
         KeyA->second.K != Key::Kind::Unknown &&
         current(KeyA->second) == current(KeyB->second);
}

/// Whether \p Stored is a member of the record that an index holds under one
/// member of an object, and \p Original the same member of that object: the
/// record found by `e.name` is e's, so its `id` is `e.id` whenever it was
/// there.
bool Step::comesBackThroughIndex(const Key &Stored, const Key &Original) const {
  if (Stored.K != Key::Kind::ValueOf || Original.K != Key::Kind::ValueOf)
    return false;
  const Region &Member = T.Regions[Stored.Of];
  const Region &Same = T.Regions[Original.Of];
  if (Member.K != Region::Kind::Member || Same.K != Region::Kind::Member ||
      Member.Label != Same.Label)
    return false;
  RegionId Record(Member.Base);
  if (T.Regions[Record].K == Region::Kind::Member)
    Record = T.Regions.base(Record);
  auto Found = S.Keys.find(Record);
  return Found != S.Keys.end() &&
         T.Regions[Record].K == Region::Kind::Element &&
         current(Found->second).K == Key::Kind::ValueOf &&
         T.Regions[current(Found->second).Of].K == Region::Kind::Member &&
         T.Regions.base(current(Found->second).Of) == RegionId(Same.Base);
}

static bool isKnown(const Key &K) { return K.K != Key::Kind::Unknown; }

/// Whether a member is called like what a record is known by.
static bool isNameOfId(llvm::StringRef Member) {
  Member.consume_front("m_");
  Member = Member.trim('_');
  return llvm::StringSwitch<bool>(Member.lower())
      .Cases({"id", "key", "name", "uid", "guid", "uuid"}, true)
      .Default(false);
}

/// A record that keeps its own key: whoever erases `e.id` from the container
/// that has `e` erases `e`.
bool Step::isOwnId(const Key &K, RegionId Element) const {
  if (K.K != Key::Kind::ValueOf || !Element.isValid() ||
      T.Regions[Element].K != Region::Kind::Element)
    return false;
  const Region &Member = T.Regions[K.Of];
  if (Member.K != Region::Kind::Member ||
      !isNameOfId(T.Words.Names[NameId(Member.Label)]))
    return false;
  RegionId Record(Member.Base);
  if (T.Regions[Record].K == Region::Kind::Owned)
    Record = T.Regions.base(Record);
  if (T.Regions[Record].K == Region::Kind::Member)
    Record = T.Regions.base(Record);
  return Record == Element;
}

Relation Step::relateKeys(RegionId ElementA, const Key &NameA,
                          RegionId ElementB, const Key &NameB) const {
  const Key A = current(NameA);
  const Key B = current(NameB);
  const auto IsOf = [](const Key &K, Key::Kind Kind, RegionId Of) {
    return K.K == Kind && K.Of == Of;
  };
  if (IsOf(A, Key::Kind::KeyOf, ElementB) ||
      IsOf(B, Key::Kind::KeyOf, ElementA))
    return Relation::Same;
  if (isKnown(A) && A == B)
    return Relation::Same;
  if (A.K == Key::Kind::Constant && B.K == Key::Kind::Constant)
    return Relation::Different;
  if (A.K == Key::Kind::End || B.K == Key::Kind::End)
    return Relation::Different;
  const auto IsBeside = [&](const Key &K, RegionId Element) {
    return (K.K == Key::Kind::After || K.K == Key::Kind::Before) &&
           Element.isValid() && K.Of != Element &&
           T.Regions[K.Of].K == Region::Kind::Element &&
           T.Regions[Element].K == Region::Kind::Element &&
           hasSameKey(K.Of, Element);
  };
  for (Key::Kind Neighbour : {Key::Kind::After, Key::Kind::Before})
    if (IsOf(A, Neighbour, ElementB) || IsOf(B, Neighbour, ElementA))
      return Relation::Different;
  if (IsBeside(A, ElementB) || IsBeside(B, ElementA))
    return Relation::Different;
  if (comesBackThroughIndex(A, B) || comesBackThroughIndex(B, A) ||
      isOwnId(A, ElementB) || isOwnId(B, ElementA))
    return Relation::Same;
  return Relation::Unknown;
}

Relation Step::relateElements(RegionId A, RegionId B, bool UniqueKeys) const {
  const Relation Containers = relate(T.Regions.base(A), T.Regions.base(B));
  if (Containers == Relation::Different)
    return Relation::Different;
  const auto KeyIn = [&](RegionId E) {
    auto It = S.Keys.find(E);
    return It == S.Keys.end() ? Key() : It->second;
  };
  const Key KeyA = KeyIn(A);
  Relation Keys = relateKeys(A, KeyA, B, KeyIn(B));
  // Equal keys of a multimap may be those of two elements; its first is one.
  if (Keys == Relation::Same && !UniqueKeys && KeyA.K != Key::Kind::Begin)
    Keys = Relation::Unknown;
  return std::min(Containers, Keys);
}

Relation Step::relate(RegionId A, RegionId B) const {
  const Region &StepA = T.Regions[A];
  const Region &StepB = T.Regions[B];
  if (StepA.K != StepB.K)
    return Relation::Different;
  if (StepA.K == Region::Kind::Element && A != B)
    return relateElements(A, B, /*UniqueKeys=*/true);
  if (StepA.Label != StepB.Label)
    return Relation::Different;
  // The oldest age stands for several objects.
  Relation Here = Relation::Same;
  if (StepA.A != StepB.A)
    Here =
        StepA.K == Region::Kind::Root ? Relation::Different : Relation::Unknown;
  else if (StepA.A == OldestAge)
    Here = Relation::Unknown;
  if (StepA.K == Region::Kind::Root)
    return StepA.Base == StepB.Base ? Here : Relation::Different;
  return std::min(Here, relate(T.Regions.base(A), T.Regions.base(B)));
}
