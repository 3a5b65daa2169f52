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

#include "NodeIteratorsCheck.h"

namespace clang::tidy::tombstone {

class UseAfterRelocationCheck : public NodeIteratorsCheck {
public:
  UseAfterRelocationCheck(StringRef Name, ClangTidyContext *Context)
      : NodeIteratorsCheck(Name, Context, ::tombstone::KillKind::Relocate) {}
};

} // namespace clang::tidy::tombstone

#endif // TOMBSTONE_CHECKS_USEAFTERRELOCATIONCHECK_H
