// Stands for folly/sorted_vector_types.h.
#include "fake.h"

namespace folly {

struct sorted_unique_t {};

template <class Base> class sorted_vector_methods : public Base {
public:
  using Base::Base;
  using Base::find;
  using Base::insert;
  using typename Base::const_iterator;
  using typename Base::iterator;
  using typename Base::key_type;
  using typename Base::value_type;
  void reserve(std::size_t);
  void shrink_to_fit();
  std::size_t capacity() const;
  std::size_t max_size() const;
  bool contains(const key_type &) const;
  fake::Allocator get_allocator() const;
  std::pair<iterator, iterator> find(const key_type &, const key_type &);
  template <class It> void insert(sorted_unique_t, It first, It last);
  const fake::Allocator &get_container() const;
  fake::Allocator get_container_for_direct_mutation();
  fake::Allocator get_container_for_direct_mutation(sorted_unique_t);
  template <class C> void swap_container(C &);
  template <class C> void swap_container(sorted_unique_t, C &);
  const value_type *data() const;
  bool operator==(const sorted_vector_methods &) const;
  bool operator!=(const sorted_vector_methods &) const;
  bool operator<(const sorted_vector_methods &) const;
  bool operator>(const sorted_vector_methods &) const;
  bool operator<=(const sorted_vector_methods &) const;
  bool operator>=(const sorted_vector_methods &) const;
};

template <class K, class V>
class sorted_vector_map : public sorted_vector_methods<fake::SortedMap<K, V>> {
public:
  sorted_vector_map();
  sorted_vector_map(const sorted_vector_map &);
  sorted_vector_map(sorted_vector_map &&);
  sorted_vector_map &operator=(const sorted_vector_map &);
  sorted_vector_map &operator=(sorted_vector_map &&);
  void swap(sorted_vector_map &);
};

template <class K>
class sorted_vector_set : public sorted_vector_methods<fake::SortedSet<K>> {
public:
  sorted_vector_set();
  sorted_vector_set(const sorted_vector_set &);
  sorted_vector_set(sorted_vector_set &&);
  sorted_vector_set &operator=(const sorted_vector_set &);
  sorted_vector_set &operator=(sorted_vector_set &&);
  void swap(sorted_vector_set &);
};

} // namespace folly
