//===- AgreementGrowthSnippets.cpp - Functions that grow a container ------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AgreementSnippets.h"

using namespace tombstone;

// clang-format off
std::vector<AgreementSnippet> tombstone::growthSnippets() {
  return {
      {"growth", R"cpp(
int f(Table &h, int k, int j) {
  auto it = h.find(k);
  if (flag())
    h[j] = 1;
  return it->second; // dead
}
)cpp"},
      {"growthInALoop", R"cpp(
void f(Table &h, int k) {
  auto it = h.find(k);
  while (flag()) {
    use(it->second); // dead
    h[number()] = 1;
  }
}
)cpp"},
      {"keyIsThere", R"cpp(
int f(Table &h, int k) {
  auto it = h.find(k);
  if (it == h.end())
    return 0;
  h[k] = 1;
  return it->second;
}
)cpp"},
      {"keyIsNotThere", R"cpp(
int f(Table &h, int k, int j) {
  auto it = h.find(k);
  if (!h.contains(j))
    h[j] = 1;
  return it->second; // dead
}
)cpp"},
      {"keyWasCounted", R"cpp(
int f(Table &h, int k, int j) {
  auto it = h.find(k);
  if (flag() && h.count(j) > 0)
    h[j] = 1;
  return it->second;
}
)cpp"},
      {"roomOnBothPaths", R"cpp(
int f(int k, int j) {
  Table h;
  if (flag())
    h.reserve(2);
  else
    h.reserve(3);
  h[k] = 1;
  auto it = h.find(k);
  h[j] = 1;
  return it->second;
}
)cpp"},
      {"roomOnOnePath", R"cpp(
int f(int k, int j) {
  Table h;
  if (flag())
    h.reserve(2);
  h[k] = 1;
  auto it = h.find(k);
  h[j] = 1;
  return it->second; // dead
}
)cpp"},
  };
}
// clang-format on
