// Stands for robin_hood.h 3.11: unordered_flat_map and unordered_node_map,
// their sets, and unordered_map and unordered_set are names for one class.
#include "fake.h"

namespace robin_hood {

struct is_transparent_tag {};

namespace detail {

template <class Key, class T> struct interface {
  using type = fake::HashMap<Key, T>;
};
template <class Key> struct interface<Key, void> {
  using type = fake::HashSet<Key>;
};

template <bool IsFlat, class Key, class T>
class Table : public interface<Key, T>::type {
  using Base = typename interface<Key, T>::type;

public:
  using Base::Base;
  using Base::find;
  using typename Base::const_iterator;
  using typename Base::iterator;
  Table();
  Table(const Table &);
  Table(Table &&);
  Table &operator=(const Table &);
  Table &operator=(Table &&);
  void swap(Table &);
  bool operator==(const Table &) const;
  bool operator!=(const Table &) const;
  template <class K> iterator find(const K &, is_transparent_tag);
  void compact();
  std::size_t mask() const;
  std::size_t calcMaxNumElementsAllowed(std::size_t) const;
  std::size_t calcNumBytesInfo(std::size_t) const;
  std::size_t calcNumElementsWithBuffer(std::size_t) const;
  std::size_t calcNumBytesTotal(std::size_t) const;
};

} // namespace detail

template <class Key, class T>
using unordered_flat_map = detail::Table<true, Key, T>;
template <class Key, class T>
using unordered_node_map = detail::Table<false, Key, T>;
template <class Key, class T>
using unordered_map = detail::Table<(sizeof(T) < 64), Key, T>;
template <class Key> using unordered_flat_set = detail::Table<true, Key, void>;
template <class Key> using unordered_node_set = detail::Table<false, Key, void>;

} // namespace robin_hood
