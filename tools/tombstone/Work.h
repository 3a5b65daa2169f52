//===- Work.h - Extract, merge and check, with what is kept -----*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One process a unit does each step, so that a crash costs one unit. What a
// step depends on is digested; if that was seen before, the result is there.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TOOLS_TOMBSTONE_WORK_H
#define TOMBSTONE_TOOLS_TOMBSTONE_WORK_H

#include "Cache.h"
#include "Progress.h"
#include "Project.h"
#include <map>

namespace tombstone::program {

struct Settings {
  std::string Self; ///< This program.
  std::string Tidy; ///< tombstone-tidy.
  std::string Root; ///< Real path.
  unsigned Level = 1;
  unsigned Jobs = 0;   ///< 0: one for each core.
  unsigned Rounds = 1; ///< How often units are extracted.
};

/// What became of one unit.
struct UnitResult {
  std::string Text;    ///< What clang-tidy printed.
  std::string Failure; ///< Why the unit could not be checked; may be empty.
  bool WasKept = false;
};

class Work {
public:
  Work(const Settings &With, const Project &Of, Cache &Kept);

  /// In the order of the project's units.
  std::vector<UnitResult> run();
  /// The merged store, for editors; after run().
  const std::string &facts() const { return Merged; }
  /// Why facts could not be merged; empty if they were.
  const std::string &mergeFailure() const { return Failed; }

private:
  struct State {
    std::string Config;  ///< Digest of the options that .clang-tidy sets.
    std::string Effects; ///< The file of option Effects; may be empty.
    std::string Base;    ///< Digest of how the unit is compiled.
    std::string Key;     ///< Digest of all that was read.
    std::string Facts;
    std::vector<std::string> Asked;
  };

  void configure(size_t I);
  void extract(size_t I, unsigned Round);
  bool recallFacts(State &S, const std::string &Base);
  void merge();
  std::string saidOfOthers(const State &S) const;
  UnitResult check(size_t I);
  std::string keyOf(const std::string &Base, llvm::StringRef Inputs,
                    bool &HasChanged);

  const Settings &With;
  const Project &Of;
  Cache &Kept;
  FileDigests Digests;
  Progress Shown;
  std::vector<State> States;
  std::map<std::string, std::pair<std::string, std::string>> Configs;
  std::string Merged;
  std::string MergedPath;
  std::string Failed;
  llvm::StringMap<std::string> Said; ///< By USR: digests of facts.
};

} // namespace tombstone::program

#endif // TOMBSTONE_TOOLS_TOMBSTONE_WORK_H
