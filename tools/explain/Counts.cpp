//===- Counts.cpp - What the engine did with a file -----------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Counts.h"
#include "clang/AST/Decl.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace tombstone;
using namespace tombstone::explain;

void Counts::add(const clang::FunctionDecl &Function, Engine &Analysis) {
  using namespace std::chrono;
  ++Functions;
  PastGate += Analysis.isOpen(Function);
  const auto Start = steady_clock::now();
  const Verdict V = Analysis.analyze(Function);
  const double Milliseconds =
      duration<double, std::milli>(steady_clock::now() - Start).count();
  Findings += V.Findings.size();
  for (const JudgedFinding &Judged : V.Judged) {
    Refuted += Judged.Path.Is == PathVerdict::Outcome::Infeasible;
    Undecided += Judged.Path.Is == PathVerdict::Outcome::Undecided;
  }
  if (!V.Exceeded.empty())
    ++Exceeded[V.Exceeded];
  if (V.Steps > MostSteps) {
    MostSteps = V.Steps;
    MostWork = Function.getQualifiedNameAsString();
  }
  if (Milliseconds > SlowestMilliseconds) {
    SlowestMilliseconds = Milliseconds;
    Slowest = Function.getQualifiedNameAsString();
  }
}

void Counts::print(llvm::raw_ostream &OS) const {
  OS << "functions: " << Functions << "\npast the gate: " << PastGate
     << "\nfindings: " << Findings << "\nrefuted: " << Refuted << '\n';
  if (Undecided != 0)
    OS << "over SolverSteps: " << Undecided << '\n';
  for (const auto &[Name, Count] : Exceeded)
    OS << "over " << Name << ": " << Count << '\n';
  OS << "most steps: " << MostSteps << (MostWork.empty() ? "" : ", ")
     << MostWork << '\n';
  OS << "slowest: " << llvm::format("%.1f", SlowestMilliseconds) << " ms"
     << (Slowest.empty() ? "" : ", ") << Slowest << '\n';
}
