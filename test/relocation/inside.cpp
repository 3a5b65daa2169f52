// RUN: %marks
// What an element owns elsewhere stays where it is when the element moves; what
// lies inside the element moves with it.
#include "Inputs/abseil.h"
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

void use(int);
void use(char);
void use(std::string_view);

struct Inner {
  int number;
  std::string name;
  std::vector<int> list;
};
struct Outer {
  Inner inner;
  int array[4];
  std::unique_ptr<Inner> owned;
  Inner *borrowed;
};

template <class V> using Flat = absl::flat_hash_map<int, V>;

// ===-- Elsewhere -----------------------------------------------------------===

// [container.reqmts]: a vector's move constructor leaves the elements where
// they are, and handles to them stay.
void elementOfVector_ok(Flat<std::vector<int>> &m, int k, int j) {
  int &r = m[k][0];
  m[j];
  use(r);
}

void iteratorOfVector_ok(Flat<std::vector<int>> &m, int k, int j) {
  auto it = m[k].begin();
  m[j];
  use(*it);
}

void dataOfVector_ok(Flat<std::vector<int>> &m, int k, int j) {
  int *p = m[k].data();
  m[j];
  use(*p);
}

void objectOfUniquePtr_ok(Flat<std::unique_ptr<Inner>> &m, int k, int j) {
  Inner &r = *m[k];
  m[j] = nullptr;
  use(r.number);
}

void pointerFromUniquePtr_ok(Flat<std::unique_ptr<Inner>> &m, int k, int j) {
  Inner *p = m[k].get();
  m[j] = std::make_unique<Inner>();
  use(p->number);
}

void objectOfSharedPtr_ok(Flat<std::shared_ptr<Inner>> &m, int k, int j) {
  Inner &r = *m.at(k);
  m[j] = nullptr;
  use(r.number);
}

void pointerValue_ok(Flat<Inner *> &m, int k, int j) {
  Inner *p = m[k];
  m[j] = nullptr;
  use(p->number);
}

void mapInMap_ok(Flat<std::map<int, int>> &m, int k, int j) {
  int &r = m[k][1];
  m[j];
  use(r);
}

void unorderedInFlat_ok(Flat<std::unordered_map<int, int>> &m, int k, int j) {
  auto it = m[k].find(1);
  m[j];
  use(it->second);
}

void flatInFlat_bad(Flat<Flat<int>> &m, int k, int j) {
  Flat<int> &inner = m[k];
  m[j];
  use(inner[1]); // DEAD
}

void setInFlat_ok(Flat<std::set<int>> &m, int k, int j) {
  auto it = m[k].begin();
  m[j];
  use(*it);
}

void vectorMember_ok(Flat<Inner> &m, int k, int j) {
  int &r = m[k].list[0];
  m[j];
  use(r);
}

void ownedByMember_ok(Flat<Outer> &m, int k, int j) {
  Inner *p = m[k].owned.get();
  m[j];
  use(p->number);
}

void borrowedByMember_ok(Flat<Outer> &m, int k, int j) {
  Inner *p = m[k].borrowed;
  m[j];
  use(p->number);
}

void vectorOfStrings_ok(Flat<std::vector<std::string>> &m, int k, int j) {
  std::string &r = m[k].front();
  m[j];
  use(r);
}

// A node's own elements stay, however the map of nodes grows.
void nodesElement_ok(std::unordered_map<int, std::vector<int>> &m, int k, int j) {
  std::vector<int> &r = m[k];
  m[j];
  r.push_back(1);
}

void nodesInside_ok(std::unordered_map<int, Outer> &m, int k, int j) {
  int *p = &m[k].array[1];
  m[j];
  use(*p);
}

// ===-- Inside --------------------------------------------------------------===

void vectorItself_bad(Flat<std::vector<int>> &m, int k, int j) {
  std::vector<int> &r = m[k];
  m[j];
  r.push_back(1); // DEAD
}

void uniquePtrItself_bad(Flat<std::unique_ptr<Inner>> &m, int k, int j) {
  std::unique_ptr<Inner> &r = m[k];
  m[j] = nullptr;
  use(r->number); // DEAD
}

void member_bad(Flat<Inner> &m, int k, int j) {
  int &r = m[k].number;
  m[j];
  use(r); // DEAD
}

void memberOfMember_bad(Flat<Outer> &m, int k, int j) {
  std::string &r = m[k].inner.name;
  m[j];
  use(r); // DEAD
}

void builtinArray_bad(Flat<Outer> &m, int k, int j) {
  int *p = &m[k].array[1];
  m[j];
  use(*p); // DEAD
}

void builtinArrayDecayed_bad(Flat<Outer> &m, int k, int j) {
  int *p = m[k].array;
  m[j];
  use(*p); // DEAD
}

void optional_bad(Flat<std::optional<Inner>> &m, int k, int j) {
  Inner &r = *m[k];
  m[j];
  use(r.number); // DEAD
}

void optionalValue_bad(Flat<std::optional<int>> &m, int k, int j) {
  int &r = m[k].value();
  m[j];
  use(r); // DEAD
}

void pairMember_bad(Flat<std::pair<int, int>> &m, int k, int j) {
  int &r = m[k].second;
  m[j];
  use(r); // DEAD
}

// A short string has its characters in itself.
void viewOfString_bad(Flat<std::string> &m, int k, int j) {
  std::string_view view = m[k];
  m[j] = "new";
  use(view); // DEAD
}

void charactersOfString_bad(Flat<std::string> &m, int k, int j) {
  const char *p = m[k].c_str();
  m[j] = "new";
  use(*p); // DEAD
}

void characterOfString_bad(Flat<std::string> &m, int k, int j) {
  char &c = m[k][0];
  m[j] = "new";
  use(c); // DEAD
}

void viewOfKey_bad(absl::flat_hash_map<std::string, int> &m, const std::string &j) {
  std::string_view view = m.begin()->first;
  m[j] = 1;
  use(view); // DEAD
}

void viewOfNode_ok(std::unordered_map<int, std::string> &m, int k, int j) {
  std::string_view view = m[k];
  m[j] = "new";
  use(view);
}

// Elsewhere in elsewhere, then inside.
void stringInVector_ok(Flat<std::vector<std::string>> &m, int k, int j) {
  std::string_view view = m[k][0];
  m[j];
  use(view);
}

void vectorReallocates_ok(Flat<std::vector<int>> &m, int k) {
  m[k].push_back(1);
  m[k].push_back(2);
  use(m[k][0]);
}

// ===-- The inner one grows -------------------------------------------------===

void innerGrows_bad(std::map<int, Flat<int>> &m, int k, int a, int b) {
  int &r = m[k][a];
  m[k][b] = 1;
  use(r); // DEAD
}

void otherInnerGrows_ok(std::map<int, Flat<int>> &m, int a, int b) {
  int &r = m[1][a];
  m[2][b] = 1;
  use(r);
}

void outerNodesGrow_ok(std::unordered_map<int, Flat<int>> &m, int k, int j, int a) {
  int &r = m[k][a];
  m[j];
  use(r);
}

void ownedInnerGrows_bad(Flat<std::unique_ptr<Flat<int>>> &m, int k, int a, int b) {
  Flat<int> &inner = *m[k];
  int &r = inner[a];
  inner[b] = 1;
  use(r); // DEAD
}
