// The classes of phmap.h, once for each namespace: hence no include guard.

namespace priv {

template <class Key, class Mapped, class Value> class node_handle {
public:
  node_handle();
  node_handle(node_handle &&);
  node_handle &operator=(node_handle &&);
  bool empty() const;
  explicit operator bool() const;
  fake::Allocator get_allocator() const;
  Value &value() const;
  Key &key() const;
  Mapped &mapped() const;
};

template <class Iterator, class Node> struct InsertReturnType {
  Iterator position;
  bool inserted;
  Node node;
};

template <class Base, class Mapped> class raw_hash_set : public Base {
public:
  using typename Base::const_iterator;
  using typename Base::iterator;
  using typename Base::key_type;
  using typename Base::value_type;
  using node_type = node_handle<key_type, Mapped, value_type>;
  using Base::Base;
  using Base::contains;
  using Base::erase;
  using Base::find;
  using Base::insert;
  using Base::max_load_factor;
  raw_hash_set();
  raw_hash_set(const raw_hash_set &);
  raw_hash_set(raw_hash_set &&);
  raw_hash_set &operator=(const raw_hash_set &);
  raw_hash_set &operator=(raw_hash_set &&);
  std::size_t capacity() const;
  InsertReturnType<iterator, node_type> insert(node_type &&);
  iterator insert(const_iterator, node_type &&);
  template <class... Args>
  std::pair<iterator, bool> emplace_with_hash(std::size_t hash, Args &&...);
  template <class... Args>
  iterator emplace_hint_with_hash(std::size_t hash, const_iterator, Args &&...);
  template <class F> iterator lazy_emplace(const key_type &, F &&);
  template <class F>
  iterator lazy_emplace_with_hash(const key_type &, std::size_t hash, F &&);
  template <class F>
  void emplace_single_with_hash(const key_type &, std::size_t hash, F &&);
  void _erase(iterator);
  void _erase(const_iterator);
  iterator erase(const_iterator first, const_iterator last);
  template <class Other> void merge(Other &);
  node_type extract(const_iterator);
  node_type extract(const key_type &);
  template <class Archive> bool phmap_dump(Archive &) const;
  template <class Archive> bool phmap_load(Archive &);
  void prefetch_hash(std::size_t) const;
  void prefetch(const key_type &) const;
  iterator find(const key_type &, std::size_t hash);
  bool contains(const key_type &, std::size_t hash) const;
  std::pair<iterator, iterator> equal_range(const key_type &);
  std::size_t bucket_count() const;
  void max_load_factor(float);
  fake::Hash hash_function() const;
  fake::Equal key_eq() const;
  std::size_t hash(const key_type &) const;
};

template <class Base, class Mapped>
class parallel_hash_set : public raw_hash_set<Base, Mapped> {
  using Raw = raw_hash_set<Base, Mapped>;

public:
  using Raw::clear;
  using Raw::Raw;
  using typename Raw::const_iterator;
  using typename Raw::iterator;
  using typename Raw::key_type;
  struct Inner {};
  void clear(std::size_t submap);
  template <class... Args>
  std::pair<iterator, bool> emplace_decomposable(const key_type &, Args &&...);
  template <class... Args>
  std::pair<iterator, bool> emplace_decomposable_with_hash(const key_type &,
                                                           std::size_t hash,
                                                           Args &&...);
  iterator make_iterator(Inner *, iterator);
  std::pair<iterator, bool> make_rv(Inner *, std::pair<iterator, bool>);
  template <class F> void emplace_single(const key_type &, F &&);
  template <class F> bool if_contains(const key_type &, F &&) const;
  template <class F> bool if_contains_unsafe(const key_type &, F &&) const;
  template <class F> bool modify_if(const key_type &, F &&);
  template <class F> bool modify_if_impl(const key_type &, F &&);
  template <class F> bool erase_if(const key_type &, F &&);
  template <class F> bool erase_if_impl(const key_type &, F &&);
  template <class F, class G>
  bool lazy_emplace_l(const key_type &, F &&exists, G &&make);
  template <class F, class... Args>
  bool try_emplace_l(const key_type &, F &&exists, Args &&...);
  template <class F> void for_each(F &&) const;
  template <class P, class F> void for_each(P &&, F &&) const;
  template <class F> void for_each_m(F &&);
  template <class P, class F> void for_each_m(P &&, F &&);
  template <class F> void with_submap(std::size_t, F &&) const;
  template <class F> void with_submap_m(std::size_t, F &&);
  Inner &get_inner(std::size_t);
  static std::size_t subidx(std::size_t hash);
  static std::size_t subcnt();
  template <class Other> void swap(Other &);
};

template <class Base, class Mapped> class btree_container : public Base {
public:
  using typename Base::const_iterator;
  using typename Base::iterator;
  using typename Base::key_type;
  using typename Base::value_type;
  using node_type = node_handle<key_type, Mapped, value_type>;
  using Base::Base;
  bool contains(const key_type &) const;
  void verify() const;
  std::size_t height() const;
  double fullness() const;
  double overhead() const;
  template <class Other> void merge(Other &);
  node_type extract(iterator);
  node_type extract(const key_type &);
};

} // namespace priv

#define PHMAP_CLASS(PARAMETERS, NAME, ...)                                     \
  template <PARAMETERS> class NAME : public __VA_ARGS__ {                      \
    using Base = __VA_ARGS__;                                                  \
                                                                               \
  public:                                                                      \
    using Base::Base;                                                          \
    using Base::swap;                                                          \
    NAME();                                                                    \
    NAME(const NAME &);                                                        \
    NAME(NAME &&);                                                             \
    NAME &operator=(const NAME &);                                             \
    NAME &operator=(NAME &&);                                                  \
  }

#define PHMAP_TABLE(PARAMETERS, NAME, ...)                                     \
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
  }

#define PHMAP_MAP class K, class V
PHMAP_TABLE(PHMAP_MAP, flat_hash_map,
            priv::raw_hash_set<fake::HashMap<K, V>, V>);
PHMAP_TABLE(class K, flat_hash_set, priv::raw_hash_set<fake::HashSet<K>, K>);
PHMAP_TABLE(PHMAP_MAP, node_hash_map,
            priv::raw_hash_set<fake::HashMap<K, V>, V>);
PHMAP_TABLE(class K, node_hash_set, priv::raw_hash_set<fake::HashSet<K>, K>);
PHMAP_CLASS(PHMAP_MAP, parallel_flat_hash_map,
            priv::parallel_hash_set<fake::HashMap<K, V>, V>);
PHMAP_CLASS(class K, parallel_flat_hash_set,
            priv::parallel_hash_set<fake::HashSet<K>, K>);
PHMAP_CLASS(PHMAP_MAP, parallel_node_hash_map,
            priv::parallel_hash_set<fake::HashMap<K, V>, V>);
PHMAP_CLASS(class K, parallel_node_hash_set,
            priv::parallel_hash_set<fake::HashSet<K>, K>);

#undef PHMAP_CLASS
#define PHMAP_TREE(PARAMETERS, NAME, RESULT, ...)                              \
  template <PARAMETERS> class NAME : public __VA_ARGS__ {                      \
    using Base = __VA_ARGS__;                                                  \
                                                                               \
  public:                                                                      \
    using typename Base::iterator;                                             \
    using typename Base::node_type;                                            \
    using Base::Base;                                                          \
    using Base::insert;                                                        \
    NAME();                                                                    \
    NAME(const NAME &);                                                        \
    NAME(NAME &&);                                                             \
    NAME &operator=(const NAME &);                                             \
    NAME &operator=(NAME &&);                                                  \
    RESULT insert(node_type &&);                                               \
    void swap(NAME &);                                                         \
  }
#define PHMAP_INSERTED priv::InsertReturnType<iterator, node_type>
PHMAP_TREE(PHMAP_MAP, btree_map, PHMAP_INSERTED,
           priv::btree_container<fake::SortedMap<K, V>, V>);
PHMAP_TREE(class K, btree_set, PHMAP_INSERTED,
           priv::btree_container<fake::SortedSet<K>, K>);
PHMAP_TREE(
    PHMAP_MAP, btree_multimap, iterator,
    priv::btree_container<fake::MultiTable<K, std::pair<const K, V>>, V>);
PHMAP_TREE(class K, btree_multiset, iterator,
           priv::btree_container<fake::MultiTable<K, K>, K>);
#undef PHMAP_INSERTED
#undef PHMAP_MAP
#undef PHMAP_TABLE
#undef PHMAP_TREE

template <class Table, class Pred> std::size_t erase_if(Table &, Pred);
