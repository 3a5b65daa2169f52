//===- EscapeGate.cpp - Which functions may let a handle out --------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Events/EventBuilder.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace tombstone;

namespace {

class EscapeGate {
public:
  explicit EscapeGate(CalleeEffects &Effects) : Effects(Effects) {}

  bool isOpen(const FunctionDecl &Function) {
    if (mayHold(Function.getReturnType(), /*Depth=*/0))
      return true;
    if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(&Function))
      for (const CXXCtorInitializer *Init : Ctor->inits())
        if (const FieldDecl *Field = Init->getAnyMember();
            Field && mayHold(Field->getType(), /*Depth=*/0))
          return true;
    llvm::SmallVector<const Stmt *, 64> Pending{Function.getBody()};
    while (!Pending.empty()) {
      const Stmt *S = Pending.pop_back_val();
      if (!S)
        continue;
      if (mayStore(S))
        return true;
      for (const Stmt *Child : S->children())
        Pending.push_back(Child);
    }
    return false;
  }

private:
  /// Whether an object of the type may have a handle in it.
  bool mayHold(QualType Type, unsigned Depth) {
    constexpr unsigned MaxDepth = 3;
    if (Effects.isHandle(Type))
      return true;
    const CXXRecordDecl *Record = Type->getAsCXXRecordDecl();
    if (!Record || !Record->hasDefinition() || Depth > MaxDepth)
      return false;
    const auto IsHandleArgument = [&](const TemplateArgument &Arg) {
      return Arg.getKind() == TemplateArgument::Type &&
             (Arg.getAsType()->isFunctionType() ||
              mayHold(Arg.getAsType(), Depth + 1));
    };
    if (const auto *Of = dyn_cast<ClassTemplateSpecializationDecl>(Record))
      if (llvm::any_of(Of->getTemplateArgs().asArray(), IsHandleArgument))
        return true;
    if (Record->isLambda())
      return true;
    // What a container's own members are is no matter of its elements.
    if (Effects.classOf(Record))
      return false;
    return llvm::any_of(Record->fields(), [&](const FieldDecl *Field) {
      return mayHold(Field->getType(), Depth + 1);
    });
  }

  /// Whether the object is a variable of the function, and no reference.
  static bool isLocal(const Expr *Object) {
    const auto *Ref = dyn_cast<DeclRefExpr>(Object->IgnoreParenImpCasts());
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    return Var && Var->hasLocalStorage() && !Var->getType()->isReferenceType();
  }

  bool mayStore(const Stmt *S) {
    if (const auto *Assignment = dyn_cast<BinaryOperator>(S))
      return Assignment->isAssignmentOp() &&
             Assignment->getType()->isPointerType() &&
             !isLocal(Assignment->getLHS());
    const auto *Call = dyn_cast<CallExpr>(S);
    if (Call && capturesOne(Call->getDirectCallee()))
      return true;
    const auto *Method =
        Call ? dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee())
             : nullptr;
    if (!Method)
      return false;
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
      return !isLocal(Member->getImplicitObjectArgument()) &&
             keeps(*Method, Call->getNumArgs());
    switch (Method->getDeclName().getCXXOverloadedOperator()) {
    case OO_Equal:
    case OO_PlusPlus:
    case OO_MinusMinus:
    case OO_PlusEqual:
    case OO_MinusEqual:
      return !isLocal(Call->getArg(0)) &&
             (mayHold(Call->getArg(0)->getType(), /*Depth=*/0) ||
              !Effects.classOf(Method->getParent()));
    default:
      return false;
    }
  }

  static bool capturesOne(const FunctionDecl *Callee) {
    return Callee && llvm::any_of(Callee->parameters(), [](const auto *Param) {
             return Param->template hasAttr<LifetimeCaptureByAttr>();
           });
  }

  bool keeps(const CXXMethodDecl &Method, unsigned NumArgs) {
    const Row *R = Effects.method(Method, Method.getParent(), NumArgs);
    return R && llvm::any_of(R->Effects, [](const Effect &E) {
             return E.K == Effect::Kind::Keep;
           });
  }

  CalleeEffects &Effects;
};

} // namespace

bool tombstone::mayLetEscape(const FunctionDecl &Function,
                             CalleeEffects &Effects) {
  return EscapeGate(Effects).isOpen(Function);
}
