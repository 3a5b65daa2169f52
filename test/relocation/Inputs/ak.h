// Stands for Ladybird's AK/HashTable.h @0b0bd95, HashMap.h @0700bb0 and
// Vector.h
// @005bb9b.
#include "fake.h"

namespace AK {

template <class T> class ErrorOr {};
template <class T> class Optional {};
template <class T> class Span {};
enum class HashSetResult { InsertedNewEntry, ReplacedExistingEntry };
enum class HashSetExistingEntryBehavior { Keep, Replace };

template <class T, std::size_t inline_capacity = 0> class Vector {
public:
  using Iterator = fake::Iterator<T>;
  Vector();
  Vector(std::initializer_list<T>);
  Vector(Vector &&);
  Vector(const Vector &);
  Span<T> span();
  operator Span<T>();
  bool is_empty() const;
  std::size_t size() const;
  std::size_t capacity() const;
  T *data();
  T &at(std::size_t);
  T &operator[](std::size_t);
  T &first();
  T &last();
  template <class P> Optional<T &> first_matching(const P &);
  template <class P> Optional<T &> last_matching(const P &);
  bool operator==(const Vector &) const;
  template <class V> bool contains_slow(const V &) const;
  bool contains_in_range(const T &, std::size_t, std::size_t) const;
  template <class U> void insert(std::size_t at, U &&);
  template <class P, class U>
  void insert_before_matching(U &&, const P &, std::size_t first = 0,
                              std::size_t *at = nullptr);
  void extend(Vector &&);
  void append(T &&);
  void append(const T &);
  void append(const T *, std::size_t count);
  template <class U> void unchecked_append(U &&);
  void unchecked_append(const T *, std::size_t count);
  template <class... Args> void empend(Args &&...);
  template <class U> void prepend(U &&);
  void prepend(const T *, std::size_t count);
  Vector &operator=(Vector &&);
  Vector &operator=(const Vector &);
  void clear();
  void clear_with_capacity();
  void remove(std::size_t at);
  void remove(std::size_t at, std::size_t count);
  template <class P> bool remove_first_matching(const P &);
  template <class P> bool remove_all_matching(const P &);
  T take_last();
  T take_first();
  T take(std::size_t at);
  T unstable_take(std::size_t at);
  template <class U> ErrorOr<void> try_insert(std::size_t at, U &&);
  ErrorOr<void> try_extend(Vector &&);
  ErrorOr<void> try_append(T &&);
  ErrorOr<void> try_append(const T *, std::size_t count);
  template <class... Args> ErrorOr<void> try_empend(Args &&...);
  template <class U> ErrorOr<void> try_prepend(U &&);
  ErrorOr<void> try_prepend(const T *, std::size_t count);
  ErrorOr<void> try_grow_capacity(std::size_t);
  ErrorOr<void> try_ensure_capacity(std::size_t);
  ErrorOr<void> try_resize(std::size_t);
  void grow_capacity(std::size_t);
  void ensure_capacity(std::size_t);
  void shrink(std::size_t, bool keep_capacity = false);
  void resize(std::size_t);
  void resize_and_keep_capacity(std::size_t);
  Iterator begin();
  Iterator end();
  template <class P> Iterator find_if(P &&);
  Iterator find(const T &);
};

template <class T> class HashTable {
public:
  using Iterator = fake::Iterator<T>;
  using ConstIterator = fake::Iterator<const T>;
  HashTable() = default;
  explicit HashTable(std::size_t capacity);
  HashTable(const HashTable &);
  HashTable &operator=(const HashTable &);
  HashTable(HashTable &&);
  HashTable &operator=(HashTable &&);
  bool is_empty() const;
  std::size_t size() const;
  std::size_t capacity() const;
  template <class U, std::size_t N> void set_from(U (&)[N]);
  template <class U, std::size_t N> ErrorOr<void> try_set_from(U (&)[N]);
  ErrorOr<void> try_ensure_capacity(std::size_t);
  void ensure_capacity(std::size_t);
  bool contains(const T &) const;
  Iterator begin();
  Iterator end();
  ConstIterator begin() const;
  ConstIterator end() const;
  Iterator rbegin();
  Iterator rend();
  Span<T> in_reverse();
  void clear();
  void clear_with_capacity();
  template <class U = T>
  ErrorOr<HashSetResult>
  try_set(U &&, HashSetExistingEntryBehavior = HashSetExistingEntryBehavior());
  template <class U = T>
  HashSetResult
  set(U &&, HashSetExistingEntryBehavior = HashSetExistingEntryBehavior());
  template <class P> Iterator find(unsigned hash, P);
  Iterator find(const T &);
  ConstIterator find(const T &) const;
  bool remove(const T &);
  void remove(Iterator &);
  template <class P> bool remove_all_matching(const P &);
  template <class P> Vector<T> take_all_matching(const P &);
  T take_last();
  T take_first();
  Vector<T> values() const;
};

template <class K, class V> class HashMap {
  struct Entry {
    K key;
    V value;
  };

public:
  using IteratorType = fake::Iterator<Entry>;
  using ConstIteratorType = fake::Iterator<const Entry>;
  using Behavior = HashSetExistingEntryBehavior;
  HashMap() = default;
  HashMap(std::initializer_list<Entry>);
  HashMap(const HashMap &);
  HashMap(HashMap &&);
  HashMap &operator=(const HashMap &);
  HashMap &operator=(HashMap &&);
  bool is_empty() const;
  std::size_t size() const;
  std::size_t capacity() const;
  void clear();
  void clear_with_capacity();
  HashSetResult set(const K &, const V &, Behavior = Behavior::Replace);
  HashSetResult set(K &&, V &&, Behavior = Behavior::Replace);
  ErrorOr<HashSetResult> try_set(const K &, V &&, Behavior = Behavior::Replace);
  void update(const HashMap &);
  bool remove(const K &);
  template <class P> bool remove_all_matching(const P &);
  template <class P> Vector<Entry> take_all_matching(const P &);
  IteratorType begin();
  IteratorType end();
  IteratorType find(const K &);
  template <class P> IteratorType find(unsigned hash, P);
  ConstIteratorType begin() const;
  ConstIteratorType end() const;
  ConstIteratorType find(const K &) const;
  ErrorOr<void> try_ensure_capacity(std::size_t);
  void ensure_capacity(std::size_t);
  Optional<V &> get(const K &);
  Optional<const V &> get(const K &) const;
  bool contains(const K &) const;
  void remove(IteratorType);
  Optional<V> take(const K &);
  V take_first();
  template <class C> V &ensure(const K &, C make, Behavior = Behavior::Keep);
  V &ensure(const K &);
  template <class C> ErrorOr<V> try_ensure(const K &, C make);
  Vector<K> keys() const;
  ErrorOr<HashMap> clone() const;
  unsigned hash() const;
  bool operator==(const HashMap &) const;
  bool operator!=(const HashMap &) const;
};

} // namespace AK
