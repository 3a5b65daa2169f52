// REQUIRES: qt
// RUN: %marks %qt_flags
// Qt's containers, with the headers of Qt itself.
#include <QHash>
#include <QMap>
#include <QSet>
#include <QString>

void use(int);
using Hash = QHash<int, int>;

void index_bad(Hash &h, int k) {
  h.remove(k);
  use(h[k]); // GONE
}

void find_bad(Hash &h, int k) {
  h.remove(k);
  use(h.find(k).value()); // GONE
}

void constFind_bad(const QMap<QString, int> &c, QMap<QString, int> &m,
                   const QString &k) {
  m.remove(k);
  use(*m.constFind(k)); // GONE
  use(*c.constFind(k));
}

void take_bad(QMap<QString, int> &m, const QString &k) {
  use(m.take(k));
  use(m.find(k).value()); // GONE
}

void tested_ok(Hash &h, int k) {
  h.remove(k);
  auto it = h.find(k);
  if (it != h.end())
    use(it.value());
}

void contains_ok(Hash &h, int k) {
  h.remove(k);
  if (h.contains(k))
    use(h[k]);
}

// value() and the const operator[] return a default value, and insert nothing.
void value_ok(Hash &h, int k) {
  h.remove(k);
  use(h.value(k));
}

void constIndex_ok(Hash &h, int k) {
  const Hash &c = h;
  h.remove(k);
  use(c[k]);
}

void inserted_ok(Hash &h, int k) {
  h.remove(k);
  h.insert(k, 1);
  use(h[k]);
}

void clear_bad(QSet<int> &s, int k) {
  s.clear();
  use(*s.find(k)); // GONE
}
