// RUN: %marks
// A walk along a list or a tree has no end: the same member of another object is an
// object that nothing is known of.
#include <map>

struct Node {
  Node *Next = nullptr;
  Node *Left = nullptr;
  std::map<int, int> Items;
  Node *next() { return Next; }
  void drop(int Id) { Items.erase(Id); }
};

int here_bad(Node *N) {
  int &Held = N->Items[1];
  N->drop(1);
  return Held; // ERASED
}

int next_bad(Node *N) {
  int &Held = N->next()->Items[1];
  N->next()->drop(1);
  return Held; // ERASED
}

int next_ok(Node *N) {
  int &Held = N->Items[1];
  N->next()->drop(1);
  return Held;
}

int leftOfNext_bad(Node *N) {
  int &Held = N->Next->Left->Items[1];
  N->Next->Left->drop(1);
  return Held; // ERASED
}

int nextButOne_ok(Node *N) {
  int &Held = N->next()->Items[1];
  N->next()->next()->drop(1);
  return Held;
}

// The two are the same node, but so long a way is not told from longer ones.
int FN_nextButOne(Node *N) {
  int &Held = N->next()->next()->Items[1];
  N->next()->next()->drop(1);
  return Held;
}

// In each turn of the outer loop the other node is a later one. One would have to
// know of each node that one may be at which node the other is then.
void FP_walk(Node *N) {
  for (Node *At = N; At; At = At->next()) {
    int &Held = At->Items[1];
    for (Node *Other = At->next(); Other; Other = Other->next())
      Other->drop(1);
    ++Held; // ERASED
  }
}
