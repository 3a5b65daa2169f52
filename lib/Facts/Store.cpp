//===- Store.cpp - Facts in a file ----------------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Facts/Store.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

namespace tombstone {

static constexpr llvm::StringLiteral Magic = "tombstone-facts ";
static constexpr llvm::StringLiteral EndMark = "\nend\n";

static std::string firstLine() {
  return (Magic + "1 analysis " + llvm::Twine(AnalysisVersion) + "\n").str();
}

std::string FactsStore::framed(llvm::StringRef Facts) {
  return firstLine() + Facts.str() + EndMark.drop_front().str();
}

llvm::Error FactsStore::checkFrame() {
  const auto Refuse = [&](const llvm::Twine &Why) {
    return llvm::createStringError("the facts store '" + path() + "' " + Why);
  };
  const std::string First = firstLine();
  Facts = Text->getBuffer();
  if (!Facts.starts_with(Magic))
    return Refuse("is no file of tombstone extract or merge");
  if (!Facts.starts_with(First))
    return Refuse(Facts.contains('\n')
                      ? "is of another version of tombstone: extract it again"
                      : "is cut off: extract it again");
  if (!Facts.ends_with(EndMark))
    return Refuse("is cut off: extract it again");
  // The line break before the mark belongs to what is above it.
  Facts = Facts.drop_front(First.size());
  Facts = Facts.drop_back(std::min(Facts.size(), EndMark.size() - 1));
  return llvm::Error::success();
}

llvm::Expected<std::shared_ptr<const FactsStore>>
FactsStore::read(std::unique_ptr<llvm::MemoryBuffer> Text) {
  std::shared_ptr<FactsStore> Store(new FactsStore(std::move(Text)));
  if (llvm::Error Why = Store->checkFrame())
    return std::move(Why);
  return Store;
}

llvm::Expected<std::shared_ptr<const FactsStore>>
FactsStore::open(llvm::StringRef Path) {
  auto Text = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                          /*RequiresNullTerminator=*/false);
  if (!Text)
    return llvm::createStringError("cannot read the facts store '" + Path +
                                   "': " + Text.getError().message());
  return read(std::move(*Text));
}

namespace {
/// What is mapped, for whoever asks next.
struct Mapped {
  std::weak_ptr<const FactsStore> Store;
  llvm::sys::fs::UniqueID File;
  llvm::sys::TimePoint<> Written;
};
} // namespace

llvm::Expected<std::shared_ptr<const FactsStore>>
FactsStore::shared(llvm::StringRef Path) {
  static std::mutex Guard;
  static llvm::StringMap<Mapped> Known;
  llvm::sys::fs::file_status Status;
  if (llvm::sys::fs::status(Path, Status))
    return open(Path);
  const std::lock_guard<std::mutex> Lock(Guard);
  Mapped &Last = Known[Path];
  if (auto There = Last.Store.lock();
      There && Last.File == Status.getUniqueID() &&
      Last.Written == Status.getLastModificationTime())
    return There;
  auto Opened = open(Path);
  if (Opened)
    Last = {*Opened, Status.getUniqueID(), Status.getLastModificationTime()};
  return Opened;
}

/// Where the first fact starts at or after \p At.
static size_t nextFact(llvm::StringRef Facts, size_t At) {
  if (At == 0)
    return 0;
  // From the line break before it, so that a fact that starts here is it.
  for (At = Facts.find('\n', At - 1); At != llvm::StringRef::npos;
       At = Facts.find('\n', At + 1))
    if (At + 1 == Facts.size() || Facts[At + 1] != ' ')
      return At + 1;
  return Facts.size();
}

/// The fact that starts there, to before the next one.
static llvm::StringRef factAt(llvm::StringRef Facts, size_t Start) {
  return Facts.slice(Start, nextFact(Facts, Start + 1));
}

static llvm::StringRef usrOf(llvm::StringRef Fact) {
  return Fact.take_until([](char C) { return C == '\t' || C == '\n'; });
}

size_t FactsStore::lowerBound(llvm::StringRef Usr) const {
  size_t Low = 0;
  size_t High = Facts.size();
  while (Low < High) {
    const size_t Start = nextFact(Facts, Low + (High - Low) / 2);
    if (Start >= High) {
      // No fact starts in the upper half.
      High = Low + (High - Low) / 2;
      continue;
    }
    const llvm::StringRef There = factAt(Facts, Start);
    if (usrOf(There) < Usr)
      Low = Start + There.size();
    else
      High = Low + (High - Low) / 2;
  }
  return nextFact(Facts, Low);
}

std::vector<Fact> FactsStore::find(llvm::StringRef Usr) const {
  std::vector<Fact> Found;
  for (size_t At = lowerBound(Usr); At < Facts.size();) {
    const llvm::StringRef There = factAt(Facts, At);
    if (usrOf(There) != Usr)
      break;
    auto F = parseFact(There);
    if (!F) {
      const std::lock_guard<std::mutex> Lock(Guard);
      const std::string Why = llvm::toString(F.takeError());
      if (!WasTold)
        Mistake = ("the facts store '" + path() + "' is damaged: " + Why).str();
      return {};
    }
    Found.push_back(std::move(*F));
    At += There.size();
  }
  return Found;
}

std::string FactsStore::takeMistake() const {
  const std::lock_guard<std::mutex> Lock(Guard);
  WasTold |= !Mistake.empty();
  return std::exchange(Mistake, "");
}

std::vector<llvm::StringRef> FactsStore::texts() const {
  std::vector<llvm::StringRef> All;
  for (size_t At = 0; At < Facts.size(); At += All.back().size())
    All.push_back(factAt(Facts, At));
  return All;
}

llvm::Error writeWhole(llvm::StringRef Path, llvm::StringRef Text) {
  const auto Fail = [&](const llvm::Twine &Why) {
    return llvm::createStringError("cannot write '" + Path + "': " + Why);
  };
  if (Path == "-") {
    llvm::outs() << Text;
    llvm::outs().flush();
    const std::error_code Written = llvm::outs().error();
    llvm::outs().clear_error();
    return Written ? Fail(Written.message()) : llvm::Error::success();
  }
  auto Temporary =
      llvm::sys::fs::TempFile::create(Path + ".%%%%%%%%.temporary");
  if (!Temporary)
    return Fail(llvm::toString(Temporary.takeError()));
  llvm::raw_fd_ostream OS(Temporary->FD, /*shouldClose=*/false);
  OS << Text;
  OS.flush();
  const std::error_code Written = OS.error();
  OS.clear_error();
  if (Written) {
    llvm::consumeError(Temporary->discard());
    return Fail(Written.message());
  }
  if (llvm::Error Renamed = Temporary->keep(Path))
    return Fail(llvm::toString(std::move(Renamed)));
  return llvm::Error::success();
}

} // namespace tombstone
