//===- FormatGithub.cpp - Annotations of GitHub Actions -------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report.h"
#include "llvm/Support/raw_ostream.h"

namespace tombstone::program {

/// A command is one line; in its properties, two more characters mean
/// something.
static std::string escaped(llvm::StringRef Text, bool IsProperty) {
  std::string Escaped;
  for (const char C : Text)
    if (C == '%')
      Escaped += "%25";
    else if (C == '\r')
      Escaped += "%0D";
    else if (C == '\n')
      Escaped += "%0A";
    else if (IsProperty && C == ':')
      Escaped += "%3A";
    else if (IsProperty && C == ',')
      Escaped += "%2C";
    else
      Escaped += C;
  return Escaped;
}

void printGithub(llvm::raw_ostream &OS, const Report &R) {
  for (const Finding &F : R.Findings) {
    std::string Text = F.Message;
    for (const PathStep &Step : F.Path)
      Text += "\n" + R.fileOf(Step.At) + ":" + std::to_string(Step.At.Line) +
              ": " + Step.Text;
    OS << "::warning file=" << escaped(R.fileOf(F.At), true)
       << ",line=" << F.At.Line << ",col=" << F.At.Column
       << ",title=" << escaped(F.Check, true) << "::" << escaped(Text, false)
       << '\n';
  }
}

} // namespace tombstone::program
