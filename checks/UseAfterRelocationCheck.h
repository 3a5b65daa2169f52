//===- UseAfterRelocationCheck.h - tombstone-use-after-relocation * C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reports a handle that is used after an operation that moves or re-links
// elements. docs/checks/use-after-relocation.md is the page for users.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_CHECKS_USEAFTERRELOCATIONCHECK_H
#define TOMBSTONE_CHECKS_USEAFTERRELOCATIONCHECK_H

#include "EngineCheck.h"

namespace clang::tidy::tombstone {

class UseAfterRelocationCheck : public EngineCheck {
public:
  UseAfterRelocationCheck(StringRef Name, ClangTidyContext *Context)
      : EngineCheck(Name, Context, ::tombstone::KillKind::Relocate),
        NodeIterators(Options.get("NodeIterators", true)) {}

  void storeOptions(ClangTidyOptions::OptionMap &Opts) override {
    EngineCheck::storeOptions(Opts);
    Options.store(Opts, "NodeIterators", NodeIterators);
  }

private:
  /// Of a container of nodes, an iterator that a rehash ends still finds its
  /// element in practice: teams differ on whether they want to know.
  bool isOfInterest(const ::tombstone::Finding &F) const override {
    return NodeIterators || !F.IsOfNode;
  }

  const bool NodeIterators;
};

} // namespace clang::tidy::tombstone

#endif // TOMBSTONE_CHECKS_USEAFTERRELOCATIONCHECK_H
