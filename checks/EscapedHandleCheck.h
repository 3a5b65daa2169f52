//===- EscapedHandleCheck.h - tombstone-escaped-handle ----------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reports a handle that outlives its function, but not its element there:
// returned or stored, and dead when the function ends, whatever ended it.
// docs/checks/escaped-handle.md is the page for users.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_CHECKS_ESCAPEDHANDLECHECK_H
#define TOMBSTONE_CHECKS_ESCAPEDHANDLECHECK_H

#include "NodeIteratorsCheck.h"

namespace clang::tidy::tombstone {

class EscapedHandleCheck : public NodeIteratorsCheck {
public:
  EscapedHandleCheck(StringRef Name, ClangTidyContext *Context)
      : NodeIteratorsCheck(Name, Context, std::nullopt, /*Escapes=*/true) {}

private:
  /// Uses are what the other checks report.
  bool isOfInterest(const ::tombstone::Finding &F) const override {
    return F.IsEscape && NodeIteratorsCheck::isOfInterest(F);
  }
};

} // namespace clang::tidy::tombstone

#endif // TOMBSTONE_CHECKS_ESCAPEDHANDLECHECK_H
