// Stands for EASTL's map.h, set.h, hash_map.h @19a8869, hash_set.h, fixed_map.h
// @0b8a259, fixed_set.h, fixed_hash_map.h, fixed_hash_set.h, vector_map.h
// @0e4dc41, vector_set.h, vector.h, fixed_vector.h, string.h, string_view.h.
#include "fake.h"

namespace eastl {

using std::pair;

template <class T> std::remove_reference_t<T> &&move(T &&);
template <class Container, class Predicate>
void erase_if(Container &, Predicate);

namespace internal {

template <class Base> class tree : public Base {
public:
  using Base::Base;
  using typename Base::const_iterator;
  using typename Base::iterator;
  fake::Allocator &get_allocator();
  void set_allocator(const fake::Allocator &);
  void reset_lose_memory();
  bool validate() const;
  int validate_iterator(const_iterator) const;
  template <class U, class C> iterator find_as(const U &, C);
};

template <class Base> class hashtable : public Base {
public:
  using typename Base::const_iterator;
  using typename Base::iterator;
  using typename Base::key_type;
  using typename Base::value_type;
  using local_iterator = fake::Iterator<value_type>;
  using Base::Base;
  using Base::begin;
  using Base::cbegin;
  using Base::cend;
  using Base::clear;
  using Base::end;
  using Base::erase;
  using Base::insert;
  struct node_type;
  void set_allocator(const fake::Allocator &);
  local_iterator begin(std::size_t);
  local_iterator end(std::size_t);
  local_iterator cbegin(std::size_t) const;
  local_iterator cend(std::size_t) const;
  std::size_t bucket_count() const;
  std::size_t bucket_size(std::size_t) const;
  std::size_t bucket(const key_type &) const;
  int rehash_policy() const;
  void rehash_policy(int);
  fake::Hash hash_function() const;
  fake::Equal equal_function() const;
  fake::Equal key_eq() const;
  template <class P>
  pair<iterator, bool> insert(std::size_t code, node_type *, P &&);
  node_type *allocate_uninitialized_node();
  void free_uninitialized_node(node_type *);
  iterator erase(const_iterator first, const_iterator last);
  void clear(bool buckets);
  void reset_lose_memory();
  template <class U> iterator find_as(const U &);
  template <class U, class H, class C> iterator find_as(const U &, C);
  iterator find_by_hash(const key_type &, std::size_t);
  pair<iterator, iterator> find_range_by_hash(std::size_t) const;
  pair<iterator, iterator> equal_range(const key_type &);
  bool validate() const;
  int validate_iterator(const_iterator) const;
};

template <class Base> class vector_methods : public Base {
public:
  using Base::Base;
  using Base::push_back;
  using typename Base::const_iterator;
  using typename Base::iterator;
  using typename Base::value_type;
  value_type &push_back();
  void set_capacity(std::size_t);
  void set_allocator(const fake::Allocator &);
  iterator erase_first(const value_type &);
  iterator erase_last(const value_type &);
  iterator erase_first_unsorted(const value_type &);
  iterator erase_last_unsorted(const value_type &);
  iterator erase_unsorted(const_iterator);
  void reset_lose_memory();
  bool validate() const;
  int validate_iterator(const_iterator) const;
};

template <class Base> class sorted_vector : public Base {
public:
  using Base::Base;
  using typename Base::iterator;
  template <class U, class C> iterator find_as(const U &, C);
};

} // namespace internal

#define EASTL_CLASS(PARAMETERS, NAME, ...)                                     \
  template <PARAMETERS> class NAME : public __VA_ARGS__ {                      \
    using Base = __VA_ARGS__;                                                  \
                                                                               \
  public:                                                                      \
    using Base::Base;                                                          \
    NAME();                                                                    \
    NAME(const NAME &);                                                        \
    NAME(NAME &&);                                                             \
    NAME &operator=(const NAME &);                                             \
    NAME &operator=(NAME &&);                                                  \
    void swap(NAME &);                                                         \
    EASTL_REST                                                                 \
  }
#define EASTL_MAP class K, class V
#define EASTL_FIXED_MAP class K, class V, std::size_t N
#define EASTL_FIXED_SET class K, std::size_t N

#define EASTL_REST                                                             \
  using Base::insert;                                                          \
  pair<typename Base::iterator, bool> insert(const K &);
EASTL_CLASS(EASTL_MAP, map, internal::tree<fake::SortedMap<K, V>>);
EASTL_CLASS(EASTL_MAP, hash_map, internal::hashtable<fake::HashMap<K, V>>);
#undef EASTL_REST
#define EASTL_REST
EASTL_CLASS(class K, set, internal::tree<fake::SortedSet<K>>);
EASTL_CLASS(class K, hash_set, internal::hashtable<fake::HashSet<K>>);
EASTL_CLASS(EASTL_MAP, vector_map,
            internal::sorted_vector<fake::SortedMap<K, V>>);
EASTL_CLASS(EASTL_MAP, vector_multimap,
            internal::sorted_vector<fake::SortedMap<K, V>>);
EASTL_CLASS(class K, vector_set, internal::sorted_vector<fake::SortedSet<K>>);
EASTL_CLASS(class K, vector_multiset,
            internal::sorted_vector<fake::SortedSet<K>>);
EASTL_CLASS(class T, vector, internal::vector_methods<fake::Vector<T>>);
#undef EASTL_REST
#define EASTL_REST                                                             \
  void reset_lose_memory();                                                    \
  std::size_t max_size() const;                                                \
  bool full() const;                                                           \
  bool has_overflowed() const;                                                 \
  static bool can_overflow();                                                  \
  const fake::Allocator &get_overflow_allocator() const;                       \
  void set_overflow_allocator(const fake::Allocator &);
EASTL_CLASS(EASTL_FIXED_MAP, fixed_map, map<K, V>);
EASTL_CLASS(EASTL_FIXED_SET, fixed_set, set<K>);
EASTL_CLASS(EASTL_FIXED_MAP, fixed_hash_map, hash_map<K, V>);
EASTL_CLASS(EASTL_FIXED_SET, fixed_hash_set, hash_set<K>);
EASTL_CLASS(EASTL_FIXED_SET, fixed_vector, vector<K>);
#undef EASTL_REST
#define EASTL_REST                                                             \
  pair<typename Base::iterator, typename Base::iterator> equal_range_small(    \
      const K &);
EASTL_CLASS(EASTL_MAP, multimap,
            internal::tree<fake::MultiTable<K, std::pair<const K, V>>>);
EASTL_CLASS(class K, multiset, internal::tree<fake::MultiTable<K, K>>);
#undef EASTL_REST
#define EASTL_REST
EASTL_CLASS(
    EASTL_MAP, hash_multimap,
    internal::hashtable<fake::MultiHashTable<K, std::pair<const K, V>>>);
EASTL_CLASS(class K, hash_multiset,
            internal::hashtable<fake::MultiHashTable<K, K>>);
EASTL_CLASS(class T, basic_string, fake::String<T>);
template <class T, std::size_t N> class fixed_string : public basic_string<T> {
public:
  using basic_string<T>::basic_string;
  fixed_string(const fixed_string &);
  fixed_string(fixed_string &&);
  fixed_string &operator=(const fixed_string &);
  fixed_string &operator=(fixed_string &&);
  void swap(fixed_string &);
};
template <class T> class basic_string_view : public fake::StringView<T> {
public:
  using fake::StringView<T>::StringView;
  basic_string_view(const basic_string_view &) = default;
  basic_string_view &operator=(const basic_string_view &) = default;
  void swap(basic_string_view &);
  bool starts_with(basic_string_view) const;
  bool ends_with(basic_string_view) const;
};

template <class K, class V> using unordered_map = hash_map<K, V>;
using string = basic_string<char>;
using string_view = basic_string_view<char>;

} // namespace eastl
