//===- Finding.cpp - A use of a dead handle, with its path ----------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/Finding.h"
#include "clang/AST/Decl.h"
#include "llvm/Support/ErrorHandling.h"

using namespace tombstone;

namespace {

/// What the source calls things.
class Names {
public:
  explicit Names(const Tables &T) : T(T) {}

  /// Empty if the source has no name for it.
  std::string of(PlaceId P) const {
    if (!P.isValid())
      return "";
    auto Alias = T.Words.Aliases.find(P.value());
    if (Alias != T.Words.Aliases.end())
      return Alias->second;
    const Place &Last = T.Words.Places[P];
    if (Last.K == Place::Kind::Root)
      return of(RootId(Last.Base));
    const std::string Base = of(T.Words.Places.base(P));
    switch (Last.K) {
    case Place::Kind::Root:
    case Place::Kind::Deref:
    case Place::Kind::Owned:
    case Place::Kind::Held:
      return Base;
    case Place::Kind::Member:
      return member(Base, T.Words.Names[Last.Name].str());
    case Place::Kind::Getter:
      return member(Base, T.Words.Names[Last.Name].str() + "()");
    }
    llvm_unreachable("unhandled place kind");
  }

  std::string of(RegionId R) const {
    const Region &Last = T.Regions[R];
    if (Last.K == Region::Kind::Root)
      return of(RootId(Last.Base));
    const std::string Base = of(T.Regions.base(R));
    switch (Last.K) {
    case Region::Kind::Root:
    case Region::Kind::Owned:
    case Region::Kind::Held:
    case Region::Kind::Pointee:
      return Base;
    case Region::Kind::Element:
      return Base.empty() ? "" : Base + "[...]";
    case Region::Kind::Member:
      return member(Base, T.Words.Names[NameId(Last.Label)].str());
    case Region::Kind::Getter:
      return member(Base, T.Words.Names[NameId(Last.Label)].str() + "()");
    }
    llvm_unreachable("unhandled region kind");
  }

private:
  std::string of(RootId R) const {
    const Root &Start = T.Words.Roots[R];
    return Start.Hidden ? "" : Start.Name;
  }

  static std::string member(const std::string &Base, const std::string &Name) {
    if (Base.empty())
      return "";
    return Base == "this" ? Name : Base + "." + Name;
  }

  const Tables &T;
};

std::string quoted(const std::string &Name) { return "'" + Name + "'"; }

/// Puts a finding into words.
class Wording {
public:
  Wording(const DeadUse &Use, const Tables &T, const Cause &Why)
      : Use(Use), T(T), Name(T), Why(Why) {}

  std::optional<Finding> describe() {
    const Site *Taken = associativeSite();
    const auto *Kill = std::get_if<KillEvent>(&Why.Killer->V);
    if (!Taken && !(Kill && Kill->ContainerKind == ClassKind::Associative))
      return std::nullopt;
    Finding F;
    F.Kind = killKind(*Why.Killer);
    F.IsOfNode = relocation() && !relocation()->Forms.contains(Form::Ref);
    F.Loc = Use.Use->Loc;
    F.Range = Use.Use->Range;
    F.Message = subject() +
                (isLate() ? " may be read after " : " is used after ") +
                happened();
    F.IsOfNextTurn = isOfNextTurn();
    F.IsPossible = Use.What.L == Life::MaybeDead;
    if (F.IsPossible)
      F.Message += ", if the keys are equal";
    F.Bug = {Why.Killer, Label};
    if (Taken && Taken->Loc != F.Loc)
      addStep(F, Taken->Loc, Taken->Range,
              subject() + refersTo() + origin(*Taken) + " from here");
    if (Why.Call)
      addStep(F, Why.Call->Loc, Why.Call->Range, "this call " + callDoes());
    addStep(F, Why.Killer->Loc, Why.Killer->Range, killDoes() + whichTurn());
    const bool IsUsedInCallee =
        Use.Use->Origin && Use.Use->CallLoc.isValid();
    addCallee(F, Why.Killer->Origin, IsUsedInCallee ? 1 : 0);
    if (IsUsedInCallee)
      addStep(F, Use.Use->CallLoc, Use.Use->CallLoc, "this call uses it");
    return F;
  }

  std::string killText() const { return killDoes(); }

private:
  /// The site of the innermost element of an associative container on the way
  /// to what the handle designates.
  const Site *associativeSite() {
    for (RegionId R = Use.What.Of;; R = T.Regions.base(R)) {
      const Region &Step = T.Regions[R];
      if (Step.K == Region::Kind::Element) {
        const Site &S = T.Sites[Step.Label];
        if (S.Kind == ClassKind::Associative || S.Kind == ClassKind::Node) {
          Container = T.Regions.base(R);
          Label = Step.Label;
          return &S;
        }
      }
      if (Step.K == Region::Kind::Root)
        return nullptr;
    }
  }

  /// The name of the part of a nameless referent that is used: the binding of
  /// `auto &[key, value]`.
  std::string partUsed() const {
    const auto *Used = std::get_if<UseEvent>(&Use.Use->V);
    if (!Used)
      return "";
    for (PlaceId P = Used->What; P != Use.Handle; P = T.Words.Places.base(P)) {
      auto Alias = T.Words.Aliases.find(P.value());
      if (Alias != T.Words.Aliases.end())
        return Alias->second;
      if (T.Words.Places[P].K == Place::Kind::Root)
        break;
    }
    return "";
  }

  std::string subject() const {
    const std::string Handle = Name.of(Use.Handle);
    if (!Handle.empty())
      return quoted(Handle);
    if (const std::string Part = partUsed(); !Part.empty())
      return quoted(Part);
    const Root &From = T.Words.Roots[T.Words.Places.rootOf(Use.Handle)];
    if (From.K == Root::Kind::Variable && !From.Name.empty())
      return "the loop's iterator";
    constexpr size_t MaxText = 40;
    const bool IsShort = !From.Text.empty() && From.Text.size() <= MaxText &&
                         From.Text.find('\n') == std::string::npos;
    return IsShort ? quoted(From.Text) : "this handle";
  }

  /// The container as the killing event names it, or as the handle's path does.
  std::string container() const {
    std::string Text;
    if (const auto *Kill = std::get_if<KillEvent>(&Why.Killer->V))
      Text = Name.of(Kill->Element.Container);
    if (relocation())
      Text = Name.of(relocation()->Element.Container);
    // What moved was the container that the handle was taken from; where its
    // elements went has another name.
    if (Text.empty() && Container.isValid() &&
        killKind(*Why.Killer) == KillKind::Relocate)
      Text = Name.of(T.Sites[Label].Container);
    if (Text.empty() && Container.isValid())
      Text = Name.of(Container);
    return Text.empty() ? "the container" : quoted(Text);
  }

  /// The container that the element was in when the handle was taken: elements
  /// move.
  std::string origin(const Site &Taken) const {
    const std::string Text = Name.of(Taken.Container);
    return Text.empty() ? container() : quoted(Text);
  }

  std::string ended() const {
    const auto &End = std::get<EndEvent>(Why.Killer->V);
    const std::string What = Name.of(End.What);
    return What.empty() ? "its owner" : quoted(What);
  }

  bool isExtraction() const {
    if (std::holds_alternative<ExtractEvent>(Why.Killer->V))
      return true;
    const auto *Kill = std::get_if<KillEvent>(&Why.Killer->V);
    return Kill && Kill->IsExtraction;
  }

  bool isLate() const {
    const auto *Used = std::get_if<UseEvent>(&Use.Use->V);
    return Used && Used->K == UseEvent::Kind::Late;
  }

  /// Null if the element did not live on elsewhere.
  const RelocateEvent *relocation() const {
    return std::get_if<RelocateEvent>(&Why.Killer->V);
  }

  bool isEnd() const {
    return Use.IsPastTheEnd && Use.What.HandleForm == Form::Iter;
  }

  std::string refersTo() const {
    if (Use.What.HandleForm == Form::Bucket)
      return " is the number of a bucket of ";
    return isEnd() ? " is the end of " : " refers to an element of ";
  }

  std::string happened() const {
    if (killKind(*Why.Killer) == KillKind::Relocate)
      return relocated();
    const auto *End = std::get_if<EndEvent>(&Why.Killer->V);
    if (!End)
      return "its element of " + container() +
             (isExtraction() ? " was extracted" : " was erased");
    switch (End->Reason) {
    case EndReason::Overwritten:
      return ended() + " was overwritten";
    case EndReason::OutOfScope:
      return ended() + " went out of scope";
    case EndReason::FullExpression:
      return "the temporary that owns it was destroyed";
    case EndReason::Deleted:
      return ended() + " was deleted";
    }
    llvm_unreachable("unhandled reason");
  }

  /// Of what moves as a whole, iterators alone end.
  std::string relocated() const {
    if (!relocation())
      return container() + " was moved, which leaves its end behind";
    if (relocation()->Reason == RelocationReason::Detach)
      return container() + " may have detached from its copy";
    if (isEnd() || !relocation()->Forms.contains(Form::Ref))
      return container() + " may have been rehashed";
    return "its element of " + container() + " may have moved";
  }

  /// Which handles end, and which stay: "iterators end, references stay".
  std::string whatStays() const {
    const FormSet Lost = relocation()->Forms;
    if (!Lost.contains(Form::Ref))
      return "iterators into " + container() + " end, references stay";
    return "references and iterators into " + container() +
           " end; only what an element owns elsewhere stays";
  }

  std::string relocationDoes() const {
    const RelocateEvent &R = *relocation();
    const std::string Operation = quoted(T.Words.Names[R.Operation].str());
    switch (R.Reason) {
    case RelocationReason::Growth:
      return Operation +
             (R.Forms.contains(Form::Ref)
                  ? " may insert, and growth moves the elements: "
                  : " may insert and rehash: ") +
             whatStays();
    case RelocationReason::Detach:
      return Operation + " is not const, so " + container() +
             " gets data of its own; handles stay with the copy's";
    case RelocationReason::Always:
      return Operation +
             (R.Forms.contains(Form::Ref) ? " may move elements: "
                                          : " may rehash: ") +
             whatStays();
    }
    llvm_unreachable("unhandled reason");
  }

  /// "call to 'evict'".
  std::string callee() const {
    const std::string &Name = Why.Killer->Origin->Function;
    return Name.empty() ? "this call" : "call to " + quoted(Name);
  }

  std::string callDoes() const {
    if (killKind(*Why.Killer) == KillKind::Relocate)
      return relocation() ? "may move the element" : "moves the container";
    if (std::holds_alternative<EndEvent>(Why.Killer->V))
      return "ends the element's owner";
    return isExtraction() ? "extracts the element" : "erases the element";
  }

  std::string killDoes() const {
    if (Why.Killer->Origin)
      return callee() + " " + callDoes();
    if (relocation())
      return relocationDoes();
    if (killKind(*Why.Killer) == KillKind::Relocate)
      return "moved here";
    if (const auto *End = std::get_if<EndEvent>(&Why.Killer->V))
      switch (End->Reason) {
      case EndReason::Overwritten:
        return "overwritten here, so what it owned is gone";
      case EndReason::OutOfScope:
        return ended() + " goes out of scope here";
      case EndReason::FullExpression:
        return "the temporary is destroyed at the end of this expression";
      case EndReason::Deleted:
        return "deleted here";
      }
    const std::string Verb = isExtraction() ? "extracted" : "erased";
    const auto *Kill = std::get_if<KillEvent>(&Why.Killer->V);
    if (!Kill)
      return Verb + " here";
    if (Kill->Element.Key == KeySpec::Kind::All)
      return "every element is erased here";
    if (Kill->KeyText.isValid())
      return Verb + " here, by key " +
             quoted(T.Words.Names[Kill->KeyText].str());
    return Verb + " here";
  }

  /// A kill that stands behind the use in the source ran in an earlier turn.
  std::string whichTurn() const {
    if (isLate())
      return "; the order of the two is not defined";
    return isOfNextTurn() ? ", in an earlier turn of the loop" : "";
  }

  bool isOfNextTurn() const {
    const clang::SourceLocation At =
        Use.Use->CallLoc.isValid() ? Use.Use->CallLoc : Use.Use->Loc;
    return At.isFileID() && Why.Killer->Loc.isFileID() && !Why.Call &&
           At < Why.Killer->Loc;
  }

  /// The steps through what was called, and what was called there; of a long
  /// way the first ones and the last.
  static void addCallee(Finding &F, const EffectOrigin *At, size_t NumLater) {
    constexpr size_t MaxSteps = 8;
    for (; At; At = At->Next)
      if (F.Path.size() + NumLater + 1 < MaxSteps || !At->Next)
        addStep(F, At->Loc, At->Range, At->Text);
  }

  static void addStep(Finding &F, clang::SourceLocation Loc,
                      clang::SourceRange Range, const std::string &Text) {
    F.Path.push_back(
        {Loc, Range, "(" + std::to_string(F.Path.size() + 1) + ") " + Text});
  }

  const DeadUse &Use;
  const Tables &T;
  const Names Name;
  const Cause &Why;
  RegionId Container;
  uint32_t Label = 0;
};

} // namespace

std::string tombstone::originText(const Event &E, const Tables &T) {
  const Cause Why{&E, nullptr};
  return Wording(DeadUse{&E, PlaceId(), Loan()}, T, Why).killText();
}

std::optional<Finding> tombstone::describe(const DeadUse &Use,
                                           const Tables &T) {
  return Wording(Use, T, T.Causes[Use.What.Cause]).describe();
}
