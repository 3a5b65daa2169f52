//===- AgreementSnippets.h - Functions without exceptions -------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TEST_UNIT_AGREEMENTSNIPPETS_H
#define TOMBSTONE_TEST_UNIT_AGREEMENTSNIPPETS_H

#include <vector>

namespace tombstone {

/// A function `f`, by the kind of its control flow.
struct AgreementSnippet {
  const char *Name;
  const char *Code;
};

std::vector<AgreementSnippet> agreementSnippets();

/// The same of what is known of a container: its room, keys that are there.
std::vector<AgreementSnippet> growthSnippets();

} // namespace tombstone

#endif // TOMBSTONE_TEST_UNIT_AGREEMENTSNIPPETS_H
