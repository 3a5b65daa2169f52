//===- State.cpp - What is known at one point of a function ---------------===//
//
// Part of Tombstone, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tombstone/Analysis/State.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"

using namespace tombstone;
using clang::dataflow::LatticeJoinEffect;

bool tombstone::insert(LoanSet &Set, const Loan &L) {
  auto *It = llvm::lower_bound(Set, L);
  if (It != Set.end() && *It == L)
    return false;
  Set.insert(It, L);
  return true;
}

using KeyMap = std::map<RegionId, Key>;

/// What both sides know; an element of one side alone keeps its key.
static bool meetKeys(KeyMap &Into, const KeyMap &From) {
  bool Changed = false;
  for (const auto &[Element, K] : From) {
    auto [It, IsNew] = Into.try_emplace(Element, K);
    if (IsNew) {
      Changed = true;
    } else if (It->second != K && It->second.K != Key::Kind::Unknown) {
      It->second = Key();
      Changed = true;
    }
  }
  return Changed;
}

/// A value is known only if both sides agree on it.
static bool meetValues(KeyMap &Into, const KeyMap &From) {
  return std::erase_if(Into, [&](const auto &Entry) {
           auto It = From.find(Entry.first);
           return It == From.end() || It->second != Entry.second;
         }) != 0;
}

static Room joined(const Room &A, const Room &B) {
  if (A == B)
    return A;
  if (A.K == Room::Kind::None || B.K == Room::Kind::None)
    return Room();
  // Two numbers differ where a loop inserts: it may run as often as there is
  // room, and counting its turns down has no end.
  return {Room::Kind::Unknown, 0};
}

void ContainerFacts::joinAbsent(const ContainerFacts &Other) {
  if (Emptied.isValid() && Other.Emptied.isValid()) {
    Emptied = std::min(Emptied, Other.Emptied);
    return;
  }
  const auto Why = [](const ContainerFacts &Facts, const Key &K) {
    auto Gone = Facts.Absent.find(K);
    return Gone == Facts.Absent.end() ? Facts.Emptied : Gone->second;
  };
  std::map<Key, CauseId> OfBoth;
  for (const ContainerFacts *Side :
       {static_cast<const ContainerFacts *>(this), &Other})
    for (const auto &[Gone, Cause] : Side->Absent)
      if (Why(*this, Gone).isValid() && Why(Other, Gone).isValid())
        OfBoth[Gone] = std::min(Why(*this, Gone), Why(Other, Gone));
  Absent = std::move(OfBoth);
  Emptied = CauseId();
}

void ContainerFacts::join(const ContainerFacts &Other) {
  std::erase_if(Present, [&](const Key &K) { return !Other.Present.count(K); });
  Left = joined(Left, Other.Left);
  joinAbsent(Other);
  SharedWith.insert(Other.SharedWith.begin(), Other.SharedWith.end());
}

static bool joinFacts(std::map<RegionId, ContainerFacts> &Into,
                      const std::map<RegionId, ContainerFacts> &From) {
  bool Changed = false;
  for (const auto &[Container, Facts] : From)
    if (!Facts.SharedWith.empty())
      Into.try_emplace(Container);
  for (auto It = Into.begin(); It != Into.end();) {
    const ContainerFacts Before = It->second;
    auto Other = From.find(It->first);
    It->second.join(Other == From.end() ? ContainerFacts() : Other->second);
    Changed |= It->second != Before;
    It = It->second.empty() ? Into.erase(It) : std::next(It);
  }
  return Changed;
}

LatticeJoinEffect State::join(const State &Other) {
  bool Changed = false;
  for (const auto &[Holder, Loans] : Other.Handles) {
    auto [It, IsNew] = Handles.try_emplace(Holder, Loans);
    Changed |= IsNew;
    if (!IsNew)
      for (const Loan &L : Loans)
        Changed |= insert(It->second, L);
  }
  Changed |= meetKeys(Keys, Other.Keys);
  Changed |= meetValues(Values, Other.Values);
  Changed |= joinFacts(Containers, Other.Containers);
  return Changed ? LatticeJoinEffect::Changed : LatticeJoinEffect::Unchanged;
}

void State::forgetIdleKeys(const RegionTable &Regions,
                           llvm::function_ref<bool(RegionId)> MayForget) {
  if (Keys.empty())
    return;
  llvm::DenseSet<uint32_t> Met;
  const auto Meet = [&](RegionId R) {
    while (R.isValid() && Met.insert(R.value()).second && !Regions.isRoot(R))
      R = Regions.base(R);
  };
  for (const auto &[Holder, Loans] : Handles) {
    Meet(Holder);
    for (const Loan &L : Loans)
      Meet(L.Of);
  }
  for (const auto &[Variable, K] : Values)
    Meet(K.Of);
  for (const auto &[Container, Facts] : Containers) {
    for (const Key &K : Facts.Present)
      Meet(K.Of);
    for (const auto &[Gone, Why] : Facts.Absent)
      Meet(Gone.Of);
  }
  for (const auto &[Element, K] : Keys)
    if (K.Of.isValid())
      Meet(K.Of);
  std::erase_if(Keys, [&](const auto &Entry) {
    return !Met.contains(Entry.first.value()) && MayForget(Entry.first);
  });
}

size_t State::largestSet() const {
  size_t Largest = 0;
  for (const auto &[Holder, Loans] : Handles)
    Largest = std::max<size_t>(Largest, Loans.size());
  return Largest;
}

static llvm::StringRef lifeName(Life L) {
  switch (L) {
  case Life::Alive:
    return "";
  case Life::InNode:
    return " in node";
  case Life::MaybeDead:
    return " maybe dead";
  case Life::Dead:
    return " dead";
  case Life::Reported:
    return " reported";
  case Life::Missing:
    return " missing";
  }
  llvm_unreachable("unhandled life");
}

std::string tombstone::toString(const Key &K, const RegionTable &Regions,
                                const Vocabulary &V) {
  const auto Of = [&] { return Regions.toString(K.Of, V); };
  switch (K.K) {
  case Key::Kind::Unknown:
    return "?";
  case Key::Kind::Constant:
    return V.Names[K.Constant].str();
  case Key::Kind::ValueOf:
    return Of();
  case Key::Kind::KeyOf:
    return "key of " + Of();
  case Key::Kind::Begin:
    return "begin";
  case Key::Kind::End:
    return "end";
  case Key::Kind::After:
    return "after " + Of();
  case Key::Kind::Before:
    return "before " + Of();
  }
  llvm_unreachable("unhandled key kind");
}

static std::string factsText(const ContainerFacts &Facts,
                             const RegionTable &Regions, const Vocabulary &V) {
  std::string Text;
  for (const Key &K : Facts.Present)
    Text += " has " + toString(K, Regions, V) + ",";
  if (Facts.Emptied.isValid())
    Text += " is empty,";
  for (const auto &[Gone, Why] : Facts.Absent)
    Text += " lacks " + toString(Gone, Regions, V) + ",";
  if (Facts.Left.K != Room::Kind::None)
    Text +=
        " room for " +
        (Facts.Left.K == Room::Kind::Known ? std::to_string(Facts.Left.Count)
                                           : std::string("?")) +
        ",";
  for (RegionId Copy : Facts.SharedWith)
    Text += " shares with " + Regions.toString(Copy, V) + ",";
  if (!Text.empty())
    Text.back() = '\n';
  return Text;
}

std::string State::toString(const RegionTable &Regions,
                            const Vocabulary &V) const {
  std::string Text;
  for (const auto &[Holder, Loans] : Handles) {
    Text += Regions.toString(Holder, V) + " ->";
    for (const Loan &L : Loans)
      Text += " " + formName(L.HandleForm).str() + " " +
              Regions.toString(L.Of, V) + lifeName(L.L).str() + ",";
    if (Loans.empty())
      Text += " ?,";
    Text.back() = '\n';
  }
  for (const auto &[Element, K] : Keys)
    Text += Regions.toString(Element, V) + " has key " +
            tombstone::toString(K, Regions, V) + "\n";
  for (const auto &[Variable, K] : Values)
    Text += Regions.toString(Variable, V) + " = " +
            tombstone::toString(K, Regions, V) + "\n";
  for (const auto &[Container, Facts] : Containers)
    Text += Regions.toString(Container, V) + factsText(Facts, Regions, V);
  return Text;
}
