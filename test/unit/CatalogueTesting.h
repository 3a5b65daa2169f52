//===- CatalogueTesting.h - The catalogue in tests --------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TEST_UNIT_CATALOGUETESTING_H
#define TOMBSTONE_TEST_UNIT_CATALOGUETESTING_H

#include "tombstone/Model/Catalogue.h"
#include "gtest/gtest.h"

namespace tombstone {

inline std::vector<std::string>
errorTexts(const std::vector<CatalogueError> &Errors) {
  std::vector<std::string> Texts;
  for (const CatalogueError &E : Errors)
    Texts.push_back(E.toString());
  return Texts;
}

/// A catalogue of one file, "t.effects", that has no mistake of syntax.
inline Catalogue catalogueOf(llvm::StringRef Text) {
  Catalogue C;
  EXPECT_EQ(errorTexts(C.add({"t.effects", Text})), std::vector<std::string>());
  return C;
}

inline std::string signatureText(const Row &R) {
  std::string Text = R.Name + "(";
  llvm::StringRef Separator;
  for (ParamPattern P : R.Params) {
    Text += Separator.str() + patternName(P).str();
    Separator = ", ";
  }
  if (R.Variadic)
    Text += Separator.str() + "...";
  return Text + ")";
}

inline std::string rowText(const Row &R) {
  return signatureText(R) + " " + toString(R.Effects);
}

} // namespace tombstone

#endif // TOMBSTONE_TEST_UNIT_CATALOGUETESTING_H
