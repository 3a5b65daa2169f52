//===- CatalogueStability.h - Rows against real containers ------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A Before remembers where a container's elements are; after an operation they
// are where the operation's row says, or the test fails.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TEST_UNIT_CATALOGUESTABILITY_H
#define TOMBSTONE_TEST_UNIT_CATALOGUESTABILITY_H

#include "CatalogueTesting.h"
#include "llvm/ADT/STLExtras.h"
#include <limits>
#include <map>
#include <set>

namespace tombstone {

/// A value that knows itself: where it is, until when.
class Tracked {
public:
  Tracked(int Id) : Id(Id) { alive()[this] = Id; }
  /// No element that a test names.
  Tracked() : Tracked(MovedFrom) {}
  Tracked(const Tracked &Other) : Tracked(Other.Id) {}
  Tracked &operator=(const Tracked &Other) {
    alive()[this] = Id = Other.Id;
    return *this;
  }
  /// What is moved from is no longer the element that it was.
  Tracked(Tracked &&Other) : Tracked(Other.Id) { alive()[&Other] = MovedFrom; }
  Tracked &operator=(Tracked &&Other) {
    const int From = Other.Id;
    alive()[&Other] = MovedFrom;
    alive()[this] = Id = From;
    return *this;
  }
  ~Tracked() { alive().erase(this); }

  int id() const { return Id; }
  bool operator==(const Tracked &Other) const { return Id == Other.Id; }
  bool operator<(const Tracked &Other) const { return Id < Other.Id; }

  static bool isAlive(const Tracked *At, int Id) {
    auto It = alive().find(At);
    return It != alive().end() && It->second == Id;
  }

private:
  static constexpr int MovedFrom = std::numeric_limits<int>::min();

  static std::map<const Tracked *, int> &alive() {
    static std::map<const Tracked *, int> Alive;
    return Alive;
  }
  int Id;
};

inline const Tracked &valueIn(const Tracked &Element) { return Element; }
template <typename K>
const Tracked &valueIn(const std::pair<K, Tracked> &Element) {
  return Element.second;
}

/// What a row says of the handles of one form to some element.
enum class Fate { Stays, MayEnd, Ends };

/// \p IsNamed: the element is the one that the call names, by key or by handle.
/// \p IsShared: the container shares its data with a copy.
inline Fate fateBy(const Row &R, llvm::StringRef Container, Form F,
                   bool IsNamed, bool IsShared = false) {
  Fate Worst = Fate::Stays;
  for (const Effect &E : R.Effects) {
    if (toString(E.What.Region) != Container)
      continue;
    if (E.K == Effect::Kind::Overwrite && !E.What.Key)
      return Fate::Ends;
    if (E.K == Effect::Kind::Detach && !IsShared)
      continue;
    bool Ends = E.K == Effect::Kind::Kill;
    if ((!Ends && !E.isRelocation()) || !E.Forms.contains(F))
      continue;
    bool IsAny = E.What.Key->K == KeySpec::Kind::Unknown;
    bool IsAll = E.What.Key->K == KeySpec::Kind::All;
    if (IsAny || IsAll || IsNamed)
      Worst = std::max(Worst, Ends && !IsAny ? Fate::Ends : Fate::MayEnd);
  }
  return Worst;
}

/// The built-in rows of a class, and which of them a test has proven.
class RowsUnderTest {
public:
  /// \p Macros are those of the library's version.
  explicit RowsUnderTest(llvm::StringRef Class,
                         std::map<std::string, unsigned> Macros = {})
      : Macros(std::move(Macros)) {
    addBuiltin(Table);
    Model = Table.findClass(Class);
    EXPECT_TRUE(Model) << Class.str();
  }

  const Row &prove(llvm::StringRef Signature) {
    Proven.insert(Signature.str());
    const Row *Found = nullptr;
    for (const Row *R : Model->Rows)
      if (signatureText(*R) == Signature && holds(R->When) &&
          (!Found || (R->When && !Found->When)))
        Found = R;
    if (Found)
      return *Found;
    ADD_FAILURE() << Model->Name << " has no row " << Signature.str();
    static const Row None;
    return None;
  }

  bool has(llvm::StringRef Signature) const {
    return llvm::any_of(Model->Rows, [&](const Row *R) {
      return signatureText(*R) == Signature && holds(R->When);
    });
  }

  /// Takes a row as proven that the class inherits and has no method for.
  void passOver(llvm::StringRef Signature) { prove(Signature); }

  /// The rows that change elements and were not proven; not those that another
  /// library lends.
  std::vector<std::string> unproven() const {
    std::vector<std::string> Left;
    for (const Row *R : Model->Rows)
      if (holds(R->When) &&
          llvm::any_of(R->Effects,
                       [](const Effect &E) {
                         return E.K != Effect::Kind::Borrow &&
                                E.K != Effect::Kind::Use &&
                                E.K != Effect::Kind::Tells &&
                                E.K != Effect::Kind::Needs &&
                                E.K != Effect::Kind::Makes;
                       }) &&
          R->File == Model->File && !Proven.contains(signatureText(*R)))
        Left.push_back(rowText(*R));
    return Left;
  }

private:
  bool holds(const std::optional<MacroCondition> &When) const {
    auto It = When ? Macros.find(When->Macro) : Macros.end();
    return !When ||
           (It != Macros.end() && (It->second < When->Number) == When->IsBelow);
  }

  std::map<std::string, unsigned> Macros;
  Catalogue Table;
  const ClassModel *Model = nullptr;
  std::set<std::string> Proven;
};

/// Where the elements of a container were.
template <typename C> class Before {
public:
  explicit Before(C &Box) {
    for (auto It = Box.begin(); It != Box.end(); ++It)
      Seen.push_back({valueIn(*It).id(), &valueIn(*It), It});
  }

  /// Checks what \p R says of the container that it calls \p Container, whose
  /// elements are in \p Now. \p Named are the ids that the call names.
  template <typename Other>
  void expect(const Row &R, llvm::StringRef Container, Other &Now,
              std::set<int> Named = {}) const {
    SCOPED_TRACE(rowText(R));
    for (const Element &E : Seen) {
      const bool IsNamed = Named.contains(E.Id);
      const Fate Ref = fateBy(R, Container, Form::Ref, IsNamed);
      const bool Stayed = Tracked::isAlive(E.At, E.Id);
      if (Ref != Fate::MayEnd)
        EXPECT_EQ(Stayed, Ref == Fate::Stays) << "reference to " << E.Id;
      if (Stayed && fateBy(R, Container, Form::Iter, IsNamed) == Fate::Stays)
        expectIterator(E, Now);
    }
  }

  /// The same of references alone, where the elements are in no container.
  void expectReferences(const Row &R, llvm::StringRef Container) const {
    for (const Element &E : Seen)
      EXPECT_TRUE(fateBy(R, Container, Form::Ref, false) != Fate::Stays ||
                  Tracked::isAlive(E.At, E.Id))
          << rowText(R) << ": reference to " << E.Id;
  }

  /// Checks that where \p R says that references may end, one does.
  void expectEvidence(const Row &R, llvm::StringRef Container,
                      std::set<int> Named, bool IsShared = false) const {
    const auto MayEnd = [&](const Element &E) {
      return !Named.contains(E.Id) &&
             fateBy(R, Container, Form::Ref, false, IsShared) == Fate::MayEnd;
    };
    EXPECT_TRUE(llvm::none_of(Seen, MayEnd) ||
                llvm::any_of(Seen,
                             [&](const Element &E) {
                               return MayEnd(E) &&
                                      !Tracked::isAlive(E.At, E.Id);
                             }))
        << rowText(R) << ": every reference stays";
  }

private:
  struct Element {
    int Id;
    const Tracked *At;
    typename C::iterator It;
  };

  template <typename Other>
  static void expectIterator(const Element &E, Other &Now) {
    EXPECT_EQ(&valueIn(*E.It), E.At) << "iterator to " << E.Id;
    auto It = Now.begin();
    while (It != Now.end() && It != E.It)
      ++It;
    EXPECT_TRUE(It != Now.end()) << "iterator to " << E.Id << " is outside";
  }

  std::vector<Element> Seen;
};

} // namespace tombstone

template <> struct std::hash<tombstone::Tracked> {
  std::size_t operator()(const tombstone::Tracked &T) const {
    return static_cast<std::size_t>(T.id());
  }
};

#endif // TOMBSTONE_TEST_UNIT_CATALOGUESTABILITY_H
