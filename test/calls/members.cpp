// RUN: %marks
// Methods of one object: one takes or keeps a handle, another ends it. What a method of the object
// uses of it is reported there.
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

struct Entry {
  int hits;
  bool old;
};
void log(int);

class Index {
public:
  void drop(int id) { byId_.erase(id); }
  Entry &at(int id) { return byId_[id]; }
  Entry *find(int id) {
    auto it = byId_.find(id);
    return it == byId_.end() ? nullptr : &it->second;
  }

private:
  std::map<int, Entry> byId_;
};

class Base {
protected:
  void evict(int id) { entries_.erase(id); }
  std::map<int, Entry> entries_;
};

class Cache : public Base {
public:
  Entry &entry(int id) { return entries_[id]; }
  std::map<int, Entry> &all() { return entries_; }
  void touch(int id) { last_ = &entries_[id]; }
  void forgetLast() { last_ = nullptr; }
  void seek(int id) { current_ = entries_.find(id); }
  void drop(int id) { entries_.erase(id); }
  void clear() { this->entries_.clear(); }
  void prune() {
    for (auto it = entries_.begin(); it != entries_.end();)
      if (it->second.old)
        it = entries_.erase(it);
      else
        ++it;
  }
  void dropCurrent() { entries_.erase(current_); } // ERASED
  int readLast() { return last_->hits; } // ERASED
  static void dropShared(int id) { shared_.erase(id); }
  static Entry &shared(int id) { return shared_[id]; }

  void taken_bad(int id) {
    Entry &e = entry(id);
    drop(id);
    log(e.hits); // ERASED
  }
  // A predicate chooses what goes: the element may be the one that is held.
  void pruned_bad(int id) {
    auto &e = entry(id);
    prune();
    e.hits++; // ERASED
  }
  void cleared_bad(int id) {
    auto &e = this->entry(id);
    this->clear();
    e.hits++; // ERASED
  }
  void otherElement_ok(int id, int other) {
    auto &e = entry(id);
    drop(other);
    e.hits++;
  }
  void otherObject_ok(Cache &other, int id) {
    auto &e = entry(id);
    other.drop(id);
    e.hits++;
  }
  void otherMember_ok(int id) {
    auto &e = entry(id);
    index_.drop(id);
    e.hits++;
  }
  void getter_bad(int id) {
    auto &e = all()[id];
    drop(id);
    e.hits++; // ERASED
  }
  void byGetter_bad(int id) {
    auto &e = entry(id);
    all().erase(id);
    e.hits++; // ERASED
  }
  void ofBase_bad(int id) {
    auto &e = entry(id);
    evict(id);
    e.hits++; // ERASED
  }
  void ofMember_bad(int id) {
    auto &e = index_.at(id);
    index_.drop(id);
    e.hits++; // ERASED
  }
  void found_bad(int id) {
    Entry *e = index_.find(id);
    index_.drop(id);
    if (e)
      e->hits++; // ERASED
  }
  void ofStatic_bad(int id) {
    auto &e = shared(id);
    dropShared(id);
    e.hits++; // ERASED
  }
  void takenAgain_ok(int id) {
    auto *e = &entry(id);
    drop(id);
    e = &entry(id);
    e->hits++;
  }

  // ===-- Kept in a member --------------------------------------------------===

  void kept_bad(int id) {
    touch(id);
    drop(id);
    log(last_->hits); // ERASED
  }
  void keptAndReadByMethod_bad(int id) {
    touch(id);
    drop(id);
    log(readLast());
  }
  void keptAndReset_ok(int id) {
    touch(id);
    drop(id);
    forgetLast();
    if (last_)
      log(last_->hits);
  }
  void keptAgain_ok(int id, int other) {
    touch(id);
    drop(id);
    touch(other);
    log(last_->hits);
  }
  void keptOther_ok(int id) {
    touch(1);
    drop(2);
    log(last_->hits);
  }
  void keptIterator_bad(int id) {
    seek(id);
    drop(id);
    log(current_->second.hits); // ERASED
  }
  void erasedAtKept_bad(int id) {
    seek(id);
    auto &e = entry(id);
    dropCurrent();
    e.hits++; // ERASED
  }
  void erasedTwice_bad(int id) {
    seek(id);
    dropCurrent();
    dropCurrent();
  }

private:
  Entry *last_ = nullptr;
  std::map<int, Entry>::iterator current_;
  Index index_;
  static std::map<int, Entry> shared_;
};

void fromOutside_bad(Cache &c, int id) {
  Entry &e = c.entry(id);
  c.drop(id);
  e.hits++; // ERASED
}
void fromOutsideKept_bad(Cache *c, int id) {
  c->touch(id);
  c->drop(id);
  log(c->readLast());
}
void ofTwoObjects_ok(Cache &a, Cache &b, int id) {
  Entry &e = a.entry(id);
  b.clear();
  e.hits++;
}
void global_bad(int id) {
  static Cache cache;
  Entry &e = cache.entry(id);
  cache.drop(id);
  e.hits++; // ERASED
}

// ===-- Objects that erase when they end ------------------------------------===

class Guard {
public:
  Guard(std::map<int, Entry> &entries, int id) : entries_(entries), it_(entries.find(id)) {}
  ~Guard() { entries_.erase(it_); }

private:
  std::map<int, Entry> &entries_;
  std::map<int, Entry>::iterator it_;
};
class Clearing {
public:
  explicit Clearing(std::map<int, Entry> &entries) : entries_(&entries) {}
  ~Clearing() { entries_->clear(); }

private:
  std::map<int, Entry> *entries_;
};
void guarded_bad(std::map<int, Entry> &m, int id) {
  Entry &e = m[id];
  { Guard guard(m, id); }
  log(e.hits); // ERASED
}
void inGuard_ok(std::map<int, Entry> &m, int id) {
  Entry &e = m[id];
  Guard guard(m, id);
  log(e.hits);
}
void clearing_bad(std::map<int, Entry> &m, int id) {
  Entry &e = m[id];
  Clearing{m};
  log(e.hits); // ERASED
}
void ownedGuard_bad(std::map<int, Entry> &m, int id) {
  Entry &e = m[id];
  auto *guard = new Clearing(m);
  delete guard;
  log(e.hits); // ERASED
}

// ===-- A key that a constructor keeps --------------------------------------===

class Scoped {
  std::map<int, Entry> &entries_;
  int id_;

public:
  Scoped(std::map<int, Entry> &entries, int id) : entries_(entries), id_(id) { entries_[id]; }
  ~Scoped() { entries_.erase(id_); }
  Entry &get() { return entries_[id_]; }
};
void keptKey_bad(std::map<int, Entry> &m, int id) {
  Entry *e;
  {
    Scoped guard(m, id);
    e = &m[id];
  }
  log(e->hits); // ERASED
}
void keptKeyThroughGuard_bad(std::map<int, Entry> &m, int id) {
  Entry *e;
  {
    Scoped guard(m, id);
    e = &guard.get();
  }
  log(e->hits); // ERASED
}
void keptKey_ok(std::map<int, Entry> &m, int id, int other) {
  Entry *e;
  {
    Scoped guard(m, id);
    e = &m[other];
  }
  log(e->hits);
}
void keptKeyWithinScope_ok(std::map<int, Entry> &m, int id) {
  Scoped guard(m, id);
  log(guard.get().hits);
}
