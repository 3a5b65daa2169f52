// RUN: %marks
// Handles in what outlives the function, of elements that don't: stored dead, or
// dead before the function ends.
#include "../relocation/Inputs/abseil.h"
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

struct Entry {
  std::string name;
  Entry *parent;
  int hits;
};
using Map = std::map<int, Entry>;
using It = Map::iterator;

bool flag();
void use(const Entry &);

Entry *last;

void global_bad(Map &m, int k) {
  last = &m[k]; // ESCAPES
  m.erase(k);
}

void global_ok(Map &m, int k) {
  last = &m[k];
  m.erase(k);
  last = nullptr;
}

void globalDead_bad(Map &m, int k) {
  Entry *p = &m[k];
  m.erase(k);
  last = p; // ESCAPES
}

void staticLocal_bad(Map &m, int k) {
  static Entry *recent;
  recent = &m[k]; // ESCAPES
  m.erase(k);
}

void local_ok(Map &m, int k) {
  Entry *recent;
  recent = &m[k];
  m.erase(k);
}

void outParameter_bad(Map &m, int k, Entry **out) {
  *out = &m[k]; // ESCAPES
  m.erase(k);
}

void outReference_bad(Map &m, int k, It &out) {
  out = m.find(k); // ESCAPES
  m.erase(out);
}

void outReference_ok(Map &m, int k, It &out) {
  out = m.find(k);
  out = m.erase(out);
}

void ownParameter_ok(Map &m, int k, It mine) {
  mine = m.find(k);
  m.erase(mine);
}

void memberOfParameter_bad(Map &m, int k, Entry &child) {
  child.parent = &m[k]; // ESCAPES
  m.erase(k);
}

class Cache {
public:
  void pointer_bad(int k) {
    last_ = &entries_[k]; // ESCAPES
    entries_.erase(k);
  }

  void pointer_ok(int k, int j) {
    last_ = &entries_[k];
    entries_.erase(j);
  }

  void reset_ok(int k) {
    last_ = &entries_[k];
    entries_.erase(k);
    last_ = nullptr;
  }

  void iterator_bad(int k) {
    cur_ = entries_.find(k); // ESCAPES
    entries_.erase(cur_);
  }

  void iteratorNext_ok(int k) {
    cur_ = entries_.find(k);
    cur_ = entries_.erase(cur_);
  }

  void iteratorEnd_ok(int k) {
    cur_ = entries_.find(k);
    entries_.erase(cur_);
    cur_ = entries_.end();
  }

  void iteratorSteps_ok() { entries_.erase(cur_++); }

  // It was there before; whoever put it there answers for it.
  void heldBefore_ok() { entries_.erase(cur_); }

  void view_bad(int k) {
    name_ = entries_[k].name; // ESCAPES
    entries_.clear();
  }

  void text_ok(int k) {
    std::string_view name = entries_[k].name;
    text_ = std::string(name);
    entries_.clear();
  }

  void flag_ok(int k) {
    Entry *p = &entries_[k];
    isThere_ = p;
    entries_.erase(k);
  }

  void onOnePath_bad(int k) {
    last_ = &entries_[k]; // ESCAPES
    if (flag())
      entries_.erase(k);
  }

  void thrown_ok(int k) {
    last_ = &entries_[k];
    if (flag()) {
      entries_.erase(k);
      throw 1;
    }
  }

  // Nobody knows what the other method does to members.
  void repaired_ok(int k) {
    last_ = &entries_[k];
    entries_.erase(k);
    repair();
  }

  void used_bad(int k) {
    last_ = &entries_[k];
    entries_.erase(k);
    use(*last_); // ERASED
  }

  void keptDead_bad(int k) {
    Entry *p = &entries_[k];
    entries_.erase(k);
    recent_.push_back(p); // ESCAPES
  }

  void kept_ok(int k, int j) {
    Entry *p = &entries_[k];
    entries_.erase(j);
    recent_.push_back(p);
  }

  void keptAndCleared_ok(int k) {
    Entry *p = &entries_[k];
    entries_.erase(k);
    recent_.push_back(p);
    recent_.clear();
  }

  void keptBefore_bad(int k) {
    recent_.push_back(&entries_[k]); // ESCAPES
    entries_.erase(k);
  }

  void keptBefore_ok(int k) {
    recent_.push_back(&entries_[k]);
    entries_.erase(k);
    recent_.pop_back();
  }

  void keptBeforeAndTakenOut_ok(int k) {
    Entry *p = &entries_[k];
    recent_.push_back(p);
    std::erase(recent_, p);
    entries_.erase(k);
  }

  void inElement_bad(int k, int j) {
    byId_[j] = &entries_[k]; // ESCAPES
    entries_.erase(k);
  }

  void inElement_ok(int k, int j) {
    byId_[j] = &entries_[k];
    entries_.erase(k);
    byId_.erase(j);
  }

  // What holds the handle goes with the element.
  void inTheSame_ok(int k, int j) {
    entries_[k].parent = &entries_[j];
    entries_.clear();
  }

  void inItself_ok(int k) {
    Entry &entry = entries_[k];
    entry.parent = &entry;
    entries_.erase(k);
  }

  void inOptional_bad(int k) {
    maybe_ = entries_.find(k); // ESCAPES
    entries_.erase(k);
  }

  void inOptional_ok(int k) {
    maybe_ = entries_.find(k);
    entries_.erase(k);
    maybe_.reset();
  }

  // In each turn of a loop.
  void loop_bad(const std::vector<int> &keys) {
    for (int k : keys) {
      last_ = &entries_[k]; // ESCAPES
      entries_.erase(k);
    }
  }

  void loop_ok(const std::vector<int> &keys) {
    for (int k : keys) {
      last_ = &entries_[k];
      entries_.erase(k);
      last_ = nullptr;
    }
  }

  void owned_bad(int k) {
    last_ = owned_[k].get(); // ESCAPES
    owned_.erase(k);
  }

  void borrowed_ok(int k) {
    last_ = byId_[k];
    byId_.erase(k);
  }

  void shared_ok(int k) {
    keep_ = shared_[k];
    shared_.erase(k);
  }

  explicit Cache(Map &m, int k) : last_(&m[k]) { // ESCAPES
    m.erase(k);
  }

  // With its object, the handle goes too.
  ~Cache() {
    last_ = &entries_[0];
    entries_.clear();
  }

private:
  void repair();

  Map entries_;
  std::map<int, Entry *> byId_;
  std::map<int, std::unique_ptr<Entry>> owned_;
  std::map<int, std::shared_ptr<Entry>> shared_;
  std::shared_ptr<Entry> keep_;
  std::vector<Entry *> recent_;
  std::optional<It> maybe_;
  Entry *last_ = nullptr;
  It cur_;
  std::string_view name_;
  std::string text_;
  bool isThere_ = false;
};

// Growth moves the elements of a flat table, and what is copied into it may be
// a pointer to one of them.
class Registry {
  static absl::flat_hash_map<int, Entry> all;
  static Map nodes;
  static Entry *first;

public:
  static void add_bad(int k, int parent) {
    Entry entry;
    entry.parent = &all[parent];
    all[k] = entry; // ESCAPES
  }

  static void addToNodes_ok(int k, int parent) {
    Entry entry;
    entry.parent = &nodes[parent];
    nodes[k] = entry;
  }

  static void lookedUpAfter_ok(int k, int parent) {
    all[k] = Entry();
    all[k].parent = nullptr;
    first = &all[parent];
  }

  static void grown_bad(int k, int j) {
    first = &all[k]; // ESCAPES
    all[j].hits = 1;
  }
};
