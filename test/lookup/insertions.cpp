// RUN: %marks
// What may insert the element again, so that nothing is known of it any more.
#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

void use(int);
int next();
void log(int);
using Map = std::map<int, int>;
using Hash = std::unordered_map<int, int>;

void index_ok(Map &m, int k) {
  m.erase(k);
  m[k] = 1;
  use(m.at(k));
}

void insert_ok(Map &m, int k) {
  m.erase(k);
  m.insert({k, 1});
  use(m.at(k));
}

void insertHint_ok(Map &m, int k) {
  m.erase(k);
  m.insert(m.end(), {k, 1});
  use(m.at(k));
}

void insertRange_ok(Map &m, const Map &n, int k) {
  m.erase(k);
  m.insert(n.begin(), n.end());
  use(m.at(k));
}

void insertList_ok(Map &m, int k) {
  m.erase(k);
  m.insert({{1, 2}, {3, 4}});
  use(m.at(k));
}

void emplace_ok(Hash &m, int k) {
  m.erase(k);
  m.emplace(k, 1);
  use(m.find(k)->second);
}

void tryEmplace_ok(Hash &m, int k) {
  m.erase(k);
  m.try_emplace(k, 1);
  use(m.at(k));
}

void insertOrAssign_ok(Hash &m, int k) {
  m.erase(k);
  m.insert_or_assign(k, 1);
  use(m.at(k));
}

void maybeThis_ok(Map &m, int k, int other) {
  m.erase(k);
  m[other] = 1;
  use(m.at(k));
}

void surelyOther_bad(Map &m) {
  m.erase(1);
  m[2] = 1;
  m.insert({3, 1});
  use(m.at(1)); // GONE
}

void otherMap_bad(Map &m, Map &n, int k) {
  m.erase(k);
  n[k] = 1;
  use(m.at(k)); // GONE
}

void byReference_ok(Map &m, int k) {
  Map &same = m;
  m.erase(k);
  same[k] = 1;
  use(m.at(k));
}

void afterClear_ok(Map &m, int k) {
  m.clear();
  m[next()] = 1;
  use(m.at(k));
}

void inserter_ok(Map &m, const Map &n, int k) {
  m.erase(k);
  std::copy(n.begin(), n.end(), std::inserter(m, m.end()));
  use(m.at(k));
}

void look_bad(Map &m, int k) {
  m.erase(k);
  for (const auto &e : m)
    use(e.second);
  use(m.size() + m.empty());
  use(m.at(k)); // GONE
}

// Callees that nothing is known of.

void refill(Map &);
void inspect(const Map &);
void refillByPointer(Map *);

void passed_ok(Map &m, int k) {
  m.erase(k);
  refill(m);
  use(m.at(k));
}

void passedByPointer_ok(Map &m, int k) {
  m.erase(k);
  refillByPointer(&m);
  use(m.at(k));
}

void passedToRead_bad(Map &m, int k) {
  m.erase(k);
  inspect(m);
  log(k);
  use(m.at(k)); // GONE
}

void function_ok(Map &m, int k, void (*callback)(int)) {
  m.erase(k);
  callback(k);
  use(m.at(k));
}

void wrapped_ok(Map &m, int k, const std::function<void(int)> &callback) {
  m.erase(k);
  callback(k);
  use(m.at(k));
}

void lambdaCalled_ok(Map &m, int k) {
  auto put = [&](int i) { m[i] = 1; };
  m.erase(k);
  put(k);
  use(m.at(k));
}

void lambdaHandedOn_ok(Map &m, int k, std::vector<int> &v) {
  m.erase(k);
  std::for_each(v.begin(), v.end(), [&](int i) { m[i] = 1; });
  use(m.at(k));
}

void lambdaForLater_ok(Map &m, int k, void (&run)(std::function<void()>)) {
  m.erase(k);
  run([&] { m[k] = 1; });
  use(m.at(k));
}

struct Owner {
  Map Items;
  std::unique_ptr<Map> More;
  void load(int);
  int count() const;

  void ownMethod_ok(int k) {
    Items.erase(k);
    load(k);
    use(Items.at(k));
  }

  void ownConstMethod_bad(int k) {
    Items.erase(k);
    use(count());
    use(Items.at(k)); // GONE
  }

  void freeFunction_bad(int k) {
    Items.erase(k);
    log(k);
    use(Items.at(k)); // GONE
  }

  void owned_bad(int k) {
    More->erase(k);
    use(More->at(k)); // GONE
  }

  void ownedAndReset_ok(int k) {
    More->erase(k);
    More.reset(new Map);
    use(More->at(k));
  }
};

void loadInto(Owner &);

void ofObject_bad(Owner &o, int k) {
  o.Items.erase(k);
  use(o.Items.at(k)); // GONE
}

void objectChanged_ok(Owner &o, int k) {
  o.Items.erase(k);
  o.load(k);
  use(o.Items.at(k));
}

void objectPassed_ok(Owner &o, int k) {
  o.Items.erase(k);
  loadInto(o);
  use(o.Items.at(k));
}

void objectAssigned_ok(Owner &o, Owner &p, int k) {
  o.Items.erase(k);
  o = std::move(p);
  use(o.Items.at(k));
}

// Another object may have a reference to it.
void byObserver_ok(Map &m, Owner &observer, int k) {
  m.erase(k);
  observer.load(k);
  use(m.at(k));
}

void localOfObserver_bad(Owner &observer, int k) {
  Map m{{k, 1}};
  m.erase(k);
  observer.load(k);
  use(m.at(k)); // GONE
}

struct Filler {
  explicit Filler(Map &);
  void run(int);
};

void keptByObject_ok(int k) {
  Map m{{k, 1}};
  Filler f(m);
  m.erase(k);
  f.run(k);
  use(m.at(k));
}

Map Global;
void reload();

void global_bad(int k) {
  Global.erase(k);
  use(Global.at(k)); // GONE
}

void globalReloaded_ok(int k) {
  Global.erase(k);
  reload();
  use(Global.at(k));
}

Map &registry();
void registry_bad(int k) {
  registry().erase(k);
  use(registry().at(k)); // GONE
}

void registryReloaded_ok(int k) {
  registry().erase(k);
  reload();
  use(registry().at(k));
}

Map snapshot();
void ofCopies_ok(int k) {
  snapshot().erase(k);
  use(snapshot().at(k));
}

struct Snapshots {
  Map items() const;
  void ofCopies_ok(int k) {
    items().erase(k);
    use(items().at(k));
  }
};

// Others have their turn meanwhile.
struct Locked {
  std::mutex Mutex;
  Map Items;

  void unlocked_ok(int k) {
    Items.erase(k);
    Mutex.unlock();
    Mutex.lock();
    use(Items.at(k));
  }
};
