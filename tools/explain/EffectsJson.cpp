//===- EffectsJson.cpp - The table for scripts ----------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each effect both as its line of text and taken apart. Attributes come in a
// fixed order, and those that an effect has not are left out.
//
//===----------------------------------------------------------------------===//

#include "EffectsView.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace tombstone;
using llvm::json::OStream;

/// As the line `kind` of a file has it.
static llvm::StringRef word(ClassKind K) {
  switch (K) {
  case ClassKind::Associative:
    return "associative";
  case ClassKind::Sequence:
    return "sequence";
  case ClassKind::Owner:
    return "owner";
  case ClassKind::Shared:
    return "shared";
  case ClassKind::Handle:
    return "handle";
  case ClassKind::Wrapper:
    return "wrapper";
  case ClassKind::Node:
    return "node";
  case ClassKind::Plain:
    return "plain";
  }
  llvm_unreachable("a kind without a word");
}

/// As the grammar has it; a borrow is written with an arrow.
static llvm::StringRef word(Effect::Kind K) {
  switch (K) {
  case Effect::Kind::Borrow:
    return "borrow";
  case Effect::Kind::Kill:
    return "kill";
  case Effect::Kind::Relocate:
    return "relocate";
  case Effect::Kind::Grow:
    return "grow";
  case Effect::Kind::Detach:
    return "detach";
  case Effect::Kind::Move:
    return "move";
  case Effect::Kind::Swap:
    return "swap";
  case Effect::Kind::Copy:
    return "copy";
  case Effect::Kind::Overwrite:
    return "overwrite";
  case Effect::Kind::Use:
    return "use";
  case Effect::Kind::Keep:
    return "keep";
  case Effect::Kind::Reserve:
    return "reserve";
  case Effect::Kind::Share:
    return "share";
  case Effect::Kind::Tells:
    return "tells";
  case Effect::Kind::Needs:
    return "needs";
  case Effect::Kind::Makes:
    return "makes";
  case Effect::Kind::Write:
    return "write";
  case Effect::Kind::Reenter:
    return "reenter";
  case Effect::Kind::Suspend:
    return "suspend";
  case Effect::Kind::Defer:
    return "defer";
  }
  llvm_unreachable("an effect without a word");
}

static llvm::StringRef word(KeySpec::Kind K) {
  switch (K) {
  case KeySpec::Kind::Equal:
    return "equal";
  case KeySpec::Kind::At:
    return "at";
  case KeySpec::Kind::Range:
    return "range";
  case KeySpec::Kind::Next:
    return "next";
  case KeySpec::Kind::Prev:
    return "prev";
  case KeySpec::Kind::Begin:
    return "begin";
  case KeySpec::Kind::End:
    return "end";
  case KeySpec::Kind::All:
    return "all";
  case KeySpec::Kind::Unknown:
    return "unknown";
  }
  llvm_unreachable("a key without a word");
}

static bool hasDestination(Effect::Kind K) {
  switch (K) {
  case Effect::Kind::Borrow:
  case Effect::Kind::Move:
  case Effect::Kind::Swap:
  case Effect::Kind::Copy:
  case Effect::Kind::Keep:
  case Effect::Kind::Reserve:
  case Effect::Kind::Share:
    return true;
  default:
    return false;
  }
}

/// What the key is compared with or stands at: #0 in `[at #0]`.
static unsigned numOperands(KeySpec::Kind K) {
  switch (K) {
  case KeySpec::Kind::Range:
    return 2;
  case KeySpec::Kind::Equal:
  case KeySpec::Kind::At:
  case KeySpec::Kind::Next:
  case KeySpec::Kind::Prev:
    return 1;
  default:
    return 0;
  }
}

static void writeKey(OStream &J, const KeySpec &Key) {
  J.attribute("key", word(Key.K));
  const unsigned NumOperands = numOperands(Key.K);
  if (NumOperands == 0)
    return;
  J.attributeArray("of", [&] {
    J.value(toString(Key.First));
    if (NumOperands == 2)
      J.value(toString(Key.Second));
  });
}

static void writeForms(OStream &J, FormSet Forms) {
  J.attributeArray("forms", [&] {
    for (unsigned I = 0; I != NumForms; ++I)
      if (Forms.contains(static_cast<Form>(I)))
        J.value(formName(static_cast<Form>(I)));
  });
}

static void writeEffect(OStream &J, const Effect &E) {
  J.object([&] {
    J.attribute("verb", word(E.K));
    if (!E.Forms.empty())
      writeForms(J, E.Forms);
    if (!E.isOfCode())
      J.attribute("region", toString(E.What.Region));
    if (E.What.Key)
      writeKey(J, *E.What.Key);
    if (!E.What.Members.empty())
      J.attributeArray("members", [&] {
        for (const std::string &Member : E.What.Members)
          J.value(Member);
      });
    if (hasDestination(E.K))
      J.attribute("to", toString(E.To));
    if (E.Unless)
      J.attribute("unless", toString(*E.Unless));
    if (E.If)
      J.attribute("if", toString(*E.If));
    if (E.And)
      J.attribute("and", toString(*E.And));
  });
}

static void writePlace(OStream &J, const std::string &File, unsigned Line) {
  J.attribute("file", File);
  J.attribute("line", Line);
}

static void writeRow(OStream &J, const Row &R) {
  J.object([&] {
    J.attribute("name", R.Name);
    J.attribute("signature", explain::signature(R));
    if (R.When)
      J.attributeObject("when", [&] {
        J.attribute("macro", R.When->Macro);
        J.attribute("is", R.When->IsBelow ? "<" : ">=");
        J.attribute("number", R.When->Number);
      });
    J.attribute("text", toString(R.Effects));
    J.attributeArray("effects", [&] {
      for (const Effect &E : R.Effects)
        writeEffect(J, E);
    });
    writePlace(J, R.File, R.Line);
  });
}

static void writeRows(OStream &J, llvm::StringRef Name,
                      llvm::ArrayRef<const Row *> Rows) {
  J.attributeArray(Name, [&] {
    for (const Row *R : Rows)
      writeRow(J, *R);
  });
}

static void writeClass(OStream &J, const ClassModel &Model) {
  J.object([&] {
    J.attribute("name", Model.Name);
    J.attribute("kind", word(Model.Kind));
    if (Model.Kind == ClassKind::Associative) {
      J.attribute("key", Model.KeyMember.empty() ? "self" : Model.KeyMember);
      J.attribute("keys", Model.UniqueKeys ? "unique" : "repeat");
    }
    J.attribute("source", Model.Source);
    writePlace(J, Model.File, Model.Line);
    writeRows(J, "rows", Model.Rows);
  });
}

void tombstone::explain::printEffectsJson(llvm::raw_ostream &OS,
                                          const Selection &Selected) {
  OStream J(OS, /*IndentSize=*/2);
  J.object([&] {
    J.attributeArray("classes", [&] {
      for (const ClassModel *Model : Selected.Classes)
        writeClass(J, *Model);
    });
    writeRows(J, "functions", Selected.Functions);
  });
  OS << '\n';
}
