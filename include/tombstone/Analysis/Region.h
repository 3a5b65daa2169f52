//===- Region.h - Abstract objects ------------------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A region is an object in memory, named by a path from a root without any step
// that depends on the state. An element is a region below its container's, so
// what befalls the element befalls all that lies below it.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_ANALYSIS_REGION_H
#define TOMBSTONE_ANALYSIS_REGION_H

#include "tombstone/Events/Event.h"
#include <optional>

namespace tombstone {

using RegionId = Id<struct RegionTag>;
using KeyId = Id<struct KeyTag>;

/// How many runs of a site ago a region was made: the latest, the one before
/// it, and any earlier one. So a loop's turns are told apart.
using Age = uint8_t;
constexpr Age OldestAge = 2;

struct Region {
  enum class Kind : uint8_t {
    Root,
    Member,
    Getter,  ///< what an accessor refers to
    Element, ///< of the container at base, as the site Site reached it
    Owned,   ///< what the owner at base owns elsewhere
    Held,    ///< what the wrapper at base holds in place
    Pointee  ///< what the pointer at base referred to when first seen
  };
  Kind K;
  Age A = 0;          ///< Of Root, Getter, Element and Pointee.
  uint32_t Base = 0;  ///< A RootId's value for Root, a RegionId's otherwise.
  uint32_t Label = 0; ///< A NameId's or SiteId's value; 0 where there is none.

  bool operator==(const Region &) const = default;
};

class RegionTable {
public:
  RegionId intern(Region R);
  const Region &operator[](RegionId R) const { return Regions[R.value()]; }
  RegionId base(RegionId R) const { return RegionId((*this)[R].Base); }
  bool isRoot(RegionId R) const { return (*this)[R].K == Region::Kind::Root; }

  RegionId root(RootId Root);
  RegionId member(RegionId Base, NameId Name);
  RegionId getter(RegionId Base, NameId Name);
  /// Invalid if the site is on the path already or the path is too long: a
  /// walk down a tree has no end, the analysis must.
  RegionId element(RegionId Container, SiteId Site);
  RegionId owned(RegionId Owner);
  RegionId held(RegionId Wrapper);
  /// Invalid if the way there repeats itself, or the path is too long.
  RegionId pointee(RegionId Pointer);

  /// Whether \p R is \p Ancestor or a part of what it reaches.
  bool isAtOrBelow(RegionId R, RegionId Ancestor) const;
  /// Whether \p R is at or below \p Ancestor and ends when \p Ancestor's
  /// storage does: the way down crosses no pointer.
  bool livesWithin(RegionId R, RegionId Ancestor) const;
  /// Whether the way from \p Ancestor down to \p R leads over something that
  /// the value at \p Ancestor owns, so that a new value ends it.
  bool isOwnedBelow(RegionId R, RegionId Ancestor) const;
  /// \p R with the part \p From of its path replaced by \p To; invalid if the
  /// path gets too long.
  RegionId rebase(RegionId R, RegionId From, RegionId To);
  /// \p R with each step that \p IsStale holds for one run older.
  template <typename Predicate> RegionId aged(RegionId R, Predicate IsStale);
  unsigned depth(RegionId R) const;
  /// The innermost element on the path of \p R; its root if there is none.
  RegionId nearestElement(RegionId R) const;

  std::string toString(RegionId R, const Vocabulary &V) const;

private:
  bool repeats(RegionId Pointer) const;

  llvm::DenseMap<std::pair<uint64_t, uint64_t>, RegionId> Ids;
  std::vector<Region> Regions;
};

/// What is known of the key of an element.
struct Key {
  enum class Kind : uint8_t {
    Unknown,
    Constant, ///< Label is a NameId
    ValueOf,  ///< what stands in the region Of, unchanged since
    KeyOf,    ///< the key that the element Of has
    Begin,    ///< the first of the container Of, unchanged since
    End,      ///< past the last
    After,    ///< the successor of the element Of
    Before    ///< its predecessor
  };
  Kind K = Kind::Unknown;
  RegionId Of;
  NameId Constant;

  auto operator<=>(const Key &) const = default;
};

template <typename Predicate>
RegionId RegionTable::aged(RegionId R, Predicate IsStale) {
  Region Copy = (*this)[R];
  if (Copy.K != Region::Kind::Root) {
    const RegionId OldBase(Copy.Base);
    Copy.Base = aged(OldBase, IsStale).value();
  }
  if (IsStale(R, (*this)[R]) && Copy.A < OldestAge)
    ++Copy.A;
  return intern(Copy);
}

} // namespace tombstone

#endif // TOMBSTONE_ANALYSIS_REGION_H
