// Settings by section; old names of settings are carried over to the new ones.
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>

using Section = std::map<std::string, std::string>;

class Config {
  std::map<std::string, Section> sections_;

public:
  void set(const std::string &section, const std::string &name, const std::string &value) {
    sections_[section][name] = value;
  }

  void rename(const std::string &section, const std::string &oldName, const std::string &newName) {
    Section &settings = sections_[section];
    auto old = settings.find(oldName);
    if (old == settings.end())
      return;
    auto [fresh, inserted] = settings.emplace(newName, old->second);
    settings.erase(old);
    if (!inserted)
      throw std::runtime_error("both " + old->first + " and " + fresh->first + " are set");
  }

  void print() const {
    for (const auto &[section, settings] : sections_)
      for (const auto &[name, value] : settings)
        std::cout << section << '.' << name << " = " << value << '\n';
  }
};

int main() {
  Config config;
  config.set("window", "colour", "blue");
  config.set("window", "color", "red");
  config.set("window", "width", "800");
  try {
    config.rename("window", "colour", "color");
  } catch (const std::runtime_error &error) {
    std::cout << error.what() << '\n';
  }
  config.print();
}
