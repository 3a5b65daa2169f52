//===- Main.cpp - tombstone-explain ---------------------------------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Counts.h"
#include "EffectsView.h"
#include "FunctionView.h"
#include "WhyView.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Sema/Sema.h"
#include "clang/Sema/SemaConsumer.h"
#include "clang/Tooling/CommonOptionsParser.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Signals.h"

using namespace clang;
using namespace tombstone;
using namespace tombstone::explain;
namespace cl = llvm::cl;

static cl::OptionCategory Category("tombstone-explain options");

static cl::opt<std::string>
    FunctionName("function", cl::value_desc("name"), cl::cat(Category),
                 cl::desc("Show the functions of this name, with or without "
                          "its namespaces and classes"));
static cl::opt<bool>
    ShowAll("all", cl::cat(Category),
            cl::desc("Show the functions, too, that the checks pass by"));
static cl::opt<bool> Events("events", cl::cat(Category),
                            cl::desc("One line an event, by block"));
static cl::opt<bool>
    States("states", cl::cat(Category),
           cl::desc("Like --events, with the state at each block (=) and what "
                    "each event takes from it (-) and adds to it (+)"));
static cl::opt<bool>
    ShowCounts("counts", cl::cat(Category),
               cl::desc("Show no function, but how many there are, pass the "
                        "gate or exceed a budget, and which takes longest"));
static cl::opt<std::string>
    EffectsOf("effects", cl::ValueOptional, cl::value_desc("class"),
              cl::cat(Category),
              cl::desc("Show what calls of a class, or of all, are known to "
                       "do; needs no source file"));
enum class EffectsFormat : uint8_t { Text, Json };
static cl::opt<EffectsFormat> FormatOfEffects(
    "effects-format", cl::cat(Category), cl::init(EffectsFormat::Text),
    cl::desc("How --effects shows the table"),
    cl::values(clEnumValN(EffectsFormat::Text, "text", "for readers"),
               clEnumValN(EffectsFormat::Json, "json", "for scripts")));
static cl::opt<std::string>
    EffectsFile("effects-file", cl::value_desc("file"), cl::cat(Category),
                cl::desc("Effects of the user's own containers, as in option "
                         "Effects of the checks"));
static cl::opt<std::string> FactsFile(
    "facts", cl::value_desc("file"), cl::cat(Category),
    cl::desc("What other units do, as in option Facts of the checks"));
static cl::opt<bool> ShowSummaries(
    "summaries", cl::cat(Category),
    cl::desc("Show what each function does to its caller, a line for each"));
static cl::opt<bool> Possible(
    "report-possible", cl::cat(Category),
    cl::desc("Report kills by keys that may be equal, as ReportPossible"));
static cl::opt<unsigned>
    Why("why", cl::value_desc("line"), cl::cat(Category),
        cl::desc("Show of what may be wrong on a line by which branches an "
                 "execution comes there, or why none does"));
static cl::opt<bool> Lookups(
    "lookups", cl::cat(Category),
    cl::desc("Show what tombstone-lookup-after-erase sees: keys that are gone, "
             "and who looks for them"));
static cl::opt<unsigned> SolverSteps("solver-steps", cl::cat(Category),
                                     cl::init(Budget().SolverSteps),
                                     cl::desc("As option SolverSteps"));
static cl::opt<unsigned> MaxVisits("max-visits", cl::cat(Category),
                                   cl::init(Budget().MaxVisits),
                                   cl::desc("As option MaxVisits"));

/// Of --facts; null without it.
static std::shared_ptr<const FactsStore> Facts;

namespace {

/// Shows the functions of one translation unit that were asked for.
class Shower : public DynamicRecursiveASTVisitor {
public:
  Shower(ASTContext &Context, CalleeEffects &Effects)
      : Context(Context), Effects(Effects),
        Analysis(Context, Effects, options()) {
    ShouldVisitTemplateInstantiations = true;
    ShouldVisitImplicitCode = true;
  }

  bool VisitFunctionDecl(FunctionDecl *Function) override {
    if (isOfInterest(*Function) && Seen.insert(Function).second)
      show(*Function);
    return true;
  }

  bool showedOne() const { return HasShown; }

  void printCounts() {
    Counted.print(llvm::outs());
    HasShown = true;
  }

private:
  static bool isNamed(const FunctionDecl &Function) {
    const std::string Qualified = Function.getQualifiedNameAsString();
    llvm::StringRef Rest = Qualified;
    return Rest == FunctionName.getValue() ||
           (Rest.consume_back(FunctionName) && Rest.ends_with("::"));
  }

  /// A lambda belongs to the function that it stands in.
  static bool isAskedFor(const FunctionDecl &Function) {
    for (const DeclContext *D = &Function; D; D = D->getParent())
      if (const auto *F = dyn_cast<FunctionDecl>(D); F && isNamed(*F))
        return true;
    return false;
  }

  bool isOfInterest(const FunctionDecl &Function) {
    if (!Function.isThisDeclarationADefinition() || !Function.hasBody() ||
        Function.isImplicit() || Function.isDependentContext() ||
        Function.isInvalidDecl() ||
        Context.getSourceManager().isInSystemHeader(Function.getLocation()))
      return false;
    if (!FunctionName.empty())
      return isAskedFor(Function);
    return ShowAll || ShowCounts || ShowSummaries || Analysis.isOpen(Function);
  }

  void show(const FunctionDecl &Function) {
    const SourceManager &Sources = Context.getSourceManager();
    if (ShowCounts)
      return Counted.add(Function, Analysis);
    if (ShowSummaries)
      return showSummary(Function);
    Engine::Options Opts = options();
    Opts.Escapes = true;
    if (Why) {
      HasShown |= printWhy(llvm::outs(), Function, Context, Effects, Opts, Why);
      return;
    }
    const FunctionView View =
        look(Function, Context, Effects, Opts, Analysis.isOpen(Function));
    llvm::raw_ostream &OS = llvm::outs();
    OS << (HasShown ? "\n" : "");
    printHeading(OS, Function);
    if (Events || States)
      printBlocks(OS, View, Sources, States);
    else
      printSource(OS, View, Function, Sources);
    printFindings(OS, View, Sources);
    HasShown = true;
  }

  /// One line: the function, and what it does to its caller.
  void showSummary(const FunctionDecl &Function) {
    const Summary *S = Analysis.summaryOf(Function);
    if (!S)
      return;
    Function.getNameForDiagnostic(llvm::outs(), Context.getPrintingPolicy(),
                                  /*Qualified=*/true);
    llvm::outs() << '(';
    llvm::interleaveComma(Function.parameters(), llvm::outs(),
                          [](const ParmVarDecl *Param) {
                            llvm::outs() << Param->getType().getAsString();
                          });
    llvm::outs() << ") " << toString(S->Effects.Effects) << '\n';
    HasShown = true;
  }

  static Engine::Options options() {
    Engine::Options Opts;
    Opts.Wanted = Lookups ? std::optional(KillKind::Lookup) : std::nullopt;
    Opts.ReportPossible = Possible;
    Opts.Limits.MaxVisits = MaxVisits;
    Opts.Facts = Facts;
    Opts.Limits.SolverSteps = SolverSteps;
    return Opts;
  }

  void printHeading(llvm::raw_ostream &OS, const FunctionDecl &Function) {
    const PresumedLoc Loc = Context.getSourceManager().getPresumedLoc(
        Context.getSourceManager().getFileLoc(Function.getLocation()));
    if (Loc.isValid())
      OS << Loc.getFilename() << ':' << Loc.getLine() << ": ";
    Function.getNameForDiagnostic(OS, Context.getPrintingPolicy(),
                                  /*Qualified=*/true);
    OS << '\n';
  }

  ASTContext &Context;
  CalleeEffects &Effects;
  Engine Analysis;
  llvm::DenseSet<const FunctionDecl *> Seen;
  Counts Counted;
  bool HasShown = false;
};

class Consumer : public SemaConsumer {
public:
  Consumer(const Catalogue &Table, bool &HasShown)
      : Table(Table), HasShown(HasShown) {}

  void InitializeSema(Sema &S) override { PP = &S.getPreprocessor(); }

  void HandleTranslationUnit(ASTContext &Context) override {
    CalleeEffects Effects(Table);
    Effects.setMacros(macrosOf(*PP));
    Shower S(Context, Effects);
    S.TraverseAST(Context);
    if (ShowCounts)
      S.printCounts();
    HasShown |= S.showedOne();
  }

private:
  const Catalogue &Table;
  bool &HasShown;
  Preprocessor *PP = nullptr;
};

/// Makes a consumer for each file.
struct ConsumerFactory {
  const Catalogue &Table;
  bool HasParsed = false;
  bool HasShown = false;

  std::unique_ptr<ASTConsumer> newASTConsumer() {
    HasParsed = true;
    return std::make_unique<Consumer>(Table, HasShown);
  }
};

} // namespace

static int showFiles(tooling::CommonOptionsParser &Options,
                     const Catalogue &Table) {
  using namespace tooling;
  ClangTool Tool(Options.getCompilations(), Options.getSourcePathList());
  // Clang looks for its headers beside the program that runs, which is here.
  Tool.appendArgumentsAdjuster(
      getInsertArgumentAdjuster({"-resource-dir=" TOMBSTONE_RESOURCE_DIR, "-w"},
                                ArgumentInsertPosition::BEGIN));
  ConsumerFactory Factory{.Table = Table};
  const int Status = Tool.run(newFrontendActionFactory(&Factory).get());
  if (Factory.HasShown)
    return Status;
  if (!FunctionName.empty()) {
    llvm::errs() << "error: no function with a body is called '" << FunctionName
                 << "'\n";
    return 1;
  }
  if (Factory.HasParsed && Why) {
    llvm::outs() << "nothing was found on line " << Why << '\n';
    return Status;
  }
  if (Factory.HasParsed)
    llvm::outs() << "no function here can both take and end a handle; "
                    "--all shows the others\n";
  return Status;
}

static int showEffects(const Catalogue &Table) {
  const Selection Selected = select(Table, EffectsOf);
  if (Selected.empty()) {
    llvm::errs() << "error: the table has no class and no function called '"
                 << EffectsOf << "'\n";
    return 1;
  }
  if (FormatOfEffects == EffectsFormat::Json)
    printEffectsJson(llvm::outs(), Selected);
  else
    printEffects(llvm::outs(), Selected);
  return 0;
}

/// Returns whether there are none, or they could be read.
static bool readFacts() {
  if (FactsFile.empty())
    return true;
  auto Store = FactsStore::open(FactsFile);
  if (!Store) {
    llvm::errs() << "error: " << toString(Store.takeError()) << '\n';
    return false;
  }
  Facts = std::move(*Store);
  return true;
}

int main(int Argc, const char **Argv) {
  llvm::sys::PrintStackTraceOnErrorSignal(Argv[0]);
  auto Options = tooling::CommonOptionsParser::create(
      Argc, Argv, Category, cl::ZeroOrMore,
      "Shows what Tombstone's checks see in each function of a file.\n");
  if (!Options) {
    llvm::errs() << toString(Options.takeError());
    return 1;
  }
  Catalogue Table;
  if (!readEffects(Table, EffectsFile) || !readFacts())
    return 1;
  if (EffectsOf.getNumOccurrences())
    return showEffects(Table);
  if (Options->getSourcePathList().empty()) {
    llvm::errs() << "error: no source file is given; see --help\n";
    return 1;
  }
  return showFiles(*Options, Table);
}
