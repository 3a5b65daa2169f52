// One field a class of tsl.effects. Not in Debian's versions:
// Not everywhere: erase_fast data release
#include <tsl/hopscotch_map.h>
#include <tsl/hopscotch_set.h>
#include <tsl/ordered_map.h>
#include <tsl/ordered_set.h>
#include <tsl/robin_map.h>
#include <tsl/robin_set.h>
struct Fields {
  tsl::robin_map<int, long> RobinMap;
  tsl::robin_set<int> RobinSet;
  tsl::hopscotch_map<int, long> HopscotchMap;
  tsl::hopscotch_set<int> HopscotchSet;
  tsl::ordered_map<int, long> OrderedMap;
  tsl::ordered_set<int> OrderedSet;
};
