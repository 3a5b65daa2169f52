//===- TermBuilder.h - From conditions to terms -----------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Terms' inside. Goes through the elements of each block in the order of the
// graph: reads are taken where they stand, so what is written later in the
// block does not change them.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_EVENTS_TERMBUILDER_H
#define TOMBSTONE_LIB_EVENTS_TERMBUILDER_H

#include "CallParts.h"
#include "tombstone/Events/EventBuilder.h"
#include "tombstone/Events/Terms.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Analysis/CFG.h"
#include "clang/Basic/SourceManager.h"

namespace tombstone {

class TermBuilder {
public:
  TermBuilder(clang::ASTContext &Context, CalleeEffects &Effects, const Body &B,
              BodyTerms &Into)
      : Context(Context), Effects(Effects), B(B), Into(Into) {}

  void run();

private:
  // TermBuilder.cpp: blocks, statements, edges.
  void findElements();
  void addBlocks();
  void addBlock(const clang::CFGBlock &Block);
  void addStatement(const clang::Stmt *S);
  void addDeclaration(const clang::VarDecl &Var);
  void addEdges(const clang::CFGBlock &Block);
  void addCases(const clang::CFGBlock &Block, const clang::SwitchStmt &Switch);
  void addOperands(const clang::CFGBlock &Block);
  void addArm(const clang::Expr *Arm, CellId Whole);
  void addUpdate(const clang::UnaryOperator *E);
  void addCompound(const clang::CompoundAssignOperator *E);
  void assume(TermId T);

  // TermValues.cpp: the value of an expression.
  TermId valueOf(const clang::Expr *E);
  TermId compute(const clang::Expr *E);
  TermId computeCast(const clang::CastExpr *E);
  TermId computeUnary(const clang::UnaryOperator *E);
  TermId computeBinary(const clang::BinaryOperator *E);
  TermId computeConstruct(const clang::CXXConstructExpr *E);
  /// The value that the expression had in an earlier block; invalid if it is
  /// none of another block.
  TermId earlierValue(const clang::Expr *E);
  CellId cellOfValue(const clang::Expr *E);
  /// The value of what may as well be an object.
  TermId objectValue(const clang::Expr *E);
  std::optional<int64_t> constantOf(const clang::Expr *E);
  TermId emit(Term T);
  TermId unknown() { return emit({}); }
  TermId number(int64_t N);
  TermId read(CellId C);
  TermId negated(TermId T);
  TermId isTrue(TermId T) { return negated(isZero(T)); }
  TermId isZero(TermId T) { return equal(T, number(0)); }
  TermId equal(TermId A, TermId B);
  TermId less(TermId A, TermId B);
  TermId junction(Term::Kind K, TermId A, TermId B);
  TermId apply(llvm::StringRef Label, llvm::ArrayRef<TermId> Operands);
  TermId notNull(llvm::StringRef Label, llvm::ArrayRef<TermId> Operands);
  void set(CellId C, TermId T);
  void forget(CellId C);
  void forgetShared();

  // TermCells.cpp: what has a value.
  std::optional<CellId> cellOf(const clang::Expr *E);
  std::optional<CellId> cellOfMember(const clang::MemberExpr *E);
  std::optional<CellId> cellOfBinding(const clang::BindingDecl &D);
  std::optional<CellId> cellOfVariable(const clang::VarDecl &Var);
  std::optional<CellId> cellBehind(const clang::Expr *Pointer);
  /// Something of this type, nobody knows which; with \p Field its member.
  CellId anyCell(clang::QualType Type, const clang::FieldDecl *Field);
  CellId endOf(CellId Container);
  CellId intern(Cell C);
  bool isShared(const clang::VarDecl &Var) const;
  bool isStable(CellId C);
  bool mayChangeAnyTime(clang::QualType Type);

  // TermEscapes.cpp: who else may write it.
  void collectEscapes(const clang::Stmt *S);
  void escape(const clang::Expr *E);
  bool keepsArguments(const clang::CallExpr *E);
  void findAliases();
  bool mayAlias(CellId A, CellId B) const;
  bool isWithin(CellId C, CellId Outer) const;

  // TermCalls.cpp: what calls do to values, and what their results are.
  struct Call : CallParts {
    const clang::Expr *E = nullptr;
    const Row *R = nullptr;
    bool HasUniqueKeys = true;
  };
  Call partsOf(const clang::CallExpr *E);
  void addCall(const clang::CallExpr *E);
  void addConstruction(const clang::CXXConstructExpr *E);
  bool addOperator(const Call &C);
  bool addMethod(const Call &C);
  TermId addReader(const Call &C, CellId Object);
  void addChange(const Call &C, CellId Object);
  void addUnknown(const Call &C);
  void writeArguments(const Call &C);
  bool isOfLibrary(const Call &C) const;
  bool runsOthers(const Call &C);
  bool isReader(const clang::CXXMethodDecl &Method) const;
  const Effect *effectOf(const Call &C, Effect::Kind K);
  std::optional<TermId> keyOf(const Call &C, const Effect &E);
  TermId has(TermId Container, TermId Key);
  void fact(TermId A, TermId B);
  void onlyIf(const Call &C, TermId Condition);

  clang::ASTContext &Context;
  CalleeEffects &Effects;
  const Body &B;
  BodyTerms &Into;
  unsigned Block = 0;
  /// Of this block: what has been computed.
  llvm::DenseMap<const clang::Expr *, TermId> Known;
  /// What is decided in several blocks: by the whole, its cell; by an operand,
  /// the cells that get its value.
  llvm::DenseMap<const clang::Expr *, CellId> Decided;
  llvm::DenseMap<const clang::Expr *, llvm::SmallVector<CellId, 1>> Arms;
  /// By expression that is evaluated where it stands: its block.
  llvm::DenseMap<const clang::Expr *, unsigned> Elements;
  /// Those whose value another block asks for. A call that may throw ends its
  /// block.
  llvm::DenseSet<const clang::Expr *> Crossing;
  llvm::DenseSet<const clang::ValueDecl *> Escaped;
  std::optional<llvm::DenseSet<const clang::ValueDecl *>> Changing;
  std::map<std::tuple<Cell::Kind, uint32_t, const void *>, CellId> CellIds;
  unsigned Depth = 0;
};

} // namespace tombstone

#endif // TOMBSTONE_LIB_EVENTS_TERMBUILDER_H
