//===- Snippet.cpp - C++ in a test, and what is expected of it ------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Snippet.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/ErrorHandling.h"
#include "gtest/gtest.h"

using namespace clang;
using namespace tombstone;

static constexpr char Prelude[] = R"cpp(
namespace std {
using size_t = decltype(sizeof 0);
template <class T> struct remove_reference { using type = T; };
template <class T> struct remove_reference<T &> { using type = T; };
template <class T> struct remove_reference<T &&> { using type = T; };
template <class T> typename remove_reference<T>::type &&move(T &&t) {
  return static_cast<typename remove_reference<T>::type &&>(t);
}
template <class A, class B> struct pair { A first; B second; };
template <class K, class V> class map {
public:
  using key_type = K;
  using mapped_type = V;
  using value_type = pair<const K, V>;
  struct iterator {
    value_type &operator*() const;
    value_type *operator->() const;
    iterator &operator++();
    iterator operator++(int);
    iterator &operator--();
    bool operator==(const iterator &) const;
  };
  using const_iterator = iterator;
  map();
  map(const map &);
  map(map &&);
  ~map();
  map &operator=(const map &);
  map &operator=(map &&);
  V &operator[](const K &);
  V &at(const K &);
  iterator begin();
  iterator end();
  iterator find(const K &);
  size_t count(const K &) const;
  size_t size() const;
  iterator erase(iterator);
  size_t erase(const K &);
  void clear();
  void swap(map &);
};
template <class K, class V> class unordered_map {
public:
  using key_type = K;
  using mapped_type = V;
  using value_type = pair<const K, V>;
  struct iterator {
    value_type &operator*() const noexcept;
    value_type *operator->() const noexcept;
    iterator &operator++() noexcept;
    bool operator==(const iterator &) const noexcept;
  };
  using const_iterator = iterator;
  unordered_map();
  unordered_map(const unordered_map &);
  ~unordered_map();
  V &operator[](const K &);
  iterator begin() noexcept;
  iterator end() noexcept;
  iterator find(const K &);
  bool contains(const K &) const noexcept;
  size_t count(const K &) const noexcept;
  size_t erase(const K &);
  void clear() noexcept;
  void rehash(size_t);
  void reserve(size_t);
};
} // namespace std
using Map = std::map<int, int>;
using Table = std::unordered_map<int, int>;
void use(int);
bool flag();
int number();
)cpp";

Snippet::Snippet(llvm::StringRef Code)
    : Code(Code),
      Unit(tooling::buildASTFromCodeWithArgs(
          Code, {"-std=c++20", "-include", "prelude.h"}, "snippet.cpp",
          "snippet", std::make_shared<PCHContainerOperations>(),
          tooling::getClangStripDependencyFileAdjuster(),
          {{"prelude.h", Prelude}})),
      Effects(builtinTable()) {
  EXPECT_FALSE(context().getDiagnostics().hasErrorOccurred()) << Code.str();
}

const FunctionDecl &Snippet::function(llvm::StringRef Name) const {
  const DeclarationName Id(&context().Idents.get(Name));
  for (const NamedDecl *D : context().getTranslationUnitDecl()->lookup(Id))
    if (const auto *F = dyn_cast<FunctionDecl>(D))
      if (const FunctionDecl *Definition = F->getDefinition())
        return *Definition;
  llvm_unreachable("the snippet defines no such function");
}

unsigned Snippet::lineOf(SourceLocation Loc) const {
  return context().getSourceManager().getExpansionLineNumber(Loc);
}

Verdict Snippet::analyze(const Engine::Options &Opts) {
  return Engine(context(), Effects, Opts).analyze(function("f"));
}

std::set<unsigned> Snippet::linesOf(const Verdict &V) const {
  std::set<unsigned> Lines;
  for (const Finding &F : V.Findings)
    Lines.insert(lineOf(F.Loc));
  return Lines;
}

std::set<unsigned> Snippet::expectedLines() const {
  std::set<unsigned> Lines;
  llvm::SmallVector<llvm::StringRef> Text;
  llvm::StringRef(Code).split(Text, '\n');
  for (unsigned I = 0; I < Text.size(); ++I)
    if (Text[I].rtrim().ends_with("// dead"))
      Lines.insert(I + 1);
  return Lines;
}

Engine::Options Snippet::unhurried() {
  Engine::Options Opts;
  Opts.Limits.MaxSteps = ~0u;
  return Opts;
}
