// Stands for WebKit's Source/WTF/wtf: HashMap.h @029dfe0, HashSet.h @010f1f9,
// ListHashSet.h and Vector.h, and for Blink's platform/wtf: hash_map.h
// @0283ca3, hash_set.h and vector.h.
#include "fake.h"

namespace WTF {
#include "wtf-templates.h"

template <class T> class ListHashSet {
public:
  using iterator = fake::Iterator<T>;
  using const_iterator = fake::Iterator<const T>;
  using Result = AddResult<iterator, T>;
  ListHashSet();
  ListHashSet(std::initializer_list<T>);
  ListHashSet(const ListHashSet &);
  ListHashSet(ListHashSet &&);
  ListHashSet &operator=(const ListHashSet &);
  ListHashSet &operator=(ListHashSet &&);
  void swap(ListHashSet &);
  unsigned size() const;
  unsigned capacity() const;
  bool isEmpty() const;
  iterator begin();
  iterator end();
  iterator rbegin();
  iterator rend();
  T &first();
  void removeFirst();
  T takeFirst();
  T &last();
  void removeLast();
  T takeLast();
  iterator find(const T &);
  bool contains(const T &) const;
  Result add(const T &);
  Result appendOrMoveToLast(const T &);
  Result prependOrMoveToFirst(const T &);
  Result insertBefore(const T &before, const T &);
  Result insertBefore(iterator, const T &);
  bool remove(const T &);
  bool remove(iterator);
  template <class F> bool removeIf(F &&);
  void clear();
};

} // namespace WTF

namespace blink {
#include "wtf-templates.h"
}
