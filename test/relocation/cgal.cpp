// RUN: %marks
// CGAL's maps for handles.
#include "Inputs/cgal.h"
#include <utility>

void use(int);

struct Handle {
  Handle(const Handle &);
  Handle &operator=(const Handle &);
};

void assignment_bad(CGAL::Unique_hash_map<int, Handle> &m, int a, int b) {
  m[a] = m[b]; // DEAD
}

void assignment_ok(CGAL::Unique_hash_map<int, Handle> &m, int a, int b) {
  Handle h = m[b];
  m[a] = h;
}

void isDefined_ok(CGAL::Unique_hash_map<int, int> &m, int a, int b) {
  if (m.is_defined(b)) {
    int &r = m[a];
    m[b] = 1;
    use(r);
  }
}

// A const map inserts nothing: operator[] is another function there, of the same
// row.
void constMap_ok(const CGAL::Unique_hash_map<int, int> &m, int a, int b) {
  const int &r = m[a];
  use(m[b]);
  use(r);
}

void uniqueHashMapInsertReference_bad(CGAL::Unique_hash_map<int, int> &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r); // DEAD
}

void uniqueHashMapInsertPointer_bad(CGAL::Unique_hash_map<int, int> &m, int a, int b) {
  int *p = &m[a];
  m[b];
  use(*p); // DEAD
}

void uniqueHashMapInsertSameKey_ok(CGAL::Unique_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m[a] = 2;
  use(r);
}

void uniqueHashMapClear_bad(CGAL::Unique_hash_map<int, int> &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void chainedMapInsertReference_bad(CGAL::internal::chained_map<int> &m, int a, int b) {
  int &r = m.access(a);
  m.access(b);
  use(r); // DEAD
}

void chainedMapInsertPointer_bad(CGAL::internal::chained_map<int> &m, int a, int b) {
  int *p = &m.access(a);
  m.access(b) = 1;
  use(*p); // DEAD
}

void chainedMapInsertSameKey_ok(CGAL::internal::chained_map<int> &m, int a) {
  int &r = m.access(a);
  m.access(a) = 2;
  use(r);
}

void chainedMapEraseReference_bad(CGAL::internal::chained_map<int> &m, int a) {
  int &r = m.access(a);
  m.erase(a);
  use(r); // ERASED
}

// One other element moves, and nobody knows which.
void FN_chainedMapEraseOther(CGAL::internal::chained_map<int> &m) {
  int &r = m.access(1);
  m.erase(2);
  use(r);
}

void chainedMapClear_bad(CGAL::internal::chained_map<int> &m, int a) {
  int &r = m.access(a);
  m.clear();
  use(r); // ERASED
}
