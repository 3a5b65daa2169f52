//===- CatalogueHeadersTest.cpp - The table and the real headers ----------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each public method of a class in Inputs/LIBRARY.h has a row, and each row a
// method. The file excepts the methods that it calls "Internal", which are no
// part of the documented interface, and the rows that it calls "Not
// everywhere", for methods of other versions.
//
//===----------------------------------------------------------------------===//

#include "CatalogueTesting.h"
#include "tombstone/Model/CalleeEffects.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace clang;
using namespace tombstone;

namespace {

struct Library {
  const char *Name; ///< Inputs/NAME.h, NAME.effects and NAME-*.effects.
  std::vector<std::string> Flags;
};

const Library Libraries[] = {
    {"std", {}},
    {"std-flat", {"-nostdinc++", "-isystem", TOMBSTONE_LIBCXX_INCLUDE}},
    {"llvm", {"-isystem", TOMBSTONE_LLVM_INCLUDE}},
    {"abseil", {}},
    {"sparsehash", {}},
    {"boost", {}},
    {"tsl", {}},
    {"qt",
     {"-fPIC", "-isystem", TOMBSTONE_QT_INCLUDE, "-isystem",
      TOMBSTONE_QT_INCLUDE "/QtCore"}},
};

void PrintTo(const Library &L, std::ostream *Stream) { *Stream << L.Name; }

class CatalogueHeaders : public testing::TestWithParam<Library> {
protected:
  CatalogueHeaders() {
    addBuiltin(Table);
    const std::string Path = std::string(TOMBSTONE_SOURCE_DIR) +
                             "/test/unit/Inputs/" + GetParam().Name + ".h";
    auto Buffer = llvm::MemoryBuffer::getFile(Path);
    if (!Buffer)
      return;
    Source = (*Buffer)->getBuffer().str();
    std::vector<std::string> Args = {"-std=c++23", "-w", "-resource-dir",
                                     TOMBSTONE_RESOURCE_DIR};
    llvm::append_range(Args, GetParam().Flags);
    Unit = tooling::buildASTFromCodeWithArgs(Source, Args);
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
      const CXXRecordDecl *Record =
          Field->getType().getNonReferenceType()->getAsCXXRecordDecl();
      const ClassModel *Model = Table.findClass(catalogueName(*Record));
      ASSERT_TRUE(Model) << Field->getNameAsString();
      ASSERT_TRUE(Record->hasDefinition()) << Field->getNameAsString();
      Fn(*Record, *Model);
    }
  }

  /// The names that the library's file lists behind \p Label.
  llvm::StringSet<> namesAfter(llvm::StringRef Label) const {
    llvm::StringSet<> Names;
    llvm::SmallVector<llvm::StringRef> Lines, Words;
    llvm::StringRef(Source).split(Lines, '\n');
    for (llvm::StringRef Line : Lines)
      if (Line.consume_front(Label))
        Line.split(Words, ' ');
    Names.insert_range(Words);
    return Names;
  }

  Catalogue Table;
  CalleeEffects Effects{Table};
  std::string Source;
  std::unique_ptr<ASTUnit> Unit;
};

std::string rowName(const CXXMethodDecl &Method) {
  if (isa<CXXConstructorDecl>(Method))
    return "(ctor)";
  if (isa<CXXConversionDecl>(Method))
    return "(conversion)";
  return Method.getDeclName().getAsString();
}

/// The methods that a user of the class sees: its own, those of bases unless it
/// hides them, and those that it takes over by name. Templates as their
/// pattern.
void addMethods(const CXXRecordDecl &Record, bool IsBase,
                std::vector<const CXXMethodDecl *> &Methods) {
  llvm::StringSet<> Hidden;
  for (const CXXMethodDecl *Method : Methods)
    Hidden.insert(rowName(*Method));
  for (const Decl *D : Record.decls()) {
    const bool IsPublic = D->getAccess() == AS_public;
    if (const auto *Shadow = dyn_cast<UsingShadowDecl>(D))
      D = Shadow->getTargetDecl();
    if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      D = Template->getTemplatedDecl();
    const auto *Method = dyn_cast<CXXMethodDecl>(D);
    // A base's constructors and assignments are those of another class.
    const bool IsOfBase =
        Method && IsBase &&
        (isa<CXXConstructorDecl>(Method) || Hidden.contains(rowName(*Method)) ||
         Method->getDeclName().getCXXOverloadedOperator() == OO_Equal);
    if (Method && IsPublic && !IsOfBase)
      Methods.push_back(Method);
  }
  for (const CXXBaseSpecifier &Base : Record.bases())
    if (const CXXRecordDecl *Parent = Base.getType()->getAsCXXRecordDecl();
        Parent && Base.getAccessSpecifier() == AS_public)
      addMethods(*Parent->getDefinition(), /*IsBase=*/true, Methods);
}

bool wantsRow(const CXXMethodDecl &Method) {
  // What these do is what their callback does.
  static const llvm::StringSet<> Callers = {"and_then", "transform", "or_else",
                                            "operator()"};
  if (Callers.contains(Method.getDeclName().getAsString()))
    return false;
  const bool IsReserved =
      Method.getDeclName().isIdentifier() && Method.getName().starts_with("_");
  // A static method is a function, for which no row does nothing.
  return !Method.isImplicit() && !Method.isDefaulted() && !Method.isDeleted() &&
         !Method.isStatic() && !IsReserved && !isa<CXXDestructorDecl>(Method) &&
         !isa<CXXDeductionGuideDecl>(Method);
}

} // namespace

TEST_P(CatalogueHeaders, EachMethodHasARow) {
  const llvm::StringSet<> Internal = namesAfter("// Internal: ");
  forEachClass([&](const CXXRecordDecl &Record, const ClassModel &Model) {
    std::vector<const CXXMethodDecl *> Methods;
    addMethods(Record, /*IsBase=*/false, Methods);
    for (const CXXMethodDecl *Method : Methods) {
      const bool IsOfBase =
          Method->getParent()->getCanonicalDecl() != Record.getCanonicalDecl();
      if (!wantsRow(*Method) || (IsOfBase && Internal.contains("bases")) ||
          Internal.contains(rowName(*Method)))
        continue;
      for (unsigned N = Method->getMinRequiredArguments();
           N <= Method->getNumParams(); ++N)
        EXPECT_TRUE(Effects.method(*Method, &Record, N))
            << Model.Name << ": " << rowName(*Method) << ", " << N
            << " arguments: " << Method->getType().getAsString();
    }
  });
}

// A row of a family has a method in one of the classes that inherit it.
TEST_P(CatalogueHeaders, EachRowHasAMethod) {
  const std::string Name = GetParam().Name;
  const llvm::StringSet<> Exempt = namesAfter("// Not everywhere: ");
  llvm::DenseMap<const Row *, bool> HasMethod;
  forEachClass([&](const CXXRecordDecl &Record, const ClassModel &Model) {
    std::vector<const CXXMethodDecl *> Methods;
    addMethods(Record, /*IsBase=*/false, Methods);
    llvm::StringSet<> Declared;
    for (const CXXMethodDecl *Method : Methods)
      Declared.insert(rowName(*Method));
    for (const Row *R : Model.Rows) {
      const llvm::StringRef File = R->File;
      if (File == Name + ".effects" || File.starts_with(Name + "-"))
        HasMethod[R] |= Declared.contains(R->Name) || Exempt.contains(R->Name);
    }
  });
  EXPECT_FALSE(HasMethod.empty());
  for (const auto &[R, Has] : HasMethod)
    EXPECT_TRUE(Has) << R->File << ":" << R->Line << ": " << rowText(*R);
}

INSTANTIATE_TEST_SUITE_P(, CatalogueHeaders, testing::ValuesIn(Libraries),
                         [](const auto &Info) {
                           std::string Name = Info.param.Name;
                           llvm::erase(Name, '-'); // No part of a test's name.
                           return Name;
                         });
