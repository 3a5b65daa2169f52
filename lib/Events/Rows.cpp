//===- Rows.cpp - The effects of a row, for one call ----------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BodyBuilder.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"

using namespace clang;
using namespace tombstone;

const Expr *BodyBuilder::argument(const Call &C, const RegionPath &Path) {
  return Path.Root == RegionPath::RootKind::Argument &&
                 Path.Argument < C.Args.size()
             ? C.Args[Path.Argument]
             : nullptr;
}

/// The object that a path names, without a step through what it owns.
static std::optional<Operand>
withMembers(std::optional<Operand> Object, const RegionPath &Path,
            llvm::function_ref<PlaceId(PlaceId, StringRef)> Member) {
  if (!Object || !Object->isPlace() || Object->IsAddress)
    return Path.Members.empty() ? Object : std::nullopt;
  for (const std::string &Name : Path.Members)
    Object->At = Member(Object->At, Name);
  return Object;
}

std::optional<Operand> BodyBuilder::operandOf(const Call &C,
                                              const RegionPath &Path) {
  std::optional<Operand> Object;
  switch (Path.Root) {
  case RegionPath::RootKind::This:
    if (C.This.isValid())
      Object = Operand{C.This, false, NameId()};
    break;
  case RegionPath::RootKind::Result:
    Object = Operand{C.Result, false, NameId()};
    break;
  case RegionPath::RootKind::Argument:
    if (const Expr *Arg = argument(C, Path))
      Object = operandOf(Arg);
    break;
  }
  return withMembers(Object, Path, [&](PlaceId Base, StringRef Member) {
    return Words.Places.member(Base, memberNamed(C, Member));
  });
}

CalleeEffects::KnownClass BodyBuilder::classAt(const Call &C,
                                               const RegionPath &Path) {
  if (const Expr *Arg = argument(C, Path))
    return Effects.classOf(Arg->IgnoreParenImpCasts()->getType());
  if (Path.Root != RegionPath::RootKind::This)
    return {};
  if (!C.Object)
    return Effects.classOf(C.E->getType());
  QualType Type = C.Object->IgnoreParenImpCasts()->getType();
  return Effects.classOf(Type->isPointerType() ? Type->getPointeeType() : Type);
}

/// The place of the object, or of what it owns or points to.
std::optional<PlaceId> BodyBuilder::objectOf(const Call &C,
                                             const RegionPath &Path) {
  const std::optional<Operand> Object = operandOf(C, Path);
  if (!Object || !Object->isPlace())
    return std::nullopt;
  if (!Path.Pointee)
    return Object->IsAddress ? std::nullopt : std::optional(Object->At);
  const auto Class = classAt(C, Path);
  if (Class && Class.Model->Kind == ClassKind::Owner && !Object->IsAddress)
    return Words.Places.owned(Object->At);
  return deref(*Object).At;
}

ElementSpec BodyBuilder::elementOf(const Call &C, const Target &What) {
  ElementSpec Element;
  const KeySpec &Key = *What.Key;
  Element.Key = Key.K;
  const auto Class = classAt(C, What.Region);
  if (Class && !Class.Model->KeyMember.empty())
    Element.KeyMember = name(Class.Model->KeyMember);
  if (Class)
    Element.UniqueKeys = Class.Model->UniqueKeys;
  if (std::optional<PlaceId> Container = objectOf(C, What.Region))
    Element.Container = *Container;
  for (const std::string &Member : What.Members)
    Element.Members.push_back(memberNamed(C, Member));
  const auto OperandAt = [&](const RegionPath &Path) {
    const Expr *Arg = argument(C, Path);
    if (Key.K == KeySpec::Kind::Equal && Arg && Path.Members.empty())
      return valueOf(Arg);
    return operandOf(C, Path).value_or(Operand());
  };
  Element.First = OperandAt(Key.First);
  Element.Second = OperandAt(Key.Second);
  return Element;
}

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
    if (!isStored(R, I) && Effects.isHandle(Arg->getType()))
      useThrough(Value, Arg);
  }
}

void BodyBuilder::applyRow(const Call &C, const Row &R) {
  useArguments(C, R);
  // What a row says of an argument before the result, it says of the old one.
  unsigned Index = 0;
  for (const Effect &Eff : R.Effects)
    apply(C, R, Eff, Index++);
  for (unsigned I = 0; I < C.Args.size(); ++I) {
    const Operand Value = operandOf(C.Args[I]);
    if (C.Args[I]->isXValue() && Value.isPlace() && !isHandedOn(R, I) &&
        !isStored(R, I))
      emit(ForgetEvent{Value.At}, C.Args[I]);
  }
}

static std::string sourceText(const Expr *E, const ASTContext &Context) {
  return Lexer::getSourceText(
             CharSourceRange::getTokenRange(E->getSourceRange()),
             Context.getSourceManager(), Context.getLangOpts())
      .str();
}

void BodyBuilder::apply(const Call &C, const Row &R, const Effect &Eff,
                        unsigned Index) {
  switch (Eff.K) {
  case Effect::Kind::Borrow:
    return applyBorrow(C, Eff, Index);
  case Effect::Kind::Kill: {
    if (!Eff.What.Key)
      return;
    KillEvent Kill{elementOf(C, Eff.What), Eff.Forms,
                   ClassKind::Associative, false, false, NameId(),
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
      Kill.KeyText = name(sourceText(Key, Context));
    emit(std::move(Kill), C.E);
    return;
  }
  case Effect::Kind::Relocate:
    return; // The element lives on: another check's matter.
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
    const bool IsHandle =
        Arg ? Effects.isHandle(Arg->getType())
            : C.Object && Effects.isHandle(C.Object->getType());
    const std::optional<Operand> Src = operandOf(C, Eff.What.Region);
    const bool IsValue =
        Arg && !IsHandle && Eff.What.Region.Members.empty();
    if (Dst)
      emit(CopyEvent{*Dst,
                     {IsValue ? valueOf(Arg) : Src.value_or(Operand())},
                     IsHandle},
           C.E);
    return;
  }
  case Effect::Kind::Overwrite:
    return applyOverwrite(C, Eff, Index);
  case Effect::Kind::Use:
    if (const auto Handle = operandOf(C, Eff.What.Region))
      useThrough(*Handle, C.E);
    return;
  case Effect::Kind::Keep:
    return; // Handles in containers are not followed yet.
  }
  llvm_unreachable("unhandled effect");
}

void BodyBuilder::applyBorrow(const Call &C, const Effect &Eff,
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
    if (Eff.What.Region.Pointee) {
      const bool IsOwner = Class && Class.Model->Kind == ClassKind::Owner;
      Value = IsOwner && !Object->IsAddress
                  ? Operand{Words.Places.owned(Object->At), true, NameId()}
                  : *Object;
    }
    emit(CopyEvent{*Dst, {Value}, true}, C.E);
    return;
  }
  Form Taken = Form::Ref;
  for (unsigned F = 0; F < NumForms; ++F)
    if (Eff.Forms.contains(static_cast<Form>(F)))
      Taken = static_cast<Form>(F);
  BorrowEvent Borrow{*Dst, Taken, elementOf(C, Eff.What), SiteId()};
  Borrow.Site = siteFor(C.E, Index,
                        Class ? Class.Model->Kind : ClassKind::Sequence,
                        Borrow.Element.KeyMember);
  const bool IsStep = Borrow.Element.Key == KeySpec::Kind::Next ||
                      Borrow.Element.Key == KeySpec::Kind::Prev ||
                      Borrow.Element.Key == KeySpec::Kind::At;
  if (IsStep || Borrow.Element.Container.isValid())
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
    emit(ExtractEvent{elementOf(C, Eff.What), *Dst}, C.E);
    return;
  }
  const auto Into = classAt(C, Eff.To);
  emit(MoveEvent{*Src, *Dst, Into && Into.Model->Kind != ClassKind::Node},
       C.E);
}

void BodyBuilder::applyOverwrite(const Call &C, const Effect &Eff,
                                 unsigned Index) {
  if (!Eff.What.Key) {
    if (const auto Object = objectOf(C, Eff.What.Region))
      emit(EndEvent{*Object, EndReason::Overwritten}, C.E);
    return;
  }
  Effect Borrow = Eff;
  Borrow.K = Effect::Kind::Borrow;
  Borrow.Forms = Form::Ref;
  Borrow.To = {};
  Borrow.To.Root = RegionPath::RootKind::Result;
  applyBorrow(C, Borrow, Index);
  emit(EndEvent{Words.Places.deref(C.Result), EndReason::Overwritten}, C.E);
  emit(DropEvent{C.Result}, C.E);
}
