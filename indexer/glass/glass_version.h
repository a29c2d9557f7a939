// The file iamglass of a database: where its tables begin, and counts over all of it. Tested by
// tests/indexer/segment_test.cpp, which lets Xapian read it.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

#include "indexer/glass/glass_table.h"

namespace pantau {

/// In the order of the version file. We write no spellings and no synonyms.
enum class GlassTable { postlist, docdata, termlist, position, spelling, synonym };
inline constexpr std::size_t glass_tables = 6;

struct GlassVersion {
  std::array<GlassRoot, glass_tables> roots;
  std::uint64_t documents = 0;
  std::uint64_t last_document = 0;  ///< greatest number ever given
  std::uint64_t length_sum = 0;
  std::uint64_t min_length = 0;  ///< of those that have any; 0 if none has
  std::uint64_t max_length = 0;
  std::uint64_t max_wdf = 0;

  [[nodiscard]] const GlassRoot& root(GlassTable table) const {
    return roots[static_cast<std::size_t>(table)];
  }
};

/// Shorter tags are not deflated, nor looked at whether they are.
inline constexpr std::size_t min_deflated_bytes = 18;

/// Throws Error{index}.
void write_glass_version(const std::filesystem::path& database, const GlassVersion& version);

/// Throws Error{index} if there is none, or it is of another format than we write.
[[nodiscard]] GlassVersion read_glass_version(const std::filesystem::path& database);

/// Its file, such as docdata.glass.
[[nodiscard]] std::filesystem::path glass_table_path(const std::filesystem::path& database,
                                                     GlassTable table);

}  // namespace pantau
