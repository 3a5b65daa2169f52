//===- Recall.cpp - Summaries of functions of other units -----------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Facts/Recall.h"
#include "tombstone/Facts/Files.h"
#include "tombstone/Facts/Globals.h"
#include "tombstone/Model/CalleeEffects.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Index/USRGeneration.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include <set>

using namespace clang;
using namespace tombstone;

std::string tombstone::usrOf(const FunctionDecl &Function) {
  llvm::SmallString<128> Usr;
  return index::generateUSRForDecl(&Function, Usr) ? "" : Usr.str().str();
}

const Summary *Recall::find(const FunctionDecl &Function) {
  if (!Store)
    return nullptr;
  const FunctionDecl *Key = Function.getCanonicalDecl();
  auto [It, IsNew] = Known.try_emplace(Key, nullptr);
  if (!IsNew)
    return It->second;
  const std::optional<Fact> F = current(*Key);
  return F ? Known[Key] = remember(*Key, *F) : nullptr;
}

std::vector<std::string> Recall::asked() const {
  std::set<std::string> Usrs;
  for (const auto &[Function, Of] : Known)
    Usrs.insert(usrOf(*Function));
  Usrs.erase("");
  return {Usrs.begin(), Usrs.end()};
}

/// What stands in the files as they are. Two programs of one project may each
/// have a function of this name; which of them is called here, nobody knows.
std::optional<Fact> Recall::current(const FunctionDecl &Function) {
  const std::string Usr = usrOf(Function);
  if (Usr.empty())
    return std::nullopt;
  std::vector<Fact> Found = Store->find(Usr);
  llvm::erase_if(Found, [&](const Fact &F) { return !isCurrent(F.Key); });
  if (Found.size() != 1)
    return std::nullopt;
  return std::move(Found.front());
}

/// Paths are relative to a folder above the store, or above the unit's file.
std::optional<std::string> Recall::pathOf(StringRef File) {
  auto [It, IsNew] = Paths.try_emplace(File.str());
  if (!IsNew)
    return It->second;
  if (llvm::sys::path::is_absolute(File))
    return It->second = File.str();
  const SourceManager &Sources = Context.getSourceManager();
  It->second = findAbove(Store->path(), File);
  if (const auto Main = Sources.getFileEntryRefForID(Sources.getMainFileID());
      Main && !It->second)
    It->second = findAbove(Main->getFileEntry().tryGetRealPathName(), File);
  return It->second;
}

bool Recall::isCurrent(const FactKey &Key) {
  auto [It, IsNew] = Digests.try_emplace(Key.File);
  const std::optional<std::string> Path = pathOf(Key.File);
  if (IsNew && Path)
    if (auto Text = llvm::MemoryBuffer::getFile(
            *Path, /*IsText=*/false, /*RequiresNullTerminator=*/false))
      It->second = digestOf((*Text)->getBuffer());
  return It->second == Key.Digest;
}

const Summary *Recall::remember(const FunctionDecl &Function, const Fact &F) {
  Summary &S = Summaries.emplace_back();
  S.Function = &Function;
  S.IsFact = true;
  S.Effects.Name = catalogueName(Function);
  S.Effects.Params.resize(Function.getNumParams(), ParamPattern::Any);
  for (const FactEffect &E : ForLookups &&F.Lookups ? *F.Lookups : F.Effects)
    if (std::optional<Effect> Here = withGlobals(E.What, Context)) {
      S.Effects.Effects.push_back(std::move(*Here));
      S.Origins.push_back(originOf(E.Steps));
    }
  return &S;
}

const EffectOrigin *Recall::originOf(const std::vector<FactStep> &Steps) {
  const EffectOrigin *Next = nullptr;
  for (const FactStep &Step : llvm::reverse(Steps)) {
    const SourceLocation Loc = locationOf(Step);
    Origins.push_back(
        {Loc, Loc, Step.Text, Step.Function, Next,
         EffectOrigin::FarPlace{Step.File, Step.Line, Step.Column}});
    Next = &Origins.back();
  }
  return Next;
}

/// Invalid if the file can't be opened here.
SourceLocation Recall::locationOf(const FactStep &Step) {
  SourceManager &Sources = Context.getSourceManager();
  const std::optional<std::string> Path = pathOf(Step.File);
  const OptionalFileEntryRef File =
      Path ? Sources.getFileManager().getOptionalFileRef(*Path)
           : OptionalFileEntryRef();
  if (!File || Step.Line == 0 || Step.Column == 0)
    return {};
  FileID Id = Sources.translateFile(*File);
  if (Id.isInvalid())
    Id = Sources.createFileID(*File, SourceLocation(), SrcMgr::C_User);
  return Sources.translateLineCol(Id, Step.Line, Step.Column);
}
