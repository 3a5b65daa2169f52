//===- UnitFacts.cpp - The facts of a unit --------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitFacts.h"
#include "tombstone/Analysis/Engine.h"
#include "tombstone/Events/CallGraph.h"
#include "tombstone/Facts/Globals.h"
#include "tombstone/Facts/Recall.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include <set>

using namespace clang;
using namespace tombstone;
using namespace tombstone::program;

/// A function that no other unit can call, or that has no name there.
static bool isPrivate(const FunctionDecl &Function) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  if (Method && Method->getParent()->isLambda())
    return true;
  const SourceManager &Sources = Function.getASTContext().getSourceManager();
  // What is static in a header has the same name wherever that is included.
  const bool IsInHeader =
      !Sources.isInMainFile(Sources.getFileLoc(Function.getLocation()));
  return !Function.isExternallyVisible() &&
         (!IsInHeader || Function.isInAnonymousNamespace());
}

namespace {

/// Looks at one kind of summaries of the unit.
class Summarized {
public:
  Summarized(ASTContext &Context, const Catalogue &Table,
             const ExtractOptions &Opts, std::optional<KillKind> Wanted)
      : Effects(Table), Analysis(Context, Effects, options(Opts, Wanted)) {
    Effects.setMacros(Opts.Macros);
  }

  const Summary *of(const FunctionDecl &Function) {
    return Analysis.summaryOf(Function);
  }

  /// Looks at the calls of a function that nobody asks about.
  void look(const FunctionDecl &Function) { Analysis.isOpen(Function); }
  std::vector<std::string> asked() const { return Analysis.askedOfOthers(); }

private:
  static Engine::Options options(const ExtractOptions &Opts,
                                 std::optional<KillKind> Wanted) {
    Engine::Options Of;
    Of.Wanted = Wanted;
    Of.Facts = Opts.Facts;
    return Of;
  }

  CalleeEffects Effects;
  Engine Analysis;
};

class Extractor : public DynamicRecursiveASTVisitor {
public:
  Extractor(ASTContext &Context, const Catalogue &Table,
            const ExtractOptions &Opts)
      : Sources(Context.getSourceManager()), Root(Opts.Root),
        Plain(Context, Table, Opts, std::nullopt),
        Lookups(Context, Table, Opts, KillKind::Lookup) {
    ShouldVisitTemplateInstantiations = true;
    ShouldVisitImplicitCode = true;
  }

  bool VisitFunctionDecl(FunctionDecl *Function) override {
    const FunctionDecl *Body = Function->isThisDeclarationADefinition()
                                   ? bodyInReach(*Function)
                                   : nullptr;
    if (!Body || !Seen.insert(Body).second)
      return true;
    Plain.look(*Body);
    if (!isPrivate(*Body))
      add(*Body);
    return true;
  }

  Extracted take() {
    std::set<std::string> Names;
    for (auto At = Sources.fileinfo_begin(); At != Sources.fileinfo_end(); ++At)
      Names.insert(realName(At->first));
    All.Files.assign(Names.begin(), Names.end());
    All.Asked = Plain.asked();
    return std::move(All);
  }

private:
  void add(const FunctionDecl &Function) {
    const Summary *Of = Plain.of(Function);
    Fact F;
    F.Key.Usr = Of ? usrOf(Function) : "";
    if (F.Key.Usr.empty() || !locate(Function, F.Key))
      return;
    F.Effects = effectsOf(*Of);
    if (const Summary *Also = Lookups.of(Function))
      if (auto Effects = effectsOf(*Also); Effects != F.Effects)
        F.Lookups = std::move(Effects);
    All.Facts.push_back(std::move(F));
  }

  static std::string realName(FileEntryRef File) {
    const StringRef Name = File.getFileEntry().tryGetRealPathName();
    return (Name.empty() ? File.getName() : Name).str();
  }

  /// Relative to the root where the file lies below it. Empty for text that is
  /// in no file.
  std::string fileName(FileID Id) const {
    const OptionalFileEntryRef File = Sources.getFileEntryRefForID(Id);
    if (!File)
      return "";
    const std::string Name = realName(*File);
    StringRef Below = Name;
    if (!Root.empty() && Below.consume_front(Root) && Below.consume_front("/"))
      return Below.str();
    return Name;
  }

  bool locate(const FunctionDecl &Function, FactKey &Key) {
    const FileID Id =
        Sources.getFileID(Sources.getFileLoc(Function.getLocation()));
    Key.File = fileName(Id);
    auto [It, IsNew] = Digests.try_emplace(Id);
    if (const auto Text = Sources.getBufferOrNone(Id); IsNew && Text)
      It->second = digestOf(Text->getBuffer());
    Key.Digest = It->second;
    return !Key.File.empty() && !Key.Digest.empty();
  }

  std::vector<FactEffect> effectsOf(const Summary &Of) const {
    std::vector<FactEffect> Effects;
    for (unsigned I = 0; I < Of.Effects.Effects.size(); ++I)
      if (auto E = forOtherUnits(Of.Effects.Effects[I]))
        Effects.push_back({std::move(*E), stepsOf(Of.origin(I))});
    return Effects;
  }

  std::vector<FactStep> stepsOf(const EffectOrigin *At) const {
    std::vector<FactStep> Steps;
    for (; At; At = At->Next) {
      FactStep Step{"", 0, 0, At->Function, At->Text};
      const SourceLocation Loc = Sources.getFileLoc(At->Loc);
      if (At->Far) {
        Step.File = At->Far->File;
        Step.Line = At->Far->Line;
        Step.Column = At->Far->Column;
      } else if (Loc.isValid()) {
        Step.File = fileName(Sources.getFileID(Loc));
        Step.Line = Sources.getSpellingLineNumber(Loc);
        Step.Column = Sources.getSpellingColumnNumber(Loc);
      }
      Steps.push_back(std::move(Step));
    }
    return Steps;
  }

  const SourceManager &Sources;
  const std::string Root;
  Summarized Plain;
  Summarized Lookups;
  Extracted All;
  llvm::DenseSet<const FunctionDecl *> Seen;
  std::map<FileID, std::string> Digests;
};

} // namespace

Extracted program::extractFacts(ASTContext &Context, const Catalogue &Table,
                                const ExtractOptions &Opts) {
  Extractor Unit(Context, Table, Opts);
  Unit.TraverseAST(Context);
  return Unit.take();
}
