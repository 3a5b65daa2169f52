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

// ===-- Who else may write --------------------------------------------------===

void addressTaken_bad(Map &m, int k, bool remove) {
  bool *p = &remove;
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  *p = false;
  if (!remove)
    use(r); // ERASED
}

void set(bool &);
void passedByReference_bad(Map &m, int k, bool remove) {
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  set(remove);
  if (!remove)
    use(r); // ERASED
}

void passedByReferenceBefore_ok(Map &m, int k, bool remove) {
  set(remove);
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  if (!remove)
    use(r);
}

void captured_bad(Map &m, int k, bool remove) {
  auto reset = [&] { remove = false; };
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  reset();
  if (!remove)
    use(r); // ERASED
}

void capturedByCopy_ok(Map &m, int k, bool remove) {
  auto tell = [remove] { return remove; };
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  tell();
  if (!remove)
    use(r);
}

bool shared;
void global_bad(Map &m, int k) {
  std::string &r = m[k];
  if (shared)
    m.erase(k);
  log();
  if (!shared)
    use(r); // ERASED
}

void global_ok(Map &m, int k) {
  std::string &r = m[k];
  if (shared)
    m.erase(k);
  if (!shared)
    use(r);
}

void byReference_bad(Map &m, int k, bool &remove, bool &other) {
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  other = false;
  if (!remove)
    use(r); // ERASED
}

void atomic_bad(Map &m, int k, volatile bool &remove) {
  std::string &r = m[k];
  if (remove)
    m.erase(k);
  if (!remove)
    use(r); // ERASED
}

// ===-- Members -------------------------------------------------------------===

struct Options {
  bool remove;
  int level;
};

void member_ok(Map &m, int k, Options o) {
  std::string &r = m[k];
  if (o.remove)
    m.erase(k);
  log();
  if (!o.remove)
    use(r);
}

void member_bad(Map &m, int k, Options o) {
  std::string &r = m[k];
  if (o.remove)
    m.erase(k);
  o = Options();
  if (!o.remove)
    use(r); // ERASED
}

void otherMember_ok(Map &m, int k, Options o) {
  std::string &r = m[k];
  if (o.remove)
    m.erase(k);
  o.level = 1;
  if (!o.remove)
    use(r);
}

void throughPointer_ok(Map &m, int k, Options *o) {
  std::string &r = m[k];
  if (o->remove)
    m.erase(k);
  if (!o->remove)
    use(r);
}

void throughPointer_bad(Map &m, int k, Options *o, Options *other) {
  std::string &r = m[k];
  if (o->remove)
    m.erase(k);
  o = other;
  if (!o->remove)
    use(r); // ERASED
}

void throughPointerCalled_bad(Map &m, int k, Options *o) {
  std::string &r = m[k];
  if (o->remove)
    m.erase(k);
  log();
  if (!o->remove)
    use(r); // ERASED
}

void throughOther_bad(Map &m, int k, Options *o, Options *other) {
  std::string &r = m[k];
  if (o->remove)
    m.erase(k);
  other->remove = false;
  if (!o->remove)
    use(r); // ERASED
}

class Cache {
  Map entries_;
  bool keep_ = false;
  bool done_ = false;

  void ofThis_ok(int k) {
    std::string &r = entries_[k];
    if (!keep_)
      entries_.erase(k);
    if (keep_)
      use(r);
  }

  void ofThis_bad(int k) {
    std::string &r = entries_[k];
    if (!keep_)
      entries_.erase(k);
    log();
    if (keep_)
      use(r); // ERASED
  }

  void otherOfThis_ok(int k) {
    std::string &r = entries_[k];
    if (!keep_)
      entries_.erase(k);
    done_ = true;
    if (keep_)
      use(r);
  }
};

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
