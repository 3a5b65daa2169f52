//===- HostVersion.h - Is this the clang-tidy we were built for? -*- C++
//-*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A plugin runs on the classes of the clang-tidy that loads it. Another release
// may load it without a word and then read memory that means something else.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_CHECKS_HOSTVERSION_H
#define TOMBSTONE_CHECKS_HOSTVERSION_H

namespace tombstone {

/// Ends the program with status 1 and one sentence if the running Clang is of
/// another release (major.minor) than the headers that this was built with;
/// says so and goes on if only the patch level differs.
void requireHostVersion();

} // namespace tombstone

#endif // TOMBSTONE_CHECKS_HOSTVERSION_H
