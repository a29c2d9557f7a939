#include "indexer/index/disk_space.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "tests/temporary_directory.h"

namespace pantau {

TEST_CASE("a disk without room for the rest is said to be full before it is") {
  const TemporaryDirectory directory;
  const std::uint64_t all = std::filesystem::space(directory.path()).capacity;
  CHECK_THROWS_AS(require_disk_space(directory.path(), all), Error);
  CHECK_THROWS_AS(require_disk_space(directory.path() / "nowhere", 0), Error);
}

}  // namespace pantau
