// The classes of godot.h, once for each namespace: hence no include guard.

template <class K, class V> struct KeyValue {
  const K key;
  V value;
};

template <class K, class V> class HashMap {
public:
  struct ConstIterator : fake::Iterator<const KeyValue<K, V>> {
    explicit operator bool() const;
  };
  struct Iterator : fake::Iterator<KeyValue<K, V>> {
    explicit operator bool() const;
    operator ConstIterator() const;
  };
  HashMap();
  HashMap(unsigned capacity);
  HashMap(std::initializer_list<KeyValue<K, V>>);
  explicit HashMap(const HashMap &);
  HashMap(HashMap &&);
  void operator=(const HashMap &);
  void operator=(HashMap &&);
  unsigned get_capacity() const;
  unsigned size() const;
  bool is_empty() const;
  void clear();
  void sort();
  template <class C> void sort_custom();
  V &get(const K &);
  const V &get(const K &) const;
  V *getptr(const K &);
  const V *getptr(const K &) const;
  bool has(const K &) const;
  bool erase(const K &);
  bool replace_key(const K &from, const K &to);
  void reserve(unsigned capacity);
  Iterator begin();
  Iterator end();
  Iterator last();
  Iterator find(const K &);
  void remove(const Iterator &);
  ConstIterator begin() const;
  ConstIterator end() const;
  ConstIterator last() const;
  ConstIterator find(const K &) const;
  const V &operator[](const K &) const;
  V &operator[](const K &);
  Iterator insert(const K &, const V &, bool front = false);
};

template <class K, class V> class AHashMap {
public:
  struct ConstIterator : fake::Iterator<const KeyValue<K, V>> {
    explicit operator bool() const;
  };
  struct Iterator : fake::Iterator<KeyValue<K, V>> {
    explicit operator bool() const;
    operator ConstIterator() const;
  };
  AHashMap();
  AHashMap(unsigned capacity);
  AHashMap(std::initializer_list<KeyValue<K, V>>);
  explicit AHashMap(const AHashMap &);
  AHashMap(AHashMap &&);
  void operator=(const AHashMap &);
  unsigned get_capacity() const;
  unsigned size() const;
  bool is_empty() const;
  void clear();
  void reset();
  V &get(const K &);
  const V &get(const K &) const;
  V *getptr(const K &);
  const V *getptr(const K &) const;
  bool has(const K &) const;
  bool erase(const K &);
  bool replace_key(const K &from, const K &to);
  void reserve(unsigned capacity);
  Iterator begin();
  Iterator end();
  Iterator last();
  Iterator find(const K &);
  void remove(const Iterator &);
  ConstIterator begin() const;
  ConstIterator end() const;
  ConstIterator find(const K &) const;
  const V &operator[](const K &) const;
  V &operator[](const K &);
  Iterator insert(const K &, const V &);
  Iterator insert_new(const K &, const V &);
  KeyValue<K, V> *get_elements_ptr();
  int get_index(const K &);
  KeyValue<K, V> &get_by_index(unsigned);
  bool erase_by_index(unsigned);
};

template <class K> class HashSet {
public:
  struct Iterator : fake::Iterator<const K> {
    explicit operator bool() const;
  };
  HashSet();
  HashSet(unsigned capacity);
  HashSet(std::initializer_list<K>);
  explicit HashSet(const HashSet &);
  HashSet(HashSet &&);
  void operator=(const HashSet &);
  void operator=(HashSet &&);
  unsigned get_capacity() const;
  unsigned size() const;
  bool is_empty() const;
  void clear();
  void reset();
  bool has(const K &) const;
  bool erase(const K &);
  void reserve(unsigned capacity);
  Iterator begin() const;
  Iterator end() const;
  Iterator last() const;
  Iterator find(const K &) const;
  void remove(const Iterator &);
  Iterator insert(const K &);
};

template <class K, class V> class RBMap {
public:
  class Element {
  public:
    KeyValue<K, V> &key_value();
    Element *next();
    Element *prev();
    const K &key() const;
    V &value();
    V &get();
  };
  struct Iterator : fake::Iterator<KeyValue<K, V>> {
    explicit operator bool() const;
  };
  RBMap();
  RBMap(std::initializer_list<KeyValue<K, V>>);
  explicit RBMap(const RBMap &);
  RBMap(RBMap &&);
  void operator=(const RBMap &);
  void operator=(RBMap &&);
  Iterator begin();
  Iterator end();
  void remove(const Iterator &);
  Element *find(const K &);
  const Element *find(const K &) const;
  Element *find_closest(const K &);
  bool has(const K &) const;
  Element *insert(const K &, const V &);
  void erase(Element *);
  bool erase(const K &);
  const V &operator[](const K &) const;
  V &operator[](const K &);
  Element *front() const;
  Element *back() const;
  bool is_empty() const;
  int size() const;
  int calculate_depth() const;
  void clear();
};
