// RUN: %check
// Known limits. FP_ functions are correct, FN_ functions are wrong; each says what one would have to
// know. An engine that knows it moves the function to the file of its idea. A CHECK in an FP_ function
// is a false report as it is today.
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <memory>
#include <ranges>
#include <set>
#include <string>
#include <vector>

void use(int);
void use(const std::string &);
void run(const std::function<void()> &);
bool flag();

using Map = std::map<int, std::string>;

// The loop ends because the condition depends on the erased element's absence.
void FP_emptyAfterErase(Map &m) {
  for (auto it = m.begin(); !m.empty();) {
    m.clear();
    if (!m.empty())
      use(it->second);
      // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
  }
}

// j equals k here: the relation of two variables by a condition.
void FN_equalByCondition(Map &m, int k, int j) {
  std::string &r = m[k];
  if (j == k) {
    m.erase(j);
    use(r);
  }
}

// Which of several handles that a container keeps is the last one is not followed.
void FN_lastOfSeveral(Map &m, std::vector<std::string *> &order, int k) {
  order.push_back(&m[k]);
  m.erase(k);
  use(*order.back());
}

// The same key computed twice: expressions are not compared.
void FN_sameArithmetic(Map &m, int k) {
  std::string &r = m[k * 2];
  m.erase(k * 2);
  use(r);
}

// begin() and find() may name the same element.
void FN_beginIsTheElement(Map &m) {
  m = {{1, "only"}};
  std::string &r = m[1];
  m.erase(m.begin());
  use(r);
}

// Two parameters may be one object.
void FN_twoNamesOneObject(Map &a, Map &b, int k) {
  std::string &r = a[k];
  b.erase(k);
  use(r);
}

// The predicate decides what erase_if erases; without ReportPossible that is unknown.
void FN_eraseIf(Map &m, int k) {
  std::string &r = m[k];
  std::erase_if(m, [](const auto &) { return true; });
  use(r);
}

// Iterators kept in a container: which one is taken out is unknown.
void FN_iteratorsInVector(Map &m, int k) {
  std::vector<Map::iterator> kept;
  kept.push_back(m.find(k));
  m.erase(k);
  use(kept.front()->second);
}

// What a callee does with a std::function is unknown.
void FN_calledBack(Map &m, int k) {
  std::string &r = m[k];
  run([&] { m.erase(k); });
  use(r);
}

// std::array's parts are members of a member: what its operator[] reads is not followed.
void FN_stdArray(Map &m, int k) {
  std::array<std::string *, 2> names{&m.at(k), nullptr};
  m.erase(k);
  use(*names[0]);
}

// A key made of parts: that equal parts make equal keys is not known.
void FN_pairAsKey(std::map<std::pair<int, int>, int> &m, int a, int b) {
  int &r = m[{a, b}];
  m.erase({a, b});
  use(r);
}

// Whether this is the last owner: owners of a shared object are not counted.
void FN_lastSharedOwner(int k) {
  auto m = std::make_shared<Map>();
  std::string &r = (*m)[k];
  m.reset();
  use(r);
}

// What std::make_unique does with its arguments is the constructor's to say.
void FN_movedIntoMakeUnique(Map &m, int k) {
  std::string &r = m[k];
  auto owner = std::make_unique<Map>(std::move(m));
  owner->clear();
  use(r);
}

// The object left the map for another owner: its later end is not the map's matter.
void FN_newOwnerDies(std::map<int, std::unique_ptr<Map>> &m, int k) {
  Map *p = m.at(k).get();
  {
    std::unique_ptr<Map> last = std::move(m.at(k));
  }
  p->clear();
}

// The iterator's two values and the reference go together by the condition alone.
void FN_oneOfTwoFound(Map &m, int i, int j) {
  auto it = flag() ? m.find(i) : m.find(j);
  std::string &r = m[i];
  m.erase(it);
  use(r);
}

// A function object that is called back by an algorithm.
void FN_forEach(Map &m) {
  std::for_each(m.begin(), m.end(), [&](auto &entry) {
    m.erase(entry.first);
    use(entry.second);
  });
}

struct Person {
  const std::string &name() const;
};

// What a getter of the element returns may belong to something else.
void FN_getterOfElement(std::map<int, Person> &m, int k) {
  const std::string &name = m[k].name();
  m.erase(k);
  use(name);
}

// A key that is put together anew from the same parts is the same.
void FN_compositeKey(std::map<std::pair<int, int>, std::string> &m, int x, int y) {
  std::string &r = m[{x, y}];
  m.erase({x, y});
  use(r);
}

// A view of a map looks for its first element when it is asked, not when it is made.
void FP_viewMadeBeforeClear(std::map<int, int> &m) {
  auto values = m | std::views::values;
  m.clear();
  for (int value : values)
  // CHECK: :[[@LINE-1]]:{{.*}} warning: {{.*}} is used after {{.*}} [tombstone-use-after-erase]
    use(value);
}

// A loop over all elements comes to the one with this key, too.
void FN_turnOfThisKey(std::map<int, int> &m) {
  for (auto &element : m) {
    use(element.second);
    m.erase(2);
  }
}

// A loop that erases each element erases the one that was found before.
void FN_sweptWithAll(std::map<int, int> &m, int k) {
  auto found = m.find(k);
  for (auto it = m.begin(); it != m.end();)
    m.erase(it++);
  use(found->second);
}
