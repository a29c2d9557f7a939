// What an index remembers of articles that were deleted from it, so that the next crawl or a
// rebuild does not bring them back. Lies in the metadata, committed with the deletion. Tested by
// tests/cli/upkeep_test.cpp.
#pragma once

#include <string>

#include "common/article.h"
#include "indexer/index/generation_writer.h"

namespace pantau {

/// + the unique term of an article: its names, as deletion_names() writes them.
inline constexpr std::string_view deletion_key_prefix = "pantau:deleted:";

[[nodiscard]] std::string deletion_key(const std::string& unique_term);

/// The names a deleted article can be asked back by, one a line: identity, display id, addresses.
[[nodiscard]] std::string deletion_names(const Article& article);

/// The keys of all deletions that one of `names` names.
[[nodiscard]] std::vector<std::string> find_deletions(const GenerationWriter& generation,
                                                      const std::vector<std::string>& names);

/// What `database` remembers under keys that start with `prefix`, to be kept by a generation that
/// replaces it.
[[nodiscard]] Metadata metadata_of(const Xapian::Database& database, std::string_view prefix);

}  // namespace pantau
