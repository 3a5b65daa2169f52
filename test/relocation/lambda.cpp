// RUN: %marks
// Growth in a lambda, where it is called.
#include "Inputs/abseil.h"
#include <unordered_map>

void use(int);
bool flag();
using Map = std::unordered_map<int, int>;
using Flat = absl::flat_hash_map<int, int>;

void called_bad(Map &m, int k, int j) {
  auto add = [&] { m[j] = 1; };
  auto it = m.find(k);
  add();
  use(it->second); // DEAD
}

void calledWithArgument_bad(Flat &m, int k, int j) {
  auto add = [&m](int key) { m.emplace(key, 1); };
  int &r = m[k];
  add(j);
  use(r); // DEAD
}

void calledAtOnce_bad(Map &m, int k, int j) {
  auto it = m.find(k);
  [&] { m[j] = 1; }();
  use(it->second); // DEAD
}

void usedInLambda_bad(Map &m, int k, int j) {
  auto it = m.find(k);
  auto show = [&] {
    use(it->second); // DEAD
  };
  m[j] = 1;
  show();
}

void capturedByCopy_bad(Map &m, int k, int j) {
  auto it = m.find(k);
  auto show = [it] {
    use(it->second); // DEAD
  };
  m[j] = 1;
  show();
}

void lambdaInLambda_bad(Map &m, int k, int j) {
  auto add = [&] { m[j] = 1; };
  auto addTwice = [&] {
    add();
    add();
  };
  auto it = m.find(k);
  addTwice();
  use(it->second); // DEAD
}

void memoised_bad(Flat &m, int k) {
  auto fill = [&](int key) {
    m[key] = key * 2;
    return key;
  };
  int &r = m[k];
  r = fill(k + 1); // DEAD
}

void notCalled_ok(Map &m, int k, int j) {
  auto add = [&] { m[j] = 1; };
  auto it = m.find(k);
  use(it->second);
  add();
}

void sameKey_ok(Map &m, int k) {
  auto bump = [&] { m[k] += 1; };
  auto it = m.emplace(k, 0).first;
  bump();
  use(it->second);
}

void copyOfMap_ok(Map &m, int k, int j) {
  auto add = [m, j]() mutable { m[j] = 1; };
  auto it = m.find(k);
  add();
  use(it->second);
}

void otherMap_ok(Map &m, Map &other, int k, int j) {
  auto add = [&] { other[j] = 1; };
  auto it = m.find(k);
  add();
  use(it->second);
}

void lookedUpInLambda_ok(Map &m, int k, int j) {
  auto add = [&](int key) -> int & { return m[key]; };
  add(k) = 1;
  add(j) = 2;
  use(add(k));
}

void referenceFromLambda_bad(Flat &m, int k, int j) {
  auto slot = [&](int key) -> int & { return m[key]; };
  int &r = slot(k);
  slot(j) = 2;
  use(r); // DEAD
}

void insertInOneBranch_bad(Map &m, int k, int j) {
  auto mayAdd = [&] {
    if (flag())
      m[j] = 1;
  };
  auto it = m.find(k);
  mayAdd();
  use(it->second); // DEAD
}
