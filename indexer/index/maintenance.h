// What changes an index without feeding it: articles removed, indexes merged. Each takes the lock
// of the index and commits before it returns. Tested by tests/cli/upkeep_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace pantau {

/// Which articles are to go.
struct Removal {
  enum class By {
    url,     ///< an address of theirs
    outlet,  ///< its exact name
    before,  ///< a day, YYYY-MM-DD, before which they were published; what has no date stays
  };
  By by;
  std::vector<std::string> values;
};

/// Removes them from the index at `index` and gives how many there were. Throws Error{index} if
/// there is no index, Error{locked} if another process still writes to it after `wait`.
std::uint64_t remove_articles(const std::filesystem::path& index, const Removal& removal,
                              std::chrono::seconds wait);

/// Writes a new generation of the index at `index` and all of `others`, without gaps, and publishes
/// it. Of an article that several have the one of the last stays. Makes `index` if it is not there.
void merge_indexes(const std::filesystem::path& index,
                   const std::vector<std::filesystem::path>& others, std::chrono::seconds wait);

}  // namespace pantau
