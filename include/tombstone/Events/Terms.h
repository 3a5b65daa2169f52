//===- Terms.h - What the conditions of a body ask for ----------*- C++ -*-===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A body as its branches see it: cells, that have values; terms, that compute
// one from others; what each block writes, and which term an edge wants true.
// Events say what happens to elements, terms whether the way there can be gone.
// Made for candidates alone.
//
//===----------------------------------------------------------------------===//

#ifndef TOMBSTONE_EVENTS_TERMS_H
#define TOMBSTONE_EVENTS_TERMS_H

#include "tombstone/Events/Event.h"
#include "tombstone/Model/CalleeEffects.h"
#include "clang/AST/Type.h"
#include "llvm/ADT/ArrayRef.h"

namespace clang {
class ASTContext;
} // namespace clang

namespace tombstone {

using CellId = Id<struct CellTag>;
using TermId = Id<struct TermTag>;

/// What has a value that may change: a variable, a member of an object, what a
/// pointer refers to.
struct Cell {
  enum class Kind : uint8_t {
    Root,    ///< a variable, `this`, or an operand that branches decide
    Member,  ///< of the cell Base, in the same object
    Pointee, ///< of the pointer or handle in Base
    End      ///< the past-the-end iterator of the container at Base
  };
  Kind K = Kind::Root;
  CellId Base;              ///< Of each but Root.
  const void *Of = nullptr; ///< A declaration or expression; of Root, Member.
  NameId Label;             ///< Of Member.
  clang::QualType Type;     ///< Null where it is not known.
  /// Something else than this body's own statements may write it.
  bool IsShared = false;
  /// What an expression came to. Without a value before it is evaluated: Clang's
  /// graph leaves the comparison of a range-for out if that may throw.
  bool IsResult = false;
  /// A number that counting up never makes smaller.
  bool IsCounter = false;
  /// Its class has rows: no write but by its own methods changes it.
  bool IsModelled = false;
};

/// One value, computed where it stands among the operations of its block.
struct Term {
  enum class Kind : uint8_t {
    Unknown,  ///< another one each time
    Constant, ///< Number
    Read,     ///< what the cell has then
    Equal,    ///< of both operands
    Less,     ///< the first than the second
    Not,
    And,
    Or,
    Apply ///< the same for the same operands: Label names the operation
  };
  Kind K = Kind::Unknown;
  int64_t Number = 0;
  CellId Of;
  NameId Label;
  llvm::SmallVector<TermId, 2> Operands;
};

/// What a block does to values, in order.
struct ValueOp {
  enum class Kind : uint8_t {
    Compute,      ///< What
    Set,          ///< Where becomes What
    Forget,       ///< Where may have any value
    ForgetShared, ///< each shared cell may
    Assume        ///< no execution comes further unless What is true
  };
  Kind K;
  CellId Where;
  TermId What;
};

/// What has to be so for an edge to be taken, or for an event to do anything.
struct EdgeTerm {
  TermId What; ///< Invalid: anything.
  bool Holds = true;
};

/// The terms of one body; none of it changes once it is built.
class BodyTerms {
public:
  BodyTerms(clang::ASTContext &Context, CalleeEffects &Effects, const Body &B);

  llvm::ArrayRef<ValueOp> ops(unsigned Block) const { return Ops[Block]; }
  /// Those before the block's last element: a call that throws ends the block,
  /// and what it does is not done then.
  unsigned numOpsBeforeLast(unsigned Block) const { return LastElement[Block]; }
  EdgeTerm edge(unsigned Block, unsigned Successor) const;
  /// What has to be so for the event to end anything.
  EdgeTerm condition(unsigned Block, const Event &E) const;
  /// The iterator that the event erases by, and the cell of another one: what
  /// is erased is what that designates only if they are equal.
  TermId erasedBy(unsigned Block, const Event &E) const;
  CellId cellOf(const void *Variable) const;

  const Term &operator[](TermId T) const { return Terms[T.value()]; }
  const Cell &operator[](CellId C) const { return Cells[C.value()]; }
  llvm::StringRef label(NameId N) const { return Labels[N]; }
  unsigned numTerms() const { return Terms.size(); }
  unsigned numCells() const { return Cells.size(); }
  /// Whether the cell can be counted up for as long as a program runs.
  bool isCounter(CellId C) const { return (*this)[C].IsCounter; }
  /// Other cells that may be the same object as \p C, or a part of it.
  llvm::ArrayRef<CellId> aliases(CellId C) const { return Aliases[C.value()]; }

private:
  friend class TermBuilder;

  NameTable Labels;
  std::vector<Cell> Cells;
  std::vector<Term> Terms;
  std::vector<std::vector<ValueOp>> Ops; ///< By block.
  std::vector<unsigned> LastElement;     ///< By block: where its ops start.
  std::map<std::pair<unsigned, unsigned>, EdgeTerm> Edges;
  /// By block and where the call ends: of what a row does, and of the result.
  std::map<std::pair<unsigned, clang::SourceLocation>, TermId> Conditions;
  std::map<std::pair<unsigned, clang::SourceLocation>, TermId> Results;
  std::map<std::pair<unsigned, clang::SourceLocation>, TermId> Erased;
  std::map<std::pair<unsigned, const clang::Expr *>, TermId> Arguments;
  std::vector<std::vector<CellId>> Aliases;
};

} // namespace tombstone

#endif // TOMBSTONE_EVENTS_TERMS_H
