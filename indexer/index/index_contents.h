// What an index holds, for whoever keeps it: counts, a check, all its articles. Reads only, and
// needs no lock. Tested by tests/cli/upkeep_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "common/article.h"
#include "indexer/index/input_record.h"

namespace pantau {

struct IndexContents {
  unsigned generation = 0;
  std::uint64_t bytes = 0;  ///< of the generation's files
  std::uint64_t articles = 0;
  std::uint64_t inputs = 0;  ///< remembered as read
  std::string schema, analysis;
  std::uint64_t deleted = 0;  ///< remembered as not to come back
  std::map<std::string, std::uint64_t> by_language;
  std::map<std::string, std::uint64_t> by_outlet;  ///< by the usual spelling of each name
  std::map<std::string, std::uint64_t> by_month;   ///< "2021-03", or "" for what has no date
};

/// Throws Error{index} if there is none. So do the others.
[[nodiscard]] IndexContents contents_of(const std::filesystem::path& index);

/// Calls `take` for every article, in the order they were added.
void for_each_article(const std::filesystem::path& index,
                      const std::function<void(const Article&)>& take);

/// What the index at `index` remembers of an input at an absolute path, as a function that keeps it
/// open. Where there is no index it knows nothing.
[[nodiscard]] std::function<std::optional<InputRecord>(const std::string&)> known_inputs(
    const std::filesystem::path& index);

/// Throws Error{index} if the tables are damaged, or what is counted beside them is wrong.
void check_index(const std::filesystem::path& index);

}  // namespace pantau
