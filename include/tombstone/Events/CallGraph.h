//===- CallGraph.h - Which functions may kill what --------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The gate. A quick look at the calls of each body says of which classes of
// containers it takes handles and which it ends; the graph of calls says the
// same of all that a body leads to. Most functions have nothing to do with
// either, and are done.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_EVENTS_CALLGRAPH_H
#define TOMBSTONE_EVENTS_CALLGRAPH_H

#include "tombstone/Events/Event.h"
#include "tombstone/Model/CalleeEffects.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <deque>

namespace clang {
class CallExpr;
} // namespace clang

namespace tombstone {

/// What a look at the types of a body's calls shows. Bodies of lambdas within
/// it count.
struct BodyTraits {
  using Classes = llvm::SmallPtrSet<const clang::CXXRecordDecl *, 2>;

  bool Takes = false;  ///< a handle to an element of an associative container
  bool Erases = false; ///< elements, or what owns some
  bool Relocates = false;  ///< elements, or the end of a container
  bool Reenters = false;   ///< It calls what nobody knows: a virtual function.
  bool Suspends = false;   ///< It lets other code run: releases a lock.
  bool Removes = false;    ///< erases elements, not what owns some
  bool LooksUp = false;    ///< looks elements up by their keys
  bool OwnsLocals = false; ///< Variables that end with it may own elements.
  bool IsSmall = false;    ///< few statements
  Classes Taken; ///< Of containers: whose elements it takes handles to.
  Classes Erased;
  Classes Relocated;
  /// The lambdas in it, but those of which every instance is another function.
  llvm::SmallVector<const clang::CXXMethodDecl *, 2> Lambdas;
  Classes Removed;
  Classes LookedUp;
  /// Virtual methods that it calls, whose overriders may be reached.
  llvm::SmallVector<const clang::CXXMethodDecl *, 2> Virtuals;
  /// Functions that it calls and that have a body, in the order of the source.
  llvm::SmallVector<const clang::FunctionDecl *, 4> Callees;

  bool takes(std::optional<KillKind> Wanted) const {
    return Wanted == KillKind::Lookup ? LooksUp : Takes;
  }
  bool kills(std::optional<KillKind> Wanted) const;
  void add(const BodyTraits &Callee);
};

/// Looks at one body.
BodyTraits traitsOf(const clang::FunctionDecl &Function,
                    CalleeEffects &Effects);

class CallGraph {
public:
  explicit CallGraph(CalleeEffects &Effects) : Effects(Effects) {}

  /// Functions that lead to each other stand together.
  struct Component {
    std::vector<const clang::FunctionDecl *> Functions;
    std::vector<const Component *> Callees; ///< Each after its own callees.
    BodyTraits Whole; ///< Of all functions that these lead to.
    bool IsRecursive = false;
  };

  /// The component of a function that has a body. Takes time in proportion to
  /// what the function leads to and was not looked at before.
  const Component &componentOf(const clang::FunctionDecl &Function);
  /// Of the function's own body.
  const BodyTraits &traits(const clang::FunctionDecl &Function);

  /// Whether the function may both take a handle and end one of that kind,
  /// itself or by what it calls.
  bool mayTakeAndKill(const clang::FunctionDecl &Function,
                      std::optional<KillKind> Wanted);
  /// The same of what overriders of the methods that it calls end.
  bool mayTakeAndKill(const clang::FunctionDecl &Function,
                      std::optional<KillKind> Wanted,
                      const clang::CXXMethodDecl &Overrider);

private:
  class Walk;
  bool mayKillItself(const clang::FunctionDecl &Function,
                     const BodyTraits &Whole);

  void addHeld(const clang::FunctionDecl &Function, BodyTraits::Classes &Held,
               unsigned Depth = 0);

  CalleeEffects &Effects;
  llvm::DenseMap<const clang::FunctionDecl *, BodyTraits> Traits;
  llvm::DenseMap<const clang::FunctionDecl *, const Component *> Components;
  std::deque<Component> All;
};

/// Whether nobody knows which function the call reaches: a virtual one, or
/// through a pointer.
bool isOpenCall(const clang::CallExpr &E);

/// The declaration with the body, if that is in reach and the project's own:
/// what libraries do, rows say.
const clang::FunctionDecl *bodyInReach(const clang::FunctionDecl &Callee);

} // namespace tombstone

#endif // TOMBSTONE_EVENTS_CALLGRAPH_H
