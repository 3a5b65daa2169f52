// RUN: %marks
// Callees that do something on some calls only, and what the caller knows of the call.
#include <map>
#include <string>

using Map = std::map<int, std::string>;
void use(const std::string &);
bool flag();
void log();

// ===-- Conditions on a parameter -------------------------------------------===

void dropIf(Map &m, int k, bool really) {
  if (really)
    m.erase(k);
}

void dropUnless(Map &m, int k, const int *kept) {
  if (!kept)
    m.erase(k);
}

void excluded_ok(Map &m, int k, bool stale) {
  std::string &r = m[k];
  dropIf(m, k, stale);
  if (!stale)
    use(r);
}

void excluded_bad(Map &m, int k, bool stale) {
  std::string &r = m[k];
  dropIf(m, k, stale);
  if (stale)
    use(r); // ERASED
}

void negated_ok(Map &m, int k, bool fresh) {
  std::string &r = m[k];
  dropIf(m, k, !fresh);
  if (fresh)
    use(r);
}

void excludedBefore_ok(Map &m, int k, int age) {
  std::string &r = m[k];
  if (age > 5)
    return;
  dropIf(m, k, age > 10);
  use(r);
}

void excludedBefore_bad(Map &m, int k, int age) {
  std::string &r = m[k];
  if (age > 5)
    return;
  dropIf(m, k, age > 3);
  use(r); // ERASED
}

void pointer_ok(Map &m, int k, const int *kept) {
  std::string &r = m[k];
  dropUnless(m, k, kept);
  if (kept != nullptr)
    use(r);
}

void pointer_bad(Map &m, int k, const int *kept) {
  std::string &r = m[k];
  dropUnless(m, k, kept);
  if (kept == nullptr)
    use(r); // ERASED
}

void changedSince_bad(Map &m, int k, bool stale) {
  std::string &r = m[k];
  dropIf(m, k, stale);
  stale = flag();
  if (!stale)
    use(r); // ERASED
}

// ===-- Results -------------------------------------------------------------===

bool drop(Map &m, int k) {
  auto it = m.find(k);
  if (it == m.end())
    return false;
  m.erase(it);
  return true;
}

void resultAssigned_ok(Map &m, int k) {
  std::string &r = m[k];
  bool dropped = false;
  dropped = drop(m, k);
  if (!dropped)
    use(r);
}

void resultAssigned_bad(Map &m, int k) {
  std::string &r = m[k];
  bool dropped = true;
  dropped = drop(m, k);
  if (dropped)
    use(r); // ERASED
}

void resultAssignedTwice_bad(Map &m, int k) {
  std::string &r = m[k];
  bool dropped = drop(m, k);
  dropped = flag();
  if (!dropped)
    use(r); // ERASED
}

void resultOfTwo_ok(Map &m, int k) {
  std::string &r = m[k];
  const bool dropped = flag() && drop(m, k);
  log();
  if (!dropped)
    use(r);
}
