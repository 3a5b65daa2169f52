//===- Place.cpp - How the source names objects ---------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Events/Place.h"
#include "llvm/Support/ErrorHandling.h"

using namespace tombstone;

NameId NameTable::intern(llvm::StringRef Name) {
  auto [It, IsNew] =
      Ids.try_emplace(Name, NameId(static_cast<uint32_t>(Names.size())));
  if (IsNew)
    Names.push_back(It->getKey());
  return It->second;
}

RootId RootTable::intern(Root::Kind K, const void *Of, llvm::StringRef Name,
                         bool Hidden) {
  auto [It, IsNew] =
      Ids.try_emplace({Of, static_cast<unsigned>(K)},
                      RootId(static_cast<uint32_t>(Roots.size())));
  if (IsNew)
    Roots.push_back({K, Of, Name.str(), Hidden, {}, {}, {}});
  return It->second;
}

PlaceId PlaceTable::intern(Place P) {
  const uint64_t Step = uint64_t(P.Base) << 8 | uint64_t(P.K);
  auto [It, IsNew] = Ids.try_emplace(
      {Step, P.Name.value()}, PlaceId(static_cast<uint32_t>(Places.size())));
  if (IsNew)
    Places.push_back(P);
  return It->second;
}

PlaceId PlaceTable::root(RootId R) {
  return intern({Place::Kind::Root, R.value(), NameId()});
}
PlaceId PlaceTable::member(PlaceId Base, NameId Name) {
  return intern({Place::Kind::Member, Base.value(), Name});
}
PlaceId PlaceTable::getter(PlaceId Base, NameId Name) {
  return intern({Place::Kind::Getter, Base.value(), Name});
}
PlaceId PlaceTable::deref(PlaceId Base) {
  return intern({Place::Kind::Deref, Base.value(), NameId()});
}
PlaceId PlaceTable::owned(PlaceId Base) {
  return intern({Place::Kind::Owned, Base.value(), NameId()});
}
PlaceId PlaceTable::held(PlaceId Base) {
  return intern({Place::Kind::Held, Base.value(), NameId()});
}

RootId PlaceTable::rootOf(PlaceId P) const {
  while ((*this)[P].K != Place::Kind::Root)
    P = base(P);
  return RootId((*this)[P].Base);
}

bool PlaceTable::hasDeref(PlaceId P) const {
  for (; (*this)[P].K != Place::Kind::Root; P = base(P))
    if ((*this)[P].K == Place::Kind::Deref)
      return true;
  return false;
}

std::string Vocabulary::toString(PlaceId P) const {
  const Place &Step = Places[P];
  switch (Step.K) {
  case Place::Kind::Root:
    return Roots[RootId(Step.Base)].Name;
  case Place::Kind::Member:
    return toString(Places.base(P)) + "." + Names[Step.Name].str();
  case Place::Kind::Getter:
    return toString(Places.base(P)) + "." + Names[Step.Name].str() + "()";
  case Place::Kind::Deref:
  case Place::Kind::Owned:
  case Place::Kind::Held:
    return "*" + toString(Places.base(P));
  }
  llvm_unreachable("unhandled place kind");
}
