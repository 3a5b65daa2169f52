// RUN: %check
// Handles kept inside locals of other types: optional, pair, tuple, structs, arrays, reference_wrapper.
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

void use(int);
void use(const std::string &);
void use(std::string_view);

using Map = std::map<int, std::string>;

void optionalIterator_bad(Map &m, int k) {
  std::optional<Map::iterator> found = m.find(k);
  m.erase(k);
  use((*found)->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void optionalIterator_ok(Map &m, int k) {
  std::optional<Map::iterator> found = m.find(k);
  m.erase(*found);
  found.reset();
  use(found.has_value());
}

void optionalView_bad(Map &m, int k) {
  std::optional<std::string_view> name;
  name = m.at(k);
  m.erase(k);
  use(*name);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void optionalView_ok(Map &m, int k) {
  std::optional<std::string> name;
  name = m.at(k);
  m.erase(k);
  use(*name);
}

void optionalValueOr_bad(Map &m, int k) {
  std::optional<std::string_view> name = m.at(k);
  m.erase(k);
  use(name.value_or("none"));
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void pair_bad(Map &m, int k) {
  std::pair<Map::iterator, int> best(m.find(k), 10);
  m.erase(k);
  use(best.first->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void pair_ok(Map &m, int k) {
  std::pair<Map::iterator, int> best(m.find(k), 10);
  m.erase(k);
  use(best.second);
}

void makePair_bad(Map &m, int k) {
  auto best = std::make_pair(&m.at(k), 10);
  m.erase(k);
  use(*best.first);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void tuple_bad(Map &m, int k) {
  std::tuple<int, std::string *> best{k, &m.at(k)};
  m.erase(k);
  use(*std::get<1>(best));
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void tuple_ok(Map &m, int k) {
  std::tuple<int, std::string *> best{k, &m.at(k)};
  m.erase(k);
  use(std::get<0>(best));
}

void tupleBinding_bad(Map &m, int k) {
  auto [id, name] = std::tuple<int, std::string *>{k, &m.at(k)};
  m.erase(k);
  use(*name);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'name' is used after {{.*}} [tombstone-use-after-erase]
}

struct Match {
  int score = 0;
  std::string *name = nullptr;
};

void structField_bad(Map &m, int k) {
  Match match;
  match.name = &m.at(k);
  m.erase(k);
  use(*match.name);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'match.name' is used after its element of 'm' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'match.name' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
}

void structField_ok(Map &m, int k) {
  Match match;
  match.name = &m.at(k);
  m.erase(k);
  use(match.score);
}

void aggregate_bad(Map &m, int k) {
  Match match{1, &m.at(k)};
  m.erase(k);
  use(*match.name);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'match.name' is used after {{.*}} [tombstone-use-after-erase]
}

void aggregate_ok(Map &m, int k, std::string &fallback) {
  Match match{1, &m.at(k)};
  m.erase(k);
  match = {0, &fallback};
  use(*match.name);
}

void copyOfStruct_bad(Map &m, int k) {
  Match match{1, &m.at(k)};
  Match copy = match;
  m.erase(k);
  use(*copy.name);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'copy.name' is used after {{.*}} [tombstone-use-after-erase]
}

struct Cursor {
  Map::iterator at;
  std::string &name;
};

void structWithReference_bad(Map &m, int k) {
  auto it = m.find(k);
  Cursor cursor{it, it->second};
  m.erase(it);
  use(cursor.name);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'cursor.name' is used after {{.*}} [tombstone-use-after-erase]
}

void structWithIterator_bad(Map &m, int k) {
  auto it = m.find(k);
  Cursor cursor{it, it->second};
  m.erase(cursor.at);
  use(cursor.at->first);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'cursor.at' is used after {{.*}} [tombstone-use-after-erase]
}

void structWithIterator_ok(Map &m, int k) {
  auto it = m.find(k);
  Cursor cursor{it, it->second};
  use(cursor.name);
  cursor.at = m.erase(cursor.at);
  if (cursor.at != m.end())
    use(cursor.at->first);
}

void array_bad(Map &m, int k) {
  std::string *names[2] = {&m.at(k), nullptr};
  m.erase(k);
  use(*names[0]);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void array_ok(Map &m, int k, std::string &other) {
  std::string *names[2] = {&m.at(k), &other};
  m.erase(k);
  use(*names[1]);
}

void arrayFilledLater_bad(Map &m, int k) {
  std::string *names[2];
  names[1] = &m.at(k);
  m.erase(k);
  use(*names[1]);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void stdArray_ok(Map &m, int k) {
  std::array<std::string_view, 2> names{m.at(k), "other"};
  m.erase(k);
  use(names[1]);
}

void referenceWrapper_bad(Map &m, int k) {
  std::reference_wrapper<std::string> name = m.at(k);
  m.erase(k);
  use(name.get());
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'name.get()' is used after {{.*}} [tombstone-use-after-erase]
}

void referenceWrapperConversion_bad(Map &m, int k) {
  std::reference_wrapper<std::string> name = m.at(k);
  m.erase(k);
  std::string &r = name;
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void referenceWrapper_ok(Map &m, int k, std::string &fallback) {
  std::reference_wrapper<std::string> name = m.at(k);
  m.erase(k);
  name = fallback;
  use(name.get());
}

void pairOfRange_bad(Map &m, int k) {
  auto [first, last] = m.equal_range(k);
  m.erase(first);
  use(first->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'first' is used after {{.*}} [tombstone-use-after-erase]
}

void pairOfRange_ok(Map &m, int k) {
  auto [first, last] = m.equal_range(k);
  while (first != last)
    first = m.erase(first);
}

void exchanged_bad(Map &m, int k) {
  std::string *name = nullptr;
  std::string *old = std::exchange(name, &m.at(k));
  m.erase(k);
  use(old == nullptr);
  use(*name);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'name' is used after {{.*}} [tombstone-use-after-erase]
}

struct Both {
  std::string left, right;
};

void bindingOfStruct_bad(std::map<int, Both> &m, int k) {
  auto &[left, right] = m[k];
  m.erase(k);
  use(right);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'right' is used after {{.*}} [tombstone-use-after-erase]
}

void bindingOfStruct_ok(std::map<int, Both> &m, int k) {
  auto [left, right] = m[k];
  m.erase(k);
  use(right);
}
