// RUN: %marks
// A condition holds as long as nobody else may write what it is about.
#include <map>
#include <string>
#include <unordered_map>

using Map = std::map<int, std::string>;
void use(const std::string &);
bool flag();
void log();

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
