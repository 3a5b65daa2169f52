// An index of words that adds the plural of each word it meets: the insertion may
// rehash the table, which ends the loop's iterator.
#include <string>
#include <unordered_map>

class WordIndex {
public:
  void addPlurals() {
    for (auto It = Pages.begin(); It != Pages.end(); ++It)
      if (!It->first.ends_with("s"))
        Pages.emplace(It->first + "s", It->second);
  }

  // References stay where a rehash only links the nodes anew.
  int visit(const std::string &Word, const std::string &Next) {
    int &Page = Pages[Word];
    Pages.try_emplace(Next, Page + 1);
    return Page;
  }

private:
  std::unordered_map<std::string, int> Pages;
};

int main() {
  WordIndex Index;
  Index.visit("map", "set");
  Index.addPlurals();
}
