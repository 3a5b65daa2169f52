// RUN: %check
// A path through many calls is cut in the middle: where the element is erased is
// the last note, and there are no more than 8.
#include <map>

using Table = std::map<int, int>;

static void f8(Table &T, int Id) { T.erase(Id); }
static void f7(Table &T, int Id) { f8(T, Id); }
static void f6(Table &T, int Id) { f7(T, Id); }
static void f5(Table &T, int Id) { f6(T, Id); }
static void f4(Table &T, int Id) { f5(T, Id); }
static void f3(Table &T, int Id) { f4(T, Id); }
static void f2(Table &T, int Id) { f3(T, Id); }
static void f1(Table &T, int Id) { f2(T, Id); }

int eightDeep_bad(Table &T, int Id) {
  int &Held = T[Id];
  f1(T, Id);
  return Held;
  // CHECK: :[[@LINE-1]]:10: warning: 'Held' is used after its element of 'T' was erased
  // CHECK: note: (1) 'Held' refers to an element of 'T' from here
  // CHECK: note: (2) call to 'f1' erases the element
  // CHECK: note: (7) call to 'f6' erases the element
  // CHECK: :8:38: note: (8) erased here, by key 'Id'
  // CHECK-NOT: note:
}
