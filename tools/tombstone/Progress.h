//===- Progress.h - How far the work is -------------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TOOLS_TOMBSTONE_PROGRESS_H
#define TOMBSTONE_TOOLS_TOMBSTONE_PROGRESS_H

#include "llvm/ADT/StringRef.h"
#include <chrono>
#include <mutex>

namespace tombstone::program {

/// One line on a terminal that is written over and over; nothing elsewhere.
class Progress {
public:
  explicit Progress(size_t Total);
  ~Progress();
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;

  /// A step is done, in which so many findings came up.
  void step(size_t MoreFindings);

private:
  void show();

  const size_t Total;
  const bool IsTerminal;
  const std::chrono::steady_clock::time_point Start =
      std::chrono::steady_clock::now();
  std::mutex Guard;
  size_t Done = 0;
  size_t Findings = 0;
};

/// "12/500, 3.4/s, 2:24 left, 3 findings"
std::string progressLine(size_t Done, size_t Total, double Seconds,
                         size_t Findings);

} // namespace tombstone::program

#endif // TOMBSTONE_TOOLS_TOMBSTONE_PROGRESS_H
