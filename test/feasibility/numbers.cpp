// RUN: %marks
// Comparisons of numbers, enumerations and pointers: with constants, and with each other.
#include <map>
#include <string>

using Map = std::map<int, std::string>;
void use(const std::string &);
bool flag();
int number();
enum class Mode { Keep, Drop, Move };

// ===-- With constants ------------------------------------------------------===

void equal_ok(Map &m, int k, int mode) {
  std::string &r = m[k];
  if (mode == 1)
    m.erase(k);
  if (mode != 1)
    use(r);
}

void equal_bad(Map &m, int k, int mode) {
  std::string &r = m[k];
  if (mode == 1)
    m.erase(k);
  if (mode != 2)
    use(r); // ERASED
}

void twoConstants_ok(Map &m, int k, Mode mode) {
  std::string &r = m[k];
  if (mode == Mode::Drop)
    m.erase(k);
  if (mode == Mode::Keep)
    use(r);
}

void twoConstants_bad(Map &m, int k, Mode mode) {
  std::string &r = m[k];
  if (mode == Mode::Drop)
    m.erase(k);
  if (mode != Mode::Keep)
    use(r); // ERASED
}

void changed_bad(Map &m, int k, int mode) {
  std::string &r = m[k];
  if (mode == 1)
    m.erase(k);
  ++mode;
  if (mode != 1)
    use(r); // ERASED
}

void order_ok(Map &m, int k, int n) {
  std::string &r = m[k];
  if (n < 3)
    m.erase(k);
  if (n > 5)
    use(r);
}

void order_bad(Map &m, int k, int n) {
  std::string &r = m[k];
  if (n < 7)
    m.erase(k);
  if (n > 5)
    use(r); // ERASED
}

void orderAndEqual_ok(Map &m, int k, int n) {
  std::string &r = m[k];
  if (n == 0)
    m.erase(k);
  if (n >= 1)
    use(r);
}

void orderAndEqual_bad(Map &m, int k, int n) {
  std::string &r = m[k];
  if (n == 0)
    m.erase(k);
  if (n >= 0)
    use(r); // ERASED
}

void noNumberBetween_ok(Map &m, int k, int n) {
  std::string &r = m[k];
  if (n > 3)
    m.erase(k);
  if (n < 4)
    use(r);
}

void numberBetween_bad(Map &m, int k, int n) {
  std::string &r = m[k];
  if (n > 3)
    m.erase(k);
  if (n < 5)
    use(r); // ERASED
}

void truth_ok(Map &m, int k, int n) {
  std::string &r = m[k];
  if (n)
    m.erase(k);
  if (n == 0)
    use(r);
}

void truth_bad(Map &m, int k, int n) {
  std::string &r = m[k];
  if (n)
    m.erase(k);
  if (n != 1)
    use(r); // ERASED
}

void comparedWithTrue_ok(Map &m, int k, bool drop) {
  std::string &r = m[k];
  if (drop == true)
    m.erase(k);
  if (drop == false)
    use(r);
}

void floating_bad(Map &m, int k, double x) {
  std::string &r = m[k];
  if (!(x < 1))
    m.erase(k);
  if (!(x >= 1))
    use(r); // ERASED
}

// What is cut off is another number.
void narrowed_bad(Map &m, int k, int n) {
  std::string &r = m[k];
  if (n != 0)
    m.erase(k);
  if (static_cast<char>(n) == 0)
    use(r); // ERASED
}

// ===-- With each other -----------------------------------------------------===

void twoVariables_ok(Map &m, int k, int a, int b) {
  std::string &r = m[k];
  if (a < b)
    m.erase(k);
  if (b <= a)
    use(r);
}

void twoVariables_bad(Map &m, int k, int a, int b) {
  std::string &r = m[k];
  if (a < b)
    m.erase(k);
  if (a <= b)
    use(r); // ERASED
}

void twoVariablesEqual_ok(Map &m, int k, int a, int b) {
  std::string &r = m[k];
  if (a == b)
    m.erase(k);
  if (a < b || b < a)
    use(r);
}

void equalToOne_ok(Map &m, int k, int a, int b) {
  std::string &r = m[k];
  if (a == 1 && b == a)
    m.erase(k);
  if (b == 2)
    use(r);
}

void equalToOne_bad(Map &m, int k, int a, int b) {
  std::string &r = m[k];
  if (a == 1 || b == a)
    m.erase(k);
  if (b == 2)
    use(r); // ERASED
}

void copied_ok(Map &m, int k, int mode) {
  const int was = mode;
  std::string &r = m[k];
  if (mode == 1)
    m.erase(k);
  mode = 2;
  if (was != 1)
    use(r);
}

void copied_bad(Map &m, int k, int mode) {
  const int was = mode;
  mode = 2;
  std::string &r = m[k];
  if (mode == 2)
    m.erase(k);
  if (was != 2)
    use(r); // ERASED
}

void arithmetic_ok(Map &m, int k, int n) {
  std::string &r = m[k];
  if (n % 2 == 0)
    m.erase(k);
  if (n % 2 != 0)
    use(r);
}

void arithmetic_bad(Map &m, int k, int n) {
  std::string &r = m[k];
  if (n % 2 == 0)
    m.erase(k);
  if (n % 3 != 0)
    use(r); // ERASED
}

// ===-- Pointers ------------------------------------------------------------===

void pointer_ok(Map &m, int k, int *p) {
  std::string &r = m[k];
  if (p)
    m.erase(k);
  if (p == nullptr)
    use(r);
}

void pointer_bad(Map &m, int k, int *p, int *q) {
  std::string &r = m[k];
  if (p)
    m.erase(k);
  if (q == nullptr)
    use(r); // ERASED
}

void address_ok(Map &m, int k) {
  int local = 0;
  int *p = flag() ? &local : nullptr;
  std::string &r = m[k];
  if (p == nullptr)
    m.erase(k);
  if (p == &local)
    use(r);
}

void address_bad(Map &m, int k) {
  int local = 0;
  int *p = flag() ? &local : nullptr;
  std::string &r = m[k];
  if (p != nullptr)
    m.erase(k);
  if (p == &local)
    use(r); // ERASED
}

// ===-- switch --------------------------------------------------------------===

void switchTwice_ok(Map &m, int k, int command) {
  std::string &r = m[k];
  switch (command) {
  case 1:
    m.erase(k);
    break;
  }
  switch (command) {
  case 2:
    use(r);
    break;
  }
}

void switchTwice_bad(Map &m, int k, int command) {
  std::string &r = m[k];
  switch (command) {
  case 1:
  case 2:
    m.erase(k);
    break;
  }
  switch (command) {
  case 2:
    use(r); // ERASED
    break;
  }
}

void switchDefault_ok(Map &m, int k, Mode mode) {
  std::string &r = m[k];
  switch (mode) {
  case Mode::Drop:
    m.erase(k);
    break;
  default:
    break;
  }
  switch (mode) {
  case Mode::Drop:
    break;
  default:
    use(r);
  }
}

void switchDefault_bad(Map &m, int k, Mode mode) {
  std::string &r = m[k];
  switch (mode) {
  case Mode::Keep:
    break;
  default:
    m.erase(k);
    break;
  }
  switch (mode) {
  case Mode::Drop:
    break;
  default:
    use(r); // ERASED
  }
}

void switchFallsThrough_bad(Map &m, int k, Mode mode) {
  std::string &r = m[k];
  switch (mode) {
  case Mode::Drop:
    m.erase(k);
  case Mode::Keep:
    use(r); // ERASED
  default:
    break;
  }
}

void switchRange_ok(Map &m, int k, int c) {
  std::string &r = m[k];
  switch (c) {
  case 1 ... 5:
    m.erase(k);
  }
  if (c > 5)
    use(r);
}

void switchRange_bad(Map &m, int k, int c) {
  std::string &r = m[k];
  switch (c) {
  case 1 ... 5:
    m.erase(k);
  }
  if (c > 4)
    use(r); // ERASED
}
