//===- SummaryLook.cpp - What an event does to the caller -----------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SummaryLook.h"
#include "llvm/ADT/STLExtras.h"
#include <utility>

using namespace clang;
using namespace tombstone;

//===----------------------------------------------------------------------===//
// Kills and moves
//===----------------------------------------------------------------------===//

/// The elements at which a handle stands: by their key; all of them, if a loop
/// goes over the container and kills what it chooses.
KeySpec Summarizer::Look::designatedKey(const Victims &V) {
  std::optional<KeySpec> Common;
  for (RegionId Element : V.Designated) {
    const KeySpec Key = keyOfElement(Element);
    if (Common && !(*Common == Key))
      return KeySpec();
    Common = Key;
  }
  return Common.value_or(KeySpec());
}

KeySpec Summarizer::Look::keyOfElement(RegionId Element) {
  KeySpec Key;
  const Region &Last = T.Regions[Element];
  if (Last.K == Region::Kind::Pointee)
    if (const auto Handle = Of.Paths.path(T.Regions.base(Element), S)) {
      Of.Paths.UsedValues.push_back(
          {T.Regions.base(Element), /*IsHandle=*/true});
      Key.K = KeySpec::Kind::At;
      Key.First = *Handle;
      return Key;
    }
  auto Known = S.Keys.find(Element);
  if (Last.K == Region::Kind::Element && Known != S.Keys.end())
    Key = Of.Paths.key(Known->second, S);
  return Key;
}

/// From one handle of the caller's up to another.
KeySpec Summarizer::Look::rangeKey(const ElementSpec &E, const Victims &V) {
  KeySpec Key = designatedKey(V);
  const LoanSet Ends = loansOf(E.Second);
  if (Key.K == KeySpec::Kind::At && Ends.size() == 1 &&
      T.Regions[Ends.front().Of].K == Region::Kind::Pointee) {
    const RegionId Handle = T.Regions.base(Ends.front().Of);
    if (const auto Last = Of.Paths.path(Handle, S)) {
      Of.Paths.UsedValues.push_back({Handle, /*IsHandle=*/true});
      Key.K = KeySpec::Kind::Range;
      Key.Second = *Last;
      return Key;
    }
  }
  return KeySpec();
}

void Summarizer::Look::kill(const KillEvent &K, RegionId Container,
                            const KeySpec &Key) {
  Values KeyValues = std::exchange(Of.Paths.UsedValues, {});
  const auto Path = Of.Paths.path(Container, S);
  if (!Path || !Of.Paths.isVisible(Container)) {
    Of.Paths.UsedValues.clear();
    return;
  }
  Effect E;
  E.K = Effect::Kind::Kill;
  E.Forms = K.Forms;
  E.What.Region = asPart(*Path);
  E.What.Key = Key;
  const bool IsSweep =
      Key.K == KeySpec::Kind::Unknown || Key.K == KeySpec::Kind::Begin;
  if (K.Element.Key == KeySpec::Kind::At && IsSweep && Of.Current &&
      Of.Conditions.isInLoop(*Of.Current)) {
    E.What.Key->K = KeySpec::Kind::All;
    E.If = EffectCondition();
  }
  Of.add(std::move(E), *Current, std::move(KeyValues));
}

void Summarizer::Look::see(const KillEvent &K) {
  const Victims V = victims(K.Element);
  llvm::SmallVector<RegionId, 2> Containers = V.Containers;
  // A handle knows its container.
  if (Containers.empty())
    for (RegionId Element : V.Designated)
      if (T.Regions[Element].K == Region::Kind::Element)
        Containers.push_back(T.Regions.base(Element));
  for (RegionId Container : Containers) {
    KeySpec Key;
    switch (K.Element.Key) {
    case KeySpec::Kind::All:
      Key.K = KeySpec::Kind::All;
      break;
    case KeySpec::Kind::Equal:
      if (V.Keys.size() == 1)
        Key = Of.Paths.key(V.Keys.front(), S);
      break;
    case KeySpec::Kind::At:
      Key = designatedKey(V);
      break;
    case KeySpec::Kind::Range:
      if (V.IsWholeRange && V.Designated.size() == 1 &&
          isVictim(V, V.Designated.front()) == Relation::Same &&
          designatedKey(V).K == KeySpec::Kind::Begin)
        Key.K = KeySpec::Kind::All;
      else
        Key = rangeKey(K.Element, V);
      break;
    case KeySpec::Kind::Begin:
    case KeySpec::Kind::Next:
    case KeySpec::Kind::Prev:
    case KeySpec::Kind::End:
    case KeySpec::Kind::Unknown:
      break;
    }
    kill(K, Container, Key);
  }
}

/// What has to be there for the call to return.
void Summarizer::Look::see(const LookupEvent &L) {
  const Objects Containers = resolve(L.Element.Container);
  const llvm::SmallVector<Key, 1> Keys = valuesOf(L.Element.First);
  if (L.K == LookupEvent::Kind::Finds || Containers.size() != 1 ||
      Keys.size() != 1 || !Of.Paths.isVisible(Containers.front().At))
    return;
  const auto Path = Of.Paths.path(Containers.front().At, S);
  const KeySpec Key = Of.Paths.key(Keys.front(), S);
  if (!Path || Path->Pointee || Key.K != KeySpec::Kind::Equal) {
    Of.Paths.UsedValues.clear();
    return;
  }
  Effect E;
  E.K = Effect::Kind::Needs;
  E.What = {*Path, Key, {}};
  Of.add(std::move(E), *Current);
}

void Summarizer::Look::see(const RelocateEvent &R) {
  for (const Object &O : resolve(R.Element.Container)) {
    const auto Container = Of.Paths.path(O.At, S);
    if (!Container || !Of.Paths.isVisible(O.At)) {
      Of.Paths.UsedValues.clear();
      continue;
    }
    const bool IsKnownKey =
        R.InsertsOne && (R.NewKey.isPlace() || R.NewKey.Constant.isValid());
    const llvm::SmallVector<Key, 1> Keys =
        IsKnownKey ? valuesOf(R.NewKey) : llvm::SmallVector<Key, 1>();
    const Relation Sure = moves(R, O.At);
    if (Sure == Relation::Different)
      continue;
    Effect E;
    E.K = R.Reason == RelocationReason::Growth   ? Effect::Kind::Grow
          : R.Reason == RelocationReason::Detach ? Effect::Kind::Detach
                                                 : Effect::Kind::Relocate;
    E.Forms = R.Forms;
    Target All{asPart(*Container), KeySpec(), {}};
    E.What = All;
    if (Sure == Relation::Same)
      E.What.Key->K = KeySpec::Kind::All;
    Values PathValues = std::exchange(Of.Paths.UsedValues, {});
    if (Keys.size() == 1 && E.K != Effect::Kind::Detach) {
      All.Key = Of.Paths.key(Keys.front(), S);
      if (All.Key->K == KeySpec::Kind::Equal)
        E.Unless = All;
    }
    Values KeyValues = std::exchange(Of.Paths.UsedValues, PathValues);
    Of.add(std::move(E), *Current, std::move(KeyValues));
  }
}

void Summarizer::Look::see(const EndEvent &E) {
  for (const Object &O : resolve(E.What)) {
    const auto Path = Of.Paths.path(O.At, S);
    if (!Path || !Of.Paths.isVisible(O.At)) {
      Of.Paths.UsedValues.clear();
      continue;
    }
    Effect End;
    End.K = Effect::Kind::Overwrite;
    End.What.Region = *Path;
    Of.add(std::move(End), *Current);
  }
}

void Summarizer::Look::see(const MoveEvent &M) {
  const Objects From = resolve(M.Src);
  const Objects To = resolve(M.Dst);
  if (From.size() != 1 || To.size() != 1)
    return;
  Of.noteWritten(From.front().At);
  take(From.front().At, To.front().At);
}

/// What an object of the caller's owned goes to another one, or into a variable
/// of the function's, and ends with that if nothing takes it from there.
void Summarizer::Look::take(RegionId From, RegionId To) {
  Of.Paths.UsedValues.clear();
  auto Held = Of.Taken.find(From);
  const auto Dst = Of.Paths.path(To, S);
  if (Held != Of.Taken.end()) {
    const auto Is = Held->second;
    const size_t Index = Is.first;
    Of.Taken.erase(Held);
    if (!Dst) {
      Of.Taken[To] = Is;
      return;
    }
    Of.Effects[Index].What.K = Effect::Kind::Move;
    Of.Effects[Index].What.To = *Dst;
    Of.Paths.UsedValues.clear();
    return;
  }
  if (const auto Src = Of.Paths.path(From, S)) {
    Effect E;
    E.K = Dst ? Effect::Kind::Move : Effect::Kind::Overwrite;
    E.What.Region = *Src;
    E.To = Dst.value_or(RegionPath());
    if (!Dst)
      Of.Taken[To] = {Of.Effects.size(), From};
    Of.add(std::move(E), *Current);
  }
  Of.Paths.UsedValues.clear();
}

/// Somebody else may have it from here.
void Summarizer::Look::see(const ForgetEvent &F) {
  for (const Object &O : resolve(F.What)) {
    Of.Escaped.insert(O.At);
    auto Held = Of.Taken.find(O.At);
    if (Held == Of.Taken.end())
      continue;
    Of.Effects[Held->second.first].What.K = Effect::Kind::Write;
    Of.Escaped.insert(Held->second.second);
    Of.Taken.erase(Held);
  }
}

void Summarizer::Look::see(const SwapEvent &X) {
  const Objects First = resolve(X.First);
  const Objects Second = resolve(X.Second);
  if (First.size() != 1 || Second.size() != 1)
    return;
  Of.noteWritten(First.front().At);
  Of.noteWritten(Second.front().At);
  const auto A = Of.Paths.path(First.front().At, S);
  const auto B = A ? Of.Paths.path(Second.front().At, S) : std::nullopt;
  const bool IsVisible = Of.Paths.isVisible(First.front().At) ||
                         Of.Paths.isVisible(Second.front().At);
  if (B && IsVisible) {
    Effect E;
    E.K = Effect::Kind::Swap;
    E.What.Region = *A;
    E.To = *B;
    Of.add(std::move(E), *Current);
  } else if (Of.Paths.isVisible(First.front().At)) {
    take(First.front().At, Second.front().At);
  } else if (Of.Paths.isVisible(Second.front().At)) {
    take(Second.front().At, First.front().At);
  }
  Of.Paths.UsedValues.clear();
}

//===----------------------------------------------------------------------===//
// Reads
//===----------------------------------------------------------------------===//

/// Each handle on the way to what is read, if it is one that the caller passed
/// or that an object of the caller's had from before.
void Summarizer::Look::see(const UseEvent &U) {
  if (U.K == UseEvent::Kind::Comparison)
    return;
  for (PlaceId P = U.What; T.Words.Places[P].K != Place::Kind::Root;
       P = T.Words.Places.base(P)) {
    if (T.Words.Places[P].K != Place::Kind::Deref)
      continue;
    for (const Object &O : resolve(T.Words.Places.base(P))) {
      auto Held = S.Handles.find(O.At);
      const RegionId Initial = T.Regions.pointee(O.At);
      const bool IsAsPassed = Held == S.Handles.end() ||
                              llvm::any_of(Held->second, [&](const Loan &L) {
                                // What is dead here is reported here.
                                return L.Of == Initial && L.L == Life::Alive;
                              });
      if (IsAsPassed && Initial.isValid())
        Of.addUse(O.At, *Current, S);
    }
  }
}
