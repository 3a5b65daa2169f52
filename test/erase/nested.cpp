// RUN: %check
// Containers in containers: an element's end is the end of everything below it.
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

void use(int);
void use(const std::string &);
void use(std::string_view);
bool flag();

using Inner = std::map<int, std::string>;
using Outer = std::map<int, Inner>;

void eraseOuter_bad(Outer &m, int i, int j) {
  std::string &r = m[i][j];
  m.erase(i);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of {{.*}} from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'i'
}

void eraseOuter_ok(Outer &m) {
  std::string &r = m[1][1];
  m.erase(2);
  use(r);
}

void eraseInner_bad(Outer &m, int i, int j) {
  std::string &r = m[i][j];
  m[i].erase(j);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void eraseInner_ok(Outer &m, int i, int j) {
  Inner &inner = m[i];
  inner.erase(j);
  inner[j] = "again";
  use(inner[j]);
}

void innerByReference_bad(Outer &m, int i) {
  Inner &inner = m[i];
  m.erase(i);
  inner.clear();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'inner' is used after {{.*}} [tombstone-use-after-erase]
}

void innerByReference_ok(Outer &m, int i) {
  Inner &inner = m[i];
  inner.clear();
  m.erase(i);
}

void aliasOfInner_bad(Outer &m, int i, int j) {
  Inner &inner = m[i];
  std::string &r = inner[j];
  m.at(i).clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void iteratorOfInner_bad(Outer &m, int i, int j) {
  auto outer = m.find(i);
  auto inner = outer->second.find(j);
  m.erase(outer);
  use(inner == Inner::iterator() ? std::string() : inner->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'inner' is used after {{.*}} [tombstone-use-after-erase]
}

void iteratorOfInner_ok(Outer &m, int i, int j) {
  auto outer = m.find(i);
  auto inner = outer->second.find(j);
  outer->second.erase(inner);
  if (outer->second.empty())
    m.erase(outer);
}

void loopOverInner_bad(std::map<int, std::set<int>> &m, int i) {
  for (int x : m[i])
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}}loop{{.*}} is used after {{.*}} [tombstone-use-after-erase]
    if (flag()) {
      use(x);
      m.erase(i);
    }
}

void loopOverInner_ok(std::map<int, std::set<int>> &m, int i) {
  for (int x : m[i])
    if (flag()) {
      use(x);
      m.erase(i);
      break;
    }
}

void emptiedInner_bad(std::map<int, std::set<int>> &m, int i) {
  std::set<int> &inner = m[i];
  inner.clear();
  if (inner.empty())
    m.erase(i);
  inner.insert(7);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'inner' is used after {{.*}} [tombstone-use-after-erase]
}

void emptiedInner_ok(std::map<int, std::set<int>> &m, int i) {
  std::set<int> &inner = m[i];
  inner.clear();
  if (inner.empty())
    m.erase(i);
  else
    inner.insert(7);
}

void threeLevels_bad(std::map<int, Outer> &m, int i) {
  std::string_view v = m[i][2][3] = std::string(50, 'x');
  m.erase(i);
  use(v);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'v' is used after {{.*}} [tombstone-use-after-erase]
}

void threeLevels_ok(std::map<int, Outer> &m, int i) {
  std::string_view v = m[i][2][3] = std::string(50, 'x');
  m[i].erase(3);
  use(v);
}

struct Room {
  std::map<std::string, int> seats;
  std::vector<int> prices{1, 2, 3};
};

void mapInStruct_bad(std::unordered_map<int, Room> &rooms, int k) {
  int &seat = rooms[k].seats["a1"];
  rooms.erase(k);
  use(seat);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'seat' is used after {{.*}} [tombstone-use-after-erase]
}

void mapInStruct_ok(std::unordered_map<int, Room> &rooms, int k) {
  int &seat = rooms[k].seats["a1"];
  rooms[k].prices.clear();
  use(seat);
}

void vectorInStruct_bad(std::unordered_map<int, Room> &rooms, int k) {
  for (int &price : rooms[k].prices) {
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
    use(price);
    rooms.erase(k);
  }
}

void mapOfUniquePtrToMap_bad(std::map<int, std::unique_ptr<Inner>> &m, int k) {
  std::string &r = (*m.at(k))[1];
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void mapOfUniquePtrToMap_ok(std::map<int, std::unique_ptr<Inner>> &m, int k) {
  std::unique_ptr<Inner> inner = std::move(m.at(k));
  std::string &r = (*inner)[1];
  m.erase(k);
  use(r);
}

void mapOfPointerToMap_bad(std::map<int, Inner *> &m, int k) {
  Inner *inner = m.at(k);
  std::string &r = (*inner)[1];
  inner->clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void mapOfPointerToMap_ok(std::map<int, Inner *> &m, int k) {
  Inner *inner = m.at(k);
  std::string &r = (*inner)[1];
  m.erase(k);
  use(r);
}

void innerMovedOut_ok(Outer &m, int i, int j) {
  std::string &r = m[i][j];
  Inner taken = std::move(m[i]);
  m.erase(i);
  use(r);
}

void innerMovedOut_bad(Outer &m, int i, int j) {
  std::string &r = m[i][j];
  Inner taken = std::move(m[i]);
  taken.erase(j);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void outerCleared_bad(Outer &m) {
  for (auto &[i, inner] : m) {
    m.clear();
    use(static_cast<int>(inner.size()));
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'inner' is used after {{.*}} [tombstone-use-after-erase]
    return;
  }
}

void localIteratorOfInner_bad(std::map<int, std::unordered_map<int, int>> &m, int k) {
  auto it = m[k].begin(0);
  m.erase(k);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void localIteratorOfInner_ok(std::map<int, std::unordered_map<int, int>> &m, int k) {
  auto it = m[k].begin(0);
  m.erase(k + 1);
  use(it->second);
}
