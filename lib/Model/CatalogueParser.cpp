//===- CatalogueParser.cpp - Reads *.effects files ------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lines are gathered to items (a row may go on over several lines), items to
// blocks. A mistake costs its item; a mistake in a block's head costs the
// block.
//
//===----------------------------------------------------------------------===//

#include "CatalogueParser.h"
#include "CatalogueLines.h"
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

static bool isIdentifierChar(char C) { return llvm::isAlnum(C) || C == '_'; }
static bool isFamilyChar(char C) { return isIdentifierChar(C) || C == '-'; }

namespace {

class FileParser {
public:
  explicit FileParser(CatalogueFile File) : File(File) {}
  ParsedCatalogue run();

private:
  bool parseHead();
  bool parseNames(CatalogueBlock &Block);
  bool parseParents(CatalogueBlock &Block);
  bool parseIndented();
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

  llvm::StringRef rest() const { return Current.text().substr(Pos); }
  void skipSpace() {
    Pos = Current.text().size() - rest().drop_while(llvm::isSpace).size();
  }
  bool eat(llvm::StringRef Symbol);
  bool eatWord(llvm::StringRef Word);
  PlacedName takeName(llvm::StringRef Name);
  bool expectEnd();
  bool fail(llvm::StringRef Expected);
  bool startsSignature() const;
  llvm::StringRef peekQualifiedName() const;

  CatalogueFile File;
  ParsedCatalogue Parsed;
  std::string Source;
  bool InBlock = false;               ///< Below a head.
  std::optional<MacroCondition> When; ///< Of the rows that follow.
  CatalogueItem Current;
  size_t Pos = 0;
};

} // namespace

ParsedCatalogue FileParser::run() {
  bool SkipBlock = false; // Below a head with a mistake.
  for (CatalogueItem &Item : gatherItems(File.Text)) {
    Current = std::move(Item);
    Pos = 0;
    if (!Current.isIndented())
      SkipBlock = !parseHead();
    else if (!SkipBlock)
      parseIndented();
  }
  return std::move(Parsed);
}

bool FileParser::fail(llvm::StringRef Expected) {
  CatalogueItem::Place At = Current.placeOf(Pos);
  Parsed.Errors.push_back(
      {File.Name.str(), At.Line, At.Column, ("expected " + Expected).str()});
  return false;
}

/// Takes \p Symbol if it comes next, after any space.
bool FileParser::eat(llvm::StringRef Symbol) {
  skipSpace();
  if (!rest().starts_with(Symbol))
    return false;
  Pos += Symbol.size();
  return true;
}

/// As eat(), unless the word goes on: `keys` is not `key`, nor `key(` a word.
bool FileParser::eatWord(llvm::StringRef Word) {
  skipSpace();
  llvm::StringRef After = rest();
  if (!After.consume_front(Word) ||
      (!After.empty() && !llvm::isSpace(After.front())))
    return false;
  Pos += Word.size();
  return true;
}

bool FileParser::expectEnd() {
  skipSpace();
  return rest().empty() || fail("the end of the line");
}

/// The longest a::b::c that comes next.
llvm::StringRef FileParser::peekQualifiedName() const {
  llvm::StringRef Text = rest();
  size_t Size = 0;
  while (Size < Text.size() && isIdentifierChar(Text[Size])) {
    Size += Text.substr(Size).take_while(isIdentifierChar).size();
    if (!Text.substr(Size).starts_with("::") || Size + 2 == Text.size() ||
        !isIdentifierChar(Text[Size + 2]))
      break;
    Size += 2;
  }
  return Text.take_front(Size);
}

PlacedName FileParser::takeName(llvm::StringRef Name) {
  CatalogueItem::Place At = Current.placeOf(Pos);
  Pos += Name.size();
  return {Name.str(), File.Name.str(), At.Line, At.Column};
}

bool FileParser::parseHead() {
  InBlock = false;
  When.reset();
  if (eatWord("source")) {
    Source = rest().trim().str();
    return !Source.empty() || fail("where the promise is written down");
  }
  CatalogueBlock Block;
  Block.Source = Source;
  if (eatWord("functions"))
    Block.K = CatalogueBlock::Kind::Functions;
  else if (eatWord("family"))
    Block.K = CatalogueBlock::Kind::Family;
  else if (!eatWord("class"))
    return fail("family, class, functions or source; rows are indented");
  if (Block.K != CatalogueBlock::Kind::Functions &&
      (!parseNames(Block) || !parseParents(Block)))
    return false;
  if (!expectEnd())
    return false;
  InBlock = true;
  Parsed.Blocks.push_back(std::move(Block));
  return true;
}

bool FileParser::parseNames(CatalogueBlock &Block) {
  bool IsFamily = Block.K == CatalogueBlock::Kind::Family;
  do {
    skipSpace();
    llvm::StringRef Name =
        IsFamily ? rest().take_while(isFamilyChar) : peekQualifiedName();
    if (Name.empty())
      return fail(IsFamily ? "the name of the family"
                           : "the qualified name of a class");
    Block.Names.push_back(takeName(Name));
  } while (!IsFamily && eat(","));
  return true;
}

bool FileParser::parseParents(CatalogueBlock &Block) {
  if (!eat(":"))
    return true;
  do {
    skipSpace();
    llvm::StringRef Name = rest().take_while(isFamilyChar);
    if (Name.empty())
      return fail("the name of a family");
    Block.Parents.push_back(takeName(Name));
  } while (eat(","));
  return true;
}

bool FileParser::parseIndented() {
  if (!InBlock)
    return fail("a family, class or functions line before the first row");
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

bool FileParser::parseKind() {
  CatalogueBlock &Block = Parsed.Blocks.back();
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

bool FileParser::parseKey() {
  CatalogueBlock &Block = Parsed.Blocks.back();
  skipSpace();
  llvm::StringRef Word = rest().take_while(isIdentifierChar);
  if (Word.empty() || Block.K == CatalogueBlock::Kind::Functions)
    return fail(Word.empty() ? "the member that is the key, or self"
                             : "a row: functions have no key");
  Pos += Word.size();
  Block.KeyMember = Word == "self" ? "" : Word.str();
  return expectEnd();
}

bool FileParser::parseKeys() {
  CatalogueBlock &Block = Parsed.Blocks.back();
  if (Block.K == CatalogueBlock::Kind::Functions)
    return fail("a row: functions have no keys");
  Block.UniqueKeys = eatWord("unique");
  if (!*Block.UniqueKeys && !eatWord("repeat"))
    return fail("unique, or repeat where several elements may have one key");
  return expectEnd();
}

/// "when QT_VERSION_MAJOR < 6": of the rows from here to the block's end or the
/// next such line.
bool FileParser::parseWhen() {
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
bool FileParser::startsSignature() const {
  if (rest().starts_with("("))
    return true;
  llvm::StringRef Name = peekQualifiedName();
  if (Name.empty())
    return false;
  return rest().drop_front(Name.size()).starts_with("(") ||
         Name.ends_with("operator");
}

bool FileParser::parseRows() {
  std::vector<std::unique_ptr<Row>> Rows;
  skipSpace();
  do {
    auto R = std::make_unique<Row>();
    R->When = When;
    R->File = File.Name.str();
    R->Line = Current.placeOf(Pos).Line;
    if (!parseSignature(*R))
      return false;
    Rows.push_back(std::move(R));
    skipSpace();
  } while (startsSignature());

  llvm::SmallVector<Effect, 2> Effects;
  if (!parseEffectsOf(Effects))
    return false;
  for (std::unique_ptr<Row> &R : Rows) {
    R->Effects = Effects;
    Parsed.Blocks.back().Rows.push_back(std::move(R));
  }
  return true;
}

bool FileParser::parseEffectsOf(llvm::SmallVectorImpl<Effect> &Effects) {
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

bool FileParser::parseSignature(Row &R) {
  return parseMethodName(R) && parsePatterns(R);
}

bool FileParser::parseMethodName(Row &R) {
  for (llvm::StringRef Special : {"(ctor)", "(conversion)", "(result)"})
    if (eat(Special)) {
      R.Name = Special.str();
      return true;
    }
  llvm::StringRef Name = peekQualifiedName();
  if (Parsed.Blocks.back().K != CatalogueBlock::Kind::Functions)
    Name = Name.take_until([](char C) { return C == ':'; });
  if (Name.empty())
    return fail(
        "a name such as erase, operator[], (ctor), (conversion) or (result)");
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

bool FileParser::parsePatterns(Row &R) {
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

bool FileParser::parsePattern(Row &R) {
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

ParsedCatalogue parseCatalogue(CatalogueFile File) {
  return FileParser(File).run();
}

} // namespace tombstone
