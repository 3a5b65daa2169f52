// Stands for Chromium's base/containers: flat_tree.h @084b0e3, flat_map.h
// @093a29f, small_map.h @09c200a, span.h, and for base/strings/string_piece.h.
#include "fake.h"
#include <map>
#include <vector>

namespace base {
namespace internal {

template <class Base> class tree_methods : public Base {
public:
  using typename Base::key_type;
  using typename Base::value_type;
  using container_type = std::vector<value_type>;
  using Base::Base;
  typename Base::iterator crbegin() const;
  typename Base::iterator crend() const;
  void reserve(std::size_t);
  std::size_t capacity() const;
  void shrink_to_fit();
  std::size_t max_size() const;
  bool contains(const key_type &) const;
  container_type extract() &&;
  void replace(container_type &&);
};

template <class Key>
class flat_tree : public tree_methods<fake::SortedSet<Key>> {
  using Base = tree_methods<fake::SortedSet<Key>>;

public:
  using Base::Base;
  flat_tree();
  flat_tree(const flat_tree &);
  flat_tree(flat_tree &&);
  flat_tree &operator=(const flat_tree &);
  flat_tree &operator=(flat_tree &&);
  void swap(flat_tree &);
};

} // namespace internal

template <class Key, class Mapped>
class flat_map : public internal::tree_methods<fake::SortedMap<Key, Mapped>> {
  using Base = internal::tree_methods<fake::SortedMap<Key, Mapped>>;

public:
  using Base::Base;
  flat_map();
  flat_map(const flat_map &);
  flat_map(flat_map &&);
  flat_map &operator=(const flat_map &);
  flat_map &operator=(flat_map &&);
  void swap(flat_map &);
};

template <class Key> using flat_set = internal::flat_tree<Key>;

template <class Container, class Predicate>
std::size_t EraseIf(Container &, Predicate);

template <class NormalMap, std::size_t kArraySize = 4> class small_map {
public:
  using key_type = typename NormalMap::key_type;
  using mapped_type = typename NormalMap::mapped_type;
  using value_type = typename NormalMap::value_type;
  using iterator = fake::Iterator<value_type>;
  using const_iterator = fake::Iterator<const value_type>;
  small_map();
  explicit small_map(const fake::Hash &init);
  small_map(const small_map &);
  void operator=(const small_map &);
  iterator find(const key_type &);
  const_iterator find(const key_type &) const;
  mapped_type &operator[](const key_type &);
  std::pair<iterator, bool> insert(const value_type &);
  template <class It> void insert(It first, It last);
  template <class... Args> std::pair<iterator, bool> emplace(Args &&...);
  iterator begin();
  const_iterator begin() const;
  iterator end();
  const_iterator end() const;
  void clear();
  iterator erase(const iterator &);
  std::size_t erase(const key_type &);
  std::size_t count(const key_type &) const;
  std::size_t size() const;
  bool empty() const;
  bool UsingFullMap() const;
  NormalMap *map();
};

template <class T> class span {
public:
  using iterator = fake::Iterator<T>;
  span();
  template <class Range> span(Range &&);
  span(T *, std::size_t);
  span(const span &) = default;
  span &operator=(const span &) = default;
  span first(std::size_t) const;
  span last(std::size_t) const;
  template <std::size_t N> span first() const;
  template <std::size_t N> span last() const;
  template <std::size_t N> span subspan() const;
  span subspan(std::size_t at, std::size_t n = 0) const;
  std::size_t size() const;
  std::size_t size_bytes() const;
  bool empty() const;
  T &operator[](std::size_t) const;
  T &front() const;
  T &back() const;
  T *data() const;
  iterator begin() const;
  iterator end() const;
};

template <class C> class BasicStringPiece : public fake::StringView<C> {
public:
  using fake::StringView<C>::StringView;
  BasicStringPiece(const std::string &);
  BasicStringPiece(const BasicStringPiece &) = default;
  BasicStringPiece &operator=(const BasicStringPiece &) = default;
};

} // namespace base
