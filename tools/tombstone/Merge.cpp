//===- Merge.cpp - tombstone merge ----------------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "tombstone/Facts/Store.h"

using namespace tombstone;
using namespace tombstone::program;
namespace cl = llvm::cl;

cl::SubCommand program::MergeCommand("merge",
                                     "Put several facts stores into one");

static cl::opt<std::string> Output("o", cl::sub(MergeCommand),
                                   cl::value_desc("file"), cl::init("-"),
                                   cl::desc("Where the facts go"));
static cl::list<std::string> Inputs(cl::Positional, cl::sub(MergeCommand),
                                    cl::OneOrMore, cl::desc("store..."));

int program::runMerge() {
  std::vector<std::shared_ptr<const FactsStore>> Stores;
  for (const std::string &Path : Inputs) {
    auto Store = FactsStore::open(Path);
    if (!Store)
      return fail(llvm::toString(Store.takeError()));
    Stores.push_back(std::move(*Store));
  }
  auto Merged = mergeStores(Stores);
  if (!Merged)
    return fail(llvm::toString(Merged.takeError()));
  if (llvm::Error Why = writeWhole(Output, *Merged))
    return fail(llvm::toString(std::move(Why)));
  return StatusClean;
}
