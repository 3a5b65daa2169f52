// RUN: %marks
// What other functions erase, insert and look up: those that have a body.
#include <map>

void use(int);
bool flag();
using Map = std::map<int, int>;

void deleteKey(Map &m, int k) { m.erase(k); }
int getValue(const Map &m, int k) { return m.at(k); }
void indirect(Map &m, int k) { deleteKey(m, k); }
void clearAll(Map &m) { m.clear(); }

// What the documentation of Go's vet says that vet misses.
void vet_bad(Map &m, int k) {
  deleteKey(m, k);
  use(getValue(m, k)); // GONE
}

void erased_bad(Map &m, int k) {
  deleteKey(m, k);
  use(m.at(k)); // GONE
}

void lookedUp_bad(Map &m, int k) {
  m.erase(k);
  use(getValue(m, k)); // GONE
}

void indirect_bad(Map &m, int k) {
  indirect(m, k);
  use(getValue(m, k)); // GONE
}

void emptied_bad(Map &m, int k) {
  clearAll(m);
  use(m.find(k)->second); // GONE
}

void otherKey_ok(Map &m, int k, int other) {
  deleteKey(m, k);
  use(getValue(m, other));
}

// On some calls only, or with an insertion behind.
void maybeDelete(Map &m, int k, bool really) {
  if (really)
    m.erase(k);
}
void maybe_ok(Map &m, int k) {
  maybeDelete(m, k, flag());
  use(m.at(k));
}

void replace(Map &m, int k) {
  m.erase(k);
  m[k] = 1;
}
void replaced_ok(Map &m, int k) {
  replace(m, k);
  use(m.at(k));
}

void replaceSome(Map &m, int k) {
  m.erase(k);
  if (flag())
    m[k] = 1;
}
void someReplaced_ok(Map &m, int k) {
  replaceSome(m, k);
  use(m.at(k));
}

void put(Map &m, int k) { m.emplace(k, 1); }
void put_ok(Map &m, int k) {
  m.erase(k);
  put(m, k);
  use(m.at(k));
}

// The look-up is not the callee's first word on the key.
int ensure(Map &m, int k) {
  m.emplace(k, 1);
  return m.at(k);
}
void ensured_ok(Map &m, int k) {
  m.erase(k);
  use(ensure(m, k));
}

int orZero(const Map &m, int k) { return m.count(k) ? m.at(k) : 0; }
void orZero_ok(Map &m, int k) {
  m.erase(k);
  use(orZero(m, k));
}

int caught(const Map &m, int k) {
  try {
    return m.at(k);
  } catch (...) {
    return 0;
  }
}
void caught_ok(Map &m, int k) {
  m.erase(k);
  use(caught(m, k));
}

struct Table {
  Map Items;
  void drop(int k) { Items.erase(k); }
  int get(int k) const { return Items.at(k); }
  void add(int k) { Items[k] = 1; }

  void own_bad(int k) {
    drop(k);
    use(get(k)); // GONE
  }

  void ownAdded_ok(int k) {
    drop(k);
    add(k);
    use(get(k));
  }
};

void method_bad(Table &t, int k) {
  t.drop(k);
  use(t.get(k)); // GONE
}

void methodAdded_ok(Table &t, int k) {
  t.drop(k);
  t.add(k);
  use(t.get(k));
}

void otherTable_ok(Table &t, Table &u, int k) {
  t.drop(k);
  use(u.get(k));
}
