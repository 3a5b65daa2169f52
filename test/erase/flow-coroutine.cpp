// RUN: %check
// Coroutines: no crash, and inside one body the same rules as everywhere.
#include <coroutine>
#include <map>
#include <string>

void use(int);
void use(const std::string &);

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(const std::string &value) { use(value); }
    std::suspend_never yield_value(int) { return {}; }
    void unhandled_exception() {}
  };
};
struct Ready {
  bool await_ready() { return true; }
  void await_suspend(std::coroutine_handle<>) {}
  int await_resume() { return 1; }
};

using Map = std::map<int, std::string>;

Task acrossAwait_bad(Map &m, int k) {
  std::string &r = m[k];
  m.erase(k);
  co_await Ready();
  use(r);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  co_return "done";
}

Task acrossAwait_ok(Map &m, int k) {
  std::string &r = m[k];
  co_await Ready();
  use(r);
  m.erase(k);
  co_return "done";
}

Task killAfterAwait_bad(Map &m, int k) {
  auto it = m.find(k);
  co_await Ready();
  m.erase(it);
  use(it->second);
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'it' is used after {{.*}} [tombstone-use-after-erase]
  co_return "done";
}

Task killAfterAwait_ok(Map &m, int k) {
  auto it = m.find(k);
  co_await Ready();
  it = m.erase(it);
  if (it != m.end())
    use(it->second);
  co_return "done";
}

Task returned_bad(Map &m, int k) {
  std::string &r = m[k];
  m.erase(k);
  co_return r;
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
}

Task returned_ok(Map &m, int k) {
  std::string r = m[k];
  m.erase(k);
  co_return r;
}

Task yielded_bad(std::map<int, int> &m, int k) {
  int &r = m[k];
  m.erase(k);
  co_yield r;
  // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
  co_return "done";
}

Task yielded_ok(std::map<int, int> &m, int k) {
  int &r = m[k];
  co_yield r;
  m.erase(k);
  co_return "done";
}

Task awaitInLoop_bad(Map &m, int k) {
  std::string &r = m[k];
  for (int i = 0; i < 3; ++i) {
    use(r);
    // CHECK: :[[@LINE-1]]:{{.*}} warning: 'r' is used after {{.*}} [tombstone-use-after-erase]
    m.erase(k);
    use(co_await Ready());
  }
  co_return "done";
}

Task awaitInLoop_ok(Map &m, int k) {
  for (int i = 0; i < 3; ++i) {
    std::string &r = m[k];
    use(r);
    m.erase(k);
    use(co_await Ready());
  }
  co_return "done";
}
