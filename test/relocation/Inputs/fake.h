// What the stand-ins of libraries' headers share. They declare what the real
// classes declare, and define nothing.
#ifndef TOMBSTONE_TEST_FAKE_H
#define TOMBSTONE_TEST_FAKE_H
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace fake {

template <class T> class Iterator {
public:
  Iterator();
  template <class U>
    requires std::is_same_v<const U, T>
  Iterator(const Iterator<U> &);
  T &operator*() const;
  T *operator->() const;
  Iterator &operator++();
  Iterator operator++(int);
  Iterator &operator--();
  friend bool operator==(const Iterator &, const Iterator &);
  friend bool operator!=(const Iterator &, const Iterator &);
};

struct Hash {};
struct Equal {};
struct Allocator {};

/// The interface of std::unordered_set and of what std::unordered_map shares
/// with it, less the buckets: what hash tables of other libraries declare, too,
/// in a class of their own or in several.
template <class Key, class Value> class HashTable {
public:
  using key_type = Key;
  using value_type = Value;
  using iterator = Iterator<Value>;
  using const_iterator = Iterator<const Value>;
  HashTable();
  explicit HashTable(std::size_t buckets, const Hash & = {});
  template <class It> HashTable(It first, It last, std::size_t buckets = 0);
  HashTable(std::initializer_list<Value>, std::size_t buckets = 0);
  HashTable(const HashTable &);
  HashTable &operator=(const HashTable &);
  HashTable &operator=(std::initializer_list<Value>);
  Allocator get_allocator() const;
  iterator begin();
  const_iterator begin() const;
  const_iterator cbegin() const;
  iterator end();
  const_iterator end() const;
  const_iterator cend() const;
  bool empty() const;
  std::size_t size() const;
  std::size_t max_size() const;
  void clear();
  std::pair<iterator, bool> insert(const Value &);
  std::pair<iterator, bool> insert(Value &&);
  iterator insert(const_iterator hint, const Value &);
  iterator insert(const_iterator hint, Value &&);
  template <class It> void insert(It first, It last);
  void insert(std::initializer_list<Value>);
  template <class... Args> std::pair<iterator, bool> emplace(Args &&...);
  template <class... Args> iterator emplace_hint(const_iterator, Args &&...);
  iterator erase(const_iterator);
  iterator erase(iterator);
  std::size_t erase(const Key &);
  std::size_t count(const Key &) const;
  iterator find(const Key &);
  const_iterator find(const Key &) const;
  bool contains(const Key &) const;
  float load_factor() const;
  float max_load_factor() const;
  void rehash(std::size_t);
  void reserve(std::size_t);
};

/// What std::unordered_map has besides.
template <class Key, class T>
class HashMap : public HashTable<Key, std::pair<const Key, T>> {
  using Table = HashTable<Key, std::pair<const Key, T>>;

public:
  using Table::Table;
  using typename Table::const_iterator;
  using typename Table::iterator;
  T &at(const Key &);
  const T &at(const Key &) const;
  T &operator[](const Key &);
  T &operator[](Key &&);
  template <class M>
  std::pair<iterator, bool> insert_or_assign(const Key &, M &&);
  template <class M>
  iterator insert_or_assign(const_iterator hint, const Key &, M &&);
  template <class... Args>
  std::pair<iterator, bool> try_emplace(const Key &, Args &&...);
  template <class... Args>
  iterator try_emplace(const_iterator hint, const Key &, Args &&...);
};

template <class Key> using HashSet = HashTable<Key, Key>;

/// Where keys are not unique, an insertion returns the iterator alone.
template <class Key, class Value>
class MultiHashTable : public HashTable<Key, Value> {
  using Table = HashTable<Key, Value>;

public:
  using Table::Table;
  using typename Table::const_iterator;
  using typename Table::iterator;
  iterator insert(const Value &);
  iterator insert(Value &&);
  iterator insert(const_iterator hint, const Value &);
  template <class It> void insert(It first, It last);
  void insert(std::initializer_list<Value>);
  template <class... Args> iterator emplace(Args &&...);
};

/// The interface of std::vector.
template <class T> class Vector {
public:
  using value_type = T;
  using iterator = T *;
  using const_iterator = const T *;
  Vector();
  explicit Vector(std::size_t n);
  Vector(std::size_t n, const T &);
  Vector(std::initializer_list<T>);
  Vector(const Vector &);
  Vector &operator=(const Vector &);
  void assign(std::size_t n, const T &);
  iterator begin();
  iterator end();
  const_iterator cbegin() const;
  const_iterator cend() const;
  std::size_t size() const;
  bool empty() const;
  std::size_t capacity() const;
  void resize(std::size_t n);
  void resize(std::size_t n, const T &);
  void reserve(std::size_t n);
  void shrink_to_fit();
  T &operator[](std::size_t n);
  T &at(std::size_t n);
  T &front();
  T &back();
  T *data();
  template <class... Args> T &emplace_back(Args &&...);
  void push_back(const T &);
  void push_back(T &&);
  void pop_back();
  template <class... Args> iterator emplace(const_iterator, Args &&...);
  iterator insert(const_iterator, const T &);
  iterator erase(const_iterator);
  iterator erase(const_iterator first, const_iterator last);
  void clear();
};

/// The interface of std::string.
template <class C> class String {
public:
  using value_type = C;
  using iterator = C *;
  using const_iterator = const C *;
  String();
  String(const C *);
  String(const C *, std::size_t n);
  String(const String &);
  String &operator=(const String &);
  String &operator=(const C *);
  iterator begin();
  iterator end();
  std::size_t size() const;
  std::size_t length() const;
  bool empty() const;
  std::size_t capacity() const;
  void resize(std::size_t n);
  void resize(std::size_t n, C);
  void reserve(std::size_t n);
  void clear();
  C &operator[](std::size_t n);
  C &at(std::size_t n);
  C &front();
  C &back();
  String &operator+=(const String &);
  String &append(const String &);
  String &append(const C *, std::size_t n);
  void push_back(C);
  void pop_back();
  String &assign(const String &);
  String &insert(std::size_t at, const String &);
  iterator insert(const_iterator, C);
  String &erase(std::size_t at = 0, std::size_t n = 0);
  iterator erase(const_iterator);
  iterator erase(const_iterator first, const_iterator last);
  String &replace(std::size_t at, std::size_t n, const C *);
  const C *c_str() const;
  const C *data() const;
  std::size_t find(const String &, std::size_t at = 0) const;
  std::size_t rfind(const String &, std::size_t at = 0) const;
  std::size_t find_first_of(const C *, std::size_t at = 0) const;
  std::size_t find_last_of(const C *, std::size_t at = 0) const;
  std::size_t find_first_not_of(const C *, std::size_t at = 0) const;
  std::size_t find_last_not_of(const C *, std::size_t at = 0) const;
  String substr(std::size_t at = 0, std::size_t n = 0) const;
  int compare(const String &) const;
};

/// The interface of std::string_view.
template <class C> class StringView {
public:
  using value_type = C;
  using const_iterator = const C *;
  StringView();
  StringView(const C *);
  StringView(const C *, std::size_t n);
  StringView(const StringView &) = default;
  StringView &operator=(const StringView &) = default;
  const_iterator begin() const;
  const_iterator end() const;
  std::size_t size() const;
  std::size_t length() const;
  std::size_t max_size() const;
  bool empty() const;
  const C &operator[](std::size_t) const;
  const C &front() const;
  const C &back() const;
  const C *data() const;
  void remove_prefix(std::size_t);
  void remove_suffix(std::size_t);
  StringView substr(std::size_t at = 0, std::size_t n = 0) const;
  int compare(StringView) const;
  std::size_t copy(C *, std::size_t n, std::size_t at = 0) const;
  std::size_t find(StringView, std::size_t at = 0) const;
  std::size_t rfind(StringView, std::size_t at = 0) const;
  std::size_t find_first_of(StringView, std::size_t at = 0) const;
  std::size_t find_last_of(StringView, std::size_t at = 0) const;
  std::size_t find_first_not_of(StringView, std::size_t at = 0) const;
  std::size_t find_last_not_of(StringView, std::size_t at = 0) const;
};

/// The interface of std::map and std::set, over what may be an array.
template <class Key, class Value> class SortedTable {
public:
  using key_type = Key;
  using value_type = Value;
  using iterator = Iterator<Value>;
  using const_iterator = Iterator<const Value>;
  SortedTable();
  template <class It> SortedTable(It first, It last);
  SortedTable(std::initializer_list<Value>);
  SortedTable(const SortedTable &);
  SortedTable &operator=(const SortedTable &);
  SortedTable &operator=(std::initializer_list<Value>);
  iterator begin();
  const_iterator begin() const;
  iterator end();
  const_iterator end() const;
  const_iterator cbegin() const;
  const_iterator cend() const;
  iterator rbegin();
  iterator rend();
  bool empty() const;
  std::size_t size() const;
  void clear();
  iterator erase(const_iterator);
  iterator erase(const_iterator first, const_iterator last);
  std::size_t erase(const Key &);
  std::size_t count(const Key &) const;
  iterator find(const Key &);
  const_iterator find(const Key &) const;
  iterator lower_bound(const Key &);
  iterator upper_bound(const Key &);
  std::pair<iterator, iterator> equal_range(const Key &);
  Equal key_comp() const;
  Equal value_comp() const;
  template <class It> void insert(It first, It last);
  void insert(std::initializer_list<Value>);
  iterator insert(const_iterator hint, const Value &);
  template <class... Args> iterator emplace_hint(const_iterator, Args &&...);
};

/// Where keys are unique.
template <class Key, class Value>
class UniqueTable : public SortedTable<Key, Value> {
  using Table = SortedTable<Key, Value>;

public:
  using Table::insert;
  using Table::Table;
  using typename Table::const_iterator;
  using typename Table::iterator;
  std::pair<iterator, bool> insert(const Value &);
  std::pair<iterator, bool> insert(Value &&);
  template <class... Args> std::pair<iterator, bool> emplace(Args &&...);
};

template <class Key, class T>
class SortedMap : public UniqueTable<Key, std::pair<const Key, T>> {
  using Table = UniqueTable<Key, std::pair<const Key, T>>;

public:
  using Table::Table;
  using typename Table::const_iterator;
  using typename Table::iterator;
  T &at(const Key &);
  T &operator[](const Key &);
  template <class M>
  std::pair<iterator, bool> insert_or_assign(const Key &, M &&);
  template <class M>
  iterator insert_or_assign(const_iterator hint, const Key &, M &&);
  template <class... Args>
  std::pair<iterator, bool> try_emplace(const Key &, Args &&...);
  template <class... Args>
  iterator try_emplace(const_iterator hint, const Key &, Args &&...);
};

template <class Key> using SortedSet = UniqueTable<Key, Key>;

/// Where they are not.
template <class Key, class Value>
class MultiTable : public SortedTable<Key, Value> {
  using Table = SortedTable<Key, Value>;

public:
  using Table::insert;
  using Table::Table;
  using typename Table::iterator;
  iterator insert(const Value &);
  iterator insert(Value &&);
  template <class... Args> iterator emplace(Args &&...);
};

} // namespace fake

#endif
