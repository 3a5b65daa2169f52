// RUN: %marks
// Whoever asks whether the element is there knows that it may not be.
#include <cassert>
#include <map>
#include <unordered_map>

void use(int);
bool flag();
using Map = std::map<int, int>;

void untested_bad(Map &m, int k) {
  m.erase(k);
  use(m.find(k)->second); // GONE
}

void end_ok(Map &m, int k) {
  m.erase(k);
  auto it = m.find(k);
  if (it != m.end())
    use(it->second);
}

void endAtOnce_ok(Map &m, int k) {
  m.erase(k);
  if (m.find(k) != m.end())
    use(m.find(k)->second);
}

void endAndReturn_ok(Map &m, int k) {
  m.erase(k);
  auto it = m.find(k);
  if (m.end() == it)
    return;
  use(it->second);
}

void inCondition_ok(Map &m, int k) {
  m.erase(k);
  if (auto it = m.find(k); it != m.end() && it->second)
    use(it->second);
}

void inVariable_ok(Map &m, int k) {
  m.erase(k);
  auto it = m.find(k);
  const bool found = it != m.end();
  if (found)
    use(it->second);
}

void asserted_ok(Map &m, int k) {
  m.erase(k);
  auto it = m.find(k);
  assert(it != m.end());
  use(it->second);
}

void constEnd_ok(Map &m, int k) {
  m.erase(k);
  Map::const_iterator it = m.find(k);
  if (it != m.cend())
    use(it->second);
}

void count_ok(Map &m, int k) {
  m.erase(k);
  if (m.count(k))
    use(m.at(k));
}

void countNumber_ok(std::unordered_map<int, int> &m, int k) {
  m.erase(k);
  if (m.count(k) > 0)
    use(m.find(k)->second);
}

void countInVariable_ok(Map &m, int k) {
  m.erase(k);
  const bool there = m.count(k) == 1;
  if (there)
    use(m.at(k));
}

void contains_ok(Map &m, int k) {
  m.erase(k);
  use(m.contains(k) ? m.at(k) : 0);
}

void containsNot_ok(Map &m, int k) {
  m.erase(k);
  if (!m.contains(k))
    return;
  use(m[k]);
}

void otherKeyTested_bad(Map &m, int k, int other) {
  m.erase(k);
  if (m.count(7))
    use(7);
  m.erase(1);
  if (m.count(2))
    use(m.at(1)); // GONE
}

void testedBefore_bad(Map &m, int k) {
  if (!m.count(k))
    return;
  m.erase(k);
  use(m.at(k)); // GONE
}

void replacedByInsertion_ok(Map &m, int k) {
  m.erase(k);
  auto it = m.find(k);
  if (it == m.end())
    it = m.insert({k, 1}).first;
  use(it->second);
}
