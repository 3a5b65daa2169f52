//===- Merge.cpp - Several stores in one ----------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Facts/Store.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

namespace tombstone {

namespace {

/// Facts by their first lines, sorted: what stands below each.
class Union {
public:
  /// A unit that had more in reach found more. Of equal length, one has to
  /// stay, whichever comes first.
  void add(llvm::StringRef Fact) {
    const auto [Key, Body] = Fact.split('\n');
    const auto Size = [](llvm::StringRef Text) { return Text.count('\n'); };
    auto [It, IsNew] = Facts.try_emplace(Key.str(), Body.str());
    const std::string &There = It->second;
    if (IsNew || Size(Body) < Size(There) ||
        (Size(Body) == Size(There) && Body >= There))
      return;
    It->second = Body.str();
  }

  std::string text() const {
    std::string Text;
    for (const auto &[Key, Body] : Facts)
      Text += Key + '\n' + Body;
    return FactsStore::framed(Text);
  }

private:
  std::map<std::string, std::string> Facts;
};

} // namespace

std::string storeOf(llvm::ArrayRef<Fact> Facts) {
  Union All;
  for (const Fact &F : Facts) {
    std::string Text;
    llvm::raw_string_ostream OS(Text);
    print(OS, F);
    All.add(Text);
  }
  return All.text();
}

llvm::Expected<std::string>
mergeStores(llvm::ArrayRef<std::shared_ptr<const FactsStore>> Stores) {
  Union All;
  for (const auto &Store : Stores)
    for (llvm::StringRef Text : Store->texts()) {
      // What can't be read is of no use to anybody: better to hear it now.
      if (llvm::Error Why = parseFact(Text).takeError())
        return llvm::createStringError(
            "the facts store '" + Store->path() +
            "' is damaged: " + llvm::toString(std::move(Why)));
      All.add(Text);
    }
  return All.text();
}

} // namespace tombstone
