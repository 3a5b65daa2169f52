//===- Step.h - One event's work on a state ---------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One step() overload an event. What the words of an event mean for handles is
// said here and nowhere else; how states meet is said in State, in which order
// events run in Engine.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_ANALYSIS_STEP_H
#define TOMBSTONE_ANALYSIS_STEP_H

#include "tombstone/Analysis/State.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace tombstone {

/// What killed: an event, and for one inside a followed call the call.
struct Cause {
  const Event *Killer;
  const Event *Call = nullptr; ///< The EnterEvent that led there, or null.
};

class CauseTable {
public:
  CauseId intern(Cause C);
  const Cause &operator[](CauseId C) const { return Causes[C.value()]; }

private:
  llvm::DenseMap<std::pair<const Event *, const Event *>, CauseId> Ids;
  std::vector<Cause> Causes;
};

/// What the steps of one function share.
struct Tables {
  /// The variant of the site \p Step for containers like that of \p Like.
  SiteId variant(SiteId Step, SiteId Like);

  Vocabulary Words;
  std::vector<Site> Sites; ///< By SiteId.
  RegionTable Regions;
  CauseTable Causes;
  /// Keys that are gone are of interest: a look-up may be wrong.
  bool LooksForAbsent = false;
  /// Of what is gone, only that it has moved before is of interest.
  bool LooksForMoves = false;
};

/// Whether the region stands for all handles in a container.
bool isSlot(RegionId R, const Tables &T);

/// A use of something that is dead.
struct DeadUse {
  const Event *Use;
  PlaceId Handle; ///< Whose referent is dead.
  Loan What;
  bool IsPastTheEnd = false; ///< The handle is the end of a container.
};

/// How two things that may be the same relate.
enum class Relation : uint8_t { Different, Unknown, Same };

class Step {
public:
  /// Tells whether the use is reported; if so, later ones on the path are not.
  using Sink = llvm::function_ref<bool(const DeadUse &)>;

  /// Dead uses go to \p OnDeadUse while \p S runs over events.
  Step(Tables &T, State &S, Sink OnDeadUse)
      : T(T), S(S), OnDeadUse(OnDeadUse) {}

  void operator()(const Event &E);

  /// The objects that the place means in the state as it is.
  llvm::SmallVector<RegionId, 2> regionsAt(PlaceId P);

protected:
  /// An object that a place may mean, and what was dead on the way to it.
  struct Object {
    RegionId At;
    Life L = Life::Alive;
    CauseId Cause;
    PlaceId Through; ///< The handle that was dead, if one was.
    Loan Dead;
  };
  using Objects = llvm::SmallVector<Object, 2>;
  struct Victims;

  void step(const BorrowEvent &B);
  void step(const CopyEvent &C);
  void step(const KillEvent &K);
  void step(const RelocateEvent &R);
  void step(const ReserveEvent &R);
  void step(const ShareEvent &X);
  void step(const KeepEvent &K);
  void step(const AssumeEvent &A);
  void step(const ResultEvent &R);
  void assumeKey(const AssumeEvent &A);
  void step(const LookupEvent &L);
  void step(const MayHaveEvent &M);
  void step(const EndEvent &E);
  void step(const MoveEvent &M);
  void step(const ExtractEvent &X);
  void step(const SwapEvent &X);
  void step(const UseEvent &U);
  bool isByOthers(const Object &O) const;
  void step(const WriteEvent &W);
  void step(const FreshEvent &F);
  void step(const ForgetEvent &F);
  void step(const EnterEvent &E);
  void step(const YieldEvent &Y);
  void step(const DropEvent &D);

  // StepKeep.cpp: handles that a container has as its elements.
  /// Stands for all handles in the container: one can't be told from another.
  RegionId slotOf(RegionId Container);
  /// What the element of a container of handles may be; null if no handle was
  /// put there.
  const LoanSet *keptAt(RegionId Element);
  /// The handles that an element of a container holds to which an iterator
  /// went: whoever goes over them all comes to the dead one.
  LoanSet walkedOver(LoanSet Loans, RegionId Element) const;
  void takeOut(const Victims &V);
  /// The handles, each of which may no longer be there.
  static LoanSet perhapsOut(LoanSet Kept);
  void leaveElements(const LoanSet &Left);
  void doubtKept(CauseId Cause);

  // StepResolve.cpp: places and keys in this state.
  Objects resolve(PlaceId P);
  Objects resolveDeref(PlaceId Handle);
  /// What the handle in a region designates; where nothing was stored yet, what
  /// it had from before the function.
  LoanSet loansAt(RegionId Holder);
  LoanSet loansOf(const Operand &O);
  /// A handle from before the function gets its loan now: it may lose it.
  void materialize(const Operand &O);
  Key valueOf(RegionId R) const;
  /// A region that stands for what a path through a handle leads to, whichever
  /// of several objects that is. Invalid if no handle is on the path.
  RegionId symbolic(PlaceId P);
  /// Whether a change of \p R may be one of what \p Symbol stands for.
  bool isReadThrough(RegionId Symbol, RegionId R);
  Key valueOf(const Operand &O);
  /// The variable that the value stands in, where it stands in one: in each
  /// turn of a loop the same name, whatever was copied there.
  Key nameOf(const Operand &O);
  /// What is known of the value of a name now.
  Key current(const Key &K) const;
  llvm::SmallVector<Key, 1> valuesOf(const Operand &O);
  Key keyOf(const ElementSpec &E, RegionId Container);
  /// Whether two regions, or two elements, are the same object.
  Relation relate(RegionId A, RegionId B) const;
  Relation relateElements(RegionId A, RegionId B, bool UniqueKeys) const;
  Relation relateKeys(RegionId ElementA, const Key &A, RegionId ElementB,
                      const Key &B) const;

  bool hasSameKey(RegionId A, RegionId B) const;
  bool isOwnId(const Key &K, RegionId Element) const;
  bool comesBackThroughIndex(const Key &Stored, const Key &Original) const;

  // StepKill.cpp: which handles an event ends or moves.
  struct Victims {
    const ElementSpec &Spec;
    llvm::SmallVector<RegionId, 2> Containers;
    llvm::SmallVector<RegionId, 2> Designated; ///< By the first handle.
    llvm::SmallVector<Key, 1> Keys;            ///< One of them, on each path.
    bool IsWholeRange = false;
  };
  bool isEnd(RegionId Element) const;
  Victims victims(const ElementSpec &E);
  Relation isVictim(const Victims &V, RegionId R) const;
  Relation isInContainers(const Victims &V, RegionId Element) const;
  /// The nearest object on the path of \p R that \p Test names, as long as \p R
  /// lives within it.
  std::pair<RegionId, Relation>
  findAbove(RegionId R, llvm::function_ref<Relation(RegionId)> Test) const;
  bool covers(const LoanSet &Handle, const Victims &V) const;
  void partNeighbours(const Victims &V);
  void endOwnedBy(RegionId What);
  /// Holders that end lose what they hold; of those that may, nobody knows
  /// whether they still hold it.
  void endHolders(llvm::function_ref<Relation(RegionId)> Ends);
  void rehome(RegionId From, RegionId To);

  // StepRelocate.cpp: which handles don't follow, and what containers have.
  /// How sure it is that elements of the container move.
  Relation moves(const RelocateEvent &R, RegionId Container);
  Relation grows(const RelocateEvent &R, RegionId Container);
  FormSet lostForms(RegionId R, RegionId Moving, FormSet AtMoving) const;
  void loseEnds(RegionId Container);
  bool isPresent(const Operand &K, RegionId Container);
  bool isSameValue(const Key &A, const Key &B) const;
  /// The element whose key stands at \p At; invalid if there is none.
  RegionId elementOfKey(RegionId At) const;
  bool isElementWithKey(RegionId At) const;
  using PresentKeys = llvm::SmallVector<std::pair<RegionId, Key>, 1>;
  /// By container, what its elements have as a key once \p From, of the value
  /// \p Value, is copied to \p To.
  PresentKeys presentAfterCopy(const Operand &From, const Key &Value,
                               RegionId To);
  void addCopiesOfCopies(RegionId From, RegionId To, PresentKeys &Keys);
  void markPresent(RegionId Element);
  /// The same of an element that was reached by the key \p By.
  void markPresent(RegionId Element, const Operand &By);
  void markPresent(RegionId Container, const Key &K);
  /// Elements that may be victims are no longer there for sure.
  void dropPresent(const Victims &V);
  /// Nothing is known any more of containers at or within \p R.
  void dropFacts(RegionId R);
  /// What is known of containers within \p From is so of those in \p To.
  void moveFacts(RegionId From, RegionId To);

  // StepAbsent.cpp: what containers don't have, and who looks for it.
  bool isOneKey(const Key &K) const;
  Key keyDesignated(const Victims &V) const;
  void markAbsent(const KillEvent &K, const Victims &V);
  void dropAbsent(llvm::function_ref<bool(RegionId)> IsContainer,
                  llvm::function_ref<bool(const Key &)> MayBeThere);
  bool isReached(RegionId R, bool OfOthers) const;
  bool findOnPath(RegionId R, RegionId Object) const;
  /// What erased the key; invalid if it may be there.
  CauseId whyAbsent(const Operand &K, RegionId Container);
  void forgetAbsent(CauseId Cause);
  void ask(const Loan &Found);

  void borrow(const BorrowEvent &B, RegionId Element, Key K, LoanSet &Into);
  void borrowNeighbour(const BorrowEvent &B, const Loan &From, LoanSet &Into);
  void nameNeighbour(const BorrowEvent &B, const LoanSet &Neighbours);
  /// An element of an array, or an old one, stands for several objects.
  bool isSummary(RegionId R) const;
  void copyParts(RegionId From, RegionId To, bool IsNoHandle);
  void assign(const Objects &Dst, const LoanSet &Loans);
  void markReported(const Loan &Used);
  void forget(RegionId R);
  /// Whether a key that the state knows passes the test.
  bool namesAny(llvm::function_ref<bool(const Key &)> Test) const;
  /// Gives each key another name; what has none any more is unknown.
  void rename(llvm::function_ref<Key(const Key &)> NewName);
  /// What else has the value that stood in \p K, which is lost; unknown if
  /// nothing has.
  Key otherName(const Key &K, llvm::function_ref<bool(RegionId)> IsLost) const;
  void kill(Loan &L, Relation R);
  void age(llvm::function_ref<bool(RegionId, const Region &)> IsStale);
  /// Rewrites each region of the state.
  void rewrite(llvm::function_ref<RegionId(RegionId)> NewRegion);

  Tables &T;
  State &S;
  Sink OnDeadUse;
  const Event *Current = nullptr;
};

} // namespace tombstone

#endif // TOMBSTONE_ANALYSIS_STEP_H
