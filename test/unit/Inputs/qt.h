// One field a class of qt.effects. Of Qt 5:
// Not everywhere: insertMulti unite
#include <QHash>
#include <QList>
#include <QMap>
#include <QMultiHash>
#include <QMultiMap>
#include <QSet>
struct Fields {
  QHash<int, long> Hash;
  QMultiHash<int, long> MultiHash;
  QSet<int> Set;
  QMap<int, long> Map;
  QMultiMap<int, long> MultiMap;
  QList<int> List;
};
