//===- LookupAfterEraseCheck.h - tombstone-lookup-after-erase ---*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reports a look-up that can't but fail, since its key was erased before and
// nothing has inserted it since. docs/checks/lookup-after-erase.md is the page
// for users.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_CHECKS_LOOKUPAFTERERASECHECK_H
#define TOMBSTONE_CHECKS_LOOKUPAFTERERASECHECK_H

#include "EngineCheck.h"

namespace clang::tidy::tombstone {

class LookupAfterEraseCheck : public EngineCheck {
public:
  LookupAfterEraseCheck(StringRef Name, ClangTidyContext *Context)
      : EngineCheck(Name, Context, ::tombstone::KillKind::Lookup) {}
};

} // namespace clang::tidy::tombstone

#endif // TOMBSTONE_CHECKS_LOOKUPAFTERERASECHECK_H
