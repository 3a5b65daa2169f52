//===- StepTesting.h - Events by hand, and what they do ---------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests of Step say what one rule does and nothing of how C++ comes to it.
// Sites are numbered as they come: #0, #1.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_TEST_UNIT_STEPTESTING_H
#define TOMBSTONE_TEST_UNIT_STEPTESTING_H

#include "tombstone/Analysis/Step.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"
#include <deque>
#include <set>

namespace tombstone {

inline constexpr FormSet RefAndIter = FormSet(Form::Ref) | Form::Iter;

/// A function with variables and the state after the events so far.
class StepTest : public testing::Test {
protected:
  // Places.
  PlaceId var(const std::string &Name) {
    return Words.Places.root(Words.Roots.intern(
        Root::Kind::Variable, &*Variables.insert(Name).first, Name, false));
  }
  PlaceId deref(PlaceId P) { return Words.Places.deref(P); }
  PlaceId owned(PlaceId P) { return Words.Places.owned(P); }
  PlaceId member(PlaceId P, const char *Name) {
    return Words.Places.member(P, Words.Names.intern(Name));
  }
  Operand valueOf(PlaceId P) { return {P, false, NameId()}; }
  Operand addressOf(PlaceId P) { return {P, true, NameId()}; }
  Operand constant(const char *Text) {
    return {PlaceId(), false, Words.Names.intern(Text)};
  }

  // Elements. A constant is written as such, other keys are variables.
  ElementSpec element(PlaceId Container, KeySpec::Kind Key, Operand First = {},
                      Operand Second = {}) {
    ElementSpec E;
    E.Container = Container;
    E.Key = Key;
    E.First = First;
    E.Second = Second;
    E.KeyMember = Words.Names.intern("first");
    return E;
  }
  ElementSpec keyed(PlaceId Container, Operand Key) {
    return element(Container, KeySpec::Kind::Equal, Key);
  }
  ElementSpec keyed(const char *Container, const char *Variable) {
    return keyed(var(Container), valueOf(var(Variable)));
  }
  ElementSpec designated(const char *Container, const char *Handle) {
    return element(var(Container), KeySpec::Kind::At, valueOf(var(Handle)));
  }
  ElementSpec every(PlaceId Container) {
    return element(Container, KeySpec::Kind::All);
  }

  // Events.
  void run(Event::Variant V) {
    Events.push_back({std::move(V), {}, {}});
    Step(T, S, [this](const DeadUse &Use) {
      if (!Use.isAgain())
        DeadUses.push_back(Words.toString(Use.Handle));
      return true;
    })(Events.back());
  }
  SiteId newSite() {
    Site New;
    New.Kind = ClassKind::Associative;
    New.KeyMember = Words.Names.intern("first");
    T.Sites.push_back(New);
    return SiteId(static_cast<uint32_t>(T.Sites.size() - 1));
  }
  SiteId borrow(PlaceId Handle, Form F, ElementSpec E) {
    const SiteId Site = newSite();
    run(BorrowEvent{Handle, F, std::move(E), Site});
    return Site;
  }
  SiteId borrow(const char *Handle, ElementSpec E) {
    return borrow(var(Handle), Form::Iter, std::move(E));
  }
  void copyHandle(const char *To, Operand From) {
    run(CopyEvent{var(To), {From}, /*IsHandle=*/true});
  }
  void copyObject(const char *To, Operand From) {
    run(CopyEvent{var(To), {From}, /*IsHandle=*/false});
  }
  void kill(ElementSpec E, FormSet Forms = RefAndIter) {
    KillEvent K;
    K.Element = std::move(E);
    K.Forms = Forms;
    run(K);
  }
  void end(PlaceId P, EndReason Reason = EndReason::OutOfScope) {
    run(EndEvent{P, Reason});
  }
  void use(const char *Handle) { run(UseEvent{deref(var(Handle))}); }

  // What is so now.
  std::vector<std::string> linesAbout(llvm::StringRef Prefix) {
    std::vector<std::string> Found;
    const std::string Text = S.toString(T.Regions, Words);
    llvm::SmallVector<llvm::StringRef> Lines;
    llvm::StringRef(Text).split(Lines, '\n', -1, false);
    for (llvm::StringRef Line : Lines)
      if (Line.consume_front(Prefix))
        Found.push_back(Line.str());
    return Found;
  }
  /// What the handle may designate: "iter m[#0] dead".
  std::string designates(const std::string &Handle) {
    return llvm::join(linesAbout(Handle + " -> "), "; ");
  }
  std::string keyOf(const std::string &Element) {
    return llvm::join(linesAbout(Element + " has key "), "; ");
  }

  Tables T;
  Vocabulary &Words = T.Words;
  State S;
  std::vector<std::string> DeadUses; ///< The handles, in order.

private:
  std::set<std::string> Variables;
  std::deque<Event> Events; // Causes point to them.
};

} // namespace tombstone

#endif // TOMBSTONE_TEST_UNIT_STEPTESTING_H
