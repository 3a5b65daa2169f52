// RUN: %marks
// Numbers of buckets, iterators over one, and node handles after a rehash:
// [unord.req.general] it "changes which buckets elements appear in".
#include <string>
#include <unordered_map>
#include <unordered_set>

void use(int);
void use(const std::string &);
using Map = std::unordered_map<int, std::string>;
using Set = std::unordered_set<int>;

// ===-- Buckets -------------------------------------------------------------===

void localIterator_bad(Map &m, int k, int j) {
  auto local = m.begin(m.bucket(k));
  m[j] = "new";
  use(local->second); // DEAD
}

void localEnd_bad(Map &m, int k, int j) {
  std::size_t n = m.bucket(k);
  auto end = m.end(n);
  m[j] = "new";
  for (auto local = m.begin(m.bucket(k)); local != end; ++local) // DEAD
    use(local->second);
}

void bucketSize_bad(Set &s, int k, int j) {
  auto n = s.bucket(k);
  s.insert(j);
  if (s.bucket_size(n) == 1) // DEAD
    use(k);
}

void bucketBegin_bad(Map &m, int k, int j) {
  std::size_t n = m.bucket(k);
  m[j] = "new";
  for (auto local = m.begin(n); local != m.end(m.bucket(k)); ++local) // DEAD
    use(local->second);
}

void bucketEnd_bad(Map &m, int k) {
  std::size_t n = m.bucket(k);
  m.rehash(100);
  auto end = m.end(n); // DEAD
}

void bucketCopied_bad(Set &s, int k) {
  const std::size_t n = s.bucket(k);
  const std::size_t same = n;
  s.reserve(100);
  s.bucket_size(same); // DEAD
}

void buckets_ok(Set &s) {
  for (std::size_t n = 0; n < s.bucket_count(); ++n)
    for (auto local = s.begin(n); local != s.end(n); ++local)
      use(*local);
}

void bucketAgain_ok(Set &s, int k, int j) {
  s.insert(j);
  auto n = s.bucket(k);
  use(static_cast<int>(s.bucket_size(n)));
}

// A number is printed without the map's knowing.
void bucketPrinted_ok(Set &s, int k, int j) {
  auto n = s.bucket(k);
  s.insert(j);
  use(static_cast<int>(n));
}

void bucketAfterErase_ok(Set &s, int k, int j) {
  auto n = s.bucket(k);
  s.erase(j);
  use(static_cast<int>(s.bucket_size(n)));
}

// ===-- Nodes ---------------------------------------------------------------===

// A node handle owns its element, whatever the map does.
void nodeHandle_ok(Map &m, int k, int j) {
  auto node = m.extract(k);
  m[j] = "new";
  m.rehash(100);
  use(node.mapped());
}

void insertNode_bad(Map &m, Map &other, int k, int j) {
  auto it = m.find(k);
  m.insert(other.extract(j));
  use(it->second); // DEAD
}

void insertNodeReference_ok(Map &m, Map &other, int k, int j) {
  std::string &r = m[k];
  m.insert(other.extract(j));
  use(r);
}

void mergeInto_bad(Map &m, Map &other, int k) {
  auto it = m.find(k);
  m.merge(other);
  use(it->second); // DEAD
}

// "Iterators referring to the transferred elements ... will be invalidated";
// nobody knows which those are.
void mergeFrom_bad(Map &m, Map &other, int k) {
  auto it = other.find(k);
  m.merge(other);
  use(it->second); // DEAD
}

void mergeReference_ok(Map &m, Map &other, int k) {
  std::string &r = other[k];
  m.merge(other);
  use(r);
}
