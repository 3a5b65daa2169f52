// RUN: %marks
// What attributes say of functions without a body.
#include <map>
#include <string_view>

void use(int);
void use(std::string_view);

struct [[gsl::Owner]] Text {
  ~Text();
  std::string_view view() const [[clang::lifetimebound]];
  const int &at(int) const [[clang::lifetimebound]];
  const int &plain(int) const;
};
struct [[gsl::Pointer]] View {
  View(const Text &);
  View(const View &);
  int size() const;
};
struct Node {
  const int &first() const [[clang::lifetimebound]];
  int *raw() [[clang::lifetimebound]];
  int *elsewhere();
};
const int &pick(const Node &of [[clang::lifetimebound]]);
struct Registry {
  void add(const Node &node [[clang::lifetime_capture_by(this)]]);
  void removeAll();
};
void addTo(const Node *node [[clang::lifetime_capture_by(into)]], Registry &into);

using Texts = std::map<int, Text>;
using Nodes = std::map<int, Node>;

void viewOfObject_bad(Texts &m, int k) {
  auto v = m[k].view();
  m.erase(k);
  use(v); // ERASED
}

void viewOfObject_ok(Texts &m, int k, int other) {
  auto v = m[k].view();
  m.erase(other);
  use(v);
}

void partOfObject_bad(Texts &m, int k) {
  const int &part = m[k].at(3);
  m.erase(k);
  use(part); // ERASED
}

// Without the attribute the reference may lead anywhere.
void notAnnotated_ok(Texts &m, int k) {
  const int &part = m[k].plain(3);
  m.erase(k);
  use(part);
}

void pointerClass_bad(Texts &m, int k) {
  View v = m[k];
  m.erase(k);
  use(v.size()); // ERASED
}

void pointerClass_ok(Texts &m, int k, Text &kept) {
  View v = kept;
  m.erase(k);
  use(v.size());
}

void accessor_bad(Nodes &m, int k) {
  const int &first = m[k].first();
  m.erase(k);
  use(first); // ERASED
}

void pointerToObject_bad(Nodes &m, int k) {
  int *raw = m[k].raw();
  m.erase(k);
  use(*raw); // ERASED
}

void pointerElsewhere_ok(Nodes &m, int k) {
  int *there = m[k].elsewhere();
  m.erase(k);
  use(*there);
}

void parameter_bad(Nodes &m, int k) {
  const int &part = pick(m[k]);
  m.erase(k);
  use(part); // ERASED
}

void captured_bad(Nodes &m, Registry &r, int k) {
  r.add(m[k]); // ESCAPES
  m.erase(k);
}

void capturedByParameter_bad(Nodes &m, Registry &r, int k) {
  addTo(&m[k], r); // ESCAPES
  m.erase(k);
}

// What the object does meanwhile nobody knows.
void captured_ok(Nodes &m, Registry &r, int k) {
  r.add(m[k]);
  r.removeAll();
  m.erase(k);
}

void capturedByLocal_ok(Nodes &m, int k) {
  Registry r;
  r.add(m[k]);
  m.erase(k);
}

void another_ok(Nodes &m, Registry &r, int k, int other) {
  r.add(m[k]);
  m.erase(other);
}
