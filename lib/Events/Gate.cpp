//===- Gate.cpp - Which functions need a graph at all ---------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Events/EventBuilder.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Support/ErrorHandling.h"

using namespace clang;
using namespace tombstone;

namespace {

/// Walks a body without recursion over its expressions' classes.
class Gate {
public:
  Gate(CalleeEffects &Effects, std::optional<KillKind> Wanted, bool MayOutlive)
      : Effects(Effects), Wanted(Wanted), MayOutlive(MayOutlive) {}

  bool isOpen(const FunctionDecl &Function) {
    if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(&Function))
      for (const CXXCtorInitializer *Init : Ctor->inits())
        push(Init->getInit());
    push(Function.getBody());
    while (!Pending.empty() && !(Takes && Kills)) {
      const auto [S, Depth] = Pending.pop_back_val();
      look(S, Depth);
      for (const Stmt *Child : S->children())
        push(Child, Depth + (isa<CompoundStmt>(S) ? 1 : 0));
    }
    return Takes && Kills;
  }

private:
  bool wants(KillKind K) const { return !Wanted || *Wanted == K; }

  void push(const Stmt *S, unsigned Depth = 0) {
    if (S)
      Pending.push_back({S, Depth});
  }

  bool isAssociative(QualType Type) {
    if (Type.isNull())
      return false;
    if (Type->isPointerType())
      Type = Type->getPointeeType();
    const auto Class = Effects.classOf(Type);
    return Class && Class.Model->Kind == ClassKind::Associative;
  }

  /// Whether the end of an object may be that of a container's elements.
  bool mayOwn(QualType Type) {
    const CXXRecordDecl *Record = Type->getAsCXXRecordDecl();
    if (!Record || !Record->hasDefinition() || Record->hasTrivialDestructor())
      return false;
    const auto Class = Effects.classOf(Record);
    if (!Class)
      return true;
    switch (Class.Model->Kind) {
    case ClassKind::Associative:
    case ClassKind::Owner:
    case ClassKind::Wrapper:
    case ClassKind::Node:
      return true;
    case ClassKind::Sequence:
    case ClassKind::Shared:
    case ClassKind::Handle:
      return false;
    }
    llvm_unreachable("unhandled class kind");
  }

  void look(const Stmt *S, unsigned Depth) {
    switch (S->getStmtClass()) {
    case Stmt::CXXMemberCallExprClass:
    case Stmt::CXXOperatorCallExprClass:
    case Stmt::CallExprClass:
      return lookAtCall(cast<CallExpr>(S));
    case Stmt::CXXDeleteExprClass:
      Kills |= wants(KillKind::Erase);
      return;
    case Stmt::CXXBindTemporaryExprClass:
      Kills |= wants(KillKind::Erase) && mayOwn(cast<Expr>(S)->getType());
      return;
    case Stmt::CXXConstructExprClass:
    case Stmt::CXXTemporaryObjectExprClass:
      return lookAtConstruction(cast<CXXConstructExpr>(S));
    case Stmt::CXXForRangeStmtClass:
      if (const Expr *Range = cast<CXXForRangeStmt>(S)->getRangeInit())
        Takes |= isAssociative(Range->getType());
      return;
    case Stmt::DeclStmtClass:
      // The container of a nested block ends before its function does.
      if ((Depth > 1 || MayOutlive) && wants(KillKind::Erase))
        for (const Decl *D : cast<DeclStmt>(S)->decls())
          if (const auto *Var = dyn_cast<VarDecl>(D))
            Kills |= mayOwn(Var->getType());
      return;
    default:
      return;
    }
  }

  /// What is moved leaves its end behind, if not more.
  void lookAtConstruction(const CXXConstructExpr *E) {
    const CXXConstructorDecl *Ctor = E->getConstructor();
    Kills |= wants(KillKind::Relocate) && Ctor->isMoveConstructor() &&
             isAssociative(E->getType());
  }

  void lookAtCall(const CallExpr *E) {
    const FunctionDecl *Callee = E->getDirectCallee();
    if (!Callee)
      return;
    if (const auto Returned = Effects.classOf(E->getType()))
      Takes |= Returned.Model->Kind == ClassKind::Handle;
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    if (!Method || E->getNumArgs() + isa<CXXMemberCallExpr>(E) == 0) {
      if (const Row *R = Effects.function(*Callee, E->getNumArgs()))
        count(*R, /*Associative=*/true);
      return;
    }
    const auto *Member = dyn_cast<CXXMemberCallExpr>(E);
    const Expr *Object =
        Member ? Member->getImplicitObjectArgument() : E->getArg(0);
    if (!Object)
      return;
    // A generic lambda's instance is not among the children of its call.
    if (Method->getParent()->isLambda() && Method->isTemplateInstantiation() &&
        Entered.insert(Method).second)
      push(Method->getBody());
    QualType Type = Object->IgnoreParenImpCasts()->getType();
    if (Type->isPointerType())
      Type = Type->getPointeeType();
    const auto Class = Effects.classOf(Type);
    if (!Class) {
      Kills |= wants(KillKind::Erase) && (Method->isCopyAssignmentOperator() ||
                                          Method->isMoveAssignmentOperator());
      return;
    }
    unsigned NumArgs = 0;
    for (const Expr *Arg : E->arguments())
      NumArgs += !isa<CXXDefaultArgExpr>(Arg);
    if (!Member)
      --NumArgs;
    if (const Row *R =
            Effects.method(*Callee, Type->getAsCXXRecordDecl(), NumArgs))
      count(*R,
            Class.Model->Kind == ClassKind::Associative ||
                Class.Model->Kind == ClassKind::Node,
            Method->isConst());
  }

  void count(const Row &R, bool Associative, bool IsConst = false) {
    for (const Effect &E : R.Effects)
      switch (E.K) {
      case Effect::Kind::Borrow:
        Takes |= Associative && E.What.Key;
        break;
      case Effect::Kind::Move:
      case Effect::Kind::Swap:
        // The end of what moves is lost, even if nothing dies.
        Kills = true;
        break;
      case Effect::Kind::Kill:
      case Effect::Kind::Overwrite:
        Kills |= wants(KillKind::Erase);
        break;
      case Effect::Kind::Relocate:
      case Effect::Kind::Grow:
      case Effect::Kind::Detach:
        Kills |= wants(KillKind::Relocate) && !IsConst;
        break;
      case Effect::Kind::Copy:
      case Effect::Kind::Use:
      case Effect::Kind::Keep:
      case Effect::Kind::Reserve:
      case Effect::Kind::Share:
      case Effect::Kind::Tells:
        break;
      }
  }

  CalleeEffects &Effects;
  const std::optional<KillKind> Wanted;
  const bool MayOutlive;
  llvm::SmallVector<std::pair<const Stmt *, unsigned>, 64> Pending;
  llvm::SmallPtrSet<const FunctionDecl *, 4> Entered;
  bool Takes = false;
  bool Kills = false;
};

} // namespace

bool tombstone::mayTakeAndKill(const FunctionDecl &Function,
                               CalleeEffects &Effects,
                               std::optional<KillKind> Wanted,
                               bool MayOutlive) {
  return Gate(Effects, Wanted, MayOutlive).isOpen(Function);
}
