//===- UseAfterEraseCheck.h - tombstone-use-after-erase ---------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reports a handle that is used after its element was erased. What it finds and
// how it is told is the engine's work; docs/checks/use-after-erase.md is the
// page for users.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_CHECKS_USEAFTERERASECHECK_H
#define TOMBSTONE_CHECKS_USEAFTERERASECHECK_H

#include "EngineCheck.h"

namespace clang::tidy::tombstone {

class UseAfterEraseCheck : public EngineCheck {
public:
  UseAfterEraseCheck(StringRef Name, ClangTidyContext *Context)
      : EngineCheck(Name, Context, ::tombstone::KillKind::Erase) {}
};

} // namespace clang::tidy::tombstone

#endif // TOMBSTONE_CHECKS_USEAFTERERASECHECK_H
