//===- Event.h - What a function does, in order -----------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An event is one effect at one point of the program, on places. The events of
// a function say all that the analysis knows of it; no AST is needed to step
// over them. Each prints on one line.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_EVENTS_EVENT_H
#define TOMBSTONE_EVENTS_EVENT_H

#include "tombstone/Events/Place.h"
#include "tombstone/Model/Summary.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/SmallVector.h"
#include <map>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace clang {
class CFG;
class CFGBlock;
class Expr;
class FunctionDecl;
} // namespace clang

namespace tombstone {

using SiteId = Id<struct SiteTag>;

/// A value in an event: what stands at a place, the address of the place, or a
/// constant. Nothing is known of a value that is none of them.
struct Operand {
  PlaceId At;
  bool IsAddress = false;
  NameId Constant;

  bool isPlace() const { return At.isValid(); }
  bool operator==(const Operand &) const = default;
};

/// The elements that an event is about; KeySpec with operands for arguments.
struct ElementSpec {
  PlaceId Container; ///< Invalid for Next and Prev: the handle knows it.
  KeySpec::Kind Key = KeySpec::Kind::Unknown;
  Operand First;
  Operand Second;
  NameId KeyMember; ///< Where an element has its key; invalid: it is its key.
  bool UniqueKeys = true;
  llvm::SmallVector<NameId, 1> Members; ///< The part of the element meant.
};

/// Dst becomes a handle to an element.
struct BorrowEvent {
  PlaceId Dst;
  Form HandleForm;
  ElementSpec Element;
  SiteId Site;
  /// The element is there for sure: found or made, not only looked for.
  bool IsThere = false;
};

/// Dst gets the value that one of the sources has.
struct CopyEvent {
  PlaceId Dst;
  llvm::SmallVector<Operand, 2> Sources;
  /// Dst is a pointer, reference or other handle, not an object with parts.
  bool IsHandle = false;
  /// Dst is by its type no handle, whatever the source is: a flag that says
  /// whether a pointer is null, a string made of a view.
  bool IsNoHandle = false;
};

/// What ends a handle; each is a check's matter.
enum class KillKind : uint8_t {
  Erase,    ///< its element is gone: erased, extracted, destroyed
  Relocate, ///< its element may live on elsewhere
  Reenter,  ///< a call may come back and do either
  Suspend,  ///< other code, that runs in the meantime, may do either
  Lookup    ///< nothing: it is the end, since its key was erased before
};

/// Whose doing an event is. Each check but the plain ones looks at one kind of
/// others, too.
enum class Doer : uint8_t {
  Self,     ///< the function, or what it calls
  Callback, ///< code that a call may come back to
  Other     ///< code that runs while this function waits
};

/// The doer that leads to kills of this kind.
Doer doerOf(std::optional<KillKind> Wanted);

/// Elements are gone.
struct KillEvent {
  ElementSpec Element;
  FormSet Forms;
  ClassKind ContainerKind = ClassKind::Associative;
  bool IsExtraction = false; ///< The element goes into a node handle.
  NameId Operation;          ///< The method or function: "erase".
  NameId KeyText; ///< How the source writes the key; invalid: by no key.
};

/// When elements move.
enum class RelocationReason : uint8_t {
  Always, ///< whenever the operation is carried out
  Growth, ///< if there is no room for what it inserts
  Detach  ///< if the container shares its data with a copy
};

/// Elements may live on elsewhere from here, and handles of these forms end.
struct RelocateEvent {
  ElementSpec Element;
  FormSet Forms;
  ClassKind ContainerKind = ClassKind::Associative;
  RelocationReason Reason = RelocationReason::Always;
  /// It inserts one element at most, of this key if that is known; otherwise
  /// nobody knows how many.
  bool InsertsOne = false;
  Operand NewKey;
  NameId Operation; ///< The method or function: "reserve".
};

/// There is room in the container for so many elements, or for enough.
struct ReserveEvent {
  PlaceId Container;
  std::optional<unsigned> Count; ///< None: for a number that is not constant.
};

/// Two containers have the same data until one of them detaches.
struct ShareEvent {
  PlaceId First;
  PlaceId Second;
};

/// The container gets one element more: a handle.
struct KeepEvent {
  PlaceId Container;
  Operand Handle;
};

/// What a condition says of elements on one of its branches.
struct AssumeEvent {
  /// The element that is there; or (At) the handle that designates one.
  ElementSpec Element;
  /// Of At: what the handle was compared with. If that is past the end, the
  /// handle is not.
  Operand NotThis;
  /// Instead: the two values are equal.
  Operand Equal;
  Operand ToThis;
};

/// An element is looked for by its key.
struct LookupEvent {
  enum class Kind : uint8_t {
    Finds, ///< the result is a handle to it, or designates none
    Needs, ///< it has to be there
    Reads  ///< it is made with a default value, which is read at once
  };
  ElementSpec Element;
  Kind K = Kind::Finds;
  PlaceId Result; ///< Of the call.
  NameId KeyText; ///< How the source writes the key.
};

/// Elements may be there from here that were known not to be: something may
/// insert them, or somebody asks whether they are there.
struct MayHaveEvent {
  enum class Scope : uint8_t {
    Element, ///< those of one key, or any, of one container
    Within,  ///< any of each container that the object at the place leads to
    Global,  ///< any of each container that every function reaches
    Shared,  ///< any of each container that others than this function reach
    All      ///< any of each container
  };
  Scope S = Scope::Element;
  ElementSpec Element; ///< Of Within, its container alone: the object.
};

/// What a condition says of the result of a call on one of its branches: what
/// happens on the other result alone did not happen.
struct ResultEvent {
  SiteId Call;
  bool IsTrue = false; ///< Or not zero, or not null.
  NameId Function;     ///< What was called.
};

/// Why what an object owned is gone.
enum class EndReason : uint8_t {
  Overwritten,
  OutOfScope,
  FullExpression,
  Deleted
};

/// What the object at the place owned is gone.
struct EndEvent {
  PlaceId What;
  EndReason Reason;
};

/// What the source owns belongs to Dst from here; handles to it follow.
struct MoveEvent {
  PlaceId Src;
  PlaceId Dst;
  /// Dst is a container, not a node handle: its elements may be used.
  bool IntoContainer = true;
};

/// Elements move from their container into the node handle at Dst.
struct ExtractEvent {
  ElementSpec Element;
  PlaceId Dst;
  SiteId Site;
};

/// Two objects change what they own and hold.
struct SwapEvent {
  PlaceId First;
  PlaceId Second;
};

/// The object at the place is read or written; handles on the way are used.
struct UseEvent {
  enum class Kind : uint8_t {
    Plain,
    /// An iterator is compared, which only the past-the-end one may not
    /// survive: no other tells a loop where to stop.
    Comparison,
    /// The order of evaluation is open: the read may come as late as this.
    Late,
    /// The handle is passed on: whoever gets it may as well only compare it.
    Passed
  };
  PlaceId What;
  Kind K = Kind::Plain;
};

/// The value at the place changes in a way that nothing is known of; what the
/// object owns stays (Unknown callees do nothing to containers).
struct WriteEvent {
  PlaceId What;
  /// It is an associative container, and what happens to its elements, other
  /// events say.
  bool OfContainer = false;
  /// Nobody knows what the change is: what the object keeps may be out.
  bool MayTakeOut = false;
};

/// The expression runs anew: what the place meant in an earlier turn is
/// another object from here.
struct FreshEvent {
  PlaceId What;
};

/// Nothing is known any more of who owns what the place owned.
struct ForgetEvent {
  PlaceId What;
};

/// The body of a lambda runs here, on the same places.
struct EnterEvent {
  const clang::FunctionDecl *Callee;
};

/// Code runs that nobody knows, or that other threads and coroutines have.
struct YieldEvent {
  Doer To = Doer::Callback;
};

/// A temporary that nothing refers to any more.
struct DropEvent {
  PlaceId What;
};

/// On which result of its call something happens.
struct OnResult {
  SiteId Call;
  bool IsTrue = false;
};

/// On which truth of an argument something happens.
struct OnArgument {
  const clang::Expr *Of;
  bool IsTrue = false;
};

struct Event {
  using Variant =
      std::variant<BorrowEvent, CopyEvent, KillEvent, RelocateEvent,
                   ReserveEvent, ShareEvent, KeepEvent, AssumeEvent,
                   LookupEvent, MayHaveEvent, ResultEvent, EndEvent, MoveEvent,
                   ExtractEvent, SwapEvent, UseEvent, WriteEvent, FreshEvent,
                   ForgetEvent, EnterEvent, YieldEvent, DropEvent>;
  Variant V;
  clang::SourceRange Range;  ///< Of the expression or statement behind it.
  clang::SourceLocation Loc; ///< The point to show.
  /// Of what a call does: where in the callee that happens.
  const EffectOrigin *Origin = nullptr;
  /// A callee does it on some calls only.
  bool MayNot = false;
  Doer By = Doer::Self;
  /// Of what is shown in the callee: where it is called.
  clang::SourceLocation CallLoc = {};
  /// Where MayNot depends on what the callee returns.
  std::optional<OnResult> Result = {};
  /// Where it depends on what an argument is.
  std::optional<OnArgument> Argument = {};
};

/// Where a handle is taken.
struct Site {
  clang::SourceLocation Loc;
  clang::SourceRange Range;
  ClassKind Kind = ClassKind::Sequence; ///< Of the container.
  /// Handles of these forms don't follow when the container is moved.
  FormSet LostInMove;
  PlaceId Container; ///< How the source names it; invalid where it doesn't.
  NameId KeyMember;
  NameId KeyText;        ///< How the source writes the key of a look-up.
  bool IsInNode = false; ///< Not taken, but extracted: a node handle has it.
  /// Steps of an iterator don't say into what: each kind of container gets a
  /// variant of the site, and this is the site that it is a variant of.
  SiteId VariantOf;
};

/// The events of one function body.
class Body {
public:
  Body(const clang::FunctionDecl &Function, std::unique_ptr<clang::CFG> Graph);
  ~Body();

  const clang::FunctionDecl &function() const { return Function; }
  const clang::CFG &graph() const { return *Graph; }

  /// The events of the block's element with this index, in the order of
  /// evaluation; those of its terminator have the index of the block's size.
  llvm::ArrayRef<Event> events(const clang::CFGBlock &Block,
                               unsigned Element) const;
  /// The events of the whole block, in order.
  llvm::ArrayRef<Event> events(const clang::CFGBlock &Block) const;
  /// What is known on the way to the successor with this index.
  llvm::ArrayRef<Event> edgeEvents(const clang::CFGBlock &Block,
                                   unsigned Successor) const;

private:
  friend class BodyBuilder;

  const clang::FunctionDecl &Function;
  std::unique_ptr<clang::CFG> Graph;
  std::vector<Event> Events;
  /// By block: where its elements and its terminator start in Events, and the
  /// end.
  std::vector<std::vector<uint32_t>> Starts;
  std::map<std::pair<unsigned, unsigned>, std::vector<Event>> OnEdges;
};

/// Of an event that ends handles.
KillKind killKind(const Event &Killer);

/// One line: "borrow it := iter m[k]".
std::string toString(const Event &E, const Vocabulary &V);

} // namespace tombstone

#endif // TOMBSTONE_EVENTS_EVENT_H
