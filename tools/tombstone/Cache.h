//===- Cache.h - Results that are kept --------------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A result is kept under a digest of all that it came from, so an entry is
// right or not there. Entries are written whole: two runs may share a folder,
// and one that is killed leaves nothing that the next one stumbles over.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TOOLS_TOMBSTONE_CACHE_H
#define TOMBSTONE_TOOLS_TOMBSTONE_CACHE_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Chrono.h"
#include <mutex>
#include <optional>
#include <string>

namespace tombstone::program {

class Cache {
public:
  explicit Cache(llvm::StringRef Folder) : Folder(Folder) {}

  std::optional<std::string> get(llvm::StringRef Kind, llvm::StringRef Key);
  void put(llvm::StringRef Kind, llvm::StringRef Key, llvm::StringRef Text);
  std::string path(llvm::StringRef Kind, llvm::StringRef Key) const;
  /// Why results are not kept; empty if they are. The first reason stays.
  std::string failure() const;

private:
  const std::string Folder;
  mutable std::mutex Guard;
  std::string Failed;
};

/// Digests of files as they are when first asked for.
class FileDigests {
public:
  /// Empty if the file can't be read.
  std::string of(llvm::StringRef Path);
  /// Whether the file was written after this object was made: what a program
  /// read may be something else then than what was digested.
  bool hasChangedSince(llvm::StringRef Path) const;

private:
  const llvm::sys::TimePoint<> Start = std::chrono::system_clock::now();
  std::mutex Guard;
  llvm::StringMap<std::string> Known;
};

} // namespace tombstone::program

#endif // TOMBSTONE_TOOLS_TOMBSTONE_CACHE_H
