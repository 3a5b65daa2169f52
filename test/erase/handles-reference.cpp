// RUN: %check
// References and pointers: to the mapped value, the key, the pair, and any part of them, in any spelling.
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <utility>

void use(int);
void use(const std::string &);
bool flag();

struct Point { int x = 0, y = 0; };
struct Named { std::string name = "somebody"; };
struct Session : Named {
  Point at;
  int scores[3] = {1, 2, 3};
  Session *peer = nullptr;
  void touch() { ++at.x; }
};
using Sessions = std::map<int, Session>;

void mappedValue_bad(Sessions &m, int k) {
  Session &r = m.at(k);
  m.erase(k);
  r.touch();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after its element of 'm' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
}

void mappedValue_ok(Sessions &m, int k) {
  Session &r = m.at(k);
  r.touch();
  m.erase(k);
}

void pointer_bad(Sessions &m, int k) {
  Session *p = &m[k];
  m.erase(k);
  p->touch();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'p' is used after its element of 'm' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'p' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
}

void pointer_ok(Sessions &m, int k) {
  Session *p = &m[k];
  m.erase(k);
  p = &m[k];
  p->touch();
}

void write_bad(std::map<int, int> &m, int k) {
  int &r = m[k];
  m.erase(k);
  r = 7;
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void write_ok(std::map<int, int> &m, int k) {
  int r = m[k];
  m.erase(k);
  r = 7;
  use(r);
}

void key_bad(std::map<std::string, int> &m, const std::string &k) {
  auto it = m.find(k);
  const std::string &key = it->first;
  m.erase(it);
  use(key);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'key' is used after {{.*}} [tombstone-use-after-erase]
}

void key_ok(std::map<std::string, int> &m, const std::string &k) {
  auto it = m.find(k);
  const std::string &key = it->first;
  use(key);
  m.erase(it);
}

void pair_bad(Sessions &m, int k) {
  auto &entry = *m.find(k);
  m.erase(k);
  use(entry.first);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'entry' is used after {{.*}} [tombstone-use-after-erase]
}

void pair_ok(Sessions &m, int k) {
  auto entry = *m.find(k);
  m.erase(k);
  use(entry.first);
}

void field_bad(Sessions &m, int k) {
  Point &at = m[k].at;
  m.erase(k);
  use(at.x);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'at' is used after {{.*}} [tombstone-use-after-erase]
}

void field_ok(Sessions &m, int k) {
  Point at = m[k].at;
  m.erase(k);
  use(at.x);
}

void fieldOfField_bad(Sessions &m, int k) {
  int &y = m[k].at.y;
  m.erase(k);
  use(y);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'y' is used after {{.*}} [tombstone-use-after-erase]
}

void fieldOfField_ok(Sessions &m, int k, int other) {
  int &y = m[k].at.y;
  use(m[other].at.y);
  use(y);
}

void arrayInElement_bad(Sessions &m, int k) {
  int *score = &m[k].scores[1];
  m.erase(k);
  use(*score);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'score' is used after {{.*}} [tombstone-use-after-erase]
}

void arrayInElement_ok(Sessions &m, int k) {
  int score = m[k].scores[1];
  m.erase(k);
  use(score);
}

void baseSubobject_bad(Sessions &m, int k) {
  Named &base = m[k];
  m.erase(k);
  use(base.name);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'base' is used after {{.*}} [tombstone-use-after-erase]
}

void baseSubobject_ok(Sessions &m, int k) {
  Named base = m[k];
  m.erase(k);
  use(base.name);
}

void addressOfIteratorTarget_bad(Sessions &m, int k) {
  auto it = m.find(k);
  auto *entry = &*it;
  m.erase(it);
  entry->second.touch();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'entry' is used after {{.*}} [tombstone-use-after-erase]
}

void addressOfSecond_bad(Sessions &m, int k) {
  auto it = m.find(k);
  Session *p = &it->second;
  m.erase(it);
  p->touch();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'p' is used after {{.*}} [tombstone-use-after-erase]
}

void addressOfSecond_ok(Sessions &m, int k) {
  auto it = m.find(k);
  Session *p = &it->second;
  p->touch();
  m.erase(it);
}

void addressof_bad(Sessions &m, int k) {
  Session *p = std::addressof(m[k]);
  m.erase(k);
  p->touch();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'p' is used after {{.*}} [tombstone-use-after-erase]
}

void ref_bad(Sessions &m, int k) {
  auto r = std::ref(m[k]);
  m.erase(k);
  r.get().touch();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r.get()' is used after {{.*}} [tombstone-use-after-erase]
}

void ref_ok(Sessions &m, int k, Session fresh) {
  auto r = std::ref(m[k]);
  m.erase(k);
  r = std::ref(fresh);
  r.get().touch();
}

void asConst_bad(Sessions &m, int k) {
  const Session &r = std::as_const(m[k]);
  m.erase(k);
  use(r.at.x);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void getOfPair_bad(Sessions &m, int k) {
  auto it = m.find(k);
  Session &r = std::get<1>(*it);
  m.erase(it);
  r.touch();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void getOfPair_ok(Sessions &m, int k) {
  auto it = m.find(k);
  Session r = std::get<1>(*it);
  m.erase(it);
  r.touch();
}

void moveAsCast_bad(std::map<int, std::string> &m, int k) {
  std::string &&r = std::move(m[k]);
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void moveOut_ok(std::map<int, std::string> &m, int k) {
  std::string r = std::move(m[k]);
  m.erase(k);
  use(r);
}

void staticCast_bad(Sessions &m, int k) {
  auto &&r = static_cast<Named &>(m[k]);
  m.erase(k);
  use(r.name);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void referenceToReference_bad(Sessions &m, int k) {
  Session &first = m[k];
  m.erase(k);
  Session &second = first;
  second.touch();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'second' is used after {{.*}} [tombstone-use-after-erase]
}

void referenceToReference_ok(Sessions &m, int k) {
  Session &first = m[k];
  Session second = first;
  m.erase(k);
  second.touch();
}

void conditional_bad(Sessions &m, int a, int b) {
  Session &r = flag() ? m[a] : m[b];
  m.erase(b);
  r.touch();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void conditional_ok(Sessions &m, int a, int b) {
  Session r = flag() ? m[a] : m[b];
  m.erase(b);
  r.touch();
}

void chainOfConditionals_bad(Sessions &m, int a, int b, int c) {
  Session *p = flag() ? &m[a] : flag() ? &m[b] : &m[c];
  m.erase(c);
  p->touch();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'p' is used after {{.*}} [tombstone-use-after-erase]
}

void chainOfConditionals_ok(Sessions &m) {
  Session *p = flag() ? &m[1] : flag() ? &m[2] : &m[3];
  m.erase(4);
  p->touch();
}

void comma_bad(Sessions &m, int k) {
  Session &r = (use(k), m[k]);
  m.erase(k);
  r.touch();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void comma_ok(Sessions &m, Session other, int k) {
  Session &r = (use(m[k].at.x), other);
  m.erase(k);
  r.touch();
}

void initStatement_bad(Sessions &m, int k) {
  if (auto it = m.find(k); it != m.end()) {
    m.erase(it);
    it->second.touch();
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
  }
}

void initStatement_ok(Sessions &m, int k) {
  if (auto it = m.find(k); it != m.end()) {
    it->second.touch();
    m.erase(it);
  }
}

void pointerToPointer_bad(Sessions &m, int k) {
  Session *p = &m[k];
  Session **pp = &p;
  m.erase(k);
  (*pp)->touch();
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
}

void pointerToPointer_ok(Sessions &m, Session fresh, int k) {
  Session *p = &m[k];
  Session **pp = &p;
  m.erase(k);
  *pp = &fresh;
  p->touch();
}

void addressOfDeadReference_ok(Sessions &m, int k) {
  Session &r = m[k];
  m.erase(k);
  Session *p = &r;
  (void)p;
}

// What is read before it is returned is used; a handle that is only returned is
// a matter of tombstone-escaped-handle: see test/escape/returned.cpp.
using Texts = std::map<int, std::string>;

std::string returnedByValue_bad(Texts &m, int k) {
  const std::string &r = m[k];
  m.erase(k);
  return r;
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

const std::string &returned_ok(Texts &m, int k) {
  const std::string &r = m[k];
  m.erase(k);
  return r;
}

std::string returnedByValue_ok(Texts &m, int k) {
  std::string r = m[k];
  m.erase(k);
  return r;
}

Texts::iterator returnedIterator_ok(Texts &m, Texts::iterator it) {
  m.erase(it++);
  return it;
}

const std::string *returnedPointer_ok(Texts &m, int k) {
  const std::string *p = &m[k];
  if (p->empty()) {
    m.erase(k);
    p = nullptr;
  }
  return p;
}

// A pointer as a value: who stores, compares or prints it looks at nothing behind it.
void print(const char *format, ...);
void freeIt(void *p);

void pointerAsKey_ok(std::map<int, std::unique_ptr<Named>> &m, std::set<Named *> &marked, int k) {
  Named *p = m[k].get();
  m.erase(k);
  if (marked.count(p))
    marked.erase(p);
  print("%p", static_cast<void *>(p));
}

void pointerAsKey_bad(std::map<int, std::unique_ptr<Named>> &m, std::set<Named *> &marked, int k) {
  Named *p = m[k].get();
  m.erase(k);
  auto it = marked.find(p);
  use((*it)->name);
  use(p->name);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'p' is used after {{.*}} [tombstone-use-after-erase]
}

void pointerToVoid_bad(std::map<int, std::unique_ptr<Named>> &m, int k) {
  Named *p = m[k].get();
  m.erase(k);
  freeIt(p);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'p' is used after {{.*}} [tombstone-use-after-erase]
}
