// RUN: %tidy %s -- -std=c++20 | %FileCheck %s
// What reports say, word for word, with all their notes.
#include "../relocation/Inputs/abseil.h"
#include <coroutine>
#include <functional>
#include <map>
#include <mutex>
#include <unordered_map>

void use(int);
struct Listener {
  virtual ~Listener();
  virtual void changed(int id) = 0;
};
struct Entry {
  Listener *listener;
  int hits;
};
struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_always final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
};
struct Future {
  template <class F> Future then(F &&f);
};
std::suspend_always later();
Future load();
template <class It, class F> void forEach(It first, It last, F f);

class Registry {
  std::map<int, Entry> entries;
  absl::flat_hash_map<int, Entry> flat;
  std::unordered_map<int, Entry> hashed;
  std::function<void()> idle;

  void evict(int id) { entries.erase(id); }
  void tell(Entry &entry, int id) { entry.listener->changed(id); }

public:
  void drop(int id) { evict(id); }
  void add(int id) {
    flat[id].hits = 0;
    hashed[id].hits = 0;
  }

  void reenteredInLoop() {
    for (auto &[id, entry] : entries)
      entry.listener->changed(id);
    // CHECK: :[[@LINE-2]]:28: warning: the loop's iterator is used after a call that may erase its element of 'entries' [tombstone-reentrant-erase]
    // CHECK: :[[@LINE-2]]:23: note: (1) this call may come back to 'drop', in an earlier turn of the loop
    // CHECK: :[[@LINE-11]]:23: note: (2) call to 'evict' erases the element
    // CHECK: :[[@LINE-16]]:32: note: (3) erased here, by key 'id'
  }
  void reenteredByCallee(int id) {
    Entry &entry = entries.at(id);
    tell(entry, id);
    use(entry.hits);
    // CHECK: :[[@LINE-1]]:15: warning: 'entry' is used after a call that may erase its element of 'entries' [tombstone-reentrant-erase]
    // CHECK: :[[@LINE-4]]:28: note: (1) 'entry' refers to an element of 'entries' from here
    // CHECK: :[[@LINE-4]]:5: note: (2) this call may come back to 'drop'
    // CHECK: :[[@LINE-21]]:23: note: (3) call to 'evict' erases the element
    // CHECK: :[[@LINE-26]]:32: note: (4) erased here, by key 'id'
  }
  void reenteredByLambda() {
    idle = [this] { entries.clear(); };
    auto it = entries.begin();
    idle();
    use(it->second.hits);
    // CHECK: :[[@LINE-1]]:9: warning: 'it' is used after a call that may erase its element of 'entries' [tombstone-reentrant-erase]
    // CHECK: :[[@LINE-4]]:23: note: (1) 'it' refers to an element of 'entries' from here
    // CHECK: :[[@LINE-4]]:5: note: (2) this call may come back to this lambda
    // CHECK: :[[@LINE-7]]:29: note: (3) every element is erased here
  }
  void reenteredMoves(int id) {
    Entry &entry = flat[id];
    entry.listener->changed(id);
    use(entry.hits);
    // CHECK: :[[@LINE-1]]:15: warning: 'entry' is used after a call that may move its element of 'flat' [tombstone-reentrant-erase]
    // CHECK: :[[@LINE-4]]:20: note: (1) 'entry' refers to an element of 'flat' from here
    // CHECK: :[[@LINE-4]]:21: note: (2) this call may come back to 'add'
    // CHECK: :[[@LINE-39]]:5: note: (3) 'operator[]' may insert, and growth moves the elements: references and iterators into 'flat' end; only what an element owns elsewhere stays
  }
  void reenteredRehashes(int id) {
    auto it = hashed.find(id);
    it->second.listener->changed(id);
    use(it->second.hits);
    // CHECK: :[[@LINE-1]]:9: warning: 'it' is used after a call that may rehash 'hashed' [tombstone-reentrant-erase]
    // CHECK: :[[@LINE-4]]:22: note: (1) 'it' refers to an element of 'hashed' from here
    // CHECK: :[[@LINE-4]]:26: note: (2) this call may come back to 'add'
    // CHECK: :[[@LINE-47]]:5: note: (3) 'operator[]' may insert and rehash: iterators into 'hashed' end, references stay
  }
  void passedToUnknown() {
    forEach(entries.begin(), entries.end(),
            [this](std::pair<const int, Entry> &of) { drop(of.first); });
    // CHECK: :[[@LINE-2]]:21: warning: 'entries.begin()' is used after a call that may erase its element of 'entries' [tombstone-reentrant-erase]
    // CHECK: :[[@LINE-3]]:5: note: (1) this call may come back to this lambda
    // CHECK: :[[@LINE-3]]:55: note: (2) call to 'drop' erases the element
    // CHECK: :[[@LINE-58]]:23: note: (3) call to 'evict' erases the element
    // CHECK: :[[@LINE-63]]:32: note: (4) erased here, by key 'id'
  }
  Task suspended(int id) {
    Entry &entry = entries.at(id);
    co_await later();
    use(entry.hits);
    // CHECK: :[[@LINE-1]]:15: warning: 'entry' is used after other code may have erased its element of 'entries' [tombstone-suspended-handle]
    // CHECK: :[[@LINE-4]]:28: note: (1) 'entry' refers to an element of 'entries' from here
    // CHECK: :[[@LINE-4]]:5: note: (2) other code may run here, such as 'drop'
    // CHECK: :[[@LINE-68]]:23: note: (3) call to 'evict' erases the element
    // CHECK: :[[@LINE-73]]:32: note: (4) erased here, by key 'id'
  }
  void unlocked(std::mutex &mutex, int id) {
    Entry &entry = entries.at(id);
    mutex.unlock();
    use(entry.hits);
    // CHECK: :[[@LINE-1]]:15: warning: 'entry' is used after other code may have erased its element of 'entries' [tombstone-suspended-handle]
    // CHECK: :[[@LINE-4]]:28: note: (1) 'entry' refers to an element of 'entries' from here
    // CHECK: :[[@LINE-4]]:11: note: (2) other code may run here, such as 'drop'
    // CHECK: :[[@LINE-78]]:23: note: (3) call to 'evict' erases the element
    // CHECK: :[[@LINE-83]]:32: note: (4) erased here, by key 'id'
  }
  void outOfLock(std::mutex &mutex, int id) {
    Entry *entry;
    {
      std::lock_guard<std::mutex> lock(mutex);
      entry = &flat[id];
    }
    use(entry->hits);
    // CHECK: :[[@LINE-1]]:16: warning: 'entry' is used after other code may have moved its element of 'flat' [tombstone-suspended-handle]
    // CHECK: :[[@LINE-4]]:16: note: (1) 'entry' refers to an element of 'flat' from here
    // CHECK: :[[@LINE-4]]:5: note: (2) other code may run here, such as 'add'
    // CHECK: :[[@LINE-89]]:5: note: (3) 'operator[]' may insert, and growth moves the elements: references and iterators into 'flat' end; only what an element owns elsewhere stays
  }
  Future ranLater(int id) {
    Entry &entry = entries.at(id);
    return load().then([&entry] {
      use(entry.hits);
    });
    // CHECK: :[[@LINE-2]]:17: warning: 'entry' is used after other code may have erased its element of 'entries' [tombstone-suspended-handle]
    // CHECK: :[[@LINE-5]]:28: note: (1) 'entry' refers to an element of 'entries' from here
    // CHECK: :[[@LINE-5]]:19: note: (2) other code may run here, such as 'drop'
    // CHECK: :[[@LINE-101]]:23: note: (3) call to 'evict' erases the element
    // CHECK: :[[@LINE-106]]:32: note: (4) erased here, by key 'id'
  }
};

class Owner;
struct Part {
  virtual ~Part();
  virtual void tick() = 0;
};
class Owner {
  std::map<int, Part *> parts;
  friend struct Bomb;
  void drop(int id) { parts.erase(id); }

public:
  void overridden() {
    for (auto &[id, part] : parts)
      part->tick();
    // CHECK: :[[@LINE-2]]:27: warning: the loop's iterator is used after a call that may erase its element of 'parts' [tombstone-reentrant-erase]
    // CHECK: :[[@LINE-2]]:13: note: (1) this call may come back to 'tick', in an earlier turn of the loop
    // CHECK: :[[@LINE+7]]:33: note: (2) call to 'drop' erases the element
    // CHECK: :[[@LINE-9]]:29: note: (3) erased here, by key 'id'
  }
};
struct Bomb : Part {
  Owner *owner;
  int id;
  void tick() override { owner->drop(id); }
};
