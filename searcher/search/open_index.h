// Opens indexes that this program can read, and tells the languages in them. Tested by
// tests/searcher/index_reader_test.cpp.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/query/language_partition.h"

namespace pantau {

/// One or several indexes that are searched as one. Documents are named by their ids in `all`.
struct IndexSnapshot {
  Xapian::Database all;
  std::vector<Xapian::Database> shards;  ///< the databases of `all`, in order
  std::vector<LanguagePartition> partitions;
  std::vector<std::string> warnings;  ///< what a person should know, one line each
  std::string revision;               ///< another text after every commit of a writer

  /// The id in `all` of document `id` of shard `shard`: Xapian deals the ids of several databases
  /// out in turn.
  [[nodiscard]] Xapian::docid global_id(std::size_t shard, Xapian::docid id) const {
    return static_cast<Xapian::docid>((id - 1) * shards.size() + shard + 1);
  }
};

/// Throws Error{index}: what is wrong, and where.
[[noreturn]] void fail_reading(const std::string& where, const std::string& what);

/// The current generations of the indexes in the folders `paths`. Throws Error{index} with advice
/// if one holds none, or one that this program cannot read.
[[nodiscard]] IndexSnapshot open_indexes(const std::vector<std::string>& paths);

/// Open databases as one index, for tests: no version is checked.
[[nodiscard]] IndexSnapshot snapshot_of(std::vector<Xapian::Database> databases);

}  // namespace pantau
