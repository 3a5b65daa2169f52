//===- BodyBuilder.h - The events of one body -------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// EventBuilder's inside. An expression without an effect of its own becomes an
// operand when something asks for it (Operands.cpp); the CFG lists the others
// in the order of evaluation, and each becomes events (BodyBuilder.cpp,
// Calls.cpp).
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_EVENTS_BODYBUILDER_H
#define TOMBSTONE_LIB_EVENTS_BODYBUILDER_H

#include "CallParts.h"
#include "tombstone/Events/EventBuilder.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtVisitor.h"
#include "clang/Analysis/CFG.h"

namespace tombstone {

class BodyBuilder : public clang::ConstStmtVisitor<BodyBuilder> {
public:
  BodyBuilder(clang::ASTContext &Context, CalleeEffects &Effects,
              Vocabulary &Words, std::vector<Site> &Sites, Body &Into,
              LambdaParameters &Callables, std::optional<KillKind> Wanted,
              bool AnyoneCalls);

  void run();

  // BodyBuilder.cpp: statements and expressions that do something themselves.
  void VisitDeclStmt(const clang::DeclStmt *S);
  void VisitCastExpr(const clang::CastExpr *E);
  void VisitBinaryOperator(const clang::BinaryOperator *E);
  void VisitCompoundAssignOperator(const clang::CompoundAssignOperator *E);
  void VisitUnaryOperator(const clang::UnaryOperator *E);
  void VisitArraySubscriptExpr(const clang::ArraySubscriptExpr *E);
  void
  VisitAbstractConditionalOperator(const clang::AbstractConditionalOperator *E);
  void VisitReturnStmt(const clang::ReturnStmt *S);
  void VisitMaterializeTemporaryExpr(const clang::MaterializeTemporaryExpr *E);
  void VisitInitListExpr(const clang::InitListExpr *E);
  void VisitCXXNewExpr(const clang::CXXNewExpr *E);
  void VisitCXXDeleteExpr(const clang::CXXDeleteExpr *E);
  void VisitLambdaExpr(const clang::LambdaExpr *E);
  void VisitCXXConstructExpr(const clang::CXXConstructExpr *E);
  void VisitCallExpr(const clang::CallExpr *E);
  void VisitCoroutineSuspendExpr(const clang::CoroutineSuspendExpr *E);

private:
  /// A call as its parts, whatever its syntax.
  struct Call {
    const clang::Expr *E;
    const clang::FunctionDecl *Callee = nullptr;
    const clang::Expr *Object = nullptr; ///< The implicit object argument.
    /// `this` of the callee; the new object of a constructor.
    PlaceId This;
    clang::QualType ThisType; ///< Where there is no object argument.
    PlaceId Result;
    llvm::SmallVector<const clang::Expr *, 4> Args; ///< Those written out.
  };

  // BodyBuilder.cpp
  void addElement(const clang::CFGElement &Element);
  void addTerminator(const clang::CFGBlock &Block);
  void endTryBlock(const clang::CXXTryStmt &Try);
  void addInitializer(const clang::CXXCtorInitializer &Init);
  void endVariable(const clang::VarDecl &Var, clang::SourceLocation Loc);
  void declare(const clang::VarDecl &Var);
  /// The object at \p Dst starts with the value of \p Init.
  void initialize(PlaceId Dst, clang::QualType Type, const clang::Expr *Init);
  void copyObject(PlaceId Dst, const clang::Expr *From, bool Moves);
  void emit(Event::Variant V, const clang::Stmt *At);
  void emit(Event::Variant V, clang::SourceRange Range,
            clang::SourceLocation Loc);
  void use(const Operand &Object, const clang::Stmt *At,
           UseEvent::Kind K = UseEvent::Kind::Plain);
  void useThrough(const Operand &Handle, const clang::Stmt *At,
                  UseEvent::Kind K = UseEvent::Kind::Plain);

  // Operands.cpp
  Operand operandOf(const clang::Expr *E);
  Operand findOperand(const clang::Expr *E);
  Operand operandOfUnary(const clang::UnaryOperator *E);
  Operand operandOfCall(const clang::CallExpr *E);
  Operand operandOfMember(const clang::MemberExpr *E);
  Operand operandOfDecl(const clang::ValueDecl *D);
  Operand operandOfBinding(const clang::BindingDecl *D);
  Operand deref(const Operand &Pointer);
  Operand addressOf(const Operand &Object);
  /// Like operandOf(), and a constant where the value is one; conversions are
  /// looked through, since equal values convert to equal values.
  Operand valueOf(const clang::Expr *E);
  bool isOneOfMany(PlaceId P);
  NameId constantOf(const clang::Expr *E);
  std::optional<unsigned> numberOf(const clang::Expr *E);
  PlaceId placeOf(const clang::ValueDecl *D);
  PlaceId temporary(const clang::Expr *E);
  std::string sourceText(const clang::Expr *E) const;
  PlaceId thisPointer();
  PlaceId thisPointer(const clang::CXXMethodDecl *Of);
  NameId name(llvm::StringRef Name) { return Words.Names.intern(Name); }
  /// The accessor that the call is, or none.
  std::optional<Operand> getterOf(const Call &C);
  bool handsOutPart(const clang::FunctionDecl &Callee);
  /// Whether the call's object is itself an iterator, a view, or the like.
  bool isHandleObject(const Call &C);

  // Temporaries.cpp
  /// Adds an event behind the last mention of each.
  void dropTemporaries();

  // Conditions.cpp: what the branches of a condition say of elements.
  void addConditions(const clang::CFGBlock &Block);
  void assume(const clang::Expr *Condition, bool Holds,
              std::vector<Event> &Into);
  void assumeDifferent(const clang::Expr *A, const clang::Expr *B,
                       std::vector<Event> &Into);
  void assumeEqual(const clang::Expr *A, const clang::Expr *B,
                   std::vector<Event> &Into);
  void assumeTold(const clang::CallExpr *E, std::vector<Event> &Into);
  void assumeResult(const clang::Expr *E, bool IsTrue,
                    std::vector<Event> &Into);
  const clang::CallExpr *callBehind(const clang::Expr *E);

  // Leaving.cpp: what a function hands out.
  void collectHandedOut(const clang::Expr *Value);
  void leaveWith(const clang::ReturnStmt *S, clang::QualType Type);
  void capture(const clang::LambdaExpr *E, const clang::LambdaCapture &C,
               PlaceId Object, bool IsHandle);

  // Sequencing.cpp: the order of evaluation, where the graph has another.
  void deferLeftOperands();
  void deferWithin(const clang::Stmt *S, const clang::Stmt *Assignment);
  void evaluate(const clang::Stmt *S);
  void evaluateNow(const clang::Stmt *S);
  void readAgain(const clang::BinaryOperator *E);
  void readArgumentsAgain(const Call &C);

  // Calls.cpp
  Call partsOf(const clang::CallExpr *E);
  const Row *rowOf(const Call &C);
  bool isWrapper(const clang::Expr *Object);
  // Lambdas.cpp: bodies that are followed where they are called.
  const clang::CXXMethodDecl *lambdaWithin(const clang::Expr *Object);
  bool followLambda(const Call &C);
  bool enterWithLambda(const Call &C);
  void enterBody(const Call &C, const clang::FunctionDecl &Callee,
                 unsigned First);
  bool stepIterator(const Call &C);
  bool assignObject(const Call &C);
  void constructFrom(const Call &C, const clang::CXXConstructorDecl &Ctor);
  bool isIterator(const clang::Expr *E);
  bool isComparison(const Call &C);
  /// What an annotation, or the class that is returned, says of the result.
  bool borrowResult(const Call &C);

  // Annotations.cpp
  bool lendsItself(const Call &C);
  Operand lentBy(const clang::Expr *Arg, clang::QualType Param);
  /// What the result designates by the attributes of the callee.
  void addLenders(const Call &C, CopyEvent &Result);
  bool isOwnerForPointer(const Call &C, const clang::Expr *Arg);
  void keepAnnotated(const Call &C);

  void callUnknown(const Call &C);
  Operand handlePassed(const clang::Expr *Arg);
  bool isPlainValue(const Call &C, unsigned Argument);
  void passToUnknown(const clang::Expr *Arg, clang::QualType Param,
                     bool IsPlainValue);
  /// \p Container is null where the class of the container is not known.
  SiteId siteFor(const clang::Expr *E, unsigned Index,
                 const ClassModel *Container, NameId KeyMember);
  void neighbour(PlaceId Dst, const Operand &From, KeySpec::Kind Which,
                 const clang::Expr *E);

  // Lookups.cpp: who looks for an element, and who may insert one.
  void prepareLookups();
  void collectTested(const clang::Stmt *S);
  void collectReads(const clang::Stmt *S);
  void share(PlaceId P);
  void askPointer(const clang::Expr *E);
  static bool isWithinTry(const clang::CFGBlock &Block);
  void applyLookup(const Call &C, const Row &R, const Effect &Eff);
  void mayHave(MayHaveEvent::Scope S, PlaceId Object, const clang::Expr *At);
  void mayInsert(const Call &C, const Row &R);
  void mayInsertInto(const Call &C, const Row &R);
  std::optional<PlaceId> passedToChange(const Call &C, unsigned I);
  void mayChange(const Call &C);
  // SummaryCalls.cpp: calls of functions that have a body.
  bool applySummaryOf(const Call &C, const clang::FunctionDecl *Callee);
  void applySummary(const Call &C, const Summary &S);
  /// What the effect depends on, where that is known at this call.
  std::optional<bool> holds(const Call &C,
                            const std::optional<EffectCondition> &If);
  std::optional<OnArgument>
  onArgument(const Call &C, const std::optional<EffectCondition> &If);
  std::optional<OnResult> onResult(const Call &C,
                                   const std::optional<EffectCondition> &If);
  void applyEffect(const Call &C, const Summary &S, unsigned Index);
  void applyUse(const Call &C, const Effect &Eff);
  void passArguments(const Call &C, const Summary &S);
  void handOutResult(const Call &C, const Summary &S);
  void handOutWhole(const Call &C, const Summary &S,
                    llvm::ArrayRef<unsigned> Whole);
  void destroy(PlaceId Object, clang::QualType Type, const clang::Expr *Anchor,
               clang::SourceLocation Loc);

  // Yields.cpp: code that runs in between.
  void callOpen(const Call &C);
  void yield(Doer To, const clang::Expr *At, bool OnlyProven = false);
  bool isOwnListener(const Call &C);
  void killThis(const Call &C, const Effect &Eff, const KillEvent &Kill);
  void applyEvidence(const Evidence &Of, const clang::Expr *At);
  void applyByOther(const Call &C, const Summary &S, unsigned Index);
  void comeBack(const Call &C, const Summary &S);
  std::optional<RegionPath> throughThis(const Call &C, const RegionPath &Path);
  void passCallable(const Call &C);
  void defer(const Call &C, const Effect &Eff);
  const clang::CXXRecordDecl *enclosingClass() const;

  // Paths.cpp: what an effect names, at one call.
  const clang::Expr *argument(const Call &C, const RegionPath &Path);
  std::optional<Operand> rootOf(const Call &C, const RegionPath &Path);
  std::optional<Operand> partOf(const Call &C, const Target &Whole);
  std::optional<Operand> withMembers(const Call &C,
                                     std::optional<Operand> Object,
                                     llvm::ArrayRef<std::string> Members);
  std::optional<Operand> operandOf(const Call &C, const RegionPath &Path);
  std::optional<PlaceId> objectOf(const Call &C, const RegionPath &Path);
  PlaceId pointeeOf(const Call &C, const RegionPath &Path, PlaceId Object);
  bool ownsPointee(const Call &C, const RegionPath &Path);
  bool wrapsHandle(const Call &C, const RegionPath &Path);
  ElementSpec elementOf(const Call &C, const Target &What);
  /// Null where the declarations don't say.
  clang::QualType typeAt(const Call &C, const RegionPath &Path);
  clang::QualType typeAt(const Call &C, const Target &What);
  CalleeEffects::KnownClass classAt(const Call &C, const RegionPath &Path);
  NameId memberNamed(const Call &C, llvm::StringRef Member);

  // Rows.cpp: the effects of a row, for one call.
  void applyRow(const Call &C, const Row &R);
  void useArguments(const Call &C, const Row &R);
  void changeValue(const Call &C, const Row &R);
  void apply(const Call &C, const Row &R, const Effect &Eff, unsigned Index);
  void applyBorrow(const Call &C, const Row &R, const Effect &Eff,
                   unsigned Index);
  void applyRelocation(const Call &C, const Row &R, const Effect &Eff);
  void applyKeep(const Call &C, const Effect &Eff);
  void applyMove(const Call &C, const Effect &Eff);
  void applyOverwrite(const Call &C, const Row &R, const Effect &Eff,
                      unsigned Index);

  clang::ASTContext &Context;
  CalleeEffects &Effects;
  Vocabulary &Words;
  std::vector<Site> &Sites;
  Body &Into;
  LambdaParameters &Callables;
  const Doer By;
  const bool WantsLookups;
  const bool AnyoneCalls;
  bool IsWithinTry = false; ///< The block that is built now.
  /// Calls whose results are read before anything is written there.
  llvm::DenseSet<const clang::Expr *> ReadAtOnce;
  /// Calls whose results are only asked for null, zero or false.
  llvm::DenseSet<const clang::Expr *> Tested;
  llvm::DenseSet<const clang::Stmt *> Unevaluated;
  /// Steps through a handle that only lead to what a return hands out.
  llvm::DenseSet<const clang::Expr *> HandedOut;
  /// Statements in left operands: the assignments that evaluate them.
  llvm::DenseMap<const clang::Stmt *, const clang::Stmt *> Deferred;
  /// By assignment: those of its left operand, in the order of the graph.
  llvm::DenseMap<const clang::Stmt *, std::vector<const clang::Stmt *>> Waiting;
  llvm::DenseMap<const clang::Expr *, Operand> Operands;
  /// In a lambda's body: where what it captured by copy stands.
  llvm::DenseMap<const clang::ValueDecl *, const clang::FieldDecl *> Captured;
  llvm::DenseMap<std::pair<const clang::Expr *, unsigned>, SiteId> SiteIds;
  /// Of the call whose effects are applied: elements that paths go through.
  llvm::DenseMap<const Target *, Operand> Parts;
  unsigned NumKept = 0; ///< Handles that callees keep have a site each.
  /// Calls of which an effect depends on the result.
  llvm::DenseMap<const clang::Expr *, SiteId> CallsWithResult;
  std::optional<llvm::DenseSet<const clang::ValueDecl *>> Changing;
  // What emit() adds to each event of a call.
  const EffectOrigin *CalleeOrigin = nullptr;
  bool IsConditional = false;
  bool IsOfSummary = false;
  std::optional<OnResult> Result;
  std::optional<OnArgument> Argument;
  Doer CurrentDoer = Doer::Self;
  clang::SourceLocation ImplicitCall; ///< Of a destructor: where it runs.
};

/// The lambda that an argument is; null if it is something else.
const clang::LambdaExpr *lambdaPassed(const clang::Expr *Arg);

/// The root that stands for what a lambda captured by copy.
RootId captureRoot(Vocabulary &Words, const clang::FieldDecl &Field,
                   llvm::StringRef Name);

} // namespace tombstone

#endif // TOMBSTONE_LIB_EVENTS_BODYBUILDER_H
