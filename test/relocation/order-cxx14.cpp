// RUN: %mark-as %s -- -std=c++14
// The order of evaluation before C++17: operands of an assignment and of << are
// unsequenced, and arguments may be evaluated in turns. [intro.execution]:
// "Except where noted, evaluations of operands of individual operators and of
// subexpressions of individual expressions are unsequenced."
#include <string>
#include <unordered_map>
#include <utility>

namespace ska {
template <class K, class V> struct flat_hash_map {
  V &operator[](const K &);
  V &at(const K &);
};
} // namespace ska

struct Price {
  int cents;
  std::string name;
};

void use(int);
void two(int &, int &);
void twoValues(int, int);
using Flat = ska::flat_hash_map<int, int>;
using Prices = ska::flat_hash_map<int, Price>;
using Map = std::unordered_map<int, int>;

void assignClass_bad(Prices &m, int a, int b) {
  m[a] = m[b]; // DEAD
}

void assignScalarAt_ok(Flat &m, int a, int b) {
  m.at(a) = m.at(b);
}

void argumentsByReference_bad(Flat &m, int a, int b) {
  two(m[a], m[b]); // DEAD
}

void sum_bad(Flat &m, int a, int b) {
  use(m[a] + m[b]); // DEAD
}

// The left operand may be read when the right one has grown the table.
void shiftOfNumbers_bad(Flat &m, int a, int b) {
  use(m[a] << m[b]); // DEAD
}

// Both references may be made before one is read.
void argumentsByValue_bad(Flat &m, int a, int b) {
  twoValues(m[a], m[b]); // DEAD
}

void argumentsOfOneKey_ok(Flat &m, int a) {
  twoValues(m[a], m[a]);
}

void nodes_ok(Map &m, int a, int b) {
  m[a] = m[b];
  twoValues(m[a], m[b]);
}
