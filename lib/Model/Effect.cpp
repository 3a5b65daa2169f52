//===- Effect.cpp - Prints effects ----------------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Model/Effect.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/raw_ostream.h"

namespace tombstone {

llvm::StringRef formName(Form F) {
  switch (F) {
  case Form::Ref:
    return "ref";
  case Form::Iter:
    return "iter";
  case Form::Local:
    return "local";
  case Form::Bucket:
    return "bucket";
  case Form::Node:
    return "node";
  case Form::View:
    return "view";
  }
  llvm_unreachable("a form without a name");
}

std::optional<Form> formNamed(llvm::StringRef Name) {
  for (unsigned I = 0; I != NumForms; ++I)
    if (formName(static_cast<Form>(I)) == Name)
      return static_cast<Form>(I);
  return std::nullopt;
}

static void printMembers(llvm::raw_ostream &OS,
                         llvm::ArrayRef<std::string> Members) {
  for (const std::string &Member : Members)
    OS << '.' << Member;
}

static void print(llvm::raw_ostream &OS, const Target &T);

bool RegionPath::operator==(const RegionPath &Other) const {
  const bool HasEqualWhole =
      Whole && Other.Whole ? *Whole == *Other.Whole : !Whole && !Other.Whole;
  return Root == Other.Root && Argument == Other.Argument &&
         Pointee == Other.Pointee && Members == Other.Members &&
         Name == Other.Name && HasEqualWhole;
}

RegionPath asPart(RegionPath Whole) {
  if (!Whole.Pointee)
    return Whole;
  RegionPath Part;
  Part.Root = RegionPath::RootKind::Part;
  Part.Whole = std::make_shared<const Target>(
      Target{std::move(Whole), std::nullopt, {}});
  return Part;
}

static void print(llvm::raw_ostream &OS, const RegionPath &R) {
  if (R.Pointee)
    OS << '*';
  switch (R.Root) {
  case RegionPath::RootKind::This:
    OS << "this";
    break;
  case RegionPath::RootKind::Argument:
    OS << '#' << R.Argument;
    break;
  case RegionPath::RootKind::Result:
    OS << "result";
    break;
  case RegionPath::RootKind::Arguments:
    OS << "arguments";
    break;
  case RegionPath::RootKind::Global:
    OS << "::" << R.Name;
    break;
  case RegionPath::RootKind::Part:
    OS << '(';
    print(OS, *R.Whole);
    OS << ')';
    break;
  case RegionPath::RootKind::Constant:
    OS << R.Name;
    break;
  }
  printMembers(OS, R.Members);
}

static void print(llvm::raw_ostream &OS, const KeySpec &Key) {
  switch (Key.K) {
  case KeySpec::Kind::Equal:
    return print(OS, Key.First);
  case KeySpec::Kind::At:
    OS << "at ";
    return print(OS, Key.First);
  case KeySpec::Kind::Range:
    OS << "from ";
    print(OS, Key.First);
    OS << " to ";
    return print(OS, Key.Second);
  case KeySpec::Kind::Next:
    OS << "next ";
    return print(OS, Key.First);
  case KeySpec::Kind::Prev:
    OS << "prev ";
    return print(OS, Key.First);
  case KeySpec::Kind::Begin:
    OS << "begin";
    return;
  case KeySpec::Kind::End:
    OS << "end";
    return;
  case KeySpec::Kind::All:
    OS << '*';
    return;
  case KeySpec::Kind::Unknown:
    OS << '?';
    return;
  }
}

static void print(llvm::raw_ostream &OS, const Target &T) {
  print(OS, T.Region);
  if (T.Key) {
    OS << '[';
    print(OS, *T.Key);
    OS << ']';
  }
  printMembers(OS, T.Members);
}

static void print(llvm::raw_ostream &OS, FormSet Forms) {
  llvm::StringRef Separator;
  for (unsigned I = 0; I != NumForms; ++I) {
    Form F = static_cast<Form>(I);
    if (!Forms.contains(F))
      continue;
    OS << Separator << formName(F);
    Separator = ",";
  }
}

/// Where a handle goes to: nothing for the result itself, ".first" for a
/// member of it.
static void printDestination(llvm::raw_ostream &OS, const RegionPath &To) {
  if (To.Root != RegionPath::RootKind::Result || To.Pointee)
    print(OS, To);
  else
    printMembers(OS, To.Members);
  RegionPath Result;
  Result.Root = RegionPath::RootKind::Result;
  if (To != Result)
    OS << ' ';
}

static void printWithForms(llvm::raw_ostream &OS, llvm::StringRef Verb,
                           const Effect &E) {
  OS << Verb << ' ';
  print(OS, E.Forms);
  OS << ' ';
  print(OS, E.What);
}

static void printWithTarget(llvm::raw_ostream &OS, llvm::StringRef Verb,
                            const Effect &E, llvm::StringRef Preposition = "") {
  OS << Verb << ' ';
  print(OS, E.What);
  if (Preposition.empty())
    return;
  OS << Preposition;
  print(OS, E.To);
}

static void printVerb(llvm::raw_ostream &OS, const Effect &E) {
  switch (E.K) {
  case Effect::Kind::Borrow:
    printDestination(OS, E.To);
    return printWithForms(OS, "->", E);
  case Effect::Kind::Kill:
    return printWithForms(OS, "kill", E);
  case Effect::Kind::Relocate:
    return printWithForms(OS, "relocate", E);
  case Effect::Kind::Grow:
    return printWithForms(OS, "grow", E);
  case Effect::Kind::Detach:
    return printWithForms(OS, "detach", E);
  case Effect::Kind::Move:
    return printWithTarget(OS, "move", E, " -> ");
  case Effect::Kind::Swap:
    return printWithTarget(OS, "swap", E, " ");
  case Effect::Kind::Copy:
    return printWithTarget(OS, "copy", E, " -> ");
  case Effect::Kind::Overwrite:
    return printWithTarget(OS, "overwrite", E);
  case Effect::Kind::Use:
    return printWithTarget(OS, "use", E);
  case Effect::Kind::Keep:
    if (E.Forms.empty())
      return printWithTarget(OS, "keep", E, " in ");
    printWithForms(OS, "keep", E);
    OS << " in ";
    return print(OS, E.To);
  case Effect::Kind::Reserve:
    return printWithTarget(OS, "reserve", E, " in ");
  case Effect::Kind::Share:
    return printWithTarget(OS, "share", E, " ");
  case Effect::Kind::Tells:
    return printWithTarget(OS, "tells", E);
  case Effect::Kind::Needs:
    return printWithTarget(OS, "needs", E);
  case Effect::Kind::Makes:
    return printWithTarget(OS, "makes", E);
  case Effect::Kind::Write:
    return printWithTarget(OS, "write", E);
  case Effect::Kind::Reenter:
    OS << "reenter";
    return;
  case Effect::Kind::Suspend:
    OS << "suspend";
    return;
  case Effect::Kind::Defer:
    return printWithTarget(OS, "defer", E);
  }
}

static void print(llvm::raw_ostream &OS, const EffectCondition &If) {
  if (!If.IsKnown) {
    OS << '?';
    return;
  }
  if (If.IsNegated)
    OS << '!';
  print(OS, If.Of);
}

void print(llvm::raw_ostream &OS, const Effect &E) {
  printVerb(OS, E);
  if (E.Unless) {
    OS << " unless ";
    print(OS, *E.Unless);
  }
  if (E.If) {
    OS << " if ";
    print(OS, *E.If);
  }
  if (E.And) {
    OS << " and ";
    print(OS, *E.And);
  }
}

template <typename T> static std::string printed(const T &What) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  print(OS, What);
  return Text;
}

std::string toString(const Effect &E) { return printed(E); }
std::string toString(const RegionPath &R) { return printed(R); }
std::string toString(const Target &T) { return printed(T); }
std::string toString(const EffectCondition &If) { return printed(If); }
std::string toString(FormSet Forms) { return printed(Forms); }

std::string toString(llvm::ArrayRef<Effect> Effects) {
  if (Effects.empty())
    return "nothing";
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  llvm::interleave(Effects, OS, [&](const Effect &E) { print(OS, E); }, "; ");
  return Text;
}

} // namespace tombstone
