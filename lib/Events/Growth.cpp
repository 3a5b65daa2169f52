//===- Growth.cpp - Rows that move elements, or keep handles --------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BodyBuilder.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;
using namespace tombstone;

/// The borrow by which a row that relocates hands out what it inserted.
static const Effect *insertedBy(const Row &R, const Effect &Relocation) {
  for (const Effect &E : R.Effects)
    if (E.K == Effect::Kind::Borrow && E.What.Key &&
        E.What.Region == Relocation.What.Region)
      return &E;
  return nullptr;
}

void BodyBuilder::applyRelocation(const Call &C, const Row &R,
                                  const Effect &Eff) {
  // A row is that of all overloads, and the const one moves nothing.
  const auto *Method = dyn_cast<CXXMethodDecl>(C.Callee);
  const bool IsOfBody = CalleeOrigin;
  if (!Eff.What.Key || (Method && Method->isConst() && !IsOfBody))
    return;
  RelocateEvent Event;
  Event.Element = elementOf(C, Eff.What);
  // The source may have no name for the container.
  if (!Event.Element.Container.isValid())
    return;
  Event.Forms = Eff.Forms;
  if (const auto Class = classAt(C, Eff.What.Region))
    Event.ContainerKind = Class.Model->Kind;
  Event.Operation = name(
      isa<CXXConstructorDecl>(C.Callee) ? "move" : C.Callee->getNameAsString());
  Event.Reason = Eff.K == Effect::Kind::Grow     ? RelocationReason::Growth
                 : Eff.K == Effect::Kind::Detach ? RelocationReason::Detach
                                                 : RelocationReason::Always;
  if (IsOfBody) {
    Event.InsertsOne = Eff.Unless.has_value();
    if (Eff.Unless)
      Event.NewKey = elementOf(C, *Eff.Unless).First;
  } else if (const Effect *Inserted = insertedBy(R, Eff)) {
    Event.InsertsOne = true;
    // Where keys repeat, one that is there already prevents nothing.
    const ElementSpec New = elementOf(C, Inserted->What);
    if (New.Key == KeySpec::Kind::Equal && New.UniqueKeys)
      Event.NewKey = New.First;
  }
  emit(std::move(Event), C.E);
}

void BodyBuilder::applyKeep(const Call &C, const Effect &Eff) {
  const auto Container = objectOf(C, Eff.To);
  if (!Container)
    return;
  if (!Eff.Forms.empty()) {
    Effect Borrow = Eff;
    Borrow.K = Effect::Kind::Borrow;
    Call Into = C;
    Into.Result = Words.Places.root(
        Words.Roots.intern(Root::Kind::Temporary, &Eff, "kept", true));
    Borrow.To = {};
    Borrow.To.Root = RegionPath::RootKind::Result;
    // Rows have far fewer effects than this.
    constexpr unsigned FirstKept = 1u << 17;
    applyBorrow(Into, Row(), Borrow, FirstKept + NumKept++);
    emit(KeepEvent{*Container, {Into.Result, false, NameId()}}, C.E);
    return;
  }
  const Expr *Arg = argument(C, Eff.What.Region);
  if (Arg && Effects.isHandle(Arg->getType()))
    emit(KeepEvent{*Container, operandOf(Arg)}, C.E);
}
