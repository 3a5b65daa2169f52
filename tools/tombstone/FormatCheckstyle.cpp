//===- FormatCheckstyle.cpp - Checkstyle's XML ----------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

namespace tombstone::program {

static std::string escaped(llvm::StringRef Text) {
  std::string Escaped;
  for (const char C : Text)
    if (C == '&')
      Escaped += "&amp;";
    else if (C == '<')
      Escaped += "&lt;";
    else if (C == '>')
      Escaped += "&gt;";
    else if (C == '"')
      Escaped += "&quot;";
    else
      Escaped += C;
  return Escaped;
}

void printCheckstyle(llvm::raw_ostream &OS, const Report &R) {
  std::map<std::string, std::vector<const Finding *>> ByFile;
  for (const Finding &F : R.Findings)
    ByFile[R.fileOf(F.At)].push_back(&F);
  OS << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<checkstyle version=\"5.0\">\n";
  for (const auto &[File, Findings] : ByFile) {
    OS << "  <file name=\"" << escaped(File) << "\">\n";
    for (const Finding *F : Findings)
      OS << "    <error line=\"" << F->At.Line << "\" column=\"" << F->At.Column
         << "\" severity=\"warning\" message=\"" << escaped(F->Message)
         << "\" source=\"" << escaped(F->Check) << "\"/>\n";
    OS << "  </file>\n";
  }
  OS << "</checkstyle>\n";
}

} // namespace tombstone::program
