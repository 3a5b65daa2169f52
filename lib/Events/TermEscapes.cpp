//===- TermEscapes.cpp - Who else may write what has a value --------------===//
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

/// The variable, a part of which the expression is.
static const ValueDecl *variableBehind(const Expr *E) {
  for (;;) {
    E = E->IgnoreParenCasts();
    if (const auto *Made = dyn_cast<MaterializeTemporaryExpr>(E))
      E = Made->getSubExpr();
    else if (const auto *Member = dyn_cast<MemberExpr>(E);
             Member && !Member->isArrow())
      E = Member->getBase();
    else
      break;
  }
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  if (!Ref)
    return nullptr;
  if (const auto *Binding = dyn_cast<BindingDecl>(Ref->getDecl()))
    return Binding->getDecomposedDecl();
  return Ref->getDecl();
}

void TermBuilder::escape(const Expr *E) {
  if (const auto *Choice =
          dyn_cast<ConditionalOperator>(E->IgnoreParenCasts())) {
    escape(Choice->getTrueExpr());
    escape(Choice->getFalseExpr());
  }
  if (const ValueDecl *Var = variableBehind(E))
    Escaped.insert(Var);
}

static bool isWritableReference(QualType Type) {
  return Type->isReferenceType() && !Type->getPointeeType().isConstQualified();
}

/// Whether what is passed by reference may be written after the call: by what
/// it hands out, or by an object that it makes.
bool TermBuilder::keepsArguments(const CallExpr *E) {
  const QualType Result = E->getType();
  return E->isGLValue() || Result->isPointerType() || Result->isRecordType();
}

/// Which of two objects is written, nobody knows there.
static bool isChoice(const Expr *E) {
  return isa<AbstractConditionalOperator>(E->IgnoreParens());
}

void TermBuilder::collectEscapes(const Stmt *Start) {
  llvm::SmallVector<const Stmt *, 64> Pending{Start};
  const auto PassAll = [&](const FunctionDecl *Callee, auto Args,
                           unsigned First) {
    unsigned I = 0;
    for (const Expr *Arg : Args) {
      const unsigned Param = I++;
      if (Param < First)
        continue;
      if (!Callee || Param - First >= Callee->getNumParams() ||
          isWritableReference(Callee->getParamDecl(Param - First)->getType()))
        escape(Arg);
    }
  };
  while (!Pending.empty()) {
    const Stmt *S = Pending.pop_back_val();
    if (!S)
      continue;
    if (const auto *Unary = dyn_cast<UnaryOperator>(S);
        Unary &&
        (Unary->getOpcode() == UO_AddrOf || isChoice(Unary->getSubExpr())))
      escape(Unary->getSubExpr());
    else if (const auto *Binary = dyn_cast<BinaryOperator>(S);
             Binary && Binary->isAssignmentOp() && isChoice(Binary->getLHS()))
      escape(Binary->getLHS());
    else if (const auto *Assembly = dyn_cast<GCCAsmStmt>(S)) {
      for (unsigned I = 0; I < Assembly->getNumOutputs(); ++I)
        escape(Assembly->getOutputExpr(I));
    } else if (const auto *Cast = dyn_cast<CastExpr>(S);
               Cast && Cast->getCastKind() == CK_ArrayToPointerDecay)
      escape(Cast->getSubExpr());
    else if (const auto *Lambda = dyn_cast<LambdaExpr>(S)) {
      for (const LambdaCapture &C : Lambda->captures())
        if (C.capturesVariable() && C.getCaptureKind() == LCK_ByRef)
          Escaped.insert(C.getCapturedVar());
    } else if (const auto *Declaration = dyn_cast<DeclStmt>(S)) {
      for (const Decl *D : Declaration->decls())
        if (const auto *Var = dyn_cast<VarDecl>(D);
            Var && Var->getInit() && isWritableReference(Var->getType()) &&
            !Var->isImplicit())
          escape(Var->getInit());
    } else if (const auto *Return = dyn_cast<ReturnStmt>(S)) {
      if (Return->getRetValue() && Return->getRetValue()->isGLValue())
        escape(Return->getRetValue());
    } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
      const bool IsOperatorOfClass =
          isa<CXXOperatorCallExpr>(Call) &&
          isa_and_nonnull<CXXMethodDecl>(Call->getDirectCallee());
      if (keepsArguments(Call))
        PassAll(Call->getDirectCallee(), Call->arguments(), IsOperatorOfClass);
    } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(S)) {
      if (!Construct->getConstructor()->isCopyOrMoveConstructor())
        PassAll(Construct->getConstructor(), Construct->arguments(), 0);
    } else if (const auto *List = dyn_cast<InitListExpr>(S)) {
      // A member may be a reference to what it starts with.
      for (const Expr *Init : List->inits())
        if (Init->isGLValue())
          escape(Init);
    }
    for (const Stmt *Child : S->children())
      Pending.push_back(Child);
  }
}

bool TermBuilder::isWithin(CellId C, CellId Outer) const {
  for (;; C = Into.Cells[C.value()].Base) {
    if (C == Outer)
      return true;
    if (!Into.Cells[C.value()].Base.isValid())
      return false;
  }
}

/// Whether a write of \p A may be one of \p B.
bool TermBuilder::mayAlias(CellId A, CellId B) const {
  const Cell &W = Into.Cells[A.value()];
  const Cell &R = Into.Cells[B.value()];
  if (A == B || !W.IsShared || !R.IsShared || R.K == Cell::Kind::End ||
      W.K == Cell::Kind::End || isWithin(B, A))
    return false;
  if (W.Type.isNull() || R.Type.isNull())
    return true;
  const QualType Written = W.Type.getCanonicalType().getUnqualifiedType();
  const QualType Read = R.Type.getCanonicalType().getUnqualifiedType();
  if (W.IsModelled && !R.IsModelled)
    return false;
  // What is a class has parts of any type; only its own methods change what a
  // modelled one is.
  if (R.Type->isRecordType())
    return !R.IsModelled || Written == Read ||
           (W.Type->isRecordType() && !W.IsModelled);
  if (W.Type->isRecordType() || Written->isCharType() || Written->isVoidType())
    return true;
  for (CellId C = B; C.isValid(); C = Into.Cells[C.value()].Base)
    if (W.K == Cell::Kind::Member &&
        Into.Cells[C.value()].K == Cell::Kind::Member &&
        Into.Cells[C.value()].Of == W.Of)
      return true;
  // Two members are one only if they have one name.
  const bool AreMembers =
      W.K == Cell::Kind::Member && R.K == Cell::Kind::Member;
  const bool AreNumbers =
      Written->isIntegerType() && Read->isIntegerType() &&
      Context.getTypeSize(Written) == Context.getTypeSize(Read);
  return !AreMembers && (Written == Read || AreNumbers);
}

void TermBuilder::findAliases() {
  Into.Aliases.resize(Into.Cells.size());
  for (uint32_t A = 0; A < Into.Cells.size(); ++A)
    for (uint32_t B = 0; B < Into.Cells.size(); ++B)
      if (mayAlias(CellId(A), CellId(B)))
        Into.Aliases[A].push_back(CellId(B));
}
