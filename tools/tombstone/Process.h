//===- Process.h - Other programs, several at once --------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TOOLS_TOMBSTONE_PROCESS_H
#define TOMBSTONE_TOOLS_TOMBSTONE_PROCESS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace tombstone::program {

/// A file that is gone with the object.
class TemporaryFile {
public:
  TemporaryFile();
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile &) = delete;
  TemporaryFile &operator=(const TemporaryFile &) = delete;

  /// Empty if none could be made.
  llvm::StringRef path() const { return Path; }
  std::string text() const;

private:
  std::string Path;
};

/// What became of a program.
struct Outcome {
  int Status = 0;
  bool HasCrashed = false; ///< Or could not be started; Err says why.
  std::string Out;
  std::string Err;
};

/// Runs it to its end. May be called from several threads.
Outcome run(llvm::StringRef Program, llvm::ArrayRef<std::string> Arguments);

/// Calls \p Work with 0 to before \p Count on so many threads; 0: one for each
/// core.
void inParallel(size_t Count, unsigned Threads,
                llvm::function_ref<void(size_t)> Work);

} // namespace tombstone::program

#endif // TOMBSTONE_TOOLS_TOMBSTONE_PROCESS_H
