//===- CallParts.cpp - A call, whatever its syntax ------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CallParts.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;
using namespace tombstone;

CallParts tombstone::callParts(const CallExpr &E) {
  CallParts Parts;
  Parts.Callee = E.getDirectCallee();
  unsigned FirstArg = 0;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&E)) {
    Parts.Object = Member->getImplicitObjectArgument();
  } else if (const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Parts.Callee);
             Method && isa<CXXOperatorCallExpr>(E) && E.getNumArgs() > 0 &&
             !Method->isStatic()) {
    Parts.Object = E.getArg(0);
    FirstArg = 1;
  }
  for (unsigned I = FirstArg; I < E.getNumArgs(); ++I)
    if (!isa<CXXDefaultArgExpr>(E.getArg(I)))
      Parts.Args.push_back(E.getArg(I));
  return Parts;
}

const CXXRecordDecl *tombstone::classOfObject(const Expr *Object) {
  QualType Type = Object->IgnoreParenImpCasts()->getType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  return Type->getAsCXXRecordDecl();
}
