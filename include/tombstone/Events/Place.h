//===- Place.h - How the source names objects -------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A place is an access path as the source writes it: a root, then members and
// steps through handles (`p->inner.items`). Which objects it means depends on
// the state; see Region. Ids are given in source order, so output that follows
// them is the same in every run.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_EVENTS_PLACE_H
#define TOMBSTONE_EVENTS_PLACE_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/FoldingSet.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <string>
#include <vector>

namespace clang {
class Decl;
class Stmt;
} // namespace clang

namespace tombstone {

/// An index into a table that is of the type Tag and of no other.
template <typename Tag> class Id {
public:
  constexpr Id() = default;
  constexpr explicit Id(uint32_t Value) : Value(Value) {}
  constexpr uint32_t value() const { return Value; }
  constexpr bool isValid() const { return Value != Invalid; }
  constexpr auto operator<=>(const Id &) const = default;

private:
  static constexpr uint32_t Invalid = ~0u;
  uint32_t Value = Invalid;
};

using NameId = Id<struct NameTag>;
using RootId = Id<struct RootTag>;
using PlaceId = Id<struct PlaceTag>;

/// Strings, each stored once.
class NameTable {
public:
  NameId intern(llvm::StringRef Name);
  llvm::StringRef operator[](NameId N) const { return Names[N.value()]; }

private:
  llvm::StringMap<NameId> Ids;
  std::vector<llvm::StringRef> Names;
};

/// Where an access path starts.
struct Root {
  enum class Kind : uint8_t {
    Variable,   ///< a variable, parameter, captured copy, or a getter's static
    This,       ///< the pointer `this`
    Temporary,  ///< the value of an expression
    Allocation, ///< what a new-expression makes
    Result,     ///< what a followed function returns
    Return      ///< what the function itself returns at one statement
  };
  /// Whether an object is there when the function has ended.
  enum class Storage : uint8_t {
    Local,
    Parameter, ///< what it refers to is
    Global
  };
  Kind K;
  const void *Of; ///< A Decl for Variable and Result, a Stmt for the others.
  std::string Name;
  bool Hidden;      ///< The source does not spell it: temporaries, `__begin`.
  std::string Text; ///< Of a temporary: its expression in the source.
  /// Of a variable: a callee may reach it that doesn't get it.
  bool Shared = false;
  Storage Where = Storage::Local;
};

class RootTable {
public:
  RootId intern(Root::Kind K, const void *Of, llvm::StringRef Name,
                bool Hidden);
  void setText(RootId R, std::string Text) {
    Roots[R.value()].Text = std::move(Text);
  }
  void setShared(RootId R) { Roots[R.value()].Shared = true; }
  void setStorage(RootId R, Root::Storage Where) {
    Roots[R.value()].Where = Where;
  }
  const Root &operator[](RootId R) const { return Roots[R.value()]; }

private:
  llvm::DenseMap<std::pair<const void *, unsigned>, RootId> Ids;
  std::vector<Root> Roots;
};

struct Place {
  enum class Kind : uint8_t {
    Root,
    Member, ///< `base.name`
    Getter, ///< `base.name()`: an accessor without arguments
    Deref,  ///< through the handle at base
    Owned,  ///< what the owner at base owns elsewhere: a unique_ptr's object
    Held    ///< what the wrapper at base holds in place: an optional's value
  };
  Kind K;
  uint32_t Base; ///< A RootId's value for Root, a PlaceId's for the others.
  NameId Name;   ///< Of Member and Getter.
};

class PlaceTable {
public:
  PlaceId root(RootId R);
  PlaceId member(PlaceId Base, NameId Name);
  PlaceId getter(PlaceId Base, NameId Name);
  PlaceId deref(PlaceId Base);
  PlaceId owned(PlaceId Base);
  PlaceId held(PlaceId Base);

  const Place &operator[](PlaceId P) const { return Places[P.value()]; }
  PlaceId base(PlaceId P) const { return PlaceId((*this)[P].Base); }
  RootId rootOf(PlaceId P) const;
  /// Whether the path goes through a handle.
  bool hasDeref(PlaceId P) const;

private:
  PlaceId intern(Place P);

  llvm::DenseMap<std::pair<uint64_t, uint32_t>, PlaceId> Ids;
  std::vector<Place> Places;
};

/// The names that the events of one function share.
struct Vocabulary {
  NameTable Names;
  RootTable Roots;
  PlaceTable Places;
  /// Names that the source has for a part of an object: structured bindings.
  llvm::DenseMap<uint32_t, std::string> Aliases; ///< By a PlaceId's value.

  std::string toString(PlaceId P) const;
};

} // namespace tombstone

#endif // TOMBSTONE_EVENTS_PLACE_H
