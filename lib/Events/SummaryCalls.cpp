//===- SummaryCalls.cpp - Calls of functions that have a body -------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A summary is applied like a row, with three differences: what it does not say
// does not happen, an effect may depend on an argument, and the events lead to
// where in the callee they come from.
//
//===----------------------------------------------------------------------===//

#include "BodyBuilder.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace tombstone;

bool BodyBuilder::applySummaryOf(const Call &C, const FunctionDecl *Callee) {
  const Summary *S = Callee ? Effects.summary(*Callee) : nullptr;
  if (!S)
    return false;
  applySummary(C, *S);
  return true;
}

/// Arguments that are not written out, too: a summary counts parameters.
static llvm::SmallVector<const Expr *, 4> allArguments(const Expr *E,
                                                       unsigned First) {
  llvm::SmallVector<const Expr *, 4> Args;
  const auto Add = [&](const Expr *Arg) {
    const auto *Default = dyn_cast<CXXDefaultArgExpr>(Arg);
    Args.push_back(Default ? Default->getExpr() : Arg);
  };
  if (const auto *Call = dyn_cast<CallExpr>(E))
    llvm::for_each(llvm::drop_begin(Call->arguments(), First), Add);
  else if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    llvm::for_each(Construct->arguments(), Add);
  return Args;
}

void BodyBuilder::applySummary(const Call &Plain, const Summary &S) {
  Call C = Plain;
  IsOfSummary = true;
  if (!ImplicitCall.isValid())
    C.Args = allArguments(C.E, isa<CXXOperatorCallExpr>(C.E) && C.Object);
  Parts.clear();
  passArguments(C, S);
  // Whatever it inserts, what it says of erasures holds after it.
  if (!ImplicitCall.isValid())
    mayChange(C);
  for (unsigned I = 0; I < S.Effects.Effects.size(); ++I)
    applyEffect(C, S, I);
  comeBack(C, S);
  if (!C.E->getType()->isVoidType() && !isa<CXXConstructExpr>(C.E))
    handOutResult(C, S);
  Parts.clear();
  IsOfSummary = false;
}

/// A method runs on an object that is there. What is passed by value is the
/// callee's from here.
void BodyBuilder::passArguments(const Call &C, const Summary &S) {
  if (C.Object && C.This.isValid())
    use({C.This, false, NameId()}, C.E);
  for (unsigned I = 0; I < C.Args.size(); ++I) {
    const Operand Value = operandOf(C.Args[I]);
    const bool IsMoved = llvm::any_of(S.Effects.Effects, [&](const Effect &E) {
      return (E.K == Effect::Kind::Move || E.K == Effect::Kind::Overwrite) &&
             E.What.Region.Root == RegionPath::RootKind::Argument &&
             E.What.Region.Argument == I && E.What.Region.Members.empty();
    });
    const bool IsTaken =
        C.Args[I]->isXValue() ||
        (C.Args[I]->isPRValue() && C.Args[I]->getType()->isRecordType() &&
         !Effects.isHandle(C.Args[I]->getType()));
    if (Value.isPlace() && !Value.IsAddress && IsTaken && !IsMoved)
      emit(ForgetEvent{Value.At}, C.Args[I]);
  }
}

std::optional<bool>
BodyBuilder::holds(const Call &C, const std::optional<EffectCondition> &If) {
  if (!If)
    return true;
  const Expr *Arg = If->IsKnown ? argument(C, If->Of) : nullptr;
  if (!Arg || If->Of.Pointee || !If->Of.Members.empty())
    return std::nullopt;
  const bool IsNull =
      Arg->isNullPointerConstant(Context, Expr::NPC_NeverValueDependent) !=
      Expr::NPCK_NotNull;
  const bool IsAddress =
      isa<CXXThisExpr>(Arg->IgnoreParenImpCasts()) || operandOf(Arg).IsAddress;
  const NameId Constant = constantOf(Arg);
  if (!IsNull && !IsAddress && !Constant.isValid())
    return std::nullopt;
  const bool IsTrue = IsAddress || (!IsNull && Words.Names[Constant] != "0");
  return IsTrue != If->IsNegated;
}

/// Where the condition is what the call passes.
std::optional<OnArgument>
BodyBuilder::onArgument(const Call &C,
                        const std::optional<EffectCondition> &If) {
  if (!If || !If->IsKnown || If->Of.Root != RegionPath::RootKind::Argument ||
      If->Of.Pointee || !If->Of.Members.empty())
    return std::nullopt;
  const Expr *Arg = argument(C, If->Of);
  return Arg ? std::optional(OnArgument{Arg, !If->IsNegated}) : std::nullopt;
}

/// Where the condition is what the call returns.
std::optional<OnResult>
BodyBuilder::onResult(const Call &C, const std::optional<EffectCondition> &If) {
  if (!If || !If->IsKnown || If->Of.Root != RegionPath::RootKind::Result)
    return std::nullopt;
  // Rows have far fewer effects than this.
  constexpr unsigned OfCall = 1u << 18;
  const SiteId Site = siteFor(C.E, OfCall, nullptr, NameId());
  CallsWithResult[C.E] = Site;
  return OnResult{Site, !If->IsNegated};
}

static bool isOfResult(const Effect &E) {
  return E.K == Effect::Kind::Borrow &&
         E.To.Root == RegionPath::RootKind::Result;
}

void BodyBuilder::applyEffect(const Call &C, const Summary &S, unsigned Index) {
  const Effect &Eff = S.Effects.Effects[Index];
  const std::optional<bool> Happens = holds(C, Eff.If);
  if (isOfResult(Eff) || (Happens && !*Happens))
    return;
  CalleeOrigin = S.origin(Index);
  IsConditional = !Happens;
  // What the arguments say already nobody needs to learn from the result.
  if (!Happens)
    Result = onResult(C, Eff.And ? Eff.And : Eff.If);
  Argument = onArgument(C, Eff.If);
  if (Eff.K == Effect::Kind::Use)
    applyUse(C, Eff);
  else
    apply(C, S.Effects, Eff, Index);
  CalleeOrigin = nullptr;
  IsConditional = false;
  Result.reset();
  Argument.reset();
}

/// A handle that is passed is used where it is passed; one that an object holds
/// where the callee reads it, if that is in this unit.
void BodyBuilder::applyUse(const Call &C, const Effect &Eff) {
  const RegionPath &Path = Eff.What.Region;
  if (const Expr *Arg = argument(C, Path);
      Arg && Path.Members.empty() && !Path.Pointee) {
    if (Arg->isGLValue())
      use(operandOf(Arg), Arg);
    if (!Arg->isGLValue() || Effects.isHandle(Arg->getType()))
      useThrough(handlePassed(Arg), Arg);
    return;
  }
  const std::optional<Operand> Handle = operandOf(C, Path);
  if (!Handle || !Handle->isPlace())
    return;
  const Operand Read = deref(*Handle);
  const EffectOrigin *At = CalleeOrigin;
  while (At && At->Next)
    At = At->Next;
  if (At && !At->Far) {
    emit(UseEvent{Read.At}, At->Range, At->Loc);
    Into.Events.back().CallLoc =
        ImplicitCall.isValid() ? ImplicitCall : C.E->getExprLoc();
  } else {
    useThrough(*Handle, C.E);
  }
}

/// The result is one of the handles that the summary names.
void BodyBuilder::handOutResult(const Call &C, const Summary &S) {
  llvm::SmallVector<unsigned, 2> Whole;
  llvm::SmallVector<unsigned, 2> Parts;
  for (unsigned I = 0; I < S.Effects.Effects.size(); ++I)
    if (const Effect &Eff = S.Effects.Effects[I]; isOfResult(Eff))
      (Eff.To.Members.empty() && !Eff.To.Pointee ? Whole : Parts).push_back(I);
  handOutWhole(C, S, Whole);
  // What a handle in an optional designates comes with it.
  for (unsigned I : Parts)
    apply(C, S.Effects, S.Effects.Effects[I], I);
}

void BodyBuilder::handOutWhole(const Call &C, const Summary &S,
                               ArrayRef<unsigned> Whole) {
  if (Whole.size() == 1)
    return apply(C, S.Effects, S.Effects.Effects[Whole.front()], Whole.front());
  const bool IsHandle = C.E->isGLValue() || Effects.isHandle(C.E->getType());
  if (Whole.empty()) {
    if (IsHandle && !borrowResult(C))
      emit(FreshEvent{C.Result}, C.E);
    return;
  }
  CopyEvent Result{C.Result, {}, true};
  for (unsigned I : Whole) {
    Call Alternative = C;
    Alternative.Result = Words.Places.root(Words.Roots.intern(
        Root::Kind::Temporary, &S.Effects.Effects[I], "result", true));
    apply(Alternative, S.Effects, S.Effects.Effects[I], I);
    Result.Sources.push_back({Alternative.Result, false, NameId()});
  }
  emit(std::move(Result), C.E);
}

/// The destructor of an object that the source does not name.
void BodyBuilder::destroy(PlaceId Object, QualType Type, const Expr *Anchor,
                          SourceLocation Loc) {
  const CXXRecordDecl *Record = Type->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition() || !Anchor)
    return;
  const CXXDestructorDecl *Destructor = Record->getDestructor();
  if (!Destructor)
    return;
  const Row *R = Effects.method(*Destructor, Record, 0);
  const Summary *S = !R && Destructor->isUserProvided()
                         ? Effects.summary(*Destructor)
                         : nullptr;
  if (!R && !S)
    return;
  Call C;
  C.E = Anchor;
  C.Callee = Destructor;
  C.This = Object;
  C.ThisType = Type;
  ImplicitCall = Loc;
  Parts.clear();
  for (unsigned I = 0; R && I < R->Effects.size(); ++I)
    apply(C, *R, R->Effects[I], I);
  for (unsigned I = 0; S && I < S->Effects.Effects.size(); ++I)
    applyEffect(C, *S, I);
  Parts.clear();
  ImplicitCall = SourceLocation();
}
