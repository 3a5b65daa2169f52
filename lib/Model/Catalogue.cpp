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

const CatalogueBlock &readBlock(CatalogueBlock &Block) {
  // Those of built-in files alone, which have none.
  std::vector<CatalogueError> Errors;
  if (!Block.IsRead)
    parseBody(Block, Errors);
  return Block;
}

/// Puts what \p Block says in front of what earlier files say.
void CatalogueGroup::add(const PlacedName &BlockName, CatalogueBlock &Block) {
  if (Name.File == BlockName.File)
    Again.push_back(BlockName);
  else
    Name = BlockName;
  Blocks.insert(Blocks.begin(), &Block);
}

std::vector<const Row *> CatalogueGroup::rows() const {
  std::vector<const Row *> All;
  for (CatalogueBlock *Block : Blocks)
    for (const Row &R : readBlock(*Block).Rows)
      All.push_back(&R);
  return All;
}

std::vector<PlacedName> CatalogueGroup::parents() const {
  std::vector<PlacedName> All;
  for (const CatalogueBlock *Block : Blocks)
    llvm::append_range(All, Block->Parents);
  return All;
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
  ModelBuilder(const GroupMap &Families, ClassModel &Model)
      : Families(Families), Model(Model) {}

  void build(const CatalogueGroup &Group) {
    Model.Name = Group.Name.Name.str();
    Model.File = Group.Name.File.str();
    Model.Line = Group.Name.Line;
    Model.Source.clear();
    for (const CatalogueBlock *Block : Group.Blocks)
      if (Model.Source.empty())
        Model.Source = Block->Source.str();
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
    appendVisible(Model.Rows, Group.rows());
    for (const CatalogueBlock *Block : Group.Blocks) {
      if (!Kind)
        Kind = Block->Class;
      if (!KeyMember)
        KeyMember = Block->KeyMember;
      if (!UniqueKeys)
        UniqueKeys = Block->UniqueKeys;
    }
    for (const PlacedName &Parent : Group.parents()) {
      auto It = Families.find(Parent.Name);
      if (It != Families.end() && Taken.insert(Parent.Name).second)
        take(It->second);
    }
  }

  const GroupMap &Families;
  ClassModel &Model;
  std::optional<ClassKind> Kind;
  std::optional<std::string> KeyMember;
  std::optional<bool> UniqueKeys;
  std::set<llvm::StringRef> Taken;
};

} // namespace

void Catalogue::Tables::addBlocks(size_t First) {
  std::vector<CatalogueBlock *> NewFunctions;
  for (CatalogueBlock &Block : llvm::drop_begin(Blocks, First)) {
    GroupMap &Groups =
        Block.K == CatalogueBlock::Kind::Family ? Families : Classes;
    for (const PlacedName &Name : Block.Names)
      Groups[Name.Name].add(Name, Block);
    if (Block.K == CatalogueBlock::Kind::Functions)
      NewFunctions.push_back(&Block);
  }
  addFunctions(NewFunctions);
}

void Catalogue::Tables::addFunctions(llvm::ArrayRef<CatalogueBlock *> New) {
  llvm::StringMap<std::vector<CatalogueBlock *>> ByName;
  for (CatalogueBlock *Block : New) {
    const auto Add = [&](llvm::StringRef Name) {
      std::vector<CatalogueBlock *> &Having = ByName[Name];
      if (Having.empty() || Having.back() != Block)
        Having.push_back(Block);
    };
    if (!Block->IsRead)
      forEachCallName(Block->Body.Text, Add);
    for (const Row &R : Block->Rows)
      Add(R.Name);
  }
  for (const auto &[Name, Having] : ByName) {
    std::vector<CatalogueBlock *> &All = Functions[Name];
    All.insert(All.begin(), Having.begin(), Having.end());
    FunctionRows.erase(Name);
  }
}

void Catalogue::Tables::readHeads() {
  // Those of built-in files alone, which have none.
  std::vector<CatalogueError> Errors;
  for (const CatalogueFile &File : Unread) {
    const size_t First = Blocks.size();
    parseHeads(File, Blocks, Errors);
    addBlocks(First);
  }
  Unread.clear();
}

void Catalogue::Tables::readAll() {
  const std::lock_guard<std::mutex> Lock(Reading);
  readHeads();
  for (CatalogueBlock &Block : Blocks)
    readBlock(Block);
}

std::vector<const Row *>
Catalogue::Tables::allFunctionRows(llvm::StringRef Name) const {
  std::vector<const Row *> All;
  if (auto Having = Functions.find(Name); Having != Functions.end())
    for (CatalogueBlock *Block : Having->second)
      for (const Row &R : readBlock(*Block).Rows)
        if (R.Name == Name)
          All.push_back(&R);
  return All;
}

std::vector<CatalogueError> Catalogue::add(CatalogueFile File) {
  const std::lock_guard<std::mutex> Lock(T->Reading);
  T->readHeads();
  const std::string &Name = T->Texts.emplace_back(File.Name);
  const std::string &Text = T->Texts.emplace_back(File.Text);
  std::vector<CatalogueError> Errors;
  const size_t First = T->Blocks.size();
  parseHeads({Name, Text}, T->Blocks, Errors);
  for (CatalogueBlock &Block : llvm::drop_begin(T->Blocks, First))
    parseBody(Block, Errors);
  llvm::sort(Errors, [](const CatalogueError &A, const CatalogueError &B) {
    return A.Line < B.Line; // No line has two: a mistake costs its item.
  });
  T->addBlocks(First);
  // A family may have changed below any class.
  for (auto &Entry : T->Models)
    ModelBuilder(T->Families, *Entry.second)
        .build(T->Classes.find(Entry.getKey())->second);
  return Errors;
}

void Catalogue::addUnread(CatalogueFile File) { T->Unread.push_back(File); }

size_t Catalogue::numBlocksRead() const {
  const std::lock_guard<std::mutex> Lock(T->Reading);
  return llvm::count_if(
      T->Blocks, [](const CatalogueBlock &Block) { return Block.IsRead; });
}

const ClassModel *Catalogue::findClass(llvm::StringRef QualifiedName) const {
  const std::lock_guard<std::mutex> Lock(T->Reading);
  T->readHeads();
  auto Group = T->Classes.find(QualifiedName);
  if (Group == T->Classes.end())
    return nullptr;
  std::unique_ptr<ClassModel> &Model = T->Models[QualifiedName];
  if (!Model) {
    Model = std::make_unique<ClassModel>();
    ModelBuilder(T->Families, *Model).build(Group->second);
  }
  return Model.get();
}

llvm::ArrayRef<const Row *>
Catalogue::findFunction(llvm::StringRef QualifiedName) const {
  const std::lock_guard<std::mutex> Lock(T->Reading);
  T->readHeads();
  if (!T->Functions.contains(QualifiedName))
    return {};
  auto [It, IsNew] = T->FunctionRows.try_emplace(QualifiedName);
  if (IsNew) {
    std::vector<const Row *> Visible;
    appendVisible(Visible, T->allFunctionRows(QualifiedName));
    for (const Row *R : Visible)
      insertBySpecificity(It->second, R);
  }
  return It->second;
}

template <typename Value>
std::vector<llvm::StringRef>
Catalogue::Tables::names(const llvm::StringMap<Value> &Map) {
  const std::lock_guard<std::mutex> Lock(Reading);
  readHeads();
  std::vector<llvm::StringRef> Names(Map.keys().begin(), Map.keys().end());
  llvm::sort(Names);
  return Names;
}

std::vector<const ClassModel *> Catalogue::classes() const {
  std::vector<const ClassModel *> All;
  for (llvm::StringRef Name : T->names(T->Classes))
    All.push_back(findClass(Name));
  return All;
}

std::vector<const Row *> Catalogue::functions() const {
  std::vector<const Row *> All;
  for (llvm::StringRef Name : T->names(T->Functions))
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
  // Never destroyed: a process that ends need not take it apart.
  static const Catalogue &Table = *[] {
    auto *C = new Catalogue;
    for (const CatalogueFile &File : builtinCatalogue())
      C->addUnread(File);
    return C;
  }();
  return Table;
}

} // namespace tombstone
