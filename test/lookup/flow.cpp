// RUN: %marks
// On every path: a branch, a turn of a loop, a handler.
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

void use(int);
bool flag();
int next();
using Map = std::map<int, int>;

void oneBranch_ok(Map &m, int k) {
  if (flag())
    m.erase(k);
  use(m.at(k));
}

void bothBranches_bad(Map &m, int k) {
  if (flag())
    m.erase(k);
  else
    m.erase(k);
  use(m.at(k)); // GONE
}

void eraseOrClear_bad(Map &m, int k) {
  if (flag())
    m.erase(k);
  else
    m.clear();
  use(m.at(k)); // GONE
}

void differentKeys_ok(Map &m, int a, int b) {
  if (flag())
    m.erase(a);
  else
    m.erase(b);
  use(m.at(a));
}

void withinTheBranch_bad(Map &m, int k) {
  if (flag()) {
    m.erase(k);
    use(m.at(k)); // GONE
  }
}

void insertedOnOne_ok(Map &m, int k) {
  m.erase(k);
  if (flag())
    m[k] = 1;
  use(m.at(k));
}

void returned_ok(Map &m, int k) {
  if (flag()) {
    m.erase(k);
    return;
  }
  use(m.at(k));
}

void thrown_ok(Map &m, int k) {
  if (flag()) {
    m.erase(k);
    throw std::runtime_error("");
  }
  use(m.at(k));
}

void oneTurn_bad(Map &m, const std::vector<int> &keys) {
  for (int k : keys) {
    m.erase(k);
    use(m.at(k)); // GONE
  }
}

void nextKey_ok(Map &m, const std::vector<int> &keys) {
  for (int k : keys) {
    use(m.at(k));
    m.erase(k);
  }
}

void nextNumber_ok(Map &m) {
  for (int k = 0; k < 9; ++k) {
    use(m.at(k));
    m.erase(k);
  }
}

void lastOfTheLoop_ok(Map &m, const std::vector<int> &keys, int k) {
  for (int i : keys)
    m.erase(i);
  use(m.at(k));
}

// Perhaps no turn is taken.
void inTheLoop_ok(Map &m, int k) {
  while (flag())
    m.erase(k);
  use(m.at(k));
}

void beforeTheLoop_bad(Map &m, int k) {
  m.erase(k);
  while (flag())
    use(m.at(k)); // GONE
}

void loopInserts_ok(Map &m, int k) {
  m.erase(k);
  while (flag()) {
    use(m[next()] = 1);
    use(m.at(k));
  }
}

void eraseWhileIterating_ok(Map &m) {
  for (auto it = m.begin(); it != m.end();) {
    const int k = it->first;
    if (flag()) {
      it = m.erase(it);
      continue;
    }
    use(m.at(k));
    ++it;
  }
}

void inHandler_ok(Map &m, int k) {
  try {
    m.erase(next());
    m.erase(k);
    use(next());
  } catch (...) {
    use(0);
  }
  use(m.at(k));
}

void labelled_ok(Map &m, int k) {
  if (flag())
    goto done;
  m.erase(k);
  return;
done:
  use(m.at(k));
}

int choice_bad(Map &m, int k) {
  m.erase(k);
  return flag() ? m.at(k) // GONE
                : 0;
}

void switched_ok(Map &m, int k) {
  switch (next()) {
  case 0:
    m.erase(k);
    break;
  default:
    use(m.at(k));
  }
}

void moveTheKey_ok(std::map<std::string, int> &m, std::string from,
                   std::string to) {
  const int value = m.at(from);
  m.erase(from);
  m[to] = value;
  use(m.at(to));
}

// To erase and insert anew is the way to change a key, or what is const.
void replace_ok(Map &m, int k) {
  m.erase(k);
  m.emplace(k, 1);
  use(m.find(k)->second);
}
