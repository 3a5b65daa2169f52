//===- TermCells.cpp - What has a value ---------------------------------===//
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

CellId TermBuilder::intern(Cell C) {
  const auto [It, IsNew] =
      CellIds.try_emplace({C.K, C.Base.value(), C.Of},
                          CellId(static_cast<uint32_t>(Into.Cells.size())));
  if (IsNew) {
    // What overflows is not defined, or as good as out of reach.
    C.IsCounter =
        !C.Type.isNull() && C.Type->isIntegerType() &&
        !C.Type->isBooleanType() &&
        (C.Type->isSignedIntegerType() ? Context.getIntWidth(C.Type) >= 32
                                       : Context.getIntWidth(C.Type) >= 64);
    if (!C.Type.isNull())
      C.IsModelled = static_cast<bool>(Effects.classOf(C.Type));
    if (C.K == Cell::Kind::Member)
      C.Label = Into.Labels.intern(
          "member " +
          static_cast<const FieldDecl *>(C.Of)->getQualifiedNameAsString());
    Into.Cells.push_back(C);
  }
  return It->second;
}

/// Other threads write what has volatile methods: that is what they are for.
bool TermBuilder::mayChangeAnyTime(QualType Type) {
  Type = Type.getNonReferenceType();
  if (Type.isVolatileQualified() || Type->isAtomicType())
    return true;
  const CXXRecordDecl *Record = Type->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition())
    return false;
  const auto HasVolatile = [](const CXXRecordDecl *R) {
    return llvm::any_of(R->methods(),
                        [](const CXXMethodDecl *M) { return M->isVolatile(); });
  };
  return HasVolatile(Record) ||
         !Record->forallBases([&](const CXXRecordDecl *Base) {
           return !Base->hasDefinition() || !HasVolatile(Base);
         });
}

bool TermBuilder::isShared(const VarDecl &Var) const {
  if (Var.getType().isConstQualified())
    return false;
  return !Var.hasLocalStorage() || Var.getType()->isReferenceType() ||
         Escaped.contains(&Var) || Var.getDeclContext() != &B.function();
}

/// Whether the path leads to the same object wherever it is written: no
/// pointer on it changes.
bool TermBuilder::isStable(CellId C) {
  for (;; C = Into.Cells[C.value()].Base) {
    const Cell &At = Into.Cells[C.value()];
    if (At.K == Cell::Kind::Root)
      return true;
    if (At.K == Cell::Kind::Pointee) {
      const Cell &Pointer = Into.Cells[At.Base.value()];
      if (Pointer.K != Cell::Kind::Root || Pointer.IsShared)
        return false;
      if (!Changing)
        Changing = changingVariables(B.function().getBody());
      const auto *Var = static_cast<const ValueDecl *>(Pointer.Of);
      if (Pointer.Type.isNull() || !Pointer.Type->isPointerType() ||
          Changing->contains(Var))
        return false;
    }
  }
}

std::optional<CellId> TermBuilder::cellOfVariable(const VarDecl &Var) {
  if (mayChangeAnyTime(Var.getType()))
    return std::nullopt;
  const bool IsReference = Var.getType()->isReferenceType();
  // A reference is another name of what it was bound to.
  if (IsReference && Var.hasLocalStorage() && Var.getInit() &&
      !isa<ParmVarDecl>(Var) && Depth < 8) {
    ++Depth;
    const auto Bound = cellOf(Var.getInit());
    --Depth;
    if (Bound && isStable(*Bound))
      return Bound;
  }
  Cell C;
  C.Of = Var.getCanonicalDecl();
  C.Type = Var.getType().getNonReferenceType();
  C.IsShared = isShared(Var);
  return intern(C);
}

std::optional<CellId> TermBuilder::cellOfBinding(const BindingDecl &D) {
  const VarDecl *Holding = D.getHoldingVar();
  if (!Holding)
    return D.getBinding() ? cellOf(D.getBinding()) : std::nullopt;
  const auto *Whole = dyn_cast<VarDecl>(D.getDecomposedDecl());
  const auto *Decomposed = dyn_cast_or_null<DecompositionDecl>(Whole);
  const CXXRecordDecl *Record =
      Whole ? Whole->getType().getNonReferenceType()->getAsCXXRecordDecl()
            : nullptr;
  if (!Decomposed || !Record || !Record->hasDefinition())
    return std::nullopt;
  // A pair's members are the bindings, one by one.
  const auto Fields = llvm::to_vector<2>(Record->fields());
  const auto Bindings = Decomposed->bindings();
  if (Fields.size() != Bindings.size())
    return std::nullopt;
  const auto Base = cellOfVariable(*Whole);
  if (!Base)
    return std::nullopt;
  for (auto [Binding, Field] : llvm::zip(Bindings, Fields))
    if (Binding == &D) {
      Cell C;
      C.K = Cell::Kind::Member;
      C.Base = *Base;
      C.Of = Field;
      C.Type = Field->getType().getNonReferenceType();
      C.IsShared = Into.Cells[Base->value()].IsShared ||
                   Field->getType()->isReferenceType();
      return intern(C);
    }
  return std::nullopt;
}

/// What a pointer, an iterator or an owner refers to.
std::optional<CellId> TermBuilder::cellBehind(const Expr *Pointer) {
  const Expr *Plain = Pointer->IgnoreParenImpCasts();
  Cell C;
  C.IsShared = true;
  if (isa<CXXThisExpr>(Plain)) {
    C.Type = Plain->getType()->getPointeeType();
    return intern(C);
  }
  if (const auto *Address = dyn_cast<UnaryOperator>(Plain);
      Address && Address->getOpcode() == UO_AddrOf)
    return cellOf(Address->getSubExpr());
  const auto Base = cellOf(Plain);
  if (!Base)
    return std::nullopt;
  C.K = Cell::Kind::Pointee;
  C.Base = *Base;
  C.Type = Plain->getType()->getPointeeType();
  return intern(C);
}

std::optional<CellId> TermBuilder::cellOfMember(const MemberExpr *E) {
  if (const auto *Var = dyn_cast<VarDecl>(E->getMemberDecl()))
    return cellOfVariable(*Var);
  const auto *Field = dyn_cast<FieldDecl>(E->getMemberDecl());
  if (!Field || Field->isBitField() || mayChangeAnyTime(Field->getType()) ||
      Field->getParent()->isUnion())
    return std::nullopt;
  const auto Base =
      E->isArrow() ? cellBehind(E->getBase()) : cellOf(E->getBase());
  if (!Base)
    return std::nullopt;
  Cell C;
  C.K = Cell::Kind::Member;
  C.Base = *Base;
  C.Of = Field;
  C.Type = Field->getType().getNonReferenceType();
  C.IsShared =
      Into.Cells[Base->value()].IsShared || Field->getType()->isReferenceType();
  return intern(C);
}

std::optional<CellId> TermBuilder::cellOf(const Expr *E) {
  E = E->IgnoreParens();
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return cellOf(Full->getSubExpr());
  if (const auto *Cast = dyn_cast<CastExpr>(E)) {
    const CastKind K = Cast->getCastKind();
    const bool IsSameObject =
        K == CK_NoOp || K == CK_DerivedToBase || K == CK_UncheckedDerivedToBase;
    return IsSameObject ? cellOf(Cast->getSubExpr()) : std::nullopt;
  }
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl()))
      return cellOfVariable(*Var);
    if (const auto *Binding = dyn_cast<BindingDecl>(Ref->getDecl()))
      return cellOfBinding(*Binding);
    return std::nullopt;
  }
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return cellOfMember(Member);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() == UO_Deref)
      return cellBehind(Unary->getSubExpr());
    return Unary->isPrefix() && Unary->isIncrementDecrementOp()
               ? cellOf(Unary->getSubExpr())
               : std::nullopt;
  }
  if (const auto *Assign = dyn_cast<BinaryOperator>(E);
      Assign && Assign->isAssignmentOp())
    return cellOf(Assign->getLHS());
  if (const auto *Call = dyn_cast<CallExpr>(E); Call && Call->isCallToStdMove())
    return cellOf(Call->getArg(0));
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
      Operator && Operator->getNumArgs() == 1 &&
      (Operator->getOperator() == OO_Star ||
       Operator->getOperator() == OO_Arrow) &&
      Effects.isHandle(Operator->getArg(0)->getType())) {
    const auto Handle = cellOf(Operator->getArg(0));
    if (!Handle)
      return std::nullopt;
    Cell C;
    C.K = Cell::Kind::Pointee;
    C.Base = *Handle;
    C.IsShared = true;
    C.Type = Operator->getOperator() == OO_Star
                 ? Operator->getType().getNonReferenceType()
                 : Operator->getType()->getPointeeType();
    return intern(C);
  }
  return std::nullopt;
}

CellId TermBuilder::anyCell(QualType Type, const FieldDecl *Field) {
  Cell C;
  C.K = Field ? Cell::Kind::Member : Cell::Kind::Root;
  C.Of = Field ? static_cast<const void *>(Field)
               : Type.getCanonicalType().getUnqualifiedType().getAsOpaquePtr();
  C.Type = Type.getNonReferenceType();
  C.IsShared = true;
  return intern(C);
}

CellId TermBuilder::endOf(CellId Container) {
  Cell C;
  C.K = Cell::Kind::End;
  C.Base = Container;
  return intern(C);
}
