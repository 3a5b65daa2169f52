// Stands for absl/container/flat_hash_map.h and node_hash_map.h of the release
// of July 2024, as far as tests by idea need them; StabilityAbseilTest is about
// the real ones.
#ifndef ABSL_LTS_RELEASE_VERSION
#define ABSL_LTS_RELEASE_VERSION 20240722
#endif
#include "fake.h"

namespace absl {
namespace container_internal {

template <class K, class V> class raw_hash_map : public fake::HashMap<K, V> {
public:
  using fake::HashMap<K, V>::HashMap;
  raw_hash_map();
  raw_hash_map(const raw_hash_map &);
  raw_hash_map(raw_hash_map &&);
  raw_hash_map &operator=(const raw_hash_map &);
  raw_hash_map &operator=(raw_hash_map &&);
  void swap(raw_hash_map &);
};

} // namespace container_internal

template <class K, class V>
class flat_hash_map : public container_internal::raw_hash_map<K, V> {
public:
  using container_internal::raw_hash_map<K, V>::raw_hash_map;
};

template <class K, class V>
class node_hash_map : public container_internal::raw_hash_map<K, V> {
public:
  using container_internal::raw_hash_map<K, V>::raw_hash_map;
};

template <class K> class flat_hash_set : public fake::HashSet<K> {
public:
  using fake::HashSet<K>::HashSet;
  void swap(flat_hash_set &);
};

} // namespace absl
