// clang-tidy with Tombstone's checks built in.
//
// Clang looks for its own headers relative to the running program, which is
// not where this program is; so the resource directory of the clang that we
// were built with comes first, and whatever the user says comes after it.

#include "clang-tidy/tool/ClangTidyMain.h"
#include <vector>

int main(int Argc, const char **Argv) {
  std::vector<const char *> Args(Argv, Argv + Argc);
  Args.insert(Args.begin() + 1,
              "--extra-arg-before=-resource-dir=" TOMBSTONE_RESOURCE_DIR);
  Args.push_back(nullptr);
  return clang::tidy::clangTidyMain(Argc + 1, Args.data());
}
