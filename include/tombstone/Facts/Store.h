//===- Store.h - Facts in a file --------------------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A store is sorted text, so that a look-up is a binary search in a mapped file
// and reads no more than it needs. The first line says which analysis wrote it,
// the last one that it is whole.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_FACTS_STORE_H
#define TOMBSTONE_FACTS_STORE_H

#include "tombstone/Facts/Fact.h"
#include "llvm/Support/MemoryBuffer.h"
#include <mutex>

namespace tombstone {

class FactsStore {
public:
  /// Maps the file. The error is one sentence with the file's name: it can't be
  /// read, is no store, is cut off, or another version wrote it.
  static llvm::Expected<std::shared_ptr<const FactsStore>>
  open(llvm::StringRef Path);
  /// The same of a text, whose name is shown.
  static llvm::Expected<std::shared_ptr<const FactsStore>>
  read(std::unique_ptr<llvm::MemoryBuffer> Text);
  /// As open(), but the file is mapped once for all who ask, until another file
  /// stands at the path.
  static llvm::Expected<std::shared_ptr<const FactsStore>>
  shared(llvm::StringRef Path);

  /// The facts of one function: several where bodies of that name stand in
  /// several files, or in several versions of a file. Empty on a mistake in
  /// their text, which takeMistake() tells.
  std::vector<Fact> find(llvm::StringRef Usr) const;

  /// One sentence, the first time that it is asked for; then empty.
  std::string takeMistake() const;

  /// The text of a store with these facts, each printed and in order.
  static std::string framed(llvm::StringRef Facts);

  /// The texts of all facts, in order.
  std::vector<llvm::StringRef> texts() const;
  std::string digest() const { return digestOf(Text->getBuffer()); }
  llvm::StringRef path() const { return Text->getBufferIdentifier(); }

private:
  explicit FactsStore(std::unique_ptr<llvm::MemoryBuffer> Text)
      : Text(std::move(Text)) {}
  llvm::Error checkFrame();
  size_t lowerBound(llvm::StringRef Usr) const;

  std::unique_ptr<llvm::MemoryBuffer> Text;
  llvm::StringRef Facts; ///< Between the first line and the last.
  mutable std::mutex Guard;
  mutable std::string Mistake;
  mutable bool WasTold = false;
};

/// The text of a store with these facts, whatever their order.
std::string storeOf(llvm::ArrayRef<Fact> Facts);

/// What all of the stores know, in one. Of facts with the same key the one that
/// says more stays; so the order of the stores and how often one is given are
/// all one. The error is that of a store that is damaged.
llvm::Expected<std::string>
mergeStores(llvm::ArrayRef<std::shared_ptr<const FactsStore>> Stores);

/// Writes to a file beside it, then renames: whoever reads sees the old one or
/// the new one. \p Path "-" is the standard output.
llvm::Error writeWhole(llvm::StringRef Path, llvm::StringRef Text);

} // namespace tombstone

#endif // TOMBSTONE_FACTS_STORE_H
