// RUN: %explain --effects=std::map | FileCheck %s
// RUN: %explain --effects=map | FileCheck %s
// RUN: %explain --effects=std::erase_if | FileCheck %s --check-prefix=FUNCTION
// RUN: %explain --effects | FileCheck %s --check-prefix=EVERY
// RUN: echo 'class Mine' > %t.effects
// RUN: echo '  kind associative' >> %t.effects
// RUN: echo '  key first' >> %t.effects
// RUN: echo '  look(_) -> ref this[#0]' >> %t.effects
// RUN: echo '  drop(_) kill ref this[#0]' >> %t.effects
// RUN: %explain --effects=Mine --effects-file=%t.effects | FileCheck %s --check-prefix=MINE
// RUN: %explain --effects-file=%t.effects %s -- -std=c++20 | FileCheck %s --check-prefix=VIEW
// The table that the engine goes by, and the user's rows in it.
struct Mine {
  int &look(int k);
  void drop(int k);
};

int mine(Mine &m, int k) {
  int &r = m.look(k);
  m.drop(k);
  return r;
}

// CHECK: std::map: associative container, unique keys in .first, std.effects:[[#]]
// CHECK-NEXT: by [map]
// CHECK-DAG: operator[](_) {{ *}}makes this[#0]; -> ref this[#0].second {{ *}}std.effects:[[#]]
// CHECK-DAG: erase(iter) {{ *}}kill ref,iter this[at #0]; -> iter this[next #0] {{ *}}std.effects:[[#]]
// CHECK-NOT: std::set:
// FUNCTION: functions
// FUNCTION-NEXT: std::erase_if(
// FUNCTION-NOT: std::erase(
// EVERY: std::map:
// EVERY: functions
// EVERY: std::swap(
// MINE: Mine: associative container, unique keys in .first, {{.*}}.effects:1
// MINE: look(_) {{ *}}-> ref this[#0] {{ *}}{{.*}}.effects:4
// MINE: drop(_) {{ *}}kill ref this[#0] {{ *}}{{.*}}.effects:5
// VIEW: kill ref *m[k]
// VIEW: return r; {{ *}}use *r   reported
