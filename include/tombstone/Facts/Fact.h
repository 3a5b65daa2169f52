//===- Fact.h - What one function does, for other units ---------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A fact is the summary of a function as text: its effects, where in its body
// each comes from, and of which file with which content all of that is true.
// docs/facts.md is the page for users.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_FACTS_FACT_H
#define TOMBSTONE_FACTS_FACT_H

#include "tombstone/Model/Effect.h"
#include "llvm/Support/Error.h"
#include <vector>

namespace tombstone {

/// Goes up when the analysis finds something else in the same source: stores
/// and caches of another number say nothing.
constexpr unsigned AnalysisVersion = 1;

/// One step of the way to where an effect comes from.
struct FactStep {
  std::string File; ///< Relative to the root, where it lies below that.
  unsigned Line = 0;
  unsigned Column = 0;
  std::string Function; ///< The name of that whose body it is; may be empty.
  std::string Text;     ///< "erased here, by key 'id'"

  bool operator==(const FactStep &) const = default;
};

struct FactEffect {
  Effect What;
  std::vector<FactStep> Steps; ///< From the body to the last callee.

  bool operator==(const FactEffect &) const = default;
};

/// What identifies a fact: a function, and the text that it was found in.
struct FactKey {
  std::string Usr;
  std::string File;   ///< That the body stands in, like FactStep::File.
  std::string Digest; ///< Of the content of that file: digestOf().

  bool operator==(const FactKey &) const = default;
};

struct Fact {
  FactKey Key;
  std::vector<FactEffect> Effects;
  /// What tombstone-lookup-after-erase goes by, where that is something else.
  std::optional<std::vector<FactEffect>> Lookups;

  bool operator==(const Fact &) const = default;
};

/// 16 hexadecimal digits.
std::string digestOf(llvm::StringRef Content);

/// Prints the lines of one fact: its key, then two columns further in its
/// effects, then further in their steps.
void print(llvm::raw_ostream &OS, const Fact &F);

/// Whether the line starts a fact.
inline bool isKeyLine(llvm::StringRef Line) {
  return !Line.empty() && Line.front() != ' ';
}
/// None if the line is no key: USR, file and digest with tabs between them.
std::optional<FactKey> parseKey(llvm::StringRef Line);

/// The inverse of print(). The error says what is wrong, in words that go
/// after the name of the store.
llvm::Expected<Fact> parseFact(llvm::StringRef Lines);

} // namespace tombstone

#endif // TOMBSTONE_FACTS_FACT_H
