//===- PathTypes.h - Types of what effects name -----------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The paths of effects step by member names; the types along the way say which
// container is meant.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_EVENTS_PATHTYPES_H
#define TOMBSTONE_LIB_EVENTS_PATHTYPES_H

#include "tombstone/Model/CalleeEffects.h"
#include "clang/AST/Type.h"

namespace clang {
class ValueDecl;
} // namespace clang

namespace tombstone {

/// Of a field, or of an accessor `name()`; null if the class has none.
clang::QualType typeOfMember(clang::QualType Of, llvm::StringRef Member);
/// What a pointer points to, or an owner or wrapper has; null if the type
/// doesn't say.
clang::QualType typeOfPointee(clang::QualType Of);
/// Of a variable, or of the object of a method that stands for it.
clang::QualType typeOfGlobal(const clang::ValueDecl &Global);

/// Of a part of the elements that a container of the type has.
clang::QualType typeOfElementPart(clang::QualType Container,
                                  llvm::ArrayRef<std::string> Members,
                                  CalleeEffects &Effects);

/// What an effect of the function names, by its declaration alone; null where
/// that does not show.
clang::QualType typeAt(const clang::FunctionDecl &Function,
                       const RegionPath &Path, CalleeEffects &Effects);
clang::QualType typeAt(const clang::FunctionDecl &Function, const Target &What,
                       CalleeEffects &Effects);

} // namespace tombstone

#endif // TOMBSTONE_LIB_EVENTS_PATHTYPES_H
