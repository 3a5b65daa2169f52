//===- Region.cpp - Abstract objects --------------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Region.h"
#include "llvm/Support/ErrorHandling.h"

using namespace tombstone;

static constexpr unsigned MaxDepth = 16;

RegionId RegionTable::intern(Region R) {
  const uint64_t Step = uint64_t(R.Base) << 32 | R.Label;
  const uint64_t Shape = uint64_t(R.K) << 8 | R.A;
  auto [It, IsNew] = Ids.try_emplace(
      {Step, Shape}, RegionId(static_cast<uint32_t>(Regions.size())));
  if (IsNew)
    Regions.push_back(R);
  return It->second;
}

RegionId RegionTable::root(RootId Root) {
  return intern({Region::Kind::Root, 0, Root.value(), 0});
}
RegionId RegionTable::member(RegionId Base, NameId Name) {
  return intern({Region::Kind::Member, 0, Base.value(), Name.value()});
}
RegionId RegionTable::getter(RegionId Base, NameId Name) {
  return intern({Region::Kind::Getter, 0, Base.value(), Name.value()});
}
RegionId RegionTable::owned(RegionId Owner) {
  return intern({Region::Kind::Owned, 0, Owner.value(), 0});
}
RegionId RegionTable::held(RegionId Wrapper) {
  return intern({Region::Kind::Held, 0, Wrapper.value(), 0});
}

/// Whether the pointer is a member, and the same member of another object led
/// to its own: a list or a tree.
bool RegionTable::repeats(RegionId Pointer) const {
  const Region &Last = (*this)[Pointer];
  if (Last.K != Region::Kind::Member && Last.K != Region::Kind::Getter)
    return false;
  bool IsFollowed = false;
  for (RegionId R = base(Pointer); !isRoot(R); R = base(R)) {
    const Region &Step = (*this)[R];
    if (IsFollowed && Step.K == Last.K && Step.Label == Last.Label)
      return true;
    IsFollowed = Step.K == Region::Kind::Pointee;
  }
  return false;
}

RegionId RegionTable::pointee(RegionId Pointer) {
  if (depth(Pointer) >= MaxDepth || repeats(Pointer))
    return RegionId();
  return intern({Region::Kind::Pointee, 0, Pointer.value(), 0});
}

RegionId RegionTable::element(RegionId Container, SiteId Site) {
  if (depth(Container) >= MaxDepth)
    return RegionId();
  for (RegionId R = Container; !isRoot(R); R = base(R)) {
    const Region &Step = (*this)[R];
    if (Step.K == Region::Kind::Element && Step.Label == Site.value())
      return RegionId();
  }
  return intern({Region::Kind::Element, 0, Container.value(), Site.value()});
}

RegionId RegionTable::nearestElement(RegionId R) const {
  while ((*this)[R].K != Region::Kind::Element && !isRoot(R))
    R = base(R);
  return R;
}

unsigned RegionTable::depth(RegionId R) const {
  unsigned Depth = 0;
  for (; !isRoot(R); R = base(R))
    ++Depth;
  return Depth;
}

bool RegionTable::isAtOrBelow(RegionId R, RegionId Ancestor) const {
  for (;; R = base(R)) {
    if (R == Ancestor)
      return true;
    if (isRoot(R))
      return false;
  }
}

bool RegionTable::livesWithin(RegionId R, RegionId Ancestor) const {
  for (; R != Ancestor; R = base(R))
    if (isRoot(R) || (*this)[R].K == Region::Kind::Pointee ||
        (*this)[R].K == Region::Kind::Getter)
      return false;
  return true;
}

bool RegionTable::isOwnedBelow(RegionId R, RegionId Ancestor) const {
  if (!livesWithin(R, Ancestor))
    return false;
  for (; R != Ancestor; R = base(R))
    if ((*this)[R].K == Region::Kind::Element ||
        (*this)[R].K == Region::Kind::Owned ||
        (*this)[R].K == Region::Kind::Held)
      return true;
  return false;
}

RegionId RegionTable::rebase(RegionId R, RegionId From, RegionId To) {
  if (R == From)
    return To;
  Region Copy = (*this)[R];
  if (Copy.K == Region::Kind::Root)
    return R;
  const RegionId NewBase = rebase(RegionId(Copy.Base), From, To);
  if (NewBase == RegionId(Copy.Base))
    return R;
  if (!NewBase.isValid() || depth(NewBase) >= MaxDepth)
    return RegionId();
  Copy.Base = NewBase.value();
  return intern(Copy);
}

static std::string agePrimes(Age A) { return std::string(A, '\''); }

std::string RegionTable::toString(RegionId R, const Vocabulary &V) const {
  if (!R.isValid())
    return "?";
  const Region &Step = (*this)[R];
  if (Step.K == Region::Kind::Root)
    return V.Roots[RootId(Step.Base)].Name + agePrimes(Step.A);
  const std::string Below = toString(base(R), V);
  switch (Step.K) {
  case Region::Kind::Root:
    break;
  case Region::Kind::Member:
    return Below + "." + V.Names[NameId(Step.Label)].str();
  case Region::Kind::Getter:
    return Below + "." + V.Names[NameId(Step.Label)].str() + "()" +
           agePrimes(Step.A);
  case Region::Kind::Element:
    return Below + "[#" + std::to_string(Step.Label) + agePrimes(Step.A) + "]";
  case Region::Kind::Owned:
  case Region::Kind::Held:
    return "*" + Below;
  case Region::Kind::Pointee:
    return "(*" + Below + ")";
  }
  llvm_unreachable("unhandled region kind");
}
