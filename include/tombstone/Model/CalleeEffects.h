//===- CalleeEffects.h - The row of the table that a call has ---*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From declarations of the AST to rows of the catalogue, and to what the engine
// must know of a type. Each answer is kept, so asking again costs one look-up.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_MODEL_CALLEEEFFECTS_H
#define TOMBSTONE_MODEL_CALLEEEFFECTS_H

#include "tombstone/Model/Summary.h"
#include "llvm/ADT/DenseMap.h"
#include <functional>

namespace clang {
class CXXRecordDecl;
class NamedDecl;
class Preprocessor;
class QualType;
} // namespace clang

namespace tombstone {

/// The name as the catalogue writes it: no template arguments, no inline or
/// unnamed namespaces.
std::string catalogueName(const clang::NamedDecl &D);

class CalleeEffects {
public:
  /// The number that a macro of the analysed source stands for, if it does.
  using MacroValue =
      std::function<std::optional<unsigned>(llvm::StringRef Macro)>;

  explicit CalleeEffects(const Catalogue &Table) : Table(Table) {}

  /// Rows of a library's versions are chosen by what \p Value says; without
  /// it, none of them is.
  void setMacros(MacroValue Value) { Macros = std::move(Value); }

  /// A class of the catalogue that a record is or derives from.
  struct KnownClass {
    const ClassModel *Model = nullptr;
    const clang::CXXRecordDecl *Record = nullptr;
    explicit operator bool() const { return Model; }
  };

  /// None for a class that the catalogue doesn't know, by itself or by a base.
  KnownClass classOf(const clang::CXXRecordDecl *Record);
  KnownClass classOf(clang::QualType Type);

  /// The row for a method that is called on an object of class \p Object with
  /// \p NumArgs arguments written out; null if there is none, or if a class of
  /// the user's own hides it.
  const Row *method(const clang::FunctionDecl &Method,
                    const clang::CXXRecordDecl *Object, unsigned NumArgs);

  /// The type of a class's elements, where it says so: its value_type.
  clang::QualType elementType(const KnownClass &Class);

  /// Whether a container's elements, or what they map to or own, are objects of
  /// class \p Of.
  bool hasElementsOf(const KnownClass &Class, const clang::CXXRecordDecl &Of);

  /// The row for a free or static function.
  const Row *function(const clang::FunctionDecl &Function, unsigned NumArgs);

  bool hasSameTable(const CalleeEffects &Other) const {
    return &Table == &Other.Table;
  }

  /// From here \p Source is asked for the functions that have no row.
  void setSummaries(SummarySource *Source) { Summaries = Source; }
  SummarySource *summaries() { return Summaries; }
  /// Null if nothing is known of the function's body.
  const Summary *summary(const clang::FunctionDecl &Function) {
    return Summaries ? Summaries->summaryOf(Function) : nullptr;
  }
  /// Null if the function has a body here, or no other unit knows it.
  const Summary *fact(const clang::FunctionDecl &Function) {
    return Summaries ? Summaries->factOf(Function) : nullptr;
  }

  /// Whether values of the type designate something else: pointers, and classes
  /// that the catalogue or [[gsl::Pointer]] calls so, or that can be
  /// dereferenced and stepped.
  bool isHandle(clang::QualType Type);
  /// Whether the type is a class, is a handle, and is not in the catalogue.
  bool isIteratorClass(clang::QualType Type);

private:
  KnownClass findClass(const clang::CXXRecordDecl *Record);
  bool matches(ParamPattern Pattern, clang::QualType Param,
               const KnownClass &Class);
  bool matches(const Row &R, const clang::FunctionDecl &Callee,
               const KnownClass *Class, unsigned NumArgs);
  bool isIteratorRecord(const clang::CXXRecordDecl *Record);

  bool holds(const MacroCondition &When) const;
  const Row *methodOfAny(const clang::FunctionDecl &Method, unsigned NumArgs);

  const Catalogue &Table;
  MacroValue Macros;
  SummarySource *Summaries = nullptr;
  llvm::DenseMap<const clang::CXXRecordDecl *, KnownClass> Classes;
  llvm::DenseMap<const clang::CXXRecordDecl *, bool> IteratorRecords;
  using CallShape = std::pair<std::pair<const void *, const void *>, unsigned>;
  llvm::DenseMap<CallShape, const Row *> Rows;
};

/// The macros as they are at the end of what \p PP has read. Must not be asked
/// after its end.
CalleeEffects::MacroValue macrosOf(clang::Preprocessor &PP);

} // namespace tombstone

#endif // TOMBSTONE_MODEL_CALLEEEFFECTS_H
