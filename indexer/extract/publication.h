// When a story in a dump was published, and by whom: the lines around the headline first, then the
// story's own words. Entrances: find_publication_date, find_author. Tested by
// tests/indexer/text_page_test.cpp.
#pragma once

#include <optional>
#include <string>

#include "common/date.h"
#include "indexer/extract/page_parts.h"

namespace pantau {

/// The day of publication. Never a day from a list of other stories, nor the crawler's, nor, while
/// there is any other, the day of an update.
[[nodiscard]] std::optional<Date> find_publication_date(const PageParts& page);

/// The names of the authors, joined with ", "; "" if there is no by-line.
[[nodiscard]] std::string find_author(const PageParts& page);

}  // namespace pantau
