//===- Progress.cpp - How far the work is ---------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Progress.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

namespace tombstone::program {

Progress::Progress(size_t Total)
    : Total(Total), IsTerminal(llvm::sys::Process::StandardErrIsDisplayed()) {}

Progress::~Progress() {
  if (IsTerminal)
    llvm::errs() << "\r\033[K";
}

void Progress::step(size_t MoreFindings) {
  const std::lock_guard<std::mutex> Lock(Guard);
  ++Done;
  Findings += MoreFindings;
  if (IsTerminal)
    show();
}

void Progress::show() {
  const std::chrono::duration<double> Passed =
      std::chrono::steady_clock::now() - Start;
  llvm::errs() << "\r\033[K"
               << progressLine(Done, Total, Passed.count(), Findings);
}

std::string progressLine(size_t Done, size_t Total, double Seconds,
                         size_t Findings) {
  const double Rate = Seconds > 0 ? Done / Seconds : 0;
  const auto Left =
      Rate > 0 ? static_cast<unsigned>((Total - Done) / Rate) : 0u;
  return llvm::formatv("{0}/{1}, {2:f1}/s, {3}:{4,0+2} left, {5} finding{6}",
                       Done, Total, Rate, Left / 60, Left % 60, Findings,
                       Findings == 1 ? "" : "s")
      .str();
}

} // namespace tombstone::program
