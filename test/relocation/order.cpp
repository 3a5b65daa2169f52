// RUN: %marks
// RUN: %mark-as %s -- -std=c++17
// The order of evaluation, since C++17. Where the standard leaves it open, one
// order that is wrong makes the code wrong.
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

// A flat table of the least that these tests need, in any C++.
namespace ska {
template <class K, class V> struct flat_hash_map {
  struct iterator {
    std::pair<K, V> &operator*() const;
    std::pair<K, V> *operator->() const;
    iterator &operator++();
    bool operator!=(const iterator &) const;
  };
  using value_type = std::pair<K, V>;
  V &operator[](const K &);
  V &at(const K &);
  iterator find(const K &);
  iterator end();
  std::pair<iterator, bool> insert(const value_type &);
  template <class... A> std::pair<iterator, bool> emplace(A &&...);
};
} // namespace ska

struct Price {
  int cents;
  std::string name;
};
struct Out {
  Out &operator<<(int);
};

void use(int);
void two(int &, int &);
void twoConst(const int &, const int &);
void twoValues(int, int);
void refAndValue(int &, int);
using Map = std::unordered_map<int, int>;
using Flat = ska::flat_hash_map<int, int>;
using Prices = ska::flat_hash_map<int, Price>;

int grow(Flat &m, int k);

// ===-- Assignments ---------------------------------------------------------===

// [expr.ass]: "The right operand is sequenced before the left operand." The
// reference that is read later is made first, so growth on the left ends it ...
void assignClass_bad(Prices &m, int a, int b) {
  m[a] = m[b]; // DEAD
}

// ... but a scalar has been read by then.
void assignScalar_ok(Flat &m, int a, int b) {
  m[a] = m[b];
}

void assignAt_bad(Prices &m, int a, int b) {
  m[a] = m.at(b); // DEAD
}

void assignSame_ok(Prices &m, int a) {
  m[a] = m[a];
}

void assignNodes_ok(std::unordered_map<int, Price> &m, int a, int b) {
  m[a] = m[b];
}

void assignMember_bad(Prices &m, int a, int b) {
  m[a].name = m[b].name; // DEAD
}

void assignScalarMember_ok(Prices &m, int a, int b) {
  m[a].cents = m[b].cents;
}

void assignFromFound_bad(Prices &m, int a, int b) {
  auto found = m.find(b);
  m[a] = found->second; // DEAD
}

// The iterator is read before the left operand is made.
void assignIteratorScalar_ok(Map &m, int a, int b) {
  auto it = m.find(b);
  m[a] = it->second;
}

void assignToReference_bad(Flat &m, int a, int b) {
  int &r = m[a];
  r = m[b]; // DEAD
}

void compound_ok(Flat &m, int a, int b) {
  m[a] += m[b];
}

void chainedScalar_ok(Flat &m, int a, int b, int c) {
  m[a] = m[b] = m[c];
}

// m[b] = m[c] gives a reference, and m[a] is made after it.
void chainedClass_bad(Prices &m, int a, int b, const Price &p) {
  m[a] = m[b] = p; // DEAD
}

void copyFirst_ok(Prices &m, int a, int b) {
  Price copy = m[b];
  m[a] = copy;
}

// ===-- Arguments -----------------------------------------------------------===

void argumentsByReference_bad(Flat &m, int a, int b) {
  two(m[a], m[b]); // DEAD
}

void argumentsByConstReference_bad(Flat &m, int a, int b) {
  twoConst(m[a], m[b]); // DEAD
}

// [expr.call]: the initialization of a parameter is not interleaved with that
// of another.
void argumentsByValue_ok(Flat &m, int a, int b) {
  twoValues(m[a], m[b]);
}

void argumentsMixed_bad(Flat &m, int a, int b) {
  refAndValue(m[a], m[b]); // DEAD
}

void argumentsOfOneKey_ok(Flat &m, int a) {
  two(m[a], m[a]);
}

void argumentsAt_ok(Flat &m, int a, int b) {
  two(m.at(a), m.at(b));
}

void swapElements_bad(Flat &m, int a, int b) {
  std::swap(m[a], m[b]); // DEAD
}

void swapNodes_ok(Map &m, int a, int b) {
  std::swap(m[a], m[b]);
}

void maxOfBoth_bad(Flat &m, int a, int b) {
  int larger = std::max(m[a], m[b]); // DEAD
  use(larger);
}

void pairOfBoth_bad(Flat &m, int a, int b) {
  auto both = std::make_pair(m[a], m[b]); // DEAD
  use(both.first);
}

// The reference is read in the call, when the insertion has not yet begun to
// move: [sequence.reqmts] has no word on it, the tables that grow first have.
void emplaceOfElement_ok(Map &m, int k, int j) {
  m.emplace(k, m[j]);
}

void insertOfFound_ok(Map &m, Map &other, int k) {
  auto it = other.find(k);
  if (it != other.end())
    m.insert(*it);
}

void insertOfOwnElement_ok(Map &m, int k) {
  auto it = m.find(k);
  if (it != m.end())
    m.insert(*it);
}

// ===-- Operators -----------------------------------------------------------===

// The operands of + are unsequenced: the left reference may be read last.
void sum_bad(Flat &m, int a, int b) {
  use(m[a] + m[b]); // DEAD
}

void sumOfOneKey_ok(Flat &m, int a) {
  use(m[a] + m[a]);
}

void sumAt_ok(Flat &m, int a, int b) {
  use(m.at(a) + m.at(b));
}

void sumOfNodes_ok(Map &m, int a, int b) {
  use(m[a] + m[b]);
}

void comparison_bad(Flat &m, int a, int b) {
  if (m[a] < m[b]) // DEAD
    use(a);
}

void logical_ok(Flat &m, int a, int b) {
  if (m[a] && m[b])
    use(a);
}

void comma_ok(Flat &m, int a, int b) {
  use((m[a], m[b]));
}

void conditional_ok(Flat &m, int a, int b) {
  use(m[a] ? m[b] : 0);
}

// [expr.shift], since C++17: "The expression E1 is sequenced before the
// expression E2."
void shift_ok(Flat &m, Out &out, int a, int b) {
  out << m[a] << m[b];
}

void shiftOfNumbers_ok(Flat &m, int a, int b) {
  use(m[a] << m[b]);
}

// ===-- Insertions on the way -----------------------------------------------===

void insertionInArgument_bad(Flat &m, int a, int b) {
  refAndValue(m[a], m.emplace(b, 1).first->second); // DEAD
}

void insertionInOtherMap_ok(Flat &m, Flat &other, int a, int b) {
  refAndValue(m[a], other.emplace(b, 1).first->second);
}

void insertionInIndex_bad(Flat &m, std::vector<int> &v, int a, int b) {
  int &r = m[a];
  r = v[m[b]]; // DEAD
}

void insertionInIndexOfLeft_ok(Flat &m, std::vector<int> &v, int a, int b) {
  int &r = m[a];
  v[m[b]] = r;
}

void iteratorAndInsertion_bad(Map &m, int a, int b) {
  auto it = m.find(a);
  twoValues(m[b], it->second); // DEAD
}

// The key is an element's, and this table compares it again when it has grown.
void nestedSubscript_bad(Flat &m, int a) {
  use(m[m[a]]); // DEAD
}

void nestedSubscriptOfCopy_ok(Flat &m, int a) {
  const int k = m[a];
  use(m[k]);
}

void nestedInNodes_ok(Map &m, int a) {
  use(m[m[a]]);
}
