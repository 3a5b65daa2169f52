//===- Finding.cpp - A use of a dead handle, with its path ----------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Finding.h"
#include "Wording.h"

using namespace tombstone;

namespace {

/// Puts the steps of a path in order.
class PathWording : public Wording {
public:
  using Wording::Wording;

  std::optional<Finding> describe() {
    const Site *Taken = associativeSite();
    const auto *Kill = std::get_if<KillEvent>(&Why.Killer->V);
    if (!Taken && !(Kill && Kill->ContainerKind == ClassKind::Associative))
      return std::nullopt;
    Finding F;
    F.Kind = killKind(*Why.Killer);
    F.IsOfNode = relocation() && !relocation()->Forms.contains(Form::Ref);
    F.Loc = Use.Use->Loc;
    F.Range = Use.Use->Range;
    F.IsEscape = Left != nullptr;
    F.Message =
        Left ? escapes()
             : subject() +
                   (isLate() ? " may be read after " : " is used after ") +
                   happened();
    F.IsOfNextTurn = isOfNextTurn();
    F.IsPossible =
        Use.What.L == Life::MaybeDead && !(Left && Use.What.isOneOfKept());
    if (F.IsPossible)
      F.Message += ", if the keys are equal";
    F.Bug = {Why.Killer, Label};
    if (Taken && Taken->Loc != F.Loc)
      addStep(F, Taken->Loc, Taken->Range,
              subject() + refersTo() + origin(*Taken) + " from here");
    if (Why.Call)
      addStep(F, Why.Call->Loc, Why.Call->Range, "this call " + callDoes());
    addStep(F, Why.Killer->Loc, Why.Killer->Range, killDoes() + whichTurn());
    const bool IsUsedInCallee = Use.Use->Origin && Use.Use->CallLoc.isValid();
    const EffectOrigin *Read = Use.Use->Origin;
    addCallee(F, *Why.Killer, Read ? 1 : 0);
    while (Read && Read->Next)
      Read = Read->Next;
    if (IsUsedInCallee)
      addStep(F, Use.Use->CallLoc, Use.Use->CallLoc, "this call uses it");
    else if (Read && Read->Loc.isValid() && isKilledByCallOfUse()) {
      F.Loc = Read->Loc;
      F.Range = Read->Range;
    } else if (Read)
      addCalleeStep(F, *Read, *Use.Use);
    return F;
  }

  std::string killText() const { return killDoes(); }

private:
  /// Whether one call both kills and, after that, uses what it was passed: then
  /// the use is in the callee.
  bool isKilledByCallOfUse() const {
    return Why.Killer->Origin &&
           Why.Killer->Range.fullyContains(Use.Use->Range);
  }

  /// The first steps through what was called, and the last one; further steps
  /// come after them.
  static void addCallee(Finding &F, const Event &Call, size_t Further) {
    constexpr size_t MaxSteps = 8;
    for (const EffectOrigin *At = Call.Origin; At; At = At->Next)
      if (!At->Next || F.Path.size() + 1 + Further < MaxSteps)
        addCalleeStep(F, *At, Call);
  }
};

} // namespace

std::string tombstone::originText(const Event &E, const Tables &T) {
  const Cause Why{&E, nullptr};
  return PathWording(DeadUse{&E, PlaceId(), Loan()}, T, Why).killText();
}

std::optional<Finding> tombstone::describe(const DeadUse &Use,
                                           const Tables &T) {
  if (Use.What.L == Life::Missing)
    return describeLookup(Use, T);
  return PathWording(Use, T, T.Causes[Use.What.Cause]).describe();
}

/// The handle that the store copied, or on the way to what it made one of.
static PlaceId storedHandle(const Event &Store, const Tables &T) {
  Operand Source;
  if (const auto *Copy = std::get_if<CopyEvent>(&Store.V))
    Source = Copy->Sources.empty() ? Operand() : Copy->Sources.front();
  if (const auto *Keep = std::get_if<KeepEvent>(&Store.V))
    Source = Keep->Handle;
  if (const auto *Move = std::get_if<MoveEvent>(&Store.V))
    return Move->Src;
  if (const auto *Borrow = std::get_if<BorrowEvent>(&Store.V))
    return Borrow->Dst;
  if (!Source.isPlace() || !Source.IsAddress)
    return Source.At;
  for (PlaceId P = Source.At; T.Words.Places[P].K != Place::Kind::Root;
       P = T.Words.Places.base(P))
    if (T.Words.Places[P].K == Place::Kind::Deref)
      return T.Words.Places.base(P);
  return Source.At;
}

std::optional<Finding> tombstone::describe(const Escape &Left,
                                           const Tables &T) {
  const PlaceId Handle = storedHandle(*Left.Store, T);
  if (!Handle.isValid())
    return std::nullopt;
  const DeadUse Last{Left.Store, Handle, Left.What, Left.IsPastTheEnd};
  return PathWording(Last, T, T.Causes[Left.What.Cause], &Left).describe();
}
