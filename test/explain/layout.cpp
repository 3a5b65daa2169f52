// RUN: %explain %s -- -std=c++20 | FileCheck %s --strict-whitespace
// The margin stands in one column: tabs count, and a line that is too wide has
// its events below it.
#include <map>

int tabs(std::map<int, int> &m) {
	auto it = m.begin();
  m.clear(); /* a comment that makes the line wider than anybody reads it */
  return it->second;
}
// CHECK:      {{^}}    6 | int tabs(std::map<int, int> &m) {{{$}}
// CHECK-NEXT: {{^}}    7 |         auto it = m.begin();       use *m{{$}}
// CHECK-NEXT: {{^}}      |                                    %[[#]] := iter *m[begin]{{$}}
// CHECK:      {{^}}    8 |   m.clear(); /* a comment that makes the line wider than anybody reads it */{{$}}
// CHECK-NEXT: {{^}}      |                                    use *m{{$}}
// CHECK-NEXT: {{^}}      |                                    kill ref,iter *m[*]{{$}}
// CHECK:      {{^}}    9 |   return it->second;               use *it   reported{{$}}
