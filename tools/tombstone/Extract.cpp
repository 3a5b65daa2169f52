//===- Extract.cpp - tombstone extract ------------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "UnitFacts.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Sema/Sema.h"
#include "clang/Sema/SemaConsumer.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <set>

using namespace clang;
using namespace tombstone;
using namespace tombstone::program;
namespace cl = llvm::cl;

cl::SubCommand program::ExtractCommand(
    "extract", "Write down what the functions of a unit do, for other units");

static cl::opt<std::string> BuildPath("p", cl::sub(ExtractCommand),
                                      cl::value_desc("folder"),
                                      cl::desc("Of compile_commands.json"));
static cl::opt<std::string> Root("root", cl::sub(ExtractCommand),
                                 cl::value_desc("folder"), cl::init("."),
                                 cl::desc("Paths are relative to this one"));
static cl::opt<std::string> Output("o", cl::sub(ExtractCommand),
                                   cl::value_desc("file"), cl::init("-"),
                                   cl::desc("Where the facts go"));
static cl::opt<std::string>
    FactsFile("facts", cl::sub(ExtractCommand), cl::value_desc("file"),
              cl::desc("What is known of other units already"));
static cl::opt<std::string>
    EffectsFile("effects", cl::sub(ExtractCommand), cl::value_desc("file"),
                cl::desc("Rows of your own containers, as option Effects"));
static cl::opt<std::string>
    InputsFile("inputs", cl::sub(ExtractCommand), cl::value_desc("file"),
               cl::desc("Write down here what the facts depend on: the files "
                        "that were read, and functions of other units"));
static cl::list<std::string> Sources(cl::Positional, cl::sub(ExtractCommand),
                                     cl::OneOrMore, cl::desc("source..."));

namespace {

class Consumer : public SemaConsumer {
public:
  Consumer(const Catalogue &Table, const ExtractOptions &Opts, Extracted &Into)
      : Table(Table), Opts(Opts), Into(Into) {}

  void InitializeSema(Sema &S) override {
    Opts.Macros = macrosOf(S.getPreprocessor());
  }

  void HandleTranslationUnit(ASTContext &Context) override {
    const auto Append = [](auto &From, auto &To) {
      std::move(From.begin(), From.end(), std::back_inserter(To));
    };
    Extracted Unit = extractFacts(Context, Table, Opts);
    Append(Unit.Facts, Into.Facts);
    Append(Unit.Files, Into.Files);
    Append(Unit.Asked, Into.Asked);
  }

private:
  const Catalogue &Table;
  ExtractOptions Opts;
  Extracted &Into;
};

/// Makes a consumer for each file.
struct ConsumerFactory {
  const Catalogue &Table;
  const ExtractOptions &Opts;
  Extracted All = {};

  std::unique_ptr<ASTConsumer> newASTConsumer() {
    return std::make_unique<Consumer>(Table, Opts, All);
  }
};

} // namespace

static llvm::Error readTable(Catalogue &Table) {
  addBuiltin(Table);
  if (EffectsFile.empty())
    return llvm::Error::success();
  auto Buffer = llvm::MemoryBuffer::getFile(EffectsFile, /*IsText=*/true);
  if (!Buffer)
    return llvm::createStringError("cannot read '" + EffectsFile +
                                   "': " + Buffer.getError().message());
  for (const CatalogueError &Error :
       Table.add({EffectsFile, (*Buffer)->getBuffer()}))
    return llvm::createStringError(Error.toString());
  return llvm::Error::success();
}

static llvm::Error readOptions(ExtractOptions &Opts) {
  llvm::SmallString<256> RealRoot;
  if (const std::error_code Why = llvm::sys::fs::real_path(Root, RealRoot))
    return llvm::createStringError("cannot find the root '" + Root +
                                   "': " + Why.message());
  Opts.Root = RealRoot.str();
  // An empty store writes down what it is asked, too.
  auto Store = FactsFile.empty()
                   ? FactsStore::read(
                         llvm::MemoryBuffer::getMemBufferCopy(storeOf({}), "-"))
                   : FactsStore::open(FactsFile);
  if (!Store)
    return Store.takeError();
  Opts.Facts = std::move(*Store);
  return llvm::Error::success();
}

static GivenFlags findDatabase(GivenFlags Flags, std::string &Why) {
  using namespace tooling;
  if (Flags)
    return Flags;
  GivenFlags Database =
      BuildPath.empty()
          ? CompilationDatabase::autoDetectFromSource(Sources.front(), Why)
          : CompilationDatabase::autoDetectFromDirectory(BuildPath, Why);
  return Database ? inferMissingCompileCommands(expandResponseFiles(
                        std::move(Database), llvm::vfs::getRealFileSystem()))
                  : nullptr;
}

static std::string absolute(StringRef Name) {
  llvm::SmallString<256> Path(Name);
  if (!Name.empty() && Name != "-")
    llvm::sys::fs::make_absolute(Path);
  return Path.str().str();
}

/// A line for each: what it is, a tab, and its name.
static std::string inputsText(const Extracted &All) {
  std::set<std::string> Lines;
  for (const std::string &File : All.Files)
    Lines.insert("file\t" + File + "\n");
  for (const std::string &Usr : All.Asked)
    Lines.insert("asks\t" + Usr + "\n");
  return llvm::join(Lines, "");
}

int program::runExtract(GivenFlags Flags) {
  using namespace tooling;
  Catalogue Table;
  ExtractOptions Opts;
  if (llvm::Error Why = llvm::joinErrors(readTable(Table), readOptions(Opts)))
    return fail(llvm::toString(std::move(Why)));
  std::string Why;
  const GivenFlags Database = findDatabase(std::move(Flags), Why);
  if (!Database)
    return fail("no compile_commands.json and no flags after `--`: " + Why);
  // Names on the command line are relative to where this starts; the compiler
  // may run elsewhere.
  const std::string FactsTarget = absolute(Output);
  const std::string InputsTarget = absolute(InputsFile);
  ClangTool Tool(*Database, Sources);
  // Clang looks for its headers beside the program that runs, which is here.
  Tool.appendArgumentsAdjuster(
      getInsertArgumentAdjuster({"-resource-dir=" TOMBSTONE_RESOURCE_DIR, "-w"},
                                ArgumentInsertPosition::BEGIN));
  Tool.appendArgumentsAdjuster(getStripPluginsAdjuster());
  ConsumerFactory Factory{.Table = Table, .Opts = Opts};
  const int Status = Tool.run(newFrontendActionFactory(&Factory).get());
  // What could be read of a unit with errors is as true as that of another.
  llvm::Error Failed = writeWhole(FactsTarget, storeOf(Factory.All.Facts));
  if (!Failed && !InputsFile.empty())
    Failed = writeWhole(InputsTarget, inputsText(Factory.All));
  if (Failed)
    return fail(llvm::toString(std::move(Failed)));
  return Status == 0 ? StatusClean : StatusFailed;
}
