//===- CatalogueValidate.cpp - What is wrong with the table ---------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The grammar sees one line at a time; here is what takes the whole table.
//
//===----------------------------------------------------------------------===//

#include "CatalogueTables.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

namespace tombstone {

static bool overlap(ParamPattern A, ParamPattern B) {
  return A == B || A == ParamPattern::Any || B == ParamPattern::Any;
}

/// Whether some call matches both rows.
static bool overlap(const Row &A, const Row &B) {
  const Row &Short = A.Params.size() <= B.Params.size() ? A : B;
  const Row &Long = &Short == &A ? B : A;
  if (Short.Params.size() != Long.Params.size() && !Short.Variadic)
    return false;
  return llvm::all_of(llvm::zip_first(Short.Params, Long.Params), [](auto P) {
    return overlap(std::get<0>(P), std::get<1>(P));
  });
}

/// Whether each call that matches \p A matches \p B.
static bool isWithin(const Row &A, const Row &B) {
  if (A.Params.size() < B.Params.size() || (A.Variadic && !B.Variadic))
    return false;
  if (A.Params.size() != B.Params.size() && !B.Variadic)
    return false;
  return llvm::all_of(llvm::zip_first(B.Params, A.Params), [](auto P) {
    return std::get<0>(P) == ParamPattern::Any ||
           std::get<0>(P) == std::get<1>(P);
  });
}

static std::string place(const Row &R) {
  return R.File + ":" + std::to_string(R.Line);
}

namespace {

class Validator {
public:
  explicit Validator(const GroupMap &Families) : Families(Families) {}

  void checkGroup(const CatalogueGroup &Group, llvm::StringRef What);
  void checkFunction(const Row &R);
  void checkKind(const CatalogueGroup &Group);
  void checkDuplicates(llvm::ArrayRef<const Row *> Rows);
  void checkAmbiguous(llvm::ArrayRef<const Row *> Rows);

  /// Sorted, each once: several classes show one mistake of a family.
  std::vector<CatalogueError> takeErrors();

private:
  void checkRow(const Row &R);
  void checkEffect(const Row &R, const Effect &E);
  void checkRegion(const Row &R, const RegionPath &Region);
  bool reaches(llvm::StringRef From, llvm::StringRef Wanted,
               std::set<llvm::StringRef> &Seen) const;
  void report(const Row &R, const llvm::Twine &Message) {
    Errors.push_back({R.File, R.Line, 1, Message.str()});
  }
  void report(const PlacedName &N, const llvm::Twine &Message) {
    Errors.push_back({N.File.str(), N.Line, N.Column, Message.str()});
  }

  const GroupMap &Families;
  std::vector<CatalogueError> Errors;
};

} // namespace

void Validator::checkGroup(const CatalogueGroup &Group, llvm::StringRef What) {
  for (const PlacedName &Again : Group.Again)
    report(Again, What + " '" + Group.Name.Name +
                      "' is there already, at line " +
                      llvm::Twine(Group.Name.Line));
  for (const PlacedName &Parent : Group.parents()) {
    std::set<llvm::StringRef> Seen;
    if (!Families.contains(Parent.Name))
      report(Parent, "unknown family '" + Parent.Name + "'");
    else if (What == "family" && reaches(Parent.Name, Group.Name.Name, Seen))
      report(Parent, "family '" + Group.Name.Name + "' is its own parent");
  }
  const std::vector<const Row *> Rows = Group.rows();
  checkDuplicates(Rows);
  for (const Row *R : Rows)
    checkRow(*R);
}

bool Validator::reaches(llvm::StringRef From, llvm::StringRef Wanted,
                        std::set<llvm::StringRef> &Seen) const {
  if (From == Wanted)
    return true;
  auto It = Families.find(From);
  if (It == Families.end() || !Seen.insert(From).second)
    return false;
  return llvm::any_of(It->second.parents(), [&](const PlacedName &Parent) {
    return reaches(Parent.Name, Wanted, Seen);
  });
}

void Validator::checkKind(const CatalogueGroup &Group) {
  std::vector<const CatalogueGroup *> Work = {&Group};
  std::set<llvm::StringRef> Seen;
  while (!Work.empty()) {
    const CatalogueGroup *G = Work.back();
    Work.pop_back();
    for (CatalogueBlock *Block : G->Blocks)
      if (readBlock(*Block).Class)
        return;
    for (const PlacedName &Parent : G->parents())
      if (auto It = Families.find(Parent.Name);
          It != Families.end() && Seen.insert(Parent.Name).second)
        Work.push_back(&It->second);
  }
  report(Group.Name, "class '" + Group.Name.Name + "' has no kind");
}

/// Within one file: a later file's row is meant to hide an earlier one's.
void Validator::checkDuplicates(llvm::ArrayRef<const Row *> Rows) {
  for (size_t I = 0; I != Rows.size(); ++I)
    for (size_t J = 0; J != I; ++J)
      if (Rows[I]->File == Rows[J]->File &&
          haveSameSignature(*Rows[I], *Rows[J]))
        report(*Rows[I], "'" + Rows[I]->Name +
                             "' with these parameters is there already, at " +
                             place(*Rows[J]));
}

void Validator::checkAmbiguous(llvm::ArrayRef<const Row *> Rows) {
  for (size_t I = 0; I != Rows.size(); ++I)
    for (size_t J = 0; J != I; ++J) {
      const Row &A = *Rows[I], &B = *Rows[J];
      if (A.Name == B.Name && overlap(A, B) && !isWithin(A, B) &&
          !isWithin(B, A))
        report(A, "a call of '" + A.Name +
                      "' can match this row and the one at " + place(B));
    }
}

void Validator::checkFunction(const Row &R) {
  checkRow(R);
  for (ParamPattern P : R.Params)
    if (P != ParamPattern::Any)
      report(R, "a function's parameter is _, not " + patternName(P));
  for (const Effect &E : R.Effects)
    for (const RegionPath *Region : {&E.What.Region, &E.To})
      if (!E.isOfCode() && Region->Root == RegionPath::RootKind::This &&
          (Region == &E.What.Region || E.K == Effect::Kind::Borrow ||
           E.K == Effect::Kind::Move || E.K == Effect::Kind::Swap ||
           E.K == Effect::Kind::Copy || E.K == Effect::Kind::Keep ||
           E.K == Effect::Kind::Reserve || E.K == Effect::Kind::Share))
        report(R, "a function has no 'this'");
}

void Validator::checkRow(const Row &R) {
  for (const Effect &E : R.Effects)
    checkEffect(R, E);
}

void Validator::checkEffect(const Row &R, const Effect &E) {
  unsigned Forms = 0;
  for (unsigned I = 0; I != NumForms; ++I)
    Forms += E.Forms.contains(static_cast<Form>(I));
  if (E.K == Effect::Kind::Borrow && Forms != 1)
    report(R, "a handle has one form, not " + toString(E.Forms));
  if (E.What.Region.Root == RegionPath::RootKind::Arguments &&
      E.K != Effect::Kind::Use)
    report(R, "'arguments' can only be used");
  checkRegion(R, E.To);
  checkRegion(R, E.What.Region);
  if (E.What.Key) {
    checkRegion(R, E.What.Key->First);
    checkRegion(R, E.What.Key->Second);
  }
}

void Validator::checkRegion(const Row &R, const RegionPath &Region) {
  if (Region.Root == RegionPath::RootKind::Argument &&
      Region.Argument >= R.Params.size())
    report(R, "argument #" + llvm::Twine(Region.Argument) + " of a row with " +
                  llvm::Twine(R.Params.size()) + " parameters");
}

std::vector<CatalogueError> Validator::takeErrors() {
  auto Key = [](const CatalogueError &E) {
    return std::tie(E.File, E.Line, E.Column, E.Message);
  };
  llvm::sort(Errors, [&](const CatalogueError &A, const CatalogueError &B) {
    return Key(A) < Key(B);
  });
  Errors.erase(
      llvm::unique(Errors,
                   [&](const CatalogueError &A, const CatalogueError &B) {
                     return Key(A) == Key(B);
                   }),
      Errors.end());
  return std::move(Errors);
}

std::vector<CatalogueError> Catalogue::validate() const {
  T->readAll(); // After it, nothing below reads more.
  Validator V(T->Families);
  for (const auto &[Name, Family] : T->Families)
    V.checkGroup(Family, "family");
  for (const ClassModel *Model : classes()) {
    const CatalogueGroup &Class = T->Classes.find(Model->Name)->second;
    V.checkGroup(Class, "class");
    V.checkKind(Class);
    V.checkAmbiguous(Model->Rows);
  }
  for (llvm::StringRef Name : T->Functions.keys()) {
    const std::vector<const Row *> Rows = T->allFunctionRows(Name);
    V.checkDuplicates(Rows);
    V.checkAmbiguous(findFunction(Name));
    for (const Row *R : Rows)
      V.checkFunction(*R);
  }
  return V.takeErrors();
}

} // namespace tombstone
