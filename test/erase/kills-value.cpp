// RUN: %check
// The element stays, but its value is replaced: references to the value stay good, whatever reached into
// what the old value owned does not.
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

void use(int);
void use(const char *);
void use(const std::string &);
void use(std::string_view);

using Names = std::map<int, std::string>;

void insertOrAssign_bad(Names &m, int k) {
  std::string_view v = m[k];
  m.insert_or_assign(k, std::string(100, 'x'));
  use(v);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'v' is used after {{.*}} [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'v' refers to {{.*}} from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) {{.*}} here
}

void insertOrAssign_ok(Names &m, int k) {
  std::string &r = m[k];
  m.insert_or_assign(k, std::string(100, 'x'));
  use(r);
}

void insertOrAssignOther_ok(Names &m) {
  std::string_view v = m[1];
  m.insert_or_assign(2, std::string(100, 'x'));
  use(v);
}

void assignmentThroughKey_bad(Names &m, int k) {
  m[k] = "a name of sufficient length to be stored on the heap";
  std::string_view v = m[k];
  m[k] = std::string(100, 'x');
  use(v);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'v' is used after {{.*}} [tombstone-use-after-erase]
}

void assignmentThroughKey_ok(Names &m, int k) {
  std::string &r = m[k];
  m[k] = std::string(100, 'x');
  use(r);
}

void assignmentThroughReference_bad(Names &m, int k) {
  std::string &name = m[k];
  const char *text = name.c_str();
  name = std::string(100, 'x');
  use(text);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'text' is used after {{.*}} [tombstone-use-after-erase]
}

void assignmentThroughReference_ok(Names &m, int k) {
  std::string &name = m[k];
  name = std::string(100, 'x');
  const char *text = name.c_str();
  use(text);
}

void assignmentThroughIterator_bad(Names &m, int k) {
  auto it = m.find(k);
  std::string_view v = it->second;
  it->second = std::string(100, 'x');
  use(v);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'v' is used after {{.*}} [tombstone-use-after-erase]
}

void assignmentThroughIterator_ok(Names &m, int k) {
  auto it = m.find(k);
  it->second = std::string(100, 'x');
  use(it->second);
}

void viewOfKeySurvives_ok(std::map<std::string, int> &m, const std::string &k) {
  auto it = m.find(k);
  std::string_view name = it->first;
  it->second = 7;
  m.insert_or_assign(k, 8);
  use(name);
}

void scalarAssigned_ok(std::map<int, int> &m, int k) {
  int &r = m[k];
  m[k] = 7;
  m.insert_or_assign(k, 8);
  use(r);
}

struct Widget {
  int id = 0;
  void draw() { ++id; }
};
using Widgets = std::map<int, std::unique_ptr<Widget>>;

void uniquePtrOverwritten_bad(Widgets &m, int k) {
  Widget *w = m[k].get();
  m[k] = std::make_unique<Widget>();
  w->draw();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'w' is used after {{.*}} [tombstone-use-after-erase]
}

void uniquePtrOverwritten_ok(Widgets &m, int k) {
  std::unique_ptr<Widget> &slot = m[k];
  m[k] = std::make_unique<Widget>();
  slot->draw();
}

void uniquePtrReset_bad(Widgets &m, int k) {
  Widget &w = *m.at(k);
  m.at(k).reset();
  w.draw();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'w' is used after {{.*}} [tombstone-use-after-erase]
}

void uniquePtrSetToNull_bad(Widgets &m, int k) {
  auto it = m.find(k);
  Widget *w = it->second.get();
  it->second = nullptr;
  w->draw();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'w' is used after {{.*}} [tombstone-use-after-erase]
}

void uniquePtrInsertOrAssign_bad(Widgets &m, int k) {
  Widget *w = m.at(k).get();
  m.insert_or_assign(k, std::make_unique<Widget>());
  w->draw();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'w' is used after {{.*}} [tombstone-use-after-erase]
}

void uniquePtrMovedFirst_ok(Widgets &m, int k) {
  Widget *w = m.at(k).get();
  std::unique_ptr<Widget> keep = std::move(m.at(k));
  m[k] = std::make_unique<Widget>();
  w->draw();
}

void uniquePtrReleased_ok(Widgets &m, int k) {
  Widget *w = m.at(k).release();
  m[k] = std::make_unique<Widget>();
  w->draw();
  delete w;
}

void rawPointerOverwritten_ok(std::map<int, Widget *> &m, int k, Widget *fresh) {
  Widget *w = m.at(k);
  m[k] = fresh;
  w->draw();
}

void innerContainerCleared_bad(std::map<int, std::map<int, int>> &m, int k) {
  int &r = m[k][1];
  m[k].clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void innerContainerCleared_ok(std::map<int, std::map<int, int>> &m) {
  int &r = m[1][1];
  m[2].clear();
  use(r);
}

void innerContainerAssigned_bad(std::map<int, std::set<int>> &m, int k) {
  auto it = m[k].insert(7).first;
  m[k] = {1, 2, 3};
  use(*it);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void innerContainerAssigned_ok(std::map<int, std::set<int>> &m, int k) {
  std::set<int> &inner = m[k];
  m[k] = {1, 2, 3};
  use(static_cast<int>(inner.size()));
}

void innerVectorAssigned_bad(std::map<int, std::vector<int>> &m, int k) {
  int &first = m.at(k).front();
  m.at(k) = std::vector<int>(100);
  use(first);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'first' is used after {{.*}} [tombstone-use-after-erase]
}

void innerVectorAssigned_ok(std::map<int, std::vector<int>> &m, int k) {
  std::vector<int> &row = m.at(k);
  m.at(k) = std::vector<int>(100);
  use(row.front());
}

struct Session {
  std::string user = "a user with a name for the heap";
  std::map<int, int> hits{{1, 1}};
  int count = 0;
};

void wholeStructAssigned_bad(std::unordered_map<int, Session> &m, int k) {
  int &hits = m[k].hits[1];
  m[k] = Session();
  use(hits);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'hits' is used after {{.*}} [tombstone-use-after-erase]
}

void wholeStructAssigned_ok(std::unordered_map<int, Session> &m, int k) {
  int &count = m[k].count;
  m[k] = Session();
  use(count);
}

void fieldAssigned_bad(std::unordered_map<int, Session> &m, int k) {
  std::string_view user = m[k].user;
  m[k].user = std::string(100, 'x');
  use(user);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'user' is used after {{.*}} [tombstone-use-after-erase]
}

void fieldAssigned_ok(std::unordered_map<int, Session> &m, int k) {
  std::string_view user = m[k].user;
  m[k].count = 7;
  use(user);
}

void optionalValue_bad(std::map<int, std::optional<Session>> &m, int k) {
  Session &s = m[k].emplace();
  m[k].reset();
  use(s.user);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 's' is used after {{.*}} [tombstone-use-after-erase]
}

void optionalValue_ok(std::map<int, std::optional<Session>> &m, int k) {
  Session s = m[k].emplace();
  m[k].reset();
  use(s.user);
}

// What the value owns goes along with a swap, whichever way the value is reached.
void swapOfValue_ok(std::map<int, std::unique_ptr<std::string>> &m, int k) {
  std::string &r = *m[k];
  std::unique_ptr<std::string> kept;
  kept.swap(m[k]);
  m.erase(k);
  use(r);
}

void swapOfValue_bad(std::map<int, std::unique_ptr<std::string>> &m, int k) {
  std::map<int, std::unique_ptr<std::string>> kept;
  std::string &r = *m[k];
  kept[0].swap(m[k]);
  kept.clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void innerVectorCleared_bad(std::map<int, std::vector<int>> &m, int k) {
  int &first = m.at(k).front();
  m.at(k).clear();
  use(first);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'first' is used after {{.*}} [tombstone-use-after-erase]
}

void innerVectorCleared_ok(std::map<int, std::vector<int>> &m) {
  int &first = m.at(1).front();
  m.at(2).clear();
  use(first);
}
