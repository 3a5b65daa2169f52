// Stands for skarupke/flat_hash_map: flat_hash_map.hpp, bytell_hash_map.hpp and
// unordered_map.hpp.
#include "fake.h"

namespace ska {
namespace detailv3 {

template <class Base> class sherwood_v3_table : public Base {
public:
  using Base::Base;
  using Base::erase;
  using Base::max_load_factor;
  using typename Base::const_iterator;
  using typename Base::iterator;
  using typename Base::key_type;
  sherwood_v3_table();
  sherwood_v3_table(const sherwood_v3_table &);
  sherwood_v3_table(sherwood_v3_table &&);
  sherwood_v3_table &operator=(const sherwood_v3_table &);
  sherwood_v3_table &operator=(sherwood_v3_table &&);
  iterator erase(const_iterator first, const_iterator last);
  void shrink_to_fit();
  std::size_t bucket_count() const;
  std::size_t max_bucket_count() const;
  std::size_t bucket(const key_type &) const;
  void max_load_factor(float);
  std::pair<iterator, iterator> equal_range(const key_type &);
  fake::Hash hash_function() const;
  fake::Equal key_eq() const;
};

template <class K, class V>
using map_table = sherwood_v3_table<fake::HashMap<K, V>>;
template <class K> using set_table = sherwood_v3_table<fake::HashSet<K>>;

} // namespace detailv3

#define SKA_MAP(NAME)                                                          \
  template <class K, class V> class NAME : public detailv3::map_table<K, V> {  \
  public:                                                                      \
    using detailv3::map_table<K, V>::map_table;                                \
    NAME();                                                                    \
    NAME(const NAME &);                                                        \
    NAME(NAME &&);                                                             \
    NAME &operator=(const NAME &);                                             \
    NAME &operator=(NAME &&);                                                  \
    void swap(NAME &);                                                         \
  };
#define SKA_SET(NAME)                                                          \
  template <class K> class NAME : public detailv3::set_table<K> {              \
  public:                                                                      \
    using detailv3::set_table<K>::set_table;                                   \
    NAME();                                                                    \
    NAME(const NAME &);                                                        \
    NAME(NAME &&);                                                             \
    NAME &operator=(const NAME &);                                             \
    NAME &operator=(NAME &&);                                                  \
    void swap(NAME &);                                                         \
  };
SKA_MAP(flat_hash_map)
SKA_MAP(bytell_hash_map)
SKA_MAP(unordered_map)
SKA_SET(flat_hash_set)
SKA_SET(bytell_hash_set)
SKA_SET(unordered_set)
#undef SKA_MAP
#undef SKA_SET

} // namespace ska
