// Stands for folly/container/F14Map.h and F14Set.h @009eba6, small_vector.h
// @0e6e9fe, FBVector.h, FBString.h and Range.h: the inheritance and the
// signatures, without the overloads that only convert.
#include "fake.h"
#include "folly-sorted.h"

namespace folly {

struct F14HashToken {};
struct F14TableStats {};

namespace f14::detail {

/// What F14BasicMap and F14BasicSet both have.
template <class Key, class Value> class Basic {
public:
  using key_type = Key;
  using value_type = Value;
  using iterator = fake::Iterator<Value>;
  using const_iterator = fake::Iterator<const Value>;
  Basic();
  explicit Basic(std::size_t initialCapacity, const fake::Hash & = {});
  template <class InputIt> Basic(InputIt first, InputIt last, std::size_t = 0);
  Basic(std::initializer_list<Value>, std::size_t initialCapacity = 0);
  Basic(const Basic &);
  Basic(Basic &&);
  Basic &operator=(const Basic &);
  Basic &operator=(Basic &&);
  Basic &operator=(std::initializer_list<Value>);
  fake::Allocator get_allocator() const;
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
  template <class InputIt> void insert(InputIt first, InputIt last);
  void insert(std::initializer_list<Value>);
  template <class... Args> std::pair<iterator, bool> emplace(Args &&...);
  template <class... Args> iterator emplace_hint(const_iterator, Args &&...);
  iterator erase(const_iterator);
  iterator erase(const_iterator first, const_iterator last);
  std::size_t erase(const Key &);
  template <class F> iterator eraseInto(const_iterator, F &&beforeDestroy);
  template <class F>
  iterator eraseInto(const_iterator first, const_iterator last, F &&);
  template <class F> std::size_t eraseInto(const Key &, F &&beforeDestroy);
  std::size_t count(const Key &) const;
  F14HashToken prehash(const Key &) const;
  F14HashToken prehash(const Key &, std::size_t hash) const;
  void prefetch(const F14HashToken &) const;
  iterator find(const Key &);
  const_iterator find(const Key &) const;
  iterator find(const F14HashToken &, const Key &);
  const_iterator find(const F14HashToken &, const Key &) const;
  bool contains(const Key &) const;
  bool contains(const F14HashToken &, const Key &) const;
  std::pair<iterator, iterator> equal_range(const Key &);
  std::size_t bucket_count() const;
  std::size_t max_bucket_count() const;
  float load_factor() const;
  float max_load_factor() const;
  void max_load_factor(float);
  void rehash(std::size_t);
  void reserve(std::size_t);
  fake::Hash hash_function() const;
  fake::Equal key_eq() const;
  bool containsEqualValue(const Value &) const;
  std::size_t getAllocatedMemorySize() const;
  template <class V> void visitAllocationClasses(V &&) const;
  template <class V> void visitContiguousRanges(V &&) const;
  F14TableStats computeStats() const;
};

template <class Key, class Mapped>
class F14BasicMap : public Basic<Key, std::pair<const Key, Mapped>> {
public:
  using typename Basic<Key, std::pair<const Key, Mapped>>::iterator;
  using typename Basic<Key, std::pair<const Key, Mapped>>::const_iterator;
  using Basic<Key, std::pair<const Key, Mapped>>::Basic;
  Mapped &at(const Key &);
  const Mapped &at(const Key &) const;
  Mapped &operator[](const Key &);
  Mapped &operator[](Key &&);
  template <class M>
  std::pair<iterator, bool> insert_or_assign(const Key &, M &&);
  template <class M>
  std::pair<iterator, bool> insert_or_assign(const F14HashToken &, const Key &,
                                             M &&);
  template <class M>
  iterator insert_or_assign(const_iterator hint, const Key &, M &&);
  template <class... Args>
  std::pair<iterator, bool> try_emplace(const Key &, Args &&...);
  template <class... Args>
  std::pair<iterator, bool> try_emplace_token(const F14HashToken &, const Key &,
                                              Args &&...);
  template <class... Args>
  iterator try_emplace(const_iterator hint, const Key &, Args &&...);
};

template <class Key> class F14BasicSet : public Basic<Key, Key> {
public:
  using Basic<Key, Key>::Basic;
};

template <class Key, class Mapped>
class F14VectorMapImpl : public F14BasicMap<Key, Mapped> {
public:
  using F14BasicMap<Key, Mapped>::F14BasicMap;
};

template <class Key> class F14VectorSetImpl : public F14BasicSet<Key> {
public:
  using F14BasicSet<Key>::F14BasicSet;
};

} // namespace f14::detail

template <class Key, class Mapped>
class F14ValueMap : public f14::detail::F14BasicMap<Key, Mapped> {
public:
  F14ValueMap() = default;
  using f14::detail::F14BasicMap<Key, Mapped>::F14BasicMap;
  void swap(F14ValueMap &);
};

template <class Key, class Mapped>
class F14NodeMap : public f14::detail::F14BasicMap<Key, Mapped> {
public:
  F14NodeMap() = default;
  using f14::detail::F14BasicMap<Key, Mapped>::F14BasicMap;
  void swap(F14NodeMap &);
};

template <class Key, class Mapped>
class F14VectorMap : public f14::detail::F14VectorMapImpl<Key, Mapped> {
public:
  using typename f14::detail::F14VectorMapImpl<Key, Mapped>::iterator;
  using reverse_iterator = std::pair<const Key, Mapped> *;
  F14VectorMap() = default;
  using f14::detail::F14VectorMapImpl<Key, Mapped>::F14VectorMapImpl;
  void swap(F14VectorMap &);
  reverse_iterator rbegin();
  reverse_iterator rend();
  reverse_iterator crbegin() const;
  reverse_iterator crend() const;
  iterator iter(reverse_iterator);
  reverse_iterator riter(iterator);
};

template <class Key, class Mapped>
class F14FastMap
    : public std::conditional_t<(sizeof(std::pair<const Key, Mapped>) < 24),
                                F14ValueMap<Key, Mapped>,
                                f14::detail::F14VectorMapImpl<Key, Mapped>> {
public:
  F14FastMap() = default;
  void swap(F14FastMap &);
};

template <class Key> class F14ValueSet : public f14::detail::F14BasicSet<Key> {
public:
  F14ValueSet() = default;
  using f14::detail::F14BasicSet<Key>::F14BasicSet;
  void swap(F14ValueSet &);
};

template <class Key> class F14NodeSet : public f14::detail::F14BasicSet<Key> {
public:
  F14NodeSet() = default;
  using f14::detail::F14BasicSet<Key>::F14BasicSet;
  void swap(F14NodeSet &);
};

template <class Key>
class F14VectorSet : public f14::detail::F14VectorSetImpl<Key> {
public:
  using typename f14::detail::F14VectorSetImpl<Key>::iterator;
  using reverse_iterator = const Key *;
  F14VectorSet() = default;
  using f14::detail::F14VectorSetImpl<Key>::F14VectorSetImpl;
  void swap(F14VectorSet &);
  reverse_iterator rbegin();
  reverse_iterator rend();
  reverse_iterator crbegin() const;
  reverse_iterator crend() const;
  iterator iter(reverse_iterator);
  reverse_iterator riter(iterator);
};

template <class Key>
class F14FastSet
    : public std::conditional_t<(sizeof(Key) < 24), F14ValueSet<Key>,
                                f14::detail::F14VectorSetImpl<Key>> {
public:
  F14FastSet() = default;
  void swap(F14FastSet &);
};

template <class M, class Pred> std::size_t erase_if(M &, Pred);

template <class T> class fbvector {
public:
  using value_type = T;
  using iterator = T *;
  using const_iterator = const T *;
  fbvector();
  explicit fbvector(std::size_t n);
  fbvector(std::size_t n, const T &);
  fbvector(std::initializer_list<T>);
  fbvector(const fbvector &);
  fbvector(fbvector &&);
  fbvector &operator=(const fbvector &);
  fbvector &operator=(fbvector &&);
  fbvector &operator=(std::initializer_list<T>);
  void assign(std::size_t n, const T &);
  void assign(std::initializer_list<T>);
  iterator begin();
  iterator end();
  const_iterator cbegin() const;
  const_iterator cend() const;
  std::size_t size() const;
  std::size_t max_size() const;
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
  iterator insert(const_iterator, std::size_t n, const T &);
  iterator erase(const_iterator);
  iterator erase(const_iterator first, const_iterator last);
  void swap(fbvector &);
  void clear();
};

template <class T, std::size_t N> class small_vector {
public:
  using value_type = T;
  using iterator = T *;
  using const_iterator = const T *;
  small_vector();
  explicit small_vector(std::size_t n);
  small_vector(std::initializer_list<T>);
  small_vector(const small_vector &);
  small_vector(small_vector &&);
  small_vector &operator=(const small_vector &);
  small_vector &operator=(small_vector &&);
  void assign(std::size_t n, const T &);
  iterator begin();
  iterator end();
  std::size_t size() const;
  bool empty() const;
  std::size_t capacity() const;
  void resize(std::size_t n);
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
  void swap(small_vector &);
  void clear();
};

template <class E> class basic_fbstring {
public:
  using value_type = E;
  using iterator = E *;
  using const_iterator = const E *;
  basic_fbstring();
  basic_fbstring(const E *);
  basic_fbstring(const E *, std::size_t n);
  basic_fbstring(const basic_fbstring &);
  basic_fbstring(basic_fbstring &&);
  basic_fbstring &operator=(const basic_fbstring &);
  basic_fbstring &operator=(basic_fbstring &&);
  basic_fbstring &operator=(const E *);
  iterator begin();
  iterator end();
  std::size_t size() const;
  std::size_t length() const;
  bool empty() const;
  std::size_t capacity() const;
  void resize(std::size_t n);
  void resize(std::size_t n, E);
  void reserve();
  void reserve(std::size_t n);
  void shrink_to_fit();
  void clear();
  E &operator[](std::size_t n);
  E &at(std::size_t n);
  E &front();
  E &back();
  basic_fbstring &operator+=(const basic_fbstring &);
  basic_fbstring &append(const basic_fbstring &);
  basic_fbstring &append(const E *, std::size_t n);
  void push_back(E);
  void pop_back();
  basic_fbstring &assign(const basic_fbstring &);
  basic_fbstring &insert(std::size_t at, const basic_fbstring &);
  iterator insert(const_iterator, E);
  basic_fbstring &erase(std::size_t at = 0, std::size_t n = 0);
  iterator erase(iterator);
  iterator erase(iterator first, iterator last);
  basic_fbstring &replace(std::size_t at, std::size_t n, const E *);
  void swap(basic_fbstring &);
  std::size_t copy(E *, std::size_t n, std::size_t at = 0) const;
  const E *c_str() const;
  const E *data() const;
  std::size_t find(const basic_fbstring &, std::size_t at = 0) const;
  std::size_t rfind(const basic_fbstring &, std::size_t at = 0) const;
  std::size_t find_first_of(const E *, std::size_t at = 0) const;
  std::size_t find_last_of(const E *, std::size_t at = 0) const;
  std::size_t find_first_not_of(const E *, std::size_t at = 0) const;
  std::size_t find_last_not_of(const E *, std::size_t at = 0) const;
  basic_fbstring substr(std::size_t at = 0, std::size_t n = 0) const;
  int compare(const basic_fbstring &) const;
};
using fbstring = basic_fbstring<char>;

template <class Iter> class Range {
public:
  using value_type = std::remove_pointer_t<Iter>;
  using iterator = Iter;
  using const_iterator = Iter;
  Range();
  Range(const Range &) = default;
  Range &operator=(const Range &) = default;
  Range(Iter first, Iter last);
  Range(Iter first, std::size_t n);
  Range(Iter text);
  Range(const std::string &);
  Range(const fbstring &);
  void clear();
  void assign(Iter first, Iter last);
  void reset(Iter first, std::size_t n);
  std::size_t size() const;
  bool empty() const;
  Iter data() const;
  Iter start() const;
  Iter begin() const;
  Iter end() const;
  Iter cbegin() const;
  Iter cend() const;
  value_type &front();
  value_type &back();
  std::string str() const;
  std::string toString() const;
  int compare(const Range &) const;
  value_type &operator[](std::size_t) const;
  value_type &at(std::size_t) const;
  void advance(std::size_t);
  void subtract(std::size_t);
  Range subpiece(std::size_t first, std::size_t length = 0) const;
  void pop_front();
  void pop_back();
  std::size_t find(Range) const;
  std::size_t find(Range, std::size_t at) const;
  std::size_t rfind(char) const;
  std::size_t find_first_of(Range) const;
  bool startsWith(const Range &) const;
  bool endsWith(const Range &) const;
  void swap(Range &);
};
using StringPiece = Range<const char *>;

} // namespace folly
