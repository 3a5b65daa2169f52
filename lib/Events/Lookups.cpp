//===- Lookups.cpp - Who looks for an element, and who may insert one -----===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// That an element is gone stays true until something may have inserted it. So
// all that may is an event here, whether a row says it or nothing is known; in
// doubt, it may.
//
//===----------------------------------------------------------------------===//

#include "BodyBuilder.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Analysis/AnalysisDeclContext.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"

using namespace clang;
using namespace tombstone;

using Scope = MayHaveEvent::Scope;

//===----------------------------------------------------------------------===//
// Which look-ups are read at once
//===----------------------------------------------------------------------===//

/// The call whose result, or a member of it, the expression names; null if
/// there is none.
static const Expr *lookedUp(const Expr *E) {
  for (;;) {
    E = E->IgnoreImplicit()->IgnoreParenImpCasts();
    const auto *Member = dyn_cast<MemberExpr>(E);
    if (!Member || Member->isArrow())
      break;
    E = Member->getBase();
  }
  return isa<CallExpr>(E) && E->isGLValue() ? E : nullptr;
}

static bool isConstReference(QualType Param) {
  return Param->isLValueReferenceType() &&
         Param->getPointeeType().isConstQualified();
}

static bool isNonConstMethod(const FunctionDecl *Callee) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  return Method && !Method->isConst() && !Method->isStatic();
}

/// Asking whether a value is null, zero or false is how code finds out that it
/// is the default: `if (!m[k])`.
void BodyBuilder::collectTested(const Stmt *S) {
  const auto Add = [&](const Expr *E) {
    if (const Expr *Call = E ? lookedUp(E) : nullptr)
      Tested.insert(Call);
  };
  if (const auto *Cast = dyn_cast<CastExpr>(S)) {
    const CastKind K = Cast->getCastKind();
    if (K == CK_PointerToBoolean || K == CK_IntegralToBoolean ||
        K == CK_FloatingToBoolean)
      Add(Cast->getSubExpr());
  } else if (const auto *Unary = dyn_cast<UnaryOperator>(S)) {
    if (Unary->getOpcode() == UO_LNot)
      Add(Unary->getSubExpr());
  } else if (const auto *Binary = dyn_cast<BinaryOperator>(S)) {
    if (Binary->isLogicalOp() || Binary->isComparisonOp())
      for (const Expr *Side : {Binary->getLHS(), Binary->getRHS()})
        Add(Side);
  } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(S)) {
    if (Operator->isComparisonOp())
      for (const Expr *Arg : Operator->arguments())
        Add(Arg);
  } else if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(S)) {
    Add(Choice->getCond());
  }
}

/// What is read of the results of calls before anything is written there.
void BodyBuilder::collectReads(const Stmt *S) {
  const auto Add = [&](const Expr *E) {
    if (const Expr *Call = lookedUp(E))
      ReadAtOnce.insert(Call);
  };
  const auto AddArguments = [&](auto Args, const FunctionDecl *Callee) {
    if (Callee)
      for (const auto &[Arg, Param] : llvm::zip(Args, Callee->parameters()))
        if (isConstReference(Param->getType()))
          Add(Arg);
  };
  if (const auto *Cast = dyn_cast<CastExpr>(S)) {
    if (Cast->getCastKind() == CK_LValueToRValue)
      Add(Cast->getSubExpr());
  } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(S)) {
    AddArguments(Construct->arguments(), Construct->getConstructor());
  } else if (const auto *E = dyn_cast<CallExpr>(S)) {
    const Call C = partsOf(E);
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(C.Callee);
    const bool IsTest = isa_and_nonnull<CXXConversionDecl>(C.Callee);
    if (C.Object && Method && Method->isConst() && !IsTest)
      Add(C.Object);
    AddArguments(C.Args, C.Callee);
  }
}

/// A pointer that is compared may be one that nothing was found for.
void BodyBuilder::askPointer(const Expr *E) {
  if (WantsLookups && E->getType()->isPointerType())
    useThrough(operandOf(E), E, UseEvent::Kind::Comparison);
}

/// A callee may keep what it gets the address of, and change it later.
void BodyBuilder::share(PlaceId P) {
  if (!Words.Places.hasDeref(P))
    Words.Roots.setShared(Words.Places.rootOf(P));
}

void BodyBuilder::prepareLookups() {
  for (const CFGBlock *Block : Into.graph()) {
    if (const auto *Condition =
            dyn_cast_or_null<Expr>(Block->getTerminatorCondition()))
      if (const Expr *Call = lookedUp(Condition))
        Tested.insert(Call);
    for (const CFGElement &Element : *Block) {
      const auto Part = Element.getAs<CFGStmt>();
      if (!Part || Unevaluated.contains(Part->getStmt()))
        continue;
      collectTested(Part->getStmt());
      collectReads(Part->getStmt());
      const auto *Address = dyn_cast<UnaryOperator>(Part->getStmt());
      if (Address && Address->getOpcode() == UO_AddrOf)
        if (const Operand Of = operandOf(Address->getSubExpr()); Of.isPlace())
          share(Of.At);
      if (const auto *Lambda = dyn_cast<LambdaExpr>(Part->getStmt()))
        for (const LambdaCapture &C : Lambda->captures())
          if (C.capturesVariable() && C.getCaptureKind() == LCK_ByRef)
            share(placeOf(C.getCapturedVar()));
    }
  }
}

/// A call that throws leaves the block for a handler of this function, if the
/// graph has an edge there.
bool BodyBuilder::isWithinTry(const CFGBlock &Block) {
  return !Block.getTerminatorStmt() &&
         llvm::any_of(Block.succs(), [](const CFGBlock *Next) {
           return Next &&
                  isa_and_nonnull<CXXTryStmt>(Next->getTerminatorStmt());
         });
}

//===----------------------------------------------------------------------===//
// Rows
//===----------------------------------------------------------------------===//

/// The borrow of the same element that the row hands out.
static const Effect *handedOut(const Row &R, const Target &What) {
  for (const Effect &E : R.Effects)
    if (E.K == Effect::Kind::Borrow && E.What.Region == What.Region &&
        E.What.Key == What.Key)
      return &E;
  return nullptr;
}

void BodyBuilder::applyLookup(const Call &C, const Row &R, const Effect &Eff) {
  if (!WantsLookups || !Eff.What.Key)
    return;
  const auto Class = classAt(C, Eff.What.Region);
  const bool IsOfValue = Eff.What.Region.Root == RegionPath::RootKind::This &&
                         C.Object && C.Object->isPRValue() &&
                         !C.Object->getType()->isPointerType();
  if (IsOfValue || (Class && Class.Model->Kind != ClassKind::Associative))
    return;
  LookupEvent Lookup{elementOf(C, Eff.What), LookupEvent::Kind::Needs, C.Result,
                     NameId()};
  if (!Lookup.Element.Container.isValid())
    return;
  if (const Expr *Key = argument(C, Eff.What.Key->First))
    Lookup.KeyText = name(sourceText(Key));
  if (Eff.K == Effect::Kind::Needs) {
    // Who catches what it throws has thought of it.
    if (!IsWithinTry)
      emit(std::move(Lookup), C.E);
    return;
  }
  const Effect *Found =
      Eff.K == Effect::Kind::Tells ? handedOut(R, Eff.What) : nullptr;
  if (Found) {
    const std::optional<PlaceId> Result = objectOf(C, Found->To);
    if (!Result)
      return;
    Lookup.K = LookupEvent::Kind::Finds;
    Lookup.Result = *Result;
    const SiteId Site =
        siteFor(C.E, static_cast<unsigned>(Found - R.Effects.begin()),
                Class.Model, Lookup.Element.KeyMember);
    Sites[Site.value()].KeyText = Lookup.KeyText;
    emit(std::move(Lookup), C.E);
    return;
  }
  const bool Makes = Eff.K == Effect::Kind::Makes;
  // A row is that of all overloads, and the const one makes nothing.
  if (Makes && !isNonConstMethod(C.Callee) && C.Object)
    return;
  MayHaveEvent Known{Scope::Element, Lookup.Element};
  Lookup.K = LookupEvent::Kind::Reads;
  if (Makes && ReadAtOnce.contains(C.E) && !Tested.contains(C.E))
    emit(std::move(Lookup), C.E);
  emit(std::move(Known), C.E);
}

/// Whether the row says what becomes of the elements at \p Path: that some are
/// erased or looked for. What it doesn't say may be an insertion.
static bool saysNoInsertion(const Row &R, const RegionPath &Path) {
  return llvm::any_of(R.Effects, [&](const Effect &E) {
    return E.What.Region.Root == Path.Root &&
           E.What.Region.Argument == Path.Argument &&
           (E.K == Effect::Kind::Kill || E.K == Effect::Kind::Tells ||
            E.K == Effect::Kind::Needs || E.K == Effect::Kind::Makes);
  });
}

/// `begin()` and its like: the row hands out a handle, and that is all.
static bool isAccess(const Effect &E) {
  return E.K == Effect::Kind::Detach ||
         (E.K == Effect::Kind::Borrow && E.What.Key &&
          (E.What.Key->K == KeySpec::Kind::Begin ||
           E.What.Key->K == KeySpec::Kind::End ||
           E.What.Key->K == KeySpec::Kind::At));
}

void BodyBuilder::mayHave(Scope S, PlaceId Object, const Expr *At) {
  MayHaveEvent Event;
  Event.S = S;
  Event.Element.Container = Object;
  Event.Element.Key = KeySpec::Kind::All;
  emit(std::move(Event), At);
}

/// A lambda that is handed on runs whenever the callee likes.
static bool isLambda(const Expr *E) {
  const CXXRecordDecl *Record = E->getType()->getAsCXXRecordDecl();
  if (Record && Record->isLambda())
    return true;
  E = E->IgnoreImplicit();
  if (const auto *Made = dyn_cast<CXXConstructExpr>(E))
    return Made->getNumArgs() > 0 && isLambda(Made->getArg(0));
  return false;
}

void BodyBuilder::mayInsert(const Call &C, const Row &R) {
  if (!WantsLookups)
    return;
  if (llvm::any_of(C.Args, isLambda))
    mayHave(Scope::All, PlaceId(), C.E);
  RegionPath This;
  const bool IsHandle = C.Object && isHandleObject(C);
  if (C.Object && C.This.isValid() && !IsHandle && isNonConstMethod(C.Callee) &&
      !saysNoInsertion(R, This) &&
      (R.Effects.empty() || !llvm::all_of(R.Effects, isAccess)))
    mayInsertInto(C, R);
  for (unsigned I = 0; I < C.Args.size() && I < C.Callee->getNumParams(); ++I) {
    RegionPath Arg;
    Arg.Root = RegionPath::RootKind::Argument;
    Arg.Argument = I;
    const bool IsSaid = llvm::any_of(R.Effects, [&](const Effect &E) {
      return E.What.Region == Arg || E.To == Arg;
    });
    const Operand Value = operandOf(C.Args[I]);
    if (!IsSaid && Value.isPlace() && C.Args[I]->isLValue() &&
        C.Callee->getParamDecl(I)->getType()->isReferenceType() &&
        !isConstReference(C.Callee->getParamDecl(I)->getType()))
      mayHave(Scope::Within, Value.At, C.E);
  }
}

/// The method of a row may insert into its object, or into what that has.
void BodyBuilder::mayInsertInto(const Call &C, const Row &R) {
  const auto Class = classAt(C, RegionPath());
  const bool IsContainer = Class && Class.Model->Kind == ClassKind::Associative;
  const bool Hands = llvm::any_of(
      R.Effects, [](const Effect &E) { return E.K == Effect::Kind::Borrow; });
  if (!IsContainer) {
    if (!Hands)
      mayHave(Scope::Within, C.This, C.E);
    return;
  }
  for (const Effect &E : R.Effects)
    if (E.K == Effect::Kind::Borrow && E.What.Key &&
        E.What.Region == RegionPath() &&
        E.What.Key->K == KeySpec::Kind::Equal) {
      emit(MayHaveEvent{Scope::Element, elementOf(C, E.What)}, C.E);
      return;
    }
  mayHave(Scope::Element, C.This, C.E);
}

//===----------------------------------------------------------------------===//
// Callees that nothing is known of
//===----------------------------------------------------------------------===//

/// The object that the callee may change by way of the argument; none if it
/// gets a value, or something constant.
std::optional<PlaceId> BodyBuilder::passedToChange(const Call &C, unsigned I) {
  const Expr *Arg = C.Args[I];
  const bool HasParam = C.Callee && I < C.Callee->getNumParams();
  const QualType Param =
      HasParam ? C.Callee->getParamDecl(I)->getType() : Arg->getType();
  const bool IsReference = Arg->isGLValue() && Param->isReferenceType();
  if (!IsReference && !Arg->getType()->isPointerType())
    return std::nullopt;
  const QualType Referent =
      IsReference ? Param->getPointeeType() : Arg->getType()->getPointeeType();
  if (Referent.isConstQualified())
    return std::nullopt;
  const Operand Value = IsReference ? operandOf(Arg) : deref(operandOf(Arg));
  return Value.isPlace() ? std::optional(Value.At) : std::nullopt;
}

void BodyBuilder::mayChange(const Call &C) {
  if (!WantsLookups)
    return;
  const bool IsConstruction = isa<CXXConstructExpr>(C.E);
  for (unsigned I = 0; I < C.Args.size(); ++I)
    if (const std::optional<PlaceId> Object = passedToChange(C, I)) {
      mayHave(Scope::Within, *Object, C.E);
      if (IsConstruction)
        share(*Object);
    }
  const bool IsCall =
      C.Callee && C.Callee->getDeclName().getCXXOverloadedOperator() == OO_Call;
  if (!C.Callee || IsCall || llvm::any_of(C.Args, isLambda))
    return mayHave(Scope::All, PlaceId(), C.E);
  if (IsConstruction)
    return;
  if (isa<CXXMethodDecl>(C.Callee) && C.This.isValid()) {
    if (!isNonConstMethod(C.Callee) || isHandleObject(C))
      return;
    mayHave(Scope::Within, C.This, C.E);
    // Whoever shifts into a stream wants no more than that.
    if (!isa<CXXOperatorCallExpr>(C.E))
      mayHave(Scope::Shared, PlaceId(), C.E);
    return;
  }
  // What hands out a reference is the name of an object: `registry()`.
  if (!AnalysisDeclContext::isInStdNamespace(C.Callee) && !getterOf(C))
    mayHave(Scope::Global, PlaceId(), C.E);
}
