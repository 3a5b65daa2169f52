// RUN: %marks
// The same condition on unchanged values holds everywhere, or nowhere.
#include <map>
#include <string>
#include <unordered_map>

using Map = std::map<int, std::string>;
void use(const std::string &);
bool flag();
void log();

// ===-- Boolean variables ---------------------------------------------------===

void sameCondition_ok(Map &m, int k, bool remove) {
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  if (!remove)
    use(r);
}

void sameCondition_bad(Map &m, int k, bool remove) {
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  if (remove)
    use(r); // ERASED
}

void otherCondition_bad(Map &m, int k, bool remove, bool keep) {
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  if (!keep)
    use(r); // ERASED
}

void changedCondition_bad(Map &m, int k, bool remove) {
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  remove = flag();
  if (!remove)
    use(r); // ERASED
}

void askedTwice_bad(Map &m, int k) {
  std::string &r = m[k];
  if (flag())
    m.erase(k);
  if (!flag())
    use(r); // ERASED
}

void flippedBetween_bad(Map &m, int k, bool remove) {
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  remove = !remove;
  if (!remove)
    use(r); // ERASED
}

void flippedTwice_ok(Map &m, int k, bool remove) {
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  remove = !remove;
  if (remove)
    use(r);
}

void earlyReturn_ok(Map &m, int k, bool remove) {
  std::string &r = m[k];
  if (!remove)
    return;
  if (remove) {
    log();
  } else {
    m.erase(k);
    use(r);
  }
}

void beforeTaken_ok(Map &m, int k, bool remove) {
  if (remove)
    return;
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  use(r);
}

void beforeTaken_bad(Map &m, int k, bool remove) {
  if (!remove)
    return;
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  use(r); // ERASED
}

void conjunction_ok(Map &m, int k, bool a, bool b) {
  std::string &r = m[k];
  if (a && b)
    m.erase(k);
  if (!a || !b)
    use(r);
}

void conjunction_bad(Map &m, int k, bool a, bool b) {
  std::string &r = m[k];
  if (a || b)
    m.erase(k);
  if (!a || !b)
    use(r); // ERASED
}

void namedCondition_ok(Map &m, int k, bool a, bool b) {
  const bool remove = a && b;
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  if (!(a && b))
    use(r);
}

void namedCondition_bad(Map &m, int k, bool a, bool b) {
  const bool remove = a && b;
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  a = false;
  if (!(a && b))
    use(r); // ERASED
}

void ternary_ok(Map &m, int k, bool a, bool b) {
  const bool remove = a ? b : false;
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  if (!a)
    use(r);
}

void ternary_bad(Map &m, int k, bool a, bool b) {
  const bool remove = a ? b : true;
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  if (!a)
    use(r); // ERASED
}

// ===-- Flags beside the kill -----------------------------------------------===

void removedFlag_ok(Map &m, int k) {
  bool removed = false;
  std::string &r = m[k];
  if (flag()) {
    m.erase(k);
    removed = true;
  }
  if (!removed)
    use(r);
}

void removedFlag_bad(Map &m, int k) {
  bool removed = false;
  std::string &r = m[k];
  if (flag()) {
    m.erase(k);
    removed = true;
  }
  if (removed)
    use(r); // ERASED
}

void removedFlagReset_bad(Map &m, int k) {
  bool removed = false;
  std::string &r = m[k];
  if (flag()) {
    m.erase(k);
    removed = true;
  }
  removed = false;
  if (!removed)
    use(r); // ERASED
}

void removedFlagInOneBranch_bad(Map &m, int k) {
  bool removed = false;
  std::string &r = m[k];
  if (flag()) {
    m.erase(k);
    removed = flag();
  }
  if (!removed)
    use(r); // ERASED
}

void nullMeansGone_ok(Map &m, int k) {
  std::string *p = &m[k];
  std::string *live = p;
  if (flag()) {
    m.erase(k);
    live = nullptr;
  }
  if (live)
    use(*p);
}

void nullMeansGone_bad(Map &m, int k) {
  std::string *p = &m[k];
  std::string *live = p;
  if (flag()) {
    m.erase(k);
    live = nullptr;
  }
  if (!live)
    use(*p); // ERASED
}

void countedFlag_ok(Map &m, int k) {
  int removed = 0;
  std::string &r = m[k];
  if (flag()) {
    m.erase(k);
    ++removed;
  }
  if (removed == 0)
    use(r);
}

void countedFlag_bad(Map &m, int k) {
  int removed = 0;
  std::string &r = m[k];
  if (flag()) {
    m.erase(k);
    ++removed;
  }
  if (removed < 2)
    use(r); // ERASED
}

// ===-- What ends the path --------------------------------------------------===

[[noreturn]] void fail();
#define CHECK(c)                                                               \
  if (!(c))                                                                    \
  fail()

void checked_ok(Map &m, int k, bool remove) {
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  CHECK(!remove);
  use(r);
}

void checked_bad(Map &m, int k, bool remove) {
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  CHECK(remove);
  use(r); // ERASED
}

void assumed_ok(Map &m, int k, bool remove) {
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  [[assume(!remove)]];
  use(r);
}

void assumed_bad(Map &m, int k, bool remove) {
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  [[assume(remove)]];
  use(r); // ERASED
}

void builtinAssumed_ok(Map &m, int k, bool remove) {
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  __builtin_assume(!remove);
  use(r);
}

void thrown_ok(Map &m, int k, bool remove) {
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  if (remove)
    throw k;
  use(r);
}
