//===- Diff.cpp - Lines that have changed ---------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Diff.h"
#include "Process.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/Regex.h"

namespace tombstone::program {

llvm::Expected<ChangedLines> ChangedLines::since(llvm::StringRef Revision,
                                                 llvm::StringRef Folder) {
  const auto Git = llvm::sys::findProgramByName("git");
  if (!Git)
    return llvm::createStringError("--diff needs git, which is not there");
  const Outcome Root =
      run(*Git, {"-C", Folder.str(), "rev-parse", "--show-toplevel"});
  // A name that looks like an option is none.
  const Outcome Diff =
      run(*Git, {"-C", Folder.str(), "diff", "-U0", "--no-color",
                 "--no-ext-diff", "--src-prefix=a/", "--dst-prefix=b/",
                 "--end-of-options", Revision.str(), "--"});
  if (Root.Status != 0 || Diff.Status != 0)
    return llvm::createStringError(
        "git finds no changes since '" + Revision +
        "': " + llvm::StringRef(Root.Status != 0 ? Root.Err : Diff.Err).trim());
  return parse(Diff.Out, llvm::StringRef(Root.Out).trim());
}

ChangedLines ChangedLines::parse(llvm::StringRef Diff, llvm::StringRef Root) {
  ChangedLines Changed;
  llvm::Regex Hunk("^@@ -[0-9,]+ \\+([0-9]+)(,([0-9]+))? @@");
  std::string File;
  for (llvm::StringRef Line : llvm::split(Diff, '\n')) {
    llvm::SmallVector<llvm::StringRef, 4> Parts;
    unsigned First = 0;
    unsigned Count = 1;
    if (Line.consume_front("+++ ")) {
      // Git quotes names with other characters than plain ones.
      Line = Line.rtrim('\t').trim('"');
      File = Line.consume_front("b/") ? (Root + "/" + Line).str() : "";
    } else if (!File.empty() && Hunk.match(Line, &Parts) &&
               !Parts[1].getAsInteger(10, First)) {
      if (!Parts[3].empty() && Parts[3].getAsInteger(10, Count))
        continue;
      // What was taken out stood between two lines.
      Changed.Ranges[File].push_back(
          {First, Count == 0 ? First + 1 : First + Count - 1});
    }
  }
  return Changed;
}

bool ChangedLines::contains(const Position &At) const {
  const auto It = Ranges.find(At.File);
  return It != Ranges.end() && llvm::any_of(It->second, [&](const auto &Range) {
           return Range.first <= At.Line && At.Line <= Range.second;
         });
}

bool ChangedLines::touches(const Finding &F) const {
  return contains(F.At) || llvm::any_of(F.Path, [&](const PathStep &Step) {
           return contains(Step.At);
         });
}

} // namespace tombstone::program
