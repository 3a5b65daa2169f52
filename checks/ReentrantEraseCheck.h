//===- ReentrantEraseCheck.h - tombstone-reentrant-erase ---------* C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reports a handle that is used after a call that may come back to a method
// of the same object and end its element. docs/checks/reentrant-erase.md is the
// page for users.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_CHECKS_REENTRANTERASECHECK_H
#define TOMBSTONE_CHECKS_REENTRANTERASECHECK_H

#include "EngineCheck.h"

namespace clang::tidy::tombstone {

class ReentrantEraseCheck : public EngineCheck {
public:
  ReentrantEraseCheck(StringRef Name, ClangTidyContext *Context)
      : EngineCheck(Name, Context, ::tombstone::KillKind::Reenter) {
    engineOptions().AnyoneCalls = Options.get("PublicMethods", true);
  }

  void storeOptions(ClangTidyOptions::OptionMap &Opts) override {
    EngineCheck::storeOptions(Opts);
    Options.store(Opts, "PublicMethods", engineOptions().AnyoneCalls);
  }
};

} // namespace clang::tidy::tombstone

#endif // TOMBSTONE_CHECKS_REENTRANTERASECHECK_H
