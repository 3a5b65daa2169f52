// RUN: %check
// Views and pointers into what an element owns: text, buffers, pointees, inner containers.
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

void use(int);
void use(const char *);
void use(std::string_view);
void use(std::span<const int>);
std::string_view trimmed(std::string_view text [[clang::lifetimebound]]);

using Names = std::map<int, std::string>;
using Rows = std::map<int, std::vector<int>>;

void stringView_bad(Names &m, int k) {
  std::string_view v = m[k];
  m.erase(k);
  use(v);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'v' is used after its element of 'm' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'v' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
}

void stringView_ok(Names &m, int k) {
  std::string v = m[k];
  m.erase(k);
  use(std::string_view(v));
}

void viewOfKey_bad(std::map<std::string, int> &m, const std::string &k) {
  auto it = m.find(k);
  std::string_view name = it->first;
  m.erase(it);
  use(name);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'name' is used after {{.*}} [tombstone-use-after-erase]
}

void viewOfKey_ok(std::map<std::string, int> &m, const std::string &k) {
  std::string_view name = k;
  m.erase(k);
  use(name);
}

void viewOfSetElement_bad(std::set<std::string> &s) {
  std::string_view first = *s.begin();
  s.clear();
  use(first);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'first' is used after {{.*}} [tombstone-use-after-erase]
}

void keysThatAreViews_ok(std::set<std::string_view> &s) {
  std::string_view first = *s.begin();
  s.clear();
  use(first);
}

void copyOfView_bad(Names &m, int k) {
  std::string_view v = m[k];
  std::string_view tail = v.substr(0, 1);
  m.erase(k);
  use(tail);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'tail' is used after {{.*}} [tombstone-use-after-erase]
}

void viewReassigned_ok(Names &m, int k) {
  std::string_view v = m[k];
  m.erase(k);
  v = "gone";
  use(v);
}

void memberOfView_bad(Names &m, int k) {
  std::string_view v = m[k];
  m.erase(k);
  use(v.front());
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'v.front()' is used after {{.*}} [tombstone-use-after-erase]
}

void sizeOfView_ok(Names &m, int k) {
  std::string_view v = m[k];
  auto size = v.size();
  m.erase(k);
  use(static_cast<int>(size));
}

void cStr_bad(Names &m, int k) {
  const char *text = m[k].c_str();
  m.erase(k);
  use(text);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'text' is used after {{.*}} [tombstone-use-after-erase]
}

void cStr_ok(Names &m, int k) {
  use(m[k].c_str());
  m.erase(k);
}

void data_bad(Rows &m, int k) {
  int *row = m.at(k).data();
  m.erase(k);
  use(row[0]);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.row.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void data_ok(Rows &m, int k, std::vector<int> &elsewhere) {
  int *row = m.at(k).data();
  m.erase(k);
  row = elsewhere.data();
  use(row[0]);
}

void span_bad(Rows &m, int k) {
  std::span<int> row = m.at(k);
  m.erase(k);
  use(row[0]);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.row.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void span_ok(Rows &m, int k) {
  std::span<int> row = m.at(k);
  use(row);
  m.erase(k);
}

void subspan_bad(Rows &m, int k) {
  auto head = std::span<int>(m.at(k)).first(2);
  m.erase(k);
  use(head);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'head' is used after {{.*}} [tombstone-use-after-erase]
}

void elementOfInnerVector_bad(Rows &m, int k) {
  int &cell = m.at(k).front();
  m.erase(k);
  use(cell);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'cell' is used after {{.*}} [tombstone-use-after-erase]
}

void elementOfInnerVector_ok(Rows &m, int k) {
  int cell = m.at(k).front();
  m.erase(k);
  use(cell);
}

void iteratorOfInnerVector_bad(Rows &m, int k) {
  auto cell = m.at(k).begin();
  m.erase(k);
  use(*cell);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'cell' is used after {{.*}} [tombstone-use-after-erase]
}

void loopOverInnerVector_bad(Rows &m, int k) {
  std::vector<int> &row = m.at(k);
  m.erase(k);
  for (int cell : row)
  // CHECK: :[[@LINE-1]]:{{.*}} warning: the loop's iterator is used after {{.*}} [tombstone-use-after-erase]
    use(cell);
}

void loopOverInnerVector_ok(Rows &m, int k) {
  std::vector<int> row = std::move(m.at(k));
  m.erase(k);
  for (int cell : row)
    use(cell);
}

struct Widget {
  int id = 0;
  void draw() { ++id; }
};
using Widgets = std::map<int, std::unique_ptr<Widget>>;

void uniquePtrGet_bad(Widgets &m, int k) {
  Widget *w = m.at(k).get();
  m.erase(k);
  w->draw();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'w' is used after {{.*}} [tombstone-use-after-erase]
}

void uniquePtrGet_ok(Widgets &m, int k) {
  std::unique_ptr<Widget> owner = std::move(m.at(k));
  Widget *w = owner.get();
  m.erase(k);
  w->draw();
}

void uniquePtrDereference_bad(Widgets &m, int k) {
  Widget &w = *m.at(k);
  m.erase(k);
  w.draw();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'w' is used after {{.*}} [tombstone-use-after-erase]
}

void uniquePtrArrow_bad(Widgets &m, int k) {
  int &id = m.at(k)->id;
  m.erase(k);
  use(id);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'id' is used after {{.*}} [tombstone-use-after-erase]
}

void uniquePtrReleased_ok(Widgets &m, int k) {
  Widget *w = m.at(k).release();
  m.erase(k);
  w->draw();
  delete w;
}

void rawPointerValue_ok(std::map<int, Widget *> &m, int k) {
  Widget *w = m.at(k);
  m.erase(k);
  w->draw();
}

void sharedPtrCopy_ok(std::map<int, std::shared_ptr<Widget>> &m, int k) {
  std::shared_ptr<Widget> w = m.at(k);
  m.erase(k);
  w->draw();
}

void referenceToSharedPtr_bad(std::map<int, std::shared_ptr<Widget>> &m, int k) {
  std::shared_ptr<Widget> &w = m.at(k);
  m.erase(k);
  w->draw();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'w' is used after {{.*}} [tombstone-use-after-erase]
}

void innerMap_bad(std::map<int, std::map<int, int>> &m, int k) {
  auto it = m.at(k).begin();
  m.erase(k);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void innerMap_ok(std::map<int, std::map<int, int>> &m, int k, int other) {
  auto it = m.at(k).begin();
  m.at(other).clear();
  use(it->second);
}

void lifetimeboundCall_bad(Names &m, int k) {
  std::string_view v = trimmed(m[k]);
  m.erase(k);
  use(v);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'v' is used after {{.*}} [tombstone-use-after-erase]
}

void lifetimeboundCall_ok(Names &m, int k) {
  std::string v(trimmed(m[k]));
  m.erase(k);
  use(std::string_view(v));
}

// Methods that look at what a view designates, and those that make another view of it.
void viewMethod_bad(Names &m, int k) {
  std::string_view v = m[k];
  m.erase(k);
  use(v.find('x'));
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'v' is used after {{.*}} [tombstone-use-after-erase]
}

void viewMethod_ok(Names &m, int k) {
  std::string_view v = m[k];
  m.erase(k);
  use(v.size());
}

// test/escape/returned.cpp has the other side of it.
std::string_view partReturned_ok(Names &m, int k) {
  std::string_view v = m[k];
  m.erase(k);
  return v.substr(1);
}

std::string_view partReturned_ok(std::string_view name, Names &m, int k) {
  m.erase(k);
  return name.substr(1);
}

void dataOfString_bad(Names &m, int k) {
  const char *text = m[k].data();
  m.erase(k);
  use(text);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'text' is used after {{.*}} [tombstone-use-after-erase]
}

void dataOfString_ok(Names &m, Names &other, int k) {
  const char *text = m[k].data();
  other.erase(k);
  use(text);
}
