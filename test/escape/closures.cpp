// RUN: %marks
// What a closure captured leaves with it.
#include <functional>
#include <map>
#include <string>

struct Entry {
  std::string name;
  int hits;
};
using Map = std::map<int, Entry>;

std::function<int()> returnedByCopy_bad(Map &m, int k) {
  Entry *p = &m[k];
  m.erase(k);
  return [p] { return p->hits; }; // ESCAPES
}

std::function<int()> returnedByReference_bad(Map &m, int k) {
  Entry &entry = m[k];
  m.erase(k);
  return [&entry] { return entry.hits; }; // ESCAPES
}

std::function<int()> returnedValue_ok(Map &m, int k) {
  Entry &entry = m[k];
  int hits = entry.hits;
  m.erase(k);
  return [hits] { return hits; };
}

auto closureItself_bad(Map &m, int k) {
  Entry *p = &m[k];
  auto hits = [p] { return p->hits; };
  m.erase(k);
  return hits; // ESCAPES
}

auto initCapture_bad(Map &m) {
  Entry *p = &m[0];
  m.erase(0);
  return [entry = p] { return entry->hits; }; // ESCAPES
}

int called_ok(Map &m, int k) {
  Entry *p = &m[k];
  auto hits = [p] { return p->hits; };
  int n = hits();
  m.erase(k);
  return n;
}

class Timer {
  Map entries_;
  std::function<void()> onEnd_;

public:
  void stored_bad(int k) {
    Entry *p = &entries_[k];
    onEnd_ = [p] { p->hits = 0; }; // ESCAPES
    entries_.erase(k);
  }

  void stored_ok(int k) {
    Entry *p = &entries_[k];
    onEnd_ = [p] { p->hits = 0; };
    entries_.erase(k);
    onEnd_ = nullptr;
  }

  void byKey_ok(int k) {
    Entry *p = &entries_[k];
    p->hits = 0;
    onEnd_ = [this, k] { entries_[k].hits = 0; };
    entries_.erase(k);
  }
};

std::function<int()> ofLocal_bad(int k) {
  Map m;
  Entry &entry = m[k];
  return [&entry] { return entry.hits; }; // ESCAPES
}
