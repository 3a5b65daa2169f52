// RUN: %mark-as "--checks=-*,tombstone-use-after-*" %s -- -std=c++20
// A function that calls what it is passed has the effects of that on what the lambda
// captured: the object of the method in which the lambda stands, and its variables.
// No object of the function's own is meant, though it has the same name.
#include <map>
#include <unordered_map>
#include <vector>

template <class F> void call(const F &f) { f(); }

struct Tree {
  std::map<int, int> items;
  std::vector<Tree *> children;
  Tree *child = nullptr;

  template <class F> void visit(const F &f) {
    f();
    for (Tree *each : children)
      f();
  }

  int capturedThis_bad() {
    int &held = items[1];
    call([&] { items.erase(1); });
    return held; // ERASED
  }

  int ownObject_bad() {
    int &held = items[1];
    visit([&] { items.erase(1); });
    return held; // ERASED
  }

  // Of the child visit() is called; the lambda erases from this object.
  int throughChild_bad() {
    int &held = items[1];
    child->visit([&] { items.erase(1); });
    return held; // ERASED
  }

  int throughChild_ok() {
    int &held = child->items[1];
    child->visit([&] { items.erase(1); });
    return held;
  }

  int otherMember_ok() {
    int &held = items[1];
    call([&] { child->items.erase(1); });
    return held;
  }
};

int capturedVariable_bad(std::map<int, int> &m) {
  int &held = m[1];
  call([&] { m.erase(1); });
  return held; // ERASED
}

// The table that grows is one that the caller has no name for.
struct Index {
  std::unordered_map<int, std::vector<int>> lists;
  std::vector<int> found;

  void collect_ok(int key) {
    auto it = lists.find(key);
    call([&] { found.push_back(key); });
    if (it != lists.end())
      it->second.clear();
  }
};
void collectInLambda_ok(Index &i, std::map<int, int> &m) {
  int &held = m[1];
  call([&] { call([&] { i.found.push_back(held); }); });
}
