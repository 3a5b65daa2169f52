// RUN: %marks
// Maps in maps, in arrays and in objects.
#include <map>
#include <memory>
#include <string>
#include <vector>

void use(int);
using Map = std::map<int, int>;
using Nested = std::map<int, Map>;

void inner_bad(Nested &o, int a, int k) {
  Map &m = o[a];
  m.erase(k);
  use(m.at(k)); // GONE
}

void innerByTwoNames_bad(Nested &o, int a, int k) {
  o.at(a).erase(k);
  use(o.at(a).at(k)); // GONE
}

void otherInner_ok(Nested &o, int a, int b, int k) {
  o[a].erase(k);
  use(o[b].at(k));
}

void outer_bad(Nested &o, int a, int k) {
  o.erase(a);
  use(o.at(a).at(k)); // GONE
}

void outerMadeAnew_ok(Nested &o, int a, int k) {
  o[a].erase(k);
  o.erase(a);
  o[a][k] = 1;
  use(o[a].at(k));
}

void innerInserted_ok(Nested &o, int a, int k) {
  Map &m = o[a];
  m.erase(k);
  o[a][k] = 1;
  use(m.at(k));
}

void ofArray_ok(Map (&maps)[4], int i, int j, int k) {
  maps[i].erase(k);
  use(maps[j].at(k));
}

void ofVector_ok(std::vector<Map> &maps, int i, int j, int k) {
  maps[i].erase(k);
  use(maps[j].at(k));
}

void eachOf_ok(std::vector<Map> &maps, int k) {
  for (Map &m : maps)
    m.erase(k);
  for (Map &m : maps)
    use(m.count(k));
  use(maps.front().at(k));
}

struct Session {
  Map Items;
  std::map<std::string, std::shared_ptr<Session>> Children;

  void own_bad(int k) {
    Items.erase(k);
    use(Items.at(k)); // GONE
  }

  void ownAsThis_bad(int k) {
    this->Items.erase(k);
    use(Items.find(k)->second); // GONE
  }

  void child_bad(const std::string &name) {
    Children.erase(name);
    Children[name]->own_bad(1); // GONE
  }

  void assigned_ok(const Session &other, int k) {
    Items.erase(k);
    *this = other;
    use(Items.at(k));
  }

  void byLambda_bad(int k) {
    auto drop = [this](int i) { Items.erase(i); };
    drop(k);
    use(Items.at(k)); // GONE
  }
};

void pointer_bad(Session *s, int k) {
  s->Items.erase(k);
  use(s->Items.at(k)); // GONE
}

void otherObject_ok(Session *s, Session *t, int k) {
  s->Items.erase(k);
  use(t->Items.at(k));
}

void pointerMoves_ok(Session *s, Session *t, int k) {
  s->Items.erase(k);
  s = t;
  use(s->Items.at(k));
}
