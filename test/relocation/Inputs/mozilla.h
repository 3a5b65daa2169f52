// Stands for mfbt/HashTable.h @83a8b2f and xpcom/ds/nsBaseHashtable.h.
#include "fake.h"

namespace mozilla {

using Generation = unsigned long;

template <class Key, class Value> class HashMapEntry {
public:
  const Key &key() const;
  Value &value();
};

namespace detail {

template <class Entry> class HashTable {
public:
  class Ptr {
  public:
    Ptr();
    Ptr(const Ptr &) = default;
    Ptr &operator=(const Ptr &) = default;
    bool isValid() const;
    bool found() const;
    explicit operator bool() const;
    bool operator==(const Ptr &) const;
    bool operator!=(const Ptr &) const;
    Entry &operator*() const;
    Entry *operator->() const;
  };
  class AddPtr : public Ptr {
  public:
    AddPtr();
    AddPtr(const AddPtr &) = default;
    AddPtr &operator=(const AddPtr &) = default;
  };
  class Iterator {
  public:
    bool done() const;
    Entry &get() const;
    void next();
  };
  class ModIterator : public Iterator {
  public:
    void remove();
  };
};

} // namespace detail

template <class Key, class Value> class HashMap {
  using Impl = detail::HashTable<HashMapEntry<Key, Value>>;

public:
  using Ptr = typename Impl::Ptr;
  using AddPtr = typename Impl::AddPtr;
  using Iterator = typename Impl::Iterator;
  using ModIterator = typename Impl::ModIterator;
  explicit HashMap(unsigned length = 0);
  HashMap(HashMap &&);
  void operator=(HashMap &&);
  Generation generation() const;
  bool empty() const;
  unsigned count() const;
  unsigned capacity() const;
  std::size_t shallowSizeOfExcludingThis(fake::Allocator) const;
  std::size_t shallowSizeOfIncludingThis(fake::Allocator) const;
  void compact();
  bool reserve(unsigned);
  bool has(const Key &) const;
  Ptr lookup(const Key &) const;
  Ptr readonlyThreadsafeLookup(const Key &) const;
  template <class K, class V> bool put(K &&, V &&);
  template <class K, class V> bool putNew(K &&, V &&);
  template <class K, class V> void putNewInfallible(K &&, V &&);
  AddPtr lookupForAdd(const Key &);
  template <class K, class V> bool add(AddPtr &, K &&, V &&);
  template <class K, class V> bool relookupOrAdd(AddPtr &, K &&, V &&);
  void remove(const Key &);
  void remove(Ptr);
  void clear();
  void clearAndCompact();
  void rekeyIfMoved(const Key &, const Key &);
  bool rekeyAs(const Key &, const Key &, const Key &);
  Iterator iter() const;
  ModIterator modIter();
  Iterator all() const;
};

template <class T> class HashSet {
  using Impl = detail::HashTable<const T>;

public:
  using Ptr = typename Impl::Ptr;
  using AddPtr = typename Impl::AddPtr;
  using Iterator = typename Impl::Iterator;
  explicit HashSet(unsigned length = 0);
  HashSet(HashSet &&);
  void operator=(HashSet &&);
  bool empty() const;
  unsigned count() const;
  void compact();
  bool reserve(unsigned);
  bool has(const T &) const;
  Ptr lookup(const T &) const;
  template <class U> bool put(U &&);
  template <class U> bool putNew(U &&);
  template <class U> bool putNew(const T &, U &&);
  template <class U> void putNewInfallible(const T &, U &&);
  AddPtr lookupForAdd(const T &);
  template <class U> bool add(AddPtr &, U &&);
  template <class U> bool relookupOrAdd(AddPtr &, const T &, U &&);
  void remove(const T &);
  void remove(Ptr);
  void clear();
  void rekeyIfMoved(const T &, const T &);
  bool rekeyAs(const T &, const T &, const T &);
  void replaceKey(Ptr, const T &);
  Iterator iter() const;
};

} // namespace mozilla

template <class Key, class Data> class nsBaseHashtable {
public:
  nsBaseHashtable();
  nsBaseHashtable(nsBaseHashtable &&);
  nsBaseHashtable &operator=(nsBaseHashtable &&);
  unsigned Count() const;
  bool IsEmpty() const;
  bool Contains(Key) const;
  Data Get(Key) const;
  bool Get(Key, Data *) const;
  Data MaybeGet(Key) const;
  template <class... Args> Data &LookupOrInsert(Key, Args &&...);
  template <class F> Data &LookupOrInsertWith(Key, F &&);
  template <class U> Data &InsertOrUpdate(Key, U &&);
  bool Remove(Key);
  bool Remove(Key, Data *);
  Data Extract(Key);
  template <class P> unsigned RemoveIf(P &&);
  void Clear();
  void SwapElements(nsBaseHashtable &);
};
