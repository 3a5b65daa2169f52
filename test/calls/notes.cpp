// RUN: %check
// The notes of a report lead through the calls, also into other files.
#include "Inputs/evict.h"
#include <string>

void log(int);

void inHeader_bad(Map &entries, int id) {
  Entry &e = entries[id];
  // CHECK: :[[@LINE+7]]:{{.*}} warning: 'e' is used after its element of 'entries' was erased
  // CHECK: :[[@LINE-2]]:{{.*}} note: (1) 'e' refers to an element of 'entries' from here
  // CHECK: :[[@LINE+4]]:{{.*}} note: (2) call to 'evict' erases the element
  // CHECK: evict.h:12:11: note: (3) erased here, by key 'id'
  // CHECK-NOT: note:
  log(1);
  evict(entries, id);
  log(e.hits);
}

void evictQuietly(Map &all, int key) {
  evict(all, key);
}
void throughTwo_bad(Map &entries, int id) {
  Entry &e = entries[id];
  // CHECK: :[[@LINE+7]]:{{.*}} warning: 'e' is used after its element of 'entries' was erased
  // CHECK: :[[@LINE-2]]:{{.*}} note: (1) 'e' refers to an element of 'entries' from here
  // CHECK: :[[@LINE+4]]:{{.*}} note: (2) call to 'evictQuietly' erases the element
  // CHECK: :[[@LINE-7]]:{{.*}} note: (3) call to 'evict' erases the element
  // CHECK: evict.h:12:11: note: (4) erased here, by key 'id'
  // CHECK-NOT: note:
  evictQuietly(entries, id);
  log(e.hits);
}

void allInHeader_bad(Map &entries, int id) {
  Entry &e = entries[id];
  // CHECK: :[[@LINE+5]]:{{.*}} warning: 'e' is used after its element of 'entries' was erased
  // CHECK: note: (2) call to 'evictAll' erases the element
  // CHECK: evict.h:15:11: note: (3) every element is erased here
  // CHECK-NOT: note:
  evictAll(entries);
  log(e.hits);
}
// A use in a callee is a use where it is called.
void passed_bad(Map &entries, int id) {
  Entry &e = entries[id];
  entries.erase(id);
  log(hitsOf(e));
  // CHECK: :[[@LINE-1]]:14: warning: 'e' is used after its element of 'entries' was erased
  // CHECK: note: (2) erased here, by key 'id'
  // CHECK: note: (3) used here
  // CHECK-NOT: note:
}

struct Keeper {
  Map entries;
  Entry *last = nullptr;
  void keep(int id) { last = &entries[id]; }
  int read() { return last->hits; }
  void drop(int id) { entries.erase(id); }
};
// A handle that an object has is used where a method reads it.
void kept_bad(Keeper &keeper, int id) {
  keeper.keep(id);
  keeper.drop(id);
  log(keeper.read());
  // CHECK: :[[@LINE-8]]:{{.*}} warning: 'keeper.last' is used after its element of 'keeper.entries' was erased
  // CHECK: :[[@LINE-4]]:{{.*}} note: (1) 'keeper.last' refers to an element of 'keeper.entries' from here
  // CHECK: :[[@LINE-4]]:{{.*}} note: (2) call to 'drop' erases the element
  // CHECK: :[[@LINE-10]]:{{.*}} note: (3) erased here, by key 'id'
  // CHECK: :[[@LINE-5]]:{{.*}} note: (4) this call uses it
  // CHECK-NOT: note:
}

void drop1(Map &m, int k) { m.erase(k); }
void drop2(Map &m, int k) { drop1(m, k); }
void drop3(Map &m, int k) { drop2(m, k); }
void drop4(Map &m, int k) { drop3(m, k); }
void drop5(Map &m, int k) { drop4(m, k); }
void drop6(Map &m, int k) { drop5(m, k); }
void drop7(Map &m, int k) { drop6(m, k); }
void drop8(Map &m, int k) { drop7(m, k); }
void drop9(Map &m, int k) { drop8(m, k); }
// Of a long way the first steps are shown, and the kill itself.
void throughMany_bad(Map &entries, int id) {
  Entry &e = entries[id];
  // CHECK: :[[@LINE+11]]:{{.*}} warning: 'e' is used after its element of 'entries' was erased
  // CHECK: note: (1) 'e' refers to an element of 'entries' from here
  // CHECK: note: (2) call to 'drop9' erases the element
  // CHECK: note: (3) call to 'drop8' erases the element
  // CHECK: note: (4) call to 'drop7' erases the element
  // CHECK: note: (5) call to 'drop6' erases the element
  // CHECK: note: (6) call to 'drop5' erases the element
  // CHECK: note: (7) call to 'drop4' erases the element
  // CHECK: :[[@LINE-20]]:{{.*}} note: (8) erased here, by key 'k'
  // CHECK-NOT: note:
  drop9(entries, id);
  log(e.hits);
}

// What the source says is no format.
void percent_bad(std::map<std::string, Entry> &entries) {
  Entry &e = entries["100%>&"];
  entries.erase("%1 100%>&");
  entries.erase("100%>&");
  log(e.hits);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'e' is used after its element of 'entries' was erased
  // CHECK: note: (2) erased here, by key '"100%>&"'
  // CHECK-NOT: note:
}
