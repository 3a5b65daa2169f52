//===- SummaryLook.h - What an event does to the caller ---------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Looks at each event in the state before it, where the places and keys of the
// event mean what they mean when it happens.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_ANALYSIS_SUMMARYLOOK_H
#define TOMBSTONE_LIB_ANALYSIS_SUMMARYLOOK_H

#include "Summarizer.h"

namespace tombstone {

/// What an event is about, in the state before it.
class Summarizer::Look : public Step {
public:
  Look(Summarizer &Of, State &S)
      : Step(Of.T, S, [](const DeadUse &) { return false; }), Of(Of) {}

  void at(const Event &E) {
    Current = &E;
    std::visit([this](const auto &Kind) { see(Kind); }, E.V);
  }

private:
  void see(const KillEvent &K);
  void see(const LookupEvent &L);
  void see(const MayHaveEvent &M) {
    Of.MayInsert |= M.S != MayHaveEvent::Scope::Global;
  }
  void see(const RelocateEvent &R);
  void see(const EndEvent &E);
  void see(const MoveEvent &M);
  void see(const SwapEvent &X);
  void see(const UseEvent &U);
  void see(const BorrowEvent &B) { write(B.Dst, /*IsHandle=*/true); }
  void see(const CopyEvent &C) { write(C.Dst, C.IsHandle); }
  void see(const WriteEvent &W) {
    if (!W.OfContainer)
      write(W.What);
  }
  void see(const KeepEvent &K) {
    for (const Object &O : resolve(K.Container))
      Of.noteWritten(slotOf(O.At));
  }
  void see(const YieldEvent &Y) {
    Effect E;
    E.K = Y.To == Doer::Other ? Effect::Kind::Suspend : Effect::Kind::Reenter;
    Of.add(std::move(E), *Current);
  }
  // What these do, no caller sees.
  void see(const ReserveEvent &) {}
  void see(const ShareEvent &) {}
  void see(const AssumeEvent &) {}
  void see(const ResultEvent &) {}
  void see(const ExtractEvent &) {}
  void see(const FreshEvent &) {}
  void see(const ForgetEvent &F);
  void see(const EnterEvent &) {}
  void see(const DropEvent &) {}

  void write(PlaceId P, bool IsHandle = false) {
    const Objects Written = resolve(P);
    for (const Object &O : Written)
      Of.noteWritten(O.At, IsHandle && Written.size() == 1);
  }
  void kill(const KillEvent &K, RegionId Container, const KeySpec &Key);
  KeySpec designatedKey(const Victims &V);
  KeySpec keyOfElement(RegionId Element);
  KeySpec rangeKey(const ElementSpec &E, const Victims &V);
  void take(RegionId From, RegionId To);

  Summarizer &Of;
};

} // namespace tombstone

#endif // TOMBSTONE_LIB_ANALYSIS_SUMMARYLOOK_H
