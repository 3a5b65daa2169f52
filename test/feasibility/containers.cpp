// RUN: %marks
// What containers, iterators, owners and optionals are asked.
#include "../relocation/Inputs/abseil.h"
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

using Map = std::map<int, std::string>;
using Flat = absl::flat_hash_map<int, int>;
void use(const std::string &);
void use(int);
bool flag();
void log();

// ===-- Iterators -----------------------------------------------------------===

void endAfterFind_ok(Map &m, int k) {
  std::string &r = m[k];
  auto it = m.find(k + 1);
  if (it != m.end())
    m.erase(k);
  if (it == m.end())
    use(r);
}

void endAfterFind_bad(Map &m, int k) {
  std::string &r = m[k];
  auto it = m.find(k + 1);
  if (it != m.end())
    m.erase(k);
  if (it != m.end())
    use(r); // ERASED
}

void foundAnew_bad(Map &m, int k) {
  std::string &r = m[k];
  auto it = m.find(k + 1);
  if (it != m.end())
    m.erase(k);
  it = m.find(k + 2);
  if (it == m.end())
    use(r); // ERASED
}

// erase(it) ran where it is not past the end.
void endDecides_ok(Map &m, std::map<int, std::string *> &other, int k) {
  auto it = m.find(k);
  std::string *p = it == m.end() ? nullptr : &it->second;
  if (it != m.end())
    m.erase(it);
  if (p == nullptr)
    return;
  if (it == m.end())
    use(*p);
}

void stepped_bad(Map &m, int k) {
  std::string &r = m[k];
  auto it = m.begin();
  if (it != m.end())
    m.erase(k);
  ++it;
  if (it == m.end())
    use(r); // ERASED
}

// ===-- Whether there is an element -----------------------------------------===

void counted_ok(Map &m, std::set<int> &old, int k) {
  std::string &r = m[k];
  if (old.count(k))
    m.erase(k);
  if (!old.contains(k))
    use(r);
}

void counted_bad(Map &m, std::set<int> &old, int k) {
  std::string &r = m[k];
  if (old.count(k))
    m.erase(k);
  old.erase(k);
  if (!old.contains(k))
    use(r); // ERASED
}

void countedOther_bad(Map &m, std::set<int> &old, int k, int j) {
  std::string &r = m[k];
  if (old.count(k))
    m.erase(k);
  if (old.count(j) == 0)
    use(r); // ERASED
}

void countedByFind_ok(Map &m, std::set<int> &old, int k) {
  std::string &r = m[k];
  if (old.find(k) != old.end())
    m.erase(k);
  if (old.count(k) == 0)
    use(r);
}

void countedCalled_bad(Map &m, std::set<int> &old, int k) {
  std::string &r = m[k];
  if (old.count(k))
    m.erase(k);
  log();
  if (!old.count(k))
    use(r); // ERASED
}

void empty_ok(Map &m, std::set<int> &old, int k) {
  std::string &r = m[k];
  if (old.empty())
    m.erase(k);
  if (!old.empty())
    use(r);
}

void empty_bad(Map &m, std::set<int> &old, int k) {
  std::string &r = m[k];
  if (old.empty())
    m.erase(k);
  old.insert(k);
  if (!old.empty())
    use(r); // ERASED
}

void sizes_ok(Map &m, const std::string &s, int k) {
  std::string &r = m[k];
  if (s.size() > 4)
    m.erase(k);
  if (s.size() < 3)
    use(r);
}

// ===-- Whether it was erased or inserted -----------------------------------===

void countOfErase_ok(Map &m, Map &other, int k) {
  Map &target = flag() ? m : other;
  std::string &r = m[k];
  if (target.erase(k) == 0)
    use(r);
}

void countOfErase_bad(Map &m, Map &other, int k) {
  Map &target = flag() ? m : other;
  std::string &r = m[k];
  if (target.erase(k) == 1)
    use(r); // ERASED
}

void inserted_ok(Flat &m, int k, int j) {
  int &r = m[k];
  const bool isNew = m.try_emplace(j, 0).second;
  if (!isNew)
    use(r);
}

void inserted_bad(Flat &m, int k, int j) {
  int &r = m[k];
  const bool isNew = m.try_emplace(j, 0).second;
  if (isNew)
    use(r); // DEAD
}

void insertedBinding_ok(Flat &m, int k, int j) {
  int &r = m[k];
  auto [it, inserted] = m.try_emplace(j, 0);
  if (!inserted)
    use(r);
}

void insertedBinding_bad(Flat &m, int k, int j) {
  int &r = m[k];
  auto [it, inserted] = m.try_emplace(j, 0);
  if (inserted)
    use(r); // DEAD
}

void insertedElsewhere_ok(Map &m, std::set<int> &seen, int k) {
  std::string &r = m[k];
  auto [it, inserted] = seen.insert(k);
  if (!inserted)
    m.erase(k);
  if (inserted)
    use(r);
}

void insertedElsewhere_bad(Map &m, std::set<int> &seen, int k) {
  std::string &r = m[k];
  auto [it, inserted] = seen.insert(k);
  if (!inserted)
    m.erase(k);
  if (!inserted)
    use(r); // ERASED
}

void insertedMember_ok(Map &m, std::set<int> &seen, int k) {
  std::string &r = m[k];
  auto result = seen.insert(k);
  if (!result.second)
    m.erase(k);
  if (result.second)
    use(r);
}

// Two keys that a condition found equal are one key.
void equalKeys_ok(Flat &m, int k, int j) {
  int &r = m[k];
  if (k == j) {
    m[j] = 1;
    use(r);
  }
}

void otherKeys_bad(Flat &m, int k, int j) {
  int &r = m[k];
  if (k != j) {
    m[j] = 1;
    use(r); // DEAD
  }
}

// ===-- Optionals and owners ------------------------------------------------===

void optional_ok(Map &m, int k, std::optional<int> o) {
  std::string &r = m[k];
  if (o.has_value())
    m.erase(k);
  if (!o.has_value())
    use(r);
}

void optional_bad(Map &m, int k, std::optional<int> o) {
  std::string &r = m[k];
  if (o.has_value())
    m.erase(k);
  o.reset();
  if (!o.has_value())
    use(r); // ERASED
}

void optionalAsBool_ok(Map &m, int k, std::optional<int> o) {
  std::string &r = m[k];
  if (o)
    m.erase(k);
  if (!o)
    use(r);
}

void owner_ok(Map &m, int k, std::unique_ptr<int> p) {
  std::string &r = m[k];
  if (p)
    m.erase(k);
  if (p == nullptr)
    use(r);
}

void owner_bad(Map &m, int k, std::unique_ptr<int> p) {
  std::string &r = m[k];
  if (p)
    m.erase(k);
  p.reset();
  if (p == nullptr)
    use(r); // ERASED
}

void ownerMovedAway_bad(Map &m, int k, std::unique_ptr<int> p) {
  std::string &r = m[k];
  if (p)
    m.erase(k);
  std::unique_ptr<int> q = std::move(p);
  if (p == nullptr)
    use(r); // ERASED
}
