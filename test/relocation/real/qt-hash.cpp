// REQUIRES: qt
// RUN: %marks %qt_flags
// Qt 6's QHash and QSet "will not provide stable references to elements in the
// hash when the table needs to grow, or when entries are removed". Copies share
// their data until a method that is not const gives the object its own.
#include <QHash>
#include <QSet>
#include <QString>
#include <memory>
#include <utility>

using Hash = QHash<int, int>;
using Strings = QHash<int, QString>;

bool isOdd(int);
void use(int);
void keep(const Hash &);

void insertReference_bad(Hash &h, int a, int b) {
  int &r = h[a];
  h[b] = 1;
  use(r); // DEAD
}

void insertPointer_bad(Hash &h, int a, int b) {
  int *p = &h[a];
  h.insert(b, 1);
  use(*p); // DEAD
}

void insertIterator_bad(Hash &h, int a, int b) {
  auto it = h.find(a);
  h.insert(b, 1);
  use(it.value()); // DEAD
}

void insertResult_bad(Hash &h, int a, int b) {
  auto it = h.insert(a, 1);
  h.emplace(b, 1);
  use(*it); // DEAD
}

void insertWhileIterating_bad(Hash &h) {
  for (auto it = h.begin(); it != h.end(); ++it) // DEAD
    h.insert(7, 1);
}

void insertSameKey_ok(Hash &h, int a) {
  int &r = h[a];
  h[a] = 2;
  use(r);
}

void insertFound_ok(Hash &h, int a, int b) {
  int &r = h[a];
  if (h.contains(b))
    h[b] = 1;
  use(r);
}

void insertUnlessFound_ok(Hash &h, int a) {
  auto it = h.find(a);
  if (it == h.end())
    it = h.insert(a, 1);
  use(it.value());
}

// It loops over a copy, with which the hash shares its data until it changes.
void insertInForeach_ok(Hash &h) {
  Q_FOREACH (int v, h)
    h.insert(v, 1);
}

void insertInRangeFor_bad(QHash<int, QString> &h) {
  for (auto &v : h) // DEAD
    h[7].append(v); // DEAD
}

void takeAndInsert_ok(Hash &h, int a, int b) { h.insert(b, h.take(a)); }

void value_ok(Hash &h, int a, int b) {
  int v = h.value(a);
  h[b] = 1;
  use(v);
}

void assignOther_bad(Strings &h, int a, int b) {
  h[a] = h[b]; // DEAD
}

void assignCopy_ok(Strings &h, int a, int b) { h[a] = h.value(b); }

void assignScalar_ok(Hash &h, int a, int b) { h[a] = h[b]; }

void removeReference_bad(Hash &h, int a) {
  int &r = h[a];
  h.remove(a);
  use(r); // ERASED
}

void removePointer_bad(Hash &h, int a) {
  int *p = &h[a];
  h.take(a);
  use(*p); // ERASED
}

void eraseIterator_bad(Hash &h, int a) {
  auto it = h.find(a);
  h.erase(it);
  use(it.value()); // ERASED
}

// The entries of a span move when one is removed.
void removeOtherReference_bad(Hash &h) {
  int &r = h[1];
  h.remove(2);
  use(r); // DEAD
}

void removeOtherIterator_bad(Hash &h) {
  auto it = h.find(1);
  h.remove(2);
  use(it.value()); // DEAD
}

void eraseLoop_ok(Hash &h) {
  for (auto it = h.begin(); it != h.end();)
    if (isOdd(it.value()))
      it = h.erase(it);
    else
      ++it;
}

void eraseLoop_bad(Hash &h) {
  for (auto it = h.begin(); it != h.end(); ++it) // ERASED
    if (isOdd(it.value()))
      h.erase(it);
}

void removeKeyWhileIterating_bad(Hash &h) {
  for (auto it = h.begin(); it != h.end(); ++it) // ERASED
    if (isOdd(it.value()))
      h.remove(it.key());
}

void clear_bad(Hash &h, int a) {
  int &r = h[a];
  h.clear();
  use(r); // ERASED
}

void reserveReference_bad(Hash &h, int a) {
  int &r = h[a];
  h.reserve(100);
  use(r); // DEAD
}

void reserveIterator_bad(Hash &h, int a) {
  auto it = h.find(a);
  h.squeeze();
  use(it.value()); // DEAD
}

// An iterator counts buckets, and there are enough of them; references move.
void reserveFirstIterator_ok() {
  Hash h;
  h.reserve(2);
  auto it = h.insert(1, 1);
  h.insert(2, 1);
  use(it.value());
}

// The entries of a span are reallocated while it fills.
void reserveFirstReference_bad() {
  Hash h;
  h.reserve(2);
  int &r = h[1];
  h[2] = 1;
  use(r); // DEAD
}

void moveReference_ok(Hash &h, int a) {
  int &r = h[a];
  int *p = &r;
  Hash other(std::move(h));
  use(r);
  use(*p);
}

void moveIterator_ok(Hash &h, int a) {
  auto it = h.find(a);
  Hash other(std::move(h));
  use(it.value());
}

void assigned_bad(Hash &h, Hash &other, int a) {
  int &r = h[a];
  h = std::move(other);
  use(r); // ERASED
}

void swap_ok(Hash &h, Hash &other, int a) {
  int &r = h[a];
  h.swap(other);
  use(r);
}

void swapThenInsert_bad(Hash &h, Hash &other, int a, int b) {
  int &r = h[a];
  h.swap(other);
  other[b] = 1;
  use(r); // DEAD
}

void sharedFind_bad(Hash &h, Hash &copy, int a) {
  auto it = h.find(a);
  copy = h;
  int &other = *h.begin();
  use(it.value()); // DEAD
  use(other);
}

void sharedReference_bad(Hash &h, Hash &copy, int a, int b) {
  int &r = h[a];
  copy = h;
  h.find(b);
  use(r); // DEAD
}

void sharedWithNew_bad(Hash &h, int a, int b) {
  int &r = h[a];
  Hash copy = h;
  h.find(b);
  use(r); // DEAD
}

void sharedConst_ok(Hash &h, Hash &copy, int a) {
  auto it = h.constFind(a);
  copy = h;
  for (auto i = h.constBegin(); i != h.constEnd(); ++i)
    use(i.value());
  for (int v : std::as_const(h))
    use(v);
  use(it.value());
}

void sharedBefore_ok(Hash &h, Hash &copy, int a) {
  copy = h;
  h.detach();
  auto it = h.find(a);
  auto i = h.begin();
  use(it.value() + i.value());
}

void sharedCopyChanges_ok(Hash &h, Hash &copy, int a) {
  auto it = h.constFind(a);
  copy = h;
  copy.insert(1, 1);
  use(it.value());
}

void setInsertReference_bad(QSet<int> &s, int a, int b) {
  const int &r = *s.find(a);
  s.insert(b);
  use(r); // DEAD
}

void setInsertIterator_bad(QSet<int> &s, int a, int b) {
  auto it = s.find(a);
  s << b;
  use(*it); // DEAD
}

void setRemoveWhileIterating_bad(QSet<int> &s, int b) {
  for (auto it = s.begin(); it != s.end(); ++it) // DEAD
    s.remove(b);
}

void setEraseLoop_ok(QSet<int> &s) {
  for (auto it = s.begin(); it != s.end();)
    if (isOdd(*it))
      it = s.erase(it);
    else
      ++it;
}

void multiInsertIterator_bad(QMultiHash<int, int> &h, int a, int b) {
  auto it = h.insert(a, 1);
  h.insert(b, 2);
  use(it.value()); // DEAD
}

void sharedPointee_ok(QHash<int, std::shared_ptr<int>> &h, int a, int b) {
  int *p = h[a].get();
  h[b] = nullptr;
  use(*p);
}

void innerHash_bad(QHash<int, Hash> &h, int a, int b) {
  Hash &inner = h[a];
  h[b][1] = 1;
  inner[1] = 1; // DEAD
}

void innerReference_ok(QHash<int, Hash> &h, int a, int b) {
  int &r = h[a][1];
  h[b][1] = 1;
  use(r);
}
