//===- CatalogueMethods.h - The methods that want a row ---------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From a class of the AST to the names that its rows in the table have.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TEST_UNIT_CATALOGUEMETHODS_H
#define TOMBSTONE_TEST_UNIT_CATALOGUEMETHODS_H

#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/StringSet.h"
#include <string>
#include <vector>

namespace tombstone {

inline std::string nameInRow(const clang::CXXMethodDecl &Method) {
  if (clang::isa<clang::CXXConstructorDecl>(Method))
    return "(ctor)";
  if (clang::isa<clang::CXXConversionDecl>(Method))
    return "(conversion)";
  return Method.getDeclName().getAsString();
}

/// The methods of the class and those of its bases that it doesn't hide,
/// templates as their pattern.
inline std::vector<const clang::CXXMethodDecl *>
methodsWithBases(const clang::CXXRecordDecl &Record) {
  std::vector<const clang::CXXMethodDecl *> Methods;
  llvm::StringSet<> Own, Used = {"(ctor)"};
  for (const clang::Decl *D : Record.decls()) {
    if (const auto *Using = clang::dyn_cast<clang::UsingDecl>(D))
      Used.insert(Using->getDeclName().getAsString());
    if (const auto *Template = clang::dyn_cast<clang::FunctionTemplateDecl>(D))
      D = Template->getTemplatedDecl();
    if (const auto *Method = clang::dyn_cast<clang::CXXMethodDecl>(D)) {
      Methods.push_back(Method);
      Own.insert(nameInRow(*Method));
    }
  }
  for (const clang::CXXBaseSpecifier &Base : Record.bases())
    if (const auto *Parent = Base.getType()->getAsCXXRecordDecl())
      for (const clang::CXXMethodDecl *Method : methodsWithBases(*Parent)) {
        const std::string Name = nameInRow(*Method);
        if (!Own.contains(Name) || Used.contains(Name))
          Methods.push_back(Method);
      }
  return Methods;
}

inline bool isPublicMethod(const clang::CXXMethodDecl &Method) {
  return Method.getAccess() == clang::AS_public && !Method.isImplicit() &&
         !Method.isDefaulted() && !Method.isDeleted() &&
         !clang::isa<clang::CXXDestructorDecl>(Method) &&
         !clang::isa<clang::CXXDeductionGuideDecl>(Method);
}

} // namespace tombstone

#endif // TOMBSTONE_TEST_UNIT_CATALOGUEMETHODS_H
