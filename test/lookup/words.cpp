// RUN: %lookup
// What a report says, with all its notes.
#include <map>
#include <string>
#include <unordered_map>

void use(int);
using Map = std::map<int, int>;

void found(Map &m, int k) {
  m.erase(k);
  use(m.find(k)->second);
  // CHECK: [[#@LINE-1]]:7: warning: 'm.find(k)' is dereferenced although key 'k' was erased [tombstone-lookup-after-erase]
  // CHECK: [[#@LINE-3]]:5: note: (1) erased here, by key 'k'
  // CHECK-NOT: note:
}

void named(Map &m, int k) {
  m.erase(k);
  auto it = m.find(k);
  use(it->second);
  // CHECK: [[#@LINE-1]]:7: warning: 'it' is dereferenced although key 'k' was erased
  // CHECK: [[#@LINE-4]]:5: note: (1) erased here, by key 'k'
  // CHECK: [[#@LINE-4]]:15: note: (2) looked up here; nothing has inserted it since
  // CHECK-NOT: note:
}

void needed(Map &m, int k) {
  m.erase(k);
  use(m.at(k));
  // CHECK: [[#@LINE-1]]:9: warning: 'm.at(k)' finds nothing, since key 'k' was erased
  // CHECK: [[#@LINE-3]]:5: note: (1) erased here, by key 'k'
  // CHECK-NOT: note:
}

void made(Map &m, int k) {
  m.erase(k);
  use(m[k]);
  // CHECK: [[#@LINE-1]]:7: warning: 'm[k]' reads a new default value, since key 'k' was erased
  // CHECK: [[#@LINE-3]]:5: note: (1) erased here, by key 'k'
  // CHECK-NOT: note:
}

void byHandle(Map &m, Map::iterator it) {
  const int Key = it->first;
  m.erase(it);
  use(m.at(Key));
  // CHECK: [[#@LINE-1]]:9: warning: 'm.at(Key)' finds nothing, since key 'Key' was erased
  // CHECK: [[#@LINE-3]]:5: note: (1) erased here
  // CHECK-NOT: note:
}

void extracted(Map &m) {
  auto Node = m.extract(1);
  use(m.at(1));
  // CHECK: [[#@LINE-1]]:9: warning: 'm.at(1)' finds nothing, since key '1' was erased
  // CHECK: [[#@LINE-3]]:17: note: (1) extracted here, by key '1'
  // CHECK-NOT: note:
}

void emptied(Map &m, int k) {
  m.clear();
  use(m.at(k));
  // CHECK: [[#@LINE-1]]:9: warning: 'm.at(k)' finds nothing, since every element of 'm' was erased
  // CHECK: [[#@LINE-3]]:5: note: (1) every element is erased here
  // CHECK-NOT: note:
}

void throughCalls(Map &m, int k) {
  auto deleteKey = [&](int Key) { m.erase(Key); };
  auto getValue = [&](int Key) { return m.at(Key); };
  deleteKey(k);
  use(getValue(k));
  // CHECK: [[#@LINE-3]]:43: warning: 'm.at(Key)' finds nothing, since key 'Key' was erased
  // CHECK: [[#@LINE-3]]:3: note: (1) this call erases the element
  // CHECK: [[#@LINE-6]]:37: note: (2) erased here, by key 'Key'
  // CHECK-NOT: note:
}

struct Session {
  std::string Name;
  Map Items;
};

// A long key is not repeated.
void longKey(std::unordered_map<std::string, int> &m, Session &s) {
  m.erase(s.Name);
  use(m.at(std::string(static_cast<const std::string &>(s.Name))));
  // CHECK: [[#@LINE-1]]:9: warning: this look-up finds nothing, since its key was erased
  // CHECK: [[#@LINE-3]]:5: note: (1) erased here, by key 's.Name'
  // CHECK-NOT: note:
}

// One report a bug: the first look-up on the path.
void twice(Map &m, int k) {
  m.erase(k);
  use(m.at(k));
  // CHECK: [[#@LINE-1]]:9: warning: 'm.at(k)' finds nothing
  // CHECK: note: (1) erased here, by key 'k'
  use(m.at(k));
  use(m[k]);
}
