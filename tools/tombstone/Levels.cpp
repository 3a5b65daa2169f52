//===- Levels.cpp - Which checks run --------------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Levels.h"
#include "llvm/ADT/StringRef.h"

namespace tombstone::program {

std::string checksOf(unsigned Level) {
  if (Level == 0)
    return "-*,tombstone-use-after-erase,tombstone-use-after-relocation,"
           "tombstone-escaped-handle";
  return Level == 1 ? "-*,tombstone-*,-tombstone-reentrant-erase"
                    : "-*,tombstone-*";
}

std::string optionsOf(unsigned Level) {
  std::string Options;
  if (Level == MaxLevel)
    for (llvm::StringRef Check :
         {"use-after-erase", "use-after-relocation", "escaped-handle"})
      Options += ", tombstone-" + Check.str() + ".ReportPossible: true";
  return Options;
}

llvm::ArrayRef<CheckInfo> allChecks() {
  static constexpr CheckInfo Checks[] = {
      {"tombstone-escaped-handle", "A dead handle leaves the function.",
       "Return or store a copy of the element, or take the handle after the "
       "container has changed."},
      {"tombstone-lookup-after-erase",
       "A key is looked for after it was erased.",
       "Look the element up before it is erased, or ask whether it is there."},
      {"tombstone-reentrant-erase",
       "A call may come back and end an element that is in use.",
       "Copy what the loop walks over, or take the element out before the "
       "call."},
      {"tombstone-suspended-handle",
       "A handle is held where other code can end its element.",
       "Look the element up again after the wait."},
      {"tombstone-use-after-erase",
       "A handle is used after its element is gone.",
       "Copy what is needed before the element is erased, or go on with what "
       "erase returns."},
      {"tombstone-use-after-relocation",
       "A handle is used after its element may have moved.",
       "Take the handle after the container has grown, or reserve room "
       "first."}};
  return Checks;
}

} // namespace tombstone::program
