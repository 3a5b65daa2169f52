// Stands for Yosys' kernel/hashlib.h @0217ea0, with what later versions add.
#include "fake.h"

namespace Yosys::hashlib {

struct Hasher {};

template <class K, class T> class dict {
public:
  using iterator = fake::Iterator<std::pair<K, T>>;
  using const_iterator = fake::Iterator<const std::pair<K, T>>;
  dict();
  dict(const dict &);
  dict(dict &&);
  dict &operator=(const dict &);
  dict &operator=(dict &&);
  dict(const std::initializer_list<std::pair<K, T>> &);
  template <class InputIterator> dict(InputIterator first, InputIterator last);
  template <class InputIterator>
  void insert(InputIterator first, InputIterator last);
  std::pair<iterator, bool> insert(const std::pair<K, T> &);
  std::pair<iterator, bool> insert(std::pair<K, T> &&);
  std::pair<iterator, bool> emplace(const K &, const T &);
  int erase(const K &);
  iterator erase(iterator);
  int count(const K &) const;
  int count(const K &, const_iterator) const;
  iterator find(const K &);
  const_iterator find(const K &) const;
  T &at(const K &);
  const T &at(const K &) const;
  const T &at(const K &, const T &otherwise) const;
  T &operator[](const K &);
  template <class Compare = int> void sort(Compare = Compare());
  void swap(dict &);
  bool operator==(const dict &) const;
  bool operator!=(const dict &) const;
  Hasher hash_into(Hasher) const;
  void reserve(std::size_t);
  std::size_t size() const;
  bool empty() const;
  void clear();
  iterator begin();
  iterator end();
  iterator element(int);
  const_iterator begin() const;
  const_iterator end() const;
};

template <class K> class pool {
public:
  using iterator = fake::Iterator<K>;
  using const_iterator = fake::Iterator<const K>;
  pool();
  pool(const pool &);
  pool(pool &&);
  pool &operator=(const pool &);
  pool &operator=(pool &&);
  pool(const std::initializer_list<K> &);
  template <class InputIterator> pool(InputIterator first, InputIterator last);
  template <class InputIterator>
  void insert(InputIterator first, InputIterator last);
  std::pair<iterator, bool> insert(const K &);
  std::pair<iterator, bool> insert(K &&);
  std::pair<iterator, bool> emplace(K &&);
  int erase(const K &);
  iterator erase(iterator);
  int count(const K &) const;
  int count(const K &, const_iterator) const;
  iterator find(const K &);
  const_iterator find(const K &) const;
  bool operator[](const K &);
  template <class Compare = int> void sort(Compare = Compare());
  K pop();
  void swap(pool &);
  bool operator==(const pool &) const;
  bool operator!=(const pool &) const;
  Hasher hash_into(Hasher) const;
  void reserve(std::size_t);
  std::size_t size() const;
  bool empty() const;
  void clear();
  iterator begin();
  iterator end();
  iterator element(int);
};

template <class K> class idict {
public:
  using const_iterator = fake::Iterator<const K>;
  idict();
  idict(const idict &);
  idict(idict &&);
  idict &operator=(const idict &);
  idict &operator=(idict &&);
  int operator()(const K &);
  int at(const K &) const;
  int at(const K &, int otherwise) const;
  int count(const K &) const;
  void expect(const K &, int);
  const K &operator[](int) const;
  void swap(idict &);
  void reserve(std::size_t);
  std::size_t size() const;
  bool empty() const;
  void clear();
  const_iterator begin() const;
  const_iterator end() const;
  const_iterator element(int) const;
};

} // namespace Yosys::hashlib
