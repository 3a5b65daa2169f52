//===- CatalogueParser.cpp - Reads the rows of *.effects files ------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What stands below a head: lines are gathered to items, since a row may go on
// over several. A mistake costs its item.
//
//===----------------------------------------------------------------------===//

#include "CatalogueReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

namespace tombstone {

static std::optional<ParamPattern> patternNamed(llvm::StringRef Name) {
  for (ParamPattern P :
       {ParamPattern::Any, ParamPattern::Iterator, ParamPattern::NodeType,
        ParamPattern::Value, ParamPattern::Self, ParamPattern::SelfRvalue})
    if (patternName(P) == Name)
      return P;
  return std::nullopt;
}

static std::optional<ClassKind> classKindNamed(llvm::StringRef Name) {
  return llvm::StringSwitch<std::optional<ClassKind>>(Name)
      .Case("associative", ClassKind::Associative)
      .Case("sequence", ClassKind::Sequence)
      .Case("owner", ClassKind::Owner)
      .Case("shared", ClassKind::Shared)
      .Case("handle", ClassKind::Handle)
      .Case("wrapper", ClassKind::Wrapper)
      .Case("node", ClassKind::Node)
      .Case("plain", ClassKind::Plain)
      .Default(std::nullopt);
}

namespace {

class BodyParser : ItemReader {
public:
  BodyParser(CatalogueBlock &Block, std::vector<CatalogueError> &Errors)
      : ItemReader(Block.Body.Name, Errors), Block(Block) {}
  void run();

private:
  bool parseItem();
  bool parseKind();
  bool parseKey();
  bool parseKeys();
  bool parseWhen();
  bool parseRows();
  bool parseSignature(Row &R);
  bool parseMethodName(Row &R);
  bool parsePatterns(Row &R);
  bool parsePattern(Row &R);
  bool parseEffectsOf(llvm::SmallVectorImpl<Effect> &Effects);

  bool startsSignature() const;

  CatalogueBlock &Block;
  std::optional<MacroCondition> When; ///< Of the rows that follow.
};

} // namespace

void BodyParser::run() {
  for (CatalogueItem &Item : gatherItems(Block.Body.Text, Block.BodyLine)) {
    start(std::move(Item));
    parseItem();
  }
}

bool BodyParser::parseItem() {
  if (eatWord("kind"))
    return parseKind();
  if (eatWord("key"))
    return parseKey();
  if (eatWord("keys"))
    return parseKeys();
  if (eatWord("when"))
    return parseWhen();
  return parseRows();
}

bool BodyParser::parseKind() {
  skipSpace();
  llvm::StringRef Word = rest().take_while(isIdentifierChar);
  std::optional<ClassKind> Kind = classKindNamed(Word);
  if (!Kind || Block.K == CatalogueBlock::Kind::Functions)
    return fail(Kind ? "a row: functions have no kind"
                     : "a kind: associative, sequence, owner, shared, handle, "
                       "wrapper, node or plain");
  Pos += Word.size();
  Block.Class = Kind;
  return expectEnd();
}

bool BodyParser::parseKey() {
  skipSpace();
  llvm::StringRef Word = rest().take_while(isIdentifierChar);
  if (Word.empty() || Block.K == CatalogueBlock::Kind::Functions)
    return fail(Word.empty() ? "the member that is the key, or self"
                             : "a row: functions have no key");
  Pos += Word.size();
  Block.KeyMember = Word == "self" ? "" : Word.str();
  return expectEnd();
}

bool BodyParser::parseKeys() {
  if (Block.K == CatalogueBlock::Kind::Functions)
    return fail("a row: functions have no keys");
  Block.UniqueKeys = eatWord("unique");
  if (!*Block.UniqueKeys && !eatWord("repeat"))
    return fail("unique, or repeat where several elements may have one key");
  return expectEnd();
}

/// "when QT_VERSION_MAJOR < 6": of the rows from here to the block's end or the
/// next such line.
bool BodyParser::parseWhen() {
  MacroCondition Condition;
  skipSpace();
  llvm::StringRef Macro = rest().take_while(isIdentifierChar);
  if (Macro.empty())
    return fail("the name of a macro");
  Pos += Macro.size();
  Condition.Macro = Macro.str();
  Condition.IsBelow = eat("<");
  if (!Condition.IsBelow && !eat(">="))
    return fail("'<' or '>='");
  skipSpace();
  llvm::StringRef Digits = rest().take_while(llvm::isDigit);
  if (Digits.getAsInteger(10, Condition.Number))
    return fail("a number");
  Pos += Digits.size();
  When = std::move(Condition);
  return expectEnd();
}

/// Whether a name comes next that a `(` follows at once.
bool BodyParser::startsSignature() const {
  if (rest().starts_with("("))
    return true;
  llvm::StringRef Name = peekQualifiedName();
  if (Name.empty())
    return false;
  return rest().drop_front(Name.size()).starts_with("(") ||
         Name.ends_with("operator");
}

bool BodyParser::parseRows() {
  std::vector<Row> Rows;
  skipSpace();
  do {
    Row R;
    R.When = When;
    R.File = File.str();
    R.Line = Current.placeOf(Pos).Line;
    if (!parseSignature(R))
      return false;
    Rows.push_back(std::move(R));
    skipSpace();
  } while (startsSignature());

  llvm::SmallVector<Effect, 2> Effects;
  if (!parseEffectsOf(Effects))
    return false;
  for (Row &R : Rows) {
    R.Effects = Effects;
    Block.Rows.push_back(std::move(R));
  }
  return true;
}

bool BodyParser::parseEffectsOf(llvm::SmallVectorImpl<Effect> &Effects) {
  if (rest().empty())
    return fail("the effects, or nothing");
  EffectSyntaxError Why;
  auto Read = parseEffects(rest(), Why);
  if (!Read) {
    Pos += Why.Column;
    return fail(Why.Expected);
  }
  Effects = std::move(*Read);
  return true;
}

bool BodyParser::parseSignature(Row &R) {
  return parseMethodName(R) && parsePatterns(R);
}

bool BodyParser::parseMethodName(Row &R) {
  for (llvm::StringRef Special :
       {"(ctor)", "(dtor)", "(conversion)", "(result)"})
    if (eat(Special)) {
      R.Name = Special.str();
      return true;
    }
  llvm::StringRef Name = peekQualifiedName();
  if (Block.K != CatalogueBlock::Kind::Functions)
    Name = Name.take_until([](char C) { return C == ':'; });
  if (Name.empty())
    return fail(
        "a name such as erase, operator[], (ctor), (dtor), (conversion) or "
        "(result)");
  Pos += Name.size();
  R.Name = Name.str();
  if (Name != "operator" && !Name.ends_with("::operator"))
    return true;
  size_t SymbolSize = rest().starts_with("()") ? 2 : rest().find('(');
  llvm::StringRef Symbol = rest().take_front(SymbolSize);
  if (Symbol.empty() || llvm::any_of(Symbol, llvm::isSpace))
    return fail("an operator's symbol, then '('");
  Pos += Symbol.size();
  R.Name += Symbol;
  return true;
}

bool BodyParser::parsePatterns(Row &R) {
  if (!rest().starts_with("("))
    return fail("'(' at once after the name");
  ++Pos;
  if (eat(")"))
    return true;
  do {
    if (!parsePattern(R))
      return false;
  } while (!R.Variadic && eat(","));
  return eat(")") || fail(R.Variadic ? "')' after ..." : "',' or ')'");
}

bool BodyParser::parsePattern(Row &R) {
  skipSpace();
  if (eat("...")) {
    R.Variadic = true;
    return true;
  }
  llvm::StringRef Name =
      rest().take_while([](char C) { return isIdentifierChar(C) || C == '&'; });
  std::optional<ParamPattern> Pattern = patternNamed(Name);
  if (!Pattern)
    return fail("a parameter: _, iter, node, value, self, self&& or ...");
  Pos += Name.size();
  R.Params.push_back(*Pattern);
  return true;
}

void parseBody(CatalogueBlock &Block, std::vector<CatalogueError> &Errors) {
  BodyParser(Block, Errors).run();
  Block.IsRead = true;
}

} // namespace tombstone
