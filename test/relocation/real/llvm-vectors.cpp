// RUN: %marks %llvm_flags
// MapVector and SetVector: the elements stand in a vector, in the order in
// which they came; what stands behind an erased one moves up. SmallPtrSet:
// pointers by value, iterators into the table.
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <string>

using Map = llvm::MapVector<int, int>;
using SmallMap = llvm::SmallMapVector<int, int, 4>;
using Strings = llvm::MapVector<int, std::string>;
using Set = llvm::SetVector<int>;

bool isOdd(int);
void use(int);

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

void insertFront_bad(Map &M, int B) {
  auto &First = M.front();
  M.insert_or_assign(B, 1);
  use(First.second); // DEAD
}

void insertWhileIterating_bad(Map &M) {
  for (auto &KV : M)
    M[KV.second] = 1; // DEAD
}

void insertSameKey_ok(Map &M, int A) {
  int &R = M[A];
  M[A] = 2;
  use(R);
}

void insertFound_ok(Map &M, int A, int B) {
  auto It = M.find(A);
  if (M.count(B))
    M[B] = 1;
  use(It->second);
}

void lookup_ok(Map &M, int A, int B) {
  int V = M.lookup(A);
  M[B] = 1;
  use(V);
}

void assignOther_bad(Strings &M, int A, int B) {
  M[A] = M[B]; // DEAD
}

void assignCopy_ok(Strings &M, int A, int B) { M[A] = M.lookup(B); }

void eraseReference_bad(Map &M, int A) {
  int &R = M[A];
  M.erase(A);
  use(R); // ERASED
}

void erasePointer_bad(Map &M, int A) {
  int *P = &M[A];
  M.erase(M.find(A));
  use(*P); // ERASED
}

void eraseIterator_bad(Map &M, int A) {
  auto It = M.find(A);
  M.erase(It);
  use(It->second); // ERASED
}

// It moves if it came after the other.
void FN_eraseOther(Map &M) {
  int &R = M.find(1)->second;
  M.erase(2);
  use(R);
}

void eraseLoop_ok(Map &M) {
  for (auto I = M.begin(); I != M.end();)
    if (isOdd(I->second))
      I = M.erase(I);
    else
      ++I;
}

void eraseLoop_bad(Map &M) {
  for (auto I = M.begin(); I != M.end(); ++I)
    if (isOdd(I->second)) // ERASED
      M.erase(I);
}

void popBack_ok(Map &M) {
  while (!M.empty()) {
    int V = M.back().second;
    M.pop_back();
    use(V);
  }
}

void clear_bad(Map &M, int A) {
  auto It = M.find(A);
  M.clear();
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
  M.reserve(2);
  int &R = M[1];
  auto It = M.find(1);
  M[2] = 1;
  use(R);
  use(It->second);
}

void moveReference_ok(Map &M, int A) {
  int &R = M[A];
  Map N(std::move(M));
  use(R);
}

void moveIterator_ok(Map &M, int A) {
  auto It = M.find(A);
  Map N(std::move(M));
  use(It->second);
}

void swap_ok(Map &M, Map &N, int A) {
  int *P = &M[A];
  M.swap(N);
  use(*P);
}

void takeVector_ok(Map &M, int A) {
  int &R = M[A];
  auto V = M.takeVector();
  use(R);
}

void smallMove_bad(SmallMap &M, int A) {
  int &R = M[A];
  SmallMap N(std::move(M));
  use(R); // DEAD
}

void smallMoveIterator_bad(SmallMap &M, int A) {
  auto It = M.find(A);
  SmallMap N = std::move(M);
  use(It->second); // DEAD
}

void smallSwap_bad(SmallMap &M, SmallMap &N, int A) {
  int *P = &M[A];
  M.swap(N);
  use(*P); // DEAD
}

void smallInsert_bad(SmallMap &M, int A, int B) {
  int &R = M[A];
  M[B] = 1;
  use(R); // DEAD
}

void setInsertReference_bad(Set &S, int B) {
  const int &R = S[0];
  S.insert(B);
  use(R); // DEAD
}

void setInsertIterator_bad(Set &S, int B) {
  auto It = S.begin();
  S.insert(B);
  use(*It); // DEAD
}

void setWorklist_bad(Set &S) {
  for (int V : S) // DEAD
    S.insert(V + 1);
}

void setWorklistByIndex_ok(Set &S) {
  for (unsigned I = 0; I != S.size(); ++I)
    S.insert(S[I] / 2);
}

void setWorklistPopped_ok(Set &S) {
  while (!S.empty()) {
    int V = S.pop_back_val();
    S.insert(V / 2);
  }
}

void setView_bad(Set &S, int B) {
  auto Items = S.getArrayRef();
  S.insert(B);
  use(Items[0]); // DEAD
}

void setRemove_bad(Set &S) {
  for (auto I = S.begin(); I != S.end(); ++I)
    if (isOdd(*I)) // ERASED
      S.erase(I);
}

void setClear_bad(Set &S) {
  const int &R = S.back();
  S.clear();
  use(R); // ERASED
}

void pointersInsert_bad(llvm::SmallPtrSet<int *, 4> &S, int *A, int *B) {
  auto It = S.find(A);
  S.insert(B);
  use(**It); // DEAD
}

void pointersInsert_ok(llvm::SmallPtrSet<int *, 4> &S, int *B) {
  int *P = *S.begin();
  S.insert(B);
  use(*P);
}

// Of erase: "Invalidates iterators if true is returned."
void pointersErase_bad(llvm::SmallPtrSet<int *, 4> &S, int *B) {
  for (int *P : S) // DEAD
    if (isOdd(*P))
      S.erase(B);
}

void pointersEraseThenReturn_ok(llvm::SmallPtrSet<int *, 4> &S) {
  for (int *P : S)
    if (isOdd(*P)) {
      S.erase(P);
      return;
    }
}

void pointersReserve_bad(llvm::SmallPtrSet<int *, 4> &S, int *A) {
  auto It = S.find(A);
  S.reserve(100);
  use(**It); // DEAD
}

void pointersSwap_bad(llvm::SmallPtrSet<int *, 4> &S,
                      llvm::SmallPtrSet<int *, 4> &T, int *A) {
  auto It = S.find(A);
  S.swap(T);
  use(**It); // DEAD
}

void pointersMove_bad(llvm::SmallPtrSet<int *, 4> &S, int *A) {
  auto It = S.find(A);
  llvm::SmallPtrSet<int *, 4> T(std::move(S));
  use(**It); // DEAD
}
