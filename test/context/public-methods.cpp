// What is a guess, and what is shown: the option PublicMethods.
//
// RUN: %tidy --checks='-*,tombstone-reentrant-erase' %s -- -std=c++20 | FileCheck %s --check-prefix=GUESS
// RUN: %tidy --checks='-*,tombstone-reentrant-erase' --config='{CheckOptions: {tombstone-reentrant-erase.PublicMethods: false}}' %s -- -std=c++20 | FileCheck %s --check-prefix=SHOWN

#include <map>

class Group;
struct Listener {
  virtual ~Listener();
  virtual void changed() = 0;
  virtual void changedIn(Group &group) = 0;
};

class Group {
  std::map<int, Listener *> listeners;

public:
  void remove(int id) { listeners.erase(id); }

  // Nothing shows that a listener knows the group.
  void guess() {
    for (auto &[id, listener] : listeners)
      listener->changed();
  }

  void shown() {
    for (auto &[id, listener] : listeners)
      listener->changedIn(*this);
  }

};

// Only this method ends elements, and it ends all of them.
class Server {
  std::map<int, Listener *> open;

public:
  void stop_ok() {
    for (auto &[id, listener] : open)
      listener->changed();
    open.clear();
  }
};

// GUESS-NOT: warning:
// GUESS: :23:31: warning: the loop's iterator is used after a call that may erase its element of 'listeners'
// GUESS: :28:31: warning: the loop's iterator is used after a call that may erase its element of 'listeners'
// GUESS-NOT: warning:

// SHOWN-NOT: warning:
// SHOWN: :28:31: warning: the loop's iterator is used after a call that may erase its element of 'listeners'
// SHOWN-NOT: warning:
