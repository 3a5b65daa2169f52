// RUN: %explain %s -- -std=c++20 | FileCheck %s
// RUN: %explain --events --function=assume %s -- -std=c++20 | FileCheck %s --check-prefix=EDGE
// What the constructs that matter most become.
#include "../relocation/Inputs/qt.h"
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

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
// CHECK: 16:{{[0-9]+}}: 'it' is used after its element of 'm' was erased
// CHECK-NEXT: 14:{{[0-9]+}}: (1) 'it' refers to an element of 'm' from here
// CHECK-NEXT: 15:{{[0-9]+}}: (2) erased here

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

using Table = std::unordered_map<int, std::string>;

void grow(Table &m, int k, int j) {
  auto it = m.find(k);
  m[j] = "new";
  it->second.clear();
}
// CHECK-LABEL: events.cpp:{{[0-9]+}}: grow{{$}}
// CHECK: m[j] = "new";
// CHECK: grow iter,local,bucket *m[*] unless *m[j]
// CHECK: := ref *m[j].second
// CHECK: it->second.clear(); {{.*}}use *it   reported
// CHECK: (2) 'operator[]' may insert and rehash

void reserve(Table &m, int k, int n) {
  m.reserve(8);
  m.reserve(n);
  m[k].clear();
}
// CHECK-LABEL: events.cpp:{{[0-9]+}}: reserve{{$}}
// CHECK: m.reserve(8);
// CHECK: relocate iter,local,bucket *m[*]
// CHECK: reserve 8 in *m
// CHECK: m.reserve(n);
// CHECK: reserve ? in *m
// CHECK: no findings

void keep(Table &m, std::vector<std::string *> &list, int k) {
  list.push_back(&m[k]);
  m.clear();
}
// CHECK-LABEL: events.cpp:{{[0-9]+}}: keep{{$}}
// CHECK: keep [[KEPT:%[0-9]+]] in *list

void share(QMap<int, int> &m, QMap<int, int> &copy, int k) {
  auto it = m.find(k);
  copy = m;
  m.detach();
  *it = 1;
}
// CHECK-LABEL: events.cpp:{{[0-9]+}}: share{{$}}
// CHECK: detach ref,iter *m[*] unless *m[k]
// CHECK: copy = m;
// CHECK: share *copy *m
// CHECK: m.detach();
// CHECK: detach ref,iter *m[*]{{$}}
// CHECK: *it = 1; {{.*}}use *it   reported

void assume(Table &m, int k) {
  auto it = m.find(k);
  if (it == m.end())
    return;
  m[k].clear();
  it->second.clear();
}
// CHECK-LABEL: events.cpp:{{[0-9]+}}: assume{{$}}
// CHECK: if (it == m.end())
// CHECK: compare *it
// CHECK: m[k].clear();
// CHECK: grow iter,local,bucket *m[*] unless *m[k]
// CHECK: it->second.clear(); {{.*}}use *it{{$}}
// CHECK: no findings
// EDGE: [[END:%[0-9]+]] := iter *m[end]
// EDGE: compare *it
// EDGE-NEXT: compare *[[END]]
// EDGE: assume it != [[END]]
