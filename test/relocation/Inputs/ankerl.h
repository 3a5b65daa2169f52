// Stands for ankerl/unordered_dense.h @00a0c1a: map, set, segmented_map and
// segmented_set are names for one class.
#include "fake.h"
#include <optional>
#include <vector>

namespace ankerl::unordered_dense {
inline namespace v4_5_0 {
namespace detail {

template <class T> struct base_table_type_map {
  using mapped_type = T;
};
struct base_table_type_set {};

template <class Key, class T, bool IsSegmented> struct interface {
  using type = fake::HashMap<Key, T>;
};
template <class Key, bool IsSegmented>
struct interface<Key, void, IsSegmented> {
  using type = fake::HashSet<Key>;
};

template <class Key, class T, bool IsSegmented>
class table : public interface<Key, T, IsSegmented>::type {
  using Base = typename interface<Key, T, IsSegmented>::type;

public:
  using Base::Base;
  using Base::erase;
  using Base::max_load_factor;
  using typename Base::const_iterator;
  using typename Base::iterator;
  using typename Base::value_type;
  table();
  table(const table &);
  table(table &&);
  table(table &&, const fake::Allocator &);
  table &operator=(const table &);
  table &operator=(table &&);
  std::vector<value_type> extract() &&;
  value_type extract(const_iterator);
  std::optional<value_type> extract(const Key &);
  void replace(std::vector<value_type> &&);
  std::pair<iterator, bool> replace_key(iterator, const Key &);
  const std::vector<value_type> &values() const;
  iterator erase(const_iterator first, const_iterator last);
  void swap(table &);
  std::pair<iterator, iterator> equal_range(const Key &);
  std::size_t bucket_count() const;
  static std::size_t max_bucket_count();
  void max_load_factor(float);
  fake::Hash hash_function() const;
  fake::Equal key_eq() const;
};

} // namespace detail

template <class Key, class T> using map = detail::table<Key, T, false>;
template <class Key> using set = detail::table<Key, void, false>;
template <class Key, class T> using segmented_map = detail::table<Key, T, true>;
template <class Key> using segmented_set = detail::table<Key, void, true>;

} // namespace v4_5_0
} // namespace ankerl::unordered_dense
