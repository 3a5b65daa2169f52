// RUN: %check
// Correct code that looks close to the bug. Nothing here may be reported.
#include <map>
#include <memory>
#include <set>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>

void use(int);
void use(const std::string &);
bool flag();

using Map = std::map<int, std::string>;
using Hash = std::unordered_map<int, std::string>;
struct Widget {
  int id = 0;
  void draw() { ++id; }
};

void resultOfErase_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (flag())
      it = m.erase(it);
    else
      ++it;
}

void postIncrement_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (flag())
      m.erase(it++);
    else
      ++it;
}

void postIncrementInHash_ok(Hash &m) {
  for (auto it = m.begin(); it != m.end();) {
    use(it->second);
    m.erase(it++);
  }
}

void nextTakenBefore_ok(Map &m) {
  auto it = m.begin();
  while (it != m.end()) {
    auto n = std::next(it);
    m.erase(it);
    it = n;
  }
}

void eraseThenBreak_ok(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it)
    if (it->second.empty()) {
      m.erase(it);
      break;
    }
}

void eraseThenBreakInRangeFor_ok(Map &m) {
  for (auto &[key, value] : m)
    if (value.empty()) {
      m.erase(key);
      break;
    }
}

bool eraseThenReturn_ok(Map &m, int k) {
  for (auto it = m.begin(); it != m.end(); ++it)
    if (it->first == k) {
      m.erase(it);
      return true;
    }
  return false;
}

void eraseOfAnotherElement_ok(Map &m) {
  std::string &r = m[1];
  m.erase(2);
  use(r);
}

void eraseOfNeighbour_ok(Map &m, int k) {
  auto it = m.find(k);
  m.erase(std::next(it));
  use(it->second);
}

void findAgain_ok(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  it = m.find(k);
  if (it != m.end())
    use(it->second);
}

void valueCopiedBefore_ok(Map &m, int k) {
  auto it = m.find(k);
  std::string value = it->second;
  int key = it->first;
  m.erase(it);
  use(value);
  use(key);
}

void valueMovedOutBefore_ok(Map &m, int k) {
  auto it = m.find(k);
  std::string value = std::move(it->second);
  m.erase(it);
  use(value);
}

void pointerValueCopiedBefore_ok(std::map<int, Widget *> &m, int k) {
  Widget *w = m[k] = new Widget;
  m.erase(k);
  w->draw();
  delete w;
}

void pointerValueOfIterator_ok(std::map<int, Widget *> &m, int k) {
  auto it = m.find(k);
  Widget *w = it->second;
  Widget &object = *it->second;
  m.erase(it);
  w->draw();
  object.draw();
}

void sharedPtrCopy_ok(std::map<int, std::shared_ptr<Widget>> &m, int k) {
  auto w = m.at(k);
  m.erase(k);
  w->draw();
}

void objectOfSharedPtrCopy_ok(std::map<int, std::shared_ptr<Widget>> &m, int k) {
  auto keep = m.at(k);
  Widget &w = *m.at(k);
  m.erase(k);
  w.draw();
}

void referenceAcrossInserts_ok(Map &m, int k) {
  std::string &r = m[k];
  for (int i = 100; i < 200; ++i)
    m[i] = "more";
  use(r);
}

void iteratorAcrossInserts_ok(Map &m, int k) {
  auto it = m.find(k);
  m.emplace(100, "more");
  m.insert({101, "more"});
  m.try_emplace(102);
  use(it->second);
}

void referenceAcrossRehash_ok(Hash &m, int k) {
  std::string &r = m[k];
  for (int i = 100; i < 200; ++i)
    m[i] = "more";
  m.rehash(1000);
  m.reserve(2000);
  use(r);
}

void iteratorAcrossRehashIsAnotherCheck_ok(Hash &m, int k) {
  auto it = m.find(k);
  m.emplace(100, "more");
  use(it->second);
}

void referenceFollowsMove_ok(Map &m, int k) {
  std::string &r = m[k];
  Map taken = std::move(m);
  m.clear();
  use(r);
}

void referenceFollowsMoveAssignment_ok(Hash &m, int k) {
  std::string &r = m[k];
  Hash taken;
  taken = std::move(m);
  m.clear();
  use(r);
}

void referenceFollowsSwap_ok(Map &m, int k) {
  std::string &r = m[k];
  Map taken;
  taken.swap(m);
  m.clear();
  use(r);
}

void extractChangeKeyReinsert_ok(Map &m, int k) {
  std::string &r = m[k];
  auto node = m.extract(k);
  node.key() = k + 100;
  m.insert(std::move(node));
  use(r);
}

void valueOfNode_ok(Map &m, int k) {
  auto node = m.extract(k);
  use(node.mapped());
}

void clearThenSize_ok(Map &m) {
  m.clear();
  use(static_cast<int>(m.size()));
}

void clearThenFill_ok(Map &m, int k) {
  m.clear();
  m[k] = "again";
  use(m[k]);
}

void iteratorReassigned_ok(Map &m, int k) {
  auto it = m.find(k);
  m.clear();
  it = m.emplace(k, "again").first;
  use(it->second);
}

void pointerReassigned_ok(Map &m, int k, std::string &fallback) {
  std::string *p = &m[k];
  m.erase(k);
  p = &fallback;
  use(*p);
}

void pointerSetToNull_ok(Map &m, int k) {
  std::string *p = &m[k];
  m.erase(k);
  p = nullptr;
  if (p)
    use(*p);
}

void sizeofAndDecltype_ok(Map &m, int k) {
  std::string &r = m[k];
  auto it = m.find(k);
  m.erase(k);
  use(static_cast<int>(sizeof(r) + sizeof(it->second)));
  decltype(it->second) other;
  std::remove_reference_t<decltype(r)> another;
  use(other);
  use(another);
}

void noexceptAndRequires_ok(Map &m, int k) {
  std::string &r = m[k];
  m.erase(k);
  use(noexcept(r.clear()));
  use(requires { r.clear(); });
}

void uniquePtrMovedOut_ok(std::map<int, std::unique_ptr<Widget>> &m, int k) {
  Widget *w = m.at(k).get();
  std::unique_ptr<Widget> owner = std::move(m.at(k));
  m.erase(k);
  w->draw();
}

void uniquePtrMovedOutOfIterator_ok(std::map<int, std::unique_ptr<Widget>> &m, int k) {
  auto it = m.find(k);
  Widget &w = *it->second;
  auto owner = std::move(it->second);
  m.erase(it);
  w.draw();
}

void uniquePtrMovedToOtherMap_ok(std::map<int, std::unique_ptr<Widget>> &from,
                                 std::map<int, std::unique_ptr<Widget>> &to, int k) {
  Widget *w = from.at(k).get();
  to[k] = std::move(from.at(k));
  from.erase(k);
  w->draw();
}

void eraseOfDyingKeyReference_ok(Map &m, int k) {
  m.erase(m.find(k)->first);
  use(static_cast<int>(m.count(k)));
}

void assignmentBetweenElements_ok(Map &m, int a, int b) {
  m[a] = m[b];
  m.erase(b);
  use(m[a]);
}

void lastUseIsTheErase_ok(Map &m, int k) {
  auto it = m.find(k);
  auto copy = it;
  m.erase(it);
  (void)copy;
}

void nonAssociative_ok(std::string &text) {
  auto it = text.begin();
  text.erase(it);
  text.clear();
}

// Another element owns the shared object, too.
void sharedByTwoElements_ok(std::map<int, std::shared_ptr<Map>> &m) {
  m[2] = m[1] = std::make_shared<Map>();
  Map &inner = *m[1];
  m.erase(1);
  inner.clear();
}

