// RUN: %marks
// Dead handles that a function returns. What is read on the way is a use.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

struct Entry {
  std::string name;
  int hits;
};
using Map = std::map<int, Entry>;
using It = Map::iterator;

bool flag();

const Entry &reference_bad(Map &m, int k) {
  const Entry &entry = m[k];
  m.erase(k);
  return entry; // ESCAPES
}

const Entry &reference_ok(Map &m, int k, int j) {
  const Entry &entry = m[k];
  m.erase("xy"[j]);
  return entry;
}

Entry *pointer_bad(Map &m, int k) {
  Entry *p = &m[k];
  m.erase(k);
  return p; // ESCAPES
}

Entry *pointer_ok(Map &m, int k) {
  Entry *p = &m[k];
  if (p->hits == 0) {
    m.erase(k);
    p = nullptr;
  }
  return p;
}

It iterator_bad(Map &m, int k) {
  It it = m.find(k);
  m.erase(it);
  return it; // ESCAPES
}

It iteratorOfResult_ok(Map &m, int k) {
  It it = m.find(k);
  it = m.erase(it);
  return it;
}

It resultOfErase_ok(Map &m, It it) { return m.erase(it); }

It stepped_ok(Map &m, It it) {
  m.erase(it++);
  return it;
}

Map::const_iterator converted_bad(Map &m, It it) {
  m.erase(it);
  return it; // ESCAPES
}

std::string_view view_bad(Map &m, int k) {
  std::string_view name = m[k].name;
  m.erase(k);
  return name; // ESCAPES
}

std::string_view partOfView_bad(Map &m, int k) {
  std::string_view name = m[k].name;
  m.erase(k);
  return name.substr(1); // ESCAPES
}

// The address of a member is computed, and nothing is read.
const std::string &memberByReference_bad(Map &m, It it) {
  m.erase(it);
  return it->second.name; // ESCAPES
}

const std::string *memberByAddress_bad(Map &m, It it) {
  m.erase(it);
  return &it->second.name; // ESCAPES
}

const std::string *memberByAddress_ok(Map &m, It it) {
  const std::string *name = &it->second.name;
  m.erase(std::next(it));
  return name;
}

// By value it is read.
std::string memberByValue_bad(Map &m, It it) {
  m.erase(it);
  return it->second.name; // ERASED
}

int number_bad(Map &m, It it) {
  m.erase(it);
  return it->second.hits; // ERASED
}

const int &throughMember_bad(std::map<int, std::unique_ptr<Entry>> &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  return it->second->hits; // ERASED
}

// An object with a handle in it.
std::pair<It, bool> pair_bad(Map &m, It it) {
  m.erase(it);
  return {it, true}; // ESCAPES
}

std::pair<It, bool> pair_ok(Map &m, It it) {
  it = m.erase(it);
  return {it, true};
}

struct Found {
  Entry *entry = nullptr;
  bool isNew = false;
};

Found inStruct_bad(Map &m, int k) {
  Found found;
  found.entry = &m[k];
  m.erase(k);
  return found; // ESCAPES
}

Found inStruct_ok(Map &m, int k) {
  Found found;
  found.entry = &m[k];
  m.erase(k);
  found.entry = nullptr;
  return found;
}

// What is made of a handle need not be one.
std::string textOfView_ok(Map &m, int k) {
  std::string_view name = m[k].name;
  std::string copy(name);
  m.erase(k);
  return copy;
}

bool whetherFound_ok(Map &m, int k) {
  Entry *p = &m[k];
  m.erase(k);
  return p;
}

// What elements don't own stays; so does what is shared.
Entry *borrowed_ok(std::map<int, Entry *> &m, int k) {
  Entry *p = m[k];
  m.erase(k);
  return p;
}

std::shared_ptr<Entry> shared_ok(std::map<int, std::shared_ptr<Entry>> &m, int k) {
  std::shared_ptr<Entry> p = m[k];
  m.erase(k);
  return p;
}

Entry *released_ok(std::map<int, std::unique_ptr<Entry>> &m, int k) {
  auto it = m.find(k);
  Entry *p = it->second.release();
  m.erase(it);
  return p;
}

Entry *owned_bad(std::map<int, std::unique_ptr<Entry>> &m, int k) {
  Entry *p = m[k].get();
  m.erase(k);
  return p; // ESCAPES
}

// One path is enough; one that throws doesn't return.
Entry *onOnePath_bad(Map &m, int k) {
  Entry *p = &m[k];
  if (flag())
    m.erase(k);
  return p; // ESCAPES
}

Entry *thrown_ok(Map &m, int k) {
  Entry *p = &m[k];
  if (flag()) {
    m.erase(k);
    throw 1;
  }
  return p;
}

Entry *elsewhere_ok(Map &m, int k) {
  Entry *p = &m[k];
  if (flag())
    return p;
  m.erase(k);
  return nullptr;
}

// Used before: the use has the report.
Entry *usedBefore_bad(Map &m, int k) {
  Entry *p = &m[k];
  m.erase(k);
  p->hits = 0; // ERASED
  return p;
}

// Maybe dead.
Entry *otherKey_ok(Map &m, int k, int j) {
  Entry *p = &m[k];
  m.erase(j);
  return p;
}

// A rehash ends iterators.
std::unordered_map<int, int>::iterator rehashed_bad(std::unordered_map<int, int> &m, int k) {
  auto it = m.find(k);
  m.rehash(100);
  return it; // ESCAPES
}

int &rehashed_ok(std::unordered_map<int, int> &m, int k) {
  int &value = m[k];
  m.rehash(100);
  return value;
}

// A lambda's result is its caller's.
int fromLambda_bad(Map &m, int k) {
  auto drop = [&]() -> Entry & {
    Entry &entry = m[k];
    m.erase(k);
    return entry;
  };
  return drop().hits; // ERASED
}
