// RUN: %relocation
// What a report says, word for word, with all its notes.
#include "Inputs/abseil.h"
#include "Inputs/qt.h"
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

void use(int);
void use(const std::string &);
bool flag();
using Names = std::unordered_map<int, std::string>;
using Flat = absl::flat_hash_map<int, int>;
using Set = std::unordered_set<int>;

void rehashByInsertion(Names &names, int host, int guest) {
  auto found = names.find(host);
  names.emplace(guest, "guest");
  use(found->second);
  // CHECK: :[[@LINE-1]]:7: warning: 'found' is used after 'names' may have been rehashed [tombstone-use-after-relocation]
  // CHECK: :[[@LINE-4]]:22: note: (1) 'found' refers to an element of 'names' from here
  // CHECK: :[[@LINE-4]]:9: note: (2) 'emplace' may insert and rehash: iterators into 'names' end, references stay
}

void rehash(Names &names, int host) {
  auto found = names.find(host);
  names.rehash(100);
  use(found->second);
  // CHECK: :[[@LINE-1]]:7: warning: 'found' is used after 'names' may have been rehashed [tombstone-use-after-relocation]
  // CHECK: :[[@LINE-4]]:22: note: (1) 'found' refers to an element of 'names' from here
  // CHECK: :[[@LINE-4]]:9: note: (2) 'rehash' may rehash: iterators into 'names' end, references stay
}

void reserveFlat(Flat &prices, int k) {
  int &price = prices[k];
  prices.reserve(100);
  use(price);
  // CHECK: :[[@LINE-1]]:7: warning: 'price' is used after its element of 'prices' may have moved [tombstone-use-after-relocation]
  // CHECK: :[[@LINE-4]]:16: note: (1) 'price' refers to an element of 'prices' from here
  // CHECK: :[[@LINE-4]]:10: note: (2) 'reserve' may move elements: references and iterators into 'prices' end; only what an element owns elsewhere stays
}

void growth(Flat &prices, int k, int j) {
  int &price = prices[k];
  prices[j] = 1;
  use(price);
  // CHECK: :[[@LINE-1]]:7: warning: 'price' is used after its element of 'prices' may have moved [tombstone-use-after-relocation]
  // CHECK: :[[@LINE-4]]:16: note: (1) 'price' refers to an element of 'prices' from here
  // CHECK: :[[@LINE-4]]:3: note: (2) 'operator[]' may insert, and growth moves the elements: references and iterators into 'prices' end; only what an element owns elsewhere stays
}

void numberOfBucket(Set &ports, int port) {
  auto bucket = ports.bucket(port);
  ports.insert(port);
  ports.bucket_size(bucket);
  // CHECK: :[[@LINE-1]]:9: warning: 'bucket' is used after 'ports' may have been rehashed [tombstone-use-after-relocation]
  // CHECK: :[[@LINE-4]]:23: note: (1) 'bucket' is the number of a bucket of 'ports' from here
  // CHECK: :[[@LINE-4]]:9: note: (2) 'insert' may insert and rehash: iterators into 'ports' end, references stay
}

void end(Names &names, int k, int j) {
  const auto last = names.end();
  names.emplace(j, "new");
  if (names.find(k) != last)
  // CHECK: :[[@LINE-1]]:24: warning: 'last' is used after 'names' may have been rehashed [tombstone-use-after-relocation]
  // CHECK: :[[@LINE-4]]:27: note: (1) 'last' is the end of 'names' from here
  // CHECK: :[[@LINE-4]]:9: note: (2) 'emplace' may insert and rehash: iterators into 'names' end, references stay
    use(k);
}

void endLeftBehind(Names &names, int k) {
  const auto last = names.end();
  Names moved = std::move(names);
  if (moved.find(k) != last)
  // CHECK: :[[@LINE-1]]:24: warning: 'last' is used after 'names' was moved, which leaves its end behind [tombstone-use-after-relocation]
  // CHECK: :[[@LINE-4]]:27: note: (1) 'last' is the end of 'names' from here
  // CHECK: :[[@LINE-4]]:17: note: (2) moved here
    use(k);
}

void loop(Names &names) {
  for (const auto &[key, name] : names)
  // CHECK: :[[@LINE-1]]:32: warning: the loop's iterator is used after 'names' may have been rehashed [tombstone-use-after-relocation]
  // CHECK: :[[@LINE+1]]:11: note: (1) 'emplace' may insert and rehash: iterators into 'names' end, references stay, in an earlier turn of the loop
    names.emplace(key + 1, name);
}

void inLambda(Flat &prices, int k, int j) {
  auto add = [&] { prices[j] = 1; };
  int &price = prices[k];
  add();
  use(price);
  // CHECK: :[[@LINE-1]]:7: warning: 'price' is used after its element of 'prices' may have moved [tombstone-use-after-relocation]
  // CHECK: :[[@LINE-4]]:16: note: (1) 'price' refers to an element of 'prices' from here
  // CHECK: :[[@LINE-4]]:3: note: (2) this call may move the element
  // CHECK: :[[@LINE-7]]:20: note: (3) 'operator[]' may insert, and growth moves the elements: references and iterators into 'prices' end; only what an element owns elsewhere stays
}

void oneExpression(Flat &prices, int a, int b) {
  use(prices[a] + prices[b]);
  // CHECK: :[[@LINE-1]]:7: warning: 'prices[a]' may be read after its element of 'prices' may have moved [tombstone-use-after-relocation]
  // CHECK: :[[@LINE-2]]:19: note: (1) 'operator[]' may insert, and growth moves the elements: references and iterators into 'prices' end; only what an element owns elsewhere stays; the order of the two is not defined
}

void detach(QMap<int, int> &ages, QMap<int, int> &copy, int k) {
  auto it = ages.find(k);
  copy = ages;
  ages[1] = 2;
  use(*it);
  // CHECK: :[[@LINE-1]]:7: warning: 'it' is used after 'ages' may have detached from its copy [tombstone-use-after-relocation]
  // CHECK: :[[@LINE-5]]:18: note: (1) 'it' refers to an element of 'ages' from here
  // CHECK: :[[@LINE-4]]:3: note: (2) 'operator[]' is not const, so 'ages' gets data of its own; handles stay with the copy's
}

struct Shop {
  Flat prices;
  void member(int k, int j) {
    int *price = &prices[k];
    prices.try_emplace(j, 1);
    use(*price);
    // CHECK: :[[@LINE-1]]:9: warning: 'price' is used after its element of 'prices' may have moved [tombstone-use-after-relocation]
    // CHECK: :[[@LINE-4]]:19: note: (1) 'price' refers to an element of 'prices' from here
    // CHECK: :[[@LINE-4]]:12: note: (2) 'try_emplace' may insert, and growth moves the elements: references and iterators into 'prices' end; only what an element owns elsewhere stays
  }
};
