// Headers of a request: names are compared without case, one value may refer to another.
#include <algorithm>
#include <cctype>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

struct IgnoreCase {
  bool operator()(std::string_view a, std::string_view b) const {
    return std::ranges::lexicographical_compare(
        a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) < std::tolower(y); });
  }
};

class Headers {
  std::map<std::string, std::string, IgnoreCase> values_;

public:
  void set(const std::string &name, const std::string &value) { values_.insert_or_assign(name, value); }

  std::string_view scheme() const {
    auto it = values_.find("authorization");
    if (it == values_.end())
      return "none";
    std::string_view value = it->second;
    return value.substr(0, value.find(' '));
  }

  std::string takeHost() {
    std::string_view host = values_["host"];
    if (auto colon = host.rfind(':'); colon != std::string_view::npos)
      host = host.substr(0, colon);
    values_.erase("host");
    return std::string(host);
  }
};

int main() {
  Headers headers;
  headers.set("Host", "www.a-rather-long-name.example.org:8080");
  headers.set("Authorization", "Basic secret");
  std::cout << headers.scheme() << " for " << headers.takeHost() << '\n';
}
