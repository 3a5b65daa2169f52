// RUN: %check
// extract takes the element into a node handle: iterators end there; references rest until the node is
// inserted again, and end with it if it is not. merge moves elements from container to container.
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

void use(int);
void use(const std::string &);
bool flag();

using Map = std::map<int, std::string>;

void iteratorAfterExtract_bad(Map &m, int k) {
  auto it = m.find(k);
  auto node = m.extract(it);
  ++it;
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'it' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) {{.*}} here
  use(node.mapped());
}

void iteratorAfterExtract_ok(Map &m, int k) {
  auto it = m.find(k);
  auto node = m.extract(it++);
  if (it != m.end())
    use(it->second);
  use(node.mapped());
}

void iteratorAfterExtractByKey_bad(std::unordered_map<int, int> &m, int k) {
  auto it = m.find(k);
  auto node = m.extract(k);
  m.erase(it);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void referenceWhileInNode_bad(Map &m, int k) {
  std::string &r = m[k];
  auto node = m.extract(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) {{.*}} here
}

void throughNode_ok(Map &m, int k) {
  auto node = m.extract(k);
  use(node.mapped());
  use(node.key());
}

void referenceAfterReinsert_ok(Map &m, int k) {
  std::string &r = m[k];
  auto node = m.extract(k);
  m.insert(std::move(node));
  use(r);
}

void keyChangedAndReinserted_ok(Map &m, int k) {
  std::string &r = m[k];
  auto node = m.extract(k);
  node.key() = k + 100;
  m.insert(std::move(node));
  use(r);
}

void reinsertedElsewhere_ok(Map &m, Map &other, int k) {
  std::string &r = m[k];
  other.insert(m.extract(k));
  m.clear();
  use(r);
}

void reinsertedThenErased_bad(Map &m, Map &other, int k) {
  std::string &r = m[k];
  other.insert(m.extract(k));
  other.clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void extractedIteratorAfterReinsert_ok(Map &m, int k) {
  auto it = m.find(k);
  auto node = m.extract(it);
  it = m.insert(std::move(node)).position;
  use(it->second);
}

void nodeDiscarded_bad(Map &m, int k) {
  std::string &r = m[k];
  m.extract(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) the temporary is destroyed
}

void nodeOutOfScope_bad(Map &m, int k) {
  std::string &r = m[k];
  {
    auto node = m.extract(k);
    use(node.mapped());
  }
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void nodeOutOfScope_ok(Map &m, int k) {
  std::string &r = m[k];
  {
    auto node = m.extract(k);
    m.insert(std::move(node));
  }
  use(r);
}

void nodeOverwritten_bad(Map &m, int a, int b) {
  auto node = m.extract(a);
  std::string &r = node.mapped();
  node = m.extract(b);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void nodeOverwritten_ok(Map &m, int a, int b) {
  auto node = m.extract(a);
  std::string r = node.mapped();
  node = m.extract(b);
  use(r);
}

void referenceFromNode_ok(Map &m, int k) {
  auto node = m.extract(k);
  std::string &r = node.mapped();
  use(r);
  m.insert(std::move(node));
  use(r);
}

void reinsertedOnOnePathOnly_bad(Map &m, int k) {
  std::string &r = m[k];
  if (auto node = m.extract(k); flag())
    m.insert(std::move(node));
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void setNode_bad(std::set<std::string> &s, const std::string &k) {
  const std::string &r = *s.find(k);
  s.extract(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void setNode_ok(std::set<std::string> &s, const std::string &k) {
  auto node = s.extract(k);
  node.value() += "!";
  s.insert(std::move(node));
}

void merge_ok(Map &target, Map &source, int k) {
  auto it = target.find(k);
  target.merge(source);
  use(it->second);
}

void mergedElementLivesOn_ok(int k) {
  Map target, source;
  std::string &r = source[k];
  target.merge(source);
  source.clear();
  use(r);
}

void mergedElementErasedInTarget_bad(int k) {
  Map target, source;
  std::string &r = source[k];
  target.merge(source);
  target.clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void mergedIteratorErasedInTarget_bad(int k) {
  Map target, source;
  auto it = source.emplace(k, "new").first;
  target.merge(source);
  target.erase(it);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void targetErasedAfterMerge_bad(Map &target, Map &source, int k) {
  std::string &r = target[k];
  target.merge(source);
  target.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

using Lists = std::map<int, std::vector<int>>;

// The iterator of the map ends, that of the vector in the element does not.
void innerIteratorAfterReinsert_ok(Lists &m, Lists &other, int k) {
  auto inner = m[k].begin();
  auto node = m.extract(k);
  other.insert(std::move(node));
  use(*inner);
}

void innerIteratorOfDiscarded_bad(Lists &m, int k) {
  auto inner = m[k].begin();
  m.extract(k);
  use(*inner);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'inner' is used after {{.*}} [tombstone-use-after-erase]
}

void referenceAfterExtractByIterator_bad(Map &m, int k) {
  auto it = m.find(k);
  std::string &r = it->second;
  auto node = m.extract(it);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void discardedByIterator_bad(Map &m, int k) {
  auto it = m.find(k);
  std::string &r = it->second;
  m.extract(it);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void clearedAfterExtractByIterator_ok(Map &m, Map &other, int k) {
  auto it = m.find(k);
  std::string &r = it->second;
  auto node = m.extract(it);
  m.clear();
  other.insert(std::move(node));
  use(r);
}

void unorderedByIterator_bad(std::unordered_map<int, std::string> &m, int k) {
  auto it = m.find(k);
  std::string &r = it->second;
  m.extract(it);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void unorderedClearedAfterwards_ok(std::unordered_map<int, std::string> &m, std::unordered_map<int, std::string> &other,
                                   int k) {
  auto it = m.find(k);
  std::string &r = it->second;
  auto node = m.extract(it);
  m.clear();
  other.insert(std::move(node));
  use(r);
}

// References are good again when the node is back, iterators are not.
void iteratorAfterReinsert_bad(Map &m, int k) {
  auto it = m.find(k);
  std::string &r = it->second;
  auto node = m.extract(it);
  m.insert(std::move(node));
  use(r);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}
