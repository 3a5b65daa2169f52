// REQUIRES: tsl
// RUN: %marks
// Tessil's hash tables. robin: an insertion and an erasure move others;
// hopscotch: an insertion may; ordered: elements in a std::deque, "all the
// iterators are invalidated if an erase occurs".
#include <string>
#include <string_view>
#include <tsl/hopscotch_map.h>
#include <tsl/hopscotch_set.h>
#include <tsl/ordered_map.h>
#include <tsl/ordered_set.h>
#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

using Robin = tsl::robin_map<int, int>;
using RobinStrings = tsl::robin_map<int, std::string>;
using Hopscotch = tsl::hopscotch_map<int, int>;
using Ordered = tsl::ordered_map<int, int>;

bool isOdd(int);
void use(int);
void use(std::string_view);

void robinInsertReference_bad(Robin &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

int &robinGet(Robin &m, int k) { return m[k]; }
void robinGetOther_bad(Robin &m, int a, int b) {
  int &r = m[a];
  robinGet(m, b);
  use(r); // DEAD
}
void robinGetSame_ok(Robin &m, int a) {
  int &r = m[a];
  robinGet(m, a);
  use(r);
}

void robinInsertPointer_bad(Robin &m, int a, int b) {
  int *p = &m.at(a);
  m.emplace(b, 1);
  use(*p); // DEAD
}

void robinInsertIterator_bad(Robin &m, int a, int b) {
  auto it = m.find(a);
  m.try_emplace(b, 1);
  it.value() = 2; // DEAD
}

void robinInsertFound_ok(Robin &m, int a, int b) {
  auto it = m.find(a);
  if (m.contains(b))
    m[b] = 1;
  use(it->second);
}

void robinAssignOther_bad(RobinStrings &m, int a, int b) {
  m[a] = m[b]; // DEAD
}

void robinArgument_bad(RobinStrings &m, int a, int b) {
  m.try_emplace(b, m.at(a)); // DEAD
}

void robinEraseReference_bad(Robin &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void robinEraseOtherReference_bad(Robin &m) {
  int &r = m.at(1);
  m.erase(2);
  use(r); // DEAD
}

void robinEraseOtherPointer_bad(Robin &m) {
  int *p = &m.at(1);
  m.erase(2);
  use(*p); // DEAD
}

void robinEraseOtherIterator_bad(Robin &m) {
  auto it = m.find(1);
  m.erase(2);
  use(it->second); // DEAD
}

void robinEraseLoop_ok(Robin &m) {
  for (auto it = m.begin(); it != m.end();)
    if (isOdd(it->second))
      it = m.erase(it);
    else
      ++it;
}

// What is good for a std::unordered_map is not for this one.
void robinEraseLoopPostIncrement_bad(Robin &m) {
  for (auto it = m.begin(); it != m.end();)
    if (isOdd(it->second)) // DEAD
      m.erase(it++);
    else
      ++it;
}

void robinReserveReference_bad(Robin &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r); // DEAD
}

void robinReserveIterator_bad(Robin &m, int a) {
  auto it = m.find(a);
  m.rehash(100);
  use(it->second); // DEAD
}

// Reserved or not, a new element may take the place of another.
void robinReserveFirst_bad() {
  Robin m;
  m.reserve(10);
  int &r = m[1];
  m[2] = 1;
  use(r); // DEAD
}

void robinMoveReference_ok(Robin &m, int a) {
  int &r = m[a];
  Robin n(std::move(m));
  use(r);
}

void robinMoveIterator_ok(Robin &m, int a) {
  auto it = m.find(a);
  Robin n(std::move(m));
  use(it->second);
}

void robinAssigned_bad(Robin &m, Robin &n, int a) {
  int &r = m[a];
  m = std::move(n);
  use(r); // ERASED
}

void robinSwap_ok(Robin &m, Robin &n, int a) {
  int *p = &m[a];
  m.swap(n);
  use(*p);
}

void robinSetInsert_bad(tsl::robin_set<int> &s, int a, int b) {
  const int &r = *s.find(a);
  s.insert(b);
  use(r); // DEAD
}

void robinShortString_bad(RobinStrings &m, int a, int b) {
  std::string_view s = m[a];
  m[b] = "";
  use(s); // DEAD
}

void hopscotchInsertReference_bad(Hopscotch &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void hopscotchInsertIterator_bad(Hopscotch &m, int a, int b) {
  auto it = m.find(a);
  m.insert({b, 1});
  use(it->second); // DEAD
}

void hopscotchInsertSameKey_ok(Hopscotch &m, int a) {
  int *p = &m[a];
  m[a] = 2;
  use(*p);
}

void hopscotchEraseReference_bad(Hopscotch &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

// "iterator on the erased element is the only one which become invalid".
void hopscotchEraseOther_ok(Hopscotch &m) {
  int &r = m.at(1);
  auto it = m.find(1);
  m.erase(2);
  use(r);
  use(it->second);
}

void hopscotchReserve_bad(Hopscotch &m, int a) {
  int *p = &m[a];
  m.reserve(100);
  use(*p); // DEAD
}

void hopscotchMoveReference_ok(Hopscotch &m, int a) {
  int &r = m[a];
  Hopscotch n(std::move(m));
  use(r);
}

void hopscotchMoveIterator_bad(Hopscotch &m, int a) {
  auto it = m.find(a);
  Hopscotch n(std::move(m));
  use(it->second); // DEAD
}

void hopscotchSetInsert_bad(tsl::hopscotch_set<int> &s, int a, int b) {
  auto it = s.find(a);
  s.insert(b);
  use(*it); // DEAD
}

void orderedInsertReference_ok(Ordered &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r);
}

void orderedInsertPointer_ok(Ordered &m, int a, int b) {
  int *p = &m[a];
  m.emplace(b, 1);
  use(*p);
}

void orderedInsertIterator_bad(Ordered &m, int a, int b) {
  auto it = m.find(a);
  m.insert({b, 1});
  use(it->second); // DEAD
}

void orderedEraseReference_bad(Ordered &m, int a) {
  int &r = m[a];
  m.erase(a);
  use(r); // ERASED
}

void orderedEraseOther_bad(Ordered &m) {
  int &r = m.at(1);
  m.erase(2);
  use(r); // DEAD
}

void orderedUnorderedErase_bad(Ordered &m) {
  auto it = m.find(1);
  m.unordered_erase(2);
  use(it->second); // DEAD
}

void orderedEraseLoop_ok(Ordered &m) {
  for (auto it = m.begin(); it != m.end();)
    if (isOdd(it->second))
      it = m.erase(it);
    else
      ++it;
}

void orderedPopBack_bad(Ordered &m) {
  auto it = m.begin();
  m.pop_back();
  use(it->second); // DEAD
}

void orderedReserveReference_ok(Ordered &m, int a) {
  int &r = m[a];
  m.reserve(100);
  use(r);
}

void orderedReserveIterator_bad(Ordered &m, int a) {
  auto it = m.find(a);
  m.reserve(100);
  use(it->second); // DEAD
}

void orderedMove_ok(Ordered &m, int a) {
  int &r = m[a];
  auto it = m.find(a);
  Ordered n(std::move(m));
  use(r);
  use(it->second);
}

void orderedSetInsert_ok(tsl::ordered_set<int> &s, int a, int b) {
  const int &r = *s.find(a);
  s.insert(b);
  use(r);
}

void orderedSetInsert_bad(tsl::ordered_set<int> &s, int a, int b) {
  auto it = s.find(a);
  s.insert(b);
  use(*it); // DEAD
}
