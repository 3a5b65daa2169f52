// One field a class of std-flat.effects; with libc++ alone.
#include <flat_map>
#include <flat_set>
struct Fields {
  std::flat_map<int, long> Map;
  std::flat_multimap<int, long> MultiMap;
  std::flat_set<int> Set;
  std::flat_multiset<int> MultiSet;
};
