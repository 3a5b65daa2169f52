//===- EventBuilder.h - From source to events -------------------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Turns the body of a function into its CFG and the events of each of the CFG's
// elements. All that knows of C++'s syntax is behind this header.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_EVENTS_EVENTBUILDER_H
#define TOMBSTONE_EVENTS_EVENTBUILDER_H

#include "tombstone/Events/Event.h"
#include "tombstone/Model/CalleeEffects.h"
#include "llvm/ADT/DenseSet.h"

namespace clang {
class ASTContext;
class CXXMethodDecl;
class Stmt;
class ValueDecl;
class VarDecl;
} // namespace clang

namespace tombstone {

/// The lambdas that calls pass, by the parameter that gets them.
using LambdaParameters =
    llvm::DenseMap<const clang::VarDecl *, const clang::CXXMethodDecl *>;
/// The method whose object `this` is in the function: that around a lambda.
/// Null if there is none.
const clang::CXXMethodDecl *methodOfThis(const clang::FunctionDecl &Function);
/// Variables that may have another value than the one they started with: all
/// that something else is done with than to read them.
llvm::DenseSet<const clang::ValueDecl *>
changingVariables(const clang::Stmt *Body);

class EventBuilder {
public:
  /// New names and sites go to \p Words and \p Sites. What only the check for
  /// one kind of kill looks at becomes events if that is \p Wanted: look-ups,
  /// and what others do.
  EventBuilder(clang::ASTContext &Context, CalleeEffects &Effects,
               Vocabulary &Words, std::vector<Site> &Sites,
               std::optional<KillKind> Wanted = std::nullopt,
               bool AnyoneCalls = false)
      : Context(Context), Effects(Effects), Words(Words), Sites(Sites),
        Wanted(Wanted), AnyoneCalls(AnyoneCalls) {}

  /// The graph that the engine runs on: with exception edges, destructors,
  /// initializers and ends of lifetimes. Null if the function has no body, is a
  /// template, or Clang can't build one.
  static std::unique_ptr<clang::CFG>
  buildGraph(clang::ASTContext &Context, const clang::FunctionDecl &Function);

  /// The events of the function over a graph of its body; never null.
  std::unique_ptr<Body> build(const clang::FunctionDecl &Function,
                              std::unique_ptr<clang::CFG> Graph);

private:
  clang::ASTContext &Context;
  CalleeEffects &Effects;
  Vocabulary &Words;
  std::vector<Site> &Sites;
  const std::optional<KillKind> Wanted;
  /// Whoever is called may call the public methods of this object.
  const bool AnyoneCalls;
  LambdaParameters Callables;
};

/// Whether the function may leave a handle where it outlives the function: in
/// its result, or in an object that is not its own.
bool mayLetEscape(const clang::FunctionDecl &Function, CalleeEffects &Effects);

} // namespace tombstone

#endif // TOMBSTONE_EVENTS_EVENTBUILDER_H
