// A title that names its site too: the headline in it.
// Tested by tests/indexer/html_title_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// `title` without the site's name and section at its end or start ("Story | Politics | The
/// Paper").
[[nodiscard]] std::string without_site_name(std::string_view title, std::string_view site);

}  // namespace pantau
