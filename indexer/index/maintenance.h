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
    name,    ///< an address, an id or the file of theirs, as a search prints them
    outlet,  ///< its name, in any case
    before,  ///< a day, YYYY-MM-DD, before which they were published; what has no date stays
  };
  By by;
  std::vector<std::string> values;
};

struct Removed {
  std::uint64_t articles = 0;
  std::uint64_t undated = 0;  ///< articles in the index that have no date
};

/// Removes them from the index at `index`. By name or outlet they are remembered and do not come
/// back (deletions.h). Throws Error{index} if
/// there is no index, Error{locked} if another process still writes to it after `wait`.
Removed remove_articles(const std::filesystem::path& index, const Removal& removal,
                        std::chrono::seconds wait);

/// Forgets that articles of these names were deleted, and gives how many were: they come back when
/// their inputs are read again. Throws as remove_articles().
std::uint64_t undelete(const std::filesystem::path& index, const std::vector<std::string>& names,
                       std::chrono::seconds wait);

struct Merged {
  std::uint64_t articles = 0;
  std::uint64_t bytes_before = 0, bytes = 0;  ///< of all databases that went in, and of the result
};

/// Writes a new generation of the index at `index` and all of `others`, without gaps, and publishes
/// it. Of an article that several have the one of the last stays. Makes `index` if it is not there.
/// Throws Error{usage} if `index` is among `others`.
Merged merge_indexes(const std::filesystem::path& index,
                     const std::vector<std::filesystem::path>& others, std::chrono::seconds wait);

}  // namespace pantau
