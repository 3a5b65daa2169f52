//===- Fact.cpp - Facts as text -------------------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Facts/Fact.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

namespace tombstone {

static constexpr llvm::StringLiteral LookupsHead = "  lookups";
static constexpr llvm::StringLiteral EffectIndent = "  ";
static constexpr llvm::StringLiteral StepIndent = "    ";

std::string digestOf(llvm::StringRef Content) {
  constexpr unsigned Digits = 16;
  const std::string Hex =
      llvm::utohexstr(llvm::xxh3_64bits(Content), /*LowerCase=*/true);
  return std::string(Digits - Hex.size(), '0') + Hex;
}

/// Tabs part the columns, and a line is a line.
static std::string plain(llvm::StringRef Text) {
  std::string Plain = Text.str();
  for (char &C : Plain)
    if (static_cast<unsigned char>(C) < ' ')
      C = ' ';
  return Plain;
}

static void print(llvm::raw_ostream &OS, llvm::ArrayRef<FactEffect> Effects) {
  if (Effects.empty())
    OS << EffectIndent << "nothing\n";
  for (const FactEffect &E : Effects) {
    OS << EffectIndent << toString(E.What) << '\n';
    for (const FactStep &S : E.Steps)
      OS << StepIndent << plain(S.File) << '\t' << S.Line << '\t' << S.Column
         << '\t' << plain(S.Function) << '\t' << plain(S.Text) << '\n';
  }
}

void print(llvm::raw_ostream &OS, const Fact &F) {
  OS << plain(F.Key.Usr) << '\t' << plain(F.Key.File) << '\t' << F.Key.Digest
     << '\n';
  print(OS, F.Effects);
  if (!F.Lookups)
    return;
  OS << LookupsHead << '\n';
  print(OS, *F.Lookups);
}

std::optional<FactKey> parseKey(llvm::StringRef Line) {
  llvm::SmallVector<llvm::StringRef, 3> Columns;
  Line.split(Columns, '\t');
  if (Columns.size() != 3 || Columns[0].empty() || Columns[1].empty() ||
      Columns[2].size() != 16 || !llvm::all_of(Columns[2], llvm::isHexDigit))
    return std::nullopt;
  return FactKey{Columns[0].str(), Columns[1].str(), Columns[2].str()};
}

static llvm::Error wrong(llvm::StringRef Line, llvm::StringRef Expected) {
  return llvm::createStringError("expected " + Expected + ", found '" + Line +
                                 "'");
}

static llvm::Expected<FactStep> parseStep(llvm::StringRef Line) {
  llvm::SmallVector<llvm::StringRef, 5> Columns;
  Line.split(Columns, '\t');
  FactStep Step;
  if (Columns.size() != 5 || Columns[1].getAsInteger(10, Step.Line) ||
      Columns[2].getAsInteger(10, Step.Column))
    return wrong(Line, "file, line, column, function and text of a step");
  Step.File = Columns[0].str();
  Step.Function = Columns[3].str();
  Step.Text = Columns[4].str();
  return Step;
}

/// Effects and steps, which are no key and no head.
static llvm::Error parseLine(llvm::StringRef Line,
                             std::vector<FactEffect> &Into) {
  llvm::StringRef Text = Line;
  if (Text.consume_front(StepIndent)) {
    llvm::Expected<FactStep> Step = parseStep(Text);
    if (!Step)
      return Step.takeError();
    if (Into.empty())
      return wrong(Line, "an effect before its steps");
    Into.back().Steps.push_back(std::move(*Step));
    return llvm::Error::success();
  }
  EffectSyntaxError Why;
  if (!Text.consume_front(EffectIndent))
    return wrong(Line, "an effect");
  auto Effects = parseEffects(Text, Why);
  if (!Effects)
    return wrong(Text, Why.Expected);
  for (Effect &E : *Effects)
    Into.push_back({std::move(E), {}});
  return llvm::Error::success();
}

llvm::Expected<Fact> parseFact(llvm::StringRef Lines) {
  Fact F;
  auto [First, Rest] = Lines.split('\n');
  std::optional<FactKey> Key = parseKey(First);
  if (!Key)
    return wrong(First, "USR, file and digest of a function");
  F.Key = std::move(*Key);
  if (Rest.empty())
    return wrong(First, "effects below the key");
  std::vector<FactEffect> *Into = &F.Effects;
  while (!Rest.empty()) {
    llvm::StringRef Line;
    std::tie(Line, Rest) = Rest.split('\n');
    if (Line == LookupsHead) {
      Into = &F.Lookups.emplace();
      continue;
    }
    if (llvm::Error Why = parseLine(Line, *Into))
      return std::move(Why);
  }
  return F;
}

} // namespace tombstone
