#include "indexer/index/disk_space.h"
#include "indexer/index_error.h"

#include <string>

namespace pantau {

void require_disk_space(const std::filesystem::path& directory, std::uint64_t needed) {
  std::error_code error;
  const auto space = std::filesystem::space(directory, error);
  if (error) fail_index(directory, "cannot tell how much room its disk has: " + error.message());
  if (space.available >= needed + spared_disk_bytes) return;
  const auto megabytes = [](std::uint64_t bytes) { return std::to_string(bytes >> 20U) + " MB"; };
  fail_index(directory, "only " + megabytes(space.available) + " are free on its disk and " +
                            megabytes(needed + spared_disk_bytes) +
                            " are needed; what was committed stays: make room and run the same "
                            "command again to go on");
}

}  // namespace pantau
