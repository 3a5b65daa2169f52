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
  if (!Eff.What.Key || (Method && Method->isConst()))
    return;
  RelocateEvent Event;
  Event.Element = elementOf(C, Eff.What);
  Event.Forms = Eff.Forms;
  if (const auto Class = classAt(C, Eff.What.Region))
    Event.ContainerKind = Class.Model->Kind;
  Event.Operation = name(
      isa<CXXConstructorDecl>(C.Callee) ? "move" : C.Callee->getNameAsString());
  Event.Reason = Eff.K == Effect::Kind::Grow     ? RelocationReason::Growth
                 : Eff.K == Effect::Kind::Detach ? RelocationReason::Detach
                                                 : RelocationReason::Always;
  if (const Effect *Inserted = insertedBy(R, Eff)) {
    Event.InsertsOne = true;
    // Where keys repeat, one that is there already prevents nothing.
    const ElementSpec New = elementOf(C, Inserted->What);
    if (New.Key == KeySpec::Kind::Equal && New.UniqueKeys)
      Event.NewKey = New.First;
  }
  emit(std::move(Event), C.E);
}

void BodyBuilder::applyKeep(const Call &C, const Effect &Eff) {
  const Expr *Arg = argument(C, Eff.What.Region);
  const auto Container = objectOf(C, Eff.To);
  if (Arg && Container && Effects.isHandle(Arg->getType()))
    emit(KeepEvent{*Container, operandOf(Arg)}, C.E);
}
