// RUN: %marks
// Records that keep their own key: who erases by it erases the record.
#include <map>
#include <memory>
#include <string>

struct Entity {
  int Id;
  int parent;
  int hits;
  std::string m_name;
};
using Map = std::map<int, Entity>;
int use(int);

int ownId_bad(Map &m, int k) {
  Entity &e = m.at(k);
  m.erase(e.Id);
  return e.hits; // ERASED
}

int byIterator_bad(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it->second.Id);
  return it->second.hits; // ERASED
}

int ownName_bad(std::map<std::string, Entity> &m, const std::string &k) {
  Entity &e = m.at(k);
  m.erase(e.m_name);
  return e.hits; // ERASED
}

int ownedElsewhere_bad(std::map<int, std::unique_ptr<Entity>> &m, int k) {
  Entity *e = m[k].get();
  m.erase(e->Id);
  return e->hits; // ERASED
}

// Another record's key.
int parent_ok(Map &m, int k) {
  Entity &e = m.at(k);
  m.erase(e.parent);
  return e.hits;
}

int otherRecord_ok(Map &m, int j, int k) {
  Entity &e = m.at(k);
  Entity &o = m.at(j);
  m.erase(o.Id);
  return e.hits;
}

// Another container.
int otherContainer_ok(Map &m, Map &archive, int k) {
  Entity &e = m.at(k);
  archive.erase(e.Id);
  return e.hits;
}

class World {
  Map entities;
  void remove(int id) { entities.erase(id); }
  void hit(Entity &e) {
    if (--e.hits <= 0)
      remove(e.Id);
  }

public:
  void tick_bad() {
    for (auto &[id, e] : entities) // ERASED
      hit(e);
  }
  int strike_bad(int id) {
    Entity &e = entities.at(id);
    hit(e);
    return e.hits; // ERASED
  }
  int strike_ok(int id) {
    hit(entities.at(id));
    auto it = entities.find(id);
    return it == entities.end() ? 0 : it->second.hits;
  }
  void first_ok() {
    for (auto &[id, e] : entities)
      if (e.hits <= 0) {
        remove(e.Id);
        break;
      }
  }
};
