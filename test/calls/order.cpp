// RUN: %marks
// A callee that kills, steps and reads: in which order it does.
#include <map>
#include <string>

struct Entry {
  int hits;
};
using Map = std::map<int, Entry>;
using Names = std::map<std::string, Entry>;
void log(int);

// ===-- Reads after a kill --------------------------------------------------===

// Where one call kills and reads, the read is what is wrong.
void dropAndRead(Map &m, Entry &e, int k) {
  m.erase(k);
  log(e.hits); // ERASED
}
void dropAndReadAnother(Map &m, Entry &e, int k) {
  m.erase(k);
  log(e.hits);
}
void readAndDrop(Map &m, Entry &e, int k) {
  log(e.hits);
  m.erase(k);
}
void dropOrRead(Map &m, Entry &e, int k, bool b) {
  if (b)
    m.erase(k);
  else
    log(e.hits);
}
void dropNamed(Names &m, const std::string &k) {
  m.erase(k);
  log(int(k.size())); // ERASED
}
void dropNamedByCaller(Names &m, const std::string &k) {
  m.erase(k);
  log(int(k.size()));
}
void readAndDropNamed(Names &m, const std::string &k) {
  log(int(k.size()));
  m.erase(k);
}

void readAfterwards_bad(Map &m, int k) {
  Entry &e = m[k];
  dropAndRead(m, e, k);
}
void readAnother_ok(Map &m, int k, int other) {
  Entry &e = m[other];
  dropAndReadAnother(m, e, k);
}
void readBefore_ok(Map &m, int k) {
  Entry &e = m[k];
  readAndDrop(m, e, k);
}
void readInstead_ok(Map &m, int k, bool b) {
  Entry &e = m[k];
  dropOrRead(m, e, k, b);
}
// The key by which it erases is that of the element.
void keyOfElement_bad(Names &m, const std::string &k) {
  auto it = m.find(k);
  dropNamed(m, it->first);
}
void keyOfElement_ok(Names &m, const std::string &k) {
  auto it = m.find(k);
  readAndDropNamed(m, it->first);
}
void keyOfCaller_ok(Names &m, const std::string &k) { dropNamedByCaller(m, k); }

// ===-- Iterators that step -------------------------------------------------===

Map::iterator after(Map::iterator it) { return std::next(it); }
Map::iterator stepped(Map::iterator it) {
  ++it;
  return it;
}
void dropAndStep(Map &m, Map::iterator &it) { m.erase(it++); }
void dropAndAdvance(Map &m, Map::iterator &it) { it = m.erase(it); }
void dropRange(Map &m, Map::iterator from, Map::iterator to) { m.erase(from, to); }

void after_ok(Map &m, Map::iterator it) {
  auto next = after(it);
  m.erase(it);
  log(next->second.hits);
}
void stepped_ok(Map &m, Map::iterator it) {
  auto next = stepped(it);
  m.erase(it);
  log(next->second.hits);
}
void notStepped_bad(Map &m, Map::iterator it) {
  stepped(it);
  m.erase(it);
  log(it->second.hits); // ERASED
}
void dropAndStep_ok(Map &m, Map::iterator it) {
  dropAndStep(m, it);
  log(it->second.hits);
}
void dropAndStep_bad(Map &m, Map::iterator it) {
  Entry &e = it->second;
  dropAndStep(m, it);
  log(e.hits); // ERASED
}
void dropAndAdvance_ok(Map &m, Map::iterator it) {
  dropAndAdvance(m, it);
  log(it->second.hits);
}
void dropAndAdvance_bad(Map &m, Map::iterator it) {
  Entry &e = it->second;
  dropAndAdvance(m, it);
  log(e.hits); // ERASED
}
void range_bad(Map &m, int a, int b) {
  auto from = m.find(a);
  auto to = m.find(b);
  dropRange(m, from, to);
  log(from->second.hits); // ERASED
}
void range_ok(Map &m, int a, int b) {
  auto from = m.find(a);
  auto to = m.find(b);
  dropRange(m, from, to);
  log(to->second.hits);
}
