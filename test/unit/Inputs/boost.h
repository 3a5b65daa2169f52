// One field a class of boost.effects that Boost 1.81 has. Younger:
// Not everywhere: pull
// The containers of boost/container are thin above their implementation:
// Internal: bases tree release get node_alloc
#include <boost/container/flat_map.hpp>
#include <boost/container/flat_set.hpp>
#include <boost/container/map.hpp>
#include <boost/container/set.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <boost/unordered_map.hpp>
#include <boost/unordered_set.hpp>
struct Fields {
  boost::unordered_map<int, long> Map;
  boost::unordered_multimap<int, long> MultiMap;
  boost::unordered_set<int> Set;
  boost::unordered_multiset<int> MultiSet;
  boost::unordered_map<int, long>::node_type MapNode;
  boost::unordered_set<int>::node_type SetNode;
  boost::unordered_flat_map<int, long> FlatMap;
  boost::unordered_flat_set<int> FlatSet;
  boost::container::flat_map<int, long> SortedMap;
  boost::container::flat_multimap<int, long> SortedMultiMap;
  boost::container::flat_set<int> SortedSet;
  boost::container::flat_multiset<int> SortedMultiSet;
  boost::container::map<int, long> TreeMap;
  boost::container::multimap<int, long> TreeMultiMap;
  boost::container::set<int> TreeSet;
  boost::container::multiset<int> TreeMultiSet;
  boost::container::map<int, long>::node_type TreeNode;
};
