#include "indexer/index/snapshot.h"

#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <unistd.h>

#include "common/index_location.h"
#include "indexer/index/child_process.h"
#include "indexer/index/commit_barrier.h"
#include "indexer/index/disk_space.h"
#include "indexer/index/generations.h"
#include "indexer/index/segment.h"
#include "indexer/index/xapian_call.h"
#include "indexer/index_error.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;

/// Owns a file descriptor.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags) : number_{open(path.c_str(), flags, 0644)} {
    if (number_ < 0) fail_index(path, std::string{"cannot open: "} + std::strerror(errno));
  }
  ~Descriptor() { close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

/// Lets the file system share the blocks; false if it cannot copy by itself.
bool copy_in_kernel(const fs::path& from, const fs::path& to) {
  const Descriptor source{from, O_RDONLY | O_CLOEXEC};
  const Descriptor copy{to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC};
  constexpr std::size_t step = std::size_t{1} << 30U;
  for (;;) {
    const ssize_t copied =
        copy_file_range(source.number(), nullptr, copy.number(), nullptr, step, 0);
    if (copied == 0) return true;
    if (copied > 0) continue;
    if (errno == EXDEV || errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP) return false;
    fail_index(to, std::string{"cannot be written: "} + std::strerror(errno));
  }
}

/// Copies one committed state, and gives its number.
unsigned copy_generation(const fs::path& index, const fs::path& to) {
  const CommitBarrier barrier{index, CommitBarrier::Side::copying};
  const fs::path from = published_generation(index);
  const unsigned number = *current_generation(index);
  require_disk_space(to, bytes_of(from));
  const fs::path copy = generation_path(to, number);
  fs::create_directory(copy);
  for (const auto& file : fs::directory_iterator{from}) {
    const fs::path target = copy / file.path().filename();
    if (!copy_in_kernel(file.path(), target))
      fs::copy_file(file.path(), target, fs::copy_options::overwrite_existing);
  }
  return number;
}

void check_copy(const fs::path& database) {
  run_in_child(database, longest_check(bytes_of(database)),
               [&] { rethrow_read_errors(database, [&] { check_database(database); }); });
}

}  // namespace

std::uint64_t take_snapshot(const fs::path& index, const fs::path& to) {
  static_cast<void>(published_generation(index));  // throws if there is nothing to copy
  std::error_code error;
  if (fs::exists(to, error) && !fs::is_empty(to, error))
    fail_index(to, "holds something already; a snapshot goes to a folder of its own");
  make_index_directory(to);
  try {
    return rethrow_write_errors(to, [&] {
      const unsigned number = copy_generation(index, to);
      check_copy(generation_path(to, number));
      publish_generation(to, number);
      return bytes_of(generation_path(to, number));
    });
  } catch (...) {
    for (const auto& made : fs::directory_iterator{to, error}) fs::remove_all(made.path(), error);
    throw;
  }
}

}  // namespace pantau
