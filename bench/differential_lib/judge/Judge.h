// All that a program of bench/differential is compiled with to be judged, and
// the functions that stand for the rest of the world in it.
#pragma once
#include "Containers.h"
#include "Main.h"
#include <memory>
#include <string_view>

struct Item {
  int id = 1;
  model::string name = "a name that is not short";
  model::vector<int> sizes = {1, 2, 3};
};

inline volatile long sink = 0;
inline void use(int value) { sink = sink + value; }
inline void use(std::string_view text) {
  // Also of an empty string: to use a view is to use what it refers to.
  sink = sink + *text.data();
  for (char c : text)
    sink = sink + c;
}
inline void use(const model::string &text) { use(std::string_view(text)); }
inline void use(const char *text) { use(std::string_view(text)); }
inline void use(const int *value) { use(*value); }
inline void use(const Item &item) {
  use(item.id), use(item.name), use(item.sizes[0]);
}
inline void use(const Item *item) { use(*item); }
inline void use(const model::vector<int> &values) {
  for (int value : values)
    use(value);
}
template <class Real, model::Rules R>
void use(const model::Table<Real, R> &table) {
  use(int(table.size()));
}

namespace judge {

/// Which of the usual keys a container has when the program starts: all, none,
/// or some.
inline bool isThere(int key, unsigned long fill) {
  return fill == 0 || (fill > 1 && mix(fill * 64 + key) & 1);
}

template <class Value> Value make() {
  if constexpr (requires { typename Value::element_type; })
    return Value(new typename Value::element_type());
  else if constexpr (std::is_same_v<Value, model::vector<int>>)
    return {1, 2, 3};
  else
    return Value();
}

template <class Real, model::Rules R>
void fill(model::Table<Real, R> &table, unsigned long how);

template <class Real, model::Rules R>
void add(model::Table<Real, R> &table, int key) {
  if constexpr (model::IsMap<Real>) {
    auto value = make<typename Real::mapped_type>();
    if constexpr (requires { fill(value, 0ul); })
      fill(value, 0);
    table.emplace(key, std::move(value));
  } else {
    table.emplace(key);
  }
}

template <class Real, model::Rules R>
void fill(model::Table<Real, R> &table, unsigned long how) {
  for (int key = 1; key <= 6; ++key)
    if (isThere(key, how))
      add(table, key);
}

/// The elements of a range-for: what runs between two turns is on its line.
template <class Container> class Ranged {
public:
  Ranged(Container &container, Frame &frame, int line)
      : container_(container), frame_(frame), line_(line) {}
  struct iterator {
    decltype(std::declval<Container &>().begin()) it;
    Ranged &range;
    decltype(auto) operator*() { return *it; }
    iterator &operator++() {
      range.frame_.reach(range.line_);
      if constexpr (requires { it.stayIn(range.container_); })
        it.stayIn(range.container_);
      ++it;
      return *this;
    }
    bool operator==(const iterator &other) const { return it == other.it; }
  };
  iterator begin() { return {container_.begin(), *this}; }
  iterator end() { return {container_.end(), *this}; }

private:
  Container &container_;
  Frame &frame_;
  int line_;
};

} // namespace judge
