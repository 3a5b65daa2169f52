//===- CatalogueHeadersTest.cpp - The table and the real headers ----------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each public method of a standard class has a row, and each row a method.
//
//===----------------------------------------------------------------------===//

#include "CatalogueTesting.h"
#include "tombstone/Model/CalleeEffects.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/StringSet.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace clang;
using namespace tombstone;

namespace {

/// One field a class of the table.
constexpr char Source[] = R"cpp(
#include <array>
#include <deque>
#include <forward_list>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <set>
#include <span>
#include <stack>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <variant>
#include <vector>
struct Fields {
  std::map<int, long> Map;
  std::multimap<int, long> MultiMap;
  std::set<int> Set;
  std::multiset<int> MultiSet;
  std::unordered_map<int, long> UnorderedMap;
  std::unordered_multimap<int, long> UnorderedMultiMap;
  std::unordered_set<int> UnorderedSet;
  std::unordered_multiset<int> UnorderedMultiSet;
  std::map<int, long>::node_type MapNode;
  std::set<int>::node_type SetNode;
  std::vector<int> Vector;
  std::deque<int> Deque;
  std::list<int> List;
  std::forward_list<int> ForwardList;
  std::array<int, 3> Array;
  std::stack<int> Stack;
  std::queue<int> Queue;
  std::priority_queue<int> PriorityQueue;
  std::string String;
  std::string_view StringView;
  std::span<int> Span;
  std::pair<int, long> Pair;
  std::tuple<int, long> Tuple;
  std::unique_ptr<int> UniquePtr;
  std::unique_ptr<int[]> UniqueArray;
  std::shared_ptr<int> SharedPtr;
  std::shared_ptr<int[]> SharedArray;
  std::weak_ptr<int> WeakPtr;
  std::optional<int> Optional;
  std::variant<int, long> Variant;
  std::reference_wrapper<int> Reference;
  std::map<int, long>::reverse_iterator Reverse;
};
)cpp";

class CatalogueHeaders : public testing::Test {
protected:
  CatalogueHeaders() {
    addBuiltin(Table);
    Unit = tooling::buildASTFromCodeWithArgs(
        Source, {"-std=c++23", "-w", "-resource-dir", TOMBSTONE_RESOURCE_DIR});
  }

  /// Runs \p Fn on each field's class and its entry in the table.
  void forEachClass(
      llvm::function_ref<void(const CXXRecordDecl &, const ClassModel &)> Fn) {
    ASSERT_TRUE(Unit && !Unit->getDiagnostics().hasErrorOccurred());
    ASTContext &Context = Unit->getASTContext();
    DeclarationName Name(&Context.Idents.get("Fields"));
    const auto *Fields = cast<CXXRecordDecl>(
        Context.getTranslationUnitDecl()->lookup(Name).front());
    for (const FieldDecl *Field : Fields->fields()) {
      const CXXRecordDecl *Record = Field->getType()->getAsCXXRecordDecl();
      const ClassModel *Model = Table.findClass(catalogueName(*Record));
      ASSERT_TRUE(Model) << Field->getNameAsString();
      Fn(*Record, *Model);
    }
  }

  Catalogue Table;
  CalleeEffects Effects{Table};
  std::unique_ptr<ASTUnit> Unit;
};

/// The methods of the class itself, templates as their pattern.
std::vector<const CXXMethodDecl *> methodsOf(const CXXRecordDecl &Record) {
  std::vector<const CXXMethodDecl *> Methods;
  for (const Decl *D : Record.decls()) {
    if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      D = Template->getTemplatedDecl();
    if (const auto *Method = dyn_cast<CXXMethodDecl>(D))
      Methods.push_back(Method);
  }
  return Methods;
}

bool wantsRow(const CXXMethodDecl &Method) {
  // What these do is what their callback does.
  static const llvm::StringSet<> Callers = {"and_then", "transform", "or_else",
                                            "operator()"};
  if (Callers.contains(Method.getDeclName().getAsString()))
    return false;
  const bool IsReserved =
      Method.getDeclName().isIdentifier() && Method.getName().starts_with("_");
  return Method.getAccess() == AS_public && !Method.isImplicit() &&
         !Method.isDefaulted() && !Method.isDeleted() && !IsReserved &&
         !isa<CXXDestructorDecl>(Method) && !isa<CXXDeductionGuideDecl>(Method);
}

std::string rowName(const CXXMethodDecl &Method) {
  if (isa<CXXConstructorDecl>(Method))
    return "(ctor)";
  if (isa<CXXConversionDecl>(Method))
    return "(conversion)";
  return Method.getDeclName().getAsString();
}

void addNames(const CXXRecordDecl &Record, llvm::StringSet<> &Names) {
  for (const CXXMethodDecl *Method : methodsOf(Record))
    Names.insert(rowName(*Method));
  for (const CXXBaseSpecifier &Base : Record.bases())
    if (const CXXRecordDecl *Parent = Base.getType()->getAsCXXRecordDecl())
      addNames(*Parent, Names);
}

} // namespace

TEST_F(CatalogueHeaders, EachMethodHasARow) {
  forEachClass([&](const CXXRecordDecl &Record, const ClassModel &Model) {
    for (const CXXMethodDecl *Method : methodsOf(Record)) {
      if (!wantsRow(*Method))
        continue;
      for (unsigned N = Method->getMinRequiredArguments();
           N <= Method->getNumParams(); ++N)
        EXPECT_TRUE(Effects.method(*Method, &Record, N))
            << Model.Name << ": " << rowName(*Method) << ", " << N
            << " arguments: " << Method->getType().getAsString();
    }
  });
}

TEST_F(CatalogueHeaders, EachRowHasAMethod) {
  // Younger than some standard libraries in use.
  const llvm::StringSet<> Young = {
      "append_range", "assign_range", "insert_range", "insert_range_after",
      "prepend_range", "push_range", "replace_with_range",
      // Of std::span.
      "at", "cbegin", "cend", "crbegin", "crend"};
  llvm::StringMap<llvm::StringSet<>> Declared;
  std::vector<const ClassModel *> Models;
  forEachClass([&](const CXXRecordDecl &Record, const ClassModel &Model) {
    if (!Declared.contains(Model.Name))
      Models.push_back(&Model);
    addNames(Record, Declared[Model.Name]);
  });
  for (const ClassModel *Model : Models)
    for (const Row *R : Model->Rows)
      EXPECT_TRUE(Declared[Model->Name].contains(R->Name) ||
                  Young.contains(R->Name))
          << Model->Name << ": " << rowText(*R);
}
