//===- Lambdas.cpp - Bodies that are followed where they are called -------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A lambda shares the places of the function that it stands in, so its body
// runs on them where it is called. So does the body of a function that gets a
// lambda and calls it: what the two do to each other, no summary of one says.
//
//===----------------------------------------------------------------------===//

#include "BodyBuilder.h"
#include "tombstone/Events/CallGraph.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace tombstone;

const CXXMethodDecl *tombstone::methodOfThis(const FunctionDecl &Function) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  while (Method && Method->getParent()->isLambda())
    Method = dyn_cast_or_null<CXXMethodDecl>(
        Method->getParent()->getDeclContext()->getNonTransparentContext());
  return Method && Method->isInstance() ? Method->getCanonicalDecl() : nullptr;
}

PlaceId BodyBuilder::thisPointer() {
  return thisPointer(methodOfThis(Into.function()));
}

/// A lambda that is followed has the `this` of the method around it.
PlaceId BodyBuilder::thisPointer(const CXXMethodDecl *Of) {
  const RootId This = Words.Roots.intern(Root::Kind::This, Of, "this", false);
  return Words.Places.root(This);
}

const LambdaExpr *tombstone::lambdaPassed(const Expr *Arg) {
  for (;;) {
    const Expr *Sub = Arg->IgnoreImplicit()->IgnoreParenCasts();
    if (const auto *Bind = dyn_cast<CXXBindTemporaryExpr>(Sub))
      Sub = Bind->getSubExpr();
    const auto *Made = dyn_cast<CXXConstructExpr>(Sub);
    if (Made && Made->getNumArgs() == 1)
      Sub = Made->getArg(0);
    if (Sub == Arg)
      return dyn_cast<LambdaExpr>(Arg);
    Arg = Sub;
  }
}

/// The lambda that a variable, a wrapper, was made of; of a parameter, the one
/// that the call passed.
const CXXMethodDecl *BodyBuilder::lambdaWithin(const Expr *Object) {
  const auto *Ref = dyn_cast<DeclRefExpr>(Object->IgnoreParenImpCasts());
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (isa_and_nonnull<ParmVarDecl>(Var))
    return Callables.lookup(Var);
  const Expr *Init = Var && Var->isLocalVarDecl() ? Var->getInit() : nullptr;
  const LambdaExpr *Lambda = Init ? lambdaPassed(Init) : nullptr;
  return Lambda && !Lambda->isGenericLambda() ? Lambda->getCallOperator()
                                              : nullptr;
}

bool BodyBuilder::isWrapper(const Expr *Object) {
  if (!Object)
    return false;
  const auto Class = Effects.classOf(classOfObject(Object));
  return Class && Class.Model->Kind == ClassKind::Wrapper;
}

bool BodyBuilder::followLambda(const Call &C) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(C.Callee);
  if (!Method || Method->getDeclName().getCXXOverloadedOperator() != OO_Call)
    return false;
  if (!Method->getParent()->isLambda() && isWrapper(C.Object))
    Method = lambdaWithin(C.Object);
  if (!Method || !Method->getParent()->isLambda() || !Method->hasBody())
    return false;
  // The parameters of a recursive call would be those of this one.
  if (declaresSameEntity(Method, &Into.function()))
    return applySummaryOf(C, Method);
  enterBody(C, *Method, Method->isExplicitObjectMemberFunction() ? 1 : 0);
  return true;
}

void BodyBuilder::enterBody(const Call &C, const FunctionDecl &Callee,
                            unsigned First) {
  for (unsigned I = 0; I < C.Args.size() && I + First < Callee.getNumParams();
       ++I) {
    const ParmVarDecl *Param = Callee.getParamDecl(I + First);
    initialize(placeOf(Param), Param->getType(), C.Args[I]);
  }
  const auto *Method = dyn_cast<CXXMethodDecl>(&Callee);
  if (Method && Method->isInstance() && !Method->getParent()->isLambda() &&
      C.This.isValid())
    emit(CopyEvent{thisPointer(methodOfThis(Callee)),
                   {{C.This, true, NameId()}},
                   true},
         C.E);
  emit(EnterEvent{&Callee}, C.E);
  if (Callee.getReturnType()->isVoidType())
    return;
  const RootId Result = Words.Roots.intern(
      Root::Kind::Result, Callee.getCanonicalDecl(), "result", true);
  emit(CopyEvent{C.Result,
                 {{Words.Places.root(Result), false, NameId()}},
                 Effects.isHandle(Callee.getReturnType())},
       C.E);
}

/// A function with a body that gets a lambda of this function.
bool BodyBuilder::enterWithLambda(const Call &C) {
  const FunctionDecl *Callee = C.Callee ? bodyInReach(*C.Callee) : nullptr;
  if (!Callee || (C.Object && !C.This.isValid()) ||
      declaresSameEntity(Callee, &Into.function()) ||
      Callee->getNumParams() < C.Args.size())
    return false;
  bool HasLambda = false;
  for (unsigned I = 0; I < C.Args.size(); ++I)
    if (const LambdaExpr *Lambda = lambdaPassed(C.Args[I])) {
      auto [It, IsNew] = Callables.try_emplace(Callee->getParamDecl(I),
                                               Lambda->getCallOperator());
      // Another one was passed elsewhere: the parameter is either.
      if (Lambda->isGenericLambda() ||
          (!IsNew && It->second != Lambda->getCallOperator()))
        return false;
      HasLambda = true;
    }
  if (HasLambda)
    enterBody(C, *Callee, 0);
  return HasLambda;
}
