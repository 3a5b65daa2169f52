//===- Effect.h - What a call does to regions and handles -------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One effect is one phrase of text. The same phrase is a row of the catalogue,
// of a user's file, a summary, the debug view and what tests expect, so parse
// and print are inverse to each other. The grammar stands in docs/effects.md.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_MODEL_EFFECT_H
#define TOMBSTONE_MODEL_EFFECT_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace clang {
class ValueDecl;
} // namespace clang

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace tombstone {

/// What kind of handle designates an element.
enum class Form : uint8_t { Ref, Iter, Local, Bucket, Node, View };
constexpr unsigned NumForms = 6;

llvm::StringRef formName(Form F);
/// None if no form has the name.
std::optional<Form> formNamed(llvm::StringRef Name);

/// A set of forms; prints as "ref,iter".
class FormSet {
public:
  constexpr FormSet() = default;
  constexpr FormSet(Form F) : Bits(bit(F)) {}
  constexpr FormSet operator|(FormSet Other) const {
    FormSet Union;
    Union.Bits = Bits | Other.Bits;
    return Union;
  }
  static constexpr FormSet all() {
    FormSet All;
    All.Bits = uint8_t((1u << NumForms) - 1);
    return All;
  }
  constexpr bool contains(Form F) const { return Bits & bit(F); }
  constexpr bool empty() const { return Bits == 0; }
  constexpr bool operator==(const FormSet &) const = default;

private:
  static constexpr uint8_t bit(Form F) {
    return uint8_t(1u << static_cast<unsigned>(F));
  }
  uint8_t Bits = 0;
};

struct Target;

/// An object as a call sees it: `this`, `#1`, `result`, a global variable, a
/// part of another object in parentheses, or a constant; then members, then,
/// with a leading `*`, what that object owns or points to.
///   this   #0.first   *this   result.second   #0.I   arguments
///   ::app::Table   (*this.owner).items   (this.byId[#0]).names   42   "main"
/// The member `I` stands for the one whose number is the callee's first
/// template argument, as in std::get<I>. `arguments` are all that the call
/// writes out. A member `name()` is what an accessor without arguments hands
/// out, where nothing more is known of it.
struct RegionPath {
  enum class RootKind : uint8_t {
    This,
    Argument,
    Result,
    Arguments,
    Global,  ///< Name; a variable that a lambda refers to, too.
    Part,    ///< Whole
    Constant ///< Name: a number, or a string in quotes.
  };
  RootKind Root = RootKind::This;
  unsigned Argument = 0; ///< From 0; of RootKind::Argument alone.
  bool Pointee = false;
  llvm::SmallVector<std::string, 1> Members;
  std::string Name = {};
  std::shared_ptr<const Target> Whole = {};
  /// Of Global, where the variable is known: its declaration.
  const clang::ValueDecl *Variable = nullptr;

  bool operator==(const RegionPath &Other) const;
};

/// Which elements of a container.
///   #0.first            the one whose key equals this value
///   at #0               the one that this handle designates
///   from #0 to #1       those from one handle up to before another
///   next #0 / prev #0   the neighbour of the one that the handle designates
///   begin / end         the first; past the last
///   *                   every one
///   ?                   one, nobody knows which
struct KeySpec {
  enum class Kind : uint8_t {
    Equal,
    At,
    Range,
    Next,
    Prev,
    Begin,
    End,
    All,
    Unknown
  };
  Kind K = Kind::Unknown;
  RegionPath First;  ///< Of Equal, At, Range, Next, Prev.
  RegionPath Second; ///< Of Range.

  bool operator==(const KeySpec &) const = default;
};

/// A region, or elements of it, or a member of such an element:
///   this      this[at #0]      this[#0].second
struct Target {
  RegionPath Region;
  std::optional<KeySpec> Key;
  llvm::SmallVector<std::string, 1> Members; ///< After the `]`.

  bool operator==(const Target &) const = default;
};

/// The region as the start of a longer path, or before a key: what a `*` stands
/// before goes into parentheses.
RegionPath asPart(RegionPath Whole);

/// On which calls an effect happens: `if #2`, `if !#2`, `if result`, or `if ?`
/// where the condition has no name.
struct EffectCondition {
  bool IsKnown = false;
  bool IsNegated = false;
  RegionPath Of; ///< What is true, or not null.

  bool operator==(const EffectCondition &) const = default;
};

/// One thing that a call does.
///   -> iter this[#0]             Borrow: the result is a handle
///   .first -> iter this[#0]      Borrow: a member of the result is one
///   this -> view #0              Borrow: the constructed object is one
///   kill ref,iter this[at #0]    Kill: elements are gone
///   relocate iter this[*]        Relocate: elements may live on elsewhere
///   grow ref,iter this[*]        Grow: the same, unless there is room for one
///                                element more
///   detach ref,iter this[*]      Detach: the same, if a copy shares its data
///   move this[at #0] -> result   Move: elements, and handles to them, follow
///   swap this #0                 Swap: elements change places
///   copy #0 -> this              Copy: a value, with the handles in it
///   overwrite this[#0].second    Overwrite: what the old value owned is gone
///   use #0                       Use: reads through the handle
///   keep #0 in this              Keep: the handle stays there
///   keep iter this.m[#0] in this.list   ... a handle that the call takes
///   reserve #0 in this           Reserve: room for so many elements
///   share this #0                Share: the two have the same data until one
///                                of them detaches
///   tells this[#0]               Tells: the result is true, not zero, or a
///                                handle that may be dereferenced, exactly if
///                                this element is there
///   needs this[#0]               Needs: it throws, or worse, unless this
///                                element is there
///   makes this[#0]               Makes: the element is there after it, with a
///                                default value if it was not before
///   write this.count             Write: the value there changes
///   reenter                      Reenter: code that nobody knows runs, and may
///                                come back to whoever called
///   suspend                      Suspend: other code may run in the meantime
///   defer #0                     Defer: the callable runs later
struct Effect {
  enum class Kind : uint8_t {
    Borrow,
    Kill,
    Relocate,
    Grow,
    Detach,
    Move,
    Swap,
    Copy,
    Overwrite,
    Use,
    Keep,
    Reserve,
    Share,
    Tells,
    Needs,
    Makes,
    Write,
    Reenter,
    Suspend,
    Defer
  };
  Kind K = Kind::Use;
  /// Of Borrow and Keep (exactly one, of Keep perhaps none), Kill, and what
  /// isRelocation().
  FormSet Forms;
  Target What;   ///< What is borrowed, killed, moved, copied, used, kept.
  RegionPath To; ///< Of Borrow, Move, Swap, Copy, Keep, Reserve and Share.
  /// Of Grow and Relocate: `unless this[#0]`, nothing moves where this element
  /// is there.
  std::optional<Target> Unless = {};
  std::optional<EffectCondition> If = {}; ///< None: on every call that returns.
  /// A second condition, which holds wherever the effect happens: `if #2 and
  /// result`.
  std::optional<EffectCondition> And = {};

  bool operator==(const Effect &) const = default;
  /// Handles to elements end by it.
  bool endsElements() const {
    return K == Kind::Kill || K == Kind::Overwrite || isRelocation();
  }
  /// It says nothing of any object.
  bool isOfCode() const { return K == Kind::Reenter || K == Kind::Suspend; }
  /// Elements may live on elsewhere after it.
  bool isRelocation() const {
    return K == Kind::Relocate || K == Kind::Grow || K == Kind::Detach;
  }
};

/// Where a text departs from the grammar.
struct EffectSyntaxError {
  unsigned Column = 0; ///< From 0, within the text given.
  std::string Expected;
};

/// Parses effects joined by "; ". Returns none, and fills \p Why, on text that
/// departs from the grammar. The empty text is an error: it says nothing.
std::optional<llvm::SmallVector<Effect, 2>>
parseEffects(llvm::StringRef Text, EffectSyntaxError &Why);

/// Prints what parseEffects() takes; each print of an equal effect is equal.
void print(llvm::raw_ostream &OS, const Effect &E);
std::string toString(const Effect &E);
std::string toString(llvm::ArrayRef<Effect> Effects);
std::string toString(const RegionPath &R);
std::string toString(const Target &T);
/// Without the `if`.
std::string toString(const EffectCondition &If);
std::string toString(FormSet Forms);

} // namespace tombstone

#endif // TOMBSTONE_MODEL_EFFECT_H
