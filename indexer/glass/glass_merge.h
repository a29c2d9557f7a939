// Merges glass databases into a new one, by reading and writing their tables: each once and in
// order, two at a time. Xapian's own merge does one after the other, and leaves the postings of
// each source in chunks of their own. Tested by tests/indexer/segment_test.cpp against it.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace pantau {

/// What becomes of metadata called `name` that several databases have, in their order.
using ResolveMetadata =
    std::function<std::string(const std::string& name, const std::vector<std::string>& values)>;

/// Makes a database at `to`, which is not there. The documents of each database are numbered after
/// those of the one before. Throws Error{index} if one of `from` is damaged, or of another format
/// than indexer/glass/glass_database.h says.
void merge_glass_databases(const std::vector<std::filesystem::path>& from,
                           const std::filesystem::path& to, const ResolveMetadata& resolve);

/// Whether all that `database` has can be merged so: spellings and synonyms cannot.
[[nodiscard]] bool is_mergeable(const std::filesystem::path& database);

}  // namespace pantau
