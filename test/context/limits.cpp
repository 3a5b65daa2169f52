// RUN: %marks
// Known limits of the checks of code that runs in between. FP_ functions are
// correct, FN_ functions are wrong; each says what one would have to know.
#include <coroutine>
#include <functional>
#include <map>
#include <mutex>
#include <set>

void use(int);
bool flag();
struct Listener {
  virtual ~Listener();
  virtual void changed(int id) = 0;
  virtual bool accepts(int id) const = 0;
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
std::suspend_always later();
void yieldToOthers();

// ===-- Which object --------------------------------------------------------===

class Registry {
  std::map<int, Entry> entries;
  std::map<int, int> counts;
  std::set<int> dropped;
  Listener *listener;
  bool iterating = false;

public:
  void drop(int id) {
    entries.erase(id);
    counts.erase(id);
  }
  void dropLater(int id) {
    if (iterating)
      dropped.insert(id);
    else
      counts.erase(id);
  }

  // A const method may be as bad as any, but few are.
  void FN_constQuestion() {
    for (auto &[id, entry] : entries)
      if (entry.listener->accepts(id))
        use(entry.hits);
  }

  // A predicate that is called through a wrapper asks, too.
  void FN_predicate(const std::function<bool(int)> &isWanted) {
    for (auto &[id, entry] : entries)
      if (isWanted(id))
        use(entry.hits);
  }

  // What an object keeps as its own listener seldom erases from it, unless an
  // overrider or a lambda in reach says that it does.
  void FN_ownListener() {
    for (auto &[id, count] : counts) {
      listener->changed(id);
      use(count);
    }
  }

  // That no listener of an entry has a pointer to this object.
  void FP_listenerKnowsNothing(int id) {
    Entry &entry = entries.at(id);
    entry.listener->changed(id);
    use(entry.hits); // REENTERS
  }

  // What the flag means to the method that would erase.
  void FP_flagHoldsErasureBack(Listener &visitor) {
    iterating = true;
    for (auto &[id, count] : counts) {
      visitor.changed(id);
      use(count); // REENTERS
    }
    iterating = false;
  }

  // That other code only erases what is not in use.
  Task FP_countedUse(int id) {
    Entry &entry = entries.at(id);
    entry.hits++;
    co_await later();
    entry.hits--; // SUSPENDS
  }
};

class Open {
  friend void expire(Open &, int);

protected:
  std::map<int, Entry> entries;

public:
  virtual ~Open();
  // A friend, or a class that derives from this one, erases: only the methods of
  // the class itself are looked at.
  void FN_friendErases() {
    for (auto &[id, entry] : entries)
      entry.listener->changed(id);
  }
};
void expire(Open &of, int id) { of.entries.erase(id); }

static std::map<int, Entry> all;
void dropOf(int id) { all.erase(id); }

// Global containers are reached by any function: nobody says which ones the
// callee leads to.
void FN_globalContainer() {
  for (auto &[id, entry] : all)
    entry.listener->changed(id);
}

// ===-- Where other code runs -----------------------------------------------===

class Fibers {
  std::map<int, Entry> entries;
  std::mutex mutex, other;

public:
  void drop(int id) { entries.erase(id); }

  // That the function lets other fibers run: it has neither a body nor a row.
  void FN_functionYields(int id) {
    Entry &entry = entries.at(id);
    yieldToOthers();
    entry.hits++;
  }

  // Without an annotation: which mutex guards the container.
  void FP_anotherMutex(int id) {
    std::lock_guard<std::mutex> lock(mutex);
    Entry &entry = entries.at(id);
    {
      std::lock_guard<std::mutex> inner(other);
      use(id);
    }
    entry.hits++; // SUSPENDS
  }
};

// ===-- Callables -----------------------------------------------------------===

template <class It, class F> void forEach(It first, It last, F f);
class Runs {
  std::map<int, int> counts;

public:
  // What a generic lambda does, without an instance of it.
  void FN_genericLambda() {
    forEach(counts.begin(), counts.end(),
            [this](auto &element) { counts.erase(element.first); });
  }
};
