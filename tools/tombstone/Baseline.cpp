//===- Baseline.cpp - Findings that are known -----------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Baseline.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include <set>

namespace tombstone::program {

static bool isFinding(llvm::StringRef Line) {
  return Line.contains(": ") && Line.ends_with("]") &&
         Line.contains(" [tombstone-");
}

llvm::Expected<Baseline> Baseline::read(llvm::StringRef Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/true);
  if (!Buffer)
    return llvm::createStringError(
        "cannot read the baseline '" + Path +
        "': " + Buffer.getError().message() +
        "; --update-baseline writes one of what is found now");
  Baseline B;
  unsigned Number = 0;
  for (llvm::StringRef Line : llvm::split((*Buffer)->getBuffer(), '\n')) {
    ++Number;
    if (Line.empty() || Line.starts_with("#"))
      continue;
    if (!isFinding(Line))
      return llvm::createStringError("the baseline '" + Path +
                                     "' has no finding in line " +
                                     llvm::Twine(Number) + ": '" + Line + "'");
    ++B.Known[Line.str()];
  }
  return B;
}

std::string Baseline::textOf(const std::vector<Finding> &Findings,
                             llvm::StringRef Root) {
  std::multiset<std::string> Lines;
  for (const Finding &F : Findings)
    Lines.insert(identity(F, Root) + "\n");
  return "# Known findings of tombstone check, by --update-baseline.\n" +
         llvm::join(Lines, "");
}

size_t Baseline::removeKnown(std::vector<Finding> &Findings,
                             llvm::StringRef Root) {
  const size_t Before = Findings.size();
  llvm::erase_if(Findings, [&](const Finding &F) {
    const auto It = Known.find(identity(F, Root));
    if (It == Known.end() || It->second == 0)
      return false;
    --It->second;
    return true;
  });
  return Before - Findings.size();
}

size_t Baseline::numFixed() const {
  size_t Left = 0;
  for (const auto &[Line, Times] : Known)
    Left += Times;
  return Left;
}

} // namespace tombstone::program
