// Keeps commits and copies of an index apart, without keeping a copy from a run that goes on: the
// one that commits waits until nobody copies, the one that copies until nobody commits. Between two
// commits a writer changes only blocks that the committed state does not use, so that a copy of the
// files taken then opens as that state. Tested by tests/cli/upkeep_test.cpp.
#pragma once

#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace pantau {

/// Holds the barrier while it lives: a lock on the folder of the index itself, which dies with its
/// process. Where the file system has no such locks it holds nothing; a copy is checked anyway.
class CommitBarrier {
 public:
  enum class Side { committing, copying };  ///< several may copy, one commits

  CommitBarrier(const std::filesystem::path& index, Side side)
      : descriptor_{open(index.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)} {
    if (descriptor_ >= 0) flock(descriptor_, side == Side::committing ? LOCK_EX : LOCK_SH);
  }
  ~CommitBarrier() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  CommitBarrier(const CommitBarrier&) = delete;
  CommitBarrier& operator=(const CommitBarrier&) = delete;

 private:
  int descriptor_;
};

}  // namespace pantau
