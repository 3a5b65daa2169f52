//===- Evidence.cpp - Code in reach that kills
//-----------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a callback or another thread may do to an object is guessed from what
// the object's class offers: public methods, and lambdas that its methods hand
// out.
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Summaries.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace tombstone;

static bool holdsDeclarations(const Decl &D) {
  return isa<NamespaceDecl, LinkageSpecDecl, ExportDecl, CXXRecordDecl>(D);
}

/// Finds the methods of a part of the unit that override others.
void Summaries::findOverriders(const DeclContext &Start) {
  llvm::SmallVector<const DeclContext *> Pending{&Start};
  const SourceManager &Sources = Context.getSourceManager();
  while (!Pending.empty())
    for (const Decl *D : Pending.pop_back_val()->decls()) {
      if (const auto *Template = dyn_cast<ClassTemplateDecl>(D))
        for (const auto *Instance : Template->specializations())
          Pending.push_back(Instance);
      if (const auto *Method = dyn_cast<CXXMethodDecl>(D);
          Method && Method->isVirtual() && !Method->isDependentContext())
        addOverrider(*Method);
      if (holdsDeclarations(*D) && !Sources.isInSystemHeader(D->getLocation()))
        Pending.push_back(cast<DeclContext>(D));
    }
}

/// The overrider stands for each function that it overrides.
void Summaries::addOverrider(const CXXMethodDecl &Overrider) {
  llvm::SmallVector<const CXXMethodDecl *> Pending{&Overrider};
  while (!Pending.empty()) {
    const CXXMethodDecl *Of = Pending.pop_back_val();
    std::vector<const CXXMethodDecl *> &Into = Targets[Of->getCanonicalDecl()];
    if (llvm::is_contained(Into, &Overrider))
      continue;
    Into.push_back(&Overrider);
    Pending.append(Of->begin_overridden_methods(),
                   Of->end_overridden_methods());
  }
}

std::vector<const CXXMethodDecl *>
Summaries::targetsOf(const CXXMethodDecl &Method) {
  if (!KnowsOverriders) {
    KnowsOverriders = true;
    findOverriders(*Context.getTranslationUnitDecl());
  }
  return Targets.lookup(Method.getCanonicalDecl());
}

static bool killsMembers(const Summary &S) {
  return llvm::any_of(S.Effects.Effects,
                      [](const Effect &E) { return E.endsElements(); });
}

/// Lambdas that keep this object are called when somebody else wants to.
static bool capturesThis(const CXXMethodDecl &CallOperator) {
  return llvm::any_of(CallOperator.getParent()->captures(),
                      [](const LambdaCapture &C) { return C.capturesThis(); });
}

void Summaries::addEvidence(const FunctionDecl &Function, bool IsProven,
                            std::vector<Evidence> &Into) {
  const Summary *S = summaryOf(Function);
  if (S && killsMembers(*S))
    Into.push_back({S, IsProven});
}

llvm::ArrayRef<Evidence> Summaries::evidenceFor(const CXXRecordDecl &Class) {
  const CXXRecordDecl *Key = Class.getCanonicalDecl();
  auto Known = ByClass.find(Key);
  if (Known != ByClass.end())
    return Known->second;
  std::vector<Evidence> Found;
  const CXXRecordDecl *Definition = Class.getDefinition();
  for (const CXXMethodDecl *Method :
       Definition ? Definition->methods() : Class.methods()) {
    const FunctionDecl *Body = bodyInReach(*Method);
    if (!Body || Method->isStatic() ||
        isa<CXXConstructorDecl, CXXDestructorDecl>(Method))
      continue;
    if (Method->getAccess() == AS_public)
      addEvidence(*Body, /*IsProven=*/false, Found);
    for (const CXXMethodDecl *Lambda : Graph.traits(*Body).Lambdas)
      if (capturesThis(*Lambda))
        addEvidence(*Lambda, /*IsProven=*/true, Found);
  }
  return ByClass[Key] = std::move(Found);
}

std::vector<Evidence> Summaries::evidenceOf(const FunctionDecl &Lambda) {
  std::vector<Evidence> Found;
  llvm::SmallVector<const CallGraph::Component *> Pending{
      &Graph.componentOf(Lambda)};
  llvm::SmallPtrSet<const CallGraph::Component *, 8> Seen;
  // Far from the call, nobody sees the connection any more.
  constexpr size_t MaxComponents = 64;
  addEvidence(Lambda, /*IsProven=*/true, Found);
  while (!Pending.empty() && Seen.size() < MaxComponents) {
    const CallGraph::Component *C = Pending.pop_back_val();
    if (!Seen.insert(C).second)
      continue;
    for (const FunctionDecl *F : C->Functions)
      for (const CXXMethodDecl *Inner : Graph.traits(*F).Lambdas)
        if (capturesThis(*Inner) && Inner != &Lambda)
          addEvidence(*Inner, /*IsProven=*/true, Found);
    Pending.append(C->Callees.begin(), C->Callees.end());
  }
  return Found;
}

bool Summaries::mayBeInterrupted(const FunctionDecl &Function, Doer By) {
  const BodyTraits &Own = Graph.traits(Function);
  const CXXMethodDecl *Method = methodOfThis(Function);
  if (!Method || (Own.Callees.empty() && !Own.Takes))
    return false;
  const BodyTraits &Whole = Graph.componentOf(Function).Whole;
  const bool Yields =
      By == Doer::Other
          ? Whole.Suspends
          : Whole.Reenters || !Own.Lambdas.empty() || isOpen(Function);
  return Whole.Takes && Yields && killsInClass(*Method->getParent(), Whole);
}

/// Whether a method of the class, or what it hands out, ends elements of
/// containers of which handles are taken.
bool Summaries::killsInClass(const CXXRecordDecl &Class,
                             const BodyTraits &Takes) {
  auto [It, IsNew] = KilledByClass.try_emplace(Class.getCanonicalDecl());
  if (IsNew) {
    BodyTraits Whole;
    for (const CXXMethodDecl *Method : Class.methods())
      if (const FunctionDecl *Body = bodyInReach(*Method))
        Whole.add(Graph.componentOf(*Body).Whole);
    It = KilledByClass.find(Class.getCanonicalDecl());
    It->second.insert(Whole.Erased.begin(), Whole.Erased.end());
    It->second.insert(Whole.Relocated.begin(), Whole.Relocated.end());
  }
  return llvm::any_of(Takes.Taken, [&](const CXXRecordDecl *R) {
    return It->second.contains(R);
  });
}
