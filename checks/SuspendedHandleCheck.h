//===- SuspendedHandleCheck.h - tombstone-suspended-handle -------* C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reports a handle that is held where other code can run, and end its element:
// over co_await, or the release of a lock. docs/checks/suspended-handle.md is
// the page for users.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_CHECKS_SUSPENDEDHANDLECHECK_H
#define TOMBSTONE_CHECKS_SUSPENDEDHANDLECHECK_H

#include "EngineCheck.h"

namespace clang::tidy::tombstone {

class SuspendedHandleCheck : public EngineCheck {
public:
  SuspendedHandleCheck(StringRef Name, ClangTidyContext *Context)
      : EngineCheck(Name, Context, ::tombstone::KillKind::Suspend) {}
};

} // namespace clang::tidy::tombstone

#endif // TOMBSTONE_CHECKS_SUSPENDEDHANDLECHECK_H
