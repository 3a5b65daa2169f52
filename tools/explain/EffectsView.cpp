//===- EffectsView.cpp - The table that the engine knows ------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EffectsView.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace tombstone;

static bool printErrors(const std::vector<CatalogueError> &Errors) {
  for (const CatalogueError &Error : Errors)
    llvm::errs() << Error.toString() << '\n';
  return !Errors.empty();
}

bool tombstone::explain::readEffects(Catalogue &Table,
                                     const std::string &File) {
  if (printErrors(addBuiltin(Table)))
    return false;
  if (File.empty())
    return true;
  auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/true);
  if (!Buffer) {
    llvm::errs() << File << ": error: " << Buffer.getError().message() << '\n';
    return false;
  }
  const bool HasErrors = printErrors(Table.add({File, (*Buffer)->getBuffer()}));
  return !HasErrors && !printErrors(Table.validate());
}

std::string tombstone::explain::signature(const Row &R) {
  llvm::SmallVector<llvm::StringRef> Params;
  for (ParamPattern P : R.Params)
    Params.push_back(patternName(P));
  if (R.Variadic)
    Params.push_back("...");
  return R.Name + "(" + llvm::join(Params, ", ") + ")";
}

static llvm::StringRef kindName(ClassKind K) {
  switch (K) {
  case ClassKind::Associative:
    return "associative container";
  case ClassKind::Sequence:
    return "sequence";
  case ClassKind::Owner:
    return "owner";
  case ClassKind::Shared:
    return "shared owner";
  case ClassKind::Handle:
    return "handle";
  case ClassKind::Wrapper:
    return "wrapper";
  case ClassKind::Node:
    return "node";
  case ClassKind::Plain:
    return "plain class";
  }
  return "class";
}

static void printRows(llvm::raw_ostream &OS, llvm::ArrayRef<const Row *> Rows) {
  for (const Row *R : Rows)
    OS << llvm::formatv("  {0,-32} {1,-44} {2}:{3}{4}\n",
                        explain::signature(*R), toString(R->Effects), R->File,
                        R->Line, R->When ? " when " + R->When->toString() : "");
}

static void printClass(llvm::raw_ostream &OS, const ClassModel &Model) {
  OS << Model.Name << ": " << kindName(Model.Kind);
  if (Model.Kind == ClassKind::Associative)
    OS << (Model.UniqueKeys ? ", unique keys" : ", equal keys");
  if (!Model.KeyMember.empty())
    OS << " in ." << Model.KeyMember;
  OS << ", " << Model.File << ':' << Model.Line << '\n';
  if (!Model.Source.empty())
    OS << "  by " << Model.Source << '\n';
  printRows(OS, Model.Rows);
}

/// Whether \p Full is \p Asked, or \p Asked in some namespace.
static bool isCalled(llvm::StringRef Full, llvm::StringRef Asked) {
  return Asked.empty() || Full == Asked ||
         (Full.consume_back(Asked) && Full.ends_with("::"));
}

explain::Selection tombstone::explain::select(const Catalogue &Table,
                                              llvm::StringRef Name) {
  Selection Selected{.Classes = Table.classes(),
                     .Functions = Table.functions()};
  llvm::erase_if(Selected.Classes, [&](const ClassModel *Model) {
    return !isCalled(Model->Name, Name);
  });
  llvm::erase_if(Selected.Functions,
                 [&](const Row *R) { return !isCalled(R->Name, Name); });
  return Selected;
}

void tombstone::explain::printEffects(llvm::raw_ostream &OS,
                                      const Selection &Selected) {
  for (const ClassModel *Model : Selected.Classes)
    printClass(OS, *Model);
  if (!Selected.Functions.empty())
    OS << "functions\n";
  printRows(OS, Selected.Functions);
}
