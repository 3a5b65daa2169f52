// RUN: %marks
// An iterator steps by operators of its base class, whose bodies are in reach: what
// the steps of iterators do is known, and the bodies show less of it.
#include <cstddef>
#include <iterator>

namespace llvm {
template <class Derived, class T> struct StepBase {
  using iterator_category = std::forward_iterator_tag;
  using value_type = T;
  using difference_type = std::ptrdiff_t;
  using pointer = T *;
  using reference = T &;

  T **Ptr = nullptr;
  StepBase() = default;
  explicit StepBase(T **Ptr) : Ptr(Ptr) {}
  Derived &operator++() {
    ++Ptr;
    skip();
    return static_cast<Derived &>(*this);
  }
  Derived operator++(int) {
    Derived Old(Ptr);
    ++*this;
    return Old;
  }
  friend bool operator==(const Derived &A, const Derived &B) { return A.Ptr == B.Ptr; }

private:
  void skip() {
    while (*Ptr == nullptr)
      ++Ptr;
  }
};

template <class T> struct StringMapIterator : StepBase<StringMapIterator<T>, T> {
  using Base = StepBase<StringMapIterator<T>, T>;
  StringMapIterator() = default;
  explicit StringMapIterator(T **Ptr) : Base(Ptr) {}
  T &operator*() const { return **this->Ptr; }
  T *operator->() const { return *this->Ptr; }
};

template <class V> class StringMap {
public:
  struct Entry {
    V second;
  };
  using iterator = StringMapIterator<Entry>;
  using const_iterator = StringMapIterator<const Entry>;
  iterator begin();
  iterator end();
  void erase(iterator It);
};
} // namespace llvm

void sweep_ok(llvm::StringMap<int> &Pool) {
  for (auto I = Pool.begin(), E = Pool.end(); I != E;) {
    auto Tmp = I++;
    if (Tmp->second == 0)
      Pool.erase(Tmp);
  }
}

void sweepBefore_ok(llvm::StringMap<int> &Pool) {
  for (auto I = Pool.begin(), E = Pool.end(); I != E;) {
    auto Old = I;
    ++I;
    if (Old->second == 0)
      Pool.erase(Old);
  }
}

void sweep_bad(llvm::StringMap<int> &Pool) {
  for (auto I = Pool.begin(), E = Pool.end(); I != E; ++I) // ERASED
    if (I->second == 0)
      Pool.erase(I);
}
