//===- Catalogue.cpp - What library types do ------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Model/Catalogue.h"
#include "CatalogueTables.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include <set>
#include <tuple>

namespace tombstone {

llvm::StringRef patternName(ParamPattern P) {
  switch (P) {
  case ParamPattern::Any:
    return "_";
  case ParamPattern::Iterator:
    return "iter";
  case ParamPattern::NodeType:
    return "node";
  case ParamPattern::Value:
    return "value";
  case ParamPattern::Self:
    return "self";
  case ParamPattern::SelfRvalue:
    return "self&&";
  }
  llvm_unreachable("a pattern without a name");
}

std::string MacroCondition::toString() const {
  return Macro + (IsBelow ? " < " : " >= ") + std::to_string(Number);
}

std::string CatalogueError::toString() const {
  return File + ":" + std::to_string(Line) + ":" + std::to_string(Column) +
         ": error: " + Message;
}

bool haveSameSignature(const Row &A, const Row &B) {
  return A.Name == B.Name && A.Variadic == B.Variadic && A.Params == B.Params &&
         A.When == B.When;
}

bool isMoreSpecific(const Row &A, const Row &B) {
  auto Rank = [](const Row &R) {
    // A row with `...` comes after those that fix the number of parameters,
    // and the more of them it fixes, the earlier.
    size_t Open = R.Variadic ? SIZE_MAX - R.Params.size() : 0;
    return std::tuple(Open, llvm::count(R.Params, ParamPattern::Any),
                      !R.When.has_value());
  };
  return Rank(A) < Rank(B);
}

/// Keeps \p Rows sorted, equals in the order in which they came.
template <typename RowList>
static void insertBySpecificity(RowList &Rows, const Row *R) {
  auto IsBefore = [](const Row *A, const Row *B) {
    return isMoreSpecific(*A, *B);
  };
  Rows.insert(llvm::upper_bound(Rows, R, IsBefore), R);
}

llvm::SmallVector<const Row *, 4>
ClassModel::rowsNamed(llvm::StringRef Method) const {
  llvm::SmallVector<const Row *, 4> Named;
  for (const Row *R : Rows)
    if (R->Name == Method)
      insertBySpecificity(Named, R);
  return Named;
}

Catalogue::Catalogue() : T(std::make_unique<Tables>()) {}
Catalogue::Catalogue(Catalogue &&) = default;
Catalogue &Catalogue::operator=(Catalogue &&) = default;
Catalogue::~Catalogue() = default;

/// Puts what \p Block says in front of what earlier files say.
static void addToGroup(CatalogueGroup &Group, const PlacedName &Name,
                       const CatalogueBlock &Block) {
  if (Group.Name.File == Name.File)
    Group.Again.push_back(Name);
  else
    Group.Name = Name;
  Group.Parents.insert(Group.Parents.begin(), Block.Parents.begin(),
                       Block.Parents.end());
  if (Block.Class)
    Group.Kind = Block.Class;
  if (Block.KeyMember)
    Group.KeyMember = Block.KeyMember;
  if (Block.UniqueKeys)
    Group.UniqueKeys = Block.UniqueKeys;
  if (!Block.Source.empty())
    Group.Source = Block.Source;
  std::vector<const Row *> New;
  for (const std::unique_ptr<Row> &R : Block.Rows)
    New.push_back(R.get());
  Group.Rows.insert(Group.Rows.begin(), New.begin(), New.end());
}

static void appendVisible(std::vector<const Row *> &Rows,
                          llvm::ArrayRef<const Row *> More) {
  for (const Row *R : More)
    if (llvm::none_of(Rows, [&](const Row *Earlier) {
          return haveSameSignature(*Earlier, *R);
        }))
      Rows.push_back(R);
}

namespace {

/// Collects a class's rows, kind and key from it and from its families.
class ModelBuilder {
public:
  using FamilyMap = std::map<std::string, CatalogueGroup, std::less<>>;
  ModelBuilder(const FamilyMap &Families, ClassModel &Model)
      : Families(Families), Model(Model) {}

  void build(const CatalogueGroup &Group) {
    Model.Name = Group.Name.Name;
    Model.File = Group.Name.File;
    Model.Line = Group.Name.Line;
    Model.Source = Group.Source;
    Model.Rows.clear();
    take(Group);
    Model.Kind = Kind.value_or(ClassKind::Associative);
    Model.KeyMember = KeyMember.value_or("");
    Model.UniqueKeys = UniqueKeys.value_or(true);
    Model.LostInMove = FormSet();
    for (const Row *R : Model.Rows)
      if (R->Name == "(ctor)" && !R->When && !R->Params.empty() &&
          R->Params.front() == ParamPattern::SelfRvalue)
        for (const Effect &E : R->Effects)
          if (E.isRelocation())
            Model.LostInMove = Model.LostInMove | E.Forms;
  }

private:
  void take(const CatalogueGroup &Group) {
    appendVisible(Model.Rows, Group.Rows);
    if (!Kind)
      Kind = Group.Kind;
    if (!KeyMember)
      KeyMember = Group.KeyMember;
    if (!UniqueKeys)
      UniqueKeys = Group.UniqueKeys;
    for (const PlacedName &Parent : Group.Parents) {
      auto It = Families.find(Parent.Name);
      if (It != Families.end() && Taken.insert(Parent.Name).second)
        take(It->second);
    }
  }

  const FamilyMap &Families;
  ClassModel &Model;
  std::optional<ClassKind> Kind;
  std::optional<std::string> KeyMember;
  std::optional<bool> UniqueKeys;
  std::set<std::string> Taken;
};

} // namespace

std::vector<CatalogueError> Catalogue::add(CatalogueFile File) {
  ParsedCatalogue Parsed = parseCatalogue(File);
  std::map<std::string, std::vector<const Row *>> NewFunctions;
  for (CatalogueBlock &Block : Parsed.Blocks) {
    auto &Groups =
        Block.K == CatalogueBlock::Kind::Family ? T->Families : T->Classes;
    for (const PlacedName &Name : Block.Names)
      addToGroup(Groups[Name.Name], Name, Block);
    for (std::unique_ptr<Row> &R : Block.Rows) {
      if (Block.K == CatalogueBlock::Kind::Functions)
        NewFunctions[R->Name].push_back(R.get());
      T->Owned.push_back(std::move(R));
    }
  }
  for (auto &[Name, Rows] : NewFunctions) {
    std::vector<const Row *> &All = T->Functions[Name];
    All.insert(All.begin(), Rows.begin(), Rows.end());
    std::vector<const Row *> Visible;
    appendVisible(Visible, All);
    T->FunctionRows[Name].clear();
    for (const Row *R : Visible)
      insertBySpecificity(T->FunctionRows[Name], R);
  }
  // A family may have changed below any class.
  for (auto &Entry : T->Models)
    ModelBuilder(T->Families, *Entry.second)
        .build(T->Classes.find(Entry.getKey())->second);
  return std::move(Parsed.Errors);
}

const ClassModel *Catalogue::findClass(llvm::StringRef QualifiedName) const {
  auto Group = T->Classes.find(QualifiedName);
  if (Group == T->Classes.end())
    return nullptr;
  const std::lock_guard<std::mutex> Lock(T->Making);
  std::unique_ptr<ClassModel> &Model = T->Models[QualifiedName];
  if (!Model) {
    Model = std::make_unique<ClassModel>();
    ModelBuilder(T->Families, *Model).build(Group->second);
  }
  return Model.get();
}

llvm::ArrayRef<const Row *>
Catalogue::findFunction(llvm::StringRef QualifiedName) const {
  auto It = T->FunctionRows.find(QualifiedName);
  if (It == T->FunctionRows.end())
    return {};
  return It->second;
}

std::vector<const ClassModel *> Catalogue::classes() const {
  std::vector<const ClassModel *> All;
  for (const auto &[Name, Group] : T->Classes)
    All.push_back(findClass(Name));
  return All;
}

std::vector<const Row *> Catalogue::functions() const {
  std::vector<const Row *> All;
  for (const auto &[Name, Rows] : T->Functions)
    llvm::append_range(All, findFunction(Name));
  return All;
}

std::vector<CatalogueError> addBuiltin(Catalogue &C) {
  std::vector<CatalogueError> Errors;
  for (const CatalogueFile &File : builtinCatalogue())
    llvm::append_range(Errors, C.add(File));
  return Errors;
}

const Catalogue &builtinTable() {
  static const Catalogue Table = [] {
    Catalogue C;
    addBuiltin(C);
    return C;
  }();
  return Table;
}

} // namespace tombstone
