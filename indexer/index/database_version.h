// Which program may write an index: versions of the schema and of the analysis, in its metadata.
// Tested by tests/indexer/index_writer_test.cpp.
#pragma once

#include <filesystem>

#include <xapian.h>

namespace pantau {

/// Throws Error{index}, with advice, if `database` was made by another version.
void require_this_version(const Xapian::Database& database, const std::filesystem::path& index);

/// Throws Error{index} if a newer program made the index: not even a rebuild replaces it.
void refuse_newer_version(const Xapian::Database& database, const std::filesystem::path& index);

void write_version(Xapian::WritableDatabase& database);

}  // namespace pantau
