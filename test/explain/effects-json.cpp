// RUN: echo 'source [table]' > %t.effects
// RUN: echo 'class app::Table' >> %t.effects
// RUN: echo '  kind associative' >> %t.effects
// RUN: echo '  key first' >> %t.effects
// RUN: echo '  keys repeat' >> %t.effects
// RUN: echo '  add(iter, ...) grow ref,iter this[*]; -> ref this[?].second' >> %t.effects
// RUN: echo '  cut(iter, iter) kill iter this[from #0 to #1]' >> %t.effects
// RUN: echo '  size() nothing' >> %t.effects
// RUN: echo '  when TABLE_VERSION >= 23' >> %t.effects
// RUN: echo '  take(self&&) move #0[*] -> this' >> %t.effects
// RUN: echo 'class app::Box' >> %t.effects
// RUN: echo '  kind owner' >> %t.effects
// RUN: echo 'functions' >> %t.effects
// RUN: echo '  app::drop(_) overwrite *#0.first' >> %t.effects
// RUN: %explain --effects=Table --effects-file=%t.effects --effects-format=json | FileCheck %s
// RUN: %explain --effects=Table --effects-file=%t.effects | FileCheck %s --check-prefix=TEXT
// RUN: %explain --effects=Box --effects-file=%t.effects --effects-format=json | FileCheck %s --check-prefix=BOX
// RUN: %explain --effects=app::drop --effects-file=%t.effects --effects-format=json | FileCheck %s --check-prefix=FUNCTION
// RUN: %explain --effects --effects-format=json | python3 -m json.tool | FileCheck %s --check-prefix=EVERY
// RUN: not %explain --effects=nowhere --effects-format=json 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: not %explain --effects --effects-format=xml 2>&1 | FileCheck %s --check-prefix=FORMAT
// The table for scripts: each effect as text and taken apart.

// CHECK: {
// CHECK-NEXT: "classes": [
// CHECK-NEXT:   {
// CHECK-NEXT:     "name": "app::Table",
// CHECK-NEXT:     "kind": "associative",
// CHECK-NEXT:     "key": "first",
// CHECK-NEXT:     "keys": "repeat",
// CHECK-NEXT:     "source": "[table]",
// CHECK-NEXT:     "file": "{{.*}}.effects",
// CHECK-NEXT:     "line": 2,
// CHECK-NEXT:     "rows": [
// CHECK-NEXT:       {
// CHECK-NEXT:         "name": "add",
// CHECK-NEXT:         "signature": "add(iter, ...)",
// CHECK-NEXT:         "text": "grow ref,iter this[*]; -> ref this[?].second",
// CHECK-NEXT:         "effects": [
// CHECK-NEXT:           {
// CHECK-NEXT:             "verb": "grow",
// CHECK-NEXT:             "forms": [
// CHECK-NEXT:               "ref",
// CHECK-NEXT:               "iter"
// CHECK-NEXT:             ],
// CHECK-NEXT:             "region": "this",
// CHECK-NEXT:             "key": "all"
// CHECK-NEXT:           },
// CHECK-NEXT:           {
// CHECK-NEXT:             "verb": "borrow",
// CHECK-NEXT:             "forms": [
// CHECK-NEXT:               "ref"
// CHECK-NEXT:             ],
// CHECK-NEXT:             "region": "this",
// CHECK-NEXT:             "key": "unknown",
// CHECK-NEXT:             "members": [
// CHECK-NEXT:               "second"
// CHECK-NEXT:             ],
// CHECK-NEXT:             "to": "result"
// CHECK-NEXT:           }
// CHECK-NEXT:         ],
// CHECK-NEXT:         "file": "{{.*}}.effects",
// CHECK-NEXT:         "line": 6
// CHECK-NEXT:       },
// CHECK:              "signature": "cut(iter, iter)",
// CHECK:                  "key": "range",
// CHECK-NEXT:             "of": [
// CHECK-NEXT:               "#0",
// CHECK-NEXT:               "#1"
// CHECK-NEXT:             ]
// CHECK:              "signature": "size()",
// CHECK-NEXT:         "text": "nothing",
// CHECK-NEXT:         "effects": [],
// CHECK:              "signature": "take(self&&)",
// CHECK-NEXT:         "when": {
// CHECK-NEXT:           "macro": "TABLE_VERSION",
// CHECK-NEXT:           "is": ">=",
// CHECK-NEXT:           "number": 23
// CHECK-NEXT:         },
// CHECK:                  "verb": "move",
// CHECK-NEXT:             "region": "#0",
// CHECK-NEXT:             "key": "all",
// CHECK-NEXT:             "to": "this"
// CHECK:      "functions": []

// TEXT: add(iter, ...) {{.*}}.effects:6{{$}}
// TEXT: take(self&&) {{.*}}.effects:10 when TABLE_VERSION >= 23{{$}}

// Only an associative container has keys.
// BOX: "kind": "owner",
// BOX-NEXT: "source":

// FUNCTION: "classes": [],
// FUNCTION-NEXT: "functions": [
// FUNCTION: "name": "app::drop",
// FUNCTION: "verb": "overwrite",
// FUNCTION-NEXT: "region": "*#0.first"
// FUNCTION-NEXT: }

// EVERY: "name": "std::map",
// EVERY: "functions": [
// EVERY: "name": "std::swap",

// NONE: error: the table has no class and no function called 'nowhere'
// FORMAT: Cannot find option named 'xml'
