// One field a class of sparsehash.effects.
#include <sparsehash/dense_hash_map>
#include <sparsehash/dense_hash_set>
#include <sparsehash/sparse_hash_map>
#include <sparsehash/sparse_hash_set>
struct Fields {
  google::dense_hash_map<int, long> DenseMap;
  google::dense_hash_set<int> DenseSet;
  google::sparse_hash_map<int, long> SparseMap;
  google::sparse_hash_set<int> SparseSet;
};
