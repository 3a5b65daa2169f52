// RUN: %explain %s -- -std=c++20 | FileCheck %s
// What the constructs that matter most become.
#include <map>
#include <string>
#include <utility>

using Map = std::map<int, std::string>;

int byFind(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  return it->second.size();
}
// CHECK-LABEL: events.cpp:{{[0-9]+}}: byFind{{$}}
// CHECK: auto it = m.find(k);
// CHECK: [[FOUND:%[0-9]+]] := iter *m[k]
// CHECK: it := [[FOUND]]
// CHECK: m.erase(it); {{.*}}[[GIVEN:%[0-9]+]] := it
// CHECK: kill ref,iter *m[at [[GIVEN]]]
// CHECK: := iter *m[next [[GIVEN]]]
// CHECK: return it->second.size(); {{.*}}use *it   reported
// CHECK: 12:{{[0-9]+}}: 'it' is used after its element of 'm' was erased
// CHECK-NEXT: 10:{{[0-9]+}}: (1) 'it' refers to an element of 'm' from here
// CHECK-NEXT: 11:{{[0-9]+}}: (2) erased here

int bySubscript(Map &m, int k) {
  std::string &r = m[k];
  m.erase(k);
  return r.size();
}
// CHECK-LABEL: events.cpp:{{[0-9]+}}: bySubscript{{$}}
// CHECK: std::string &r = m[k];
// CHECK: [[FOUND:%[0-9]+]] := ref *m[k].second
// CHECK: r := &*[[FOUND]]
// CHECK: m.erase(k);
// CHECK: kill ref,iter *m[k]
// CHECK: return r.size(); {{.*}}use *r   reported

void move(Map &from, Map &to, int k) {
  std::string *p = &from.at(k);
  to = std::move(from);
  p->clear();
}
// CHECK-LABEL: events.cpp:{{[0-9]+}}: move{{$}}
// CHECK: := ref *from[k].second
// CHECK: to = std::move(from); {{.*}}[[MOVED:%[0-9]+]] := &*from
// CHECK: end *to (overwritten)
// CHECK: move *[[MOVED]] -> *to
// CHECK: p->clear(); {{.*}}use *p{{$}}
// CHECK: no findings

void copy(Map &m, int k) {
  std::string s = m[k];
  m.clear();
  s.clear();
}
// CHECK-LABEL: events.cpp:{{[0-9]+}}: copy{{$}}
// CHECK: std::string s = m[k];
// CHECK: use *[[READ:%[0-9]+]]
// CHECK: := *[[READ]]
// CHECK: s := %
// CHECK: m.clear();
// CHECK: kill ref,iter *m[*]
// CHECK: end s (out of scope)
// CHECK: no findings

void swap(Map &a, Map &b, int k) {
  auto it = a.find(k);
  a.swap(b);
  b.erase(it);
}
// CHECK-LABEL: events.cpp:{{[0-9]+}}: swap{{$}}
// CHECK: := iter *a[k]
// CHECK: a.swap(b);
// CHECK: swap *a *b
// CHECK: kill ref,iter *b[at %
// CHECK: no findings

void extract(Map &m, int k) {
  auto node = m.extract(k);
  node.key() = 2;
  m.insert(std::move(node));
}
// CHECK-LABEL: events.cpp:{{[0-9]+}}: extract{{$}}
// CHECK: auto node = m.extract(k);
// CHECK: kill iter *m[k]
// CHECK: move *m[k] -> [[NODE:%[0-9]+]]
// CHECK: move [[NODE]] -> node
// CHECK: m.insert(std::move(node)); {{.*}}[[MOVED:%[0-9]+]] := &node
// CHECK: move *[[MOVED]] -> *m
// CHECK: end node (out of scope)
// CHECK: no findings

void lambda(Map &m, int k) {
  auto drop = [&m](int key) { m.erase(key); };
  std::string &r = m[k];
  drop(k);
  r.clear();
}
// CHECK-LABEL: events.cpp:{{[0-9]+}}: lambda{{$}}
// CHECK: drop(k); {{.*}}key := k
// CHECK: enter lambda(Map &, int)::(lambda)::operator()
// CHECK: use *r   reported
// CHECK: (2) this call erases the element
// CHECK-NEXT: (3) erased here, by key 'key'
