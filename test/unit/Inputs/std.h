// One field a class of the standard library's rows.
// Not everywhere: append_range assign_range insert_range insert_range_after
// Not everywhere: prepend_range push_range replace_with_range
// Of std::span.
// Not everywhere: at cbegin cend crbegin crend
#include <array>
#include <deque>
#include <forward_list>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <set>
#include <span>
#include <stack>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <variant>
#include <vector>
struct Fields {
  std::map<int, long> Map;
  std::multimap<int, long> MultiMap;
  std::set<int> Set;
  std::multiset<int> MultiSet;
  std::unordered_map<int, long> UnorderedMap;
  std::unordered_multimap<int, long> UnorderedMultiMap;
  std::unordered_set<int> UnorderedSet;
  std::unordered_multiset<int> UnorderedMultiSet;
  std::map<int, long>::node_type MapNode;
  std::set<int>::node_type SetNode;
  std::vector<int> Vector;
  std::deque<int> Deque;
  std::list<int> List;
  std::forward_list<int> ForwardList;
  std::array<int, 3> Array;
  std::stack<int> Stack;
  std::queue<int> Queue;
  std::priority_queue<int> PriorityQueue;
  std::string String;
  std::string_view StringView;
  std::span<int> Span;
  std::pair<int, long> Pair;
  std::tuple<int, long> Tuple;
  std::unique_ptr<int> UniquePtr;
  std::unique_ptr<int[]> UniqueArray;
  std::shared_ptr<int> SharedPtr;
  std::shared_ptr<int[]> SharedArray;
  std::weak_ptr<int> WeakPtr;
  std::optional<int> Optional;
  std::variant<int, long> Variant;
  std::reference_wrapper<int> Reference;
  std::map<int, long>::reverse_iterator Reverse;
};
