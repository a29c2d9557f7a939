// Databases that a crash may throw away: small ones, each written in one go, and what several of
// them are merged into. Tested by tests/indexer/segment_test.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/analyzer.h"
#include "common/article.h"

namespace pantau {

/// Makes a database at `path` of `articles`, in their order, with the sums of their lengths.
/// Throws Error.
void write_segment(const std::filesystem::path& path, const std::vector<Article>& articles,
                   Analyzer& analyzer);

/// Writes a segment with Xapian's own writer, for versions of Xapian whose format we do not know.
/// Throws what Xapian throws, and Error.
void write_segment_by_xapian(const std::filesystem::path& path,
                             const std::vector<Article>& articles, Analyzer& analyzer);

/// Merges databases into a new one at `to`, in their order, so that of two articles the later one
/// has the higher number. Sums of lengths are added up; of other metadata the last one holds.
void merge_databases(const std::vector<std::filesystem::path>& from,
                     const std::filesystem::path& to);

/// Merges with Xapian's own compaction, for other versions and for databases with spellings or
/// synonyms.
void merge_by_xapian(const std::vector<std::filesystem::path>& from,
                     const std::filesystem::path& to);

/// How many databases may be merged at once: each takes file descriptors, of which a process has
/// 1,024.
[[nodiscard]] std::size_t max_merged();

/// Throws Error{index} if a table of `database` is damaged. Two are checked at a time, so not
/// whether they agree.
void check_tables(const std::filesystem::path& database);

/// The same, and whether they agree.
void check_database(const std::filesystem::path& database);

}  // namespace pantau
