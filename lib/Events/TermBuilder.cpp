//===- TermBuilder.cpp - From conditions to terms -------------------------===//
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

BodyTerms::BodyTerms(ASTContext &Context, CalleeEffects &Effects,
                     const Body &B) {
  TermBuilder(Context, Effects, B, *this).run();
}

EdgeTerm BodyTerms::edge(unsigned Block, unsigned Successor) const {
  auto It = Edges.find({Block, Successor});
  return It == Edges.end() ? EdgeTerm() : It->second;
}

EdgeTerm BodyTerms::condition(unsigned Block, const Event &E) const {
  const std::pair At{Block, E.Range.getEnd()};
  if (E.Result) {
    auto It = Results.find(At);
    return It == Results.end() ? EdgeTerm()
                               : EdgeTerm{It->second, E.Result->IsTrue};
  }
  if (E.Argument) {
    auto It = Arguments.find({Block, E.Argument->Of});
    return It == Arguments.end() ? EdgeTerm()
                                 : EdgeTerm{It->second, E.Argument->IsTrue};
  }
  const bool IsOfRow = E.By == Doer::Self && !E.Origin &&
                       (std::holds_alternative<KillEvent>(E.V) ||
                        std::holds_alternative<RelocateEvent>(E.V));
  auto It = Conditions.find(At);
  return IsOfRow && It != Conditions.end() ? EdgeTerm{It->second, true}
                                           : EdgeTerm();
}

TermId BodyTerms::erasedBy(unsigned Block, const Event &E) const {
  auto It = Erased.find({Block, E.Range.getEnd()});
  const bool IsOfRow =
      E.By == Doer::Self && !E.Origin && std::holds_alternative<KillEvent>(E.V);
  return IsOfRow && It != Erased.end() ? It->second : TermId();
}

CellId BodyTerms::cellOf(const void *Variable) const {
  for (uint32_t I = 0; I < Cells.size(); ++I)
    if (Cells[I].K == Cell::Kind::Root && Cells[I].Of == Variable)
      return CellId(I);
  return CellId();
}

void TermBuilder::run() {
  collectEscapes(B.function().getBody());
  if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(&B.function()))
    for (const CXXCtorInitializer *Init : Ctor->inits())
      collectEscapes(Init->getInit());
  findElements();
  addBlocks();
  // Which values cross from one block to another is known when all were asked
  // for.
  if (!Crossing.empty())
    addBlocks();
  findAliases();
}

/// Expressions whose value is that of the moment: the others are put together
/// where they are asked for.
static bool isOfItsMoment(const Expr *E) {
  if (isa<CallExpr, CXXConstructExpr>(E))
    return true;
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return Cast->getCastKind() == CK_LValueToRValue;
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return Unary->isIncrementDecrementOp();
  const auto *Binary = dyn_cast<BinaryOperator>(E);
  return Binary && Binary->isAssignmentOp();
}

void TermBuilder::findElements() {
  for (const CFGBlock *At : B.graph())
    for (const CFGElement &Element : *At)
      if (const auto S = Element.getAs<CFGStmt>())
        if (const auto *E = dyn_cast<Expr>(S->getStmt()); E && isOfItsMoment(E))
          Elements[E] = At->getBlockID();
}

void TermBuilder::addBlocks() {
  const unsigned NumBlocks = B.graph().getNumBlockIDs();
  Into.Labels = NameTable();
  Into.Cells.clear();
  Into.Terms.clear();
  Into.Edges.clear();
  Into.Conditions.clear();
  Into.Results.clear();
  Into.Erased.clear();
  Into.Arguments.clear();
  Into.Ops.assign(NumBlocks, {});
  Into.LastElement.assign(NumBlocks, 0);
  CellIds.clear();
  Decided.clear();
  Arms.clear();
  for (const CFGBlock *At : B.graph())
    addOperands(*At);
  // In the order of the source: cells and labels get their numbers by it.
  for (const CFGBlock *At : llvm::reverse(B.graph()))
    addBlock(*At);
}

/// What an operand of `&&`, `||` or `?:` is, the whole is if nothing is
/// evaluated after it.
void TermBuilder::addArm(const Expr *Arm, CellId Whole) {
  Arm = Arm->IgnoreParens();
  Arms[Arm].push_back(Whole);
  const Expr *Inner = Arm->IgnoreParenImpCasts();
  if (const auto *Logical = dyn_cast<BinaryOperator>(Inner);
      Logical && Logical->isLogicalOp()) {
    addArm(Logical->getLHS(), Whole);
    addArm(Logical->getRHS(), Whole);
  }
}

void TermBuilder::addOperands(const CFGBlock &Block) {
  const auto Decide = [&](const Expr *Whole, const Expr *A, const Expr *B) {
    if (Decided.count(Whole))
      return;
    Cell C;
    C.Of = Whole;
    C.Type = Whole->getType();
    C.IsResult = true;
    const CellId Id = intern(C);
    Decided[Whole] = Id;
    addArm(A, Id);
    addArm(B, Id);
  };
  const Stmt *S = Block.getTerminatorStmt();
  if (!S || !Block.getTerminator().isStmtBranch())
    return;
  if (const auto *Logical = dyn_cast<BinaryOperator>(S);
      Logical && Logical->isLogicalOp())
    Decide(Logical, Logical->getLHS(), Logical->getRHS());
  else if (const auto *Choice = dyn_cast<ConditionalOperator>(S);
           Choice && !Choice->getType()->isVoidType())
    Decide(Choice, Choice->getTrueExpr(), Choice->getFalseExpr());
}

//===----------------------------------------------------------------------===//
// Blocks
//===----------------------------------------------------------------------===//

void TermBuilder::addBlock(const CFGBlock &At) {
  Block = At.getBlockID();
  Known.clear();
  for (const CFGElement &Element : At) {
    Into.LastElement[Block] = Into.Ops[Block].size();
    if (const auto S = Element.getAs<CFGStmt>()) {
      addStatement(S->getStmt());
    } else if (const auto Init = Element.getAs<CFGInitializer>()) {
      const CXXCtorInitializer &I = *Init->getInitializer();
      if (const FieldDecl *Field = I.getAnyMember())
        set(anyCell(Field->getType(), Field), objectValue(I.getInit()));
    } else if (const auto Dtor = Element.getAs<CFGImplicitDtor>()) {
      const CXXDestructorDecl *D = Dtor->getDestructorDecl(Context);
      const bool IsOfLibrary =
          D && (D->isTrivial() ||
                Context.getSourceManager().isInSystemHeader(D->getLocation()));
      if (!IsOfLibrary)
        forgetShared();
    }
  }
  addEdges(At);
}

void TermBuilder::assume(TermId T) {
  Into.Ops[Block].push_back({ValueOp::Kind::Assume, CellId(), T});
}

void TermBuilder::addDeclaration(const VarDecl &Var) {
  const auto C = cellOfVariable(Var);
  if (!C || Var.isStaticLocal())
    return;
  const bool IsReference = Var.getType()->isReferenceType();
  if (!IsReference && Var.getInit())
    return set(*C, objectValue(Var.getInit()));
  // In each turn of a loop a reference may be bound to another object.
  if (!IsReference || Into.Cells[C->value()].Of == Var.getCanonicalDecl())
    forget(*C);
}

void TermBuilder::addStatement(const Stmt *S) {
  if (const auto *Declaration = dyn_cast<DeclStmt>(S)) {
    for (const Decl *D : Declaration->decls())
      if (const auto *Var = dyn_cast<VarDecl>(D))
        addDeclaration(*Var);
    return;
  }
  if (const auto *Attributed = dyn_cast<AttributedStmt>(S)) {
    for (const Attr *A : Attributed->getAttrs())
      if (const auto *Assumed = dyn_cast<CXXAssumeAttr>(A))
        assume(valueOf(Assumed->getAssumption()));
    return;
  }
  const auto *E = dyn_cast<Expr>(S);
  if (!E || E->isTypeDependent() || E->containsErrors())
    return;
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    addCall(Call);
  } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
    addConstruction(Construct);
  } else if (const auto *Compound = dyn_cast<CompoundAssignOperator>(E)) {
    addCompound(Compound);
  } else if (const auto *Binary = dyn_cast<BinaryOperator>(E);
             Binary && Binary->getOpcode() == BO_Assign) {
    const TermId Value = objectValue(Binary->getRHS());
    const auto C = cellOf(Binary->getLHS());
    const auto *Member = dyn_cast<MemberExpr>(Binary->getLHS()->IgnoreParens());
    set(C ? *C
          : anyCell(Binary->getLHS()->getType(),
                    Member ? dyn_cast<FieldDecl>(Member->getMemberDecl())
                           : nullptr),
        Value);
    Known[E] = Value;
  } else if (const auto *Unary = dyn_cast<UnaryOperator>(E);
             Unary && Unary->isIncrementDecrementOp()) {
    addUpdate(Unary);
  } else if (isa<CXXDeleteExpr, CoroutineSuspendExpr>(E)) {
    forgetShared();
  } else if (const auto *Cast = dyn_cast<CastExpr>(E);
             Cast && Cast->getCastKind() == CK_LValueToRValue) {
    Known[E] = computeCast(Cast);
  }
  if (Crossing.contains(E))
    set(cellOfValue(E), valueOf(E));
  if (auto Cells = Arms.find(E->IgnoreParens()); Cells != Arms.end())
    for (CellId C : llvm::SmallVector<CellId, 1>(Cells->second))
      set(C, objectValue(E));
}

void TermBuilder::addUpdate(const UnaryOperator *E) {
  const auto C = cellOf(E->getSubExpr());
  if (!C)
    return set(anyCell(E->getType(), nullptr), unknown());
  const TermId Old = read(*C);
  const TermId New =
      E->getType()->isIntegralOrEnumerationType()
          ? apply(E->isIncrementOp() ? "+" : "-", {Old, number(1)})
          : unknown();
  if (E->isIncrementOp() && Into.Cells[C->value()].IsCounter)
    assume(negated(less(New, Old)));
  set(*C, New);
  Known[E] = E->isPostfix() ? Old : New;
}

void TermBuilder::addCompound(const CompoundAssignOperator *E) {
  const auto C = cellOf(E->getLHS());
  if (!C)
    return set(anyCell(E->getLHS()->getType(), nullptr), unknown());
  const bool IsPlain = E->getType()->isIntegralOrEnumerationType();
  const TermId Right = valueOf(E->getRHS());
  const bool IsBool = E->getType()->isBooleanType();
  TermId New = unknown();
  if (IsBool && E->getOpcode() == BO_OrAssign)
    New = junction(Term::Kind::Or, isTrue(read(*C)), isTrue(Right));
  else if (IsBool && E->getOpcode() == BO_AndAssign)
    New = junction(Term::Kind::And, isTrue(read(*C)), isTrue(Right));
  else if (IsPlain)
    New = apply(BinaryOperator::getOpcodeStr(
                    BinaryOperator::getOpForCompoundAssignment(E->getOpcode()))
                        .str() +
                    " " + E->getType().getCanonicalType().getAsString(),
                {read(*C), Right});
  set(*C, New);
  Known[E] = New;
}

//===----------------------------------------------------------------------===//
// Edges
//===----------------------------------------------------------------------===//

void TermBuilder::addEdges(const CFGBlock &At) {
  const Stmt *Branch = At.getTerminatorStmt();
  if (!Branch || !At.getTerminator().isStmtBranch())
    return;
  if (const auto *Switch = dyn_cast<SwitchStmt>(Branch))
    return addCases(At, *Switch);
  if (At.succ_size() != 2 || isa<CXXTryStmt>(Branch))
    return;
  const auto *Condition = dyn_cast_or_null<Expr>(
      At.empty() ? At.getTerminatorCondition() : At.getLastCondition());
  if (!Condition || Condition->containsErrors())
    return;
  const TermId Value = isTrue(valueOf(Condition));
  Into.Edges[{Block, 0}] = {Value, true};
  Into.Edges[{Block, 1}] = {Value, false};
}

void TermBuilder::addCases(const CFGBlock &At, const SwitchStmt &Switch) {
  const TermId Value = valueOf(Switch.getCond());
  const auto IsCase = [&](const CaseStmt &Case) -> std::optional<TermId> {
    const auto From = constantOf(Case.getLHS());
    const auto To = Case.getRHS() ? constantOf(Case.getRHS()) : From;
    if (!From || !To)
      return std::nullopt;
    if (*From == *To)
      return equal(Value, number(*From));
    return junction(Term::Kind::And, negated(less(Value, number(*From))),
                    negated(less(number(*To), Value)));
  };
  std::optional<TermId> AnyCase;
  bool KnowsAll = true;
  for (const SwitchCase *C = Switch.getSwitchCaseList(); C;
       C = C->getNextSwitchCase())
    if (const auto *Case = dyn_cast<CaseStmt>(C)) {
      const auto Is = IsCase(*Case);
      KnowsAll &= Is.has_value();
      if (Is)
        AnyCase = AnyCase ? junction(Term::Kind::Or, *AnyCase, *Is) : *Is;
    }
  unsigned Successor = 0;
  for (const CFGBlock *Next : At.succs()) {
    const unsigned Index = Successor++;
    const auto *Case =
        Next ? dyn_cast_or_null<CaseStmt>(Next->getLabel()) : nullptr;
    if (Case) {
      if (const auto Is = IsCase(*Case))
        Into.Edges[{Block, Index}] = {*Is, true};
    } else if (Next && AnyCase && KnowsAll) {
      Into.Edges[{Block, Index}] = {*AnyCase, false};
    }
  }
}
