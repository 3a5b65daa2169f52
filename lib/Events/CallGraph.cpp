//===- CallGraph.cpp - Which functions may kill what ----------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Events/CallGraph.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace tombstone;

bool BodyTraits::kills(std::optional<KillKind> Wanted) const {
  if (Wanted == KillKind::Lookup)
    return Removes;
  return (Wanted != KillKind::Relocate && Erases) ||
         (Wanted != KillKind::Erase && Relocates);
}

void BodyTraits::add(const BodyTraits &Callee) {
  Takes |= Callee.Takes;
  Erases |= Callee.Erases;
  Relocates |= Callee.Relocates;
  Reenters |= Callee.Reenters;
  Suspends |= Callee.Suspends;
  Removes |= Callee.Removes;
  LooksUp |= Callee.LooksUp;
  Taken.insert(Callee.Taken.begin(), Callee.Taken.end());
  Erased.insert(Callee.Erased.begin(), Callee.Erased.end());
  Relocated.insert(Callee.Relocated.begin(), Callee.Relocated.end());
  Removed.insert(Callee.Removed.begin(), Callee.Removed.end());
  LookedUp.insert(Callee.LookedUp.begin(), Callee.LookedUp.end());
}

const FunctionDecl *tombstone::bodyInReach(const FunctionDecl &Callee) {
  const FunctionDecl *Definition = nullptr;
  if (!Callee.hasBody(Definition) || Definition->isDependentContext() ||
      Definition->isInvalidDecl() || Definition->isDefaulted())
    return nullptr;
  const SourceManager &Sources = Callee.getASTContext().getSourceManager();
  return Sources.isInSystemHeader(Definition->getLocation()) ? nullptr
                                                             : Definition;
}

const BodyTraits &CallGraph::traits(const FunctionDecl &Function) {
  auto [It, IsNew] = Traits.try_emplace(&Function);
  if (IsNew) {
    BodyTraits Found = traitsOf(Function, Effects);
    return Traits[&Function] = std::move(Found);
  }
  return It->second;
}

/// Tarjan's algorithm without recursion: call chains are long.
class CallGraph::Walk {
public:
  explicit Walk(CallGraph &G) : G(G) {}

  void run(const FunctionDecl &Start) {
    open(Start);
    while (!Path.empty()) {
      Step &Top = Path.back();
      const BodyTraits &T = G.traits(*Top.Function);
      if (Top.NextCallee == T.Callees.size()) {
        close();
        continue;
      }
      const FunctionDecl *Callee = T.Callees[Top.NextCallee++];
      if (G.Components.count(Callee))
        continue;
      auto Seen = Number.find(Callee);
      if (Seen == Number.end())
        open(*Callee);
      else
        Top.Lowest = std::min(Top.Lowest, Seen->second);
    }
  }

private:
  struct Step {
    const FunctionDecl *Function;
    unsigned Lowest;
    unsigned NextCallee = 0;
  };

  void open(const FunctionDecl &Function) {
    const unsigned N = static_cast<unsigned>(Number.size());
    Number[&Function] = N;
    Path.push_back({&Function, N});
    Pending.push_back(&Function);
  }

  void close() {
    const Step Done = Path.pop_back_val();
    if (!Path.empty())
      Path.back().Lowest = std::min(Path.back().Lowest, Done.Lowest);
    if (Done.Lowest == Number[Done.Function])
      finish(*Done.Function);
  }

  void finish(const FunctionDecl &First) {
    Component &C = G.All.emplace_back();
    for (const FunctionDecl *Last = nullptr; Last != &First;) {
      Last = Pending.pop_back_val();
      C.Functions.push_back(Last);
      G.Components[Last] = &C;
    }
    std::reverse(C.Functions.begin(), C.Functions.end());
    llvm::SmallPtrSet<const Component *, 8> Known;
    C.IsRecursive = C.Functions.size() > 1;
    for (const FunctionDecl *F : C.Functions) {
      const BodyTraits &T = G.traits(*F);
      C.Whole.add(T);
      for (const FunctionDecl *Callee : T.Callees) {
        const Component *Other = G.Components.lookup(Callee);
        C.IsRecursive |= Other == &C;
        if (Other == &C || !Known.insert(Other).second)
          continue;
        C.Callees.push_back(Other);
        C.Whole.add(Other->Whole);
      }
    }
  }

  CallGraph &G;
  llvm::DenseMap<const FunctionDecl *, unsigned> Number;
  llvm::SmallVector<Step> Path;
  llvm::SmallVector<const FunctionDecl *> Pending;
};

const CallGraph::Component &
CallGraph::componentOf(const FunctionDecl &Function) {
  if (const Component *Known = Components.lookup(&Function))
    return *Known;
  Walk(*this).run(Function);
  return *Components.lookup(&Function);
}

static bool intersect(const BodyTraits::Classes &A,
                      const BodyTraits::Classes &B) {
  return llvm::any_of(A, [&](const CXXRecordDecl *R) { return B.contains(R); });
}

/// Whether a method may erase the element that its object is.
bool CallGraph::mayKillItself(const FunctionDecl &Function,
                              const BodyTraits &Whole) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  return Method && !Method->isStatic() &&
         llvm::any_of(Whole.Erased, [&](const CXXRecordDecl *Container) {
           const auto Class = Effects.classOf(Container);
           return Class && Effects.hasElementsOf(Class, *Method->getParent());
         });
}

/// To elements of which classes a function has handles itself: those that it
/// takes, that are handed out to it, and that a small callee may keep in an
/// object. What a callee takes and drops again is the callee's affair.
void CallGraph::addHeld(const FunctionDecl &Function, BodyTraits::Classes &Held,
                        unsigned Depth) {
  const BodyTraits &Own = traits(Function);
  Held.insert(Own.Taken.begin(), Own.Taken.end());
  constexpr unsigned MaxDepth = 3;
  for (const FunctionDecl *Callee : Own.Callees) {
    const BodyTraits &Whole = componentOf(*Callee).Whole;
    if (!Whole.Takes)
      continue;
    if (Effects.isHandle(Callee->getReturnType()))
      Held.insert(Whole.Taken.begin(), Whole.Taken.end());
    else if (Depth < MaxDepth && traits(*Callee).IsSmall)
      addHeld(*Callee, Held, Depth + 1);
  }
}

bool CallGraph::mayTakeAndKill(const FunctionDecl &Function,
                               std::optional<KillKind> Wanted) {
  const BodyTraits &Own = traits(Function);
  if (Own.takes(Wanted) && Own.kills(Wanted))
    return true;
  const BodyTraits &Whole = componentOf(Function).Whole;
  if (Wanted == KillKind::Lookup)
    return intersect(Whole.LookedUp, Whole.Removed);
  if (Wanted != KillKind::Relocate && mayKillItself(Function, Whole))
    return true;
  if (!Whole.Takes)
    return false;
  BodyTraits::Classes Held;
  addHeld(Function, Held);
  return (Wanted != KillKind::Relocate && intersect(Held, Whole.Erased)) ||
         (Wanted != KillKind::Erase && intersect(Held, Whole.Relocated));
}

bool CallGraph::mayTakeAndKill(const FunctionDecl &Function,
                               std::optional<KillKind> Wanted,
                               const CXXMethodDecl &Overrider) {
  const BodyTraits &Whole = componentOf(Overrider).Whole;
  if (Wanted == KillKind::Lookup || !Whole.kills(Wanted))
    return false;
  BodyTraits::Classes Held;
  addHeld(Function, Held);
  return (Wanted != KillKind::Relocate && intersect(Held, Whole.Erased)) ||
         (Wanted != KillKind::Erase && intersect(Held, Whole.Relocated));
}
