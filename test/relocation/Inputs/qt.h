// Stands for QtCore/qmap.h and qhash.h of Qt 6, as far as tests of implicit
// sharing need them; StabilityQtTest is about the real ones.
#define QT_VERSION_MAJOR 6

template <class Key, class T> class QMap {
public:
  class const_iterator;
  class iterator {
  public:
    T &operator*() const;
    iterator &operator++();
    bool operator==(const iterator &) const;
  };
  class const_iterator {
  public:
    const_iterator(const iterator &);
    const T &operator*() const;
    const_iterator &operator++();
    bool operator==(const const_iterator &) const;
  };
  using key_type = Key;
  QMap();
  QMap(const QMap &);
  QMap(QMap &&) noexcept;
  QMap &operator=(const QMap &);
  QMap &operator=(QMap &&) noexcept;
  ~QMap();
  void swap(QMap &) noexcept;
  void detach();
  int size() const;
  bool contains(const Key &) const;
  T value(const Key &) const;
  T &operator[](const Key &);
  T operator[](const Key &) const;
  iterator begin();
  const_iterator begin() const;
  iterator end();
  const_iterator end() const;
  const_iterator constBegin() const;
  const_iterator constEnd() const;
  iterator find(const Key &);
  const_iterator find(const Key &) const;
  const_iterator constFind(const Key &) const;
  iterator insert(const Key &, const T &);
};

template <class Key, class T> class QHash {
public:
  class const_iterator;
  class iterator {
  public:
    T &operator*() const;
    iterator &operator++();
    bool operator==(const iterator &) const;
  };
  class const_iterator {
  public:
    const_iterator(const iterator &);
    const T &operator*() const;
    const_iterator &operator++();
    bool operator==(const const_iterator &) const;
  };
  using key_type = Key;
  QHash();
  QHash(const QHash &);
  QHash(QHash &&) noexcept;
  QHash &operator=(const QHash &);
  QHash &operator=(QHash &&) noexcept;
  ~QHash();
  void swap(QHash &) noexcept;
  void detach();
  int size() const;
  bool contains(const Key &) const;
  T value(const Key &) const;
  T &operator[](const Key &);
  T operator[](const Key &) const;
  iterator begin();
  const_iterator begin() const;
  iterator end();
  const_iterator end() const;
  const_iterator constBegin() const;
  const_iterator constEnd() const;
  iterator find(const Key &);
  const_iterator find(const Key &) const;
  const_iterator constFind(const Key &) const;
  iterator insert(const Key &, const T &);
};
