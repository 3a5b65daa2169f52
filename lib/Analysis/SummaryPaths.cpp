//===- SummaryPaths.cpp - Regions as a caller names them ------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SummaryPaths.h"
#include "tombstone/Model/CalleeEffects.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"

using namespace clang;
using namespace tombstone;

static RegionPath pointee(RegionPath Pointer) {
  RegionPath Object = asPart(std::move(Pointer));
  Object.Pointee = true;
  return Object;
}

std::optional<unsigned> SummaryPaths::parameter(RegionId R) const {
  if (!T.Regions.isRoot(R))
    return std::nullopt;
  const Root &Start = T.Words.Roots[RootId(T.Regions[R].Base)];
  if (Start.K != Root::Kind::Variable)
    return std::nullopt;
  for (unsigned I = 0; I < Function.getNumParams(); ++I)
    if (Function.getParamDecl(I)->getCanonicalDecl() == Start.Of)
      return I;
  return std::nullopt;
}

/// A path names what a reference refers to by the reference's name.
bool SummaryPaths::isReference(RegionId R) const {
  if (!T.Regions.isRoot(R))
    return false;
  const Root &Start = T.Words.Roots[RootId(T.Regions[R].Base)];
  const auto *Var = Start.K == Root::Kind::Variable
                        ? dyn_cast<VarDecl>(static_cast<const Decl *>(Start.Of))
                        : nullptr;
  return Var && Var->getType()->isReferenceType();
}

bool SummaryPaths::isThisPointer(RegionId R) const {
  return T.Regions.isRoot(R) &&
         T.Words.Roots[RootId(T.Regions[R].Base)].K == Root::Kind::This;
}

/// The object of the function itself, or that of the method around a lambda,
/// which the lambda brought along.
RegionPath SummaryPaths::thisPath(const Root &This) const {
  RegionPath Path;
  const auto *Method = static_cast<const CXXMethodDecl *>(This.Of);
  const auto *Own = dyn_cast<CXXMethodDecl>(&Function);
  if (!Method || (Own && Own->getCanonicalDecl() == Method))
    return Path;
  Path.Root = RegionPath::RootKind::Global;
  Path.Name = catalogueName(*Method) + "::this";
  Path.Variable = Method;
  return Path;
}

/// Whether the variable belongs to the function or to a lambda in it.
static bool isLocalTo(const VarDecl &Var, const FunctionDecl &Function) {
  for (const DeclContext *DC = Var.getDeclContext(); DC; DC = DC->getParent())
    if (declaresSameEntity(dyn_cast<FunctionDecl>(DC), &Function))
      return true;
  return false;
}

/// Whether the variable belongs to a lambda that the function was given: nobody
/// else has a name for it.
static bool isLocalToLambda(const VarDecl &Var, const FunctionDecl &Function) {
  const auto *Owner = dyn_cast<CXXMethodDecl>(Var.getDeclContext());
  if (!Owner || !Owner->getParent()->isLambda())
    return false;
  for (const DeclContext *DC = &Function; DC; DC = DC->getParent())
    if (DC == Owner)
      return false;
  return true;
}

std::optional<RegionPath> SummaryPaths::rootPath(const Root &Start) const {
  RegionPath Path;
  if (Start.K == Root::Kind::Return) {
    Path.Root = RegionPath::RootKind::Result;
    return Path;
  }
  if (Start.K == Root::Kind::Result &&
      Start.Of == Function.getCanonicalDecl()) {
    Path.Root = RegionPath::RootKind::Result;
    return Path;
  }
  if (Start.K != Root::Kind::Variable)
    return std::nullopt;
  const auto *Var = dyn_cast<VarDecl>(static_cast<const Decl *>(Start.Of));
  if (!Var || (!Var->hasGlobalStorage() &&
               (isLocalTo(*Var, Function) || isLocalToLambda(*Var, Function))))
    return std::nullopt;
  Path.Root = RegionPath::RootKind::Global;
  Path.Name = catalogueName(*Var);
  Path.Variable = Var;
  return Path;
}

static bool isIdentifier(StringRef Name) {
  return !Name.empty() && llvm::all_of(Name, [](char C) {
    return llvm::isAlnum(C) || C == '_';
  });
}

std::optional<RegionPath> SummaryPaths::path(RegionId R, const State &S) {
  const Region &Last = T.Regions[R];
  if (Last.A != 0)
    return std::nullopt;
  if (const std::optional<unsigned> I = parameter(R)) {
    RegionPath Path;
    Path.Root = RegionPath::RootKind::Argument;
    Path.Argument = *I;
    return Path;
  }
  if (Last.K == Region::Kind::Root)
    return rootPath(T.Words.Roots[RootId(Last.Base)]);
  const RegionId Base = T.Regions.base(R);
  if (Last.K == Region::Kind::Pointee && isThisPointer(Base))
    return thisPath(T.Words.Roots[RootId(T.Regions[Base].Base)]);
  if (Last.K == Region::Kind::Pointee && isReference(Base))
    return path(Base, S);
  if (Last.K == Region::Kind::Element) {
    const std::optional<Target> Element = target(R, S);
    if (!Element)
      return std::nullopt;
    RegionPath Part;
    Part.Root = RegionPath::RootKind::Part;
    Part.Whole = std::make_shared<const Target>(*Element);
    return Part;
  }
  std::optional<RegionPath> Path = path(Base, S);
  if (!Path)
    return std::nullopt;
  switch (Last.K) {
  case Region::Kind::Member:
  case Region::Kind::Getter: {
    const StringRef Name = T.Words.Names[NameId(Last.Label)];
    if (!isIdentifier(Name))
      return std::nullopt;
    *Path = asPart(*Path);
    Path->Members.push_back(Name.str() +
                            (Last.K == Region::Kind::Getter ? "()" : ""));
    return Path;
  }
  case Region::Kind::Pointee:
    // What a handle points to depends on what the handle was.
    UsedValues.push_back({Base, /*IsHandle=*/true});
    return pointee(*Path);
  case Region::Kind::Owned:
  case Region::Kind::Held:
    return pointee(*Path);
  case Region::Kind::Root:
  case Region::Kind::Element:
    break;
  }
  llvm_unreachable("unhandled region kind");
}

/// The element beside the one at which a handle of the caller's stands, in
/// whatever container that is.
std::optional<Target> SummaryPaths::neighbour(RegionId Element,
                                              const State &S) {
  auto Known = S.Keys.find(Element);
  if (Known == S.Keys.end() || T.Regions[Element].A != 0 ||
      (Known->second.K != Key::Kind::After &&
       Known->second.K != Key::Kind::Before) ||
      T.Regions[Known->second.Of].K != Region::Kind::Pointee)
    return std::nullopt;
  const RegionId Handle = T.Regions.base(Known->second.Of);
  const std::optional<RegionPath> Path = path(Handle, S);
  if (!Path || Path->Root == RegionPath::RootKind::Part)
    return std::nullopt;
  UsedValues.push_back({Handle, /*IsHandle=*/true});
  Target Beside{*Path, KeySpec(), {}};
  Beside.Region.Pointee = true;
  Beside.Key->K = Known->second.K == Key::Kind::After ? KeySpec::Kind::Next
                                                      : KeySpec::Kind::Prev;
  Beside.Key->First = *Path;
  return Beside;
}

std::optional<Target> SummaryPaths::target(RegionId R, const State &S) {
  llvm::SmallVector<std::string, 1> Members;
  RegionId Element = R;
  while (T.Regions[Element].K == Region::Kind::Member) {
    const StringRef Name = T.Words.Names[NameId(T.Regions[Element].Label)];
    if (!isIdentifier(Name))
      return std::nullopt;
    Members.insert(Members.begin(), Name.str());
    Element = T.Regions.base(Element);
  }
  if (T.Regions[Element].K != Region::Kind::Element) {
    const std::optional<RegionPath> Whole = path(R, S);
    return Whole ? std::optional(Target{*Whole, std::nullopt, {}})
                 : std::nullopt;
  }
  if (const std::optional<Target> Beside = neighbour(Element, S)) {
    Target Found = *Beside;
    Found.Members = Members;
    return Found;
  }
  const std::optional<RegionPath> Container = path(T.Regions.base(Element), S);
  if (!Container)
    return std::nullopt;
  auto Known = S.Keys.find(Element);
  const bool IsOne = T.Regions[Element].A == 0;
  Target Found{asPart(*Container),
               IsOne && Known != S.Keys.end() ? key(Known->second, S)
                                              : KeySpec(),
               Members};
  return Found;
}

KeySpec SummaryPaths::key(const Key &Name, const State &S) {
  auto Copied =
      Name.K == Key::Kind::ValueOf ? S.Values.find(Name.Of) : S.Values.end();
  const Key K = Copied == S.Values.end() ? Name : Copied->second;
  KeySpec Spec;
  switch (K.K) {
  case Key::Kind::Constant: {
    const StringRef Text = T.Words.Names[K.Constant];
    const bool IsPlain =
        Text.drop_front().drop_back().find_first_of("\"\n;") == StringRef::npos;
    if (Text.empty() || !IsPlain)
      return Spec;
    Spec.K = KeySpec::Kind::Equal;
    Spec.First.Root = RegionPath::RootKind::Constant;
    Spec.First.Name = Text.str();
    return Spec;
  }
  case Key::Kind::ValueOf: {
    // Where elements of two containers have each other's values as keys, the
    // path of a key has no end.
    constexpr unsigned MaxDepth = 3;
    if (KeyDepth == MaxDepth)
      return Spec;
    ++KeyDepth;
    const std::optional<RegionPath> Value = path(K.Of, S);
    --KeyDepth;
    if (Value) {
      UsedValues.push_back({K.Of});
      Spec.K = KeySpec::Kind::Equal;
      Spec.First = *Value;
    }
    return Spec;
  }
  case Key::Kind::Begin:
    Spec.K = KeySpec::Kind::Begin;
    return Spec;
  case Key::Kind::End:
    Spec.K = KeySpec::Kind::End;
    return Spec;
  case Key::Kind::KeyOf: {
    auto Known = S.Keys.find(K.Of);
    const bool IsNamed =
        Known != S.Keys.end() && (Known->second.K == Key::Kind::Constant ||
                                  Known->second.K == Key::Kind::ValueOf);
    return IsNamed ? key(Known->second, S) : Spec;
  }
  case Key::Kind::Unknown:
  case Key::Kind::After:
  case Key::Kind::Before:
    return Spec;
  }
  llvm_unreachable("unhandled key kind");
}

bool SummaryPaths::isVisible(RegionId R) const {
  bool IsElsewhere = false;
  for (; T.Regions[R].K != Region::Kind::Root; R = T.Regions.base(R))
    IsElsewhere |= T.Regions[R].K == Region::Kind::Pointee;
  if (isThisPointer(R) || parameter(R))
    return IsElsewhere;
  const std::optional<RegionPath> Path =
      rootPath(T.Words.Roots[RootId(T.Regions[R].Base)]);
  return Path && Path->Root == RegionPath::RootKind::Global;
}
