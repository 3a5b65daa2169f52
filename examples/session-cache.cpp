// A cache of login sessions with a limit on their number.
#include <cstddef>
#include <iostream>
#include <string>
#include <unordered_map>

struct Session {
  std::string user;
  long lastSeen = 0;
};

class SessionCache {
  std::unordered_map<std::string, Session> sessions_;
  std::size_t limit_ = 2;

public:
  void open(const std::string &token, const std::string &user, long now) {
    if (sessions_.size() >= limit_)
      dropOldest();
    sessions_[token] = {user, now};
  }

  void close(const std::string &token) {
    auto session = sessions_.find(token);
    if (session == sessions_.end())
      return;
    sessions_.erase(session);
    std::cout << "closed the session of " << session->second.user << '\n';
  }

  void dropOldest() {
    auto oldest = sessions_.begin();
    for (auto it = sessions_.begin(); it != sessions_.end(); ++it)
      if (it->second.lastSeen < oldest->second.lastSeen)
        oldest = it;
    if (oldest != sessions_.end())
      sessions_.erase(oldest);
  }
};

int main() {
  SessionCache cache;
  cache.open("t1", "ada", 10);
  cache.open("t2", "grace", 20);
  cache.open("t3", "barbara", 30);
  cache.close("t2");
}
