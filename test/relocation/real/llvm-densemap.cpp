// RUN: %marks %llvm_flags
// DenseMap, SmallDenseMap and DenseSet: the elements stand in the table, an
// insertion may replace it, an erasure leaves a tombstone.
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include <string>

using Map = llvm::DenseMap<int, int>;
using Strings = llvm::DenseMap<int, std::string>;

bool isOdd(int);
void use(int);
void both(const std::string &, const std::string &);

void insertReference_bad(Map &M, int A, int B) {
  int &R = M[A];
  M[B] = 1;
  use(R); // DEAD
}

void insertPointer_bad(Map &M, int A, int B) {
  int *P = &M[A];
  M.insert({B, 1});
  use(*P); // DEAD
}

void insertIterator_bad(Map &M, int A, int B) {
  auto It = M.find(A);
  M.try_emplace(B, 1);
  use(It->second); // DEAD
}

void insertResult_bad(Map &M, int A, int B) {
  auto [It, Inserted] = M.try_emplace(A);
  int Other = M[B];
  if (Inserted)
    It->second = Other; // DEAD
}

void insertWhileIterating_bad(Map &M) {
  for (auto KV : M) // DEAD
    M[KV.second] = 1;
}

// Already the first insertion reads what it has moved.
void insertOwnValue_bad(Map &M) {
  for (auto &KV : M) {
    M[KV.second] = 1; // DEAD
    return;
  }
}

void insertSameKey_ok(Map &M, int A) {
  int &R = M[A];
  M[A] = 2;
  use(R);
}

void insertFound_ok(Map &M, int A, int B) {
  int &R = M[A];
  if (M.contains(B))
    M[B] = 1;
  use(R);
}

void insertCounted_ok(Map &M, int A, int B) {
  int *P = &M[A];
  if (!M.count(B))
    return;
  M[B] = 1;
  use(*P);
}

void insertAfterFind_ok(Map &M, int A, int B) {
  auto It = M.find(A);
  if (It == M.end() || M.find(B) == M.end())
    return;
  M[B] = 1;
  use(It->second);
}

void insertNotFound_bad(Map &M, int A, int B) {
  int &R = M[A];
  if (!M.contains(B))
    M[B] = 1;
  use(R); // DEAD
}

void insertAfterCheck_ok(Map &M, int A, int B) {
  auto It = M.find(A);
  if (M.find(B) == M.end())
    return;
  M[B] = 1;
  use(It->second);
}

void findAgain_ok(Map &M, int A, int B) {
  auto It = M.find(A);
  M[B] = 1;
  It = M.find(A);
  use(It->second);
}

void lookup_ok(Map &M, int A, int B) {
  int V = M.lookup(A);
  M[B] = 1;
  use(V);
}

// The class's operator= reads its right operand after the left one has grown.
void assignOther_bad(Strings &M, int A, int B) {
  M[A] = M[B]; // DEAD
}

void assignFound_bad(Strings &M, int A, int B) {
  M[A] = M.find(B)->second; // DEAD
}

// [expr.ass]: "The right operand is sequenced before the left operand".
void assignToFound_ok(Strings &M, int A, int B) { M.find(A)->second = M[B]; }

void assignScalar_ok(Map &M, int A, int B) { M[A] = M[B]; }

// As in an assignment, M[B] is read before M[A] is there.
void assignSum_ok(Map &M, int A, int B) { M[A] += M[B]; }

void assignCopy_ok(Strings &M, int A, int B) { M[A] = M.lookup(B); }

void assignKnown_ok(Strings &M, int A, int B) {
  if (M.contains(A) && M.contains(B))
    M[A] = M[B];
}

void twoArguments_bad(Strings &M, int A, int B) {
  both(M[A], M[B]); // DEAD
}

void argument_bad(Strings &M, int A, int B) {
  M.try_emplace(B, M[A]); // DEAD
}

void argumentAssigned_bad(Strings &M, int A, int B) {
  M.insert_or_assign(B, M.find(A)->second); // DEAD
}

void argumentInPair_ok(Strings &M, int A, int B) {
  M.insert(std::make_pair(B, M[A]));
}

void argumentOwnElement_ok(Map &M, int A) {
  auto It = M.find(A);
  if (It != M.end())
    M.insert(*It);
}

void eraseReference_bad(Map &M, int A) {
  int &R = M[A];
  M.erase(A);
  use(R); // ERASED
}

void erasePointer_bad(Map &M, int A) {
  int *P = &M.find(A)->second;
  M.erase(A);
  use(*P); // ERASED
}

void eraseIterator_bad(Map &M, int A) {
  auto It = M.find(A);
  M.erase(It);
  use(It->second); // ERASED
}

void eraseOther_ok(Map &M) {
  int &R = M.find(1)->second;
  auto It = M.find(1);
  M.erase(2);
  use(R);
  use(It->second);
}

void eraseLoop_ok(Map &M) {
  for (auto I = M.begin(), E = M.end(); I != E;)
    if (isOdd(I->second))
      M.erase(I++);
    else
      ++I;
}

void eraseLoopEarly_ok(Map &M) {
  for (auto I = M.begin(), E = M.end(); I != E;) {
    auto This = I++;
    if (isOdd(This->second))
      M.erase(This);
  }
}

void eraseLoop_bad(Map &M) {
  for (auto I = M.begin(), E = M.end(); I != E; ++I) // ERASED
    if (isOdd(I->second))
      M.erase(I);
}

void clear_bad(Map &M, int A) {
  int &R = M[A];
  M.clear();
  use(R); // ERASED
}

void shrinkAndClear_bad(Map &M, int A) {
  auto It = M.find(A);
  M.shrink_and_clear();
  use(It->second); // ERASED
}

void reserveReference_bad(Map &M, int A) {
  int &R = M[A];
  M.reserve(100);
  use(R); // DEAD
}

void reserveIterator_bad(Map &M, int A) {
  auto It = M.find(A);
  M.reserve(100);
  use(It->second); // DEAD
}

void reserveFirst_ok() {
  Map M;
  M.reserve(3);
  int &R = M[1];
  auto It = M.find(1);
  M[2] = 1;
  M[3] = 1;
  use(R);
  use(It->second);
}

void reserveTooFew_bad() {
  Map M;
  M.reserve(2);
  int &R = M[1];
  M[2] = 1;
  M[3] = 1;
  use(R); // DEAD
}

void moveReference_ok(Map &M, int A) {
  int &R = M[A];
  int *P = &R;
  Map N(std::move(M));
  use(R);
  use(*P);
}

void moveIterator_bad(Map &M, int A) {
  auto It = M.find(A);
  Map N(std::move(M));
  use(It->second); // DEAD
}

void moveThenGrow_bad(Map &M, int A, int B) {
  int &R = M[A];
  Map N(std::move(M));
  N[B] = 1;
  use(R); // DEAD
}

void assigned_bad(Map &M, Map &N, int A) {
  int &R = M[A];
  M = std::move(N);
  use(R); // ERASED
}

void swapReference_ok(Map &M, Map &N, int A) {
  int &R = M[A];
  M.swap(N);
  use(R);
}

void swapIterator_bad(Map &M, Map &N, int A) {
  auto It = M.find(A);
  M.swap(N);
  use(It->second); // DEAD
}

void stdSwapReference_ok(Map &M, Map &N, int A) {
  int &R = M[A];
  std::swap(M, N);
  use(R);
}

void smallMove_bad(llvm::SmallDenseMap<int, int> &M, int A) {
  int &R = M[A];
  llvm::SmallDenseMap<int, int> N(std::move(M));
  use(R); // DEAD
}

void smallSwap_bad(llvm::SmallDenseMap<int, int> &M,
                   llvm::SmallDenseMap<int, int> &N, int A) {
  int *P = &M[A];
  M.swap(N);
  use(*P); // DEAD
}

void smallInsert_bad(llvm::SmallDenseMap<int, int> &M, int A, int B) {
  int &R = M[A];
  M[B] = 1;
  use(R); // DEAD
}

void setInsert_bad(llvm::DenseSet<int> &S, int A, int B) {
  auto It = S.find(A);
  S.insert(B);
  use(*It); // DEAD
}

void setInsertFound_ok(llvm::DenseSet<int> &S, int A) {
  auto It = S.find(A);
  if (It != S.end())
    S.insert(*It);
  use(*It);
}

void setSwap_bad(llvm::DenseSet<int> &S, llvm::DenseSet<int> &T, int A) {
  auto It = S.find(A);
  S.swap(T);
  use(*It); // DEAD
}

void smallSetSwap_bad(llvm::SmallDenseSet<int> &S, llvm::SmallDenseSet<int> &T,
                      int A) {
  const int &R = *S.find(A);
  S.swap(T);
  use(R); // DEAD
}

void setErase_bad(llvm::DenseSet<int> &S, int A) {
  const int &R = *S.find(A);
  S.erase(A);
  use(R); // ERASED
}

void setEraseOther_ok(llvm::DenseSet<int> &S) {
  auto It = S.find(1);
  S.erase(2);
  use(*It);
}
