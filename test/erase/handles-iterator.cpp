// RUN: %check
// Iterators of all sorts, however they were reached, and what counts as a use of one.
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

void use(int);
void use(const std::string &);
bool flag();

using Map = std::map<int, int>;
int valueOf(Map::iterator it) { return it->second; }

void iterator_bad(Map &m, int k) {
  Map::iterator it = m.find(k);
  m.erase(it);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after its element of 'm' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'it' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here
}

void iterator_ok(Map &m, int k) {
  Map::iterator it = m.find(k);
  use(it->second);
  m.erase(it);
}

void constIterator_bad(Map &m, int k) {
  Map::const_iterator it = m.find(k);
  m.erase(k);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void constIterator_ok(Map &m, int k) {
  Map::const_iterator it = m.find(k);
  it = m.erase(it);
  if (it != m.cend())
    use(it->second);
}

void star_bad(Map &m, int k) {
  auto it = m.find(k);
  m.erase(k);
  use((*it).first);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void begin_bad(Map &m) {
  auto it = m.begin();
  m.erase(m.begin());
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void begin_ok(Map &m) {
  auto it = m.begin();
  m.erase(std::next(it));
  use(it->second);
}

void lowerBound_bad(Map &m, int k) {
  auto it = m.lower_bound(k);
  m.erase(it);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void upperBound_bad(Map &m, int k) {
  auto it = m.upper_bound(k);
  m.erase(it);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void bounds_ok(Map &m, int k) {
  auto low = m.lower_bound(k);
  auto high = m.upper_bound(k);
  m.erase(low);
  if (high != m.end())
    use(high->second);
}

void equalRange_bad(std::multimap<int, int> &m, int k) {
  auto range = m.equal_range(k);
  m.erase(k);
  use(range.first->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void equalRange_ok(std::multimap<int, int> &m, int k) {
  auto range = m.equal_range(k);
  m.erase(range.first, range.second);
  if (range.second != m.end())
    use(range.second->second);
}

void reverseIterator_bad(Map &m) {
  auto rit = std::next(m.rbegin());
  m.clear();
  use(rit->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'rit' is used after {{.*}} [tombstone-use-after-erase]
}

void makeReverseIterator_bad(Map &m, int k) {
  auto it = m.find(k);
  auto rit = std::make_reverse_iterator(it);
  m.erase(it);
  ++rit;
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'rit' is used after {{.*}} [tombstone-use-after-erase]
}

void reverseIterator_ok(Map &m) {
  auto rit = m.rbegin();
  while (rit != m.rend())
    rit = std::make_reverse_iterator(m.erase(std::next(rit).base()));
}

void localIterator_bad(std::unordered_map<int, int> &m, int k) {
  auto it = m.begin(m.bucket(k));
  m.clear();
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void localIterator_ok(std::unordered_map<int, int> &m, int k) {
  auto it = m.begin(m.bucket(k));
  m.clear();
  m[k] = 1;
  it = m.begin(m.bucket(k));
  use(it->second);
}

void increment_bad(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  ++it;
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void postIncrement_bad(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  it++;
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void decrement_bad(Map &m) {
  auto it = std::next(m.begin());
  m.erase(it);
  --it;
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void increment_ok(Map &m, int k) {
  auto it = m.find(k);
  auto dead = it++;
  m.erase(dead);
  if (it != m.end())
    use(it->second);
}

void next_bad(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  it = std::next(it);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void nextOfDead_bad(Map &m, int k) {
  auto it = m.find(k);
  auto following = std::next(it);
  m.erase(following);
  use(following->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'following' is used after {{.*}} [tombstone-use-after-erase]
}

void next_ok(Map &m, int k) {
  auto it = m.find(k);
  auto following = std::next(it);
  m.erase(it);
  it = following;
  if (it != m.end())
    use(it->second);
}

void prev_bad(Map &m) {
  auto last = std::prev(m.end());
  m.erase(last);
  use(last->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'last' is used after {{.*}} [tombstone-use-after-erase]
}

void prev_ok(Map &m) {
  auto last = std::prev(m.end());
  auto before = std::prev(last);
  m.erase(last);
  use(before->second);
}

void advance_bad(Map &m) {
  auto it = m.begin();
  m.erase(it);
  std::advance(it, 1);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void advanceThenErase_bad(Map &m) {
  auto it = m.begin();
  std::advance(it, 1);
  m.erase(it);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void advance_ok(Map &m) {
  auto first = m.begin();
  auto it = first;
  std::advance(it, 1);
  m.erase(first);
  use(it->second);
}

void copyOfIterator_bad(Map &m, int k) {
  auto it = m.find(k);
  auto copy = it;
  m.erase(it);
  use(copy->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'copy' is used after {{.*}} [tombstone-use-after-erase]
}

void copyOfIterator_ok(Map &m, int k, int other) {
  auto it = m.find(k);
  auto copy = it;
  it = m.find(other);
  use(copy->second);
  use(it->second);
}

void erasedTwice_bad(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  m.erase(it);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void passedByValue_bad(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  use(valueOf(it));
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void passedByValue_ok(Map &m, int k) {
  auto it = m.find(k);
  use(valueOf(it));
  m.erase(it);
}

void rangeOfErase_bad(Map &m, int k) {
  auto it = m.find(k);
  m.erase(k);
  m.erase(it, m.end());
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void passedAsHint_bad(Map &m, int k) {
  auto hint = m.find(k);
  m.erase(hint);
  m.emplace_hint(hint, k, 1);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'hint' is used after {{.*}} [tombstone-use-after-erase]
}

void passedAsHint_ok(Map &m, int k) {
  auto hint = m.find(k);
  hint = m.erase(hint);
  m.emplace_hint(hint, k, 1);
}

void secondUseIsTheSameBug_bad(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  use(it->first);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
  use(it->second);
}

void comparedOnly_ok(Map &m, int k) {
  auto it = m.find(k);
  auto end = m.end();
  m.erase(k);
  use(it == end);
}

void endSurvives_ok(Map &m, int k) {
  auto end = m.end();
  m.erase(k);
  if (end != m.begin())
    use(std::prev(end)->second);
}

void prevThenClear_bad(Map &m) {
  auto last = std::prev(m.end());
  m.clear();
  use(last->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'last' is used after {{.*}} [tombstone-use-after-erase]
}

void prevThenClear_ok(Map &m, Map &other) {
  auto last = std::prev(m.end());
  other.clear();
  use(last->second);
}

void boundsThenClear_bad(Map &m, int k) {
  auto lower = m.lower_bound(k);
  auto upper = m.upper_bound(k);
  m.clear();
  use(lower->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'lower' is used after {{.*}} [tombstone-use-after-erase]
  use(upper->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'upper' is used after {{.*}} [tombstone-use-after-erase]
}

void boundsThenClear_ok(Map &m, Map &other, int k) {
  auto lower = m.lower_bound(k);
  auto upper = m.upper_bound(k);
  other.clear();
  use(lower->second);
  use(upper->second);
}
