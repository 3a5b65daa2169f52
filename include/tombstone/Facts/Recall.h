//===- Recall.h - Summaries of functions of other units ---------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From a store to summaries in the words of this unit: globals are looked up
// here, places in other files become locations here. Facts of a file that has
// changed since say nothing.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_FACTS_RECALL_H
#define TOMBSTONE_FACTS_RECALL_H

#include "tombstone/Facts/Store.h"
#include "tombstone/Model/Summary.h"
#include "llvm/ADT/DenseMap.h"
#include <deque>
#include <map>

namespace clang {
class ASTContext;
} // namespace clang

namespace tombstone {

/// The USR of a function as the store's key; empty if it has none.
std::string usrOf(const clang::FunctionDecl &Function);

class Recall {
public:
  /// Without a store, nothing is known. \p ForLookups: as
  /// tombstone-lookup-after-erase sees them.
  Recall(clang::ASTContext &Context, std::shared_ptr<const FactsStore> Store,
         bool ForLookups)
      : Context(Context), Store(std::move(Store)), ForLookups(ForLookups) {}

  /// Null if the store does not know the function, knows several of its name,
  /// or knows only what its file was like before.
  const Summary *find(const clang::FunctionDecl &Function);

  /// The USRs of all that a store was asked for, sorted.
  std::vector<std::string> asked() const;

private:
  std::optional<Fact> current(const clang::FunctionDecl &Function);
  bool isCurrent(const FactKey &Key);
  std::optional<std::string> pathOf(llvm::StringRef File);
  const Summary *remember(const clang::FunctionDecl &Function, const Fact &F);
  const EffectOrigin *originOf(const std::vector<FactStep> &Steps);
  clang::SourceLocation locationOf(const FactStep &Step);

  clang::ASTContext &Context;
  const std::shared_ptr<const FactsStore> Store;
  const bool ForLookups;
  llvm::DenseMap<const clang::FunctionDecl *, const Summary *> Known;
  std::map<std::string, std::optional<std::string>, std::less<>> Paths;
  std::map<std::string, std::string, std::less<>>
      Digests; ///< By FactKey::File.
  std::deque<Summary> Summaries;
  std::deque<EffectOrigin> Origins;
};

} // namespace tombstone

#endif // TOMBSTONE_FACTS_RECALL_H
