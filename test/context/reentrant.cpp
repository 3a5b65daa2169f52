// RUN: %marks
// A handle is held over a call that may come back to a method of the object,
// and code in reach shows that the method ends elements.
#include "../relocation/Inputs/abseil.h"
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

void use(int);
void print(const std::string &);
struct Listener {
  virtual ~Listener();
  virtual void changed(int id) = 0;
  virtual bool accepts(int id) const = 0;
};
struct Entry {
  Listener *listener;
  std::function<void(int)> call;
  void (*function)(int);
  int hits;
};

// ===-- Virtual functions ---------------------------------------------------===

class Registry {
  std::map<int, Entry> entries;
  std::map<int, int> counts;
  std::unordered_map<int, int> hashed;

public:
  void drop(int id) { entries.erase(id); }

  void rangeFor_bad() {
    for (auto &[id, entry] : entries) // REENTERS
      entry.listener->changed(id);
  }
  void iteratorLoop_bad() {
    for (auto it = entries.begin(); it != entries.end(); ++it) // REENTERS
      it->second.listener->changed(it->first);
  }
  void usedAfterwards_bad(int id) {
    Entry &entry = entries.at(id);
    entry.listener->changed(id);
    entry.hits++; // REENTERS
  }
  void erasedAfterwards_bad(int id) {
    auto it = entries.find(id);
    it->second.listener->changed(id);
    entries.erase(it); // REENTERS
  }
  void onParameter_bad(Listener &listener, int id) {
    Entry &entry = entries.at(id);
    listener.changed(id);
    use(entry.hits); // REENTERS
  }
  void onOnePath_bad(int id, bool loud) {
    Entry &entry = entries.at(id);
    if (loud)
      entry.listener->changed(id);
    use(entry.hits); // REENTERS
  }
  // The call is in a function of its own.
  void tell(Entry &entry, int id) { entry.listener->changed(id); }
  void throughMethod_bad(int id) {
    Entry &entry = entries.at(id);
    tell(entry, id);
    use(entry.hits); // REENTERS
  }

  // A const method asks, and what asks seldom changes what it asks about.
  void constVirtual_ok() {
    for (auto &[id, entry] : entries)
      if (entry.listener->accepts(id))
        use(entry.hits);
  }
  void copiedBefore_ok(int id) {
    Listener *listener = entries.at(id).listener;
    const int hits = entries.at(id).hits;
    listener->changed(id);
    use(hits);
  }
  void overCopy_ok() {
    const auto copy = entries;
    for (auto &[id, entry] : copy)
      entry.listener->changed(id);
  }
  void keysFirst_ok() {
    std::vector<int> ids;
    for (auto &[id, entry] : entries)
      ids.push_back(id);
    for (int id : ids)
      if (auto it = entries.find(id); it != entries.end())
        it->second.listener->changed(id);
  }
  void takenAgain_ok(int id) {
    auto it = entries.find(id);
    it->second.listener->changed(id);
    it = entries.find(id);
    if (it != entries.end())
      use(it->second.hits);
  }
  void erasedBefore_ok(int id) {
    auto it = entries.find(id);
    Listener *listener = it->second.listener;
    entries.erase(it);
    listener->changed(id);
  }
  void untilEmpty_ok() {
    while (!entries.empty()) {
      auto it = entries.begin();
      Listener *listener = it->second.listener;
      const int id = it->first;
      entries.erase(it);
      listener->changed(id);
    }
  }
  void break_ok() {
    for (auto &[id, entry] : entries)
      if (entry.hits > 3) {
        entry.listener->changed(id);
        break;
      }
  }
  void return_ok() {
    for (auto &[id, entry] : entries)
      if (entry.hits > 3) {
        entry.listener->changed(id);
        return;
      }
  }
  // No method in reach ends elements of this one.
  void otherMember_ok(Listener &listener) {
    for (auto &[id, count] : counts) {
      listener.changed(id);
      use(count);
    }
  }
  void otherObject_ok(std::map<int, Entry> &others) {
    for (auto &[id, entry] : others)
      entry.listener->changed(id);
  }
  void local_ok(Listener &listener) {
    std::map<int, Entry> own;
    for (auto &[id, entry] : own)
      listener.changed(id);
  }
  static void static_ok(std::map<int, Entry> &others) {
    for (auto &[id, entry] : others)
      entry.listener->changed(id);
  }
  void firstOfAll_ok(Listener &listener, int id) {
    listener.changed(id);
    use(entries.at(id).hits);
  }
};

// Nobody overrides a final class: the function is the one that is called.
struct Silent final : Listener {
  void changed(int) override {}
  bool accepts(int) const override { return true; }
};
class OfSilent {
  std::map<int, Silent *> entries;

public:
  void drop(int id) { entries.erase(id); }
  void final_ok() {
    for (auto &[id, silent] : entries)
      silent->changed(id);
  }
};
struct Base {
  virtual ~Base();
  virtual void changed(int) {}
};
class OfBase {
  std::map<int, Base *> entries;

public:
  void drop(int id) { entries.erase(id); }
  void qualified_ok() {
    for (auto &[id, base] : entries)
      base->Base::changed(id);
  }
};

// Nothing in reach erases.
class OnlyGrows {
  std::map<int, Entry> entries;

public:
  void add(int id) { entries[id].hits = 1; }
  void nodes_ok() {
    for (auto &[id, entry] : entries)
      entry.listener->changed(id);
  }
};

// The killing method is private, and so is whoever calls it.
class Closed {
  std::map<int, Entry> entries;
  void drop(int id) { entries.erase(id); }

public:
  void private_ok() {
    for (auto &[id, entry] : entries)
      entry.listener->changed(id);
  }
};
// A public method leads there.
class Leads {
  std::map<int, Entry> entries;
  void drop(int id) { entries.erase(id); }

public:
  void forget(int id) { drop(id); }
  void publicLeads_bad() {
    for (auto &[id, entry] : entries) // REENTERS
      entry.listener->changed(id);
  }
};

// ===-- An overrider in reach gets back -------------------------------------===

class Owner;
struct Part {
  virtual ~Part();
  virtual void tick() = 0;
  virtual int weigh() const = 0;
};
class Owner {
  std::map<int, Part *> parts;
  friend struct Bomb;
  void drop(int id) { parts.erase(id); }

public:
  void overrider_bad() {
    for (auto &[id, part] : parts) // REENTERS
      part->tick();
  }
};
struct Bomb : Part {
  Owner *owner;
  int id;
  void tick() override { owner->drop(id); }
};

// What an owner keeps as its own listener was chosen by its own user.
class Own {
  std::map<int, int> counts;
  Listener *listener;
  std::function<void(int)> callback;

public:
  void drop(int id) { counts.erase(id); }
  void ownListener_ok() {
    for (auto &[id, count] : counts) {
      listener->changed(id);
      use(count);
    }
  }
  void ownCallback_ok() {
    for (auto &[id, count] : counts) {
      callback(id);
      use(count);
    }
  }
};

// ===-- Callables -----------------------------------------------------------===

class Calls {
  std::map<int, Entry> entries;

public:
  void drop(int id) { entries.erase(id); }
  void functionInElement_bad() {
    for (auto &[id, entry] : entries) // REENTERS
      entry.call(id);
  }
  void pointerInElement_bad() {
    for (auto &[id, entry] : entries) // REENTERS
      entry.function(id);
  }
  void parameter_bad(const std::function<void(int)> &call) {
    for (auto &[id, entry] : entries) // REENTERS
      call(id);
  }
  void functionPointer_bad(void (*call)(int), int id) {
    Entry &entry = entries.at(id);
    call(id);
    use(entry.hits); // REENTERS
  }
  void localLambda_ok() {
    const auto show = [](int id) { use(id); };
    for (auto &[id, entry] : entries)
      show(id);
  }
  void lastThing_ok(int id) { entries.at(id).call(id); }
};

// A lambda keeps the object, and is handed out.
void whenIdle(std::function<void(int)>);
class HandsOut {
  std::map<int, Entry> entries;
  std::function<void(int)> own;

public:
  void start() {
    whenIdle([this](int id) { entries.erase(id); });
  }
  void lambdaOfThis_bad() {
    for (auto &[id, entry] : entries) // REENTERS
      entry.call(id);
  }
  // Proof: what is kept here may well be that lambda.
  void ownCallback_bad() {
    for (auto &[id, entry] : entries) // REENTERS
      own(id);
  }
};

// A function without a body runs a lambda while it has the iterators.
template <class It, class F> void forEach(It first, It last, F f);
class Runs {
  std::map<int, int> counts;

public:
  void unknownTemplate_bad() {
    forEach(counts.begin(), counts.end(), // REENTERS
            [this](std::pair<const int, int> &element) {
              counts.erase(element.first);
            });
  }
  void unknownTemplate_ok() {
    forEach(counts.begin(), counts.end(),
            [this](auto &element) { element.second = 0; });
  }
  void otherContainer_ok(std::vector<int> &ids) {
    forEach(ids.begin(), ids.end(), [this](int id) { counts.erase(id); });
  }
};

// ===-- Relocation ----------------------------------------------------------===

class FlatTable {
  absl::flat_hash_map<int, Entry> entries;

public:
  void add(int id) { entries[id].hits = 1; }
  void flat_bad(int id) {
    Entry &entry = entries[id];
    entry.listener->changed(id);
    use(entry.hits); // REENTERS
  }
  void flatLoop_bad() {
    for (auto &[id, entry] : entries) // REENTERS
      entry.listener->changed(id);
  }
};
class NodeTable {
  std::unordered_map<int, Entry> entries;

public:
  void add(int id) { entries[id].hits = 1; }
  // References stay when the table is rehashed; iterators do not.
  void reference_ok(int id) {
    Entry &entry = entries[id];
    entry.listener->changed(id);
    use(entry.hits);
  }
  void iterator_bad(int id) {
    auto it = entries.find(id);
    it->second.listener->changed(id);
    use(it->second.hits); // REENTERS
  }
};
