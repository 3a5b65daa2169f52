//===- FindingLookup.cpp - A look-up of an erased key, in words -----------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SourceNames.h"

using namespace tombstone;

namespace {

class LookupWording {
public:
  LookupWording(const DeadUse &Use, const Tables &T)
      : Use(Use), T(T), Name(T), Why(T.Causes[Use.What.Cause]),
        Lookup(std::get_if<LookupEvent>(&Use.Use->V)) {}

  Finding describe() {
    Finding F;
    F.Kind = KillKind::Lookup;
    F.Loc = Use.Use->Loc;
    F.Range = Use.Use->Range;
    F.Message = subject() + does() + happened();
    F.Bug = {Why.Killer, 0};
    if (Why.Call)
      addStep(F, Why.Call->Loc, Why.Call->Range, callDoes());
    const EffectOrigin *Within = Why.Killer->Origin;
    addStep(F, Why.Killer->Loc, Why.Killer->Range,
            Within ? callDoes() : killDoes());
    addCallee(F, *Why.Killer);
    // A handle without a name is used where it was looked up.
    if (const Site *Found = site(); Found && !Name.of(Use.Handle).empty())
      addStep(F, Found->Loc, Found->Range,
              "looked up here; nothing has inserted it since");
    addCallee(F, *Use.Use);
    return F;
  }

private:
  const KillEvent &kill() const { return std::get<KillEvent>(Why.Killer->V); }
  bool isEmptied() const { return kill().Element.Key == KeySpec::Kind::All; }

  /// Where the handle that is none comes from; null for other look-ups.
  const Site *site() const {
    const Region &Last = T.Regions[Use.What.Of];
    if (Lookup)
      return nullptr;
    const RegionId Element = T.Regions.nearestElement(Use.What.Of);
    const Region &Step = T.Regions[Element];
    return Last.K != Region::Kind::Root && Step.K == Region::Kind::Element
               ? &T.Sites[Step.Label]
               : nullptr;
  }

  /// The text of the look-up, or the name of the handle.
  std::string subject() const {
    if (!Lookup)
      if (const std::string Handle = Name.of(Use.Handle); !Handle.empty())
        return quoted(Handle);
    const Root &From = T.Words.Roots[T.Words.Places.rootOf(Use.Handle)];
    return isShort(From.Text) ? quoted(From.Text) : "this look-up";
  }

  std::string does() const {
    if (!Lookup)
      return " is dereferenced although ";
    return Lookup->K == LookupEvent::Kind::Needs
               ? " finds nothing, since "
               : " reads a new default value, since ";
  }

  std::string key() const {
    const Site *Found = site();
    const NameId Text = Lookup  ? Lookup->KeyText
                        : Found ? Found->KeyText
                                : NameId();
    return Text.isValid() && isShort(T.Words.Names[Text])
               ? "key " + quoted(T.Words.Names[Text].str())
               : "its key";
  }

  std::string happened() const {
    if (!isEmptied())
      return key() + " was erased";
    const std::string Container = Name.of(kill().Element.Container);
    return "every element of " +
           (Container.empty() ? "the container" : quoted(Container)) +
           " was erased";
  }

  std::string callDoes() const {
    return isEmptied() ? "this call erases every element"
                       : "this call erases the element";
  }

  /// The steps through what was called, and what was called there.
  static void addCallee(Finding &F, const Event &Call) {
    constexpr size_t MaxSteps = 8;
    for (const EffectOrigin *At = Call.Origin; At; At = At->Next)
      if (F.Path.size() < MaxSteps || !At->Next)
        addCalleeStep(F, *At, Call);
  }

  std::string killDoes() const {
    if (isEmptied())
      return "every element is erased here";
    const std::string Verb =
        kill().IsExtraction ? "extracted here" : "erased here";
    return kill().KeyText.isValid()
               ? Verb + ", by key " +
                     quoted(T.Words.Names[kill().KeyText].str())
               : Verb;
  }

  const DeadUse &Use;
  const Tables &T;
  const Names Name;
  const Cause &Why;
  const LookupEvent *Lookup; ///< Null for a use of what one has found.
};

} // namespace

std::optional<Finding> tombstone::describeLookup(const DeadUse &Use,
                                                 const Tables &T) {
  return LookupWording(Use, T).describe();
}
