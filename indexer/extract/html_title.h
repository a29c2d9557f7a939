// The headline of an article, without the name of its site. Entrance: find_title.
// Tested by tests/indexer/html_title_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/html_metadata.h"

namespace pantau {

/// Empty if the page has no title of any kind.
[[nodiscard]] FoundText find_title(const HtmlTree& tree, const HtmlMetadata& metadata);

/// `title` without the site's name and section at its end or start ("Story | Politics | The
/// Paper").
[[nodiscard]] std::string without_site_name(std::string_view title, std::string_view site);

}  // namespace pantau
