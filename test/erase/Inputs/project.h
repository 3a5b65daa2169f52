// A header of the project itself, with the bug inside.
#include <map>

inline int dropInHeader(std::map<int, int> &m, int k) {
  int &r = m[k];
  m.erase(k);
  return r;
}
