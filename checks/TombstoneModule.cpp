//===- TombstoneModule.cpp - The checks by name ---------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EscapedHandleCheck.h"
#include "HostVersion.h"
#include "LookupAfterEraseCheck.h"
#include "ReentrantEraseCheck.h"
#include "SuspendedHandleCheck.h"
#include "UseAfterEraseCheck.h"
#include "UseAfterRelocationCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang/Basic/Version.h"
#if CLANG_VERSION_MAJOR < 22
#include "clang-tidy/ClangTidyModuleRegistry.h"
#endif

namespace clang::tidy {
namespace {

class TombstoneModule : public ClangTidyModule {
public:
  void addCheckFactories(ClangTidyCheckFactories &Factories) override {
    ::tombstone::requireHostVersion();
    Factories.registerCheck<tombstone::LookupAfterEraseCheck>(
        "tombstone-lookup-after-erase");
    Factories.registerCheck<tombstone::EscapedHandleCheck>(
        "tombstone-escaped-handle");
    Factories.registerCheck<tombstone::ReentrantEraseCheck>(
        "tombstone-reentrant-erase");
    Factories.registerCheck<tombstone::SuspendedHandleCheck>(
        "tombstone-suspended-handle");
    Factories.registerCheck<tombstone::UseAfterEraseCheck>(
        "tombstone-use-after-erase");
    Factories.registerCheck<tombstone::UseAfterRelocationCheck>(
        "tombstone-use-after-relocation");
  }
};

} // namespace

static ClangTidyModuleRegistry::Add<TombstoneModule>
    X("tombstone-module",
      "Finds uses of map elements that were erased or have moved.");

} // namespace clang::tidy
