//===- CatalogueFakesTest.cpp - The table and stand-ins of headers --------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For libraries that are not there to include, test/relocation/Inputs has
// headers that declare what the real ones do. Each method there has a row, and
// each row a method.
//
//===----------------------------------------------------------------------===//

#include "CatalogueMethods.h"
#include "CatalogueTesting.h"
#include "tombstone/Model/CalleeEffects.h"
#include "clang/AST/ASTContext.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"
#include <map>
#include <set>

using namespace clang;
using namespace tombstone;

namespace {

/// A header NAME.h, the file NAME.effects, and one type for each class of it.
struct Library {
  std::string Name;
  std::vector<std::string> Types;
};

void PrintTo(const Library &L, std::ostream *OS) { *OS << L.Name; }

const Library Libraries[] = {
    {"ak", {"AK::HashMap<int, long>", "AK::HashTable<int>", "AK::Vector<int>"}},
    {"ankerl",
     {"ankerl::unordered_dense::map<int, long>",
      "ankerl::unordered_dense::set<int>",
      "ankerl::unordered_dense::segmented_map<int, long>"}},
    {"cgal",
     {"CGAL::Unique_hash_map<int, long>", "CGAL::internal::chained_map<long>"}},
    {"chromium",
     {"base::flat_map<int, long>", "base::flat_set<int>",
      "base::small_map<std::map<int, long>>", "base::span<int>",
      "base::BasicStringPiece<char>"}},
    {"eastl",
     {"eastl::map<int, long>",
      "eastl::multimap<int, long>",
      "eastl::set<int>",
      "eastl::multiset<int>",
      "eastl::hash_map<int, long>",
      "eastl::hash_multimap<int, long>",
      "eastl::hash_set<int>",
      "eastl::hash_multiset<int>",
      "eastl::fixed_map<int, long, 4>",
      "eastl::fixed_set<int, 4>",
      "eastl::fixed_hash_map<int, long, 4>",
      "eastl::fixed_hash_set<int, 4>",
      "eastl::vector_map<int, long>",
      "eastl::vector_multimap<int, long>",
      "eastl::vector_set<int>",
      "eastl::vector_multiset<int>",
      "eastl::vector<int>",
      "eastl::fixed_vector<int, 4>",
      "eastl::basic_string<char>",
      "eastl::fixed_string<char, 4>",
      "eastl::basic_string_view<char>"}},
    {"folly",
     {"folly::F14NodeMap<int, long>", "folly::F14NodeSet<int>",
      "folly::F14ValueMap<int, long>", "folly::F14ValueSet<int>",
      "folly::F14VectorMap<int, long>", "folly::F14VectorSet<int>",
      "folly::F14FastMap<int, long>", "folly::F14FastSet<int>",
      "folly::sorted_vector_map<int, long>", "folly::sorted_vector_set<int>",
      "folly::small_vector<int, 2>", "folly::fbvector<int>",
      "folly::basic_fbstring<char>", "folly::StringPiece"}},
    {"godot",
     {"HashMap<int, long>", "AHashMap<int, long>", "HashSet<int>",
      "RBMap<int, long>", "RBMap<int, long>::Element",
      "godot::HashMap<int, long>", "godot::AHashMap<int, long>",
      "godot::HashSet<int>", "godot::RBMap<int, long>",
      "godot::RBMap<int, long>::Element"}},
    {"mozilla",
     {"mozilla::HashMap<int, long>", "mozilla::HashSet<int>",
      "mozilla::HashMapEntry<int, long>", "mozilla::HashMap<int, long>::Ptr",
      "mozilla::HashMap<int, long>::AddPtr", "nsBaseHashtable<int, long>"}},
    {"phmap",
     {"phmap::flat_hash_map<int, long>",
      "phmap::flat_hash_set<int>",
      "phmap::node_hash_map<int, long>",
      "phmap::node_hash_set<int>",
      "phmap::parallel_flat_hash_map<int, long>",
      "phmap::parallel_flat_hash_set<int>",
      "phmap::parallel_node_hash_map<int, long>",
      "phmap::parallel_node_hash_set<int>",
      "phmap::btree_map<int, long>",
      "phmap::btree_set<int>",
      "phmap::btree_multimap<int, long>",
      "phmap::btree_multiset<int>",
      "phmap::node_hash_map<int, long>::node_type",
      "gtl::flat_hash_map<int, long>",
      "gtl::flat_hash_set<int>",
      "gtl::node_hash_map<int, long>",
      "gtl::node_hash_set<int>",
      "gtl::parallel_flat_hash_map<int, long>",
      "gtl::parallel_flat_hash_set<int>",
      "gtl::parallel_node_hash_map<int, long>",
      "gtl::parallel_node_hash_set<int>",
      "gtl::btree_map<int, long>",
      "gtl::btree_set<int>",
      "gtl::btree_multimap<int, long>",
      "gtl::btree_multiset<int>",
      "gtl::node_hash_map<int, long>::node_type"}},
    {"robin_hood",
     {"robin_hood::unordered_flat_map<int, long>",
      "robin_hood::unordered_node_map<int, long>",
      "robin_hood::unordered_flat_set<int>"}},
    {"ska",
     {"ska::flat_hash_map<int, long>", "ska::flat_hash_set<int>",
      "ska::bytell_hash_map<int, long>", "ska::bytell_hash_set<int>",
      "ska::unordered_map<int, long>", "ska::unordered_set<int>"}},
    {"unreal",
     {"TMap<int, long>", "TMultiMap<int, long>", "TSet<int>", "TArray<int>",
      "TSparseArray<int>", "FString"}},
    {"wtf",
     {"WTF::HashMap<int, long>", "WTF::HashSet<int>", "WTF::ListHashSet<int>",
      "WTF::Vector<int>", "blink::HashMap<int, long>", "blink::HashSet<int>",
      "blink::Vector<int>"}},
    {"yosys",
     {"Yosys::hashlib::dict<int, long>", "Yosys::hashlib::pool<int>",
      "Yosys::hashlib::idict<int>"}},
};

std::unique_ptr<ASTUnit> parse(const Library &L) {
  std::string Source = "#include \"" + L.Name + ".h\"\nstruct Fields {\n";
  for (const auto &[Index, Type] : llvm::enumerate(L.Types))
    Source += "  " + Type + " *F" + std::to_string(Index) + ";\n";
  // What is not complete has no methods.
  Source += "};\nunsigned long Sizes[] = {0";
  for (const std::string &Type : L.Types)
    Source += ", sizeof(" + Type + ")";
  Source += "};\n";
  return tooling::buildASTFromCodeWithArgs(
      Source, {"-std=c++20", "-resource-dir", TOMBSTONE_RESOURCE_DIR,
               "-I" TOMBSTONE_SOURCE_DIR "/test/relocation/Inputs"});
}

/// The classes of the library, in the order of its types; none if its header is
/// broken. Each header is parsed once.
std::vector<const CXXRecordDecl *> recordsOf(const Library &L) {
  static std::map<std::string, std::unique_ptr<ASTUnit>> Units;
  std::unique_ptr<ASTUnit> &Unit = Units[L.Name];
  if (!Unit)
    Unit = parse(L);
  std::vector<const CXXRecordDecl *> Records;
  if (!Unit || Unit->getDiagnostics().hasErrorOccurred())
    return Records;
  ASTContext &Context = Unit->getASTContext();
  DeclarationName Name(&Context.Idents.get("Fields"));
  const auto *Fields = cast<CXXRecordDecl>(
      Context.getTranslationUnitDecl()->lookup(Name).front());
  for (const FieldDecl *Field : Fields->fields())
    Records.push_back(Field->getType()->getPointeeType()->getAsCXXRecordDecl());
  return Records;
}

llvm::StringSet<> namesOf(const CXXRecordDecl &Record) {
  llvm::StringSet<> Names;
  for (const CXXMethodDecl *Method : methodsWithBases(Record))
    Names.insert(nameInRow(*Method));
  return Names;
}

class CatalogueFakes : public testing::TestWithParam<Library> {
protected:
  CatalogueFakes() : File(GetParam().Name + ".effects") { addBuiltin(Table); }

  const std::vector<const CXXRecordDecl *> Records = recordsOf(GetParam());
  const std::string File;
  Catalogue Table;
  CalleeEffects Effects{Table};
};

} // namespace

TEST_P(CatalogueFakes, EachMethodHasARow) {
  ASSERT_FALSE(Records.empty());
  for (const CXXRecordDecl *Record : Records) {
    ASSERT_TRUE(Effects.classOf(Record)) << catalogueName(*Record);
    for (const CXXMethodDecl *Method : methodsWithBases(*Record)) {
      if (!isPublicMethod(*Method))
        continue;
      for (unsigned N = Method->getMinRequiredArguments();
           N <= Method->getNumParams(); ++N)
        EXPECT_TRUE(Effects.method(*Method, Record, N))
            << catalogueName(*Record) << ": " << nameInRow(*Method) << ", " << N
            << " arguments: " << Method->getType().getAsString();
    }
  }
}

TEST_P(CatalogueFakes, EachRowHasAMethod) {
  // A family's row is for those of its classes that have the method.
  std::map<const Row *, bool> HasMethod;
  for (const CXXRecordDecl *Record : Records) {
    const llvm::StringSet<> Names = namesOf(*Record);
    for (const Row *R : Effects.classOf(Record).Model->Rows)
      if (R->File == File)
        HasMethod[R] |= Names.contains(R->Name);
  }
  EXPECT_FALSE(HasMethod.empty());
  for (const auto &[R, Has] : HasMethod)
    EXPECT_TRUE(Has) << R->Line << ": " << rowText(*R);
}

TEST_P(CatalogueFakes, EachClassIsInTheHeader) {
  std::set<std::string> There;
  for (const CXXRecordDecl *Record : Records)
    There.insert(Effects.classOf(Record).Model->Name);
  for (const ClassModel *Model : Table.classes())
    if (Model->File == File) {
      EXPECT_TRUE(There.contains(Model->Name)) << Model->Name;
      EXPECT_NE(Model->Source, "") << Model->Name;
    }
}

INSTANTIATE_TEST_SUITE_P(Libraries, CatalogueFakes,
                         testing::ValuesIn(Libraries),
                         [](const auto &Info) { return Info.param.Name; });

/// The families that several libraries share: each of their rows has a method
/// in one of the libraries.
TEST(CatalogueSharedFamilies, EachRowHasAMethodSomewhere) {
  Catalogue Table;
  addBuiltin(Table);
  CalleeEffects Effects(Table);
  std::map<const Row *, bool> HasMethod;
  for (const Library &L : Libraries)
    for (const CXXRecordDecl *Record : recordsOf(L)) {
      const llvm::StringSet<> Names = namesOf(*Record);
      for (const Row *R : Effects.classOf(Record).Model->Rows)
        if (R->File == "open-hash.effects" || R->File == "arrays.effects")
          HasMethod[R] |= Names.contains(R->Name);
    }
  EXPECT_FALSE(HasMethod.empty());
  for (const auto &[R, Has] : HasMethod)
    EXPECT_TRUE(Has) << R->File << ":" << R->Line << ": " << rowText(*R);
}
