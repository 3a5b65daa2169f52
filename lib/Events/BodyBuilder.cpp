//===- BodyBuilder.cpp - Statements as events -----------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BodyBuilder.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace tombstone;

BodyBuilder::BodyBuilder(ASTContext &Context, CalleeEffects &Effects,
                         Vocabulary &Words, std::vector<Site> &Sites,
                         Body &Into, LambdaParameters &Callables,
                         std::optional<KillKind> Wanted, bool AnyoneCalls)
    : Context(Context), Effects(Effects), Words(Words), Sites(Sites),
      Into(Into), Callables(Callables), By(doerOf(Wanted)),
      WantsLookups(Wanted == KillKind::Lookup), AnyoneCalls(AnyoneCalls) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Into.function());
  if (!Method || !Method->getParent()->isLambda())
    return;
  llvm::DenseMap<const ValueDecl *, FieldDecl *> Fields;
  FieldDecl *This = nullptr;
  Method->getParent()->getCaptureFields(Fields, This);
  for (const LambdaCapture &C : Method->getParent()->captures())
    if (C.capturesVariable() && C.getCaptureKind() == LCK_ByCopy)
      Captured[C.getCapturedVar()] = Fields.lookup(C.getCapturedVar());
}

/// Operands that the graph lists although nothing evaluates them.
static void collectUnevaluated(const Stmt *S,
                               llvm::DenseSet<const Stmt *> &Into) {
  if (!S || !Into.insert(S).second)
    return;
  for (const Stmt *Child : S->children())
    collectUnevaluated(Child, Into);
}

void BodyBuilder::run() {
  for (const CFGBlock *Block : Into.graph())
    for (const CFGElement &Element : *Block)
      if (const auto Stmt = Element.getAs<CFGStmt>()) {
        if (const auto *Operator = dyn_cast<CXXNoexceptExpr>(Stmt->getStmt()))
          collectUnevaluated(Operator->getOperand(), Unevaluated);
        if (const auto *Return = dyn_cast<ReturnStmt>(Stmt->getStmt()))
          collectHandedOut(Return->getRetValue());
      }
  deferLeftOperands();
  if (WantsLookups)
    prepareLookups();
  Into.Starts.resize(Into.graph().getNumBlockIDs());
  for (const CFGBlock *Block : llvm::reverse(Into.graph())) {
    std::vector<uint32_t> &Starts = Into.Starts[Block->getBlockID()];
    IsWithinTry = isWithinTry(*Block);
    for (const CFGElement &Element : *Block) {
      Starts.push_back(Into.Events.size());
      addElement(Element);
    }
    Starts.push_back(Into.Events.size());
    addTerminator(*Block);
    Starts.push_back(Into.Events.size());
    addConditions(*Block);
  }
  dropTemporaries();
}

void BodyBuilder::emit(Event::Variant V, SourceRange Range,
                       SourceLocation Loc) {
  Into.Events.push_back({std::move(V),
                         Range,
                         Loc,
                         CalleeOrigin,
                         IsConditional,
                         CurrentDoer,
                         {},
                         Result,
                         Argument});
}

void BodyBuilder::emit(Event::Variant V, const Stmt *At) {
  if (ImplicitCall.isValid())
    return emit(std::move(V), SourceRange(ImplicitCall), ImplicitCall);
  SourceLocation Loc = At->getBeginLoc();
  if (const auto *E = dyn_cast<Expr>(At))
    Loc = E->getExprLoc();
  emit(std::move(V), At->getSourceRange(), Loc);
}

void BodyBuilder::use(const Operand &Object, const Stmt *At, UseEvent::Kind K) {
  if (Object.isPlace() && !Object.IsAddress && Words.Places.hasDeref(Object.At))
    emit(UseEvent{Object.At, K}, At);
}

void BodyBuilder::useThrough(const Operand &Handle, const Stmt *At,
                             UseEvent::Kind K) {
  use(deref(Handle), At, K);
}

//===----------------------------------------------------------------------===//
// Elements of the CFG
//===----------------------------------------------------------------------===//

void BodyBuilder::addElement(const CFGElement &Element) {
  switch (Element.getKind()) {
  case CFGElement::Statement:
  case CFGElement::Constructor:
  case CFGElement::CXXRecordTypedCall:
    if (const Stmt *S = Element.castAs<CFGStmt>().getStmt();
        !Unevaluated.contains(S))
      evaluate(S);
    return;
  case CFGElement::Initializer:
    addInitializer(*Element.castAs<CFGInitializer>().getInitializer());
    return;
  case CFGElement::AutomaticObjectDtor: {
    const auto Dtor = Element.castAs<CFGAutomaticObjDtor>();
    if (const VarDecl *Var = Dtor.getVarDecl())
      endVariable(*Var, Dtor.getTriggerStmt()
                            ? Dtor.getTriggerStmt()->getEndLoc()
                            : Var->getEndLoc());
    return;
  }
  case CFGElement::LifetimeEnds: {
    const auto End = Element.castAs<CFGLifetimeEnds>();
    // What a parameter's value was, a summary says when the function has ended.
    if (const VarDecl *Var = End.getVarDecl(); Var && !isa<ParmVarDecl>(Var))
      emit(DropEvent{placeOf(Var)}, Var->getSourceRange(), Var->getLocation());
    return;
  }
  case CFGElement::TemporaryDtor: {
    const auto *Bind =
        Element.castAs<CFGTemporaryDtor>().getBindTemporaryExpr();
    const Operand Object = operandOf(Bind->getSubExpr());
    if (Object.isPlace() && !Object.IsAddress &&
        Words.Places[Object.At].K == Place::Kind::Root) {
      destroy(Object.At, Bind->getType(), Bind, Bind->getEndLoc());
      emit(EndEvent{Object.At, EndReason::FullExpression}, Bind);
    }
    return;
  }
  case CFGElement::NewAllocator:
  case CFGElement::LoopExit:
  case CFGElement::ScopeBegin:
  case CFGElement::ScopeEnd:
  case CFGElement::DeleteDtor:
  case CFGElement::BaseDtor:
  case CFGElement::MemberDtor:
  case CFGElement::CleanupFunction:
  default: // A kind that a later Clang adds says nothing of handles.
    return;
  }
}

void BodyBuilder::endVariable(const VarDecl &Var, SourceLocation Loc) {
  PlaceId Object = placeOf(&Var);
  if (Var.getType()->isReferenceType())
    Object = Words.Places.deref(Object);
  destroy(Object, Var.getType().getNonReferenceType(), Var.getInit(), Loc);
  emit(EndEvent{Object, EndReason::OutOfScope}, SourceRange(Loc), Loc);
}

/// What a try block declared ends before a handler runs.
void BodyBuilder::endTryBlock(const CXXTryStmt &Try) {
  llvm::SmallVector<const Stmt *> Pending{Try.getTryBlock()};
  while (!Pending.empty()) {
    const Stmt *S = Pending.pop_back_val();
    if (const auto *Declaration = dyn_cast<DeclStmt>(S))
      for (const Decl *D : Declaration->decls())
        if (const auto *Var = dyn_cast<VarDecl>(D);
            Var && Var->hasLocalStorage() && Var->getType()->isRecordType())
          endVariable(*Var, Try.getTryBlock()->getEndLoc());
    for (const Stmt *Child : S->children())
      if (Child && !isa<LambdaExpr>(Child))
        Pending.push_back(Child);
  }
}

void BodyBuilder::addTerminator(const CFGBlock &Block) {
  if (const auto *Try = dyn_cast_or_null<CXXTryStmt>(Block.getTerminatorStmt()))
    return endTryBlock(*Try);
  const auto *Choice =
      dyn_cast_or_null<AbstractConditionalOperator>(Block.getTerminatorStmt());
  if (!Choice)
    return;
  // The arm that does not run must not show what it was in an earlier turn.
  for (const Expr *Arm : {Choice->getTrueExpr(), Choice->getFalseExpr()}) {
    const Operand Value = operandOf(Arm);
    if (!Value.isPlace())
      continue;
    const RootId R = Words.Places.rootOf(Value.At);
    if (Words.Roots[R].K == Root::Kind::Temporary)
      emit(DropEvent{Words.Places.root(R)}, Choice);
  }
}

void BodyBuilder::addInitializer(const CXXCtorInitializer &Init) {
  const FieldDecl *Field = Init.getAnyMember();
  if (!Field || !Field->getDeclName() || !Init.getInit())
    return;
  const PlaceId This = Words.Places.deref(thisPointer());
  initialize(Words.Places.member(This, name(Field->getName())),
             Field->getType(), Init.getInit());
}

//===----------------------------------------------------------------------===//
// Objects and their values
//===----------------------------------------------------------------------===//

void BodyBuilder::initialize(PlaceId Dst, QualType Type, const Expr *Init) {
  if (Type->isReferenceType()) {
    emit(CopyEvent{Dst, {addressOf(operandOf(Init))}, true}, Init);
    return;
  }
  const bool IsHandle = Effects.isHandle(Type);
  const bool IsObject = IsHandle || Type->isRecordType() || Type->isArrayType();
  emit(CopyEvent{Dst,
                 {IsObject ? operandOf(Init) : valueOf(Init)},
                 IsHandle,
                 /*IsNoHandle=*/!IsObject},
       Init);
  const Operand From = operandOf(Init);
  if (!IsHandle && Type->isRecordType() && Init->isPRValue() &&
      From.isPlace() && !From.IsAddress)
    emit(MoveEvent{From.At, Dst, /*IntoContainer=*/false}, Init);
}

/// The copy of an object keeps the handles in it; a move takes along what the
/// object owns.
void BodyBuilder::copyObject(PlaceId Dst, const Expr *From, bool Moves) {
  const Operand Src = operandOf(From);
  const bool IsHandle = Effects.isHandle(From->getType());
  use(Src, From);
  emit(CopyEvent{Dst, {Src}, IsHandle}, From);
  if (Moves && !IsHandle && Src.isPlace() && !Src.IsAddress)
    emit(MoveEvent{Src.At, Dst, /*IntoContainer=*/false}, From);
}

void BodyBuilder::declare(const VarDecl &Var) {
  if (Var.isStaticLocal())
    return;
  const PlaceId Dst = placeOf(&Var);
  if (const Expr *Init = Var.getInit())
    initialize(Dst, Var.getType(), Init);
  else
    emit(DropEvent{Dst}, Var.getSourceRange(), Var.getLocation());
}

void BodyBuilder::VisitDeclStmt(const DeclStmt *S) {
  for (const Decl *D : S->decls())
    if (const auto *Var = dyn_cast<VarDecl>(D); Var && !Var->isInvalidDecl())
      declare(*Var);
}

void BodyBuilder::VisitCastExpr(const CastExpr *E) {
  if (E->getCastKind() == CK_LValueToRValue)
    use(operandOf(E->getSubExpr()), E->getSubExpr());
  else if (E->getCastKind() == CK_PointerToBoolean)
    askPointer(E->getSubExpr());
}

void BodyBuilder::VisitMaterializeTemporaryExpr(
    const MaterializeTemporaryExpr *E) {
  const Operand Object = operandOf(E);
  if (Object.isPlace() && Object.At == temporary(E))
    initialize(Object.At, E->getType().getUnqualifiedType(), E->getSubExpr());
}

void BodyBuilder::VisitBinaryOperator(const BinaryOperator *E) {
  if (E->isComparisonOp())
    for (const Expr *Side : {E->getLHS(), E->getRHS()})
      askPointer(Side);
  if (E->getOpcode() != BO_Assign)
    return readAgain(E);
  const Operand Dst = operandOf(E->getLHS());
  if (!Dst.isPlace() || Dst.IsAddress)
    return;
  use(Dst, E->getLHS());
  const bool IsHandle = Effects.isHandle(E->getLHS()->getType());
  const Operand Src = IsHandle ? operandOf(E->getRHS()) : valueOf(E->getRHS());
  emit(CopyEvent{Dst.At, {Src}, IsHandle, /*IsNoHandle=*/!IsHandle}, E);
}

void BodyBuilder::VisitCompoundAssignOperator(const CompoundAssignOperator *E) {
  const Operand Dst = operandOf(E->getLHS());
  use(Dst, E->getLHS());
  if (Dst.isPlace() && !Dst.IsAddress && !E->getType()->isPointerType())
    emit(WriteEvent{Dst.At}, E);
}

void BodyBuilder::VisitUnaryOperator(const UnaryOperator *E) {
  if (!E->isIncrementDecrementOp())
    return;
  const Operand Dst = operandOf(E->getSubExpr());
  use(Dst, E);
  if (Dst.isPlace() && !Dst.IsAddress && !E->getType()->isPointerType())
    emit(WriteEvent{Dst.At}, E);
}

void BodyBuilder::VisitArraySubscriptExpr(const ArraySubscriptExpr *E) {
  const Operand Array = deref(operandOf(E->getBase()));
  if (!E->getType()->isRecordType() || constantOf(E->getIdx()).isValid() ||
      !Array.isPlace())
    return;
  ElementSpec Element;
  Element.Container = Array.At;
  Element.Key = KeySpec::Kind::Equal;
  Element.First = valueOf(E->getIdx());
  // The elements of an array are where the array is.
  const SiteId Site = siteFor(E, 0, nullptr, NameId());
  Sites[Site.value()].LostInMove = FormSet::all();
  emit(BorrowEvent{temporary(E), Form::Ref, Element, Site}, E);
}

void BodyBuilder::VisitAbstractConditionalOperator(
    const AbstractConditionalOperator *E) {
  CopyEvent Choice{
      temporary(E), {}, E->isGLValue() || Effects.isHandle(E->getType())};
  for (const Expr *Arm : {E->getTrueExpr(), E->getFalseExpr()}) {
    const Operand Value = operandOf(Arm);
    // A throw has no value.
    if (Value.isPlace())
      Choice.Sources.push_back(E->isGLValue() ? addressOf(Value) : Value);
  }
  emit(std::move(Choice), E);
}

void BodyBuilder::VisitInitListExpr(const InitListExpr *E) {
  const InitListExpr *List = E->isSemanticForm() ? E : E->getSemanticForm();
  if (!List || E->isTransparent())
    return;
  if (const auto *Array = Context.getAsArrayType(E->getType())) {
    // Longer ones are tables of constants.
    for (unsigned I = 0; I < std::min(List->getNumInits(), 64u); ++I)
      initialize(Words.Places.member(temporary(E),
                                     name("[" + std::to_string(I) + "]")),
                 Array->getElementType(), List->getInit(I));
    return;
  }
  const auto *Record = E->getType()->getAsCXXRecordDecl();
  if (!Record || Record->isUnion() || Record->getNumBases() != 0)
    return;
  for (const FieldDecl *Field : Record->fields()) {
    if (Field->getFieldIndex() >= List->getNumInits())
      return;
    const Expr *Init = List->getInit(Field->getFieldIndex());
    if (Init && Field->getDeclName())
      initialize(Words.Places.member(temporary(E), name(Field->getName())),
                 Field->getType(), Init);
  }
}

void BodyBuilder::VisitCXXNewExpr(const CXXNewExpr *E) {
  const RootId Object =
      Words.Roots.intern(Root::Kind::Allocation, E, "new", /*Hidden=*/true);
  const PlaceId New = Words.Places.root(Object);
  emit(FreshEvent{New}, E);
  if (const Expr *Init = E->getInitializer())
    if (const CXXConstructExpr *Construct = E->getConstructExpr())
      initialize(New, E->getAllocatedType(),
                 Construct ? static_cast<const Expr *>(Construct) : Init);
  emit(CopyEvent{temporary(E), {{New, true, NameId()}}, true}, E);
}

void BodyBuilder::VisitCXXDeleteExpr(const CXXDeleteExpr *E) {
  const Operand Object = deref(operandOf(E->getArgument()));
  use(Object, E);
  if (!Object.isPlace())
    return;
  destroy(Object.At, E->getDestroyedType(), E->getArgument(), E->getExprLoc());
  emit(EndEvent{Object.At, EndReason::Deleted}, E);
}
