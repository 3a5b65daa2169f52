// RUN: %check
// Macros: what a macro hides is followed, and the report stands where the macro is written.
#include <map>
#include <string>

void use(int);
void use(const std::string &);
bool flag();

using Map = std::map<int, std::string>;

#define DROP(m, k) (m).erase(k)
#define SHOW(x) use(x)
#define SLOT(m, k) ((m)[k])
#define FOR_EACH(it, m) for (auto it = (m).begin(); it != (m).end(); ++it)
#define DROP_AND_SHOW(m, it) ((m).erase(it), use((it)->second))
#define ERASE_SAFELY(m, it) (it = (m).erase(it))
#define RETURN_IF(cond) do { if (cond) return; } while (0)

void kill_bad(Map &m, int k) {
  std::string &r = m[k];
  DROP(m, k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
}

void kill_ok(Map &m, int k) {
  std::string r = m[k];
  DROP(m, k);
  use(r);
}

void useInMacro_bad(Map &m, int k) {
  std::string &r = m[k];
  m.erase(k);
  SHOW(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void useInMacro_ok(Map &m, int k) {
  std::string &r = m[k];
  SHOW(r);
  m.erase(k);
}

void borrow_bad(Map &m, int k) {
  std::string &r = SLOT(m, k);
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void borrow_ok(Map &m, int k) {
  std::string r = SLOT(m, k);
  m.erase(k);
  use(r);
}

void loop_bad(Map &m) {
  FOR_EACH(it, m)
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
    if (flag())
      m.erase(it);
}

void loop_ok(Map &m) {
  FOR_EACH(it, m)
    if (flag()) {
      m.erase(it);
      break;
    }
}

void killAndUse_bad(Map &m, int k) {
  auto it = m.find(k);
  DROP_AND_SHOW(m, it);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void killAndReassign_ok(Map &m, int k) {
  auto it = m.find(k);
  ERASE_SAFELY(m, it);
  if (it != m.end())
    use(it->second);
}

void controlFlow_bad(Map &m, int k) {
  std::string &r = m[k];
  m.erase(k);
  RETURN_IF(flag());
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void controlFlow_ok(Map &m, int k) {
  std::string &r = m[k];
  if (m.size() > 3)
    m.erase(k);
  RETURN_IF(m.size() <= 3 || m.size() > 3 || flag());
  (void)&r;
}

#define DEFINE_DROP(name)                                                                              \
  void name(Map &m, int k) {                                                                           \
    std::string &r = m[k];                                                                             \
    m.erase(k);                                                                                        \
    use(r);                                                                                            \
  }

DEFINE_DROP(wholeFunction_bad)
// CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]

// Chains of calls, each on the result of the one before, cost as much as they are long.
struct Builder {
  std::map<int, std::string> parts;
  Builder &add(int);
  const Builder &get() const;
  Builder &operator()(const std::string &);
};

#define TIMES4(X) X X X X
#define TIMES64(X) TIMES4(TIMES4(TIMES4(X)))

void accessors_bad(Builder &b, int k) {
  std::string &r = b.parts[k];
  b TIMES64(.add(1)).parts.size();
  b.parts.erase(k);
  r TIMES64(.append("a"));
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void accessors_ok(Builder &b, int k) {
  std::string &r = b.parts[k];
  b TIMES64(("a").add(1)).get() TIMES64(.get());
  b.parts[1] = r + b.parts[2] TIMES64(+b.parts[3]);
}
