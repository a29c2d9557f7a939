// One indexer at a time: a lock on a file in the index directory that dies with its process.
// Tested by tests/cli/index_test.cpp.
#pragma once

#include <chrono>
#include <filesystem>

namespace pantau {

class IndexLock {
 public:
  /// Takes the lock of the index `directory`, which must exist. Throws Error{locked} naming the
  /// process that holds it and still does after `wait`.
  explicit IndexLock(const std::filesystem::path& directory, std::chrono::seconds wait = {});
  ~IndexLock();
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace pantau
