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

#include "EngineCheck.h"

namespace clang::tidy::tombstone {

class EscapedHandleCheck : public EngineCheck {
public:
  EscapedHandleCheck(StringRef Name, ClangTidyContext *Context)
      : EngineCheck(Name, Context, std::nullopt, /*Escapes=*/true),
        NodeIterators(Options.get("NodeIterators", true)) {}

  void storeOptions(ClangTidyOptions::OptionMap &Opts) override {
    EngineCheck::storeOptions(Opts);
    Options.store(Opts, "NodeIterators", NodeIterators);
  }

private:
  /// Uses are what the other checks report. The option is as that of
  /// tombstone-use-after-relocation.
  bool isOfInterest(const ::tombstone::Finding &F) const override {
    return F.IsEscape && (NodeIterators || !F.IsOfNode);
  }

  const bool NodeIterators;
};

} // namespace clang::tidy::tombstone

#endif // TOMBSTONE_CHECKS_ESCAPEDHANDLECHECK_H
