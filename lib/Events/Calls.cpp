//===- Calls.cpp - Calls as events ----------------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BodyBuilder.h"
#include "tombstone/Events/CallGraph.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace tombstone;

BodyBuilder::Call BodyBuilder::partsOf(const CallExpr *E) {
  CallParts Parts = callParts(*E);
  Call C;
  C.E = E;
  C.Callee = Parts.Callee;
  C.Object = Parts.Object;
  C.Args = std::move(Parts.Args);
  C.Result = temporary(E);
  C.ThisType = E->getType();
  if (C.Object) {
    Operand This = operandOf(C.Object);
    if (C.Object->getType()->isPointerType())
      This = deref(This);
    if (!This.IsAddress)
      C.This = This.At;
  }
  return C;
}

const Row *BodyBuilder::rowOf(const Call &C) {
  if (!C.Callee)
    return nullptr;
  if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(C.Callee))
    return Effects.method(*Ctor, Ctor->getParent(), C.Args.size());
  if (C.Object)
    return Effects.method(*C.Callee, classOfObject(C.Object), C.Args.size());
  return Effects.function(*C.Callee, C.Args.size());
}

SiteId BodyBuilder::siteFor(const Expr *E, unsigned Index,
                            const ClassModel *Container, NameId KeyMember) {
  auto [It, IsNew] = SiteIds.try_emplace(
      {E, Index}, SiteId(static_cast<uint32_t>(Sites.size())));
  if (!IsNew)
    return It->second;
  Site New;
  New.Loc = E->getExprLoc();
  New.Range = E->getSourceRange();
  New.KeyMember = KeyMember;
  if (Container) {
    New.Kind = Container->Kind;
    New.LostInMove = Container->LostInMove;
  }
  Sites.push_back(New);
  return It->second;
}

void BodyBuilder::neighbour(PlaceId Dst, const Operand &From,
                            KeySpec::Kind Which, const Expr *E) {
  ElementSpec Element;
  Element.Key = Which;
  Element.First = From;
  emit(BorrowEvent{Dst, Form::Iter, Element, siteFor(E, 0, nullptr, NameId())},
       E);
}

void BodyBuilder::VisitCallExpr(const CallExpr *E) {
  if (E->containsErrors())
    return;
  const Call C = partsOf(E);
  readArgumentsAgain(C);
  if (const Row *R = rowOf(C))
    return applyRow(C, *R);
  if (isComparison(C) || followLambda(C) || stepIterator(C))
    return;
  // What an iterator's methods do is known, whatever their bodies look like.
  const bool IsOfIterator = C.Object && isIterator(C.Object);
  if (!isOpenCall(*E) && !IsOfIterator &&
      (enterWithLambda(C) || applySummaryOf(C, C.Callee) || assignObject(C)))
    return;
  callUnknown(C);
  callOpen(C);
}

/// Iterators of any library step, compare and refer in the same way.
bool BodyBuilder::stepIterator(const Call &C) {
  if (!C.Callee || !C.Object || !isIterator(C.Object) || !C.This.isValid())
    return false;
  const Operand It{C.This, false, NameId()};
  switch (C.Callee->getDeclName().getCXXOverloadedOperator()) {
  case OO_Star:
  case OO_Arrow:
    if (!HandedOut.contains(C.E))
      useThrough(It, C.E);
    return true;
  case OO_PlusPlus:
  case OO_MinusMinus: {
    const auto Which =
        C.Callee->getDeclName().getCXXOverloadedOperator() == OO_PlusPlus
            ? KeySpec::Kind::Next
            : KeySpec::Kind::Prev;
    useThrough(It, C.E);
    if (!C.Args.empty())
      emit(CopyEvent{C.Result, {It}, true}, C.E);
    neighbour(C.This, It, Which, C.E);
    return true;
  }
  case OO_PlusEqual:
  case OO_MinusEqual:
    useThrough(It, C.E);
    neighbour(C.This, It, KeySpec::Kind::Next, C.E);
    return true;
  case OO_Plus:
    useThrough(It, C.E);
    neighbour(C.Result, It, KeySpec::Kind::Next, C.E);
    return true;
  case OO_Equal:
    emit(CopyEvent{C.This, {operandOf(C.Args.front())}, true}, C.E);
    return true;
  default:
    return false;
  }
}

/// Whether the operand of an operator is an iterator; the operator may be that
/// of a base class.
bool BodyBuilder::isIterator(const Expr *E) {
  return Effects.isIteratorClass(E->IgnoreParenImpCasts()->getType());
}

/// Comparing iterators looks at no element; comparing views does.
bool BodyBuilder::isComparison(const Call &C) {
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(C.E);
  if (!Operator ||
      !(Operator->isComparisonOp() || Operator->getOperator() == OO_Minus))
    return false;
  if (llvm::none_of(Operator->arguments(),
                    [&](const Expr *Arg) { return isIterator(Arg); }))
    return false;
  for (const Expr *Arg : Operator->arguments())
    if (const Operand Value = deref(operandOf(Arg));
        isIterator(Arg) && Value.isPlace())
      emit(UseEvent{Value.At, UseEvent::Kind::Comparison}, Arg);
  return true;
}

/// Assignment of a class that the catalogue doesn't know: the old value's parts
/// are gone; a moved object's go over. What is assigned a closure has it.
bool BodyBuilder::assignObject(const Call &C) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(C.Callee);
  if (!Method || !C.This.isValid() || C.Args.size() != 1 ||
      Method->getDeclName().getCXXOverloadedOperator() != OO_Equal)
    return false;
  const CXXRecordDecl *Source = C.Args.front()->getType()->getAsCXXRecordDecl();
  if (!Method->isCopyAssignmentOperator() &&
      !Method->isMoveAssignmentOperator() && !(Source && Source->isLambda()))
    return false;
  use({C.This, false, NameId()}, C.E);
  emit(EndEvent{C.This, EndReason::Overwritten}, C.E);
  copyObject(C.This, C.Args.front(), Method->isMoveAssignmentOperator());
  return true;
}

/// A copy or a move, whatever the class; a row says what does not come along,
/// and what is shared from here.
void BodyBuilder::constructFrom(const Call &C, const CXXConstructorDecl &Ctor) {
  const Row *R = Effects.method(Ctor, Ctor.getParent(), 1);
  const auto ApplyIf = [&](llvm::function_ref<bool(const Effect &)> IsWanted) {
    for (unsigned I = 0; R && I < R->Effects.size(); ++I)
      if (IsWanted(R->Effects[I]))
        apply(C, *R, R->Effects[I], I);
  };
  ApplyIf([](const Effect &E) { return E.isRelocation(); });
  copyObject(C.This, C.Args.front(), Ctor.isMoveConstructor());
  ApplyIf([](const Effect &E) { return E.K == Effect::Kind::Share; });
}

void BodyBuilder::VisitCXXConstructExpr(const CXXConstructExpr *E) {
  Call C;
  C.E = E;
  C.Callee = E->getConstructor();
  C.This = C.Result = temporary(E);
  C.ThisType = E->getType();
  for (const Expr *Arg : E->arguments())
    if (!isa<CXXDefaultArgExpr>(Arg))
      C.Args.push_back(Arg);
  const CXXConstructorDecl *Ctor = E->getConstructor();
  if (Ctor->isCopyOrMoveConstructor() && C.Args.size() == 1)
    return constructFrom(C, *Ctor);
  // Equal arguments make equal objects.
  if (C.Args.size() == 1 && !Effects.isHandle(E->getType()))
    emit(CopyEvent{C.This,
                   {valueOf(C.Args.front())},
                   /*IsHandle=*/false,
                   /*IsNoHandle=*/true},
         E);
  if (const Row *R = rowOf(C))
    return applyRow(C, *R);
  if (Effects.isHandle(E->getType())) {
    // An iterator or view made of others designates what they do.
    CopyEvent Made{C.This, {}, true};
    addLenders(C, Made);
    for (const Expr *Arg : C.Args)
      if (Effects.isHandle(Arg->getType()))
        Made.Sources.push_back(operandOf(Arg));
      else if (isOwnerForPointer(C, Arg))
        Made.Sources.push_back(addressOf(operandOf(Arg)));
    emit(std::move(Made), E);
    return;
  }
  if (!applySummaryOf(C, Ctor))
    callUnknown(C);
}

//===----------------------------------------------------------------------===//
// Callees that nothing is known of
//===----------------------------------------------------------------------===//

static bool isAccessor(const CXXMethodDecl &Method, unsigned NumArgs) {
  const QualType Returned = Method.getReturnType();
  return Method.isConst() ||
         (NumArgs == 0 &&
          (Returned->isLValueReferenceType() || Returned->isPointerType()));
}

/// Whether a handle is converted, or asked something of itself.
static bool isQuestion(const CXXMethodDecl &Method) {
  return isa<CXXConversionDecl>(Method) ||
         Method.getReturnType()->isBooleanType();
}

void BodyBuilder::callUnknown(const Call &C) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(C.Callee);
  const bool IsConstruction = isa<CXXConstructExpr>(C.E);
  if (Method && C.This.isValid() && !IsConstruction) {
    const Operand Object{C.This, false, NameId()};
    use(Object, C.E);
    if (isHandleObject(C))
      useThrough(Object, C.E,
                 isQuestion(*Method) ? UseEvent::Kind::Passed
                                     : UseEvent::Kind::Plain);
    else if (!isAccessor(*Method, C.Args.size()))
      emit(WriteEvent{C.This, /*OfContainer=*/false, /*MayTakeOut=*/true}, C.E);
  }
  for (unsigned I = 0; I < C.Args.size(); ++I) {
    const bool HasParam = C.Callee && I < C.Callee->getNumParams();
    passToUnknown(C.Args[I],
                  HasParam ? C.Callee->getParamDecl(I)->getType()
                           : C.Args[I]->getType(),
                  isPlainValue(C, I));
  }
  mayChange(C);
  keepAnnotated(C);
  const bool IsHandle = C.E->isGLValue() || Effects.isHandle(C.E->getType());
  if (IsHandle && !IsConstruction && !borrowResult(C))
    emit(FreshEvent{C.Result}, C.E);
}

bool BodyBuilder::borrowResult(const Call &C) {
  CopyEvent Result{C.Result, {}, true};
  // What an iterator or a view hands out designates what it does itself.
  if (C.This.isValid() && isHandleObject(C))
    Result.Sources.push_back({C.This, false, NameId()});
  addLenders(C, Result);
  if (!Result.Sources.empty()) {
    emit(std::move(Result), C.E);
    return true;
  }
  const auto Class = Effects.classOf(C.E->getType());
  if (!Class)
    return false;
  for (const Row *R : Class.Model->rowsNamed("(result)"))
    if (R->Variadic ? C.Args.size() >= R->Params.size()
                    : C.Args.size() == R->Params.size()) {
      Call Made = C;
      Made.This = C.Result;
      for (unsigned I = 0; I < R->Effects.size(); ++I)
        apply(Made, *R, R->Effects[I], I);
      return true;
    }
  return false;
}

/// A handle that is passed by value, converted or not, is the one that it is
/// made of: the source has a name for that.
Operand BodyBuilder::handlePassed(const Expr *Arg) {
  const auto *Made = dyn_cast<CXXConstructExpr>(Arg->IgnoreImplicit());
  const bool IsCopy = Made && Made->getNumArgs() == 1 &&
                      Effects.isHandle(Arg->getType()) &&
                      Effects.isHandle(Made->getArg(0)->getType());
  return operandOf(IsCopy ? Made->getArg(0) : Arg);
}

/// Whether the callee takes the pointer as a value to store, compare or print:
/// a callee with a row does so with a reference to a pointer, and with a
/// `void *`.
bool BodyBuilder::isPlainValue(const Call &C, unsigned Argument) {
  const QualType Type = C.Args[Argument]->getType();
  if (!Type->isPointerType() || !C.Callee)
    return false;
  if (Argument >= C.Callee->getNumParams())
    return Type->isVoidPointerType();
  if (!rowOf(C))
    return false;
  return Type->isVoidPointerType() ||
         (C.Callee->getParamDecl(Argument)->getType()->isReferenceType() &&
          !Type->getPointeeType()->isAnyCharacterType());
}

void BodyBuilder::passToUnknown(const Expr *Arg, QualType Param,
                                bool IsPlainValue) {
  const Operand Value = handlePassed(Arg);
  if (!Value.isPlace())
    return;
  const auto MayChange = [](QualType Referent) {
    return !Referent.isConstQualified() && !Referent->isFunctionType();
  };
  if (Arg->isGLValue()) {
    use(Value, Arg);
    if (Param->isRValueReferenceType() && Arg->isXValue())
      emit(ForgetEvent{Value.At}, Arg);
    if (!IsPlainValue && Effects.isHandle(Arg->getType().getUnqualifiedType()))
      useThrough(Value, Arg, UseEvent::Kind::Passed);
    if (Param->isReferenceType() && MayChange(Param->getPointeeType()))
      emit(WriteEvent{Value.At, /*OfContainer=*/false, /*MayTakeOut=*/true},
           Arg);
    return;
  }
  if (IsPlainValue)
    return;
  if (Effects.isHandle(Arg->getType())) {
    useThrough(Value, Arg, UseEvent::Kind::Passed);
    const Operand Referent = deref(Value);
    if (Arg->getType()->isPointerType() &&
        MayChange(Arg->getType()->getPointeeType()))
      emit(WriteEvent{Referent.At, /*OfContainer=*/false, /*MayTakeOut=*/true},
           Arg);
    return;
  }
  if (Arg->getType()->isRecordType())
    emit(ForgetEvent{Value.At}, Arg);
}
