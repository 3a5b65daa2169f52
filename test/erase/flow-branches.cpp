// RUN: %check
// Branches: if, switch, goto, short circuits, early returns, noreturn calls, if constexpr, statement
// expressions.
#include <cstdlib>
#include <map>
#include <string>

void use(int);
void use(const std::string &);
bool flag();
[[noreturn]] void fail();
bool isLong(const std::string &text);

using Map = std::map<int, std::string>;

void afterIf_bad(Map &m, int k) {
  std::string &r = m[k];
  if (flag())
    m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after its element of 'm' was erased [tombstone-use-after-erase]
  // CHECK: :[[@LINE-5]]:{{[0-9]+}}: note: (1) 'r' refers to an element of 'm' from here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: (2) erased here, by key 'k'
}

void afterIf_ok(Map &m, int k) {
  std::string *r = &m[k];
  if (flag()) {
    m.erase(k);
    r = &m[k];
  }
  use(*r);
}

void earlyReturn_bad(Map &m, int k) {
  std::string &r = m[k];
  if (!flag())
    return;
  m.erase(k);
  if (flag())
    return;
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void earlyReturn_ok(Map &m, int k) {
  std::string &r = m[k];
  if (flag()) {
    m.erase(k);
    return;
  }
  use(r);
}

std::string inReturn_bad(Map &m, int k) {
  std::string &r = m[k];
  m.erase(k);
  return r;
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

std::string inReturn_ok(Map &m, int k) {
  std::string r = m[k];
  m.erase(k);
  return r;
}

void noreturnCall_bad(Map &m, int k) {
  std::string &r = m[k];
  if (m.size() > 100)
    fail();
  m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void noreturnCall_ok(Map &m, int k) {
  std::string &r = m[k];
  if (m.size() > 100) {
    m.erase(k);
    fail();
  }
  use(r);
}

void exitCall_ok(Map &m, int k) {
  std::string &r = m[k];
  if (m.size() > 100) {
    m.clear();
    std::exit(1);
  }
  use(r);
}

void switchFallthrough_bad(Map &m, int k) {
  std::string &r = m[k];
  switch (k) {
  case 1:
    m.erase(k);
    [[fallthrough]];
  case 2:
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
    break;
  default:
    break;
  }
}

void switchFallthrough_ok(Map &m, int k) {
  std::string &r = m[k];
  switch (k) {
  case 1:
    m.erase(k);
    break;
  case 2:
    use(r);
    break;
  default:
    break;
  }
}

void afterSwitch_bad(Map &m, int k) {
  std::string &r = m[k];
  switch (k) {
  case 1:
    m.clear();
    break;
  default:
    break;
  }
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void afterSwitch_ok(Map &m, int k) {
  std::string &r = m[k];
  switch (k) {
  case 1:
    m.clear();
    return;
  default:
    break;
  }
  use(r);
}

void gotoCleanup_bad(Map &m, int k) {
  std::string &r = m[k];
  if (flag()) {
    m.erase(k);
    goto cleanup;
  }
  r += "!";
cleanup:
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void gotoCleanup_ok(Map &m, int k) {
  std::string &r = m[k];
  if (flag()) {
    m.erase(k);
    goto done;
  }
  use(r);
done:
  use(k);
}

void logicalAnd_bad(Map &m, int k) {
  std::string &r = m[k];
  if (m.erase(k) && isLong(r))
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
    use(k);
}

void logicalAnd_ok(Map &m, int k) {
  std::string &r = m[k];
  if (isLong(r) && m.erase(k))
    use(k);
}

void logicalOr_bad(Map &m, int k) {
  auto it = m.find(k);
  if (flag() || m.erase(k))
    use(it->second);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
}

void logicalOr_ok(Map &m, int k) {
  auto it = m.find(k);
  if (it == m.end() || isLong(it->second))
    m.erase(k);
}

void conditionalOperator_bad(Map &m, int k) {
  std::string &r = m[k];
  use(static_cast<int>(flag() ? m.erase(k) : m.size()));
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void conditionalOperator_ok(Map &m, int k) {
  std::string &r = m[k];
  flag() ? use(r) : use(static_cast<int>(m.erase(k)));
}

void commaOperator_bad(Map &m, int k) {
  std::string &r = m[k];
  use((m.erase(k), r));
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void commaOperator_ok(Map &m, int k) {
  std::string &r = m[k];
  use(r), m.erase(k);
}

template <bool Drop> void ifConstexpr_bad(Map &m, int k) {
  std::string &r = m[k];
  if constexpr (Drop)
    m.erase(k);
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

template void ifConstexpr_bad<true>(Map &, int);

template <bool Drop> void ifConstexpr_ok(Map &m, int k) {
  std::string &r = m[k];
  if constexpr (Drop)
    m.erase(k);
  else
    use(r);
}

template void ifConstexpr_ok<true>(Map &, int);
template void ifConstexpr_ok<false>(Map &, int);

void constantCondition_ok(Map &m, int k) {
  std::string &r = m[k];
  if (false)
    m.erase(k);
  use(r);
}

void statementExpression_bad(Map &m, int k) {
  std::string &r = m[k];
  use(static_cast<int>(({
    m.erase(k);
    m.size();
  })));
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void statementExpression_ok(Map &m, int k) {
  std::string r = m[k];
  use(static_cast<int>(({
    m.erase(k);
    m.size();
  })));
  use(r);
}

void bothBranches_bad(Map &m, int k) {
  std::string &r = m[k];
  if (flag())
    m.erase(k);
  else
    m.clear();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void bothBranches_ok(Map &m, int k) {
  auto it = m.find(k);
  if (flag())
    it = m.erase(it);
  else
    ++it;
  if (it != m.end())
    use(it->second);
}

void usedInElse_ok(Map &m, int k) {
  auto it = m.find(k);
  if (it->second.empty())
    m.erase(it);
  else
    use(it->second);
}

void noreturnInLambda_ok(Map &m, int k) {
  std::string &r = m[k];
  const auto stop = [&] {
    m.erase(k);
    fail();
  };
  if (m.size() > 100)
    stop();
  use(r);
}

void oneWayOutOfLambda_ok(Map &m, int k) {
  std::string &r = m[k];
  const auto check = [&] {
    if (m.size() <= 100)
      return;
    m.erase(k);
    fail();
  };
  check();
  use(r);
}

// The arm that does not run has nothing to say of this turn.
void conditionalInLoop_ok(Map &m, int a, int b) {
  for (int turn = 0; turn < 2; ++turn) {
    auto it = flag() ? m.find(a) : m.find(b);
    if (it == m.end())
      continue;
    use(it->second);
    m.clear();
  }
}

void conditionalInLoop_bad(Map &m, int a, int b) {
  for (int turn = 0; turn < 2; ++turn) {
    auto it = flag() ? m.find(a) : m.find(b);
    m.clear();
    use(it->second);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
  }
}

void valueOfStatementExpression_bad(Map &m, int k) {
  std::string *r = ({
    flag();
    &m[k];
  });
  m.erase(k);
  use(*r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void valueOfStatementExpression_ok(Map &m, Map &other, int k) {
  std::string *r = ({
    use(m[k]);
    &other[k];
  });
  m.erase(k);
  use(*r);
}

void conditionIsTheValue_bad(Map &m, std::string *fallback, int k) {
  std::string *found = flag() ? &m[k] : nullptr;
  std::string *r = found ?: fallback;
  m.erase(k);
  use(*r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

void conditionIsTheValue_ok(Map &m, Map &other, std::string *fallback, int k) {
  std::string *found = flag() ? &other[k] : nullptr;
  std::string *r = found ?: fallback;
  m.erase(k);
  use(*r);
}
