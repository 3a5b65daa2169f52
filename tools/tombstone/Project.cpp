//===- Project.cpp - The units of a compilation database ------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Project.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>

using namespace clang::tooling;

namespace tombstone::program {

std::string normalPath(llvm::StringRef Path, llvm::StringRef From) {
  llvm::SmallString<256> Normal(Path);
  if (!From.empty())
    llvm::sys::path::make_absolute(From, Normal);
  else
    llvm::sys::fs::make_absolute(Normal);
  llvm::sys::path::remove_dots(Normal, /*remove_dot_dot=*/true);
  return Normal.str().str();
}

/// Other languages have no elements that the checks know.
static bool mayBeCxx(const CompileCommand &Command) {
  const std::string Suffix =
      llvm::sys::path::extension(Command.Filename).lower();
  if (Suffix == ".c")
    return llvm::any_of(Command.CommandLine, [](llvm::StringRef Argument) {
      return Argument == "c++" || Argument == "-xc++";
    });
  for (llvm::StringRef Other : {".s", ".asm", ".m", ".f", ".f90", ".rc"})
    if (Suffix == Other)
      return false;
  return true;
}

/// The folder, or the first above it, that has a database.
static llvm::Expected<std::string> findBuild(llvm::StringRef Build) {
  for (std::string Folder = normalPath(Build.empty() ? "." : Build);;) {
    if (llvm::sys::fs::exists(Folder + "/compile_commands.json"))
      return Folder;
    const std::string Above = llvm::sys::path::parent_path(Folder).str();
    if (Above.empty() || Above == Folder)
      return llvm::createStringError(
          "there is no compile_commands.json in '" +
          (Build.empty() ? "." : Build) +
          "' or above it: configure with cmake "
          "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON, and name the build folder with "
          "-p");
    Folder = Above;
  }
}

/// Whether the file is one of these, or below one.
static bool isSelected(llvm::StringRef File, llvm::StringRef Name) {
  return File.consume_front(Name) && (File.empty() || File.front() == '/');
}

static llvm::Error select(Project &P, llvm::ArrayRef<std::string> Selected) {
  std::vector<std::string> Names;
  for (const std::string &Name : Selected)
    Names.push_back(normalPath(Name));
  for (const auto &[Name, Given] : llvm::zip(Names, Selected))
    if (llvm::none_of(P.Units, [&, &Name = Name](const Unit &U) {
          return isSelected(U.File, Name);
        }))
      return llvm::createStringError(
          "'" + Given + "' is not in the compilation database in '" + P.Build +
          "'");
  if (!Names.empty())
    llvm::erase_if(P.Units, [&](const Unit &U) {
      return llvm::none_of(Names, [&](const std::string &Name) {
        return isSelected(U.File, Name);
      });
    });
  return llvm::Error::success();
}

llvm::Expected<Project> readProject(llvm::StringRef Build,
                                    llvm::ArrayRef<std::string> Selected) {
  Project P;
  auto Folder = findBuild(Build);
  if (!Folder)
    return Folder.takeError();
  P.Build = *Folder;
  std::string Why;
  const auto Database = JSONCompilationDatabase::loadFromFile(
      P.Build + "/compile_commands.json", Why,
      JSONCommandLineSyntax::AutoDetect);
  if (!Database)
    return llvm::createStringError("cannot read '" + P.Build +
                                   "/compile_commands.json': " + Why);
  std::map<std::string, std::string> Commands;
  for (const CompileCommand &Command : Database->getAllCompileCommands())
    if (mayBeCxx(Command))
      Commands[normalPath(Command.Filename, Command.Directory)] +=
          Command.Directory + "\n" + llvm::join(Command.CommandLine, "\n") +
          "\n";
  for (auto &[File, Text] : Commands)
    P.Units.push_back({File, std::move(Text)});
  if (llvm::Error Failed = select(P, Selected))
    return std::move(Failed);
  return P;
}

} // namespace tombstone::program
