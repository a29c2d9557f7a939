// Opens an index that this program can read, and tells the languages in it. Tested by
// tests/searcher/index_reader_test.cpp.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/query/language_branch.h"

namespace pantau {

/// Throws Error{index}: what is wrong, and where.
[[noreturn]] void fail_reading(const std::string& where, const std::string& what);

/// The current generation of the index in the folder `path`. Throws Error{index} with advice if
/// there is none.
[[nodiscard]] Xapian::Database open_index(const std::string& path);

/// Throws Error{index} for an index of a version that this program cannot read; a warning for one
/// that was analysed a bit differently, else "".
[[nodiscard]] std::string version_warning(const Xapian::Database& database,
                                          const std::string& path);

/// The branches of all databases together.
[[nodiscard]] std::vector<LanguageBranch> language_branches(
    const std::vector<Xapian::Database>& databases);

}  // namespace pantau
