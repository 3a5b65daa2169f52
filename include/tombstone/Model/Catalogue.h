//===- Catalogue.h - What library types do ----------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The table of lib/Model/catalogue/*.effects and of a user's own file, by class
// and method or by function. Text alone: how a call of the AST finds its row is
// the work of CalleeEffects. The format stands in docs/effects.md.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_MODEL_CATALOGUE_H
#define TOMBSTONE_MODEL_CATALOGUE_H

#include "tombstone/Model/Effect.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include <memory>
#include <optional>
#include <vector>

namespace tombstone {

/// One *.effects file as text.
struct CatalogueFile {
  llvm::StringRef Name; ///< As shown in messages: "std.effects".
  llvm::StringRef Text;
};

/// The files that are built in, sorted by name.
llvm::ArrayRef<CatalogueFile> builtinCatalogue();

/// A mistake in a file. Prints as "NAME:LINE:COLUMN: error: MESSAGE".
struct CatalogueError {
  std::string File;
  unsigned Line = 0;   ///< From 1.
  unsigned Column = 0; ///< From 1.
  std::string Message;

  std::string toString() const;
};

/// What the objects of a class are to the engine.
enum class ClassKind : uint8_t {
  Associative, ///< holds elements that checks report on
  Sequence,    ///< holds elements; of interest inside another's element
  Owner,       ///< owns one object alone: dies or moves on with it
  Shared,      ///< one owner of several: its end says nothing about the object
  Handle,  ///< designates an element: an iterator, a view, a wrapped reference
  Wrapper, ///< holds one value in place, such as an optional
  Node,    ///< holds an element that was extracted
  Plain    ///< holds nothing of interest; takes pointers as values
};

/// What a parameter of a row matches.
enum class ParamPattern : uint8_t {
  Any,       ///< `_`: whatever no more specific row takes
  Iterator,  ///< `iter`: the class's iterator or const_iterator
  NodeType,  ///< `node`: its node_type
  Value,     ///< `value`: its value_type
  Self,      ///< `self`: a lvalue reference to, or a copy of, the class itself
  SelfRvalue ///< `self&&`: an rvalue reference to the class itself
};

llvm::StringRef patternName(ParamPattern P);

/// That a macro of the analysed source has a value of at least, or below, a
/// number: a library's version decides what it promises.
struct MacroCondition {
  std::string Macro;
  bool IsBelow = false;
  unsigned Number = 0;

  bool operator==(const MacroCondition &) const = default;
  std::string toString() const; ///< "QT_VERSION_MAJOR < 6".
};

/// One signature and what it does.
struct Row {
  std::string
      Name; ///< Method name, "(ctor)", "operator[]"; qualified for functions.
  /// The row is for sources of which this holds, and hides one without it.
  std::optional<MacroCondition> When;
  llvm::SmallVector<ParamPattern, 2> Params;
  bool Variadic = false; ///< `...` last: any number more.
  llvm::SmallVector<Effect, 2> Effects;
  std::string File;
  unsigned Line = 0;
};

/// Everything known of a class, its families' rows included.
struct ClassModel {
  std::string
      Name; ///< Qualified, without template arguments or inline namespaces.
  ClassKind Kind = ClassKind::Associative;
  /// The member of an element that is its key; empty: the element itself.
  std::string KeyMember;
  bool UniqueKeys = true; ///< No two elements have equal keys.
  /// Handles of these forms don't follow when an object is moved, such as views
  /// of a string: what the row (ctor)(self&&) relocates.
  FormSet LostInMove;
  /// In order of precedence: a class's own rows hide equal ones of a family.
  std::vector<const Row *> Rows;
  std::string Source; ///< Where the promise is written down.
  std::string File;
  unsigned Line = 0;

  /// The rows of this name, in order of precedence.
  llvm::SmallVector<const Row *, 4> rowsNamed(llvm::StringRef Method) const;
};

class Catalogue {
public:
  Catalogue();
  Catalogue(Catalogue &&);
  Catalogue &operator=(Catalogue &&);
  ~Catalogue();

  /// Adds a file; later files may name families and classes of earlier ones,
  /// and a class that was there before gets the new rows in front. Returns
  /// every mistake found; rows with mistakes are left out.
  std::vector<CatalogueError> add(CatalogueFile File);

  /// Adds a file without mistakes, whose text lives as long as the table. Its
  /// blocks are read when one of their classes or functions is asked for.
  void addUnread(CatalogueFile File);
  /// How many blocks have been read, for tests.
  size_t numBlocksRead() const;

  /// What is wrong with the table as a whole: unknown or circular parents, two
  /// rows of a class that match the same call, a Borrow of more than one form.
  std::vector<CatalogueError> validate() const;

  /// Null if the class is not in the table.
  const ClassModel *findClass(llvm::StringRef QualifiedName) const;
  /// Empty if the function is not in the table.
  llvm::ArrayRef<const Row *> findFunction(llvm::StringRef QualifiedName) const;

  /// All classes, sorted by name.
  std::vector<const ClassModel *> classes() const;
  /// All functions' rows, sorted by name.
  std::vector<const Row *> functions() const;

private:
  struct Tables;
  std::unique_ptr<Tables> T;
};

/// Adds the built-in files; a mistake in them is a bug of ours, and is
/// returned. Tests ask validate() as well.
std::vector<CatalogueError> addBuiltin(Catalogue &C);

/// The built-in table, one for the process, read block by block as it is asked.
/// May be asked from several threads.
const Catalogue &builtinTable();

} // namespace tombstone

#endif // TOMBSTONE_MODEL_CATALOGUE_H
