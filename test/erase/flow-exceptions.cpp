// RUN: %check
// try, catch and throw: a handler sees what was killed before the exception left.
#include <map>
#include <stdexcept>
#include <string>

void use(int);
void use(const std::string &);
void mayThrow();
bool flag();

using Map = std::map<int, std::string>;

void useInHandler_bad(Map &m, int k) {
  std::string &r = m[k];
  try {
    m.erase(k);
    mayThrow();
  } catch (const std::exception &) {
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
    // CHECK: :[[@LINE-7]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
    // CHECK: :[[@LINE-6]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
  }
}

void useInHandler_ok(Map &m, int k) {
  std::string &r = m[k];
  try {
    mayThrow();
    m.erase(k);
  } catch (const std::runtime_error &) {
    use(r);
  }
}

void killInHandler_bad(Map &m, int k) {
  std::string &r = m[k];
  try {
    mayThrow();
  } catch (...) {
    m.erase(k);
  }
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void killInHandler_ok(Map &m, int k) {
  std::string &r = m[k];
  try {
    mayThrow();
  } catch (...) {
    m.erase(k);
    return;
  }
  use(r);
}

void killInHandlerAndRethrow_ok(Map &m, int k) {
  std::string &r = m[k];
  try {
    mayThrow();
  } catch (...) {
    m.erase(k);
    throw;
  }
  use(r);
}

void bothInHandler_bad(Map &m, int k) {
  auto it = m.find(k);
  try {
    mayThrow();
  } catch (const std::exception &) {
    m.erase(it);
    use(it->second);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
  }
}

void bothInHandler_ok(Map &m, int k) {
  auto it = m.find(k);
  try {
    mayThrow();
  } catch (const std::exception &) {
    use(it->second);
    m.erase(it);
  }
}

void killInTry_bad(Map &m, int k) {
  std::string &r = m[k];
  try {
    m.erase(k);
    mayThrow();
  } catch (...) {
  }
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void killInTry_ok(Map &m, int k) {
  std::string r = m[k];
  try {
    m.erase(k);
    mayThrow();
  } catch (...) {
  }
  use(r);
}

void messageFromDeadElement_bad(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  if (flag())
    throw std::runtime_error("unknown: " + it->second);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void messageFromDeadElement_ok(Map &m, int k) {
  auto it = m.find(k);
  if (flag())
    throw std::runtime_error("unknown: " + it->second);
  m.erase(it);
}

void throwAfterErase_ok(Map &m, int k) {
  std::string &r = m[k];
  if (flag()) {
    m.erase(k);
    throw std::runtime_error("gone");
  }
  use(r);
}

void nestedTry_bad(Map &m, int k) {
  std::string &r = m[k];
  try {
    try {
      mayThrow();
    } catch (const std::runtime_error &) {
      m.erase(k);
      throw;
    }
  } catch (const std::exception &) {
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  }
}

void nestedTry_ok(Map &m, int k) {
  std::string &r = m[k];
  try {
    try {
      mayThrow();
    } catch (const std::runtime_error &) {
      m.erase(k);
    }
  } catch (const std::logic_error &) {
    use(r);
  }
}

void containerInTry_bad(int k) {
  std::string *p = nullptr;
  try {
    Map m;
    p = &m[k];
    mayThrow();
  } catch (...) {
    use(*p);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'p' is used after {{.*}} [tombstone-use-after-erase]
  }
}

void containerInTry_ok(int k) {
  Map m;
  std::string *p = nullptr;
  try {
    p = &m[k];
    mayThrow();
  } catch (...) {
    use(*p);
  }
}

void retryLoop_bad(Map &m, int k) {
  std::string &r = m[k];
  for (int turn = 0; turn < 3; ++turn) {
    try {
      use(r);
      // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
      mayThrow();
    } catch (...) {
      m.erase(k);
    }
  }
}

void retryLoop_ok(Map &m, int k) {
  for (int turn = 0; turn < 3; ++turn) {
    std::string &r = m[k];
    try {
      use(r);
      mayThrow();
    } catch (...) {
      m.erase(k);
    }
  }
}

void functionTryBlock_bad(Map &m, int k) try {
  mayThrow();
} catch (...) {
  std::string &r = m[k];
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}
