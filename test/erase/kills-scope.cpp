// RUN: %check
// The container itself dies: end of scope, end of the full expression, delete, reset of its owner.
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

void use(int);
void use(const std::string &);
void use(std::string_view);
bool flag();

using Map = std::map<int, std::string>;
Map freshMap();
struct Holder {
  Map items{{7, "seven"}};
};
Holder freshHolder();

void endOfBlock_bad(int k) {
  std::string *p = nullptr;
  {
    Map m;
    p = &m[k];
  }
  use(*p);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'p' is used after {{.*}} [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'p' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) {{.*}} goes out of scope here
}

void endOfBlock_ok(int k) {
  std::string *p = nullptr;
  Map m;
  {
    p = &m[k];
  }
  use(*p);
}

void endOfIf_bad() {
  std::string_view v;
  if (Map m = freshMap(); !m.empty())
    v = m.begin()->second;
  use(v);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'v' is used after {{.*}} [tombstone-use-after-erase]
}

void endOfIf_ok() {
  std::string v;
  if (Map m = freshMap(); !m.empty())
    v = m.begin()->second;
  use(v);
}

void endOfTurn_bad() {
  const int *best = nullptr;
  while (flag()) {
    if (best)
      use(*best);
      // CHECK: :[[@LINE-1]]:{{.*}} warning: 'best' is used after {{.*}} [tombstone-use-after-erase]
    std::set<int> seen{1, 2};
    best = &*seen.begin();
  }
}

void endOfTurn_ok() {
  std::set<int> seen{1, 2};
  const int *best = nullptr;
  while (flag()) {
    if (best)
      use(*best);
    best = &*seen.begin();
  }
}

void localByValue_bad(int k) {
  std::string *p = nullptr;
  for (int i = 0; i < 1; ++i) {
    Holder h;
    p = &h.items[k];
  }
  use(*p);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'p' is used after {{.*}} [tombstone-use-after-erase]
}

void temporary_bad() {
  std::string &r = freshMap()[7];
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void temporary_ok() {
  std::string r = freshMap()[7];
  use(r);
}

void temporaryInFullExpression_ok() {
  use(freshMap()[7]);
}

void viewOfTemporary_bad() {
  std::string_view v = freshMap().at(7);
  use(v);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'v' is used after {{.*}} [tombstone-use-after-erase]
}

void temporaryKeptAlive_ok(int k) {
  Map &&m = freshMap();
  std::string &r = m[k];
  use(r);
}

void temporaryKeptAlive_bad() {
  const std::string *p = nullptr;
  {
    const Map &m = freshMap();
    p = &m.at(7);
  }
  use(*p);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'p' is used after {{.*}} [tombstone-use-after-erase]
}

void iteratorOfTemporary_bad() {
  auto it = freshMap().begin();
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void memberOfTemporary_bad() {
  std::string &r = freshHolder().items[7];
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void memberOfTemporary_ok() {
  Map &&m = freshHolder().items;
  use(m.at(7));
}

void loopOverElementOfTemporary_bad() {
  for (char c : freshMap().at(7))
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
    use(c);
}

void loopOverTemporary_ok() {
  for (auto &[key, value] : freshMap())
    use(value);
}

void deleted_bad(int k) {
  Map *m = new Map;
  std::string &r = (*m)[k];
  delete m;
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of {{.*}} from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) deleted here
}

void deleted_ok(int k) {
  Map *m = new Map;
  std::string r = (*m)[k];
  delete m;
  use(r);
}

void deletedParameter_bad(Map *m, int k) {
  auto it = m->find(k);
  delete m;
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void deletedHolder_bad(Holder *h, int k) {
  std::string &r = h->items[k];
  delete h;
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void deletedHolder_ok(Holder *h, Holder *other, int k) {
  std::string &r = h->items[k];
  delete other;
  use(r);
}

void uniquePtrReset_bad(int k) {
  auto m = std::make_unique<Map>();
  std::string &r = (*m)[k];
  m.reset();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of {{.*}} from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) overwritten here
}

void uniquePtrReset_ok(int k) {
  auto m = std::make_unique<Map>();
  m.reset(new Map);
  std::string &r = (*m)[k];
  use(r);
}

void uniquePtrSetToNull_bad(std::unique_ptr<Map> &m, int k) {
  std::string &r = (*m)[k];
  m = nullptr;
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void uniquePtrReplaced_bad(std::unique_ptr<Map> &m, int k) {
  std::string &r = (*m)[k];
  m = std::make_unique<Map>();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void uniquePtrMovedOut_ok(std::unique_ptr<Map> &m, int k) {
  std::string &r = (*m)[k];
  std::unique_ptr<Map> other = std::move(m);
  m = nullptr;
  use(r);
}

void uniquePtrMovedOut_bad(std::unique_ptr<Map> &m, int k) {
  std::string &r = (*m)[k];
  std::unique_ptr<Map> other = std::move(m);
  other.reset();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void uniquePtrReleased_ok(std::unique_ptr<Map> &m, int k) {
  std::string &r = (*m)[k];
  Map *raw = m.release();
  m.reset();
  use(r);
  delete raw;
}

void uniquePtrOutOfScope_bad(int k) {
  std::string *p = nullptr;
  {
    auto m = std::make_unique<Map>();
    p = &(*m)[k];
  }
  use(*p);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'p' is used after {{.*}} [tombstone-use-after-erase]
}

void sharedPtrReset_ok(int k) {
  auto m = std::make_shared<Map>();
  auto keep = m;
  std::string &r = (*m)[k];
  m.reset();
  use(r);
}

void optionalReset_bad(std::optional<Map> &m, int k) {
  std::string &r = (*m)[k];
  m.reset();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void optionalReset_ok(std::optional<Map> &m, int k) {
  m.reset();
  m.emplace();
  std::string &r = (*m)[k];
  use(r);
}

void optionalEmplace_bad(std::optional<Map> &m, int k) {
  std::string &r = (*m)[k];
  m.emplace();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}
