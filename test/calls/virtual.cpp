// RUN: %marks
// Virtual methods: what an overrider in reach does may happen, whatever the object is.
#include <map>
#include <string>

using Map = std::map<int, std::string>;
int use(const std::string &);

struct Visitor {
  virtual ~Visitor();
  virtual void visit(Map &m, int k) = 0;
};
struct Keeper : Visitor {
  void visit(Map &, int) override {}
};
struct Eraser : Visitor {
  void visit(Map &m, int k) override { m.erase(k); }
};
struct Last final : Visitor {
  void visit(Map &, int) override {}
};

int overrider_bad(Map &m, Visitor &v, int k) {
  auto &x = m[k];
  v.visit(m, k);
  return use(x); // ERASED
}

int byPointer_bad(Map &m, Visitor *v, int k) {
  auto it = m.find(k);
  v->visit(m, k);
  return use(it->second); // ERASED
}

int another_ok(Map &m, Visitor &v, int k, int other) {
  auto &x = m[k];
  v.visit(m, other);
  return use(x);
}

int finalClass_ok(Map &m, Last &v, int k) {
  auto &x = m[k];
  v.visit(m, k);
  return use(x);
}

int foundAgain_ok(Map &m, Visitor &v, int k) {
  use(m[k]);
  v.visit(m, k);
  return use(m[k]);
}

struct Reader {
  virtual void read(Map &m, int k) = 0;
};
struct Counter : Reader {
  void read(Map &m, int k) override { m[k] = ""; }
};

// No overrider erases, and references stay when a map grows.
int reader_ok(Map &m, Reader &r, int k) {
  auto &x = m[k];
  r.read(m, k);
  return use(x);
}
