//===- Temporaries.cpp - The last mention of a temporary ------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The value of nearly every expression is a temporary, and no event speaks of
// it once its full expression is over. What is dropped there need not be copied
// and compared at each block that follows.
//
//===----------------------------------------------------------------------===//

#include "BodyBuilder.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace tombstone;

namespace {

/// How an event mentions a place.
enum class Mention : uint8_t {
  Reads,     ///< or changes a part of it
  Defines,   ///< whatever was there before
  Takes,     ///< its address: it may be meant where it isn't named
  IsOccupied ///< it is a container itself, with elements that are named by it
};

/// Calls a function for each place that an event mentions.
class Mentions {
public:
  using Visitor = llvm::function_ref<void(PlaceId, Mention)>;
  explicit Mentions(Visitor Visit) : Visit(Visit) {}

  void operator()(const BorrowEvent &B) {
    of(B.Element);
    at(B.Dst, Mention::Defines);
  }
  void operator()(const CopyEvent &C) {
    bool IsOwnSource = false;
    for (const Operand &Source : C.Sources) {
      of(Source);
      IsOwnSource |= Source.At == C.Dst;
    }
    at(C.Dst, IsOwnSource ? Mention::Reads : Mention::Defines);
  }
  void operator()(const KillEvent &K) { of(K.Element); }
  void operator()(const RelocateEvent &R) {
    of(R.Element);
    of(R.NewKey);
  }
  void operator()(const ReserveEvent &R) {
    at(R.Container, Mention::IsOccupied);
  }
  void operator()(const ShareEvent &S) {
    at(S.First, Mention::IsOccupied);
    at(S.Second, Mention::IsOccupied);
  }
  void operator()(const KeepEvent &K) {
    at(K.Container, Mention::IsOccupied);
    of(K.Handle);
  }
  void operator()(const AssumeEvent &A) {
    of(A.Element);
    of(A.NotThis);
    of(A.Equal);
    of(A.ToThis);
  }
  void operator()(const LookupEvent &L) {
    of(L.Element);
    at(L.Result, Mention::Reads);
  }
  void operator()(const MayHaveEvent &M) { of(M.Element); }
  void operator()(const ResultEvent &) {}
  void operator()(const EndEvent &E) { at(E.What, Mention::Reads); }
  void operator()(const MoveEvent &M) {
    at(M.Src, Mention::Reads);
    at(M.Dst, Mention::Reads);
  }
  void operator()(const ExtractEvent &X) {
    of(X.Element);
    at(X.Dst, Mention::IsOccupied);
  }
  void operator()(const SwapEvent &X) {
    at(X.First, Mention::Reads);
    at(X.Second, Mention::Reads);
  }
  void operator()(const UseEvent &U) { at(U.What, Mention::Reads); }
  void operator()(const WriteEvent &W) { at(W.What, Mention::Reads); }
  void operator()(const FreshEvent &F) { at(F.What, Mention::Reads); }
  void operator()(const ForgetEvent &F) { at(F.What, Mention::Reads); }
  void operator()(const EnterEvent &) {}
  void operator()(const YieldEvent &) {}
  void operator()(const DropEvent &D) { at(D.What, Mention::Reads); }

private:
  void at(PlaceId P, Mention How) {
    if (P.isValid())
      Visit(P, How);
  }
  void of(const Operand &O) {
    at(O.At, O.IsAddress ? Mention::Takes : Mention::Reads);
  }
  void of(const ElementSpec &E) {
    at(E.Container, Mention::IsOccupied);
    of(E.First);
    of(E.Second);
  }

  Visitor Visit;
};

/// Finds where the temporaries of one body are mentioned for the last time.
class Lives {
public:
  Lives(const Body &B, const Vocabulary &Words) : B(B), Words(Words) {
    for (const CFGBlock *Block : B.graph())
      forEachEvent(*Block, [&](const Event &E) { collect(E); });
    drop(Pinned);
    solve();
  }

  /// Those that the way to the block may still know, and nobody asks for.
  llvm::SmallVector<RootId> endedBefore(const CFGBlock &Block) const {
    llvm::BitVector Ended(Roots.size());
    for (const CFGBlock *Before : Block.preds())
      if (Before)
        Ended |= LiveOut[Before->getBlockID()];
    Ended.reset(LiveIn[Block.getBlockID()]);
    return rootsIn(Ended);
  }

  /// By event of the block, from the last to the first, those that it is the
  /// last one to mention.
  template <typename Function>
  void forEachLast(const CFGBlock &Block, Function Act) const {
    llvm::BitVector Live = LiveOut[Block.getBlockID()];
    const llvm::ArrayRef<Event> Events = B.events(Block);
    for (size_t I = Events.size(); I-- > 0;) {
      llvm::BitVector Before = Live;
      step(Events[I], Before);
      forEachMention(Events[I], [&](unsigned Number, PlaceId, Mention) {
        if (!Live.test(Number)) {
          Act(I, Roots[Number]);
          Live.set(Number);
        }
      });
      Live = std::move(Before);
    }
  }

private:
  template <typename Function>
  void forEachEvent(const CFGBlock &Block, Function Act) const {
    for (const Event &E : B.events(Block))
      Act(E);
    for (unsigned I = 0; I < Block.succ_size(); ++I)
      for (const Event &E : B.edgeEvents(Block, I))
        Act(E);
  }

  /// Of temporaries with a number.
  template <typename Function>
  void forEachMention(const Event &E, Function Act) const {
    const auto OfPlace = [&](PlaceId P, Mention How) {
      const auto It = Numbers.find(Words.Places.rootOf(P).value());
      if (It != Numbers.end())
        Act(It->second, P, How);
    };
    std::visit(Mentions(OfPlace), E.V);
  }

  bool isWhole(PlaceId P) const {
    return Words.Places[P].K == Place::Kind::Root;
  }

  void collect(const Event &E) {
    HasEntered |= std::holds_alternative<EnterEvent>(E.V);
    const auto OfPlace = [&](PlaceId P, Mention How) {
      const RootId R = Words.Places.rootOf(P);
      if (Words.Roots[R].K != Root::Kind::Temporary)
        return;
      if (Numbers.try_emplace(R.value(), Roots.size()).second)
        Roots.push_back(R);
      const bool IsObject = !Words.Places.hasDeref(P);
      if (IsObject && (How == Mention::Takes || How == Mention::IsOccupied))
        Pinned.push_back(R);
      // A lambda that is entered finds what it captured in its parts.
      if (IsObject && !isWhole(P))
        WithParts.push_back(R);
    };
    std::visit(Mentions(OfPlace), E.V);
  }

  void drop(llvm::ArrayRef<RootId> Others) {
    for (RootId R : Others)
      Numbers.erase(R.value());
    if (HasEntered)
      for (RootId R : WithParts)
        Numbers.erase(R.value());
  }

  void step(const Event &E, llvm::BitVector &Live) const {
    forEachMention(E, [&](unsigned Number, PlaceId P, Mention How) {
      if (How == Mention::Defines && isWhole(P))
        Live.reset(Number);
    });
    forEachMention(E, [&](unsigned Number, PlaceId P, Mention How) {
      if (How != Mention::Defines || !isWhole(P))
        Live.set(Number);
    });
  }

  void solve() {
    const unsigned NumBlocks = B.graph().getNumBlockIDs();
    LiveIn.assign(NumBlocks, llvm::BitVector(Roots.size()));
    LiveOut = LiveIn;
    bool Changed = true;
    while (Changed) {
      Changed = false;
      // The exit has the first number, the entry the last one.
      for (const CFGBlock *Block : B.graph())
        Changed |= solve(*Block);
    }
  }

  bool solve(const CFGBlock &Block) {
    llvm::BitVector Live(Roots.size());
    for (const CFGBlock *Next : Block.succs())
      if (Next)
        Live |= LiveIn[Next->getBlockID()];
    for (unsigned I = 0; I < Block.succ_size(); ++I)
      for (const Event &E : llvm::reverse(B.edgeEvents(Block, I)))
        forEachMention(
            E, [&](unsigned Number, PlaceId, Mention) { Live.set(Number); });
    LiveOut[Block.getBlockID()] = Live;
    for (const Event &E : llvm::reverse(B.events(Block)))
      step(E, Live);
    if (Live == LiveIn[Block.getBlockID()])
      return false;
    LiveIn[Block.getBlockID()] = std::move(Live);
    return true;
  }

  llvm::SmallVector<RootId> rootsIn(const llvm::BitVector &Set) const {
    llvm::SmallVector<RootId> Found;
    for (unsigned Number : Set.set_bits())
      Found.push_back(Roots[Number]);
    return Found;
  }

  const Body &B;
  const Vocabulary &Words;
  std::vector<RootId> Roots; ///< By number.
  llvm::DenseMap<uint32_t, unsigned> Numbers;
  std::vector<RootId> Pinned;          ///< Meant where they are not named.
  std::vector<RootId> WithParts;       ///< Mentioned by a member.
  bool HasEntered = false;             ///< The body of a lambda is run.
  std::vector<llvm::BitVector> LiveIn; ///< By block.
  std::vector<llvm::BitVector> LiveOut;
};

} // namespace

void BodyBuilder::dropTemporaries() {
  const Lives Temporaries(Into, Words);
  std::vector<Event> Events;
  std::vector<std::vector<uint32_t>> Starts(Into.Starts.size());
  const auto Drop = [&](RootId R, SourceLocation Loc) {
    Events.push_back({DropEvent{Words.Places.root(R)}, Loc, Loc});
  };
  for (const CFGBlock *Block : llvm::reverse(Into.graph())) {
    const llvm::ArrayRef<Event> Old = Into.events(*Block);
    std::vector<std::pair<size_t, RootId>> Last;
    Temporaries.forEachLast(
        *Block, [&](size_t I, RootId R) { Last.push_back({I, R}); });
    const std::vector<uint32_t> &OldStarts = Into.Starts[Block->getBlockID()];
    std::vector<uint32_t> &NewStarts = Starts[Block->getBlockID()];
    NewStarts.push_back(Events.size());
    if (!Old.empty())
      for (RootId R : Temporaries.endedBefore(*Block))
        Drop(R, Old.front().Loc);
    for (size_t Element = 0; Element + 1 < OldStarts.size(); ++Element) {
      for (size_t I = OldStarts[Element]; I < OldStarts[Element + 1]; ++I) {
        Events.push_back(Into.Events[I]);
        for (; !Last.empty() && Last.back().first + OldStarts.front() == I;
             Last.pop_back())
          Drop(Last.back().second, Into.Events[I].Loc);
      }
      NewStarts.push_back(Events.size());
    }
  }
  Into.Events = std::move(Events);
  Into.Starts = std::move(Starts);
}
