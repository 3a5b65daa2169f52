//===- TermCalls.cpp - What calls do to values ----------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TermBuilder.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace tombstone;

TermBuilder::Call TermBuilder::partsOf(const CallExpr *E) {
  Call C{callParts(*E), E};
  if (!C.Callee)
    return C;
  if (!C.Object) {
    C.R = Effects.function(*C.Callee, C.Args.size());
    return C;
  }
  const CXXRecordDecl *Record = classOfObject(C.Object);
  C.R = Effects.method(*C.Callee, Record, C.Args.size());
  if (const auto Class = Effects.classOf(Record))
    C.HasUniqueKeys = Class.Model->UniqueKeys;
  return C;
}

bool TermBuilder::isOfLibrary(const Call &C) const {
  return C.R || (C.Callee && Context.getSourceManager().isInSystemHeader(
                                 C.Callee->getLocation()));
}

const Effect *TermBuilder::effectOf(const Call &C, Effect::Kind K) {
  if (!C.R)
    return nullptr;
  const auto It =
      llvm::find_if(C.R->Effects, [&](const Effect &E) { return E.K == K; });
  return It == C.R->Effects.end() ? nullptr : &*It;
}

/// The value of the key that the effect names: an argument as it is.
std::optional<TermId> TermBuilder::keyOf(const Call &C, const Effect &E) {
  if (!E.What.Key || E.What.Key->K != KeySpec::Kind::Equal ||
      E.What.Region.Root != RegionPath::RootKind::This ||
      !E.What.Region.Members.empty() || E.What.Region.Pointee)
    return std::nullopt;
  const RegionPath &Key = E.What.Key->First;
  if (Key.Root != RegionPath::RootKind::Argument || !Key.Members.empty() ||
      Key.Pointee || Key.Argument >= C.Args.size())
    return std::nullopt;
  return objectValue(C.Args[Key.Argument]);
}

TermId TermBuilder::has(TermId Container, TermId Key) {
  return isTrue(apply("has", {Container, Key}));
}

/// Both are always equally true.
void TermBuilder::fact(TermId A, TermId B) {
  assume(junction(Term::Kind::Or, junction(Term::Kind::And, A, B),
                  junction(Term::Kind::And, negated(A), negated(B))));
}

void TermBuilder::onlyIf(const Call &C, TermId Condition) {
  const auto [It, IsNew] =
      Into.Conditions.try_emplace({Block, C.E->getEndLoc()}, Condition);
  // Two calls of one macro stand in one place.
  if (!IsNew)
    It->second = TermId();
}

/// Whether the method only looks, or would if its object were const: it has an
/// overload for that.
bool TermBuilder::isReader(const CXXMethodDecl &Method) const {
  if (Method.isConst())
    return true;
  const auto IsTwin = [&](const NamedDecl *D) {
    const auto *Other = dyn_cast<CXXMethodDecl>(D->getUnderlyingDecl());
    if (!Other || !Other->isConst() ||
        Other->getNumParams() != Method.getNumParams())
      return false;
    return llvm::all_of(
        llvm::zip(Other->parameters(), Method.parameters()), [&](auto Params) {
          auto [A, B] = Params;
          return Context.hasSameType(A->getType(), B->getType());
        });
  };
  return llvm::any_of(Method.getParent()->lookup(Method.getDeclName()), IsTwin);
}

/// Whether code of the user may run in a call of a library: what it is passed
/// can be called.
bool TermBuilder::runsOthers(const Call &C) {
  return llvm::any_of(C.Args, [&](const Expr *Arg) {
    const QualType Type = Arg->getType().getNonReferenceType();
    if (Type->isFunctionType() || Type->isFunctionPointerType())
      return true;
    const CXXRecordDecl *Record = Type->getAsCXXRecordDecl();
    return Record && Record->hasDefinition() &&
           (Record->isLambda() ||
            llvm::any_of(Record->methods(), [](const CXXMethodDecl *M) {
              return M->getOverloadedOperator() == OO_Call;
            }));
  });
}

static bool isWritableReference(QualType Type) {
  return Type->isReferenceType() && !Type->getPointeeType().isConstQualified();
}

/// What is passed to be written has any value after the call.
void TermBuilder::writeArguments(const Call &C) {
  for (unsigned I = 0; I < C.Args.size(); ++I) {
    const Expr *Arg = C.Args[I];
    const auto *Ref = dyn_cast<DeclRefExpr>(Arg->IgnoreParenImpCasts());
    // The graph takes a structured binding apart.
    if (Ref && isa<DecompositionDecl>(Ref->getDecl()))
      continue;
    const bool IsWritable =
        !C.Callee || I >= C.Callee->getNumParams() ||
        isWritableReference(C.Callee->getParamDecl(I)->getType());
    if (!Arg->isGLValue() || !IsWritable)
      continue;
    if (const auto Cell = cellOf(Arg))
      forget(*Cell);
    else
      forget(anyCell(Arg->getType(), nullptr));
  }
}

void TermBuilder::addUnknown(const Call &C) {
  forgetShared();
  writeArguments(C);
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(C.Callee);
  if (C.Object && !(Method && Method->isConst()))
    if (const auto Object = C.Object->getType()->isPointerType()
                                ? cellBehind(C.Object)
                                : cellOf(C.Object))
      forget(*Object);
}

void TermBuilder::addCall(const CallExpr *E) {
  if (E->getBuiltinCallee() == Builtin::BI__builtin_assume)
    return assume(isTrue(valueOf(E->getArg(0))));
  if (E->getBuiltinCallee() == Builtin::BI__builtin_expect ||
      E->getBuiltinCallee() == Builtin::BI__builtin_expect_with_probability) {
    Known[E] = valueOf(E->getArg(0));
    return;
  }
  if (E->isCallToStdMove())
    return;
  const Call C = partsOf(E);
  if (C.Callee && C.Callee->hasAttr<ConstAttr>()) {
    llvm::SmallVector<TermId, 2> Args;
    for (const Expr *Arg : C.Args)
      Args.push_back(objectValue(Arg));
    Known[E] = apply(C.Callee->getQualifiedNameAsString(), Args);
    return;
  }
  if (addOperator(C) || addMethod(C))
    return;
  if (!isOfLibrary(C) || runsOthers(C)) {
    for (const Expr *Arg : C.Args)
      if (Arg->getType()->isScalarType())
        Into.Arguments[{Block, Arg}] = isTrue(objectValue(Arg));
    addUnknown(C);
    if (E->getType()->isScalarType() && !E->isGLValue()) {
      Known[E] = unknown();
      Into.Results.try_emplace({Block, E->getEndLoc()}, Known[E]);
    }
    return;
  }
  const bool PassesPointer = llvm::any_of(C.Args, [](const Expr *Arg) {
    return Arg->getType()->isPointerType() &&
           !Arg->getType()->getPointeeType().isConstQualified();
  });
  if (PassesPointer)
    forgetShared();
  writeArguments(C);
}

/// Comparisons and assignments of objects.
bool TermBuilder::addOperator(const Call &C) {
  const auto *E = dyn_cast<CXXOperatorCallExpr>(C.E);
  if (!E)
    return false;
  const OverloadedOperatorKind K = E->getOperator();
  const bool IsPlain =
      isOfLibrary(C) || Effects.isHandle(E->getArg(0)->getType());
  if (!IsPlain)
    return false;
  if (K == OO_EqualEqual || K == OO_ExclaimEqual) {
    const TermId Same =
        equal(objectValue(E->getArg(0)), objectValue(E->getArg(1)));
    Known[E] = K == OO_EqualEqual ? Same : negated(Same);
    return true;
  }
  if (K == OO_Exclaim) {
    Known[E] = isZero(objectValue(E->getArg(0)));
    return true;
  }
  if (K != OO_Equal || C.Args.size() != 1)
    return false;
  const QualType Left = E->getArg(0)->getType();
  const bool IsCopy =
      Context.hasSameUnqualifiedType(Left, E->getArg(1)->getType()) ||
      E->getArg(1)->getType()->isNullPtrType();
  const TermId Value = IsCopy ? objectValue(E->getArg(1)) : unknown();
  const auto Target = cellOf(E->getArg(0));
  set(Target ? *Target : anyCell(Left, nullptr), Value);
  if (Target && Effects.classOf(Left))
    forget(endOf(*Target));
  if (const auto Source = cellOf(E->getArg(1));
      Source && E->getArg(1)->isXValue())
    forget(*Source);
  return true;
}

bool TermBuilder::addMethod(const Call &C) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(C.Callee);
  if (!Method || !C.Object ||
      (!isOfLibrary(C) && !Effects.isHandle(C.Object->getType())) ||
      runsOthers(C))
    return false;
  QualType Type = C.Object->IgnoreParenImpCasts()->getType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  if (mayChangeAnyTime(Type))
    return true;
  const auto Object = C.Object->getType()->isPointerType()
                          ? cellBehind(C.Object)
                          : cellOf(C.Object);
  writeArguments(C);
  if (isReader(*Method)) {
    if (Object)
      Known[C.E] = addReader(C, *Object);
    return true;
  }
  addChange(C, Object ? *Object : anyCell(Type, nullptr));
  return true;
}

/// The result depends on the object and the arguments, and on nothing else.
TermId TermBuilder::addReader(const Call &C, CellId Object) {
  const auto *Method = cast<CXXMethodDecl>(C.Callee);
  const Effect *Borrowed = effectOf(C, Effect::Kind::Borrow);
  if (Borrowed && Borrowed->What.Key && Borrowed->To.Members.empty() &&
      Borrowed->What.Key->K == KeySpec::Kind::End)
    return read(endOf(Object));
  const TermId Container = read(Object);
  if (isa<CXXConversionDecl>(Method) && C.E->getType()->isBooleanType())
    return isTrue(Container);
  if (const Effect *Tells = effectOf(C, Effect::Kind::Tells)) {
    const auto Key = keyOf(C, *Tells);
    const TermId IsThere = Key ? has(Container, *Key) : isTrue(unknown());
    if (C.E->getType()->isBooleanType() ||
        (C.E->getType()->isIntegralOrEnumerationType() && C.HasUniqueKeys))
      return IsThere;
    if (Borrowed && Key) {
      const TermId Found = apply("find", {Container, *Key});
      fact(negated(equal(Found, read(endOf(Object)))), IsThere);
      return Found;
    }
    const TermId Result = unknown();
    fact(isTrue(Result), IsThere);
    return Result;
  }
  llvm::SmallVector<TermId, 2> Operands{Container};
  for (const Expr *Arg : C.Args)
    Operands.push_back(objectValue(Arg));
  if (C.E->getType()->isFloatingType() || C.E->isGLValue())
    return unknown();
  return apply(Method->getQualifiedNameAsString(), Operands);
}

/// The bool in what an insertion returns: whether it inserted.
static const FieldDecl *flagOf(QualType Result) {
  const CXXRecordDecl *Record = Result->getAsCXXRecordDecl();
  const FieldDecl *Flag = nullptr;
  if (!Record || !Record->hasDefinition())
    return nullptr;
  for (const FieldDecl *Field : Record->fields())
    if (Field->getType()->isBooleanType()) {
      if (Flag)
        return nullptr;
      Flag = Field;
    }
  return Flag;
}

/// A method that is not const: the object has another value after it, of which
/// the row says something.
void TermBuilder::addChange(const Call &C, CellId Object) {
  const TermId Before = read(Object);
  std::optional<TermId> Key;
  const Effect *Kill = effectOf(C, Effect::Kind::Kill);
  const Effect *Borrow = effectOf(C, Effect::Kind::Borrow);
  const Effect *Makes = effectOf(C, Effect::Kind::Makes);
  const Effect *Grow = effectOf(C, Effect::Kind::Grow);
  const bool IsErasure = Kill && Kill->What.Key;
  if (IsErasure && Kill->What.Key->K == KeySpec::Kind::At &&
      Kill->What.Key->First.Root == RegionPath::RootKind::Argument &&
      Kill->What.Key->First.Argument < C.Args.size()) {
    const Expr *It = C.Args[Kill->What.Key->First.Argument];
    const TermId Erased = objectValue(It);
    onlyIf(C, negated(equal(Erased, read(endOf(Object)))));
    const auto [At, IsNew] =
        Into.Erased.try_emplace({Block, C.E->getEndLoc()}, Erased);
    if (!IsNew)
      At->second = TermId();
  }
  if (const Effect *About = IsErasure ? Kill : Makes ? Makes : Borrow)
    Key = keyOf(C, *About);
  const bool Swaps = effectOf(C, Effect::Kind::Swap) ||
                     effectOf(C, Effect::Kind::Move) ||
                     effectOf(C, Effect::Kind::Overwrite);
  TermId Result = unknown();
  const FieldDecl *Flag = Borrow && Borrow->To.Members.size() == 1
                              ? flagOf(C.E->getType())
                              : nullptr;
  if (IsErasure && Key) {
    const TermId WasThere = has(Before, *Key);
    onlyIf(C, WasThere);
    if (C.E->getType()->isIntegralOrEnumerationType())
      Result = C.HasUniqueKeys ? WasThere : Result;
    if (C.E->getType()->isIntegralOrEnumerationType() && !C.HasUniqueKeys)
      fact(isTrue(Result), WasThere);
  }
  if (Flag) {
    const TermId Inserted =
        isTrue(apply("member " + Flag->getQualifiedNameAsString(), {Result}));
    onlyIf(C, Inserted);
    if (Key && C.HasUniqueKeys)
      fact(Inserted, negated(has(Before, *Key)));
  }
  if (Grow && !Flag) {
    Effect There;
    if (Grow->Unless)
      There.What = *Grow->Unless;
    else if (Makes)
      There.What = Makes->What;
    if (const auto New = keyOf(C, There))
      onlyIf(C, negated(has(Before, *New)));
  }
  forget(Object);
  if (Swaps)
    forget(endOf(Object));
  if (Key && IsErasure)
    assume(negated(has(read(Object), *Key)));
  else if (Key && (Makes || Flag))
    assume(has(read(Object), *Key));
  if (!C.E->isGLValue())
    Known[C.E] = Result;
}

void TermBuilder::addConstruction(const CXXConstructExpr *E) {
  const CXXConstructorDecl *Ctor = E->getConstructor();
  const bool IsOfLibrary =
      !Ctor->isUserProvided() ||
      Context.getSourceManager().isInSystemHeader(Ctor->getLocation()) ||
      Effects.isHandle(E->getType());
  Known[E] = computeConstruct(E);
  if (!IsOfLibrary)
    forgetShared();
  for (unsigned I = 0; I < E->getNumArgs() && I < Ctor->getNumParams(); ++I) {
    const Expr *Arg = E->getArg(I);
    if (!Arg->isGLValue() ||
        !isWritableReference(Ctor->getParamDecl(I)->getType()))
      continue;
    if (const auto Cell = cellOf(Arg))
      forget(*Cell);
  }
}
