// RUN: %marks
// When an insertion moves nothing: there is room, or the key is there.
#include "Inputs/abseil.h"
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

void use(int);
bool flag();
int next();
using Map = std::unordered_map<int, int>;
using Set = std::unordered_set<int>;
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

// ===-- The key is there ----------------------------------------------------===

void sameKey_ok(Map &m, int k) {
  auto it = m.emplace(k, 0).first;
  m[k] = 1;
  m.emplace(k, 2);
  m.try_emplace(k, 3);
  m.insert({k, 4});
  use(it->second);
}

void sameConstant_ok(Flat &m) {
  int &r = m[7];
  m[7] += 1;
  use(r);
}

void otherConstant_bad(Flat &m) {
  int &r = m[7];
  m[8] += 1;
  use(r); // DEAD
}

void foundAndTested_ok(Map &m, int k) {
  auto it = m.find(k);
  if (it == m.end())
    return;
  m[k] = 1;
  use(it->second);
}

void foundAndTestedOtherWay_ok(Map &m, int k) {
  if (auto it = m.find(k); m.end() != it) {
    m[k] = 1;
    use(it->second);
  }
}

void foundEndInVariable_ok(Map &m, int k) {
  const auto end = m.end();
  const auto it = m.find(k);
  if (it != end) {
    m[k] = 1;
    use(it->second);
  }
}

void contained_ok(Flat &m, int k, int j) {
  if (!m.contains(j))
    return;
  int &r = m[k];
  m[j] = 1;
  use(r);
}

void counted_ok(Flat &m, int k, int j) {
  if (m.count(j) > 0) {
    int &r = m[k];
    m[j] = 1;
    use(r);
  }
}

void countedAsBool_ok(Flat &m, int k, int j) {
  if (m.count(j)) {
    int &r = m[k];
    m[j] = 1;
    use(r);
  }
}

void countedOne_ok(Flat &m, int k, int j) {
  if (m.count(j) == 1 && m.count(k) >= 1) {
    int &r = m[k];
    m[j] = 1;
    use(r);
  }
}

void containedInOther_bad(Flat &m, Flat &other, int k, int j) {
  if (!other.contains(j))
    return;
  int &r = m[k];
  m[j] = 1;
  use(r); // DEAD
}

void insertedBefore_ok(Flat &m, int k, int j) {
  m.insert({j, 0});
  int &r = m[k];
  m[j] = 1;
  use(r);
}

void subscriptedBefore_ok(Flat &m, int k, int j) {
  m[j] = 0;
  int &r = m[k];
  m[j] = 1;
  use(r);
}

void atBefore_ok(Flat &m, int k, int j) { // at() throws if it isn't there
  int old = m.at(j);
  int &r = m[k];
  m[j] = old + 1;
  use(r);
}

void insertedInOneBranch_bad(Flat &m, int k, int j) {
  if (flag())
    m[j] = 0;
  int &r = m[k];
  m[j] = 1;
  use(r); // DEAD
}

void insertedInBothBranches_ok(Flat &m, int k, int j) {
  if (flag())
    m[j] = 0;
  else
    m.emplace(j, 1);
  int &r = m[k];
  m[j] = 1;
  use(r);
}

void keyOfElement_ok(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it)
    m[it->first] += 1;
}

void keyOfRange_ok(Flat &m) {
  for (auto &[key, value] : m)
    m[key] = value + 1;
}

void keyOfElementCopied_ok(Flat &m) {
  for (auto &element : m) {
    int key = element.first;
    m[key] = element.second + 1;
  }
}

void keyOfRangeChanged_bad(Map &m) {
  for (auto &[key, value] : m) // DEAD
    m[key + 1] = value;
}

void keyOfOtherMap_bad(Flat &m, Flat &other, int k) {
  int &r = m[k];
  for (auto &[key, value] : other)
    m[key] = value;
  use(r); // DEAD
}

void keyCopied_ok(Flat &m, int k) {
  int same = k;
  int &r = m[k];
  m[same] = 1;
  use(r);
}

void keyChanged_bad(Flat &m, int k) {
  int &r = m[k];
  ++k;
  m[k] = 1;
  use(r); // DEAD
}

void keyReplaced_bad(Flat &m, int k) {
  m[k] = 0;
  k = next();
  int &r = m[1];
  m[k] = 1;
  use(r); // DEAD
}

void erasedSince_bad(Map &m, int k, int j) {
  m[j] = 0;
  auto it = m.find(k);
  m.erase(j);
  m[j] = 1;
  use(it->second); // DEAD
}

void otherErasedSince_ok(Flat &m, int j) {
  m[1] = 0;
  int &r = m[j];
  m.erase(2);
  m[1] = 1;
  use(r);
}

void mayBeErasedSince_bad(Flat &m, int j, int i) {
  m[j] = 0;
  m.erase(i);
  int &r = m[1];
  m[j] = 1;
  use(r); // DEAD
}

void clearedSince_bad(Flat &m, int k) {
  m[k] = 0;
  m.clear();
  int &r = m[1];
  m[k] = 1;
  use(r); // DEAD
}

void extractedSince_bad(Map &m, int k) {
  m[k] = 0;
  auto node = m.extract(k);
  auto it = m.emplace(1, 0).first;
  m[k] = 1;
  use(it->second); // DEAD
}

void swappedSince_bad(Flat &m, Flat &other, int k) {
  m[k] = 0;
  m.swap(other);
  int &r = m[1];
  m[k] = 1;
  use(r); // DEAD
}

void assignedSince_bad(Flat &m, Flat &other, int k) {
  m[k] = 0;
  m = other;
  int &r = m[1];
  m[k] = 1;
  use(r); // DEAD
}

void erasedInOneBranch_bad(Flat &m, int k) {
  m[k] = 0;
  if (flag())
    m.erase(k);
  int &r = m[1];
  m[k] = 1;
  use(r); // DEAD
}

void stringKey_ok(absl::flat_hash_map<std::string, int> &m, const std::string &a) {
  int &r = m[a];
  m[a] += 1;
  use(r);
}

void stringKeyChanged_bad(absl::flat_hash_map<std::string, int> &m, std::string a) {
  int &r = m[a];
  a += "x";
  m[a] = 1;
  use(r); // DEAD
}

void replacedInEachTurn_ok(Flat &m, const std::vector<int> &keys) {
  int *last = nullptr;
  for (int k : keys) {
    if (last)
      use(*last);
    last = &m[k];
  }
}

void earlierTurn_bad(Flat &m, const std::vector<int> &keys) {
  int *last = nullptr;
  for (int k : keys) {
    int &r = m[k];
    if (last)
      use(*last); // DEAD
    last = &r;
  }
}
