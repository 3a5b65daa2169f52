// RUN: %lookup
// Known limits. FP_ functions are correct, FN_ functions are wrong; each says
// what one would have to know. An engine that knows it moves the function to the
// file of its idea. A CHECK in an FP_ function is a false report as it is today.
#include <map>
#include <set>
#include <vector>

void use(int);
bool flag();
using Map = std::map<int, int>;

// ===-- Calls ---------------------------------------------------------------===

int found(const Map &m, int k) { return m.find(k)->second; }

// What a callee finds and dereferences: of its look-ups, only those that must
// succeed are told to its caller.
void FN_foundByCallee(Map &m, int k) {
  m.erase(k);
  use(found(m, k));
}

struct Logger {
  void write(int);
};

// That a method of another object inserts nothing.
void FN_otherObject(Map &m, Logger &logger, int k) {
  m.erase(k);
  logger.write(k);
  use(m.at(k));
}

// That a lambda that is handed on inserts nothing.
void FN_lambdaHandedOn(Map &m, int k, void (*run)(void (*)(int))) {
  m.erase(k);
  run([](int) {});
  use(m.at(k));
}

// ===-- Look-ups ------------------------------------------------------------===

// The end must not be erased either: a handle that is handed on may be the end.
void FN_erasedAgain(Map &m, int k) {
  m.erase(k);
  m.erase(m.find(k));
}

// What is read through a reference that was not written before.
void FN_readThroughReference(Map &m, int k) {
  m.erase(k);
  const int &r = m[k];
  use(r);
}

// That a range of equal keys is empty.
void FN_emptyRange(Map &m, int k) {
  m.erase(k);
  use(m.equal_range(k).first->second);
}

// That an empty container has no first element.
void FN_firstOfNone(Map &m) {
  m.clear();
  use(m.begin()->second);
}

// ===-- Keys ----------------------------------------------------------------===

// Which of the elements that the iterator may designate had the key.
void FN_erasedInLoop(Map &m) {
  for (auto it = m.begin(); it != m.end();) {
    const int k = it->first;
    it = m.erase(it);
    use(m.at(k));
  }
}

// Which of several containers the reference names, in each turn the same.
void FN_eachContainer(std::vector<Map> &maps, int k) {
  for (Map &m : maps) {
    m.erase(k);
    use(m.at(k));
  }
}

// That the key of the earlier turn is the one of this turn.
void FN_earlierTurn(Map &m, int k) {
  while (flag()) {
    use(m.at(k));
    m.erase(k);
  }
}
