//===- WhyView.cpp - By which branches a finding is reached ---------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WhyView.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Analysis/CFG.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace tombstone;
using namespace tombstone::explain;

namespace {

/// Branches of one body as lines of text.
class BranchPrinter {
public:
  BranchPrinter(llvm::raw_ostream &OS, const Body &B, ASTContext &Context)
      : OS(OS), B(B), Context(Context) {}

  void print(const PathBranch &Branch) const {
    const CFGBlock *Block = llvm::find_if(B.graph(), [&](const CFGBlock *At) {
      return At->getBlockID() == Branch.Block;
    })[0];
    const Stmt *Terminator = Block->getTerminatorStmt();
    const auto *Condition =
        dyn_cast_or_null<Expr>(Block->empty() ? Block->getTerminatorCondition()
                                              : Block->getLastCondition());
    if (!Terminator || !Condition || isa<CXXTryStmt>(Terminator))
      return;
    printPlace(Condition->getBeginLoc());
    const std::string Text = "'" + textOf(*Condition) + "'";
    if (!Branch.Successor)
      OS << Text << '\n';
    else if (isa<SwitchStmt>(Terminator))
      OS << Text << " is " << caseText(*Block, *Branch.Successor) << '\n';
    else
      OS << Text << (*Branch.Successor == 0 ? " is true" : " is false") << '\n';
  }

  void printPlace(SourceLocation Loc) const {
    const PresumedLoc At = Context.getSourceManager().getPresumedLoc(
        Context.getSourceManager().getFileLoc(Loc));
    if (At.isValid())
      OS << "    " << At.getLine() << ':' << At.getColumn() << ": ";
  }

private:
  std::string textOf(const Stmt &S) const {
    const CharSourceRange Range = Lexer::makeFileCharRange(
        CharSourceRange::getTokenRange(S.getSourceRange()),
        Context.getSourceManager(), Context.getLangOpts());
    return Lexer::getSourceText(Range, Context.getSourceManager(),
                                Context.getLangOpts())
        .str();
  }

  std::string caseText(const CFGBlock &Switch, unsigned Successor) const {
    const CFGBlock *Next = *std::next(Switch.succ_begin(), Successor);
    const auto *Case =
        Next ? dyn_cast_or_null<CaseStmt>(Next->getLabel()) : nullptr;
    return Case ? "'" + textOf(*Case->getLHS()) + "'" : "no other case";
  }

  llvm::raw_ostream &OS;
  const Body &B;
  ASTContext &Context;
};

} // namespace

static const char *heading(PathVerdict::Outcome Is) {
  switch (Is) {
  case PathVerdict::Outcome::Feasible:
    return "  an execution may come here:\n";
  case PathVerdict::Outcome::Infeasible:
    return "  no execution comes here, since these exclude each other:\n";
  case PathVerdict::Outcome::Undecided:
    return "  nobody knows whether an execution comes here (SolverSteps)\n";
  }
  llvm_unreachable("unhandled outcome");
}

bool tombstone::explain::printWhy(llvm::raw_ostream &OS,
                                  const FunctionDecl &Function,
                                  ASTContext &Context, CalleeEffects &Effects,
                                  Engine::Options Opts, unsigned Line) {
  Opts.ExplainPaths = true;
  FunctionAnalysis Analysis(Context, Effects, Opts);
  const Body *B = Analysis.bodyOf(Function);
  if (!B)
    return false;
  const SourceManager &Sources = Context.getSourceManager();
  const BranchPrinter Branches(OS, *B, Context);
  Analysis.reportEscapes(*B, Analysis.run(*B, State(), /*Replay=*/true));
  bool HasPrinted = false;
  for (const JudgedFinding &Judged : Analysis.takeVerdict().Judged) {
    const PresumedLoc At =
        Sources.getPresumedLoc(Sources.getFileLoc(Judged.F.Loc));
    if (!At.isValid() || At.getLine() != Line)
      continue;
    OS << At.getFilename() << ':' << At.getLine() << ':' << At.getColumn()
       << ": " << Judged.F.Message << '\n'
       << heading(Judged.Path.Is);
    for (const PathBranch &Branch : Judged.Path.Branches)
      Branches.print(Branch);
    HasPrinted = true;
  }
  return HasPrinted;
}
