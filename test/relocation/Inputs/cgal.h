// Stands for CGAL's Unique_hash_map.h @0f97115 and chained_map.h @05128e6.
#include "fake.h"

namespace CGAL {
namespace internal {

template <class T> class chained_map_elem;

template <class T> class chained_map {
public:
  using Item = chained_map_elem<T> *;
  chained_map(std::size_t n = 512, const T &otherwise = T());
  chained_map(const chained_map &);
  chained_map &operator=(const chained_map &);
  T &xdef();
  const T &cxdef() const;
  std::size_t index(Item) const;
  T &inf(Item) const;
  void reserve(std::size_t);
  void erase(std::size_t);
  void clear();
  T &access(Item, std::size_t);
  T &access(std::size_t);
  Item lookup(std::size_t) const;
  void statistics() const;
};

} // namespace internal

template <class Key, class Data> class Unique_hash_map {
public:
  using key_type = Key;
  Unique_hash_map();
  Unique_hash_map(const Data &otherwise, std::size_t size = 1);
  Unique_hash_map(Key first, Key last, Data values);
  Unique_hash_map(const Unique_hash_map &);
  Unique_hash_map &operator=(const Unique_hash_map &);
  Data default_value() const;
  fake::Hash hash_function() const;
  void clear();
  void clear(const Data &otherwise);
  bool is_defined(const Key &) const;
  const Data &operator[](const Key &) const;
  Data &operator[](const Key &);
  Data insert(Key first, Key last, Data values);
  void reserve(std::size_t);
  void statistics() const;
};

} // namespace CGAL
