// RUN: %check
// A pointer as a value: who compares, stores or prints it looks at nothing behind it.
#include <algorithm>
#include <any>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <vector>

struct Named {
  int id = 0;
  void draw() { ++id; }
};
void use(bool);

using Owners = std::map<int, std::unique_ptr<Named>>;
using Pointers = std::vector<Named *>;

void counted_ok(Owners &m, Pointers &v, int k) {
  Named *p = m[k].get();
  m.erase(k);
  use(std::count(v.begin(), v.end(), p) > 0);
}

void replaced_ok(Owners &m, Pointers &v, int k, Named *other) {
  Named *p = m[k].get();
  m.erase(k);
  std::replace(v.begin(), v.end(), p, other);
  std::replace_copy(v.begin(), v.end(), v.begin(), p, other);
}

void filled_ok(Owners &m, Pointers &v, int k) {
  Named *p = m[k].get();
  m.erase(k);
  std::fill(v.begin(), v.end(), p);
  std::fill_n(v.begin(), 1, p);
}

void removed_ok(Owners &m, Pointers &v, int k) {
  Named *p = m[k].get();
  m.erase(k);
  v.erase(std::remove(v.begin(), v.end(), p), v.end());
  std::remove_copy(v.begin(), v.end(), v.begin(), p);
}

void removedByValue_ok(Owners &m, Pointers &v, int k) {
  Named *p = m[k].get();
  m.erase(k);
  std::erase(v, p);
}

void soughtInOrder_ok(Owners &m, Pointers &v, int k) {
  Named *p = m[k].get();
  m.erase(k);
  use(std::binary_search(v.begin(), v.end(), p));
  use(std::equal_range(v.begin(), v.end(), p).first != v.end());
  use(std::search_n(v.begin(), v.end(), 2, p) != v.end());
}

void soughtInRange_ok(Owners &m, Pointers &v, int k) {
  Named *p = m[k].get();
  m.erase(k);
  use(std::ranges::find(v, p) != v.end());
  use(std::ranges::count(v, p) > 0);
  std::ranges::remove(v, p);
  std::ranges::replace(v, p, nullptr);
  std::ranges::fill(v, p);
}

void compared_ok(Owners &m, int k, Named *other) {
  Named *p = m[k].get();
  m.erase(k);
  use(std::not_equal_to<>()(p, other));
  use(std::equal_to<Named *>()(p, other));
}

void stored_ok(Owners &m, int k) {
  Named *p = m[k].get();
  m.erase(k);
  std::any a = p;
  a = p;
  a.emplace<Named *>(p);
  a = std::make_any<Named *>(p);
  auto bound = std::bind(&Named::draw, p);
  auto alsoBound = std::bind_front(&Named::draw, p);
  Pointers several(3, p);
}

void printed_ok(Owners &m, int k) {
  Named *p = m[k].get();
  m.erase(k);
  std::cout << p;
}

void greatest_ok(Owners &m, int k, Named *other) {
  Named *p = m[k].get();
  m.erase(k);
  use(std::max(p, other) == std::min(p, other));
  use(std::clamp(p, other, other) == other);
}

// These look behind it.
void calledWith_bad(Owners &m, int k) {
  Named *p = m[k].get();
  m.erase(k);
  std::invoke(&Named::draw, p);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'p' is used after {{.*}} [tombstone-use-after-erase]
}

void printedThrough_bad(Owners &m, int k) {
  Named *p = m[k].get();
  m.erase(k);
  std::cout << p->id;
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'p' is used after {{.*}} [tombstone-use-after-erase]
}
