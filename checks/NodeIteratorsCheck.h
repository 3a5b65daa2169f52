//===- NodeIteratorsCheck.h - The option NodeIterators ----------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of a container of nodes, an iterator that a rehash ends still finds its
// element in practice: teams differ on whether they want to know.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_CHECKS_NODEITERATORSCHECK_H
#define TOMBSTONE_CHECKS_NODEITERATORSCHECK_H

#include "EngineCheck.h"

namespace clang::tidy::tombstone {

class NodeIteratorsCheck : public EngineCheck {
public:
  NodeIteratorsCheck(StringRef Name, ClangTidyContext *Context,
                     std::optional<::tombstone::KillKind> Wanted,
                     bool Escapes = false)
      : EngineCheck(Name, Context, Wanted, Escapes),
        NodeIterators(Options.get("NodeIterators", true)) {}

  void storeOptions(ClangTidyOptions::OptionMap &Opts) override {
    EngineCheck::storeOptions(Opts);
    Options.store(Opts, "NodeIterators", NodeIterators);
  }

protected:
  bool isOfInterest(const ::tombstone::Finding &F) const override {
    return NodeIterators || !F.IsOfNode;
  }

private:
  const bool NodeIterators;
};

} // namespace clang::tidy::tombstone

#endif // TOMBSTONE_CHECKS_NODEITERATORSCHECK_H
