// RUN: %check
// Which element is erased: keys that are known to be the same kill, keys that are known to differ keep,
// and where the relation is unknown the check is silent.
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

void use(int);
void use(const std::string &);
bool flag();

using Map = std::map<int, int>;
using Names = std::map<std::string, int, std::less<>>;
enum class Color { red, green };
constexpr int zero = 0;

void constant_bad(Map &m) {
  int &r = m[7];
  m.erase(7);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here
}

void constant_ok(Map &m) {
  int &r = m[7];
  m.erase(8);
  use(r);
}

void constantExpression_bad(Map &m) {
  int &r = m[3];
  m.erase(zero + 3);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void constantExpression_ok(Map &m) {
  int &r = m[3];
  m.erase(zero - 1);
  use(r);
}

void enumerator_bad(std::map<Color, int> &m) {
  int &r = m[Color::red];
  m.erase(Color::red);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void enumerator_ok(std::map<Color, int> &m) {
  int &r = m[Color::red];
  m.erase(Color::green);
  use(r);
}

void stringLiteral_bad(Names &m) {
  int &r = m["host"];
  m.erase("host");
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void stringLiteral_ok(Names &m) {
  int &r = m["host"];
  m.erase("port");
  use(r);
}

void literalFoundByIterator_bad(Names &m) {
  int &r = m["host"];
  auto it = m.find("host");
  m.erase(it);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void literalFoundByIterator_ok(Names &m) {
  int &r = m["host"];
  if (auto it = m.find("port"); it != m.end())
    m.erase(it);
  use(r);
}

void variable_bad(Map &m, int k) {
  int &r = m[k];
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void variableChanged_ok(Map &m, int k) {
  int &r = m[k];
  ++k;
  m.erase(k);
  use(r);
}

void variableAssigned_ok(Map &m, int k, int other) {
  int &r = m[k];
  k = other;
  m.erase(k);
  use(r);
}

void unrelatedVariable_ok(Map &m, int k, int j) {
  int &r = m[k];
  m.erase(j);
  use(r);
}

void copyOfVariable_bad(Map &m, int k) {
  int key = k;
  int &r = m[key];
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void copyOfVariable_ok(Map &m, int k) {
  int key = k;
  int &r = m[key];
  key = k + 1;
  m.erase(key);
  use(r);
}

void stringVariable_bad(Names &m, const std::string &name) {
  int &r = m[name];
  m.erase(name);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void stringVariable_ok(Names &m, std::string name) {
  int &r = m[name];
  name += "2";
  m.erase(name);
  use(r);
}

void valueOfConstant_bad(Map &m) {
  const int key = 5;
  int &r = m[key];
  m.erase(5);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void valueOfConstant_ok(Map &m) {
  const int key = 5;
  int &r = m[key];
  m.erase(6);
  use(r);
}

struct Request {
  int id = 1;
  std::string user = "a";
  Map open_;
  int current_ = 2;
  void memberAsKey_bad() {
    int &r = open_[current_];
    open_.erase(current_);
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  }
  void memberAsKey_ok() {
    int &r = open_[current_];
    ++current_;
    open_.erase(current_);
    use(r);
  }
};

void field_bad(Names &m, const Request &request) {
  int &r = m[request.user];
  m.erase(request.user);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void field_ok(Names &m, const Request &request, const Request &other) {
  int &r = m[request.user];
  m.erase(other.user);
  use(r);
}

void fieldChanged_ok(Map &m, Request &request) {
  int &r = m[request.id];
  request.id += 10;
  m.erase(request.id);
  use(r);
}

void keyOfIterator_bad(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it->first);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void keyOfIterator_ok(Map &m, int k) {
  auto it = m.find(k);
  auto next = std::next(it);
  m.erase(it->first);
  if (next != m.end())
    use(next->second);
}

void keyOfBegin_bad(Map &m) {
  auto it = m.begin();
  int key = it->first;
  m.erase(key);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void keyOfLoop_bad(Map &m) {
  for (auto &[k, v] : m) {
    m.erase(k);
    use(v);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'v' is used after {{.*}} [tombstone-use-after-erase]
    break;
  }
}

void keyOfLoop_ok(Map &m, Map &other) {
  for (auto &[k, v] : m) {
    other.erase(k);
    use(v);
  }
}

void keyOfPair_bad(Map &m) {
  for (auto &entry : m)
    if (entry.second == 1) {
      m.erase(entry.first);
      use(entry.second);
      // CHECK: :[[@LINE-1]]:{{.*}} warning: 'entry' is used after {{.*}} [tombstone-use-after-erase]
      return;
    }
}

void keyOfPair_ok(Map &m) {
  for (auto &entry : m)
    if (entry.second == 1) {
      use(entry.second);
      m.erase(entry.first);
      return;
    }
}

void keyOfSetElement_bad(std::set<std::string> &s) {
  for (const std::string &name : s) {
    s.erase(name);
    use(name);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'name' is used after {{.*}} [tombstone-use-after-erase]
    break;
  }
}

void keyCopiedFirst_ok(std::set<std::string> &s) {
  for (const std::string &element : s) {
    std::string name = element;
    s.erase(name);
    use(name);
    break;
  }
}

void pairAsKey_ok(std::map<std::pair<int, int>, int> &m) {
  int &r = m[{1, 2}];
  m.erase({1, 3});
  use(r);
}

void iteratorOfUnknownElement_ok(Map &m, int k) {
  int &r = m[k];
  auto last = std::prev(m.end());
  m.erase(last);
  use(r);
}

void pointerAsKey_bad(std::unordered_map<const Request *, int> &m, const Request *request) {
  int &r = m[request];
  m.erase(request);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void pointerAsKey_ok(std::unordered_map<const Request *, int> &m, const Request *request) {
  int &r = m[request];
  request = nullptr;
  m.erase(request);
  use(r);
}

void arrayByIndex_ok(Names &m, const std::string *names, int i, int j) {
  int &r = m[names[i]];
  m.erase(names[j]);
  use(r);
}

struct Account {
  int id;
  std::string name;
};

void keyThroughIndex_bad(std::map<int, Account> &byId, std::map<std::string, Account> &byName,
                         const Account &account) {
  auto old = byId.find(account.id);
  auto named = byName.find(account.name);
  byId.erase(named->second.id);
  use(old->second.id);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'old' is used after {{.*}} [tombstone-use-after-erase]
}

void keyOfOtherRecord_ok(std::map<int, Account> &byId, std::map<std::string, Account> &byName,
                         const Account &account, const Account &other) {
  auto old = byId.find(account.id);
  auto named = byName.find(other.name);
  byId.erase(named->second.id);
  use(old->second.id);
}

// What a static variable is made of, it is in the first call alone.
void staticVariable_ok(Map &m) {
  static int next = 1;
  if (next > 1) {
    int &r = m[next];
    m.erase(1);
    use(r);
  }
  ++next;
}

// A callee may change what it gets by reference.
void change(int &k);

void variableChangedByCallee_ok(Map &m, int k) {
  int &r = m[k];
  change(k);
  m.erase(k);
  use(r);
}

void keyOfFound_bad(Map &m, int k) {
  int &r = m[k];
  auto it = m.find(k);
  m.erase(it->first);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void keyOfFound_ok(Map &m) {
  int &r = m[7];
  auto it = m.find(8);
  m.erase(it->first);
  use(r);
}

void literalAsView_bad(std::map<std::string_view, int> &m) {
  int &r = m["a"];
  m.erase("a");
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void literalAsView_ok(std::map<std::string_view, int> &m) {
  int &r = m["a"];
  m.erase("b");
  use(r);
}

void arrayByChangedIndex_ok(Map &m, int *ids, int i) {
  int &r = m[ids[i]];
  ++i;
  m.erase(ids[i]);
  use(r);
}

struct Ids {
  int from;
  int to;
};

void otherField_ok(Map &m, const Ids &ids) {
  int &r = m[ids.from];
  m.erase(ids.to);
  use(r);
}
