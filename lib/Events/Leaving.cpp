//===- Leaving.cpp - What a function hands out ----------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Returns and closures. A handle that is returned is read by nobody here; it
// goes to a place of its own, and what becomes of that until the function has
// ended is the analysis' matter. A closure holds what it captured.
//
//===----------------------------------------------------------------------===//

#include "BodyBuilder.h"

using namespace clang;
using namespace tombstone;

//===----------------------------------------------------------------------===//
// Returns
//===----------------------------------------------------------------------===//

/// `return it->second;` as a reference computes an address: nothing is read.
void BodyBuilder::collectHandedOut(const Expr *Value) {
  while (Value) {
    Value = Value->IgnoreParens();
    if (const auto *Member = dyn_cast<MemberExpr>(Value)) {
      Value = Member->getBase();
    } else if (const auto *Cast = dyn_cast<ImplicitCastExpr>(Value)) {
      if (Cast->getCastKind() == CK_LValueToRValue)
        return;
      Value = Cast->getSubExpr();
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(Value)) {
      if (Unary->getOpcode() != UO_AddrOf && Unary->getOpcode() != UO_Deref)
        return;
      Value = Unary->getSubExpr();
    } else {
      const auto *Call = dyn_cast<CXXOperatorCallExpr>(Value);
      if (Call &&
          (Call->getOperator() == OO_Star || Call->getOperator() == OO_Arrow))
        HandedOut.insert(Call);
      return;
    }
  }
}

void BodyBuilder::VisitReturnStmt(const ReturnStmt *S) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Into.function());
  if (!S->getRetValue())
    return;
  const QualType Returned = Into.function().getReturnType();
  const bool IsLambda = Method && Method->getParent()->isLambda();
  if (!IsLambda)
    leaveWith(S, Returned);
  if (!IsLambda && !Effects.isHandle(Returned) && !Returned->isRecordType())
    return;
  const RootId Result = Words.Roots.intern(
      Root::Kind::Result, Into.function().getCanonicalDecl(), "result", true);
  initialize(Words.Places.root(Result), Returned, S->getRetValue());
}

void BodyBuilder::leaveWith(const ReturnStmt *S, QualType Type) {
  const Expr *Value = S->getRetValue();
  const PlaceId Returned = Words.Places.root(
      Words.Roots.intern(Root::Kind::Return, S, "result", /*Hidden=*/true));
  const VarDecl *Var = S->getNRVOCandidate();
  if (!Type->isReferenceType() && Effects.isHandle(Type)) {
    // The source has a name for what a conversion is made of.
    emit(CopyEvent{Returned, {handlePassed(Value)}, true}, Value);
  } else if (Var && Type->isRecordType()) {
    // [class.copy.elision]/1: the variable may be the result itself.
    emit(CopyEvent{Returned, {{placeOf(Var), false, NameId()}}, false}, Value);
    emit(MoveEvent{placeOf(Var), Returned, /*IntoContainer=*/false}, Value);
  } else if (Type->isReferenceType() || Type->isRecordType()) {
    initialize(Returned, Type, Value);
  }
}

//===----------------------------------------------------------------------===//
// Closures
//===----------------------------------------------------------------------===//

void BodyBuilder::capture(const LambdaExpr *E, const LambdaCapture &C,
                          PlaceId Object, bool IsHandle) {
  const ValueDecl *Var = C.getCapturedVar();
  emit(CopyEvent{Words.Places.member(temporary(E),
                                     name(("[" + Var->getName() + "]").str())),
                 {{Object, false, NameId()}},
                 IsHandle},
       E->getSourceRange(), C.getLocation());
}

void BodyBuilder::VisitLambdaExpr(const LambdaExpr *E) {
  llvm::DenseMap<const ValueDecl *, FieldDecl *> Fields;
  FieldDecl *This = nullptr;
  E->getLambdaClass()->getCaptureFields(Fields, This);
  auto Init = E->capture_init_begin();
  for (const LambdaCapture &C : E->captures()) {
    const Expr *Value = *Init++;
    if (!C.capturesVariable() || !Value)
      continue;
    const ValueDecl *Var = C.getCapturedVar();
    if (C.getCaptureKind() == LCK_ByRef) {
      if (E->isInitCapture(&C))
        initialize(placeOf(Var), Var->getType(), Value);
      // What a reference refers to, and not the reference, is captured.
      if (Var->getType()->isReferenceType())
        capture(E, C, placeOf(Var), /*IsHandle=*/true);
      continue;
    }
    const FieldDecl *Field = Fields.lookup(Var);
    if (!Field)
      continue;
    const PlaceId Copy =
        Words.Places.root(captureRoot(Words, *Field, Var->getName()));
    initialize(Copy, Field->getType(), Value);
    if (const bool IsHandle = Effects.isHandle(Field->getType());
        IsHandle || Field->getType()->isRecordType())
      capture(E, C, Copy, IsHandle);
  }
}
