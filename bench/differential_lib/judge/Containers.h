// The containers that programs use, by the names of their libraries, with the
// promises of each: std::map becomes model::map, absl::flat_hash_map
// model::absl::flat_hash_map, and so on. What they promise is quoted in
// lib/Model/catalogue.
#pragma once
#include "Table.h"
#include "Values.h"
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace model {

constexpr Rules Hash{.insert = Ends::Iterators, .rehash = Ends::Iterators};
constexpr Rules Flat{.insert = Ends::All, .rehash = Ends::All};
constexpr Rules Sorted{.insert = Ends::All,
                       .erase = Ends::All,
                       .rehash = Ends::All,
                       .sorted = true,
                       .crowded = true};
constexpr Rules Robin{.insert = Ends::All,
                      .erase = Ends::All,
                      .rehash = Ends::All,
                      .crowded = true};

template <class K, class V> using map = Table<std::map<K, V>, Rules{}>;
template <class K, class V>
using multimap = Table<std::multimap<K, V>, Rules{}>;
template <class K> using set = Table<std::set<K>, Rules{}>;
template <class K> using multiset = Table<std::multiset<K>, Rules{}>;
template <class K, class V>
using unordered_map = Table<std::unordered_map<K, V>, Hash>;
template <class K, class V>
using unordered_multimap = Table<std::unordered_multimap<K, V>, Hash>;
template <class K> using unordered_set = Table<std::unordered_set<K>, Hash>;

namespace absl {
template <class K, class V>
using flat_hash_map = Table<std::unordered_map<K, V>, Flat>;
template <class K> using flat_hash_set = Table<std::unordered_set<K>, Flat>;
template <class K, class V>
using node_hash_map = Table<std::unordered_map<K, V>, Hash>;
} // namespace absl

namespace boost {
template <class K, class V>
using unordered_flat_map = Table<std::unordered_map<K, V>, Flat>;
template <class K, class V>
using unordered_map = Table<std::unordered_map<K, V>, Hash>;
namespace container {
template <class K, class V> using flat_map = Table<std::map<K, V>, Sorted>;
}
} // namespace boost

namespace tsl {
template <class K, class V>
using robin_map = Table<std::unordered_map<K, V>, Robin>;
}

} // namespace model
