// What designates elements of a Table: iterators that know whether they are
// good, and node handles that poison what is in them.
#pragma once
#include "Frames.h"
#include <iterator>
#include <utility>
#include <vector>

namespace model {

/// What an operation ends of the handles to elements that it doesn't erase.
enum class Ends { None, Iterators, All };

struct Rules {
  Ends insert = Ends::None; // if there is no room
  Ends erase = Ends::None;
  Ends rehash = Ends::None;
  bool sorted = false;  // an erase ends only what comes after
  bool crowded = false; // an insertion moves others also where there is room
};

template <class Real>
constexpr bool IsMap = requires { typename Real::mapped_type; };
template <class Real>
constexpr bool IsUnique =
    requires(Real real, typename Real::value_type v) { real.insert(v).second; };
template <class Real>
constexpr bool IsHash = requires { typename Real::hasher; };

template <class Real, Rules R> class Table;

/// Good until its table says otherwise.
template <class Real, Rules R> class Iterator {
  using Owner = Table<Real, R>;
  using Place = typename Real::iterator;

public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = typename Real::value_type;
  using difference_type = std::ptrdiff_t;
  using pointer = decltype(&*std::declval<Place>());
  using reference = decltype(*std::declval<Place>());

  Iterator() = default;
  Iterator(Owner *owner, Place place) : owner_(owner), place_(place) {
    enlist();
  }
  Iterator(const Iterator &other)
      : owner_(other.owner_), place_(other.place_), good_(other.good_) {
    enlist();
  }
  Iterator &operator=(const Iterator &other) {
    if (this == &other)
      return *this;
    leave();
    owner_ = other.owner_;
    place_ = other.place_;
    good_ = other.good_;
    enlist();
    return *this;
  }
  ~Iterator() { leave(); }

  reference operator*() const {
    check();
    return *place_;
  }
  pointer operator->() const { return &**this; }
  // How Tessil's maps name the value that may be changed.
  auto &value() const
    requires IsMap<Real>
  {
    return (**this).second;
  }
  Iterator &operator++() {
    check();
    ++place_;
    return *this;
  }
  Iterator operator++(int) {
    Iterator old = *this;
    ++*this;
    return old;
  }
  Iterator &operator--() {
    if (!good_)
      judge::fail(judge::Verdict::Handle);
    if (!owner_ || place_ == owner_->real_.begin())
      throw judge::OffLimits();
    --place_;
    return *this;
  }
  // To compare an iterator that has ended is wrong, but reads nothing.
  friend bool operator==(const Iterator &a, const Iterator &b) {
    return a.place_ == b.place_;
  }

  /// A walk through one table ends at no other table's end.
  void stayIn(const Owner &owner) const {
    if (good_ && owner_ != &owner)
      judge::fail(judge::Verdict::Handle);
  }

private:
  friend Owner;
  void check() const {
    if (!good_)
      judge::fail(judge::Verdict::Handle);
    if (isEnd())
      throw judge::OffLimits();
  }
  bool isEnd() const { return !owner_ || place_ == owner_->real_.end(); }
  void enlist() {
    if (owner_)
      owner_->iterators_.push_back(this);
  }
  void leave() {
    if (owner_)
      std::erase(owner_->iterators_, this);
  }
  void end() { good_ = false; }

  Owner *owner_ = nullptr;
  Place place_{};
  bool good_ = true;
};

/// An element without a container. To read it through an old handle is wrong as
/// long as it is here, so it is poisoned.
template <class Real> class Node {
public:
  Node() = default;
  explicit Node(typename Real::node_type node) : node_(std::move(node)) {
    poison();
  }
  Node(Node &&other) : node_(std::move(other.node_)) {}
  Node &operator=(Node &&other) {
    release();
    node_ = std::move(other.node_);
    return *this;
  }
  ~Node() { release(); }
  bool empty() const { return node_.empty(); }
  explicit operator bool() const { return !empty(); }
  auto &key() { return open().key(); }
  auto &mapped() { return open().mapped(); }
  auto &value() { return open().value(); }
  typename Real::node_type take() {
    unpoison();
    return std::move(node_);
  }

private:
  auto &open() {
    if (empty())
      throw judge::OffLimits();
    unpoison();
    return node_;
  }
  // The key is read by nobody while it is in a node, the value may be.
  void *place() {
    if constexpr (IsMap<Real>)
      return &node_.mapped();
    else
      return &node_.value();
  }
  static constexpr std::size_t size() {
    if constexpr (IsMap<Real>)
      return sizeof(typename Real::mapped_type);
    else
      return sizeof(typename Real::value_type);
  }
  void poison() {
    if (!node_.empty())
      __asan_poison_memory_region(place(), size());
  }
  void unpoison() {
    if (!node_.empty())
      __asan_unpoison_memory_region(place(), size());
  }
  void release() {
    unpoison();
    node_ = {};
  }
  typename Real::node_type node_;
};

} // namespace model
