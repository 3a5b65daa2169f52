//===- SourceNames.h - What the source calls things -------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the files that word findings share.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_ANALYSIS_SOURCENAMES_H
#define TOMBSTONE_LIB_ANALYSIS_SOURCENAMES_H

#include "tombstone/Analysis/Finding.h"
#include "clang/AST/Decl.h"
#include "llvm/Support/ErrorHandling.h"

namespace tombstone {

/// What the source calls things.
class Names {
public:
  explicit Names(const Tables &T) : T(T) {}

  /// Empty if the source has no name for it.
  std::string of(PlaceId P) const {
    if (!P.isValid())
      return "";
    auto Alias = T.Words.Aliases.find(P.value());
    if (Alias != T.Words.Aliases.end())
      return Alias->second;
    const Place &Last = T.Words.Places[P];
    if (Last.K == Place::Kind::Root)
      return of(RootId(Last.Base));
    const std::string Base = of(T.Words.Places.base(P));
    switch (Last.K) {
    case Place::Kind::Root:
    case Place::Kind::Deref:
    case Place::Kind::Owned:
    case Place::Kind::Held:
      return Base;
    case Place::Kind::Member:
      return member(Base, T.Words.Names[Last.Name].str());
    case Place::Kind::Getter:
      return member(Base, T.Words.Names[Last.Name].str() + "()");
    }
    llvm_unreachable("unhandled place kind");
  }

  std::string of(RegionId R) const {
    const Region &Last = T.Regions[R];
    if (Last.K == Region::Kind::Root)
      return of(RootId(Last.Base));
    const std::string Base = of(T.Regions.base(R));
    switch (Last.K) {
    case Region::Kind::Root:
    case Region::Kind::Owned:
    case Region::Kind::Held:
    case Region::Kind::Pointee:
      return Base;
    case Region::Kind::Element:
      return Base.empty() ? "" : Base + "[...]";
    case Region::Kind::Member:
      return member(Base, T.Words.Names[NameId(Last.Label)].str());
    case Region::Kind::Getter:
      return member(Base, T.Words.Names[NameId(Last.Label)].str() + "()");
    }
    llvm_unreachable("unhandled region kind");
  }

private:
  std::string of(RootId R) const {
    const Root &Start = T.Words.Roots[R];
    return Start.Hidden ? "" : Start.Name;
  }

  static std::string member(const std::string &Base, const std::string &Name) {
    if (Base.empty())
      return "";
    return Base == "this" ? Name : Base + "." + Name;
  }

  const Tables &T;
};

inline std::string quoted(const std::string &Name) { return "'" + Name + "'"; }

inline void addStep(Finding &F, clang::SourceLocation Loc,
                    clang::SourceRange Range, const std::string &Text) {
  F.Path.push_back(
      {Loc, Range, "(" + std::to_string(F.Path.size() + 1) + ") " + Text});
}

/// A step in what was called; \p At is where that is, should the callee's file
/// not be there to be shown.
inline void addCalleeStep(Finding &F, const EffectOrigin &Step,
                          const Event &At) {
  if (Step.Loc.isValid() || !Step.Far)
    return addStep(F, Step.Loc, Step.Range, Step.Text);
  addStep(F, At.Loc, At.Range,
          Step.Text + " (" + Step.Far->File + ":" +
              std::to_string(Step.Far->Line) + ")");
}

/// Whether a text of the source can stand in a sentence.
inline bool isShort(llvm::StringRef Text) {
  constexpr size_t MaxText = 40;
  return !Text.empty() && Text.size() <= MaxText && !Text.contains('\n');
}

/// Words a look-up of a key that was erased.
std::optional<Finding> describeLookup(const DeadUse &Use, const Tables &T);

} // namespace tombstone

#endif // TOMBSTONE_LIB_ANALYSIS_SOURCENAMES_H
