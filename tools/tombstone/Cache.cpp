//===- Cache.cpp - Results that are kept ----------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Cache.h"
#include "tombstone/Facts/Store.h"
#include "llvm/Support/FileSystem.h"

namespace tombstone::program {

std::string Cache::path(llvm::StringRef Kind, llvm::StringRef Key) const {
  return Folder + "/" + Kind.str() + "/" + Key.str();
}

std::optional<std::string> Cache::get(llvm::StringRef Kind,
                                      llvm::StringRef Key) {
  auto Text = llvm::MemoryBuffer::getFile(path(Kind, Key));
  if (!Text)
    return std::nullopt;
  return (*Text)->getBuffer().str();
}

void Cache::put(llvm::StringRef Kind, llvm::StringRef Key,
                llvm::StringRef Text) {
  const std::error_code Made =
      llvm::sys::fs::create_directories(Folder + "/" + Kind);
  llvm::Error Why =
      Made ? llvm::createStringError("cannot make the folder '" + Folder +
                                     "': " + Made.message())
           : writeWhole(path(Kind, Key), Text);
  if (!Why)
    return;
  const std::lock_guard<std::mutex> Lock(Guard);
  const std::string Words = llvm::toString(std::move(Why));
  if (Failed.empty())
    Failed = Words;
}

std::string Cache::failure() const {
  const std::lock_guard<std::mutex> Lock(Guard);
  return Failed;
}

std::string FileDigests::of(llvm::StringRef Path) {
  {
    const std::lock_guard<std::mutex> Lock(Guard);
    if (const auto It = Known.find(Path); It != Known.end())
      return It->second;
  }
  auto Text = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                          /*RequiresNullTerminator=*/false);
  const std::string Digest = Text ? digestOf((*Text)->getBuffer()) : "";
  const std::lock_guard<std::mutex> Lock(Guard);
  return Known.try_emplace(Path, Digest).first->second;
}

bool FileDigests::hasChangedSince(llvm::StringRef Path) const {
  llvm::sys::fs::file_status Status;
  return llvm::sys::fs::status(Path, Status) ||
         Status.getLastModificationTime() >= Start;
}

} // namespace tombstone::program
