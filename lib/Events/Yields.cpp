//===- Yields.cpp - Code that runs in between -----------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A virtual call, a callback, a released lock, a co_await: what runs there is
// not in the body, but what it may do to the object's own containers is, if
// code in reach does it. Such events have a doer of their own; the plain checks
// don't look at them.
//
//===----------------------------------------------------------------------===//

#include "BodyBuilder.h"
#include "tombstone/Events/CallGraph.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace tombstone;

/// The class whose method this is, or in whose method this lambda stands.
const CXXRecordDecl *BodyBuilder::enclosingClass() const {
  const CXXMethodDecl *Method = methodOfThis(Into.function());
  return Method ? Method->getParent() : nullptr;
}

/// Whether the call hands out this object.
static bool isHandedThis(const CallExpr &E) {
  return llvm::any_of(E.arguments(), [](const Expr *Arg) {
    Arg = Arg->IgnoreImplicit()->IgnoreParenCasts();
    const auto *Deref = dyn_cast<UnaryOperator>(Arg);
    if (Deref && Deref->getOpcode() == UO_Deref)
      Arg = Deref->getSubExpr()->IgnoreParenCasts();
    return isa<CXXThisExpr>(Arg);
  });
}

/// A call that may reach several functions, or one that nobody knows.
void BodyBuilder::callOpen(const Call &C) {
  const auto *E = dyn_cast<CallExpr>(C.E);
  if (!E)
    return passCallable(C);
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(C.Callee);
  const bool IsWrapperCall = Method && isWrapper(C.Object) &&
                             Method->getOverloadedOperator() == OO_Call;
  if (!IsWrapperCall && !isOpenCall(*E))
    return passCallable(C);
  // A const method asks, and so does a predicate; and what this object keeps as
  // its listener was chosen by whoever owns it: all may come back, but few do.
  const bool IsPredicate =
      E->getType()->isBooleanType() && (IsWrapperCall || !Method);
  const bool IsQuery =
      IsPredicate || (Method && Method->isVirtual() && Method->isConst());
  const bool KnowsThis = AnyoneCalls || isHandedThis(*E);
  yield(Doer::Callback, E,
        /*OnlyProven=*/!KnowsThis || IsQuery || isOwnListener(C));
  if (!Method || !Method->isVirtual() || !Effects.summaries())
    return;
  // More than this, and the call says little of any of them.
  constexpr size_t MaxTargets = 16;
  const auto Targets = Effects.summaries()->targetsOf(*Method);
  if (Targets.size() > MaxTargets)
    return;
  for (const CXXMethodDecl *Target : Targets)
    if (const Summary *S = Effects.summary(*Target)) {
      // Its paths go through members of its own class.
      Call Through = C;
      Through.Object = nullptr;
      Through.ThisType = Context.getCanonicalTagType(Target->getParent());
      comeBack(Through, *S);
      for (unsigned I = 0; I < S->Effects.Effects.size(); ++I)
        if (S->Effects.Effects[I].endsElements()) {
          CalleeOrigin = S->origin(I);
          IsConditional = true;
          apply(Through, S->Effects, S->Effects.Effects[I], I);
          CalleeOrigin = nullptr;
          IsConditional = false;
        }
    }
}

/// What may run here, where code in reach shows what that is.
void BodyBuilder::yield(Doer To, const Expr *At, bool OnlyProven) {
  emit(YieldEvent{To}, At);
  if (WantsLookups)
    mayHave(MayHaveEvent::Scope::Shared, PlaceId(), At);
  const CXXRecordDecl *Class = enclosingClass();
  // Whoever has the object still while it is destroyed is wrong already.
  const bool IsOfOthers =
      To == Doer::Other && isa<CXXDestructorDecl>(Into.function());
  if (By != To || !Class || !Effects.summaries() || IsOfOthers)
    return;
  const FunctionDecl *This = Into.function().getCanonicalDecl();
  for (const Evidence &Of : Effects.summaries()->evidenceFor(*Class)) {
    // Another call of this very method has elements of its own.
    const bool IsSame = To == Doer::Other && Of.Of->Function &&
                        Of.Of->Function->getCanonicalDecl() == This;
    if ((Of.IsProven || !OnlyProven) && !IsSame)
      applyEvidence(Of, At);
  }
}

/// Whether the callback is a member of this object itself.
bool BodyBuilder::isOwnListener(const Call &C) {
  if (!C.This.isValid())
    return false;
  const RootId Start = Words.Places.rootOf(C.This);
  return Words.Roots[Start].K == Root::Kind::This;
}

/// The effects on this object, by keys that nobody knows here.
void BodyBuilder::applyEvidence(const Evidence &Of, const Expr *At) {
  Call C;
  C.E = At;
  C.Callee = Of.Of->Function;
  C.This = Words.Places.deref(thisPointer());
  C.Result = temporary(At);
  if (const CXXRecordDecl *Class = enclosingClass())
    C.ThisType = Context.getCanonicalTagType(Class);
  Parts.clear();
  for (unsigned I = 0; I < Of.Of->Effects.Effects.size(); ++I)
    applyByOther(C, *Of.Of, I);
  Parts.clear();
}

/// Whether the path starts at an object that both sides have: `this`, a global.
static bool isShared(const RegionPath &Path) {
  switch (Path.Root) {
  case RegionPath::RootKind::This:
  case RegionPath::RootKind::Global:
    return true;
  case RegionPath::RootKind::Part:
    return isShared(Path.Whole->Region);
  case RegionPath::RootKind::Argument:
  case RegionPath::RootKind::Result:
  case RegionPath::RootKind::Arguments:
  case RegionPath::RootKind::Constant:
    return false;
  }
  return false;
}

/// A lambda's `this`, that of the method around it, is an object of this class:
/// taken for this one.
static void ownThis(RegionPath &Path) {
  if (Path.Root != RegionPath::RootKind::Global ||
      !isa_and_nonnull<CXXMethodDecl>(Path.Variable))
    return;
  Path.Root = RegionPath::RootKind::This;
  Path.Variable = nullptr;
  Path.Name.clear();
}

/// The variable or member that the expression names.
static const ValueDecl *declNamed(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return Member->getMemberDecl();
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  return Ref ? Ref->getDecl() : nullptr;
}

/// The mutex that a call releases: its object, or that of the lock which is its
/// object or its first argument. Null where that does not show.
static const ValueDecl *mutexReleasedBy(const Expr *E) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
  if (!Call)
    return nullptr;
  const ValueDecl *Lock =
      declNamed(Call->getNumArgs() > 0 ? Call->getArg(0)
                                       : Call->getImplicitObjectArgument());
  const auto *Var = dyn_cast_or_null<VarDecl>(Lock);
  if (!Var || !Var->isLocalVarDecl() || !Var->getInit())
    return dyn_cast_or_null<FieldDecl>(Lock);
  const auto *Made =
      dyn_cast<CXXConstructExpr>(Var->getInit()->IgnoreImplicit());
  return Made && Made->getNumArgs() == 1
             ? dyn_cast_or_null<FieldDecl>(declNamed(Made->getArg(0)))
             : nullptr;
}

static QualType declaredType(const ValueDecl &D) {
  return D.getType().getNonReferenceType().getCanonicalType();
}

/// Whether an annotation says that another mutex than the released one guards
/// the member.
static bool isGuardHeld(const ValueDecl *Released, const CXXRecordDecl &Class,
                        const RegionPath &Path) {
  if (!Released || Path.Root != RegionPath::RootKind::This)
    return false;
  for (const FieldDecl *Field : Class.fields())
    if (const auto *Guard = Field->getAttr<GuardedByAttr>();
        Guard && Field->getName() == Path.Members.front()) {
      const ValueDecl *Mutex = declNamed(Guard->getArg());
      // A member of another type may be a lock on this very mutex.
      return Mutex && Mutex != Released &&
             declaredType(*Mutex) == declaredType(*Released);
    }
  return false;
}

void BodyBuilder::applyByOther(const Call &C, const Summary &S,
                               unsigned Index) {
  Effect Eff = S.Effects.Effects[Index];
  ownThis(Eff.What.Region);
  const RegionPath &Path = Eff.What.Region;
  // What belongs to the object is a path from it that names a member.
  if (!Eff.endsElements() || !isShared(Path) || (By == Doer::Self) ||
      (Path.Root == RegionPath::RootKind::This && Path.Members.empty()))
    return;
  // Who empties the container as a whole is not called again by what it does
  // before.
  const bool IsSame = S.Function && S.Function->getCanonicalDecl() ==
                                        Into.function().getCanonicalDecl();
  if (IsSame && !Eff.isRelocation() && Eff.What.Key &&
      Eff.What.Key->K == KeySpec::Kind::All)
    return;
  // Of a lock that a scope ends, the expression says nothing.
  if (const CXXRecordDecl *Class = enclosingClass();
      Class && !ImplicitCall.isValid() &&
      isGuardHeld(mutexReleasedBy(C.E), *Class, Path))
    return;
  if (Eff.What.Key && Eff.What.Key->K != KeySpec::Kind::End)
    Eff.What.Key = KeySpec{KeySpec::Kind::All, {}, {}};
  Eff.Unless.reset();
  CalleeOrigin = S.origin(Index);
  IsConditional = true;
  CurrentDoer = By;
  apply(C, S.Effects, Eff, Index);
  CalleeOrigin = nullptr;
  IsConditional = false;
  CurrentDoer = Doer::Self;
}

/// The path from this object, if \p Path goes through a pointer to one of its
/// class: that a callee keeps a pointer to its owner is common, and this object
/// may well be it. An object of the class by itself, such as a node below this
/// one, is another.
std::optional<RegionPath> BodyBuilder::throughThis(const Call &C,
                                                   const RegionPath &Path) {
  const CXXRecordDecl *Class = enclosingClass();
  if (!Class || Path.Root != RegionPath::RootKind::Part || Path.Whole->Key ||
      !Path.Whole->Region.Pointee || Path.Members.empty())
    return std::nullopt;
  const QualType Type = typeAt(C, *Path.Whole);
  const CXXRecordDecl *Record =
      Type.isNull() ? nullptr
                    : Type.getNonReferenceType()->getAsCXXRecordDecl();
  if (!Record || !declaresSameEntity(Record, Class))
    return std::nullopt;
  RegionPath Own;
  Own.Members = Path.Members;
  Own.Pointee = Path.Pointee;
  return Own;
}

/// A callee kills elements of an object of this class, reached by another way.
void BodyBuilder::comeBack(const Call &C, const Summary &S) {
  if (By != Doer::Callback)
    return;
  for (unsigned I = 0; I < S.Effects.Effects.size(); ++I) {
    if (!S.Effects.Effects[I].endsElements())
      continue;
    const auto Own = throughThis(C, S.Effects.Effects[I].What.Region);
    if (!Own)
      continue;
    Summary Back;
    Back.Function = S.Function;
    Back.Effects.Effects = {S.Effects.Effects[I]};
    Back.Effects.Effects.front().What.Region = *Own;
    Back.Origins = {S.origin(I)};
    applyEvidence({&Back, true}, C.E);
  }
}

/// An unknown callee runs the callable while it has the handles.
void BodyBuilder::passCallable(const Call &C) {
  if (By != Doer::Callback || !Effects.summaries())
    return;
  bool Runs = false;
  for (const Expr *Arg : C.Args)
    if (const LambdaExpr *Lambda = lambdaPassed(Arg)) {
      const CXXMethodDecl *Operator = Lambda->getCallOperator();
      if (Lambda->isGenericLambda()) {
        // Without an instance, the pattern names what it may call.
        FunctionTemplateDecl *Template =
            Operator->getDescribedFunctionTemplate();
        if (Template && !Template->specializations().empty())
          Operator = cast<CXXMethodDecl>(*Template->spec_begin());
      }
      for (const Evidence &Of : Effects.summaries()->evidenceOf(*Operator))
        applyEvidence(Of, C.E);
      Runs = true;
    }
  for (const Expr *Arg : C.Args)
    if (Runs && Effects.isHandle(Arg->getType()))
      useThrough(handlePassed(Arg), Arg);
}

/// The callable runs later, with what it captured now.
void BodyBuilder::defer(const Call &C, const Effect &Eff) {
  emit(YieldEvent{Doer::Other}, C.E);
  const Expr *Arg = argument(C, Eff.What.Region);
  const LambdaExpr *Lambda = Arg ? lambdaPassed(Arg) : nullptr;
  if (By != Doer::Other || !Lambda || Lambda->isGenericLambda())
    return;
  yield(Doer::Other, C.E);
  emit(EnterEvent{Lambda->getCallOperator()}, C.E);
}

void BodyBuilder::VisitCoroutineSuspendExpr(const CoroutineSuspendExpr *E) {
  yield(Doer::Other, E);
}

/// An element that erases itself: by its own id, from the container of its
/// kind.
void BodyBuilder::killThis(const Call &C, const Effect &Eff,
                           const KillEvent &Kill) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Into.function());
  const PlaceId Key = Kill.Element.First.At;
  if (!Method || Method->isStatic() || !Key.isValid() ||
      Kill.Element.Key != KeySpec::Kind::Equal ||
      Words.Places[Key].K != Place::Kind::Member ||
      Words.Places.base(Key) != Words.Places.deref(thisPointer()))
    return;
  const auto Container = Effects.classOf(typeAt(C, Eff.What.Region));
  if (!Container || !Effects.hasElementsOf(Container, *Method->getParent()))
    return;
  KillEvent Self = Kill;
  Self.Element.Key = KeySpec::Kind::At;
  Self.Element.First = {thisPointer(), false, NameId()};
  emit(std::move(Self), C.E);
}
