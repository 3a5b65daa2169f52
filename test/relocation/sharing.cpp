// RUN: %marks
// Implicit sharing. doc.qt.io, Container Classes: "avoid copying a container
// while iterators are active on that container"; "a non-const access detaches".
#include "Inputs/qt.h"
#include <utility>

void use(int);
void pass(QMap<int, int>);
bool flag();
using Map = QMap<int, int>;
using Hash = QHash<int, int>;

void copyThenWrite_bad(Map &m, int k) {
  auto it = m.find(k);
  Map copy = m;
  m.detach();
  use(*it); // DEAD
}

void copyThenSubscript_bad(Map &m, int k) {
  int &r = m[k];
  Map copy = m;
  m[1] = 2;
  use(r); // DEAD
}

void copyThenBegin_bad(Map &m) {
  auto it = m.find(1);
  Map copy(m);
  auto begin = m.begin();
  use(*begin);
  use(*it); // DEAD
}

void assignedCopy_bad(Map &m, Map &copy, int k) {
  auto it = m.find(k);
  copy = m;
  m[1] = 1;
  use(*it); // DEAD
}

// The copy detaches, and the handle stays with the original.
void copyDetaches_ok(Map &m, int k) {
  auto it = m.find(k);
  Map copy = m;
  copy[1] = 2;
  use(*it);
}

void notShared_ok(Map &m, int k) {
  auto it = m.find(k);
  m[1] = 2; // a map's nodes stay
  use(*it);
}

void takenAfterCopy_ok(Map &m, int k) {
  Map copy = m;
  auto it = m.find(k); // detaches here
  m[1] = 2;
  use(*it);
}

void constAccess_ok(Map &m, int k) {
  auto it = m.find(k);
  Map copy = m;
  use(std::as_const(m).value(k));
  use(m.size());
  use(*it);
}

void constFind_bad(Map &m, int k) {
  auto it = m.constFind(k);
  Map copy = m;
  m[1] = 2;
  use(*it); // DEAD
}

void copyInOneBranch_bad(Map &m, int k) {
  Map copy;
  auto it = m.find(k);
  if (flag())
    copy = m;
  m[1] = 2;
  use(*it); // DEAD
}

// The copy is gone before the original is written.
void copyEnded_ok(Map &m, int k) {
  auto it = m.find(k);
  {
    Map copy = m;
    use(copy.size());
  }
  m[1] = 2;
  use(*it);
}

void moved_ok(Map &m, int k) {
  auto it = m.find(k);
  Map other = std::move(m);
  other[1] = 2;
  use(*it);
}

void hashGrows_bad(Hash &m, int k, int j) {
  int &r = m[k];
  m[j] = 1;
  use(r); // DEAD
}

void copyOfHash_bad(Hash &m, int k) {
  auto it = m.find(k);
  Hash copy = m;
  m.begin();
  use(*it); // DEAD
}

void secondAccess_ok(Map &m, int k) {
  Map copy = m;
  m.detach();
  int &r = m[k];
  m[k + 1] = 1;
  use(r);
}
