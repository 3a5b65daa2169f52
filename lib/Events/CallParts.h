//===- CallParts.h - A call, whatever its syntax ----------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `o.f(a)`, `o + a` and `f(a)` in one form, for all that look at calls.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_EVENTS_CALLPARTS_H
#define TOMBSTONE_LIB_EVENTS_CALLPARTS_H

#include "clang/AST/Decl.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallVector.h"

namespace tombstone {

struct CallParts {
  const clang::FunctionDecl *Callee = nullptr; ///< Null: nobody knows which.
  const clang::Expr *Object = nullptr; ///< The implicit object argument.
  llvm::SmallVector<const clang::Expr *, 4> Args; ///< Those written out.
};

CallParts callParts(const clang::CallExpr &E);

/// The class of an object expression as the source names it: methods of a base
/// are looked up for the derived class. Null if it is of no class.
const clang::CXXRecordDecl *classOfObject(const clang::Expr *Object);

} // namespace tombstone

#endif // TOMBSTONE_LIB_EVENTS_CALLPARTS_H
