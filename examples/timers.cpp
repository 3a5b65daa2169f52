// Timers in order of their due time; a periodic one is scheduled again after it has fired.
#include <iostream>
#include <map>
#include <string>
#include <utility>

struct Timer {
  std::string name;
  int period = 0;
};

class Timers {
  std::multimap<int, Timer> queue_;

public:
  void add(int due, Timer timer) { queue_.emplace(due, std::move(timer)); }

  void fireUntil(int now) {
    while (!queue_.empty() && queue_.begin()->first <= now) {
      auto next = queue_.begin();
      const Timer &timer = next->second;
      std::cout << timer.name << " at " << next->first << '\n';
      int due = next->first;
      queue_.erase(next);
      if (timer.period > 0)
        add(due + timer.period, timer);
    }
  }

  void cancel(const std::string &name) {
    for (auto it = queue_.begin(); it != queue_.end();)
      it = it->second.name == name ? queue_.erase(it) : std::next(it);
  }
};

int main() {
  Timers timers;
  timers.add(5, {"blink", 5});
  timers.add(7, {"alarm", 0});
  timers.cancel("nothing");
  timers.fireUntil(20);
}
