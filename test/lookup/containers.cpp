// RUN: %marks
// The families of containers: each says by its rows what looks up.
#include "../relocation/Inputs/abseil.h"
#include "../relocation/Inputs/unreal.h"
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

void use(int);
struct MyMap : std::map<int, int> {};

void unorderedMap_bad(std::unordered_map<int, int> &m, int k) {
  m.erase(k);
  use(m.at(k)); // GONE
}

void unorderedMapIndex_bad(std::unordered_map<int, int> &m, int k) {
  m.erase(k);
  use(m[k]); // GONE
}

void unorderedSet_bad(std::unordered_set<int> &s, int k) {
  s.erase(k);
  use(*s.find(k)); // GONE
}

void unorderedRehashed_bad(std::unordered_map<int, int> &m, int k) {
  m.erase(k);
  if (m.load_factor() > 1)
    use(1);
  use(m.at(k)); // GONE
}

void multimap_bad(std::unordered_multimap<int, int> &m, int k) {
  m.erase(k);
  use(m.find(k)->second); // GONE
}

void derived_bad(MyMap &m, int k) {
  m.erase(k);
  use(m.at(k)); // GONE
}

void flat_bad(absl::flat_hash_map<int, int> &m, int k) {
  m.erase(k);
  use(m[k]); // GONE
}

void flatFind_bad(absl::flat_hash_map<int, int> &m, int k) {
  m.erase(k);
  use(m.find(k)->second); // GONE
}

void flatInserted_ok(absl::flat_hash_map<int, int> &m, int k) {
  m.erase(k);
  m.emplace(k, 1);
  use(m.at(k));
}

// find() returns a pointer, null if there is none.
void pointer_bad(TMap<int, int> &m, int k) {
  m.Remove(k);
  use(*m.Find(k)); // GONE
}

void pointerVariable_bad(TMap<int, int> &m, int k) {
  m.Remove(k);
  int *p = m.Find(k);
  use(*p); // GONE
}

void pointerTested_ok(TMap<int, int> &m, int k) {
  m.Remove(k);
  if (int *p = m.Find(k))
    use(*p);
}

void pointerCompared_ok(TMap<int, int> &m, int k) {
  m.Remove(k);
  int *p = m.Find(k);
  if (p != nullptr)
    use(*p);
}

void pointerNegated_ok(TMap<int, int> &m, int k) {
  m.Remove(k);
  int *p = m.Find(k);
  if (!p)
    return;
  use(*p);
}

void checked_bad(TMap<int, int> &m, int k) {
  m.Remove(k);
  use(m[k]); // GONE
}

void findOrAdd_ok(TMap<int, int> &m, int k) {
  m.Remove(k);
  use(m.FindOrAdd(k));
}

void containsAsked_ok(TMap<int, int> &m, int k) {
  m.Remove(k);
  if (m.Contains(k))
    use(*m.Find(k));
}
