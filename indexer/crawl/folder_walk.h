// The files below a folder, one at a time, in the order of their names.
// Tested by tests/indexer/crawl/folder_walk_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "indexer/crawl/raw_page.h"

namespace pantau {

/// Follows links, but enters no folder twice, so that a link to a parent is no trap. Pipes, sockets
/// and devices come as Skipped, since reading them may never end, and so do Xapian indexes, ours
/// among them: an index may lie in the folder it is made from. Holds the names of one folder per
/// level.
class FolderWalk {
 public:
  /// A file as `root` is its own only find, whatever it is: whoever names a pipe wants it read.
  explicit FolderWalk(std::filesystem::path root);

  using Found = std::variant<std::filesystem::path, Rejected, Skipped>;

  /// The next file, what cannot be read (a Rejected with reason "unreadable", or "index" where the
  /// root is one), or empty at the end.
  [[nodiscard]] std::optional<Found> next();

 private:
  std::optional<Found> look_at(const std::filesystem::path& path, bool is_root);
  std::optional<Found> enter(const std::filesystem::path& folder, bool is_root);

  std::vector<std::vector<std::filesystem::path>> levels_;  // what is left of each, last name first
  std::set<std::pair<std::uint64_t, std::uint64_t>> entered_;  // device and inode
  bool at_root_ = true;
};

}  // namespace pantau
