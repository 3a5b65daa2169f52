// RUN: %marks
// A callable that runs later has a handle of now, and code in reach shows that
// it ends elements of that container.
#include <functional>
#include <future>
#include <map>
#include <string>
#include <thread>

void use(int);
struct Entry {
  int hits;
  std::string name;
};

template <class T> struct Future {
  template <class F> Future<T> then(F &&f);
};
Future<int> load();

// ===-- Continuations -------------------------------------------------------===

class Later {
  std::map<int, Entry> entries;

public:
  void drop(int id) { entries.erase(id); }
  Future<int> reference_bad(int id) {
    Entry &entry = entries.at(id);
    return load().then([&entry](int n) {
      entry.hits = n; // SUSPENDS
    });
  }
  Future<int> pointer_bad(int id) {
    return load().then([entry = &entries.at(id)](int n) {
      entry->hits = n; // SUSPENDS
    });
  }
  Future<int> value_ok(int id) {
    return load().then([hits = entries.at(id).hits](int n) { use(hits + n); });
  }
  Future<int> takenInside_ok(int id) {
    return load().then([this, id](int n) {
      auto it = entries.find(id);
      if (it != entries.end())
        it->second.hits = n;
    });
  }
  void async_bad(int id) {
    Entry &entry = entries.at(id);
    auto done = std::async([&entry] {
      entry.hits++; // SUSPENDS
    });
    done.wait();
  }
};
class Grows {
  std::map<int, Entry> entries;

public:
  void add(int id) { entries[id].hits = 0; }
  Future<int> reference_ok(int id) {
    Entry &entry = entries[id];
    return load().then([&entry](int n) { entry.hits = n; });
  }
};

// ===-- Loops, timers and threads -------------------------------------------===

struct Loop {
  void post(std::function<void()> task);
};
struct Timer {
  void async_wait(std::function<void(int)> handler);
};
class Posting {
  Loop *loop;
  Timer timer;
  std::map<int, Entry> entries;

public:
  void drop(int id) { entries.erase(id); }
  void posted_bad(int id) {
    Entry &entry = entries[id];
    loop->post([&entry] {
      entry.hits++; // SUSPENDS
    });
  }
  void waits_bad(int id) {
    Entry *entry = &entries[id];
    timer.async_wait([entry](int) {
      entry->hits++; // SUSPENDS
    });
  }
  void thread_bad(int id) {
    Entry *entry = &entries[id];
    std::thread([entry] {
      entry->hits = 100; // SUSPENDS
    }).detach();
  }
  void threadWithArgument_bad(int id) {
    Entry *entry = &entries[id];
    std::thread worker(
        [entry](int hits) {
          entry->hits = hits; // SUSPENDS
        },
        100);
    worker.detach();
  }
  void foundInside_ok(int id) {
    loop->post([this, id] {
      auto it = entries.find(id);
      if (it != entries.end())
        it->second.hits++;
    });
  }
  void copied_ok(int id) {
    loop->post([name = entries[id].name] { use(static_cast<int>(name.size())); });
  }
};
