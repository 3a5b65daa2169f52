#pragma GCC system_header
// Stands for a header of somebody else's library, with the bug inside.
#include <map>

namespace library {

inline int drop(std::map<int, int> &m, int k) {
  int &r = m[k];
  m.erase(k);
  return r;
}

template <class Map> auto dropFirst(Map &m) {
  auto it = m.begin();
  m.erase(it);
  return it->second;
}

} // namespace library

#define LIBRARY_DROP(m, k) ((m).erase(k))
#define LIBRARY_SHOW(x) use(x)
