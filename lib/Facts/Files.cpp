//===- Files.cpp - Files that are named from elsewhere --------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Facts/Files.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

std::optional<std::string> tombstone::findAbove(llvm::StringRef Start,
                                                llvm::StringRef File) {
  llvm::SmallString<256> From(Start);
  llvm::sys::fs::make_absolute(From);
  for (llvm::StringRef Folder = llvm::sys::path::parent_path(From);
       !Folder.empty(); Folder = llvm::sys::path::parent_path(Folder)) {
    llvm::SmallString<256> Path(Folder);
    llvm::sys::path::append(Path, File);
    if (llvm::sys::fs::exists(Path))
      return Path.str().str();
  }
  return std::nullopt;
}
