#include "indexer/index/index_directory.h"

#include <system_error>

#include "common/index_location.h"
#include "indexer/index/commit_barrier.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

const fs::path& made(const fs::path& path) {
  make_index_directory(path);
  return path;
}

}  // namespace

IndexDirectory::IndexDirectory(const fs::path& path, std::chrono::seconds wait,
                               std::chrono::seconds reading)
    : path_{made(path)}, lock_{path, wait}, reading_{reading} {}

std::optional<unsigned> IndexDirectory::published() const {
  return current_generation(path_);
}

fs::path IndexDirectory::building() const {
  return path_ / "building";
}

void IndexDirectory::remove_leftovers() const {
  if (const auto current = published()) remove_old_generations(path_, *current, reading_);
  fs::remove_all(building());
}

void IndexDirectory::publish(unsigned generation) {
  const auto before = published();
  const CommitBarrier barrier{path_, CommitBarrier::Side::committing};
  publish_generation(path_, generation);
  const Clock::time_point now = Clock::now();
  if (before) replaced_.push_back({*before, now});
  std::erase_if(replaced_, [&](const Replaced& old) {
    if (now - old.when < reading_) return false;
    std::error_code ignored;  // the next run removes what is left
    fs::remove_all(generation_path(path_, old.generation), ignored);
    return true;
  });
}

}  // namespace pantau
