//===- SourceView.cpp - Events beside the source --------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionView.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <set>

using namespace clang;
using namespace tombstone;
using namespace tombstone::explain;

namespace {

constexpr size_t WidestSource = 64;
constexpr size_t TabWidth = 8;

/// The lines of a function and their margins.
class SourcePage {
public:
  SourcePage(const SourceManager &Sources, SourceRange Range)
      : Sources(Sources) {
    const SourceLocation Begin = Sources.getFileLoc(Range.getBegin());
    const SourceLocation End = Sources.getFileLoc(Range.getEnd());
    File = Sources.getFileID(Begin);
    First = Sources.getSpellingLineNumber(Begin);
    Last = Sources.getFileID(End) == File ? Sources.getSpellingLineNumber(End)
                                          : First;
    readLines();
  }

  void note(SourceLocation Loc, std::string Text) {
    const unsigned Line = lineOf(Loc);
    if (Line)
      Margins[Line].push_back(std::move(Text));
    else
      Elsewhere.push_back(std::move(Text));
  }

  void mark(SourceLocation Loc) {
    std::vector<std::string> &Margin = Margins[lineOf(Loc)];
    if (Margin.empty())
      Margin.emplace_back();
    Marked.insert({lineOf(Loc), Margin.size() - 1});
  }

  void print(llvm::raw_ostream &OS) {
    for (unsigned Line = First; Line <= Last; ++Line)
      printLine(OS, Line, Source[Line - First]);
    for (const std::string &Text : Elsewhere)
      OS << "      | in another file: " << Text << '\n';
  }

private:
  /// 0 for what stands outside of the function.
  unsigned lineOf(SourceLocation Loc) const {
    if (Loc.isInvalid() || Sources.getFileID(Loc) != File)
      return 0;
    const unsigned Line = Sources.getSpellingLineNumber(Loc);
    return Line < First || Line > Last ? 0 : Line;
  }

  static std::string withoutTabs(llvm::StringRef Text) {
    std::string Result;
    for (char C : Text.rtrim("\r\n"))
      if (C == '\t')
        Result.append(TabWidth - Result.size() % TabWidth, ' ');
      else
        Result += C;
    return Result;
  }

  void readLines() {
    llvm::StringRef Text = Sources.getBufferData(File);
    for (unsigned Line = 1; Line <= Last; ++Line) {
      const auto [Here, Rest] = Text.split('\n');
      Text = Rest;
      if (Line < First)
        continue;
      Source.push_back(withoutTabs(Here));
      if (Source.back().size() <= WidestSource)
        Column = std::max(Column, Source.back().size() + 2);
    }
  }

  void printLine(llvm::raw_ostream &OS, unsigned Line,
                 const std::string &Text) {
    OS << llvm::formatv("{0,5} | {1}", Line, Text);
    auto It = Margins.find(Line);
    if (It == Margins.end()) {
      OS << '\n';
      return;
    }
    size_t Used = Text.size();
    if (Used + 2 > Column) {
      OS << "\n      | ";
      Used = 0;
    }
    for (size_t I = 0; I < It->second.size(); ++I) {
      if (I) {
        OS << "      | ";
        Used = 0;
      }
      OS.indent(Column - Used) << It->second[I];
      if (Marked.count({Line, I}))
        OS << (It->second[I].empty() ? "" : "   ") << "reported";
      OS << '\n';
    }
  }

  const SourceManager &Sources;
  FileID File;
  unsigned First = 0;
  unsigned Last = 0;
  size_t Column = 0;
  std::vector<std::string> Source;
  std::map<unsigned, std::vector<std::string>> Margins;
  std::set<std::pair<unsigned, size_t>> Marked;
  std::vector<std::string> Elsewhere;
};

} // namespace

void tombstone::explain::printSource(llvm::raw_ostream &OS,
                                     const FunctionView &View,
                                     const FunctionDecl &Function,
                                     const SourceManager &Sources) {
  SourcePage Page(Sources, Function.getSourceRange());
  std::set<SourceLocation> Unmarked;
  for (const Finding &F : View.Findings)
    Unmarked.insert(Sources.getFileLoc(F.Loc));
  for (const BlockView &Block : View.Blocks)
    for (const EventView &E : Block.Events) {
      if (E.IsDrop)
        continue;
      Page.note(E.Loc, E.Text);
      if (E.IsDead && Unmarked.erase(E.Loc))
        Page.mark(E.Loc);
    }
  for (SourceLocation Loc : Unmarked)
    Page.mark(Loc);
  Page.print(OS);
}
