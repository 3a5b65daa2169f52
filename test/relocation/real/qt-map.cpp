// REQUIRES: qt
// RUN: %marks %qt_flags
// Qt 6's QMap: a shared std::map. Nothing moves until the map gets data of its
// own: "You should avoid copying a container while iterators are active on that
// container." QList: a vector that is shared.
#include <QList>
#include <QMap>
#include <QString>
#include <utility>

using Map = QMap<int, int>;
using Strings = QMap<int, QString>;

bool isOdd(int);
void use(int);

void insertReference_ok(Map &m, int a, int b) {
  int &r = m[a];
  m[b] = 1;
  use(r);
}

void insertPointer_ok(Map &m, int a, int b) {
  int *p = &m[a];
  m.insert(b, 1);
  use(*p);
}

void insertIterator_ok(Map &m, int a, int b) {
  auto it = m.find(a);
  m.insert(b, 1);
  use(it.value());
}

void assignOther_ok(Strings &m, int a, int b) { m[a] = m[b]; }

void removeReference_bad(Map &m, int a) {
  int &r = m[a];
  m.remove(a);
  use(r); // ERASED
}

void removePointer_bad(Map &m, int a) {
  int *p = &m[a];
  m.take(a);
  use(*p); // ERASED
}

void eraseIterator_bad(Map &m, int a) {
  auto it = m.find(a);
  m.erase(it);
  use(it.value()); // ERASED
}

void removeOther_ok(Map &m) {
  auto it = m.find(1);
  m.remove(2);
  use(it.value());
}

void eraseLoop_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (isOdd(it.value()))
      it = m.erase(it);
    else
      ++it;
}

void eraseLoop_bad(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it) // ERASED
    if (isOdd(it.value()))
      m.erase(it);
}

void removeKeyWhileIterating_bad(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it) // ERASED
    if (isOdd(it.value()))
      m.remove(it.key());
}

void removeKeyFromCopy_ok(Map &m) {
  for (int key : m.keys())
    if (isOdd(key))
      m.remove(key);
}

void eraseKey_bad(QMap<QString, int> &m, const QString &a) {
  auto it = m.find(a);
  const QString &key = it.key();
  m.erase(it);
  use(key.size()); // ERASED
}

void clear_bad(Map &m, int a) {
  int &r = m[a];
  m.clear();
  use(r); // ERASED
}

void moveReference_ok(Map &m, int a) {
  int &r = m[a];
  Map other(std::move(m));
  use(r);
}

void moveIterator_ok(Map &m, int a) {
  auto it = m.find(a);
  Map other = std::move(m);
  use(it.value());
}

void assigned_bad(Map &m, Map &other, int a) {
  int &r = m[a];
  m = std::move(other);
  use(r); // ERASED
}

void swap_ok(Map &m, Map &other, int a) {
  auto it = m.find(a);
  m.swap(other);
  use(it.value());
}

void sharedBegin_bad(Map &m, Map &copy, int a) {
  int &r = m[a];
  copy = m;
  m.begin();
  use(r); // DEAD
}

void sharedWithNew_bad(Map &m, int a) {
  int &r = m[a];
  Map copy = m;
  m.begin();
  use(r); // DEAD
}

void sharedInsert_bad(Map &m, Map &copy, int a, int b) {
  auto it = m.find(a);
  copy = m;
  m.insert(b, 1);
  use(it.value()); // DEAD
}

void sharedRemove_bad(Map &m, Map &copy, int a, int b) {
  int *p = &m[a];
  copy = m;
  m.remove(b);
  use(*p); // DEAD
}

void sharedAssigned_bad(Map &m, Map &copy, int a) {
  int &r = m[a];
  copy = m;
  m.first();
  use(r); // DEAD
}

void sharedConstBegin_ok(Map &m, Map &copy, int a) {
  auto it = m.constFind(a);
  copy = m;
  use(*m.constBegin());
  use(*std::as_const(m).begin());
  use(m.value(a));
  use(it.value());
}

void sharedConstReference_ok(const Map &m, Map &copy, int a) {
  auto it = m.find(a);
  copy = m;
  use(*m.begin());
  use(it.value());
}

void sharedCopyDetaches_ok(Map &m, Map &copy, int a) {
  auto it = m.constFind(a);
  copy = m;
  copy.insert(1, 1);
  use(it.value());
}

void detachedOnce_ok(Map &m, Map &copy, int a, int b) {
  copy = m;
  int &r = m[a];
  m[b] = 1;
  use(r);
}

void multiInsert_ok(QMultiMap<int, int> &m, int a) {
  auto it = m.insert(a, 1);
  m.insert(a, 2);
  use(it.value());
}

void multiRemove_bad(QMultiMap<int, int> &m, int a) {
  auto it = m.insert(a, 1);
  m.remove(a);
  use(it.value()); // ERASED
}

void listInMap_ok(QMap<int, QList<int>> &m, int a, int b) {
  QList<int> &list = m[a];
  m[b].append(1);
  list.append(2);
}

void listElement_bad(QMap<int, QList<int>> &m, int a) {
  int &e = m[a][0];
  m[a].append(1);
  use(e); // DEAD
}

void listElement_ok(QMap<int, QList<int>> &m, int a, int b) {
  int &e = m[a][0];
  m[b].append(1);
  use(e);
}
