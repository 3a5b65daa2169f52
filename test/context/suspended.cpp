// RUN: %marks
// A handle is held where other code can run, and code in reach shows that it
// ends elements of that container.
#include "../relocation/Inputs/abseil.h"
#include <condition_variable>
#include <coroutine>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <unordered_map>

void use(int);
bool flag();
struct Entry {
  int hits;
  std::string name;
};

struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_always final_suspend() noexcept;
    std::suspend_always yield_value(int);
    void return_void();
    void unhandled_exception();
  };
};
std::suspend_always later();

// ===-- Coroutines ----------------------------------------------------------===

class Cache {
  std::map<int, Entry> entries;
  std::map<int, int> counts;

public:
  void drop(int id) { entries.erase(id); }
  void count(int id) { counts[id]++; }

  Task await_bad(int id) {
    Entry &entry = entries.at(id);
    co_await later();
    entry.hits++; // SUSPENDS
  }
  Task rangeFor_bad() {
    for (auto &[id, entry] : entries) // SUSPENDS
      co_await later();
  }
  Task yield_bad() {
    for (auto &[id, entry] : entries) // SUSPENDS
      co_yield entry.hits;
  }
  Task iterator_bad(int id) {
    auto it = entries.find(id);
    co_await later();
    entries.erase(it); // SUSPENDS
  }
  Task takenAgain_ok(int id) {
    auto it = entries.find(id);
    use(it->second.hits);
    co_await later();
    it = entries.find(id);
    if (it != entries.end())
      use(it->second.hits);
  }
  Task copied_ok(int id) {
    const std::string name = entries.at(id).name;
    co_await later();
    use(static_cast<int>(name.size()));
  }
  Task before_ok(int id) {
    Entry &entry = entries.at(id);
    entry.hits++;
    co_await later();
  }
  // A map of nodes only grows here.
  Task noKillInReach_ok(int id) {
    int &n = counts[id];
    co_await later();
    n++;
  }
  Task otherObject_ok(std::map<int, Entry> local, int id) {
    Entry &entry = local.at(id);
    co_await later();
    entry.hits++;
  }
  Task return_ok(int id) {
    Entry &entry = entries.at(id);
    use(entry.hits);
    co_return;
  }
};

// ===-- Locks ---------------------------------------------------------------===

class Store {
  std::mutex mutex;
  std::shared_mutex shared;
  std::condition_variable changed;
  std::map<int, Entry> entries;
  absl::flat_hash_map<int, Entry> flat;

public:
  void drop(int id) {
    std::lock_guard<std::mutex> lock(mutex);
    entries.erase(id);
  }
  void add(int id) {
    std::lock_guard<std::mutex> lock(mutex);
    flat[id].hits = 0;
  }

  void unlocked_bad(int id) {
    mutex.lock();
    Entry &entry = entries.at(id);
    mutex.unlock();
    entry.hits++; // SUSPENDS
  }
  void lockedAgain_bad(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    Entry &entry = entries.at(id);
    lock.unlock();
    use(id);
    lock.lock();
    entry.hits++; // SUSPENDS
  }
  void loop_bad() {
    std::unique_lock<std::mutex> lock(mutex);
    for (auto &[id, entry] : entries) { // SUSPENDS
      lock.unlock();
      use(1);
      lock.lock();
    }
  }
  void scope_bad(int id) {
    Entry *entry;
    {
      std::lock_guard<std::mutex> lock(mutex);
      entry = &entries.at(id);
    }
    entry->hits++; // SUSPENDS
  }
  void scopedLock_bad(int id) {
    Entry *entry;
    {
      std::scoped_lock lock(mutex);
      entry = &entries.at(id);
    }
    entry->hits++; // SUSPENDS
  }
  void sharedLock_bad(int id) {
    Entry *entry;
    {
      std::shared_lock lock(shared);
      entry = &entries.at(id);
    }
    use(entry->hits); // SUSPENDS
  }
  void wait_bad(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    Entry &entry = entries.at(id);
    changed.wait(lock);
    entry.hits++; // SUSPENDS
  }
  void waitFor_bad(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    auto it = entries.find(id);
    changed.wait(lock, [] { return flag(); });
    use(it->second.hits); // SUSPENDS
  }
  void grown_bad(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    Entry &entry = flat[id];
    changed.wait(lock);
    entry.hits++; // SUSPENDS
  }
  // The lock's release is in a function of its own.
  void pause(std::unique_lock<std::mutex> &lock) {
    lock.unlock();
    lock.lock();
  }
  void throughMethod_bad(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    Entry &entry = entries.at(id);
    pause(lock);
    entry.hits++; // SUSPENDS
  }

  void takenAgain_ok(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    auto it = entries.find(id);
    use(it->second.hits);
    changed.wait(lock);
    it = entries.find(id);
    if (it != entries.end())
      use(it->second.hits);
  }
  void copied_ok(int id) {
    int hits;
    {
      std::lock_guard<std::mutex> lock(mutex);
      hits = entries.at(id).hits;
    }
    use(hits);
  }
  std::string returned_ok(int id) {
    std::lock_guard<std::mutex> lock(mutex);
    return entries.at(id).name;
  }
  void withinLock_ok(int id) {
    std::lock_guard<std::mutex> lock(mutex);
    Entry &entry = entries.at(id);
    entry.hits++;
    changed.notify_all();
    use(entry.hits);
  }
  void lockedAfter_ok(int id) {
    {
      std::lock_guard<std::mutex> lock(mutex);
      use(1);
    }
    std::lock_guard<std::mutex> lock(mutex);
    use(entries.at(id).hits);
  }
  void leave_ok(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    for (auto &[key, entry] : entries)
      if (key == id) {
        lock.unlock();
        use(id);
        return;
      }
  }
};

// ===-- Which mutex guards it -----------------------------------------------===

class Guarded {
  std::mutex mutex, other;
  std::map<int, Entry> entries __attribute__((guarded_by(mutex)));

public:
  void drop(int id) { entries.erase(id); }
  void guard_bad(int id) {
    mutex.lock();
    Entry &entry = entries.at(id);
    mutex.unlock();
    entry.hits++; // SUSPENDS
  }
  void otherMutex_ok(int id) {
    mutex.lock();
    Entry &entry = entries.at(id);
    other.unlock();
    entry.hits++;
    mutex.unlock();
  }
};

// ===-- Who else ends elements ----------------------------------------------===

// Another call of the method waits for an element of its own.
class Calls {
  std::mutex mutex;
  std::condition_variable answered;
  std::map<int, Entry> waiting;
  int last = 0;

public:
  int call_ok() {
    std::unique_lock<std::mutex> lock(mutex);
    const int id = ++last;
    Entry &entry = waiting[id];
    answered.wait(lock);
    const int hits = entry.hits;
    waiting.erase(id);
    return hits;
  }
};
class Cancels {
  std::mutex mutex;
  std::condition_variable answered;
  std::map<int, Entry> waiting;

public:
  void cancelAll() {
    std::lock_guard<std::mutex> lock(mutex);
    waiting.clear();
  }
  int call_bad(int id) {
    std::unique_lock<std::mutex> lock(mutex);
    Entry &entry = waiting[id];
    answered.wait(lock);
    return entry.hits; // SUSPENDS
  }
};

// Nobody else has the object any more.
class Closing {
  std::mutex mutex;
  std::map<int, Entry> entries;
  void note() {
    mutex.lock();
    mutex.unlock();
  }

public:
  void drop(int id) { entries.erase(id); }
  ~Closing() {
    for (auto &[id, entry] : entries)
      note();
  }
  void close_bad() {
    for (auto &[id, entry] : entries) // SUSPENDS
      note();
  }
};
