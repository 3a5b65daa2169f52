//===- Rows.cpp - The effects of a row, for one call ----------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BodyBuilder.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"

using namespace clang;
using namespace tombstone;

/// Whether the row only hands the argument on, without looking at it.
static bool isHandedOn(const Row &R, unsigned Argument) {
  return llvm::any_of(R.Effects, [&](const Effect &E) {
    const RegionPath &Path = E.What.Region;
    return E.K == Effect::Kind::Borrow && !E.What.Key && !Path.Pointee &&
           Path.Root == RegionPath::RootKind::Argument &&
           Path.Argument == Argument;
  });
}

static bool isStored(const Row &R, unsigned Argument) {
  return llvm::any_of(R.Effects, [&](const Effect &E) {
    return (E.K == Effect::Kind::Copy || E.K == Effect::Kind::Swap ||
            E.K == Effect::Kind::Move) &&
           ((E.What.Region.Root == RegionPath::RootKind::Argument &&
             E.What.Region.Argument == Argument) ||
            (E.To.Root == RegionPath::RootKind::Argument &&
             E.To.Argument == Argument));
  });
}

void BodyBuilder::useArguments(const Call &C, const Row &R) {
  if (C.Object && C.This.isValid())
    use({C.This, false, NameId()}, C.E);
  for (unsigned I = 0; I < C.Args.size(); ++I) {
    const Expr *Arg = C.Args[I];
    if (isHandedOn(R, I))
      continue;
    const Operand Value = operandOf(Arg);
    if (Arg->isGLValue())
      use(Value, Arg);
    if (!isStored(R, I) && !isPlainValue(C, I) &&
        Effects.isHandle(Arg->getType()))
      useThrough(handlePassed(Arg), Arg, UseEvent::Kind::Passed);
  }
}

void BodyBuilder::applyRow(const Call &C, const Row &R) {
  useArguments(C, R);
  // What a row says of an argument before the result, it says of the old one.
  unsigned Index = 0;
  for (const Effect &Eff : R.Effects)
    apply(C, R, Eff, Index++);
  changeValue(C, R);
  mayInsert(C, R);
  for (unsigned I = 0; I < C.Args.size(); ++I) {
    const Operand Value = operandOf(C.Args[I]);
    if (C.Args[I]->isXValue() && Value.isPlace() && !isHandedOn(R, I) &&
        !isStored(R, I))
      emit(ForgetEvent{Value.At}, C.Args[I]);
  }
}

static bool isAssociative(const CalleeEffects::KnownClass &Class) {
  return Class && Class.Model->Kind == ClassKind::Associative;
}

/// A method that changes the object gives it another value to be a key with.
void BodyBuilder::changeValue(const Call &C, const Row &R) {
  const auto *Method = dyn_cast<CXXMethodDecl>(C.Callee);
  const bool Hands = llvm::any_of(R.Effects, [](const Effect &E) {
    return E.K == Effect::Kind::Borrow || E.K == Effect::Kind::Copy;
  });
  if (!Method || !C.Object || !C.This.isValid() || Method->isConst() || Hands ||
      isHandleObject(C))
    return;
  if (Method->isCopyAssignmentOperator() || Method->isMoveAssignmentOperator())
    emit(CopyEvent{C.This, {valueOf(C.Args.front())}, false}, C.E);
  else
    emit(WriteEvent{C.This, isAssociative(classAt(C, RegionPath()))}, C.E);
}

void BodyBuilder::apply(const Call &C, const Row &R, const Effect &Eff,
                        unsigned Index) {
  switch (Eff.K) {
  case Effect::Kind::Borrow:
    return applyBorrow(C, R, Eff, Index);
  case Effect::Kind::Kill: {
    if (!Eff.What.Key)
      return;
    KillEvent Kill{elementOf(C, Eff.What),
                   Eff.Forms,
                   ClassKind::Associative,
                   false,
                   NameId(),
                   NameId()};
    Kill.IsExtraction = llvm::any_of(R.Effects, [](const Effect &E) {
      return E.K == Effect::Kind::Move && E.What.Key &&
             E.What.Key->K != KeySpec::Kind::All;
    });
    if (const auto Class = classAt(C, Eff.What.Region))
      Kill.ContainerKind = Class.Model->Kind;
    Kill.Operation = name(C.Callee->getNameAsString());
    const Expr *Key = argument(C, Eff.What.Key->First);
    if (Key && Eff.What.Key->K == KeySpec::Kind::Equal)
      Kill.KeyText = name(sourceText(Key));
    killThis(C, Eff, Kill);
    emit(std::move(Kill), C.E);
    return;
  }
  case Effect::Kind::Relocate:
  case Effect::Kind::Grow:
  case Effect::Kind::Detach:
    return applyRelocation(C, R, Eff);
  case Effect::Kind::Move:
    return applyMove(C, Eff);
  case Effect::Kind::Swap: {
    const auto First = objectOf(C, Eff.What.Region);
    const auto Second = objectOf(C, Eff.To);
    if (First && Second)
      emit(SwapEvent{*First, *Second}, C.E);
    return;
  }
  case Effect::Kind::Copy: {
    const auto Dst = objectOf(C, Eff.To);
    const Expr *Arg = argument(C, Eff.What.Region);
    bool IsHandle = Arg ? Effects.isHandle(Arg->getType())
                        : Effects.isHandle(C.E->getType());
    std::optional<Operand> Src = operandOf(C, Eff.What.Region);
    if (Eff.What.Region.Pointee)
      if (const auto Pointee = objectOf(C, Eff.What.Region))
        Src = Operand{*Pointee, false, NameId()};
    if (Arg && !IsHandle && wrapsHandle(C, Eff.To)) {
      // The wrapper converts: a view of the argument is stored.
      Src = Src ? addressOf(*Src) : Src;
      IsHandle = true;
    }
    const bool IsValue = Arg && !IsHandle && Eff.What.Region.Members.empty();
    if (!Dst)
      return;
    emit(CopyEvent{*Dst,
                   {IsValue ? valueOf(Arg) : Src.value_or(Operand())},
                   IsHandle},
         C.E);
    // What `std::move(owner)` owns goes along.
    if (IsValue && Arg->isXValue() && Src && Src->isPlace() && !Src->IsAddress)
      emit(MoveEvent{Src->At, *Dst, /*IntoContainer=*/false}, C.E);
    return;
  }
  case Effect::Kind::Overwrite:
    return applyOverwrite(C, R, Eff, Index);
  case Effect::Kind::Use:
    if (Eff.What.Region.Root == RegionPath::RootKind::Arguments) {
      // By reference: the callee reads them now.
      for (const Expr *Arg : C.Args)
        if (Arg->isGLValue())
          use(operandOf(Arg), Arg);
      return;
    }
    if (const auto Handle = operandOf(C, Eff.What.Region))
      useThrough(*Handle, C.E, UseEvent::Kind::Passed);
    return;
  case Effect::Kind::Reserve: {
    const Expr *Count = argument(C, Eff.What.Region);
    const auto Container = objectOf(C, Eff.To);
    if (Count && Container)
      emit(ReserveEvent{*Container, numberOf(Count)}, C.E);
    return;
  }
  case Effect::Kind::Share: {
    const auto First = objectOf(C, Eff.What.Region);
    const auto Second = objectOf(C, Eff.To);
    if (First && Second)
      emit(ShareEvent{*First, *Second}, C.E);
    return;
  }
  case Effect::Kind::Write:
    if (const auto Object = objectOf(C, Eff.What.Region))
      emit(WriteEvent{*Object}, C.E);
    return;
  case Effect::Kind::Reenter:
    return yield(Doer::Callback, C.E);
  case Effect::Kind::Suspend:
    return yield(Doer::Other, C.E);
  case Effect::Kind::Defer:
    return defer(C, Eff);
  case Effect::Kind::Tells: // Of interest in a condition, too.
  case Effect::Kind::Needs:
  case Effect::Kind::Makes:
    return applyLookup(C, R, Eff);
  case Effect::Kind::Keep:
    return applyKeep(C, Eff);
  }
  llvm_unreachable("unhandled effect");
}

void BodyBuilder::applyBorrow(const Call &C, const Row &R, const Effect &Eff,
                              unsigned Index) {
  const std::optional<PlaceId> Dst = objectOf(C, Eff.To);
  if (!Dst)
    return;
  const auto Class = classAt(C, Eff.What.Region);
  if (!Eff.What.Key) {
    const std::optional<Operand> Object = operandOf(C, Eff.What.Region);
    if (!Object || !Object->isPlace())
      return;
    Operand Value = addressOf(*Object);
    if (Eff.What.Region.Pointee)
      Value = ownsPointee(C, Eff.What.Region) && !Object->IsAddress
                  ? Operand{pointeeOf(C, Eff.What.Region, Object->At), true,
                            NameId()}
                  : *Object;
    emit(CopyEvent{*Dst, {Value}, true}, C.E);
    return;
  }
  Form Taken = Form::Ref;
  for (unsigned F = 0; F < NumForms; ++F)
    if (Eff.Forms.contains(static_cast<Form>(F)))
      Taken = static_cast<Form>(F);
  BorrowEvent Borrow{*Dst, Taken, elementOf(C, Eff.What), SiteId()};
  Borrow.Site = siteFor(C.E, Index, Class.Model, Borrow.Element.KeyMember);
  // An insertion found or made its element, and a reference designates one.
  Borrow.IsThere = Borrow.Element.Key == KeySpec::Kind::Equal &&
                   ((C.E->isGLValue() && Taken == Form::Ref) ||
                    llvm::any_of(R.Effects, [](const Effect &E) {
                      return E.isRelocation() && E.K != Effect::Kind::Detach;
                    }));
  Sites[Borrow.Site.value()].Container = Borrow.Element.Container;
  const bool IsOfHandle = Class && Class.Model->Kind == ClassKind::Handle;
  if (IsOfHandle && !Eff.What.Region.Pointee) {
    // Of what a view ranges over, any element is one that it designates.
    if (const std::optional<Operand> Handle = operandOf(C, Eff.What.Region))
      emit(CopyEvent{*Dst, {*Handle}, true}, C.E);
    return;
  }
  const bool IsStep = Borrow.Element.Key == KeySpec::Kind::Next ||
                      Borrow.Element.Key == KeySpec::Kind::Prev;
  // A summary says by itself what is used.
  if (IsStep && Eff.What.Region.Pointee && !IsOfSummary)
    useThrough(Borrow.Element.First, C.E);
  if (Borrow.Element.Container.isValid() || Borrow.Element.First.isPlace())
    emit(std::move(Borrow), C.E);
}

void BodyBuilder::applyMove(const Call &C, const Effect &Eff) {
  RegionPath From = Eff.What.Region;
  RegionPath To = Eff.To;
  // What is owned moves with its owner's part of the path.
  From.Pointee = To.Pointee = false;
  const auto Src = objectOf(C, From);
  const auto Dst = objectOf(C, To);
  if (!Src || !Dst)
    return;
  if (Eff.What.Key && Eff.What.Key->K != KeySpec::Kind::All) {
    const auto From = classAt(C, Eff.What.Region);
    const SiteId Site = siteFor(C.E, /*Index=*/~0u, From.Model,
                                elementOf(C, Eff.What).KeyMember);
    Sites[Site.value()].IsInNode = true;
    if (!From)
      Sites[Site.value()].Kind = ClassKind::Node;
    emit(ExtractEvent{elementOf(C, Eff.What), *Dst, Site}, C.E);
    return;
  }
  const auto Into = classAt(C, Eff.To);
  emit(MoveEvent{*Src, *Dst, Into && Into.Model->Kind != ClassKind::Node}, C.E);
}

void BodyBuilder::applyOverwrite(const Call &C, const Row &R, const Effect &Eff,
                                 unsigned Index) {
  if (!Eff.What.Key) {
    const Expr *Arg = argument(C, Eff.What.Region);
    const bool IsOfCallee = Arg && Arg->isPRValue() &&
                            !Eff.What.Region.Pointee &&
                            Eff.What.Region.Members.empty();
    if (const auto Object = objectOf(C, Eff.What.Region))
      emit(EndEvent{*Object, IsOfCallee ? EndReason::OutOfScope
                                        : EndReason::Overwritten},
           C.E);
    return;
  }
  Effect Borrow = Eff;
  Borrow.K = Effect::Kind::Borrow;
  Borrow.Forms = Form::Ref;
  Borrow.To = {};
  Borrow.To.Root = RegionPath::RootKind::Result;
  applyBorrow(C, R, Borrow, Index);
  emit(EndEvent{Words.Places.deref(C.Result), EndReason::Overwritten}, C.E);
  emit(DropEvent{C.Result}, C.E);
}
