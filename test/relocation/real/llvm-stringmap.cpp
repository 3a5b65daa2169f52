// RUN: %marks %llvm_flags
// StringMap and StringSet: each entry is allocated by itself and stays, the
// table of pointers to them, in which iterators stand, grows.
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <string>

using llvm::StringRef;
using Map = llvm::StringMap<int>;
using Strings = llvm::StringMap<std::string>;

bool isOdd(int);
void use(int);
void use(StringRef);

void insertReference_ok(Map &M, StringRef A, StringRef B) {
  int &R = M[A];
  M[B] = 1;
  use(R);
}

void insertPointer_ok(Map &M, StringRef A, StringRef B) {
  int *P = &M[A];
  M.try_emplace(B, 1);
  use(*P);
}

void insertEntry_ok(Map &M, StringRef A, StringRef B) {
  auto &Entry = *M.find(A);
  M.insert({B, 1});
  use(Entry.getValue());
}

void insertKey_ok(Map &M, StringRef A, StringRef B) {
  StringRef Key = M.find(A)->getKey();
  M.insert_or_assign(B, 1);
  use(Key);
}

void insertIterator_bad(Map &M, StringRef A, StringRef B) {
  auto It = M.find(A);
  M[B] = 1;
  use(It->second); // DEAD
}

void insertResult_bad(Map &M, StringRef A, StringRef B) {
  auto [It, Inserted] = M.try_emplace(A);
  M[B] = 1;
  It->second = Inserted; // DEAD
}

void insertWhileIterating_bad(Map &M, StringRef A) {
  for (auto &Entry : M) // DEAD
    M[A] += Entry.second;
}

void insertFound_ok(Map &M, StringRef A, StringRef B) {
  auto It = M.find(A);
  if (M.contains(B))
    M[B] = 1;
  use(It->second);
}

void insertSameKey_ok(Map &M, StringRef A) {
  auto It = M.find(A);
  if (It != M.end()) {
    M[A] = 2;
    use(It->second);
  }
}

void assignOther_ok(Strings &M, StringRef A, StringRef B) { M[A] = M[B]; }

void argument_ok(Strings &M, StringRef A, StringRef B) {
  M.try_emplace(B, M[A]);
}

void eraseReference_bad(Map &M, StringRef A) {
  int &R = M[A];
  M.erase(A);
  use(R); // ERASED
}

void erasePointer_bad(Map &M, StringRef A) {
  auto *Entry = &*M.find(A);
  M.erase(A);
  use(Entry->second); // ERASED
}

void eraseIterator_bad(Map &M, StringRef A) {
  auto It = M.find(A);
  M.erase(It);
  use(It->second); // ERASED
}

void eraseKey_bad(Map &M, StringRef A) {
  auto It = M.find(A);
  StringRef Key = It->first();
  M.erase(It);
  use(Key); // ERASED
}

void eraseLoop_ok(Map &M) {
  for (auto I = M.begin(), E = M.end(); I != E;) {
    auto This = I++;
    if (isOdd(This->second))
      M.erase(This);
  }
}

void removeReference_ok(Map &M, StringRef A) {
  auto *Entry = &*M.find(A);
  M.remove(Entry);
  use(Entry->second);
  Entry->Destroy(M.getAllocator());
}

void clear_bad(Map &M, StringRef A) {
  int &R = M[A];
  M.clear();
  use(R); // ERASED
}

void moveReference_ok(Map &M, StringRef A) {
  int &R = M[A];
  Map N(std::move(M));
  use(R);
}

void moveIterator_ok(Map &M, StringRef A) {
  auto It = M.find(A);
  Map N(std::move(M));
  use(It->second);
}

void swap_ok(Map &M, Map &N, StringRef A) {
  int &R = M[A];
  auto It = M.find(A);
  M.swap(N);
  use(R);
  use(It->second);
}

void assigned_bad(Map &M, Map &N, StringRef A) {
  int &R = M[A];
  M = std::move(N);
  use(R); // ERASED
}

void shortString_ok(Strings &M, StringRef A, StringRef B) {
  StringRef S = M[A];
  M[B] = "";
  use(S);
}

void setInsert_bad(llvm::StringSet<> &S, StringRef A, StringRef B) {
  auto It = S.find(A);
  S.insert(B);
  use(It->first()); // DEAD
}

void setKey_ok(llvm::StringSet<> &S, StringRef A, StringRef B) {
  StringRef Key = S.insert(A).first->getKey();
  S.insert(B);
  use(Key);
}

void setKey_bad(llvm::StringSet<> &S, StringRef A) {
  StringRef Key = S.insert(A).first->getKey();
  S.erase(A);
  use(Key); // ERASED
}
