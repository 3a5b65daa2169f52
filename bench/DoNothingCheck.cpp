// bench-do-nothing: a check that visits each translation unit once and does
// nothing there. bench/cost measures the other checks against it.

#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/ClangTidyModule.h"

using namespace clang;
using namespace clang::tidy;

namespace {

class DoNothingCheck : public ClangTidyCheck {
public:
  using ClangTidyCheck::ClangTidyCheck;

  void registerMatchers(ast_matchers::MatchFinder *Finder) override {
    Finder->addMatcher(ast_matchers::translationUnitDecl(), this);
  }
  void check(const ast_matchers::MatchFinder::MatchResult &) override {}
};

class BenchModule : public ClangTidyModule {
public:
  void addCheckFactories(ClangTidyCheckFactories &Factories) override {
    Factories.registerCheck<DoNothingCheck>("bench-do-nothing");
  }
};

} // namespace

static ClangTidyModuleRegistry::Add<BenchModule>
    Registration("bench-module", "Does nothing, to measure against.");
