// RUN: not %explain %s -- -std=c++20 2>&1 | FileCheck %s
// RUN: not %explain %t.none.cpp -- -std=c++20 2>&1 | FileCheck %s --check-prefix=FILE
// RUN: echo 'class Mine' > %t.effects
// RUN: echo '  drop(_) kil ref this[#0]' >> %t.effects
// RUN: not %explain --effects-file=%t.effects %s -- -std=c++20 2>&1 | FileCheck %s --check-prefix=EFFECTS
// RUN: not %explain --effects-file=%t.none %s -- -std=c++20 2>&1 | FileCheck %s --check-prefix=NOEFFECTS
// RUN: not %explain --effects=std::nothing 2>&1 | FileCheck %s --check-prefix=CLASS
// RUN: not %explain 2>&1 | FileCheck %s --check-prefix=NOFILE
// RUN: not %explain --wrong %s -- 2>&1 | FileCheck %s --check-prefix=OPTION
// What is wrong is said, and the rest is shown.
#include <map>

int broken(Unknown u) { return u; }

int whole(std::map<int, int> &m) {
  int &r = m[1];
  m.erase(1);
  return r;
}

// CHECK-DAG: bad-input.cpp:13:12: error: unknown type name 'Unknown'
// CHECK-DAG: bad-input.cpp:15: whole
// CHECK-DAG: use *r   reported
// FILE: error: no such file or directory: {{.*}}none.cpp
// EFFECTS: {{.*}}.effects:2:11: error: expected
// NOEFFECTS: .none: error: No such file or directory
// CLASS: error: the table has no class and no function called 'std::nothing'
// NOFILE: error: no source file is given; see --help
// OPTION: Unknown command line argument '--wrong'
