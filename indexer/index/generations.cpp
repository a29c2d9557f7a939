#include "indexer/index/generations.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "common/index_location.h"
#include "indexer/index_error.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;

/// The number of a generation's folder, or empty for any other name.
std::optional<unsigned> generation_number(const std::string& name) {
  const std::string_view prefix = generation_prefix;
  if (!name.starts_with(prefix)) return {};
  unsigned number = 0;
  const char* const last = name.data() + name.size();
  const auto [end, error] = std::from_chars(name.data() + prefix.size(), last, number);
  return error == std::errc{} && end == last ? std::optional{number} : std::nullopt;
}

void sync(const fs::path& path, int flags) {
  const int descriptor = open(path.c_str(), flags);
  if (descriptor < 0) fail_index(path, std::string{"cannot open: "} + std::strerror(errno));
  const int failed = fsync(descriptor) != 0 ? errno : 0;
  close(descriptor);
  if (failed != 0) fail_index(path, std::string{"cannot sync: "} + std::strerror(failed));
}

/// Whether a file or folder of this name may be in an index, or in a folder made for one.
bool belongs_to_index(const std::string& name) {
  constexpr std::array names{"building", "XAPIANDB.new", "lost+found"};
  return generation_number(name) || std::find(names.begin(), names.end(), name) != names.end();
}

/// An index made among other files would be taken for one of them, or they for a part of it.
void refuse_foreign(const fs::path& directory) {
  std::error_code error;  // what cannot be read is said by whoever opens it
  if (fs::exists(directory / stub_name, error) || fs::exists(directory / "pantau.lock", error))
    return;  // an index, or one that lost its stub
  for (const auto& entry : fs::directory_iterator{directory, error})
    if (const std::string name = entry.path().filename().string(); !belongs_to_index(name))
      fail_index(directory, "this folder holds '" + name +
                                "' and no index; name a folder that is empty or not there yet, "
                                "such as " +
                                (directory / "news.idx").string());
}

}  // namespace

void make_index_directory(const fs::path& directory) {
  std::error_code error;
  fs::path above = fs::absolute(directory / "").lexically_normal().parent_path().parent_path();
  std::vector<fs::path> holders{above};  // of folders that may have no durable name yet
  for (; !fs::exists(above, error) && above.has_relative_path(); above = above.parent_path())
    holders.push_back(above.parent_path());
  refuse_foreign(directory);
  fs::create_directories(directory, error);
  if (error) fail_index(directory, "cannot make this folder: " + error.message());
  // A folder made by a run that was stopped here is synced by the next one. One that only others
  // may read is theirs to sync.
  if (fs::exists(directory / stub_name, error) || fs::exists(directory / "pantau.lock", error))
    return;  // an index, or one that lost its stub
  for (const fs::path& holder : holders)
    if (access(holder.c_str(), R_OK) == 0) sync_directory(holder);
}

fs::path published_generation(const fs::path& directory) {
  const auto number = current_generation(directory);
  if (!number) fail_index(directory, "no index in this folder");
  fs::path path = generation_path(directory, *number);
  if (!fs::exists(path))
    fail_index(directory, "its stub names " + path.filename().string() +
                              ", which is missing; put it back, or build it anew with --rebuild");
  return path;
}

std::uint64_t bytes_of(const fs::path& database) {
  std::uint64_t sum = 0;
  for (const auto& file : fs::directory_iterator{database}) sum += file.file_size();
  return sum;
}

void sync_directory(const fs::path& directory) {
  sync(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

void sync_tree(const fs::path& database) {
  for (const auto& entry : fs::directory_iterator{database})
    sync(entry.path(), O_RDONLY | O_CLOEXEC);
  sync_directory(database);
  sync_directory(database.parent_path());
}

void publish_generation(const fs::path& directory, unsigned generation) {
  sync_tree(generation_path(directory, generation));
  const fs::path next = directory / (std::string{stub_name} + ".new");
  const std::string line = "auto " + (generation_prefix + std::to_string(generation)) + '\n';
  const int descriptor = open(next.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) fail_index(next, std::string{"cannot write: "} + std::strerror(errno));
  const bool written =
      ::write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
      fsync(descriptor) == 0;
  const int reason = errno;
  close(descriptor);
  if (!written) fail_index(next, std::string{"cannot write: "} + std::strerror(reason));
  fs::rename(next, directory / stub_name);
  sync_directory(directory);
}

void remove_old_generations(const fs::path& directory, unsigned current,
                            std::chrono::seconds reading) {
  const auto age = fs::file_time_type::clock::now() - fs::last_write_time(directory / stub_name);
  for (const auto& entry : fs::directory_iterator{directory}) {
    const auto number = generation_number(entry.path().filename().string());
    if (!number || *number == current) continue;
    if (*number > current || age > reading) fs::remove_all(entry.path());
  }
}

unsigned next_generation(const fs::path& directory) {
  unsigned next = 1;
  for (const auto& entry : fs::directory_iterator{directory})
    if (const auto number = generation_number(entry.path().filename().string()))
      next = std::max(next, *number + 1);
  return next;
}

}  // namespace pantau
