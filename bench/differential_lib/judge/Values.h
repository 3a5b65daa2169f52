// std::string and std::vector in the worst case that the standard allows: each
// change of a string takes new memory, and so does each growth of a vector for
// which no room was reserved. AddressSanitizer sees what refers to the old one.
#pragma once
#include <cstring>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace model {

class string {
public:
  string() : string("") {}
  string(const char *text) : string(std::string_view(text)) {}
  explicit string(std::string_view text) { set(text); }
  // Also a move copies: short strings live in the object itself.
  string(const string &other) : string(std::string_view(other)) {}
  string &operator=(const string &other) {
    return *this = std::string_view(other);
  }
  string &operator=(const char *text) { return *this = std::string_view(text); }
  string &operator=(std::string_view text) {
    set(text);
    return *this;
  }
  string &operator+=(std::string_view text) {
    std::unique_ptr<char[]> old = std::move(data_);
    std::size_t length = size_;
    data_.reset(new char[length + text.size() + 1]);
    size_ = length + text.size();
    std::memcpy(data_.get(), old.get(), length);
    std::memcpy(data_.get() + length, text.data(), text.size());
    data_[size_] = 0;
    return *this;
  }
  string &append(std::string_view text) { return *this += text; }
  void push_back(char c) { *this += std::string_view(&c, 1); }
  string &assign(const char *text) { return *this = text; }
  void clear() { *this = ""; }
  const char *c_str() const { return data_.get(); }
  const char *data() const { return data_.get(); }
  char *data() { return data_.get(); }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  char &operator[](std::size_t i) { return data_[i]; }
  char &front() { return data_[0]; }
  char *begin() { return data_.get(); }
  char *end() { return data_.get() + size_; }
  operator std::string_view() const { return {data_.get(), size_}; }

private:
  void set(std::string_view text) {
    std::unique_ptr<char[]> fresh(new char[text.size() + 1]);
    std::memcpy(fresh.get(), text.data(), text.size());
    fresh[text.size()] = 0;
    data_ = std::move(fresh);
    size_ = text.size();
  }
  std::unique_ptr<char[]> data_;
  std::size_t size_ = 0;
};

inline bool operator==(const string &a, const string &b) {
  return std::string_view(a) == std::string_view(b);
}
inline bool operator<(const string &a, const string &b) {
  return std::string_view(a) < std::string_view(b);
}

template <class T> class vector : private std::vector<T> {
  using Base = std::vector<T>;

public:
  vector() = default;
  vector(std::initializer_list<T> list) : Base(list) {}
  using Base::at, Base::back, Base::data, Base::empty, Base::front, Base::size;
  using Base::operator[], Base::pop_back;
  T *begin() { return Base::data(); }
  T *end() { return Base::data() + Base::size(); }
  const T *begin() const { return Base::data(); }
  const T *end() const { return Base::data() + Base::size(); }
  void push_back(T value) {
    if (Base::size() + 1 > room_)
      renew(Base::size() + 1);
    Base::push_back(std::move(value));
  }
  void clear() {
    Base fresh;
    Base::swap(fresh);
    room_ = 0;
  }
  void resize(std::size_t count) {
    renew(count);
    Base::resize(count);
  }
  void reserve(std::size_t count) {
    room_ = count;
    renew(count);
  }

private:
  void renew(std::size_t count) {
    Base fresh;
    fresh.reserve(count > room_ ? count : room_);
    for (T &value : static_cast<Base &>(*this))
      fresh.push_back(std::move(value));
    Base::swap(fresh);
  }
  std::size_t room_ = 0;
};

} // namespace model

template <> struct std::hash<model::string> {
  std::size_t operator()(const model::string &text) const {
    return std::hash<std::string_view>()(text);
  }
};
