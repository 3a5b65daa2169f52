//===- Files.h - Files that are named from elsewhere ------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_FACTS_FILES_H
#define TOMBSTONE_FACTS_FILES_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace tombstone {

/// The file with this relative name below the first of the folders above
/// \p Start that has it; none if none has.
std::optional<std::string> findAbove(llvm::StringRef Start,
                                     llvm::StringRef File);

} // namespace tombstone

#endif // TOMBSTONE_FACTS_FILES_H
