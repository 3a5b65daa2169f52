//===- Gate.cpp - A quick look at a body ----------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PathTypes.h"
#include "tombstone/Events/CallGraph.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Support/ErrorHandling.h"

using namespace clang;
using namespace tombstone;

bool tombstone::isOpenCall(const CallExpr &E) {
  const FunctionDecl *Callee = E.getDirectCallee();
  if (!Callee)
    return true;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&E)) {
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
    const auto *Ref = dyn_cast<MemberExpr>(Member->getCallee()->IgnoreParens());
    return Method && Method->isVirtual() && Ref && !Ref->hasQualifier() &&
           !Method->hasAttr<FinalAttr>() &&
           !Method->getParent()->hasAttr<FinalAttr>();
  }
  return false;
}

namespace {

/// Walks a body without recursion over its expressions' classes.
class Gate {
public:
  explicit Gate(CalleeEffects &Effects) : Effects(Effects) {}

  BodyTraits look(const FunctionDecl &Function) {
    if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(&Function))
      for (const CXXCtorInitializer *Init : Ctor->inits())
        push(Init->getInit());
    if (const auto *Method = dyn_cast<CXXMethodDecl>(&Function))
      Own = Method->getParent();
    push(Function.getBody());
    unsigned Size = 0;
    while (!Pending.empty()) {
      const auto [S, Depth] = Pending.pop_back_val();
      ++Size;
      look(S, Depth);
      for (const Stmt *Child : S->children())
        push(Child, Depth + (isa<CompoundStmt>(S) ? 1 : 0));
    }
    constexpr unsigned MaxSmall = 100;
    T.IsSmall = Size <= MaxSmall;
    return std::move(T);
  }

private:
  void push(const Stmt *S, unsigned Depth = 0) {
    if (S)
      Pending.push_back({S, Depth});
  }

  void addCallee(const FunctionDecl *Callee) {
    const FunctionDecl *Definition = Callee ? bodyInReach(*Callee) : nullptr;
    if (Definition && Known.insert(Definition).second)
      T.Callees.push_back(Definition);
    if (const Summary *Fact =
            Callee && !Definition ? Effects.fact(*Callee) : nullptr;
        Fact && Known.insert(Callee->getCanonicalDecl()).second)
      countFact(*Callee, *Fact);
  }

  /// What another unit found is the callee's affair as well as this body's.
  void countFact(const FunctionDecl &Callee, const Summary &Fact) {
    for (const Effect &E : Fact.Effects.Effects) {
      RegionPath Object = E.What.Region;
      Object.Pointee = false;
      const auto Class = Effects.classOf(typeAt(Callee, Object, Effects));
      const bool Associative =
          !Class || Class.Model->Kind == ClassKind::Associative;
      countLookups(E, Class, Associative && E.What.Key);
      count(E, Class, Associative);
    }
  }

  void addDestructor(QualType Type) {
    const CXXRecordDecl *Record =
        Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
    const CXXDestructorDecl *Destructor =
        Record && Record->hasDefinition() && !Record->hasTrivialDestructor()
            ? Record->getDestructor()
            : nullptr;
    if (!Destructor)
      return;
    if (const Row *R = Effects.method(*Destructor, Record, 0))
      count(*R, {}, /*Associative=*/false);
    addCallee(Destructor);
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
    case ClassKind::Plain:
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
      T.Erases = true;
      return addDestructor(cast<CXXDeleteExpr>(S)->getDestroyedType());
    case Stmt::CXXBindTemporaryExprClass:
      T.Erases |= mayOwn(cast<Expr>(S)->getType());
      return addDestructor(cast<Expr>(S)->getType());
    case Stmt::LambdaExprClass:
      if (const auto *Lambda = cast<LambdaExpr>(S); !Lambda->isGenericLambda())
        T.Lambdas.push_back(Lambda->getCallOperator());
      else
        T.Reenters = true; // Whoever gets it calls who knows what.
      return;
    case Stmt::UnresolvedMemberExprClass:
    case Stmt::UnresolvedLookupExprClass:
      // In the pattern of a generic lambda: whatever it may be.
      for (const NamedDecl *D : cast<OverloadExpr>(S)->decls())
        addCallee(dyn_cast<FunctionDecl>(D->getUnderlyingDecl()));
      return;
    case Stmt::CoawaitExprClass:
    case Stmt::CoyieldExprClass:
      T.Suspends = true;
      return;
    case Stmt::CXXConstructExprClass:
    case Stmt::CXXTemporaryObjectExprClass:
      return lookAtConstruction(cast<CXXConstructExpr>(S));
    case Stmt::CXXForRangeStmtClass:
      if (const Expr *Range = cast<CXXForRangeStmt>(S)->getRangeInit())
        take(Effects.classOf(Range->getType()));
      return;
    case Stmt::DeclStmtClass:
      for (const Decl *D : cast<DeclStmt>(S)->decls())
        if (const auto *Var = dyn_cast<VarDecl>(D)) {
          // The container of a nested block ends before its function does.
          (Depth > 1 ? T.Erases : T.OwnsLocals) |= mayOwn(Var->getType());
          addDestructor(Var->getType());
        }
      return;
    default:
      return;
    }
  }

  /// What is moved leaves its end behind, if not more.
  void lookAtConstruction(const CXXConstructExpr *E) {
    const CXXConstructorDecl *Ctor = E->getConstructor();
    if (Ctor->isMoveConstructor() && isAssociative(E->getType())) {
      T.Relocates = true;
      // What a callee takes may end with it.
      T.Erased.insert(Effects.classOf(E->getType()).Record);
    }
    addCallee(Ctor);
    const Row *R =
        E->getNumArgs() == 0
            ? nullptr
            : Effects.method(*Ctor, Ctor->getParent(), E->getNumArgs());
    T.Suspends |= R && llvm::any_of(R->Effects, [](const Effect &Eff) {
                    return Eff.K == Effect::Kind::Defer;
                  });
  }

  /// A handle to an element of such a container.
  void take(const CalleeEffects::KnownClass &Class) {
    if (!Class)
      return;
    T.Takes |= Class.Model->Kind == ClassKind::Associative;
    T.Taken.insert(Class.Record);
  }

  void lookAtCall(const CallExpr *E) {
    const FunctionDecl *Callee = E->getDirectCallee();
    T.Reenters |= isOpenCall(*E);
    if (!Callee)
      return;
    if (const auto Returned = Effects.classOf(E->getType()))
      T.Takes |= Returned.Model->Kind == ClassKind::Handle;
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    if (Method && isOpenCall(*E))
      T.Virtuals.push_back(Method->getCanonicalDecl());
    if (!Method || E->getNumArgs() + isa<CXXMemberCallExpr>(E) == 0) {
      if (const Row *R = Effects.function(*Callee, E->getNumArgs()))
        count(*R, {}, /*Associative=*/true);
      else
        addCallee(Callee);
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
    T.Reenters |= Class && Class.Model->Kind == ClassKind::Wrapper &&
                  Method->getOverloadedOperator() == OO_Call;
    unsigned NumArgs = 0;
    for (const Expr *Arg : E->arguments())
      NumArgs += !isa<CXXDefaultArgExpr>(Arg);
    if (!Member)
      --NumArgs;
    if (!Class) {
      T.Erases |= Method->isCopyAssignmentOperator() ||
                  Method->isMoveAssignmentOperator();
      if (const Row *R =
              Effects.method(*Callee, Type->getAsCXXRecordDecl(), NumArgs))
        count(*R, {}, /*Associative=*/false);
      return addCallee(Callee);
    }
    if (const Row *R =
            Effects.method(*Callee, Type->getAsCXXRecordDecl(), NumArgs))
      count(*R, Class,
            Class.Model->Kind == ClassKind::Associative ||
                Class.Model->Kind == ClassKind::Node,
            Method->isConst());
    else
      addCallee(Callee);
  }

  /// Erasures of elements, and who looks for one.
  void countLookups(llvm::ArrayRef<Effect> Of,
                    const CalleeEffects::KnownClass &Class, bool Associative) {
    const auto Has = [&](Effect::Kind K) {
      return llvm::any_of(Of, [&](const Effect &E) { return E.K == K; });
    };
    if (!Associative)
      return;
    const bool LooksUp =
        Has(Effect::Kind::Needs) || Has(Effect::Kind::Makes) ||
        (Has(Effect::Kind::Tells) && Has(Effect::Kind::Borrow));
    T.Removes |= Has(Effect::Kind::Kill);
    T.LooksUp |= LooksUp;
    if (Class && Has(Effect::Kind::Kill))
      T.Removed.insert(Class.Record);
    if (Class && LooksUp)
      T.LookedUp.insert(Class.Record);
  }

  void count(const Row &R, const CalleeEffects::KnownClass &Class,
             bool Associative, bool IsConst = false) {
    countLookups(R.Effects, Class, Associative);
    for (const Effect &E : R.Effects)
      if (!IsConst || !E.isRelocation())
        count(E, Class, Associative);
  }

  void count(const Effect &E, const CalleeEffects::KnownClass &Class,
             bool Associative) {
    switch (E.K) {
    case Effect::Kind::Borrow:
      T.Takes |= Associative && E.What.Key;
      if (Class && (E.What.Key || Class.Model->Kind == ClassKind::Owner))
        T.Taken.insert(Class.Record);
      break;
    case Effect::Kind::Move:
    case Effect::Kind::Swap:
      // The end of what moves is lost, even if nothing dies.
      erase(Class);
      relocate(Class);
      break;
    case Effect::Kind::Kill:
    case Effect::Kind::Overwrite:
      erase(Class);
      break;
    case Effect::Kind::Relocate:
    case Effect::Kind::Grow:
    case Effect::Kind::Detach:
      relocate(Class);
      break;
    case Effect::Kind::Copy:
    case Effect::Kind::Use:
    case Effect::Kind::Keep:
    case Effect::Kind::Reserve:
    case Effect::Kind::Share:
    case Effect::Kind::Tells:
    case Effect::Kind::Needs:
    case Effect::Kind::Makes:
    case Effect::Kind::Write:
      break;
    case Effect::Kind::Reenter:
      T.Reenters = true;
      break;
    case Effect::Kind::Suspend:
    case Effect::Kind::Defer:
      T.Suspends = true;
      break;
    }
  }

  void erase(const CalleeEffects::KnownClass &Class) {
    T.Erases = true;
    if (Class)
      T.Erased.insert(Class.Record);
    // A method may run on the very element.
    if (Class && Own && Effects.hasElementsOf(Class, *Own))
      take(Class);
  }

  void relocate(const CalleeEffects::KnownClass &Class) {
    T.Relocates = true;
    if (Class)
      T.Relocated.insert(Class.Record);
  }

  CalleeEffects &Effects;
  llvm::SmallVector<std::pair<const Stmt *, unsigned>, 64> Pending;
  llvm::SmallPtrSet<const FunctionDecl *, 4> Entered;
  llvm::SmallPtrSet<const FunctionDecl *, 8> Known;
  const CXXRecordDecl *Own = nullptr; ///< Of a method: its class.
  BodyTraits T;
};

} // namespace

BodyTraits tombstone::traitsOf(const FunctionDecl &Function,
                               CalleeEffects &Effects) {
  return Gate(Effects).look(Function);
}
