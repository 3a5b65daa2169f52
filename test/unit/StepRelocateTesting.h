//===- StepRelocateTesting.h - Events that move elements --------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TEST_UNIT_STEPRELOCATETESTING_H
#define TOMBSTONE_TEST_UNIT_STEPRELOCATETESTING_H

#include "StepTesting.h"

namespace tombstone {

class StepRelocateTest : public StepTest {
protected:
  void relocate(const char *Container, FormSet Forms = RefAndIter,
                KeySpec::Kind Key = KeySpec::Kind::All) {
    RelocateEvent R;
    R.Element = element(var(Container), Key);
    R.Forms = Forms;
    run(R);
  }
  /// An insertion of one element, of this key if there is one.
  void grow(const char *Container, Operand NewKey = {}) {
    RelocateEvent R;
    R.Element = every(var(Container));
    R.Forms = RefAndIter;
    R.Reason = RelocationReason::Growth;
    R.InsertsOne = true;
    R.NewKey = NewKey;
    run(R);
  }
  void growBySeveral(const char *Container) {
    RelocateEvent R;
    R.Element = every(var(Container));
    R.Forms = RefAndIter;
    R.Reason = RelocationReason::Growth;
    run(R);
  }
  void detach(const char *Container) {
    RelocateEvent R;
    R.Element = every(var(Container));
    R.Forms = RefAndIter;
    R.Reason = RelocationReason::Detach;
    run(R);
  }
  void reserve(const char *Container, std::optional<unsigned> Count) {
    run(ReserveEvent{var(Container), Count});
  }
  void share(const char *First, const char *Second) {
    run(ShareEvent{var(First), var(Second)});
  }
  /// A handle to an element that is there for sure.
  void insertion(const char *Handle, ElementSpec E) {
    run(BorrowEvent{var(Handle), Form::Iter, std::move(E), newSite(),
                    /*IsThere=*/true});
  }
  void assumeThere(ElementSpec E) {
    AssumeEvent A;
    A.Element = std::move(E);
    run(A);
  }
  void assumeDifferent(const char *Handle, const char *Other) {
    AssumeEvent A;
    A.Element.Key = KeySpec::Kind::At;
    A.Element.First = valueOf(var(Handle));
    A.NotThis = valueOf(var(Other));
    run(A);
  }
  Operand key(const char *Variable) { return valueOf(var(Variable)); }
};

} // namespace tombstone

#endif // TOMBSTONE_TEST_UNIT_STEPRELOCATETESTING_H
