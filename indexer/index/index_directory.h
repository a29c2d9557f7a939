// The folder of an index, held for writing: its lock, the generations in it, and which of them
// readers see. Knows nothing of what is in a generation. Tested by
// tests/indexer/index_writer_test.cpp.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <vector>

#include "indexer/index/generations.h"
#include "indexer/index/index_lock.h"

namespace pantau {

/// Owned by one thread. Throws Error{index}, or std::filesystem::filesystem_error.
class IndexDirectory {
 public:
  /// Makes the folder if needed and locks it. Throws Error{locked} if another indexer holds it and
  /// still does after `wait`. A generation that was replaced is kept for `reading`.
  explicit IndexDirectory(const std::filesystem::path& path, std::chrono::seconds wait = {},
                          std::chrono::seconds reading = longest_reading);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// The generation that readers see; empty in a new index.
  [[nodiscard]] std::optional<unsigned> published() const;

  /// The folder of segments that are not merged yet.
  [[nodiscard]] std::filesystem::path building() const;

  /// Removes what stopped runs left, and generations that nobody reads any more.
  void remove_leftovers() const;

  /// Makes `generation` durable and what readers see. Removes those that this run replaced and
  /// nobody reads any more.
  void publish(unsigned generation);

 private:
  struct Replaced {
    unsigned generation;
    std::chrono::steady_clock::time_point when;
  };

  std::filesystem::path path_;
  IndexLock lock_;
  std::chrono::seconds reading_;
  std::vector<Replaced> replaced_;  ///< that somebody may still read
};

}  // namespace pantau
