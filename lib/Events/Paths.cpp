//===- Paths.cpp - What an effect names, at one call ----------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BodyBuilder.h"
#include "PathTypes.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
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
std::optional<Operand> BodyBuilder::withMembers(const Call &C,
                                                std::optional<Operand> Object,
                                                ArrayRef<std::string> Members) {
  if (!Object || !Object->isPlace() || Object->IsAddress)
    return Members.empty() ? Object : std::nullopt;
  for (StringRef Member : Members)
    Object->At = Member.consume_back("()")
                     ? Words.Places.getter(Object->At, name(Member))
                     : Words.Places.member(Object->At, memberNamed(C, Member));
  return Object;
}

std::optional<Operand> BodyBuilder::rootOf(const Call &C,
                                           const RegionPath &Path) {
  switch (Path.Root) {
  case RegionPath::RootKind::This:
    if (C.This.isValid())
      return Operand{C.This, false, NameId()};
    return std::nullopt;
  case RegionPath::RootKind::Result:
    return Operand{C.Result, false, NameId()};
  case RegionPath::RootKind::Arguments:
    return std::nullopt; // Several; useArguments() knows them.
  case RegionPath::RootKind::Argument:
    if (const Expr *Arg = argument(C, Path))
      return operandOf(Arg);
    return std::nullopt;
  case RegionPath::RootKind::Global:
    if (const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Path.Variable))
      return deref({thisPointer(Method), false, NameId()});
    if (Path.Variable)
      return operandOfDecl(Path.Variable);
    return std::nullopt;
  case RegionPath::RootKind::Part:
    return partOf(C, *Path.Whole);
  case RegionPath::RootKind::Constant:
    return Operand{PlaceId(), false, name(Path.Name)};
  }
  llvm_unreachable("unhandled root");
}

/// A part of an object that a path goes on from; an element is looked up.
std::optional<Operand> BodyBuilder::partOf(const Call &C, const Target &Whole) {
  if (!Whole.Key) {
    const std::optional<PlaceId> Object = objectOf(C, Whole.Region);
    return Object ? std::optional(Operand{*Object, false, NameId()})
                  : std::nullopt;
  }
  const auto Known = Parts.find(&Whole);
  if (Known != Parts.end())
    return Known->second;
  const RootId Handle = Words.Roots.intern(Root::Kind::Temporary, &Whole,
                                           "part", /*Hidden=*/true);
  const PlaceId Dst = Words.Places.root(Handle);
  BorrowEvent Borrow{Dst, Form::Ref, elementOf(C, Whole), SiteId()};
  if (!Borrow.Element.Container.isValid())
    return std::nullopt;
  const auto Class = classAt(C, Whole.Region);
  // Rows have far fewer effects than this.
  constexpr unsigned FirstPart = 1u << 16;
  Borrow.Site = siteFor(C.E, FirstPart + static_cast<unsigned>(Parts.size()),
                        Class.Model, Borrow.Element.KeyMember);
  Sites[Borrow.Site.value()].Container = Borrow.Element.Container;
  emit(std::move(Borrow), C.E);
  return Parts[&Whole] = deref({Dst, false, NameId()});
}

std::optional<Operand> BodyBuilder::operandOf(const Call &C,
                                              const RegionPath &Path) {
  return withMembers(C, rootOf(C, Path), Path.Members);
}

QualType BodyBuilder::typeAt(const Call &C, const RegionPath &Path) {
  QualType Type;
  if (const Expr *Arg = argument(C, Path))
    Type = Arg->IgnoreParenImpCasts()->getType();
  else if (Path.Root == RegionPath::RootKind::This)
    Type = C.Object ? C.Object->IgnoreParenImpCasts()->getType() : C.ThisType;
  else if (Path.Root == RegionPath::RootKind::Global && Path.Variable)
    Type = typeOfGlobal(*Path.Variable);
  else if (Path.Root == RegionPath::RootKind::Part)
    Type = typeAt(C, *Path.Whole);
  else if (Path.Root == RegionPath::RootKind::Result)
    Type = C.E->getType();
  if (Path.Root == RegionPath::RootKind::This && !Type.isNull() &&
      Type->isPointerType())
    Type = Type->getPointeeType();
  for (const std::string &Member : Path.Members)
    Type = typeOfMember(Type, Member);
  return Path.Pointee ? typeOfPointee(Type) : Type;
}

QualType BodyBuilder::typeAt(const Call &C, const Target &What) {
  const QualType Type = typeAt(C, What.Region);
  return What.Key ? typeOfElementPart(Type, What.Members, Effects) : Type;
}

/// The class of the object at the path, without a step through what it owns.
CalleeEffects::KnownClass BodyBuilder::classAt(const Call &C,
                                               const RegionPath &Path) {
  RegionPath Object = Path;
  Object.Pointee = false;
  return Effects.classOf(typeAt(C, Object));
}

/// The place of the object, or of what it owns or points to.
std::optional<PlaceId> BodyBuilder::objectOf(const Call &C,
                                             const RegionPath &Path) {
  const std::optional<Operand> Object = operandOf(C, Path);
  if (!Object || !Object->isPlace())
    return std::nullopt;
  if (!Path.Pointee)
    return Object->IsAddress ? std::nullopt : std::optional(Object->At);
  if (ownsPointee(C, Path) && !Object->IsAddress)
    return pointeeOf(C, Path, Object->At);
  return deref(*Object).At;
}

/// What the owner or wrapper at \p Object has.
PlaceId BodyBuilder::pointeeOf(const Call &C, const RegionPath &Path,
                               PlaceId Object) {
  return classAt(C, Path).Model->Kind == ClassKind::Wrapper
             ? Words.Places.held(Object)
             : Words.Places.owned(Object);
}

/// Whether `*path` is a part of the object's own life.
bool BodyBuilder::ownsPointee(const Call &C, const RegionPath &Path) {
  const auto Class = classAt(C, Path);
  return Class && (Class.Model->Kind == ClassKind::Owner ||
                   Class.Model->Kind == ClassKind::Wrapper);
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
  // `*#0[next #0]`: in whatever container the handle's element is.
  const bool IsBesideHandle =
      What.Region.Pointee && !ownsPointee(C, What.Region);
  if (!IsBesideHandle)
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
  if (IsBesideHandle && !Element.First.isPlace())
    Element.First = operandOf(C, What.Region).value_or(Operand());
  return Element;
}

/// Whether the object is a wrapper of a handle: std::optional<string_view>.
bool BodyBuilder::wrapsHandle(const Call &C, const RegionPath &Path) {
  const auto Class = classAt(C, Path);
  if (!Class || !Path.Pointee || Class.Model->Kind != ClassKind::Wrapper)
    return false;
  const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Class.Record);
  return Special && Special->getTemplateArgs().size() > 0 &&
         Special->getTemplateArgs()[0].getKind() == TemplateArgument::Type &&
         Effects.isHandle(Special->getTemplateArgs()[0].getAsType());
}
