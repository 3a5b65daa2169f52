//===- Project.h - The units of a compilation database ----------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TOOLS_TOMBSTONE_PROJECT_H
#define TOMBSTONE_TOOLS_TOMBSTONE_PROJECT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace tombstone::program {

struct Unit {
  std::string File;     ///< Absolute.
  std::string Commands; ///< All ways in which the database compiles it.
};

struct Project {
  std::string Build;       ///< The folder of compile_commands.json, absolute.
  std::vector<Unit> Units; ///< Sorted by their files.
};

/// The C++ units of the database in \p Build or above it. Where \p Selected
/// names files and folders, only these. The error is one sentence.
llvm::Expected<Project> readProject(llvm::StringRef Build,
                                    llvm::ArrayRef<std::string> Selected);

/// The absolute path without `.` and `..`.
std::string normalPath(llvm::StringRef Path, llvm::StringRef From = "");

} // namespace tombstone::program

#endif // TOMBSTONE_TOOLS_TOMBSTONE_PROJECT_H
