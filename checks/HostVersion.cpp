//===- HostVersion.cpp - Is this the clang-tidy we were built for? --------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HostVersion.h"
#include "clang/Basic/Version.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/VersionTuple.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>

using namespace tombstone;

/// The first version number in a text such as "Debian clang version 22.1.8
/// (1~deb12u1)"; empty if there is none.
static llvm::VersionTuple versionIn(llvm::StringRef Text) {
  Text = Text.drop_until(llvm::isDigit);
  llvm::VersionTuple Version;
  Version.tryParse(
      Text.take_while([](char C) { return llvm::isDigit(C) || C == '.'; }));
  return Version;
}

void tombstone::requireHostVersion() {
  const llvm::VersionTuple Built = versionIn(CLANG_VERSION_STRING);
  const llvm::VersionTuple Host = versionIn(clang::getClangFullVersion());
  if (Host == Built)
    return;
  const bool IsSameRelease = Host.getMajor() == Built.getMajor() &&
                             Host.getMinor() == Built.getMinor();
  if (IsSameRelease) {
    llvm::errs() << "tombstone: built for clang-tidy " << Built.getAsString()
                 << ", loaded into " << Host.getAsString() << ".\n";
    return;
  }
  llvm::errs() << "tombstone: this plugin is for clang-tidy "
               << Built.getMajor() << "." << Built.getMinor().value_or(0)
               << ", but it was loaded into " << Host.getAsString()
               << ": run clang-tidy-" << Built.getMajor()
               << ", or build the plugin with the LLVM of this one.\n";
  std::exit(1);
}
