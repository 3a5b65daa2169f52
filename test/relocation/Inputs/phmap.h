// Stands for parallel_hashmap/phmap.h @002f58e and btree.h, and for gtl's
// headers, which declare the same.
#include "fake.h"

namespace phmap {
#include "phmap-templates.h"
}

namespace gtl {
#include "phmap-templates.h"
}
