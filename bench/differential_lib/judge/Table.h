// A container whose iterators know whether they are good. Elements are nodes of
// a real container of the standard, so AddressSanitizer sees references and
// pointers to what was erased. Containers that move their elements are made of
// the same nodes: where they may move, all get new ones here.
#pragma once
#include "Handles.h"
#include <algorithm>
#include <functional>
#include <type_traits>
#include <utility>
#include <vector>

namespace model {

template <class Real, Rules R> class Table {
public:
  using iterator = Iterator<Real, R>;
  using const_iterator = iterator;
  using node_type = Node<Real>;
  using key_type = typename Real::key_type;
  using value_type = typename Real::value_type;

  Table() = default;
  Table(std::initializer_list<value_type> list) : real_(list) {}
  Table(const Table &other) : real_(other.real_) {}
  Table(Table &&other) { adopt(other); }
  Table &operator=(const Table &other) {
    if (this == &other)
      return *this;
    // The standard lets an assignment use the old nodes again: here it doesn't.
    endAll();
    Real fresh(other.real_);
    real_.swap(fresh);
    room_ = 0;
    return *this;
  }
  Table &operator=(Table &&other) {
    if (this == &other)
      return *this;
    clear();
    adopt(other);
    return *this;
  }
  ~Table() {
    for (iterator *it : iterators_) {
      it->end();
      it->owner_ = nullptr;
    }
  }

  iterator begin() const { return at(self().real_.begin()); }
  iterator end() const { return at(self().real_.end()); }
  iterator cbegin() const { return begin(); }
  iterator cend() const { return end(); }
  iterator find(const key_type &key) const {
    return at(self().real_.find(key));
  }
  iterator lower_bound(const key_type &key) const {
    return at(self().real_.lower_bound(key));
  }
  iterator upper_bound(const key_type &key) const {
    return at(self().real_.upper_bound(key));
  }
  std::pair<iterator, iterator> equal_range(const key_type &key) const {
    auto [first, last] = self().real_.equal_range(key);
    return {at(first), at(last)};
  }
  std::size_t count(const key_type &key) const { return real_.count(key); }
  bool contains(const key_type &key) const { return real_.contains(key); }
  bool empty() const { return real_.empty(); }
  std::size_t size() const { return real_.size(); }

  auto &at(const key_type &key) {
    auto place = real_.find(key);
    if (place == real_.end())
      throw judge::OffLimits();
    return place->second;
  }
  auto &operator[](const key_type &key) {
    key_type copy = key;
    makeRoomFor(copy);
    return real_[copy];
  }

  auto insert(const value_type &value) {
    return result(grown(keyOf(value)).insert(value));
  }
  auto insert(value_type &&value) {
    grown(keyOf(value));
    return result(real_.insert(std::move(value)));
  }
  // A key that is there already takes nothing.
  template <class K, class... Args> auto emplace(K &&key, Args &&...args) {
    grown(key_type(key));
    return result(
        real_.emplace(std::forward<K>(key), std::forward<Args>(args)...));
  }
  template <class... Args>
  auto try_emplace(const key_type &key, Args &&...args) {
    key_type copy = key;
    grown(copy);
    return result(real_.try_emplace(copy, std::forward<Args>(args)...));
  }
  template <class V> auto insert_or_assign(const key_type &key, V &&value) {
    key_type copy = key;
    grown(copy);
    return result(real_.insert_or_assign(copy, std::forward<V>(value)));
  }
  void insert(node_type &&node) {
    auto taken = node.take();
    if (taken.empty())
      return;
    if constexpr (IsMap<Real>)
      makeRoomFor(taken.key());
    else
      makeRoomFor(taken.value());
    real_.insert(std::move(taken));
  }

  std::size_t erase(const key_type &key) {
    auto [first, last] = real_.equal_range(key);
    std::size_t count = std::distance(first, last);
    key_type copy = key;
    for (auto place = first; place != last; ++place)
      endAt(place);
    real_.erase(first, last);
    if (count)
      erased(copy);
    return count;
  }
  iterator erase(iterator it) {
    it.check();
    key_type key = keyOf(*it.place_);
    endAt(it.place_);
    auto next = real_.erase(it.place_);
    if (R.erase == Ends::None || next == real_.end()) {
      erased(key);
      return R.erase == Ends::None ? at(next) : end();
    }
    key_type nextKey = keyOf(*next);
    erased(key);
    return find(nextKey);
  }
  iterator erase(iterator first, iterator last) {
    if (!first.good_ || !last.good_)
      judge::fail(judge::Verdict::Handle);
    for (auto place = first.place_; place != last.place_; ++place) {
      if (place == real_.end())
        throw judge::OffLimits();
      endAt(place);
    }
    auto place = real_.erase(first.place_, last.place_);
    endOthers(R.erase);
    return R.erase == Ends::None ? at(place) : end();
  }
  void clear() {
    endAll();
    Real fresh;
    real_.swap(fresh);
    room_ = 0;
  }

  node_type extract(const key_type &key) {
    auto place = real_.find(key);
    if (place == real_.end())
      return {};
    endAt(place);
    return node_type(real_.extract(place));
  }
  node_type extract(iterator it) {
    it.check();
    endAt(it.place_);
    return node_type(real_.extract(it.place_));
  }
  // [unord.req.general]: "Iterators referring to the transferred elements and
  // all iterators referring to a will be invalidated"; of a tree they follow.
  void merge(Table &other) {
    if (this == &other)
      return;
    if constexpr (IsHash<Real>)
      endOthers(R.insert);
    std::vector<iterator *> follow;
    for (iterator *it : other.iterators_)
      if (it->good_ && !it->isEnd() &&
          (!IsUnique<Real> || !real_.contains(keyOf(*it->place_))))
        follow.push_back(it);
    for (iterator *it : follow) {
      std::erase(other.iterators_, it);
      it->owner_ = this;
      iterators_.push_back(it);
      if constexpr (IsHash<Real>)
        it->end();
    }
    real_.merge(other.real_);
  }
  void merge(Table &&other) { merge(other); }
  void swap(Table &other) {
    real_.swap(other.real_);
    iterators_.swap(other.iterators_);
    std::swap(room_, other.room_);
    for (iterator *it : iterators_)
      it->owner_ = this;
    for (iterator *it : other.iterators_)
      it->owner_ = &other;
  }
  friend void swap(Table &a, Table &b) { a.swap(b); }

  void rehash(std::size_t) { endOthers(R.rehash); }
  void reserve(std::size_t count) {
    endOthers(R.rehash);
    room_ = std::max(room_, count);
  }

private:
  friend iterator;

  Table &self() const { return const_cast<Table &>(*this); }
  iterator at(typename Real::iterator place) const { return {&self(), place}; }
  static const key_type &keyOf(const value_type &value) {
    if constexpr (IsMap<Real>)
      return value.first;
    else
      return value;
  }
  template <class Result> auto result(Result &&made) {
    if constexpr (IsUnique<Real>)
      return std::pair<iterator, bool>(at(made.first), made.second);
    else
      return at(made);
  }

  void endAt(typename Real::iterator place) {
    for (iterator *it : iterators_)
      if (it->place_ == place)
        it->end();
  }
  // Past the end there is no element that could be gone.
  void endAll() {
    for (iterator *it : iterators_)
      if (!it->isEnd())
        it->end();
  }
  void endOthers(Ends ends) {
    if (ends == Ends::None)
      return;
    endAll();
    if (ends == Ends::All)
      renew([](const key_type &) { return true; });
  }
  /// Elements that are chosen get new memory.
  template <class Choice> void renew(Choice chosen) {
    std::vector<typename Real::iterator> places;
    for (auto place = real_.begin(); place != real_.end(); ++place)
      if (chosen(keyOf(*place)))
        places.push_back(place);
    for (auto place : places) {
      endAt(place);
      if constexpr (IsMap<Real>) {
        key_type key = place->first;
        auto value = std::move(place->second);
        real_.erase(place);
        real_.emplace(std::move(key), std::move(value));
      } else {
        key_type key = *place;
        real_.erase(place);
        real_.insert(std::move(key));
      }
    }
  }
  void makeRoomFor(const key_type &key) {
    if (IsUnique<Real> && real_.contains(key))
      return;
    if (R.crowded || real_.size() + 1 > room_)
      endOthers(R.insert);
  }
  Real &grown(const key_type &key) {
    makeRoomFor(key);
    return real_;
  }
  void erased(const key_type &key) {
    if constexpr (R.sorted)
      renew([&](const key_type &other) { return key < other; });
    else
      endOthers(R.erase);
  }
  void adopt(Table &other) {
    real_ = std::move(other.real_);
    other.real_.clear();
    iterators_.swap(other.iterators_);
    for (iterator *it : iterators_)
      it->owner_ = this;
    for (iterator *it : other.iterators_)
      it->owner_ = &other;
    room_ = std::exchange(other.room_, 0);
  }

  Real real_;
  std::vector<iterator *> iterators_;
  std::size_t room_ = 0;
};

} // namespace model
