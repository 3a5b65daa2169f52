// RUN: %marks
// A callee that returns whether it erased: on the branch of the other result it did not.
#include <map>

using Map = std::map<int, int>;
void log(int);

bool drop(Map &m, int k) {
  auto it = m.find(k);
  if (it == m.end())
    return false;
  m.erase(it);
  return true;
}
// False if it erased.
bool isLeft(Map &m, int k) {
  if (m.size() < 10)
    return true;
  m.erase(k);
  return false;
}
bool dropAlways(Map &m, int k) {
  m.erase(k);
  return true;
}
// Zero if it erased, as functions of C return it.
int dropForC(Map &m, int k) {
  if (m.empty())
    return -1;
  m.erase(k);
  return 0;
}

void notDropped_ok(Map &m, int k) {
  int &e = m[k];
  if (!drop(m, k))
    log(e);
}
void dropped_bad(Map &m, int k) {
  int &e = m[k];
  if (drop(m, k))
    log(e); // ERASED
}
void unasked_bad(Map &m, int k) {
  int &e = m[k];
  drop(m, k);
  log(e); // ERASED
}
void afterBoth_bad(Map &m, int k) {
  int &e = m[k];
  if (!drop(m, k))
    log(1);
  log(e); // ERASED
}
void returned_ok(Map &m, int k) {
  int &e = m[k];
  if (drop(m, k))
    return;
  log(e);
}
void always_bad(Map &m, int k) {
  int &e = m[k];
  if (!dropAlways(m, k))
    return;
  log(e); // ERASED
}
void left_ok(Map &m, int k) {
  int &e = m[k];
  if (isLeft(m, k))
    log(e);
}
void notLeft_bad(Map &m, int k) {
  int &e = m[k];
  if (!isLeft(m, k))
    log(e); // ERASED
}
void zero_bad(Map &m, int k) {
  int &e = m[k];
  if (dropForC(m, k) == 0)
    log(e); // ERASED
}
void notZero_ok(Map &m, int k) {
  int &e = m[k];
  if (dropForC(m, k) != 0)
    log(e);
}
void truthOfNumber_ok(Map &m, int k) {
  int &e = m[k];
  if (dropForC(m, k))
    log(e);
}

// ===-- Where the condition stands ------------------------------------------===

void and_ok(Map &m, int k, bool b) {
  int &e = m[k];
  if (!drop(m, k) && b)
    log(e);
}
void or_bad(Map &m, int k, bool b) {
  int &e = m[k];
  if (!drop(m, k) || b)
    log(e); // ERASED
}
void equalsFalse_ok(Map &m, int k) {
  int &e = m[k];
  if (drop(m, k) == false)
    log(e);
}
int conditional_ok(Map &m, int k) {
  int &e = m[k];
  return drop(m, k) ? 0 : e;
}
void notEqualsTrue_ok(Map &m, int k) {
  int &e = m[k];
  if (drop(m, k) != true)
    log(e);
}
void inLoop_ok(Map &m, int k) {
  int &e = m[k];
  while (!drop(m, k))
    log(e);
}

// ===-- Kept in a variable --------------------------------------------------===

void variable_ok(Map &m, int k) {
  int &e = m[k];
  const bool dropped = drop(m, k);
  log(1);
  if (!dropped)
    log(e);
}
void variable_bad(Map &m, int k) {
  int &e = m[k];
  const bool dropped = drop(m, k);
  if (dropped)
    log(e); // ERASED
}
void number_ok(Map &m, int k) {
  int &e = m[k];
  int error = dropForC(m, k);
  if (error != 0)
    log(e);
}
void initialized_ok(Map &m, int k) {
  int &e = m[k];
  if (bool dropped = drop(m, k); !dropped)
    log(e);
}
void declared_ok(Map &m, int k) {
  int &e = m[k];
  if (bool dropped = drop(m, k))
    log(1);
  else
    log(e);
}
// The variable has another value then.
void changed_bad(Map &m, int k) {
  int &e = m[k];
  bool dropped = drop(m, k);
  dropped = !dropped;
  if (!dropped)
    log(e); // ERASED
}
void changedByReference_bad(Map &m, int k, void (*change)(bool &)) {
  int &e = m[k];
  bool dropped = drop(m, k);
  change(dropped);
  if (!dropped)
    log(e); // ERASED
}
// The condition is about another call.
void otherCall_bad(Map &m, Map &other, int k) {
  int &e = m[k];
  drop(m, k);
  if (!drop(other, k))
    log(e); // ERASED
}

// ===-- An argument decides, and the result tells ---------------------------===

bool dropIf(Map &m, int k, bool really) {
  if (!really)
    return false;
  m.erase(k);
  return true;
}
void resultOfArgument_ok(Map &m, int k, bool really) {
  int &e = m[k];
  if (!dropIf(m, k, really))
    log(e);
}
void resultOfArgument_bad(Map &m, int k, bool really) {
  int &e = m[k];
  if (dropIf(m, k, really))
    log(e); // ERASED
}
void constantArgument_bad(Map &m, int k) {
  int &e = m[k];
  dropIf(m, k, true);
  log(e); // ERASED
}
void constantArgument_ok(Map &m, int k) {
  int &e = m[k];
  dropIf(m, k, false);
  log(e);
}
// The second way to erase tells another story.
bool dropTwice(Map &m, int k, bool really) {
  if (really) {
    m.erase(k);
    return true;
  }
  m.erase(k);
  return false;
}
void bothResults_bad(Map &m, int k, bool really) {
  int &e = m[k];
  if (!dropTwice(m, k, really))
    log(e); // ERASED
}

// ===-- Handed on -----------------------------------------------------------===

bool dropToo(Map &m, int k) { return drop(m, k); }
bool isStillThere(Map &m, int k) { return !drop(m, k); }
void handedOn_ok(Map &m, int k) {
  int &e = m[k];
  if (!dropToo(m, k))
    log(e);
}
void handedOn_bad(Map &m, int k) {
  int &e = m[k];
  if (dropToo(m, k))
    log(e); // ERASED
}
void handedOnNegated_ok(Map &m, int k) {
  int &e = m[k];
  if (isStillThere(m, k))
    log(e);
}
void handedOnNegated_bad(Map &m, int k) {
  int &e = m[k];
  if (!isStillThere(m, k))
    log(e); // ERASED
}

// ===-- Told by an enumerator or a number -----------------------------------===

enum class Verdict { Kept, Erased };
Verdict age(Map &m, Map::iterator it) {
  if (--it->second > 0)
    return Verdict::Kept;
  m.erase(it);
  return Verdict::Erased;
}
int dropCounted(Map &m, int k) {
  if (!m.count(k))
    return 0;
  m.erase(k);
  return 1;
}

void enumerator_ok(Map &m, int k) {
  auto it = m.find(k);
  if (age(m, it) == Verdict::Erased)
    return;
  it->second = 0;
}
void otherEnumerator_ok(Map &m, int k) {
  auto it = m.find(k);
  if (age(m, it) == Verdict::Kept)
    it->second = 0;
}
void enumerator_bad(Map &m, int k) {
  auto it = m.find(k);
  if (age(m, it) == Verdict::Kept)
    return;
  it->second = 0; // ERASED
}
void counted_ok(Map &m, int k) {
  int &n = m[k];
  if (dropCounted(m, k) != 1)
    log(n);
}
void counted_bad(Map &m, int k) {
  int &n = m[k];
  if (dropCounted(m, k) == 1)
    log(n); // ERASED
}
