// One field a class of abseil.effects.
#include "absl/container/btree_map.h"
#include "absl/container/btree_set.h"
#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/container/inlined_vector.h"
#include "absl/container/node_hash_map.h"
#include "absl/container/node_hash_set.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
struct Fields {
  absl::flat_hash_map<int, long> FlatMap;
  absl::flat_hash_set<int> FlatSet;
  absl::node_hash_map<int, long> NodeMap;
  absl::node_hash_set<int> NodeSet;
  absl::flat_hash_map<int, long>::node_type MapNode;
  absl::flat_hash_set<int>::node_type SetNode;
  absl::btree_map<int, long> TreeMap;
  absl::btree_multimap<int, long> TreeMultiMap;
  absl::btree_set<int> TreeSet;
  absl::btree_multiset<int> TreeMultiSet;
  absl::InlinedVector<int, 4> Vector;
  absl::Span<int> Span;
  absl::string_view String;
};
