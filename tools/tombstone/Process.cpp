//===- Process.cpp - Other programs, several at once ----------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Process.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/ThreadPool.h"
#include "llvm/Support/Threading.h"

namespace tombstone::program {

TemporaryFile::TemporaryFile() {
  llvm::SmallString<128> Made;
  if (!llvm::sys::fs::createTemporaryFile("tombstone", "tmp", Made))
    Path = Made.str().str();
}

TemporaryFile::~TemporaryFile() {
  if (!Path.empty())
    llvm::sys::fs::remove(Path);
}

std::string TemporaryFile::text() const {
  auto Text = llvm::MemoryBuffer::getFile(Path);
  return Text ? (*Text)->getBuffer().str() : "";
}

Outcome run(llvm::StringRef Program, llvm::ArrayRef<std::string> Arguments) {
  const TemporaryFile Out;
  const TemporaryFile Err;
  llvm::SmallVector<llvm::StringRef> Line{Program};
  Line.append(Arguments.begin(), Arguments.end());
  Outcome Done;
  std::string Why;
  bool HasFailed = false;
  Done.Status = llvm::sys::ExecuteAndWait(
      Program, Line, std::nullopt, {llvm::StringRef(), Out.path(), Err.path()},
      /*SecondsToWait=*/0, /*MemoryLimit=*/0, &Why, &HasFailed);
  // Below zero is a signal, or that it could not be started.
  Done.HasCrashed = HasFailed || Done.Status < 0;
  Done.Out = Out.text();
  Done.Err = Err.text() + Why;
  return Done;
}

void inParallel(size_t Count, unsigned Threads,
                llvm::function_ref<void(size_t)> Work) {
  llvm::DefaultThreadPool Pool(llvm::hardware_concurrency(Threads));
  for (size_t I = 0; I < Count; ++I)
    Pool.async([&Work, I] { Work(I); });
  Pool.wait();
}

} // namespace tombstone::program
