//===- Summarizer.cpp - The effects of a body on its caller ---------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Summarizer.h"
#include "tombstone/Analysis/Finding.h"
#include "tombstone/Model/CalleeEffects.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/STLExtras.h"
#include <utility>

using namespace clang;
using namespace tombstone;

/// What an event is about, in the state before it.
class Summarizer::Look : public Step {
public:
  Look(Summarizer &Of, State &S)
      : Step(Of.T, S, [](const DeadUse &) { return false; }), Of(Of) {}

  void at(const Event &E) {
    Current = &E;
    std::visit([this](const auto &Kind) { see(Kind); }, E.V);
  }

private:
  void see(const KillEvent &K);
  void see(const LookupEvent &L);
  void see(const MayHaveEvent &M) {
    Of.MayInsert |= M.S != MayHaveEvent::Scope::Global;
  }
  void see(const RelocateEvent &R);
  void see(const EndEvent &E);
  void see(const MoveEvent &M);
  void see(const SwapEvent &X);
  void see(const UseEvent &U);
  void see(const BorrowEvent &B) { write(B.Dst); }
  void see(const CopyEvent &C) { write(C.Dst); }
  void see(const WriteEvent &W) {
    if (!W.OfContainer)
      write(W.What);
  }
  void see(const KeepEvent &K) {
    for (const Object &O : resolve(K.Container))
      Of.noteWritten(slotOf(O.At));
  }
  void see(const YieldEvent &Y) {
    Effect E;
    E.K = Y.To == Doer::Other ? Effect::Kind::Suspend : Effect::Kind::Reenter;
    Of.add(std::move(E), *Current);
  }
  // What these do, no caller sees.
  void see(const ReserveEvent &) {}
  void see(const ShareEvent &) {}
  void see(const AssumeEvent &) {}
  void see(const ExtractEvent &) {}
  void see(const FreshEvent &) {}
  void see(const ForgetEvent &F) {
    // Whoever gets it may keep it.
    for (const Object &O : resolve(F.What))
      Of.ByLocal.erase(O.At);
  }
  void see(const EnterEvent &) {}
  void see(const DropEvent &) {}

  void write(PlaceId P) {
    for (const Object &O : resolve(P))
      Of.noteWritten(O.At);
  }
  void kill(const KillEvent &K, RegionId Container, const KeySpec &Key);
  KeySpec designatedKey(const Victims &V);
  KeySpec keyOfElement(RegionId Element);

  Summarizer &Of;
};

/// Of a move: whether it is known where to.
static bool isResolved(const Effect &E) {
  return E.K != Effect::Kind::Move || E.To.Root != RegionPath::RootKind::This ||
         !E.To.Members.empty();
}

Summarizer::Summarizer(const Body &B, Tables &T,
                       std::deque<EffectOrigin> &Origins)
    : B(B), T(T), Origins(Origins), Paths(B.function(), T), Conditions(B) {
  Result.Function = &B.function();
  Result.Effects.Name = catalogueName(B.function());
}

void Summarizer::see(const Event &E, State &S) {
  // Asking whether a container grows counts its room down.
  if (std::holds_alternative<RelocateEvent>(E.V)) {
    State Before = S;
    return Look(*this, Before).at(E);
  }
  Look(*this, S).at(E);
}

void Summarizer::add(Effect E, const Event &Of, Values KeyValues) {
  Effects.push_back(
      {std::move(E), &Of, Paths.UsedValues, std::move(KeyValues), Current});
  Paths.UsedValues.clear();
}

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
      Of.Paths.UsedValues.push_back(T.Regions.base(Element));
      Key.K = KeySpec::Kind::At;
      Key.First = *Handle;
      return Key;
    }
  auto Known = S.Keys.find(Element);
  if (Last.K == Region::Kind::Element && Known != S.Keys.end())
    Key = Of.Paths.key(Known->second, S);
  return Key;
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
  E.What.Region = *Path;
  if (E.What.Region.Pointee) {
    E.What.Region = {};
    E.What.Region.Root = RegionPath::RootKind::Part;
    E.What.Region.Whole = std::make_shared<const Target>(
        Target{*Path, std::nullopt, {}});
  }
  E.What.Key = Key;
  const bool IsSweep = Key.K == KeySpec::Kind::Unknown ||
                       Key.K == KeySpec::Kind::Begin;
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
    const bool IsKnownKey = R.InsertsOne && (R.NewKey.isPlace() ||
                                             R.NewKey.Constant.isValid());
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
    Target All{*Container, KeySpec(), {}};
    if (Container->Pointee) {
      All.Region = {};
      All.Region.Root = RegionPath::RootKind::Part;
      All.Region.Whole = std::make_shared<const Target>(
          Target{*Container, std::nullopt, {}});
    }
    E.What = All;
    if (Sure == Relation::Same)
      E.What.Key->K = KeySpec::Kind::All;
    Values PathValues = std::exchange(Of.Paths.UsedValues, {});
    if (Keys.size() == 1 && E.K == Effect::Kind::Grow) {
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
    Of.endLocal(O.At);
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
  const auto Src = Of.Paths.path(From.front().At, S);
  const auto Dst = Of.Paths.path(To.front().At, S);
  Effect E;
  E.K = Effect::Kind::Move;
  if (Src)
    E.What.Region = *Src;
  if (Dst)
    E.To = *Dst;
  if (Src && Dst)
    Of.add(std::move(E), *Current);
  else
    Of.moveByLocal(Src ? std::optional(E) : std::nullopt, From.front().At,
                   To.front().At, Dst, *Current);
  Of.Paths.UsedValues.clear();
}

/// The variable has not moved on what it took over.
void Summarizer::endLocal(RegionId Local) {
  const auto Known = ByLocal.find(Local);
  if (Known == ByLocal.end() || isResolved(Effects[Known->second].What))
    return;
  Effect &Lost = Effects[Known->second].What;
  Lost.K = Effect::Kind::Overwrite;
}

/// What a variable of the function takes over goes where the variable is moved
/// to, or ends with it.
void Summarizer::moveByLocal(std::optional<Effect> Taken, RegionId From,
                             RegionId To, const std::optional<RegionPath> &Dst,
                             const Event &Of) {
  if (Taken && Paths.isVisible(From)) {
    ByLocal[To] = Effects.size();
    return add(std::move(*Taken), Of);
  }
  const auto Known = ByLocal.find(From);
  if (Known == ByLocal.end())
    return;
  Effect &Moved = Effects[Known->second].What;
  if (Dst)
    Moved.To = *Dst;
  else
    ByLocal[To] = Known->second;
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
  if (B && Of.Paths.isVisible(First.front().At) &&
      Of.Paths.isVisible(Second.front().At)) {
    Effect E;
    E.K = Effect::Kind::Swap;
    E.What.Region = *A;
    E.To = *B;
    Of.add(std::move(E), *Current);
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
      const bool IsAsPassed =
          Held == S.Handles.end() ||
          llvm::any_of(Held->second,
                       [&](const Loan &L) {
                         // What is dead here is reported here.
                         return L.Of == Initial && L.L == Life::Alive;
                       });
      if (IsAsPassed && Initial.isValid())
        Of.addUse(O.At, *Current, S);
    }
  }
}

void Summarizer::addUse(RegionId Handle, const Event &Of, const State &S) {
  const bool IsPassed = Paths.parameter(Handle).has_value();
  const auto Path = Paths.path(Handle, S);
  if (!Path || !(IsPassed || Paths.isVisible(Handle)) ||
      Path->Root == RegionPath::RootKind::Part) {
    Paths.UsedValues.clear();
    return;
  }
  Effect E;
  E.K = Effect::Kind::Use;
  E.What.Region = *Path;
  add(std::move(E), Of);
}

//===----------------------------------------------------------------------===//
// The whole
//===----------------------------------------------------------------------===//

bool Summarizer::isWritten(RegionId R) const {
  return llvm::any_of(Written, [&](RegionId W) {
    return (T.Regions.isAtOrBelow(R, W) && T.Regions.livesWithin(R, W)) ||
           (T.Regions.isAtOrBelow(W, R) && T.Regions.livesWithin(W, R));
  });
}

const EffectOrigin *Summarizer::originOf(const Event &E) {
  const bool IsUse = std::holds_alternative<UseEvent>(E.V);
  const bool IsLookup = std::holds_alternative<LookupEvent>(E.V);
  Origins.push_back({E.Loc, E.Range,
                     IsLookup ? "looked up here"
                     : IsUse  ? "used here"
                              : originText(E, T),
                     B.function().getNameAsString(), E.Origin});
  return &Origins.back();
}

/// What happens under opposite conditions happens always; under different ones,
/// nobody knows when.
static std::optional<EffectCondition>
joined(const std::optional<EffectCondition> &A,
       const std::optional<EffectCondition> &B) {
  if (!A || !B)
    return std::nullopt;
  if (*A == *B)
    return A;
  const bool AreOpposite = A->IsKnown && B->IsKnown && A->Of == B->Of &&
                           A->Of.Root == RegionPath::RootKind::Argument;
  return AreOpposite ? std::nullopt : std::optional(EffectCondition());
}

void Summarizer::put(const Seen &Found, std::optional<EffectCondition> If) {
  Effect E = Found.What;
  E.If.reset();
  for (unsigned I = 0; I < Result.Effects.Effects.size(); ++I) {
    Effect &There = Result.Effects.Effects[I];
    Effect Plain = There;
    Plain.If.reset();
    if (Plain == E) {
      There.If = joined(There.If, If);
      return;
    }
  }
  E.If = std::move(If);
  Result.Effects.Effects.push_back(std::move(E));
  Result.Origins.push_back(originOf(*Found.Of));
}

void Summarizer::addResult(const Effect &E) {
  if (llvm::is_contained(Result.Effects.Effects, E))
    return;
  Result.Effects.Effects.push_back(E);
  Result.Origins.push_back(nullptr);
}

/// Where handles are when the function ends: in its result, and in objects that
/// the caller has.
void Summarizer::addStores(const State &Exit) {
  for (const auto &[Holder, Loans] : Exit.Handles) {
    RegionId Start = Holder;
    while (!T.Regions.isRoot(Start))
      Start = T.Regions.base(Start);
    const bool IsResult =
        T.Words.Roots[RootId(T.Regions[Start].Base)].K == Root::Kind::Result;
    if (IsResult || (Written.count(Holder) && Paths.isVisible(Holder)))
      addStore(Holder, Loans, Exit);
  }
}

void Summarizer::addStore(RegionId Holder, const LoanSet &Loans,
                          const State &Exit) {
  const Region &Last = T.Regions[Holder];
  const bool IsSlot = Last.K == Region::Kind::Member &&
                      T.Words.Names[NameId(Last.Label)] == "[]";
  const auto To = Paths.path(IsSlot ? T.Regions.base(Holder) : Holder, Exit);
  for (const Loan &L : Loans) {
    if (!To || L.L != Life::Alive)
      continue;
    Paths.UsedValues.clear();
    const auto What = Paths.target(L.Of, Exit);
    Effect E;
    E.K = IsSlot ? Effect::Kind::Keep : Effect::Kind::Borrow;
    E.Forms = L.HandleForm;
    E.To = *To;
    if (!What || (!Paths.isVisible(L.Of) &&
                  What->Region.Root != RegionPath::RootKind::Argument))
      continue;
    E.What = *What;
    if (areWritten(Paths.UsedValues)) {
      if (!E.What.Key)
        continue;
      E.What.Key = KeySpec();
    }
    addResult(E);
  }
  Paths.UsedValues.clear();
}

/// Values that change: what a key or a path was made of may be another then.
void Summarizer::addWrites() {
  if (isa<CXXConstructorDecl>(B.function()))
    return;
  // More than this, and the object as a whole is another.
  constexpr size_t MaxWrites = 8;
  std::vector<Effect> Writes;
  std::set<std::string> Roots;
  const auto IsStored = [&](const RegionPath &Path) {
    return llvm::any_of(Result.Effects.Effects, [&](const Effect &E) {
      return E.K == Effect::Kind::Borrow && E.To == Path;
    });
  };
  for (RegionId R : Written) {
    const auto Path = Paths.isVisible(R) ? Paths.path(R, State())
                                         : std::nullopt;
    if (!Path || IsStored(*Path) ||
        T.Regions[T.Regions.nearestElement(R)].K == Region::Kind::Element)
      continue;
    Effect E;
    E.K = Effect::Kind::Write;
    E.What.Region = *Path;
    Writes.push_back(E);
  }
  if (Writes.size() > MaxWrites)
    for (Effect &E : Writes) {
      while (E.What.Region.Root == RegionPath::RootKind::Part)
        E.What.Region = RegionPath(E.What.Region.Whole->Region);
      E.What.Region.Members.clear();
    }
  for (const Effect &E : Writes)
    addResult(E);
  Paths.UsedValues.clear();
}

/// Whether the second may happen after the first, in one call.
bool Summarizer::mayFollow(const Seen &Second, const Seen &First) {
  if (!Second.Block || !First.Block)
    return false;
  return (Second.Block == First.Block && &First < &Second) ||
         Conditions.leadsTo(*First.Block, *Second.Block);
}

/// What is read after something was killed: perhaps what the caller passed.
void Summarizer::addLateUses() {
  const auto IsKill = [](const Seen &S) {
    return S.What.K == Effect::Kind::Kill || S.What.isRelocation() ||
           S.What.K == Effect::Kind::Overwrite;
  };
  for (const Seen &Found : Effects) {
    const bool IsLate =
        Found.What.K == Effect::Kind::Use && !areWritten(Found.PathValues) &&
        llvm::any_of(Effects, [&](const Seen &Kill) {
          return IsKill(Kill) && Kill.Of != Found.Of && mayFollow(Found, Kill);
        });
    const auto &There = Result.Effects.Effects;
    const auto LastKill = std::find_if(
        There.rbegin(), There.rend(),
        [](const Effect &E) { return E.K != Effect::Kind::Use; });
    const bool IsKnown = std::find(There.rbegin(), LastKill, Found.What) !=
                         LastKill;
    if (!IsLate || IsKnown)
      continue;
    Result.Effects.Effects.push_back(Found.What);
    Result.Origins.push_back(originOf(*Found.Of));
  }
}

bool Summarizer::areWritten(const Values &Used) const {
  return llvm::any_of(Used, [&](RegionId R) { return isWritten(R); });
}

bool Summarizer::isGone(const Event &Kill, const State &Exit) const {
  const auto IsWhy = [&](CauseId Why) {
    return Why.isValid() && T.Causes[Why].Killer == &Kill;
  };
  return llvm::any_of(Exit.Containers, [&](const auto &C) {
    return IsWhy(C.second.Emptied) ||
           llvm::any_of(C.second.Absent,
                        [&](const auto &Gone) { return IsWhy(Gone.second); });
  });
}

Summary Summarizer::finish(const State &Exit) {
  for (const Seen &Found : Effects)
    if (Found.What.K == Effect::Kind::Use && !areWritten(Found.PathValues))
      put(Found, std::nullopt);
  const size_t NumEarly = Result.Effects.Effects.size();
  for (Seen &Found : Effects) {
    if (Found.What.K == Effect::Kind::Use || areWritten(Found.PathValues) ||
        !isResolved(Found.What))
      continue;
    if (areWritten(Found.KeyValues)) {
      if (Found.What.K == Effect::Kind::Kill)
        Found.What.What.Key = KeySpec();
      Found.What.Unless.reset();
    }
    std::optional<EffectCondition> If = Found.What.If;
    if (!If && Found.Block && !Found.What.isOfCode())
      If = Conditions.of(*Found.Block);
    if (!If && Found.Of->MayNot && !Found.What.isOfCode())
      If = EffectCondition();
    // What may be there again, or be looked for on some calls, is no finding.
    const bool IsLookup = Found.What.K == Effect::Kind::Needs;
    if (IsLookup && (If || MayInsert || !Found.What.What.Key ||
                     Found.What.What.Key->K != KeySpec::Kind::Equal))
      continue;
    if (T.LooksForAbsent && Found.What.K == Effect::Kind::Kill &&
        !isGone(*Found.Of, Exit))
      If = EffectCondition();
    put(Found, If);
  }
  if (Result.Effects.Effects.size() > NumEarly)
    addLateUses();
  addStores(Exit);
  addWrites();
  Result.Effects.Params.resize(B.function().getNumParams(), ParamPattern::Any);
  return std::move(Result);
}
