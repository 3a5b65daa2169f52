//===- Annotations.cpp - What attributes say of a callee ------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function without a body, and without a row, may still say where its result
// points to, and what keeps its arguments: by [[clang::lifetimebound]],
// [[clang::lifetime_capture_by]], [[gsl::Owner]] and [[gsl::Pointer]], as
// Clang's attribute reference has them.
//
//===----------------------------------------------------------------------===//

#include "BodyBuilder.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Analysis/Analyses/LifetimeSafety/LifetimeAnnotations.h"

using namespace clang;
using namespace tombstone;

/// What an argument lends: itself if it is a handle, else its object.
Operand BodyBuilder::lentBy(const Expr *Arg, QualType Param) {
  const Operand Value = operandOf(Arg);
  const bool IsObject =
      Param->isReferenceType() && !Effects.isHandle(Arg->getType());
  return IsObject ? addressOf(Value) : Value;
}

/// "If it is applied to the implicit object parameter, the return value may
/// refer to the object."
bool BodyBuilder::lendsItself(const Call &C) {
  return C.Callee && C.This.isValid() && !isa<CXXConstructExpr>(C.E) &&
         !isHandleObject(C) &&
         lifetimes::implicitObjectParamIsLifetimeBound(C.Callee);
}

void BodyBuilder::addLenders(const Call &C, CopyEvent &Result) {
  if (!C.Callee)
    return;
  if (lendsItself(C))
    Result.Sources.push_back({C.This, /*IsAddress=*/true, NameId()});
  for (unsigned I = 0; I < C.Args.size() && I < C.Callee->getNumParams(); ++I)
    if (const ParmVarDecl *Param = C.Callee->getParamDecl(I);
        Param->hasAttr<LifetimeBoundAttr>())
      Result.Sources.push_back(lentBy(C.Args[I], Param->getType()));
}

/// "When constructing an instance of a class annotated like this from another
/// annotated with [[gsl::Owner]], the pointer is valid as long as the owner."
bool BodyBuilder::isOwnerForPointer(const Call &C, const Expr *Arg) {
  const CXXRecordDecl *Pointer = C.ThisType->getAsCXXRecordDecl();
  const CXXRecordDecl *Owner = Arg->getType()->getAsCXXRecordDecl();
  if (!Pointer || !Pointer->hasAttr<PointerAttr>() || !Owner ||
      !Arg->isGLValue())
    return false;
  const auto Known = Effects.classOf(Owner);
  return Owner->hasAttr<OwnerAttr>() ||
         (Known && Known.Model->Kind != ClassKind::Plain);
}

void BodyBuilder::keepAnnotated(const Call &C) {
  if (!C.Callee)
    return;
  const auto *Method = dyn_cast<CXXMethodDecl>(C.Callee);
  const bool HasThis = Method && Method->isInstance();
  const auto Keeper = [&](int Index) {
    if (HasThis && Index == LifetimeCaptureByAttr::This)
      return C.This;
    const int Arg = Index - HasThis;
    if (Arg < 0 || unsigned(Arg) >= C.Args.size() ||
        unsigned(Arg) >= C.Callee->getNumParams())
      return PlaceId();
    const Operand Value = operandOf(C.Args[Arg]);
    const QualType Type = C.Callee->getParamDecl(Arg)->getType();
    return Type->isPointerType() ? deref(Value).At : Value.At;
  };
  for (unsigned I = 0; I < C.Args.size() && I < C.Callee->getNumParams(); ++I) {
    const ParmVarDecl *Param = C.Callee->getParamDecl(I);
    if (const auto *Captured = Param->getAttr<LifetimeCaptureByAttr>())
      for (int Index : Captured->params())
        if (const PlaceId Into = Keeper(Index); Into.isValid())
          emit(KeepEvent{Into, lentBy(C.Args[I], Param->getType())}, C.E);
  }
}
