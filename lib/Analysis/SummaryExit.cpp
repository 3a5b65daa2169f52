//===- SummaryExit.cpp - What a function leaves behind --------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Summarizer.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace tombstone;

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
  const bool IsSlot = isSlot(Holder, T);
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
    if (areWritten(Paths.UsedValues, nullptr)) {
      if (!E.What.Key)
        continue;
      E.What.Key = KeySpec();
    }
    addResult(E);
  }
  Paths.UsedValues.clear();
}

/// The values that a constructor puts into the new object, such as the key by
/// which its destructor erases.
void Summarizer::addValues(const State &Exit) {
  if (!isa<CXXConstructorDecl>(B.function()))
    return;
  for (const auto &[Holder, Value] : Exit.Values) {
    const auto From = Value.K == Key::Kind::ValueOf ? Paths.parameter(Value.Of)
                                                    : std::nullopt;
    const auto To =
        Paths.isVisible(Holder) ? Paths.path(Holder, Exit) : std::nullopt;
    const auto IsMove = [&](const Effect &E) {
      return E.K == Effect::Kind::Move && E.To == *To;
    };
    if (!From || !To || To->Root != RegionPath::RootKind::This ||
        llvm::any_of(Result.Effects.Effects, IsMove))
      continue;
    Effect E;
    E.K = Effect::Kind::Copy;
    E.What.Region.Root = RegionPath::RootKind::Argument;
    E.What.Region.Argument = *From;
    E.To = *To;
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
  for (const auto &[R, Where] : Written) {
    const auto Path =
        Paths.isVisible(R) ? Paths.path(R, State()) : std::nullopt;
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

/// What is passed by value ends with the call, unless it is moved on.
void Summarizer::addEndsOfParameters() {
  for (unsigned I = 0; I < B.function().getNumParams(); ++I) {
    const ParmVarDecl *Param = B.function().getParamDecl(I);
    const CXXRecordDecl *Record = Param->getType()->getAsCXXRecordDecl();
    if (!Record || !Record->hasDefinition() || Record->hasTrivialDestructor())
      continue;
    const auto IsOfParam = [&](RegionId R) {
      while (!T.Regions.isRoot(R))
        R = T.Regions.base(R);
      return Paths.parameter(R) == I;
    };
    const bool IsMoved = llvm::any_of(Effects, [&](const Seen &Found) {
      const RegionPath &From = Found.What.What.Region;
      return (Found.What.K == Effect::Kind::Move ||
              Found.What.K == Effect::Kind::Overwrite) &&
             From.Root == RegionPath::RootKind::Argument && From.Argument == I;
    });
    if (IsMoved || llvm::any_of(Escaped, IsOfParam))
      continue;
    Effect End;
    End.K = Effect::Kind::Overwrite;
    End.What.Region.Root = RegionPath::RootKind::Argument;
    End.What.Region.Argument = I;
    addResult(End);
  }
}
