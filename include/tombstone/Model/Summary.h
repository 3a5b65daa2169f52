//===- Summary.h - The effects of a function that has a body ----*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A summary says of a function of the user what a row says of a library's, in
// the same notation, and where in the body each effect comes from.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_MODEL_SUMMARY_H
#define TOMBSTONE_MODEL_SUMMARY_H

#include "tombstone/Model/Catalogue.h"
#include "clang/Basic/SourceLocation.h"

namespace clang {
class CXXMethodDecl;
class CXXRecordDecl;
class FunctionDecl;
} // namespace clang

namespace tombstone {

/// Where in a body something happens, in words; through calls, each leads to
/// the next.
struct EffectOrigin {
  /// A place in a file that is no part of this unit.
  struct FarPlace {
    std::string File;
    unsigned Line = 0;
    unsigned Column = 0;
  };

  clang::SourceLocation Loc;
  clang::SourceRange Range;
  std::string Text;     ///< "erased here, by key 'id'"
  std::string Function; ///< The name of that whose body it is.
  const EffectOrigin *Next = nullptr;
  /// Of a function of another unit. Loc is invalid if its file can't be opened.
  std::optional<FarPlace> Far = {};
};

struct Summary {
  const clang::FunctionDecl *Function = nullptr;
  Row Effects; ///< Its name is the function's.
  bool IsFact = false; ///< Found in another unit.
  /// By the index of the effect; null where there is nothing to show.
  std::vector<const EffectOrigin *> Origins;

  const EffectOrigin *origin(unsigned Index) const {
    return Index < Origins.size() ? Origins[Index] : nullptr;
  }
};

/// Code of a class that may run while a method of the class waits for something
/// else, and what it does.
struct Evidence {
  const Summary *Of;
  /// Something in reach leads there: an overrider, a lambda that was handed
  /// out. Otherwise it is a public method, and anyone may.
  bool IsProven = false;
};

/// Whoever knows the effects of functions with a body.
class SummarySource {
public:
  virtual ~SummarySource() = default;
  /// Null if the function has no body in reach, or too much would have to be
  /// done to know its effects. Stays valid as long as the source lives.
  virtual const Summary *summaryOf(const clang::FunctionDecl &Function) = 0;
  /// What another unit found of a function without a body here; null if none
  /// did.
  virtual const Summary *factOf(const clang::FunctionDecl &Function) = 0;
  /// What kills elements of the members of a class.
  virtual llvm::ArrayRef<Evidence>
  evidenceFor(const clang::CXXRecordDecl &Class) = 0;
  /// What a lambda does when it is called, or hands out to be called.
  virtual std::vector<Evidence>
  evidenceOf(const clang::FunctionDecl &Lambda) = 0;
  /// The functions with a body that override a virtual one, or are it.
  virtual std::vector<const clang::CXXMethodDecl *>
  targetsOf(const clang::CXXMethodDecl &Method) = 0;
};

} // namespace tombstone

#endif // TOMBSTONE_MODEL_SUMMARY_H
