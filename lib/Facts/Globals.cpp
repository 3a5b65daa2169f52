//===- Globals.cpp - Global variables in effects --------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Facts/Globals.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/STLFunctionalExtras.h"

using namespace clang;
using namespace tombstone;

/// Gives a variable another form; false if it has none.
using Rename = llvm::function_ref<bool(RegionPath &Global)>;

static bool rename(Target &T, Rename To);

static bool rename(RegionPath &Path, Rename To) {
  if (Path.Root == RegionPath::RootKind::Global)
    return To(Path);
  if (Path.Root != RegionPath::RootKind::Part)
    return true;
  Target Whole = *Path.Whole;
  const bool IsKnown = rename(Whole, To);
  Path.Whole = std::make_shared<const Target>(std::move(Whole));
  return IsKnown;
}

static bool rename(Target &T, Rename To) {
  if (T.Key && !(rename(T.Key->First, To) && rename(T.Key->Second, To)))
    T.Key = KeySpec();
  return rename(T.Region, To);
}

static std::optional<Effect> renamed(Effect E, Rename To) {
  if (!rename(E.What, To) || !rename(E.To, To))
    return std::nullopt;
  if (E.Unless && !rename(*E.Unless, To))
    E.Unless.reset();
  if (E.If && !rename(E.If->Of, To))
    E.If = EffectCondition();
  return E;
}

std::optional<Effect> tombstone::forOtherUnits(const Effect &E) {
  return renamed(E, [](RegionPath &Global) {
    const auto *Var = dyn_cast_or_null<VarDecl>(Global.Variable);
    return Var && Var->isExternallyVisible() && !Var->isStaticLocal();
  });
}

/// The variable with this name, through inline namespaces.
static const VarDecl *findVariable(StringRef Qualified, ASTContext &Context) {
  const DeclContext *In = Context.getTranslationUnitDecl();
  while (true) {
    auto [Name, Rest] = Qualified.split("::");
    const NamedDecl *Found = nullptr;
    for (NamedDecl *D : In->lookup(&Context.Idents.get(Name)))
      if (Rest.empty() ? isa<VarDecl>(D) : isa<DeclContext>(D))
        Found = D;
    if (Rest.empty() || !Found)
      return dyn_cast_or_null<VarDecl>(Found);
    In = cast<DeclContext>(Found);
    Qualified = Rest;
  }
}

std::optional<Effect> tombstone::withGlobals(const Effect &E,
                                             ASTContext &Context) {
  return renamed(E, [&](RegionPath &Global) {
    const VarDecl *Var = findVariable(Global.Name, Context);
    Global.Variable = Var ? Var->getCanonicalDecl() : nullptr;
    return Var != nullptr;
  });
}
