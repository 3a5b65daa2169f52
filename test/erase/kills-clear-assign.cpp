// RUN: %check
// clear, and assignments that throw the old elements away.
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

void use(int);
void use(const std::string &);
bool flag();

using Map = std::map<int, std::string>;
Map freshMap();

void clear_bad(Map &m, int k) {
  std::string &r = m[k];
  m.clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) every element is erased here
}

void clear_ok(Map &m, int k) {
  std::string &r = m[k];
  use(r);
  m.clear();
}

void clearKillsIterators_bad(std::unordered_map<int, int> &m, int k) {
  auto it = m.find(k);
  m.clear();
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void clearKillsIterators_ok(std::unordered_map<int, int> &m, int k) {
  auto it = m.find(k);
  m.clear();
  it = m.begin();
  use(it == m.end());
}

void clearOfSet_bad(std::unordered_set<std::string> &s) {
  const std::string &r = *s.begin();
  s.clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void clearOther_ok(Map &m, Map &other, int k) {
  std::string &r = m[k];
  other.clear();
  use(r);
}

void clearedContainerIsUsable_ok(Map &m, int k) {
  m.clear();
  use(static_cast<int>(m.size()));
  std::string &r = m[k];
  use(r);
}

void copyAssignment_bad(Map &m, const Map &source, int k) {
  std::string &r = m[k];
  m = source;
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) {{.*}} here
}

void copyAssignment_ok(Map &m, Map &target, int k) {
  std::string &r = m[k];
  target = m;
  use(r);
}

void copyAssignmentKillsIterators_bad(std::set<int> &s, const std::set<int> &source) {
  auto it = s.begin();
  s = source;
  use(*it);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void moveAssignment_bad(Map &m, Map &source, int k) {
  std::string &r = m[k];
  m = std::move(source);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) {{.*}} here
}

void moveAssignment_ok(Map &m, Map &target, int k) {
  std::string &r = m[k];
  target = std::move(m);
  use(r);
}

void assignmentOfResult_bad(Map &m, int k) {
  std::string &r = m[k];
  m = freshMap();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void assignmentOfResult_ok(Map &m, int k) {
  m = freshMap();
  std::string &r = m[k];
  use(r);
}

void emptyBraces_bad(Map &m, int k) {
  std::string &r = m[k];
  m = {};
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void emptyBraces_ok(Map &m, int k) {
  std::string r = m[k];
  m = {};
  use(r);
}

void braces_bad(Map &m, int k) {
  std::string &r = m[k];
  m = {{1, "one"}, {2, "two"}};
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void braces_ok(Map &m, int k) {
  m = {{1, "one"}, {2, "two"}};
  std::string &r = m[k];
  use(r);
}

void newObject_bad(Map &m, int k) {
  std::string &r = m[k];
  m = Map();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

struct Cache {
  Map items_;
  int hits_ = 0;
  void memberCleared_bad(int k) {
    std::string &r = items_[k];
    items_.clear();
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  }
  void memberCleared_ok(int k) {
    std::string &r = items_[k];
    hits_ = 0;
    use(r);
    items_.clear();
  }
};

void enclosingObjectAssigned_bad(Cache &c, int k) {
  std::string &r = c.items_[k];
  c = Cache();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void enclosingObjectAssigned_ok(Cache &c, Cache &other, int k) {
  std::string &r = c.items_[k];
  other = Cache();
  use(r);
}

void clearInBranch_bad(Map &m, int k) {
  std::string &r = m[k];
  if (m.size() > 3)
    m.clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void clearInBranch_ok(Map &m, int k) {
  if (m.size() > 3)
    m.clear();
  std::string &r = m[k];
  use(r);
}

void endAfterClear_ok(Map &m) {
  auto end = m.end();
  m.clear();
  use(end == m.end());
}

// The end is no element: it lives on, and stands behind what comes in later.
void endAfterClearAndInsert_ok(Map &m, int k) {
  auto end = m.end();
  m.clear();
  m[k] = {};
  use(std::prev(end)->first);
}
