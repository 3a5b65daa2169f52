// RUN: %marks
// What is known to be missed, and to be reported wrongly.
#include <map>
#include <set>

struct Entry {
  int hits;
};
using Map = std::map<int, Entry>;

Entry *last;
std::set<Entry *> marked;
void forgetLast();

// What is inserted into an associative container is not followed.
void FN_inserted(Map &m, int k) {
  Entry *p = &m[k];
  m.erase(k);
  marked.insert(p);
}

// A member that is left dangling although it was set by another function.
struct Cursor {
  Map all;
  Map::iterator at;
  void FN_setElsewhere() { all.erase(at); }
};

// A parameter that is passed by value ends with the call.
Entry *FN_ofParameter(Map m, int k) {
  return &m[k];
}

// What a lambda returns counts only where it is called.
auto FN_lambdaNotCalled(Map &m) {
  return [&m](int k) -> Entry * {
    Entry *p = &m[k];
    m.erase(k);
    return p;
  };
}

// A free function may reset a global.
void FP_resetElsewhere(Map &m, int k) {
  last = &m[k]; // ESCAPES
  m.erase(k);
  forgetLast();
}

