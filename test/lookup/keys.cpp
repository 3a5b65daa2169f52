// RUN: %marks
// The same key, unchanged.
#include <map>
#include <string>
#include <vector>

void use(int);
int next();
void fill(int &);
void fill(std::string &);
using Map = std::map<int, int>;
using Table = std::map<std::string, int>;

struct Record {
  int Id;
  int Other;
  int number() const;
  void renumber();
};

void constant_bad(Map &m) {
  m.erase(7);
  use(m.at(7)); // GONE
}

void otherConstant_ok(Map &m) {
  m.erase(7);
  use(m.at(8));
}

void literal_bad(Table &m) {
  m.erase("a");
  use(m.find("a")->second); // GONE
}

void literalAsString_bad(Table &m) {
  m.erase(std::string("a"));
  use(m["a"]); // GONE
}

void otherLiteral_ok(Table &m) {
  m.erase("a");
  use(m.at("b"));
}

void string_bad(Table &m, const std::string &k) {
  m.erase(k);
  use(m.at(k)); // GONE
}

void copy_bad(Map &m, int k) {
  const int copy = k;
  m.erase(k);
  use(m.at(copy)); // GONE
}

void copyOutlivesIt_bad(Map &m, int k) {
  const int copy = k;
  m.erase(k);
  k = next();
  use(m.at(copy)); // GONE
}

void otherVariable_ok(Map &m, int k, int other) {
  m.erase(k);
  use(m.at(other));
}

void assigned_ok(Map &m, int k) {
  m.erase(k);
  k = next();
  use(m.at(k));
}

void counted_ok(Map &m, int k) {
  m.erase(k);
  ++k;
  use(m.at(k));
}

void compound_ok(Map &m, int k) {
  m.erase(k);
  k += 2;
  use(m.at(k));
}

void filled_ok(Map &m, int k) {
  m.erase(k);
  fill(k);
  use(m.at(k));
}

void byPointer_ok(Map &m, int k) {
  int *p = &k;
  m.erase(k);
  *p = next();
  use(m.at(k));
}

void stringFilled_ok(Table &m, std::string k) {
  m.erase(k);
  fill(k);
  use(m.at(k));
}

void stringGrown_ok(Table &m, std::string k) {
  m.erase(k);
  k += "x";
  use(m.at(k));
}

void stringAppended_ok(Table &m, std::string k) {
  m.erase(k);
  k.push_back('x');
  use(m.at(k));
}

void member_bad(Map &m, Record &r) {
  m.erase(r.Id);
  use(m.at(r.Id)); // GONE
}

void otherMember_ok(Map &m, Record &r) {
  m.erase(r.Id);
  use(m.at(r.Other));
}

void memberChanged_ok(Map &m, Record &r) {
  m.erase(r.Id);
  r.Id = next();
  use(m.at(r.Id));
}

void objectChanged_ok(Map &m, Record &r) {
  m.erase(r.Id);
  r.renumber();
  use(m.at(r.Id));
}

void objectAssigned_ok(Map &m, Record &r, const Record &s) {
  m.erase(r.Id);
  r = s;
  use(m.at(r.Id));
}

void getter_bad(Map &m, Record &r) {
  m.erase(r.number());
  use(m.at(r.number())); // GONE
}

void getterChanged_ok(Map &m, Record &r) {
  m.erase(r.number());
  r.renumber();
  use(m.at(r.number()));
}

void ofCall_ok(Map &m) {
  m.erase(next());
  use(m.at(next()));
}

// Which of several it is, nobody knows.
void ofArray_ok(Map &m, int (&keys)[4], int i, int j) {
  m.erase(keys[i]);
  use(m.at(keys[j]));
}

void ofVector_ok(Map &m, std::vector<int> &keys, int i, int j) {
  m.erase(keys[i]);
  use(m.at(keys[j]));
}

void buffer_ok(Table &m, char (&name)[16], void (*read)(char *)) {
  m.erase(name);
  read(name);
  use(m.at(name));
}

int Current;
void choose();
void global_ok(Map &m) {
  m.erase(Current);
  choose();
  use(m.at(Current));
}

void globalUnchanged_bad(Map &m) {
  m.erase(Current);
  use(m.at(Current)); // GONE
}

int computed(int);
void computed_ok(Map &m, int k) {
  m.erase(computed(k));
  use(m.at(k));
}
