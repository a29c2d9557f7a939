// The headline of an article, without the name of its site. Entrance: find_title.
// Tested by tests/indexer/html_title_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/html_metadata.h"

namespace pantau {

/// Empty if the page has no title of any kind.
[[nodiscard]] FoundText find_title(const HtmlTree& tree, const HtmlMetadata& metadata);

}  // namespace pantau
