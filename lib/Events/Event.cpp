//===- Event.cpp - Events as text -----------------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Events/Event.h"
#include "clang/AST/Decl.h"
#include "llvm/Support/ErrorHandling.h"

using namespace tombstone;

namespace {

/// Writes each kind of event with the names of one vocabulary.
class Printer {
public:
  explicit Printer(const Vocabulary &V) : V(V) {}

  std::string operator()(const BorrowEvent &B) const {
    return place(B.Dst) + " := " + formName(B.HandleForm).str() + " " +
           element(B.Element);
  }
  std::string operator()(const CopyEvent &C) const {
    std::string Text = place(C.Dst) + " := ";
    for (size_t I = 0; I < C.Sources.size(); ++I)
      Text += (I ? " or " : "") + operand(C.Sources[I]);
    return Text;
  }
  std::string operator()(const KillEvent &K) const {
    return "kill " + toString(K.Forms) + " " + element(K.Element);
  }
  std::string operator()(const RelocateEvent &R) const {
    std::string Text =
        verb(R.Reason) + " " + toString(R.Forms) + " " + element(R.Element);
    if (R.NewKey.isPlace() || R.NewKey.Constant.isValid())
      Text += " unless " + place(R.Element.Container) + "[" +
              operand(R.NewKey) + "]";
    return Text;
  }
  std::string operator()(const ReserveEvent &R) const {
    return "reserve " + (R.Count ? std::to_string(*R.Count) : "?") + " in " +
           place(R.Container);
  }
  std::string operator()(const ShareEvent &S) const {
    return "share " + place(S.First) + " " + place(S.Second);
  }
  std::string operator()(const KeepEvent &K) const {
    return "keep " + operand(K.Handle) + " in " + place(K.Container);
  }
  std::string operator()(const ResultEvent &R) const {
    return "result of " + V.Names[R.Function].str() + " is " +
           (R.IsTrue ? "true" : "false");
  }
  std::string operator()(const AssumeEvent &A) const {
    if (A.Equal.isPlace())
      return "assume " + operand(A.Equal) + " == " + operand(A.ToThis);
    if (A.Element.Key == KeySpec::Kind::At)
      return "assume " + operand(A.Element.First) + " != " + operand(A.NotThis);
    return "assume " + element(A.Element);
  }
  std::string operator()(const LookupEvent &L) const {
    switch (L.K) {
    case LookupEvent::Kind::Finds:
      return "find " + element(L.Element) + " as " + place(L.Result);
    case LookupEvent::Kind::Needs:
      return "need " + element(L.Element);
    case LookupEvent::Kind::Reads:
      return "read " + element(L.Element);
    }
    llvm_unreachable("unhandled look-up");
  }
  std::string operator()(const MayHaveEvent &M) const {
    switch (M.S) {
    case MayHaveEvent::Scope::Element:
      return "may have " + element(M.Element);
    case MayHaveEvent::Scope::Within:
      return "may have any within " + place(M.Element.Container);
    case MayHaveEvent::Scope::Global:
      return "may have any of global variables";
    case MayHaveEvent::Scope::Shared:
      return "may have any that others reach";
    case MayHaveEvent::Scope::All:
      return "may have any";
    }
    llvm_unreachable("unhandled scope");
  }
  std::string operator()(const EndEvent &E) const {
    return "end " + place(E.What) + " (" + reason(E.Reason) + ")";
  }
  std::string operator()(const MoveEvent &M) const {
    return "move " + place(M.Src) + " -> " + place(M.Dst);
  }
  std::string operator()(const ExtractEvent &X) const {
    return "move " + element(X.Element) + " -> " + place(X.Dst);
  }
  std::string operator()(const SwapEvent &X) const {
    return "swap " + place(X.First) + " " + place(X.Second);
  }
  std::string operator()(const UseEvent &U) const {
    switch (U.K) {
    case UseEvent::Kind::Plain:
    case UseEvent::Kind::Passed:
      return "use " + place(U.What);
    case UseEvent::Kind::Comparison:
      return "compare " + place(U.What);
    case UseEvent::Kind::Late:
      return "use late " + place(U.What);
    }
    llvm_unreachable("unhandled use");
  }
  std::string operator()(const WriteEvent &W) const {
    return "write " + place(W.What);
  }
  std::string operator()(const FreshEvent &F) const {
    return "fresh " + place(F.What);
  }
  std::string operator()(const ForgetEvent &F) const {
    return "forget " + place(F.What);
  }
  std::string operator()(const EnterEvent &E) const {
    return "enter " + E.Callee->getQualifiedNameAsString();
  }
  std::string operator()(const YieldEvent &Y) const {
    return Y.To == Doer::Other ? "suspend" : "reenter";
  }
  std::string operator()(const DropEvent &D) const {
    return "drop " + place(D.What);
  }

private:
  std::string place(PlaceId P) const {
    return P.isValid() ? V.toString(P) : "?";
  }

  std::string operand(const Operand &O) const {
    if (O.Constant.isValid())
      return V.Names[O.Constant].str();
    return (O.IsAddress ? "&" : "") + place(O.At);
  }

  std::string key(const ElementSpec &E) const {
    switch (E.Key) {
    case KeySpec::Kind::Equal:
      return operand(E.First);
    case KeySpec::Kind::At:
      return "at " + operand(E.First);
    case KeySpec::Kind::Range:
      return "from " + operand(E.First) + " to " + operand(E.Second);
    case KeySpec::Kind::Next:
      return "next " + operand(E.First);
    case KeySpec::Kind::Prev:
      return "prev " + operand(E.First);
    case KeySpec::Kind::Begin:
      return "begin";
    case KeySpec::Kind::End:
      return "end";
    case KeySpec::Kind::All:
      return "*";
    case KeySpec::Kind::Unknown:
      return "?";
    }
    llvm_unreachable("unhandled key kind");
  }

  std::string element(const ElementSpec &E) const {
    std::string Text = place(E.Container) + "[" + key(E) + "]";
    for (NameId Member : E.Members)
      Text += "." + V.Names[Member].str();
    return Text;
  }

  static std::string verb(RelocationReason R) {
    switch (R) {
    case RelocationReason::Always:
      return "relocate";
    case RelocationReason::Growth:
      return "grow";
    case RelocationReason::Detach:
      return "detach";
    }
    llvm_unreachable("unhandled reason");
  }

  static std::string reason(EndReason R) {
    switch (R) {
    case EndReason::Overwritten:
      return "overwritten";
    case EndReason::OutOfScope:
      return "out of scope";
    case EndReason::FullExpression:
      return "end of the full expression";
    case EndReason::Deleted:
      return "deleted";
    }
    llvm_unreachable("unhandled reason");
  }

  const Vocabulary &V;
};

} // namespace

KillKind tombstone::killKind(const Event &Killer) {
  if (Killer.By == Doer::Callback)
    return KillKind::Reenter;
  if (Killer.By == Doer::Other)
    return KillKind::Suspend;
  // The past-the-end iterator of a container that is moved or swapped is lost
  // with it, and no element.
  return std::holds_alternative<RelocateEvent>(Killer.V) ||
                 std::holds_alternative<MoveEvent>(Killer.V) ||
                 std::holds_alternative<SwapEvent>(Killer.V)
             ? KillKind::Relocate
             : KillKind::Erase;
}

Doer tombstone::doerOf(std::optional<KillKind> Wanted) {
  return Wanted == KillKind::Reenter   ? Doer::Callback
         : Wanted == KillKind::Suspend ? Doer::Other
                                       : Doer::Self;
}

std::string tombstone::toString(const Event &E, const Vocabulary &V) {
  return std::visit(Printer(V), E.V);
}
