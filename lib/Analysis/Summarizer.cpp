//===- Summarizer.cpp - The effects of a body on its caller ---------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SummaryLook.h"
#include "tombstone/Analysis/Finding.h"
#include "tombstone/Model/CalleeEffects.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/STLExtras.h"
#include <utility>

using namespace clang;
using namespace tombstone;

Summarizer::Summarizer(const Body &B, Tables &T,
                       std::deque<EffectOrigin> &Origins)
    : B(B), T(T), Origins(Origins), Paths(B.function(), T), Conditions(B) {
  Result.Function = &B.function();
  Result.Effects.Name = catalogueName(B.function());
}

void Summarizer::see(const Event &E, State &S) {
  ++Order;
  // Asking whether a container grows counts its room down.
  if (std::holds_alternative<RelocateEvent>(E.V)) {
    State Before = S;
    return Look(*this, Before).at(E);
  }
  Look(*this, S).at(E);
}

void Summarizer::add(Effect E, const Event &Of, Values KeyValues) {
  Effects.push_back({std::move(E), &Of, Paths.UsedValues, std::move(KeyValues),
                     Current, Order});
  Paths.UsedValues.clear();
}

/// To read a pointer that is passed by reference is not to read through it.
static bool isReferenceToPointer(const FunctionDecl &Function,
                                 std::optional<unsigned> Param) {
  if (!Param)
    return false;
  const QualType Type = Function.getParamDecl(*Param)->getType();
  return Type->isReferenceType() && Type->getPointeeType()->isPointerType();
}

void Summarizer::addUse(RegionId Handle, const Event &Of, const State &S) {
  const bool IsPassed = Paths.parameter(Handle).has_value();
  const auto Path = Paths.path(Handle, S);
  if (!Path || !(IsPassed || Paths.isVisible(Handle)) ||
      isReferenceToPointer(B.function(), Paths.parameter(Handle)) ||
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

void Summarizer::noteWritten(RegionId R, bool IsHandle) {
  std::vector<Write> &Of = Written[R];
  const auto Covers = [&](const Write &W) {
    return W.Block == Current && (IsHandle || !W.IsHandle);
  };
  if (llvm::none_of(Of, Covers))
    Of.push_back({Current, Order, IsHandle});
}

/// Whether the value may be another one than at the start when \p At happens,
/// or when the function ends.
bool Summarizer::isWritten(const SummaryPaths::Value &V, const Seen *At) {
  const auto IsBefore = [&](const Write &W) {
    if (V.IsHandle && W.IsHandle)
      return false;
    if (!At || !W.Block || !At->Block)
      return true;
    return (W.Block == At->Block && W.Order < At->Order) ||
           Conditions.leadsTo(*W.Block, *At->Block);
  };
  return llvm::any_of(Written, [&](const auto &Entry) {
    const auto &[W, Writes] = Entry;
    const bool IsPart =
        (T.Regions.isAtOrBelow(V.Of, W) && T.Regions.livesWithin(V.Of, W)) ||
        (T.Regions.isAtOrBelow(W, V.Of) && T.Regions.livesWithin(W, V.Of));
    return IsPart && llvm::any_of(Writes, IsBefore);
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

void Summarizer::put(const Seen &Found, std::optional<EffectCondition> If,
                     std::optional<EffectCondition> And) {
  Effect E = Found.What;
  E.If.reset();
  E.And.reset();
  for (unsigned I = 0; I < Result.Effects.Effects.size(); ++I) {
    Effect &There = Result.Effects.Effects[I];
    Effect Plain = There;
    Plain.If.reset();
    Plain.And.reset();
    if (Plain == E) {
      There.If = joined(There.If, If);
      if (!There.If || There.And != And)
        There.And.reset();
      return;
    }
  }
  E.If = std::move(If);
  E.And = std::move(And);
  Result.Effects.Effects.push_back(std::move(E));
  Result.Origins.push_back(originOf(*Found.Of));
}

void Summarizer::addResult(const Effect &E) {
  if (llvm::is_contained(Result.Effects.Effects, E))
    return;
  Result.Effects.Effects.push_back(E);
  Result.Origins.push_back(nullptr);
}

bool Summarizer::areWritten(const Values &Used, const Seen *At) {
  return llvm::any_of(
      Used, [&](const SummaryPaths::Value &V) { return isWritten(V, At); });
}

/// Whether the second may happen after the first, in one call.
bool Summarizer::mayFollow(const Seen &Second, const Seen &First) {
  if (!Second.Block || !First.Block)
    return false;
  return (Second.Block == First.Block && First.Order < Second.Order) ||
         Conditions.leadsTo(*First.Block, *Second.Block);
}

/// What is read after something was killed: perhaps what the caller passed.
void Summarizer::putLate(const Seen &Read) {
  if (areWritten(Read.PathValues, &Read))
    return;
  const auto &There = Result.Effects.Effects;
  const auto LastKill =
      std::find_if(There.rbegin(), There.rend(),
                   [](const Effect &E) { return E.K != Effect::Kind::Use; });
  if (std::find(There.rbegin(), LastKill, Read.What) != LastKill)
    return;
  Result.Effects.Effects.push_back(Read.What);
  Result.Origins.push_back(originOf(*Read.Of));
}

/// The argument that the path starts from.
static std::optional<unsigned> argumentOf(const RegionPath &Path) {
  if (Path.Root == RegionPath::RootKind::Part)
    return argumentOf(Path.Whole->Region);
  return Path.Root == RegionPath::RootKind::Argument
             ? std::optional(Path.Argument)
             : std::nullopt;
}

/// Whether the read comes after each kill up to \p Last, and one of them may be
/// of what is read: not of a part of it.
bool Summarizer::followsKills(const Seen &Read, const Seen &Last) {
  bool Follows = false;
  for (const Seen &Kill : Effects) {
    if (Kill.What.endsElements() && Kill.Of != Read.Of &&
        argumentOf(Kill.What.What.Region) !=
            argumentOf(Read.What.What.Region)) {
      if (!mayFollow(Read, Kill))
        return false;
      Follows = true;
    }
    if (&Kill == &Last)
      break;
  }
  return Follows;
}

/// The reads that come after the kill because of a loop.
void Summarizer::putReadsOfNextTurn(const Seen &Kill) {
  for (const Seen &Read : Effects) {
    if (&Read == &Kill)
      return;
    if (Read.What.K == Effect::Kind::Use && mayFollow(Read, Kill) &&
        followsKills(Read, Kill))
      putLate(Read);
  }
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
    if (Found.What.K == Effect::Kind::Use &&
        !areWritten(Found.PathValues, &Found))
      put(Found, std::nullopt);
  for (Seen &Found : Effects) {
    if (Found.What.K == Effect::Kind::Use && followsKills(Found, Found))
      putLate(Found);
    // Of what somebody else may have, addWrites() knows.
    if (Found.What.K == Effect::Kind::Write ||
        Found.What.K == Effect::Kind::Use ||
        areWritten(Found.PathValues, &Found))
      continue;
    if (areWritten(Found.KeyValues, &Found)) {
      if (Found.What.K == Effect::Kind::Kill)
        Found.What.What.Key = KeySpec();
      Found.What.Unless.reset();
    }
    std::optional<EffectCondition> If = Found.What.If;
    if (!If && Found.Block && !Found.What.isOfCode())
      If = Conditions.of(*Found.Block, *Found.Of);
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
    // Of a caller that doesn't know the argument, the result may be asked for.
    std::optional<EffectCondition> And;
    if (If && If->IsKnown && Found.Block &&
        If->Of.Root != RegionPath::RootKind::Result)
      And = Conditions.ofResult(*Found.Block, *Found.Of);
    put(Found, If, And);
    if (Found.What.endsElements())
      putReadsOfNextTurn(Found);
  }
  addEndsOfParameters();
  addStores(Exit);
  addValues(Exit);
  addWrites();
  Result.Effects.Params.resize(B.function().getNumParams(), ParamPattern::Any);
  return std::move(Result);
}
