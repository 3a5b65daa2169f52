// RUN: %explain %s -- -std=c++20 | FileCheck %s
// RUN: %explain --function=get %s -- -std=c++20 | FileCheck %s --check-prefix=PLAIN
// RUN: %explain --function=app::Cache::get %s -- -std=c++20 | FileCheck %s --check-prefix=PLAIN
// RUN: %explain --all %s -- -std=c++20 | FileCheck %s --check-prefix=ALL
// RUN: not %explain --function=none %s -- -std=c++20 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: %explain --max-visits=1 --function=erased %s -- -std=c++20 | FileCheck %s --check-prefix=BUDGET
// RUN: %explain --function=twice %s -- -std=c++20 | FileCheck %s --check-prefix=SURE
// RUN: %explain --function=twice --report-possible %s -- -std=c++20 | FileCheck %s --check-prefix=POSSIBLE
// Which functions are shown, and why some have no findings.
#include <map>

namespace app {
struct Cache {
  std::map<int, int> items;
  int get(int k) {
    int &r = items[k];
    auto drop = [&] { items.erase(k); };
    drop();
    return r;
  }
  int size() { return 1; }
};
} // namespace app

int erased(std::map<int, int> &m) {
  int &r = m[1];
  m.erase(1);
  return r;
}

template <typename Map> void dropFirst(Map &m) {
  auto it = m.begin();
  m.erase(it);
}
template void dropFirst(std::map<int, int> &);

int twice(std::map<int, int> &m, int a, int b) {
  int &r = m[a];
  m.erase(b);
  return r;
}

// CHECK-DAG: functions.cpp:15: app::Cache::get{{$}}
// CHECK-DAG: functions.cpp:25: erased{{$}}
// CHECK-DAG: functions.cpp:31: dropFirst<std::map<int, int>>{{$}}
// CHECK-NOT: size

// PLAIN-NOT: erased
// PLAIN: functions.cpp:15: app::Cache::get
// PLAIN: enter app::Cache::get(int)::(lambda)::operator()
// PLAIN: functions.cpp:17: app::Cache::get(int)::(lambda)::operator()
// PLAIN: kill ref,iter *this.items[k]
// PLAIN-NOT: erased

// ALL: functions.cpp:21: app::Cache::size
// ALL-NEXT: 21 | int size() { return 1; }
// ALL-NEXT: no findings: nothing in it can both take and end a handle, so the checks pass it by

// NONE: error: no function with a body is called 'none'

// BUDGET: functions.cpp:25: erased
// BUDGET: kill ref,iter *m[1]
// BUDGET: no findings: it has more than 1 visits of blocks (MaxVisits)

// SURE: no findings
// POSSIBLE: 'r' is used after its element of 'm' was erased, if the keys are equal
