// Helpers of the project in a header.
#ifndef EVICT_H
#define EVICT_H
#include <map>

struct Entry {
  int hits;
};
using Map = std::map<int, Entry>;

inline void evict(Map &entries, int id) {
  entries.erase(id);
}
inline void evictAll(Map &entries) {
  entries.clear();
}
inline int hitsOf(const Entry &e) {
  return e.hits;
}
#endif
