// RUN: %marks
// Growth, and when there is none: there is room.
#include "Inputs/abseil.h"
#include <unordered_map>
#include <utility>
#include <vector>

void use(int);
bool flag();
using Map = std::unordered_map<int, int>;
using Flat = absl::flat_hash_map<int, int>;

// ===-- Room ----------------------------------------------------------------===

void reserved_ok() {
  Map m;
  m.reserve(3);
  auto it = m.emplace(1, 10).first;
  m.emplace(2, 20);
  m.emplace(3, 30);
  use(it->second);
}

void reservedOneTooMany_bad() {
  Map m;
  m.reserve(3);
  auto it = m.emplace(1, 10).first;
  m.emplace(2, 20);
  m.emplace(3, 30);
  m.emplace(4, 40);
  use(it->second); // DEAD
}

void reservedFlat_ok() {
  Flat m;
  m.reserve(2);
  int &r = m[1];
  m[2] = 20;
  use(r);
}

void reservedFlatOneTooMany_bad() {
  Flat m;
  m.reserve(2);
  int &r = m[1];
  m[2] = 20;
  m[3] = 30;
  use(r); // DEAD
}

// A number that is not constant may be enough.
void reservedVariable_ok(const std::vector<int> &keys) {
  Map m;
  m.reserve(keys.size() + 1);
  auto it = m.emplace(-1, 0).first;
  for (int k : keys)
    m.emplace(k, 0);
  use(it->second);
}

// reserve(n) itself may rehash.
void reserveItself_bad(Map &m, int k) {
  auto it = m.find(k);
  m.reserve(10);
  use(it->second); // DEAD
}

void reservedInOneBranch_bad(Map &m, int k, int j) {
  if (flag())
    m.reserve(100);
  auto it = m.find(k);
  m.emplace(j, 0);
  use(it->second); // DEAD
}

void reservedInBothBranches_ok(int k, int j) {
  Map m;
  if (flag())
    m.reserve(100);
  else
    m.reserve(50);
  auto it = m.emplace(k, 0).first;
  m.emplace(j, 0);
  use(it->second);
}

// [unord.req.general], of rehash(0): the table may shrink.
void rehashZero_bad(Map &m, int k) {
  auto it = m.find(k);
  m.rehash(0);
  use(it->second); // DEAD
}

// A rehash to few buckets takes the room away again.
void rehashAfterReserve_bad(int j) {
  Map m;
  m.reserve(100);
  m.rehash(0);
  auto it = m.emplace(1, 10).first;
  m.emplace(j, 0);
  use(it->second); // DEAD
}

// [unord.req.general]: a.max_load_factor(z) "May change the container's maximum
// load factor"; it is an insertion that rehashes by it.
void maxLoadFactor_ok(Map &m, int k) {
  auto it = m.find(k);
  m.max_load_factor(0.5f);
  use(it->second);
}

void maxLoadFactorAndInsertion_bad(Map &m, int k, int j) {
  auto it = m.find(k);
  m.max_load_factor(0.1f);
  m.emplace(j, 0);
  use(it->second); // DEAD
}

void several_bad(Map &m, int k, const std::vector<Map::value_type> &more) {
  auto it = m.find(k);
  m.insert(more.begin(), more.end());
  use(it->second); // DEAD
}

void severalInList_bad(Map &m, int k) {
  auto it = m.find(k);
  m.insert({{1, 1}, {2, 2}});
  use(it->second); // DEAD
}

// An insertion of several into what is reserved may find room.
void severalReserved_ok(const std::vector<Map::value_type> &more) {
  Map m;
  m.reserve(100);
  auto it = m.emplace(1, 1).first;
  m.insert(more.begin(), more.end());
  use(it->second);
}

// Room belongs to the object that was asked for it.
void reservedOther_bad(Map &m, Map &other, int k, int j) {
  other.reserve(100);
  auto it = m.find(k);
  m.emplace(j, 0);
  use(it->second); // DEAD
}

void reservedThenReplaced_bad(Map &m, Map &other, int k, int j) {
  m.reserve(100);
  m = other;
  auto it = m.find(k);
  m.emplace(j, 0);
  use(it->second); // DEAD
}

// The room goes with the elements.
void reservedThenSwapped_bad(int k, int j) {
  Map m, other;
  m.reserve(100);
  m.swap(other);
  auto it = m.emplace(k, 0).first;
  m.emplace(j, 0);
  use(it->second); // DEAD
}

void reservedThenMoved_ok(int k, int j) {
  Map m;
  m.reserve(100);
  Map moved = std::move(m);
  auto it = moved.emplace(k, 0).first;
  moved.emplace(j, 0);
  use(it->second);
}

struct Cache {
  Map entries;
  Flat prices;

  void member_bad(int k, int j) {
    auto it = entries.find(k);
    entries.emplace(j, 0);
    use(it->second); // DEAD
  }
  void memberOfOther_bad(Cache &other, int k, int j) {
    auto it = other.entries.find(k);
    other.entries.emplace(j, 0);
    use(it->second); // DEAD
  }
  void memberReserved_ok(int k) {
    entries.clear();
    entries.reserve(2);
    auto it = entries.emplace(k, 0).first;
    entries.emplace(k + 1, 0);
    use(it->second);
  }
  void twoMembers_ok(int k, int j) {
    int &price = prices[k];
    entries[j] = 1;
    use(price);
  }
};
