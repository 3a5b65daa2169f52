// One field a class of tbb.effects.
// Internal: internal_fast_find
#include <tbb/concurrent_hash_map.h>
#include <tbb/concurrent_map.h>
#include <tbb/concurrent_set.h>
#include <tbb/concurrent_unordered_map.h>
#include <tbb/concurrent_unordered_set.h>
struct Fields {
  tbb::concurrent_unordered_map<int, long> Map;
  tbb::concurrent_unordered_multimap<int, long> MultiMap;
  tbb::concurrent_unordered_set<int> Set;
  tbb::concurrent_unordered_multiset<int> MultiSet;
  tbb::concurrent_unordered_map<int, long>::node_type MapNode;
  tbb::concurrent_unordered_set<int>::node_type SetNode;
  tbb::concurrent_map<int, long> OrderedMap;
  tbb::concurrent_multimap<int, long> OrderedMultiMap;
  tbb::concurrent_set<int> OrderedSet;
  tbb::concurrent_multiset<int> OrderedMultiSet;
  tbb::concurrent_hash_map<int, long> HashMap;
};
