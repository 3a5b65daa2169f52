// RUN: %escaped
// What a report says, word for word, with all its notes.
#include "../relocation/Inputs/abseil.h"
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

struct Entry {
  std::string name;
  Entry *parent;
};
using Map = std::map<int, Entry>;
using Flat = absl::flat_hash_map<int, Entry>;

Map load();
Entry *last;

Entry *returnedDead(Map &m, int k) {
  Entry *p = &m[k];
  m.erase(k);
  return p;
  // CHECK: :[[@LINE-1]]:10: warning: 'p' leaves the function although its element of 'm' was erased [tombstone-escaped-handle]
  // CHECK: :[[@LINE-4]]:15: note: (1) 'p' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:5: note: (2) erased here, by key 'k'
}

const std::string &returnedPart(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  return it->second.name;
  // CHECK: :[[@LINE-1]]:10: warning: 'it' leaves the function although its element of 'm' was erased [tombstone-escaped-handle]
  // CHECK: :[[@LINE-4]]:15: note: (1) 'it' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:5: note: (2) erased here
}

std::string &returnedOfLocal(int k) {
  Map m;
  return m[k].name;
  // CHECK: :[[@LINE-1]]:15: warning: 'm[k]' leaves the function, and 'm' goes out of scope [tombstone-escaped-handle]
  // CHECK: :[[@LINE-2]]:10: note: (1) 'm[k]' refers to an element of 'm' from here
  // CHECK: :[[@LINE-3]]:15: note: (2) 'm' goes out of scope here
}

Entry *ofInnerScope(int k) {
  Entry *p = nullptr;
  {
    Map m = load();
    p = &m[k];
  }
  return p;
  // CHECK: :[[@LINE-1]]:10: warning: 'p' leaves the function although 'm' went out of scope [tombstone-escaped-handle]
  // CHECK: :[[@LINE-4]]:10: note: (1) 'p' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:3: note: (2) 'm' goes out of scope here
}

Entry &returnedOfTemporary(int k) {
  return load()[k];
  // CHECK: :[[@LINE-1]]:10: warning: 'load()[k]' leaves the function although the temporary that owns it was destroyed [tombstone-escaped-handle]
  // CHECK: :[[@LINE-2]]:10: note: (1) the temporary is destroyed at the end of this expression
}

std::pair<Entry *, bool> returnedInPair(Map &m, int k) {
  std::pair<Entry *, bool> found{&m[k], true};
  m.clear();
  return found;
  // CHECK: :[[@LINE-1]]:10: warning: 'found.first' leaves the function although its element of 'm' was erased [tombstone-escaped-handle]
  // CHECK: :[[@LINE-4]]:35: note: (1) 'found.first' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:5: note: (2) every element is erased here
}

std::function<Entry *()> returnedInClosure(Map &m, int k) {
  Entry *p = &m[k];
  m.erase(k);
  return [p] { return p; };
  // CHECK: :[[@LINE-1]]:10: warning: 'p' leaves the function although its element of 'm' was erased [tombstone-escaped-handle]
  // CHECK: :[[@LINE-4]]:15: note: (1) 'p' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:5: note: (2) erased here, by key 'k'
}

void storedDead(Map &m, int k) {
  Entry *p = &m[k];
  m.erase(k);
  last = p;
  // CHECK: :[[@LINE-1]]:8: warning: 'p' is stored in 'last' although its element of 'm' was erased [tombstone-escaped-handle]
  // CHECK: :[[@LINE-4]]:15: note: (1) 'p' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:5: note: (2) erased here, by key 'k'
}

void storedAlive(Map &m, int k) {
  Entry &entry = m[k];
  last = &entry;
  m.erase(k);
  // CHECK: :[[@LINE-2]]:8: warning: 'entry' is stored in 'last', and its element of 'm' is erased before the function ends [tombstone-escaped-handle]
  // CHECK: :[[@LINE-4]]:18: note: (1) 'entry' refers to an element of 'm' from here
  // CHECK: :[[@LINE-3]]:5: note: (2) erased here, by key 'k'
}

void storedOfLocal(int k) {
  Map m = load();
  last = &m[k];
  // CHECK: :[[@LINE-1]]:8: warning: 'm[k]' is stored in 'last', and 'm' goes out of scope [tombstone-escaped-handle]
  // CHECK: :[[@LINE-2]]:11: note: (1) 'm[k]' refers to an element of 'm' from here
  // CHECK: :[[@LINE+1]]:1: note: (2) 'm' goes out of scope here
}

void storedAndCalled(Map &m, int k) {
  auto drop = [&m, k] { m.erase(k); };
  last = &m[k];
  drop();
  // CHECK: :[[@LINE-2]]:8: warning: 'm[k]' is stored in 'last', and its element of 'm' is erased before the function ends [tombstone-escaped-handle]
  // CHECK: :[[@LINE-3]]:11: note: (1) 'm[k]' refers to an element of 'm' from here
  // CHECK: :[[@LINE-3]]:3: note: (2) this call erases the element
  // CHECK: :[[@LINE-6]]:27: note: (3) erased here, by key 'k'
}

void storedAndDeleted(int k) {
  Map *m = new Map;
  last = &(*m)[k];
  delete m;
  // CHECK: :[[@LINE-2]]:8: warning: '(*m)[k]' is stored in 'last', and 'm' is deleted before the function ends [tombstone-escaped-handle]
  // CHECK: :[[@LINE-3]]:11: note: (1) '(*m)[k]' refers to an element of 'm' from here
  // CHECK: :[[@LINE-3]]:3: note: (2) deleted here
}

void copiedIntoFlat(Flat &all, int k, int parent) {
  Entry entry;
  entry.parent = &all[parent];
  all[k] = entry;
  // CHECK: :[[@LINE-1]]:12: warning: 'entry.parent' is stored in 'all' although its element of 'all' may have moved [tombstone-escaped-handle]
  // CHECK: :[[@LINE-3]]:19: note: (1) 'entry.parent' refers to an element of 'all' from here
  // CHECK: :[[@LINE-3]]:3: note: (2) 'operator[]' may insert, and growth moves the elements: references and iterators into 'all' end; only what an element owns elsewhere stays
}

void storedAndGrown(Flat &all, int k, int j) {
  last = &all[k];
  all[j].parent = nullptr;
  // CHECK: :[[@LINE-2]]:8: warning: 'all[k]' is stored in 'last', and its element of 'all' may move before the function ends [tombstone-escaped-handle]
  // CHECK: :[[@LINE-3]]:11: note: (1) 'all[k]' refers to an element of 'all' from here
  // CHECK: :[[@LINE-3]]:3: note: (2) 'operator[]' may insert, and growth moves the elements: references and iterators into 'all' end; only what an element owns elsewhere stays
}

void rehashed(std::unordered_map<int, int> &m, int k, std::unordered_map<int, int>::iterator &out) {
  out = m.find(k);
  m.rehash(100);
  // CHECK: :[[@LINE-2]]:7: warning: 'm.find(k)' is stored in 'out', and 'm' may be rehashed before the function ends [tombstone-escaped-handle]
  // CHECK: :[[@LINE-3]]:11: note: (1) 'm.find(k)' refers to an element of 'm' from here
  // CHECK: :[[@LINE-3]]:5: note: (2) 'rehash' may rehash: iterators into 'm' end, references stay
}
