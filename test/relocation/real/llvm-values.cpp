// RUN: %marks %llvm_flags
// What the values of LLVM's maps own: it stays where it is when the elements
// move, unless it is part of them.
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using Map = llvm::DenseMap<int, int>;
using Strings = llvm::DenseMap<int, std::string>;

void use(int);
void use(std::string_view);

void ownedElsewhere_ok(llvm::DenseMap<int, std::unique_ptr<int>> &M, int A,
                       int B) {
  int *P = M[A].get();
  M[B] = nullptr;
  use(*P);
}

void ownerMoves_bad(llvm::DenseMap<int, std::unique_ptr<int>> &M, int A,
                    int B) {
  auto &Owner = M[A];
  M[B] = nullptr;
  use(*Owner); // DEAD
}

void vectorElement_ok(llvm::DenseMap<int, std::vector<int>> &M, int A, int B) {
  for (int &E : M[A])
    M[B].push_back(E);
}

void vectorItself_bad(llvm::DenseMap<int, std::vector<int>> &M, int A, int B) {
  std::vector<int> &V = M[A];
  M[B].push_back(1);
  V.push_back(2); // DEAD
}

// The first four are part of the vector.
void smallVectorElement_bad(llvm::DenseMap<int, llvm::SmallVector<int, 4>> &M,
                            int A, int B) {
  int &E = M[A][0];
  M[B].push_back(1);
  use(E); // DEAD
}

void shortString_bad(Strings &M, int A, int B) {
  std::string_view S = M[A];
  M[B] = "";
  use(S); // DEAD
}

void innerReference_ok(llvm::DenseMap<int, Map> &M, int A, int B) {
  int &R = M[A][1];
  M[B][1] = 1;
  use(R);
}

void innerMap_bad(llvm::DenseMap<int, Map> &M, int A, int B) {
  Map &Inner = M[A];
  M[B][1] = 1;
  Inner[1] = 1; // DEAD
}

void innerIterator_bad(llvm::DenseMap<int, Map> &M, int A, int B) {
  auto It = M[A].find(1);
  M[B][1] = 1;
  use(It->second); // DEAD
}

// The buckets of the first few elements are part of the map.
void innerSmallMap_bad(llvm::DenseMap<int, llvm::SmallDenseMap<int, int>> &M,
                       int A, int B) {
  int &R = M[A][1];
  M[B][1] = 1;
  use(R); // DEAD
}

void innerStringMap_ok(llvm::DenseMap<int, llvm::StringMap<int>> &M, int A,
                       int B) {
  int &R = M[A]["x"];
  M[B]["x"] = 1;
  use(R);
}

void mapInStringMap_ok(llvm::StringMap<Map> &M, llvm::StringRef A,
                       llvm::StringRef B) {
  Map &Inner = M[A];
  M[B][1] = 1;
  Inner[2] = 1;
}

void vectorInMapVector_ok(llvm::MapVector<int, std::vector<int>> &M, int A,
                          int B) {
  int &E = M[A].front();
  M[B].push_back(1);
  use(E);
}

void vectorInMapVector_bad(llvm::MapVector<int, std::vector<int>> &M, int A,
                           int B) {
  auto &V = M[A];
  M[B].push_back(1);
  V.push_back(1); // DEAD
}

void ownVectorGrows_bad(llvm::DenseMap<int, std::vector<int>> &M, int A) {
  int &E = M[A].front();
  M[A].push_back(1);
  use(E); // DEAD
}
