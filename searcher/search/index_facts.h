// What is in an index, for people who ask before they search. Tested by
// tests/searcher/article_lookup_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/date.h"

namespace pantau {

struct LanguageCount {
  std::string code;
  std::uint64_t articles = 0;
};

struct IndexFacts {
  std::uint64_t articles = 0;
  std::vector<LanguageCount> languages;  ///< most articles first
  std::optional<Date> first, last;       ///< days of publication
  std::optional<Date> fed;               ///< the day it was last written to; unknown in memory
};

/// Reads lists of terms and bounds, no article. `paths`: where the index lies, to tell when it was
/// written.
[[nodiscard]] IndexFacts index_facts(const Xapian::Database& database,
                                     const std::vector<std::string>& paths);

}  // namespace pantau
