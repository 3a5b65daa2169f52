// RUN: %marks
// A dead handle outlives the function on paths that an execution takes.
#include <map>

struct Entry {
  int hits;
};
using Map = std::map<int, Entry>;
Entry *last;

void sameCondition_ok(Map &m, int k, bool drop) {
  last = &m[k];
  if (drop)
    m.erase(k);
  if (drop)
    last = nullptr;
}

void sameCondition_bad(Map &m, int k, bool drop, bool other) {
  last = &m[k]; // ESCAPES
  if (drop)
    m.erase(k);
  if (other)
    last = nullptr;
}

Entry *returned_ok(Map &m, int k, bool drop) {
  Entry *e = &m[k];
  if (drop)
    m.erase(k);
  if (drop)
    return nullptr;
  return e;
}

Entry *returned_bad(Map &m, int k, bool drop) {
  Entry *e = &m[k];
  if (drop)
    m.erase(k);
  if (!drop)
    return nullptr;
  return e; // ESCAPES
}
