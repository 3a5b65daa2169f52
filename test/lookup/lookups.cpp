// RUN: %marks
// What looks an element up, and what is done with it.
#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

void use(int);
void show(const std::string &);
void change(std::string &);
using Map = std::map<int, int>;
using Names = std::map<int, std::string>;

// find()

void arrow_bad(Map &m, int k) {
  m.erase(k);
  use(m.find(k)->second); // GONE
}

void star_bad(Map &m, int k) {
  m.erase(k);
  use((*m.find(k)).second); // GONE
}

void setElement_bad(std::set<int> &s, int k) {
  s.erase(k);
  use(*s.find(k)); // GONE
}

void write_bad(Map &m, int k) {
  m.erase(k);
  m.find(k)->second = 1; // GONE
}

void variable_bad(Map &m, int k) {
  m.erase(k);
  auto it = m.find(k);
  auto copy = it;
  use(copy->second); // GONE
}

void step_bad(Map &m, int k) {
  m.erase(k);
  auto it = m.find(k);
  ++it; // GONE
}

Map::iterator returned_ok(Map &m, int k) {
  m.erase(k);
  return m.find(k);
}

void take(Map::iterator);
void passed_ok(Map &m, int k) {
  m.erase(k);
  take(m.find(k));
}

void constMap_bad(Map &m, int k) {
  const Map &c = m;
  m.erase(k);
  use(c.find(k)->second); // GONE
}

// at()

void at_bad(Map &m, int k) {
  m.erase(k);
  use(m.at(k)); // GONE
}

void atWritten_bad(Map &m, int k) {
  m.erase(k);
  m.at(k) = 1; // GONE
}

void atConst_bad(Map &m, int k) {
  const Map &c = m;
  m.erase(k);
  use(c.at(k)); // GONE
}

void atCaught_ok(Map &m, int k) {
  m.erase(k);
  try {
    use(m.at(k));
  } catch (const std::out_of_range &) {
    use(0);
  }
}

void atAfterTry_bad(Map &m, int k) {
  m.erase(k);
  try {
    show("");
  } catch (...) {
  }
  use(m.at(k)); // GONE
}

// operator[]: only who reads the default value at once is told.

void read_bad(Map &m, int k) {
  m.erase(k);
  use(m[k]); // GONE
}

void readMember_bad(std::map<int, std::pair<int, int>> &m, int k) {
  m.erase(k);
  use(m[k].second); // GONE
}

void readObject_bad(Names &m, int k) {
  m.erase(k);
  std::string copy = m[k]; // GONE
}

void readByConstReference_bad(Names &m, int k) {
  m.erase(k);
  show(m[k]); // GONE
}

void readByMethod_bad(Names &m, int k) {
  m.erase(k);
  use(m[k].size()); // GONE
}

void readThroughPointer_bad(std::map<int, std::unique_ptr<int>> &m, int k) {
  m.erase(k);
  use(*m[k]); // GONE
}

void assigned_ok(Map &m, int k) {
  m.erase(k);
  m[k] = 1;
  use(m[k]);
}

void compound_ok(Map &m, int k) {
  m.erase(k);
  m[k] += 1;
}

void counted_ok(Map &m, int k) {
  m.erase(k);
  m[k]++;
}

void filled_ok(std::map<int, std::vector<int>> &m, int k) {
  m.erase(k);
  m[k].push_back(1);
}

void handedOut_ok(Names &m, int k) {
  m.erase(k);
  change(m[k]);
}

void reference_ok(Map &m, int k) {
  m.erase(k);
  int &r = m[k];
  r = 1;
  use(r);
}

void made_ok(Map &m, int k) {
  m.erase(k);
  m[k];
  use(m.at(k));
}

// Null, zero and false are how code finds out that nothing was there.
void tested_ok(std::map<int, int *> &m, int k, int &other) {
  m.erase(k);
  if (!m[k])
    m[k] = &other;
}

void testedForZero_ok(Map &m, int k) {
  m.erase(k);
  if (m[k] == 0)
    m[k] = 1;
}

void testedSmart_ok(std::map<int, std::shared_ptr<int>> &m, int k) {
  m.erase(k);
  if (m[k] == nullptr)
    m[k] = std::make_shared<int>(1);
}

void testedSmartByValue_ok(std::map<int, std::shared_ptr<int>> &m, int k) {
  m.erase(k);
  if (m[k])
    use(1);
}

void flag_ok(std::map<int, bool> &seen, int k) {
  seen.erase(k);
  while (seen[k])
    use(1);
}

void unevaluated_ok(Map &m, int k) {
  m.erase(k);
  use(sizeof(m[k]));
  use(noexcept(m.at(k)));
}

// Neither looks for an element that has to be there.
void others_ok(Map &m, int k) {
  m.erase(k);
  use(m.lower_bound(k)->second);
  use(m.size());
  m.erase(k);
  m.erase(m.begin(), m.end());
}
