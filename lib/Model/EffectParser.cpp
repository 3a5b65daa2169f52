//===- EffectParser.cpp - Reads effects -----------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One function a rule of the grammar in docs/effects.md. Each returns whether
// the text matched; the first that did not has said what it expected.
//
//===----------------------------------------------------------------------===//

#include "tombstone/Model/Effect.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

namespace tombstone {

namespace {

/// More arguments than this and the text is no signature but an accident.
constexpr unsigned MaxArgument = 255;

class EffectParser {
public:
  EffectParser(llvm::StringRef Text, EffectSyntaxError &Why)
      : Text(Text), Why(Why) {}

  bool parseAll(llvm::SmallVectorImpl<Effect> &Effects);

private:
  bool parseEffect(Effect &E);
  bool parseBorrow(Effect &E);
  bool parseAfterVerb(Effect &E);
  bool parseForms(FormSet &Forms);
  bool parseTarget(Target &T);
  bool parseKey(KeySpec &Key);
  bool parseHandleKey(KeySpec &Key);
  bool parseRegion(RegionPath &R);
  bool parseArgument(RegionPath &R);
  bool parseMembers(llvm::SmallVectorImpl<std::string> &Members);

  void skipSpace() {
    Pos = Text.size() - rest().drop_while(llvm::isSpace).size();
  }
  llvm::StringRef rest() const { return Text.substr(Pos); }
  bool atEnd() const { return rest().empty(); }
  llvm::StringRef peekWord() const { return rest().take_while(llvm::isAlpha); }
  bool eat(llvm::StringRef Symbol);
  bool eatWord(llvm::StringRef Word);
  bool expect(llvm::StringRef Symbol);
  bool fail(llvm::StringRef Expected);

  llvm::StringRef Text;
  size_t Pos = 0;
  EffectSyntaxError &Why;
};

} // namespace

static std::optional<Effect::Kind> verbKind(llvm::StringRef Word) {
  return llvm::StringSwitch<std::optional<Effect::Kind>>(Word)
      .Case("kill", Effect::Kind::Kill)
      .Case("relocate", Effect::Kind::Relocate)
      .Case("grow", Effect::Kind::Grow)
      .Case("detach", Effect::Kind::Detach)
      .Case("move", Effect::Kind::Move)
      .Case("swap", Effect::Kind::Swap)
      .Case("copy", Effect::Kind::Copy)
      .Case("overwrite", Effect::Kind::Overwrite)
      .Case("use", Effect::Kind::Use)
      .Case("keep", Effect::Kind::Keep)
      .Case("reserve", Effect::Kind::Reserve)
      .Case("share", Effect::Kind::Share)
      .Case("tells", Effect::Kind::Tells)
      .Case("needs", Effect::Kind::Needs)
      .Case("makes", Effect::Kind::Makes)
      .Default(std::nullopt);
}

static std::optional<Form> formNamed(llvm::StringRef Name) {
  for (unsigned I = 0; I != NumForms; ++I)
    if (formName(static_cast<Form>(I)) == Name)
      return static_cast<Form>(I);
  return std::nullopt;
}

bool EffectParser::fail(llvm::StringRef Expected) {
  Why.Column = static_cast<unsigned>(std::min(Pos, Text.size()));
  Why.Expected = Expected.str();
  return false;
}

/// Takes \p Symbol if it comes next, after any space.
bool EffectParser::eat(llvm::StringRef Symbol) {
  skipSpace();
  if (!rest().starts_with(Symbol))
    return false;
  Pos += Symbol.size();
  return true;
}

bool EffectParser::eatWord(llvm::StringRef Word) {
  skipSpace();
  return peekWord() == Word && eat(Word);
}

bool EffectParser::expect(llvm::StringRef Symbol) {
  return eat(Symbol) || fail(("'" + Symbol + "'").str());
}

bool EffectParser::parseAll(llvm::SmallVectorImpl<Effect> &Effects) {
  if (eatWord("nothing")) {
    skipSpace();
    return atEnd() || fail("the end after 'nothing'");
  }
  do {
    if (!parseEffect(Effects.emplace_back()))
      return false;
  } while (eat(";"));
  return atEnd() || fail("';' or the end of the effects");
}

bool EffectParser::parseEffect(Effect &E) {
  skipSpace();
  llvm::StringRef Word = peekWord();
  if (std::optional<Effect::Kind> Verb = verbKind(Word)) {
    Pos += Word.size();
    E.K = *Verb;
    return parseAfterVerb(E);
  }
  char First = atEnd() ? '\0' : rest().front();
  bool IsDestination = Word == "this" || Word == "result" ||
                       llvm::StringRef(".*#").contains(First) ||
                       rest().starts_with("->");
  if (atEnd() || !IsDestination)
    return fail("an effect: '->', kill, relocate, grow, detach, move, swap, "
                "copy, overwrite, use, keep, reserve, share, tells, needs or "
                "makes");
  return parseBorrow(E);
}

/// "-> iter this[#0]", ".first -> iter this[#0]", "this -> view #0".
bool EffectParser::parseBorrow(Effect &E) {
  E.K = Effect::Kind::Borrow;
  E.To.Root = RegionPath::RootKind::Result;
  if (rest().starts_with(".")) {
    if (!parseMembers(E.To.Members))
      return false;
  } else if (!rest().starts_with("->") && !parseRegion(E.To)) {
    return false;
  }
  return expect("->") && parseForms(E.Forms) && parseTarget(E.What);
}

bool EffectParser::parseAfterVerb(Effect &E) {
  switch (E.K) {
  case Effect::Kind::Kill:
  case Effect::Kind::Relocate:
  case Effect::Kind::Grow:
  case Effect::Kind::Detach:
    return parseForms(E.Forms) && parseTarget(E.What);
  case Effect::Kind::Move:
  case Effect::Kind::Copy:
    return parseTarget(E.What) && expect("->") && parseRegion(E.To);
  case Effect::Kind::Swap:
  case Effect::Kind::Share:
    return parseTarget(E.What) && parseRegion(E.To);
  case Effect::Kind::Keep:
  case Effect::Kind::Reserve:
    if (!parseTarget(E.What))
      return false;
    if (!eatWord("in"))
      return fail("'in'");
    return parseRegion(E.To);
  case Effect::Kind::Overwrite:
  case Effect::Kind::Use:
  case Effect::Kind::Tells:
  case Effect::Kind::Needs:
  case Effect::Kind::Makes:
    return parseTarget(E.What);
  case Effect::Kind::Borrow:
    break;
  }
  return parseBorrow(E);
}

bool EffectParser::parseForms(FormSet &Forms) {
  do {
    skipSpace();
    llvm::StringRef Word = peekWord();
    std::optional<Form> F = formNamed(Word);
    if (!F)
      return fail("a form: ref, iter, local, bucket, node or view");
    Pos += Word.size();
    Forms = Forms | *F;
  } while (eat(","));
  return true;
}

bool EffectParser::parseTarget(Target &T) {
  if (!parseRegion(T.Region))
    return false;
  if (!rest().starts_with("["))
    return true;
  ++Pos;
  return parseKey(T.Key.emplace()) && expect("]") && parseMembers(T.Members);
}

bool EffectParser::parseKey(KeySpec &Key) {
  skipSpace();
  if (rest().starts_with("*") && rest().drop_front().ltrim().starts_with("]")) {
    Key.K = KeySpec::Kind::All;
    return eat("*");
  }
  if (eat("?")) {
    Key.K = KeySpec::Kind::Unknown;
    return true;
  }
  if (rest().starts_with("*") || rest().starts_with("#") ||
      peekWord() == "this" || peekWord() == "result") {
    Key.K = KeySpec::Kind::Equal;
    return parseRegion(Key.First);
  }
  return parseHandleKey(Key);
}

bool EffectParser::parseHandleKey(KeySpec &Key) {
  llvm::StringRef Word = peekWord();
  auto K = llvm::StringSwitch<std::optional<KeySpec::Kind>>(Word)
               .Case("at", KeySpec::Kind::At)
               .Case("from", KeySpec::Kind::Range)
               .Case("next", KeySpec::Kind::Next)
               .Case("prev", KeySpec::Kind::Prev)
               .Case("begin", KeySpec::Kind::Begin)
               .Case("end", KeySpec::Kind::End)
               .Default(std::nullopt);
  if (!K)
    return fail("a key: an argument such as #0, at, from, next, prev, begin, "
                "end, * or ?");
  Key.K = *K;
  Pos += Word.size();
  if (Key.K == KeySpec::Kind::Begin || Key.K == KeySpec::Kind::End)
    return true;
  if (!parseRegion(Key.First))
    return false;
  if (Key.K != KeySpec::Kind::Range)
    return true;
  return eatWord("to") ? parseRegion(Key.Second) : fail("'to'");
}

bool EffectParser::parseRegion(RegionPath &R) {
  R.Pointee = eat("*"); // Skips the space before a region without one, too.
  if (rest().starts_with("#")) {
    if (!parseArgument(R))
      return false;
  } else if (peekWord() == "this") {
    R.Root = RegionPath::RootKind::This;
    Pos += 4;
  } else if (peekWord() == "result") {
    R.Root = RegionPath::RootKind::Result;
    Pos += 6;
  } else if (eatWord("arguments")) {
    R.Root = RegionPath::RootKind::Arguments;
    return true;
  } else {
    return fail("a region: this, result, arguments or an argument such as #0");
  }
  return parseMembers(R.Members);
}

bool EffectParser::parseArgument(RegionPath &R) {
  R.Root = RegionPath::RootKind::Argument;
  llvm::StringRef Digits = rest().drop_front().take_while(llvm::isDigit);
  bool Bad = Digits.getAsInteger(10, R.Argument) || R.Argument > MaxArgument;
  ++Pos;
  if (Bad)
    return fail("the number of an argument, from 0 to " +
                std::to_string(MaxArgument));
  Pos += Digits.size();
  return true;
}

bool EffectParser::parseMembers(llvm::SmallVectorImpl<std::string> &Members) {
  auto IsMemberChar = [](char C) { return llvm::isAlnum(C) || C == '_'; };
  while (rest().starts_with(".")) {
    ++Pos;
    llvm::StringRef Name = rest().take_while(IsMemberChar);
    if (Name.empty())
      return fail("the name or the number of a member");
    Members.push_back(Name.str());
    Pos += Name.size();
  }
  return true;
}

std::optional<llvm::SmallVector<Effect, 2>>
parseEffects(llvm::StringRef Text, EffectSyntaxError &Why) {
  llvm::SmallVector<Effect, 2> Effects;
  if (EffectParser(Text, Why).parseAll(Effects))
    return Effects;
  return std::nullopt;
}

} // namespace tombstone
