//===- Wording.h - A dead use or an escape in words -------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the handle is called, what happened to its element, and by whose doing.
// Finding.cpp puts the steps of the path in order.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_LIB_ANALYSIS_WORDING_H
#define TOMBSTONE_LIB_ANALYSIS_WORDING_H

#include "SourceNames.h"
#include "clang/AST/Decl.h"
#include "llvm/Support/ErrorHandling.h"

namespace tombstone {

/// The words of one finding.
class Wording {
public:
  Wording(const DeadUse &Use, const Tables &T, const Cause &Why,
          const Escape *Left = nullptr)
      : Use(Use), Left(Left), T(T), Name(T), Why(Why) {}

protected:
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

  /// What the handle is called within the object that was copied or moved:
  /// `.parent`; or the name of what a closure captured.
  std::string partLeft() const {
    std::string Part;
    for (RegionId R = Left->Holder; R != Left->Into; R = T.Regions.base(R)) {
      if (T.Regions[R].K != Region::Kind::Member)
        continue;
      const llvm::StringRef Member = T.Words.Names[NameId(T.Regions[R].Label)];
      if (Member.starts_with("["))
        return Member.drop_front().drop_back().str();
      Part = "." + Member.str() + Part;
    }
    return Part;
  }

  std::string subject() const {
    std::string Handle = Name.of(Use.Handle);
    if (const std::string Part = Left ? partLeft() : ""; !Part.empty())
      Handle = Part.front() != '.' ? Part : Handle.empty() ? "" : Handle + Part;
    if (!Handle.empty())
      return quoted(Handle);
    if (const std::string Part = partUsed(); !Part.empty())
      return quoted(Part);
    const Root &From = T.Words.Roots[T.Words.Places.rootOf(Use.Handle)];
    if (From.K == Root::Kind::Variable && !From.Name.empty())
      return "the loop's iterator";
    return isShort(From.Text) ? quoted(From.Text) : "this handle";
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

  std::string escapes() const {
    std::string Where = " leaves the function";
    if (!isReturned(Left->Holder)) {
      const std::string Text = Name.of(storedIn());
      Where = " is stored in " +
              (Text.empty() ? "an object that stays" : quoted(Text));
    }
    if (Left->WasDead)
      return subject() + Where + " although " + happened();
    const auto *End = std::get_if<EndEvent>(&Why.Killer->V);
    const bool IsAtEnd = End && End->Reason == EndReason::OutOfScope;
    return subject() + Where + ", and " + happens() +
           (IsAtEnd ? "" : " before the function ends");
  }

  /// Of what stands in an element, the container is named.
  RegionId storedIn() const {
    RegionId In = Left->Holder;
    if (isSlot(In, T))
      In = T.Regions.base(In);
    for (RegionId R = In; !T.Regions.isRoot(R); R = T.Regions.base(R))
      if (T.Regions[R].K == Region::Kind::Element)
        In = T.Regions.base(R);
    return In;
  }

  bool isReturned(RegionId R) const {
    while (!T.Regions.isRoot(R))
      R = T.Regions.base(R);
    return T.Words.Roots[RootId(T.Regions[R].Base)].K == Root::Kind::Return;
  }

  /// Of what comes to pass only after the handle was stored.
  std::string happens() const {
    if (killKind(*Why.Killer) == KillKind::Relocate) {
      if (!relocation())
        return container() + " is moved";
      if (relocation()->Reason == RelocationReason::Detach)
        return container() + " may detach from its copy";
      if (isEnd() || !relocation()->Forms.contains(Form::Ref))
        return container() + " may be rehashed";
      return "its element of " + container() + " may move";
    }
    const auto *End = std::get_if<EndEvent>(&Why.Killer->V);
    if (!End)
      return "its element of " + container() +
             (isExtraction() ? " is extracted" : " is erased");
    switch (End->Reason) {
    case EndReason::Overwritten:
      return ended() + " is overwritten";
    case EndReason::OutOfScope:
      return ended() + " goes out of scope";
    case EndReason::FullExpression:
      return "the temporary that owns it is destroyed";
    case EndReason::Deleted:
      return ended() + " is deleted";
    }
    llvm_unreachable("unhandled reason");
  }

  /// What code that runs in between may do: "erase its element of 'm'".
  std::string mayHappen(const std::string &Auxiliary) const {
    const bool HasRun = Auxiliary == "may have";
    if (!relocation())
      return Auxiliary + (HasRun ? " erased" : " erase") + " its element of " +
             container();
    if (isEnd() || !relocation()->Forms.contains(Form::Ref))
      return Auxiliary + (HasRun ? " rehashed " : " rehash ") + container();
    return Auxiliary + (HasRun ? " moved" : " move") + " its element of " +
           container();
  }

  std::string happened() const {
    if (Why.Killer->By == Doer::Callback)
      return "a call that " + mayHappen("may");
    if (Why.Killer->By == Doer::Other)
      return "other code " + mayHappen("may have");
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

  std::string otherCode() const {
    const EffectOrigin *At = Why.Killer->Origin;
    const bool IsNamed = At && !At->Function.empty() &&
                         At->Function.find("operator") == std::string::npos;
    return IsNamed ? quoted(At->Function) : "this lambda";
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
    if (Why.Killer->By != Doer::Self)
      return Why.Killer->By == Doer::Callback
                 ? "this call may come back to " + otherCode()
                 : "other code may run here, such as " + otherCode();
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
    return (!Left || Left->WasDead) && At.isFileID() &&
           Why.Killer->Loc.isFileID() && !Why.Call && At < Why.Killer->Loc;
  }

  const DeadUse &Use;
  const Escape *const Left; ///< Null if the handle is used.
  const Tables &T;
  const Names Name;
  const Cause &Why;
  RegionId Container;
  uint32_t Label = 0;
};

} // namespace tombstone

#endif // TOMBSTONE_LIB_ANALYSIS_WORDING_H
