//===- Findings.cpp - What clang-tidy's output says -----------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Findings.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Regex.h"
#include <optional>

namespace tombstone::program {

namespace {

/// "FILE:LINE:COLUMN: KIND: MESSAGE"
struct Head {
  Position At;
  llvm::StringRef Kind;
  llvm::StringRef Message;
};

/// Puts lines to the report that they belong to.
class OutputParser {
public:
  Output parse(llvm::StringRef Text) {
    while (!Text.empty()) {
      const auto [Line, Rest] = Text.split('\n');
      take(Line);
      Text = Rest;
    }
    return std::move(Result);
  }

private:
  std::optional<Head> headOf(llvm::StringRef Line) {
    llvm::SmallVector<llvm::StringRef, 6> Parts;
    Head H;
    // Lines of the source are shown behind a bar.
    if (Line.starts_with(" ") || !Pattern.match(Line, &Parts) ||
        Parts[2].getAsInteger(10, H.At.Line) ||
        Parts[3].getAsInteger(10, H.At.Column))
      return std::nullopt;
    H.At.File = Parts[1].str();
    H.Kind = Parts[4];
    H.Message = Parts[5];
    return H;
  }

  void take(llvm::StringRef Line) {
    const std::optional<Head> H = headOf(Line);
    if (H && H->Kind == "note")
      takeNote(*H);
    else if (H)
      start(*H);
    else if (Line.starts_with("error: "))
      Into = &Result.Errors;
    else if (Line.starts_with("warning: "))
      Into = &Result.Rest;
    *Into += Line.str() + "\n";
  }

  void takeNote(const Head &H) {
    // Steps are numbered; other notes are Clang's, on macros.
    if (IsFinding && H.Message.starts_with("("))
      Result.Findings.back().Path.push_back({H.At, H.Message.str()});
  }

  void start(const Head &H) {
    const auto [Message, Check] = H.Message.rsplit(" [");
    IsFinding = Check.starts_with("tombstone-");
    if (!IsFinding) {
      Into = H.Kind == "error" ? &Result.Errors : &Result.Rest;
      return;
    }
    Finding &F = Result.Findings.emplace_back();
    F.At = H.At;
    F.Check = Check.take_until([](char C) { return C == ']' || C == ','; });
    F.Message = Message.str();
    Into = &F.Text;
  }

  llvm::Regex Pattern{
      "^(.+):([0-9]+):([0-9]+): (warning|error|fatal error|note): (.*)$"};
  Output Result;
  std::string *Into = &Result.Rest;
  bool IsFinding = false;
};

} // namespace

Output parseOutput(llvm::StringRef Text) { return OutputParser().parse(Text); }

std::string relativeTo(llvm::StringRef Root, llvm::StringRef File) {
  llvm::StringRef Below = File;
  return Below.consume_front(Root) && Below.consume_front("/") ? Below.str()
                                                               : File.str();
}

std::string identity(const Finding &F, llvm::StringRef Root) {
  return relativeTo(Root, F.At.File) + ": " + F.Message + " [" + F.Check + "]";
}

} // namespace tombstone::program
