// One field a class of llvm.effects.
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringMapEntry.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
struct Fields {
  llvm::DenseMap<int, long> Dense;
  llvm::SmallDenseMap<int, long> SmallDense;
  llvm::DenseSet<int> Set;
  llvm::SmallDenseSet<int> SmallSet;
  llvm::StringMap<long> Strings;
  llvm::StringSet<> StringsAlone;
  llvm::StringMapEntry<long> Entry;
  llvm::MapVector<int, long> Ordered;
  llvm::SmallMapVector<int, long, 4> SmallOrdered;
  llvm::SetVector<int> OrderedSet;
  llvm::SmallSetVector<int, 4> SmallOrderedSet;
  llvm::SmallPtrSet<int *, 4> Pointers;
  llvm::SmallPtrSetImpl<int *> &PointersOfAnySize;
  llvm::SmallVector<int> Vector;
  llvm::SmallVectorImpl<int> &VectorOfAnySize;
  llvm::ArrayRef<int> Array;
  llvm::MutableArrayRef<int> MutableArray;
  llvm::StringRef String;
};
