// RUN: %marks
// In a loop only what it does not write is the same in each turn.
#include <map>
#include <string>
#include <vector>

using Map = std::map<int, std::string>;
void use(const std::string &);
bool flag();
void log();

// ===-- Conditions that a loop leaves alone ---------------------------------===

void invariant_ok(Map &m, int k, int n, bool drop) {
  std::string &r = m[k];
  for (int i = 0; i < n; ++i) {
    if (drop)
      m.erase(k);
    else
      use(r);
  }
}

void invariant_bad(Map &m, int k, int n, bool drop) {
  std::string &r = m[k];
  for (int i = 0; i < n; ++i) {
    if (drop)
      m.erase(k);
    else
      use(r); // ERASED
    drop = flag();
  }
}

void afterLoop_ok(Map &m, int k, int n, bool drop) {
  std::string &r = m[k];
  for (int i = 0; i < n; ++i)
    if (drop)
      m.erase(k);
  if (!drop)
    use(r);
}

void afterLoop_bad(Map &m, int k, int n, bool drop) {
  std::string &r = m[k];
  for (int i = 0; i < n; ++i) {
    if (drop)
      m.erase(k);
    drop = !drop;
  }
  if (!drop)
    use(r); // ERASED
}

// ===-- Flags that a loop sets ----------------------------------------------===

void flagInLoop_ok(Map &m, int k, int n) {
  std::string &r = m[k];
  bool removed = false;
  for (int i = 0; i < n; ++i)
    if (flag()) {
      m.erase(k);
      removed = true;
      break;
    }
  if (!removed)
    use(r);
}

void flagInLoop_bad(Map &m, int k, int n) {
  std::string &r = m[k];
  bool removed = false;
  for (int i = 0; i < n; ++i) {
    removed = false;
    if (flag()) {
      m.erase(k);
      removed = true;
    }
  }
  if (!removed)
    use(r); // ERASED
}

void flagOfEachTurn_ok(Map &m, const std::vector<int> &keys) {
  for (int k : keys) {
    bool removed = false;
    std::string &r = m[k];
    if (flag()) {
      m.erase(k);
      removed = true;
    }
    if (!removed)
      use(r);
  }
}

void flagOfEachTurn_bad(Map &m, const std::vector<int> &keys) {
  bool removed = false;
  for (int k : keys) {
    std::string &r = m[k];
    if (removed)
      use(r);
    if (flag()) {
      m.erase(k);
      removed = true;
    }
    if (removed)
      use(r); // ERASED
  }
}

// ===-- First turns ---------------------------------------------------------===

void runsOnce_ok(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  for (int i = 0; i < 1; ++i)
    it = m.emplace(k, "again").first;
  use(it->second);
}

void runsPerhaps_bad(Map &m, int k, int n) {
  auto it = m.find(k);
  m.erase(it);
  for (int i = 0; i < n; ++i)
    it = m.emplace(k, "again").first;
  use(it->second); // ERASED
}

// In the turns after the kill the counter is above zero: it was when the element was erased.
void FP_firstTurn(Map &m, int k, int n) {
  std::string &r = m[k];
  for (int i = 0; i < n; ++i) {
    if (i == 0)
      use(r); // ERASED
    if (i > 0)
      m.erase(k);
  }
}

void laterTurn_bad(Map &m, int k, int n) {
  std::string &r = m[k];
  for (int i = 0; i < n; ++i) {
    if (i > 1)
      use(r); // ERASED
    if (i > 0)
      m.erase(k);
  }
}

void firstFlag_ok(Map &m, int k) {
  bool first = true;
  std::string &r = m[k];
  while (flag()) {
    if (first)
      use(r);
    first = false;
    m.erase(k);
  }
}

void firstFlag_bad(Map &m, int k) {
  bool first = true;
  std::string &r = m[k];
  while (flag()) {
    if (!first)
      use(r); // ERASED
    first = false;
    m.erase(k);
  }
}

// ===-- Loops in loops, and gotos -------------------------------------------===

void nested_ok(Map &m, int k, int n, bool drop) {
  std::string &r = m[k];
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      if (!drop)
        use(r);
      while (flag())
        if (drop)
          m.erase(k);
    }
}

void nested_bad(Map &m, int k, int n, bool drop) {
  std::string &r = m[k];
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < n; ++j) {
      if (!drop)
        use(r); // ERASED
      while (flag())
        if (drop)
          m.erase(k);
    }
    drop = false;
  }
}

void jumps_bad(Map &m, int k, bool drop) {
  std::string &r = m[k];
again:
  if (!drop)
    use(r); // ERASED
  if (drop)
    m.erase(k);
  drop = !drop;
  if (flag())
    goto again;
}

void jumps_ok(Map &m, int k, bool drop) {
  std::string &r = m[k];
again:
  if (!drop)
    use(r);
  if (drop)
    m.erase(k);
  if (flag())
    goto again;
}

// ===-- Exceptions ----------------------------------------------------------===

void mayThrow();
void caught_ok(Map &m, int k) {
  std::string &r = m[k];
  bool removed = false;
  try {
    m.erase(k);
    removed = true;
    mayThrow();
  } catch (...) {
    if (!removed)
      use(r);
  }
}

void caught_bad(Map &m, int k) {
  std::string &r = m[k];
  bool removed = false;
  try {
    m.erase(k);
    mayThrow();
    removed = true;
  } catch (...) {
    if (!removed)
      use(r); // ERASED
  }
}

// What a call is to store is not there if it throws.
bool mayReturn();
void caughtBeforeStored_bad(Map &m, int k) {
  std::string &r = m[k];
  bool kept = true;
  m.erase(k);
  try {
    kept = mayReturn();
    if (kept)
      return;
  } catch (...) {
    if (kept)
      use(r); // ERASED
  }
}

// ===-- References ----------------------------------------------------------===

struct Item {
  int key;
  bool drop;
};

// In each turn the reference is another object.
void boundAnew_bad(Map &m, std::vector<Item> &items) {
  std::string &r = m[1];
  for (Item &item : items) {
    if (!item.drop)
      use(r); // ERASED
    if (item.drop)
      m.erase(1);
  }
}

void boundOnce_ok(Map &m, std::vector<Item> &items) {
  for (Item &item : items) {
    std::string &r = m[item.key];
    if (item.drop)
      m.erase(item.key);
    if (!item.drop)
      use(r);
  }
}

// Which of two is written, is not known.
void oneOfTwoWritten_bad(Map &m, int k, bool a, bool b) {
  std::string &r = m[k];
  if (a)
    m.erase(k);
  (flag() ? a : b) = false;
  if (!a)
    use(r); // ERASED
}

// ===-- Where the handle is -------------------------------------------------===

void notThatOne_ok(Map &m, bool a) {
  std::string *q = &m[1];
  std::string *p = &m[2];
  if (a)
    p = q;
  m.erase(1);
  if (!a)
    use(*p);
}

void thatOne_bad(Map &m, bool a) {
  std::string *q = &m[1];
  std::string *p = &m[2];
  if (a)
    p = q;
  m.erase(1);
  if (a)
    use(*p); // ERASED
}

void allButOne_ok(Map &m) {
  auto kept = m.begin();
  for (auto it = m.begin(); it != m.end();)
    if (it != kept)
      it = m.erase(it);
    else
      ++it;
  use(kept->second);
}

void thatOneToo_bad(Map &m) {
  auto kept = m.begin();
  for (auto it = m.begin(); it != m.end();)
    if (it == kept)
      it = m.erase(it);
    else
      ++it;
  use(kept->second); // ERASED
}

// Clang's graph joins the two sides of && when the condition has temporaries: here an iterator's.
void conditionWithTemporary_ok(Map &m) {
  for (auto it = m.begin(), next = it; it != m.end() && (next = std::next(it), true); it = next)
    if (it->second.empty())
      m.erase(it);
}

void conditionWithTemporary_bad(Map &m) {
  for (auto it = m.begin(), next = it; it != m.end() && (next = it, true); it = next)
    if (it->second.empty()) // ERASED
      m.erase(it);
}

#define EACH(It, M)                                                            \
  for (auto It = (M).begin(), next = It;                                       \
       It != (M).end() ? (next = std::next(It), true) : false; It = next)

void loopMacro_ok(Map &m) {
  EACH(it, m)
    if (it->second.empty())
      m.erase(it);
}

// Clang's graph leaves the comparison out where it may throw: each turn asks anew all the same.
struct Steps {
  bool operator!=(const Steps &) const;
  Steps &operator++();
  int operator*() const;
};
struct Range {
  Steps begin();
  Steps end();
};

void comparisonMayThrow_bad(Map &m, Range &range, int k) {
  std::string &r = m[k];
  for (int x : range)
    m.erase(k);
  use(r); // ERASED
}
