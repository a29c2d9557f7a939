#include "indexer/crawl/folder_walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <system_error>

#include "common/index_location.h"
#include "common/utf8.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;

Rejected unreadable(const fs::path& path, const std::error_code& error) {
  return {{to_valid_utf8(path.native()), 0}, "", "unreadable", error.message()};
}

// A stub of an index, or the first file of a glass database.
bool is_index(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / stub_name, error) || fs::exists(folder / "iamglass", error);
}

}  // namespace

FolderWalk::FolderWalk(fs::path root) {
  levels_.push_back({std::move(root)});
}

std::optional<FolderWalk::Found> FolderWalk::next() {
  while (!levels_.empty()) {
    if (levels_.back().empty()) {
      levels_.pop_back();
      continue;
    }
    const fs::path path = std::move(levels_.back().back());
    levels_.back().pop_back();
    if (auto found = look_at(path, std::exchange(at_root_, false))) return found;
  }
  return std::nullopt;
}

std::optional<FolderWalk::Found> FolderWalk::look_at(const fs::path& path, bool is_root) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found)
    return unreadable(path, std::make_error_code(std::errc::no_such_file_or_directory));
  if (error) return unreadable(path, error);
  if (fs::is_directory(status)) return enter(path, is_root);
  if (is_root || fs::is_regular_file(status)) return path;
  return Skipped{"file-special"};
}

// Puts the folder's entries before all that is left; a find only if it cannot be read.
std::optional<FolderWalk::Found> FolderWalk::enter(const fs::path& folder, bool is_root) {
  if (is_index(folder) && is_root)
    return Rejected{{to_valid_utf8(folder.native()), 0}, "", "index", "an index is no input"};
  if (is_index(folder)) return Skipped{"folder-index"};
  struct stat identity {};
  if (::stat(folder.c_str(), &identity) != 0)
    return unreadable(folder, {errno, std::generic_category()});
  if (!entered_.emplace(identity.st_dev, identity.st_ino).second) return std::nullopt;
  std::error_code error;
  std::vector<fs::path> names;
  for (fs::directory_iterator it{folder, error}; !error && it != fs::directory_iterator{};
       it.increment(error))
    names.push_back(it->path());
  std::sort(names.begin(), names.end(), std::greater{});
  levels_.push_back(std::move(names));
  if (error) return unreadable(folder, error);
  return std::nullopt;
}

}  // namespace pantau
