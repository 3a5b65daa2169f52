// RUN: %marks
// What makes an element absent.
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

void use(int);
bool flag();
int next();
using Map = std::map<int, int>;

void byKey_bad(Map &m, int k) {
  m.erase(k);
  use(m.at(k)); // GONE
}

void byIterator_bad(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  use(m.at(k)); // GONE
}

void byIteratorTested_bad(Map &m, int k) {
  auto it = m.find(k);
  if (it != m.end()) {
    m.erase(it);
    use(m[k]); // GONE
  }
}

void byIteratorAtOnce_bad(Map &m, int k) {
  m.erase(m.find(k));
  use(m.find(k)->second); // GONE
}

void ofItsOwnKey_bad(Map &m, Map::iterator it) {
  const int k = it->first;
  m.erase(it);
  use(m.at(k)); // GONE
}

void first_bad(Map &m) {
  const int k = m.begin()->first;
  m.erase(m.begin());
  use(m.at(k)); // GONE
}

void byOtherIterator_ok(Map &m, int k, Map::iterator it) {
  m.erase(it);
  use(m.at(k));
}

void clear_bad(Map &m, int k) {
  m.clear();
  use(m.find(k)->second); // GONE
}

void extract_bad(Map &m, int k) {
  auto node = m.extract(k);
  use(m.at(k)); // GONE
}

void extractIterator_bad(Map &m, int k) {
  auto it = m.find(k);
  auto node = m.extract(it);
  use(m.at(k)); // GONE
}

void extractAndInsert_ok(Map &m, int k) {
  auto node = m.extract(k);
  m.insert(std::move(node));
  use(m.at(k));
}

void range_ok(Map &m, int k) {
  m.erase(m.begin(), m.find(k));
  use(m.at(k));
}

void byPredicate_ok(Map &m, int k) {
  std::erase_if(m, [](const auto &e) { return e.second == 0; });
  use(m.at(k));
}

// Of equal keys erase(key) takes all, erase(iterator) and extract one.
using Multi = std::multimap<int, int>;

void multiByKey_bad(Multi &m, int k) {
  m.erase(k);
  use(m.find(k)->second); // GONE
}

void multiByIterator_ok(Multi &m, int k) {
  m.erase(m.find(k));
  use(m.find(k)->second);
}

void multiExtract_ok(Multi &m, int k) {
  auto node = m.extract(k);
  use(m.find(k)->second);
}

void multiset_bad(std::unordered_multiset<int> &s, int k) {
  s.erase(k);
  use(*s.find(k)); // GONE
}

// Which is the one that is erased is not known.
void oneOfTwo_ok(Map &m, int a, int b) {
  auto it = flag() ? m.find(a) : m.find(b);
  m.erase(it);
  use(m.at(a));
}

void otherMap_ok(Map &m, Map &n, int k) {
  m.erase(k);
  use(n.at(k));
}

void again_bad(Map &m, int k) {
  m.erase(k);
  m.erase(k);
  use(m.at(k)); // GONE
}

void severalKeys_bad(Map &m, int a, int b) {
  m.erase(a);
  m.erase(b);
  use(m.at(a)); // GONE
  use(m.at(b)); // GONE
}

void assigned_ok(Map &m, const Map &n, int k) {
  m.erase(k);
  m = n;
  use(m.at(k));
}

void assignedList_ok(Map &m, int k) {
  m.clear();
  m = {{1, 2}};
  use(m.at(k));
}

void moved_ok(Map &m, Map &n, int k) {
  m.erase(k);
  m = std::move(n);
  use(m.at(k));
}

void swapped_ok(Map &m, Map &n, int k) {
  m.erase(k);
  m.swap(n);
  use(m.at(k));
}

// It went along.
void swappedAndAsked_bad(Map &m, Map &n, int k) {
  m.erase(k);
  m.swap(n);
  use(n.at(k)); // GONE
}

void stdSwapped_ok(Map &m, Map &n, int k) {
  m.erase(k);
  std::swap(m, n);
  use(m.at(k));
}

void merged_ok(Map &m, Map &n, int k) {
  m.erase(k);
  m.merge(n);
  use(m.at(k));
}

void local_bad(int k) {
  Map m{{k, 1}};
  m.erase(k);
  use(m.at(k)); // GONE
}
