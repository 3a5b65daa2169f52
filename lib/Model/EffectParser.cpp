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
  bool parseUnconditional(Effect &E);
  bool parseCondition(EffectCondition &If);
  bool parseBorrow(Effect &E);
  bool parseAfterVerb(Effect &E);
  bool parseForms(FormSet &Forms);
  bool parseTarget(Target &T);
  bool parseKey(KeySpec &Key);
  bool parseHandleKey(KeySpec &Key);
  bool parseRegion(RegionPath &R);
  bool parseRoot(RegionPath &R);
  bool parseArgument(RegionPath &R);
  bool parseGlobal(RegionPath &R);
  bool parseConstant(RegionPath &R);
  bool parsePart(RegionPath &R);
  bool startsRegion() const;
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
      .Case("write", Effect::Kind::Write)
      .Case("reenter", Effect::Kind::Reenter)
      .Case("suspend", Effect::Kind::Suspend)
      .Case("defer", Effect::Kind::Defer)
      .Default(std::nullopt);
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
  if (!parseUnconditional(E))
    return false;
  const bool MayBeThere =
      E.K == Effect::Kind::Grow || E.K == Effect::Kind::Relocate;
  if (MayBeThere && eatWord("unless") && !parseTarget(E.Unless.emplace()))
    return false;
  if (!eatWord("if"))
    return true;
  return parseCondition(E.If.emplace()) &&
         (!eatWord("and") || parseCondition(E.And.emplace()));
}

bool EffectParser::parseCondition(EffectCondition &If) {
  if (eat("?"))
    return true;
  If.IsKnown = true;
  If.IsNegated = eat("!");
  return parseRegion(If.Of);
}

bool EffectParser::parseUnconditional(Effect &E) {
  skipSpace();
  llvm::StringRef Word = peekWord();
  if (std::optional<Effect::Kind> Verb = verbKind(Word)) {
    Pos += Word.size();
    E.K = *Verb;
    return parseAfterVerb(E);
  }
  char First = atEnd() ? '\0' : rest().front();
  bool IsDestination = Word == "this" || Word == "result" ||
                       llvm::StringRef(".*#(:").contains(First) ||
                       rest().starts_with("->");
  if (atEnd() || !IsDestination)
    return fail("an effect: '->', kill, relocate, grow, detach, move, swap, "
                "copy, overwrite, use, keep, reserve, share, tells, needs, "
                "makes, write, reenter, suspend or defer");
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
    skipSpace();
    if (formNamed(peekWord()) && !parseForms(E.Forms))
      return false;
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
  case Effect::Kind::Write:
  case Effect::Kind::Defer:
    return parseTarget(E.What);
  case Effect::Kind::Reenter:
  case Effect::Kind::Suspend:
    return true;
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
  if (startsRegion()) {
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

/// Whether a region or a constant comes next.
bool EffectParser::startsRegion() const {
  if (atEnd())
    return false;
  const char First = rest().front();
  return llvm::StringRef("*#(:\"-").contains(First) || llvm::isDigit(First) ||
         peekWord() == "this" || peekWord() == "result";
}

bool EffectParser::parseRegion(RegionPath &R) {
  R.Pointee = eat("*"); // Skips the space before a region without one, too.
  if (!parseRoot(R))
    return false;
  return R.Root == RegionPath::RootKind::Arguments || parseMembers(R.Members);
}

bool EffectParser::parseRoot(RegionPath &R) {
  if (rest().starts_with("#"))
    return parseArgument(R);
  if (rest().starts_with("::"))
    return parseGlobal(R);
  if (rest().starts_with("("))
    return parsePart(R);
  if (startsRegion() && !llvm::isAlpha(rest().front()))
    return parseConstant(R);
  if (eatWord("this"))
    R.Root = RegionPath::RootKind::This;
  else if (eatWord("result"))
    R.Root = RegionPath::RootKind::Result;
  else if (eatWord("arguments"))
    R.Root = RegionPath::RootKind::Arguments;
  else
    return fail("a region: this, result, arguments or an argument such as #0");
  return true;
}

/// "::app::Table".
bool EffectParser::parseGlobal(RegionPath &R) {
  R.Root = RegionPath::RootKind::Global;
  const auto IsNameChar = [](char C) {
    return llvm::isAlnum(C) || C == '_' || C == ':';
  };
  R.Name = rest().drop_front(2).take_while(IsNameChar).str();
  Pos += 2;
  if (R.Name.empty())
    return fail("the name of a variable");
  Pos += R.Name.size();
  return true;
}

/// A part of an object, "(*this.owner)" or "(this.byId[#0])".
bool EffectParser::parsePart(RegionPath &R) {
  R.Root = RegionPath::RootKind::Part;
  ++Pos;
  Target Whole;
  if (!parseTarget(Whole) || !expect(")"))
    return false;
  R.Whole = std::make_shared<const Target>(std::move(Whole));
  return true;
}

/// 42, -1 or "main".
bool EffectParser::parseConstant(RegionPath &R) {
  R.Root = RegionPath::RootKind::Constant;
  llvm::StringRef Text = rest();
  size_t Length = 0;
  if (Text.starts_with("\"")) {
    const size_t End = Text.find('"', 1);
    if (End == llvm::StringRef::npos)
      return fail("the end of a string");
    Length = End + 1;
  } else {
    const size_t Sign = Text.starts_with("-") ? 1 : 0;
    Length = Sign + Text.drop_front(Sign).take_while(llvm::isDigit).size();
    if (Length == Sign)
      return fail("a number");
  }
  R.Name = Text.take_front(Length).str();
  Pos += Length;
  return true;
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
    Pos += Name.size();
    const bool IsAccessor = rest().starts_with("()");
    Members.push_back(Name.str() + (IsAccessor ? "()" : ""));
    Pos += IsAccessor ? 2 : 0;
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
