// The newspaper or site of a page. Entrance: find_outlet. Tested by
// tests/indexer/html_outlet_test.cpp.
#pragma once

#include <string_view>

#include "indexer/extract/html_metadata.h"

namespace pantau {

/// By what the page says to machines, by the table of known outlets, by a text on the page that
/// spells the host ("Old Harbour Gazette" at oldharbourgazette.example), by a <title> that is no
/// headline. Empty if none of them says anything.
[[nodiscard]] FoundText find_outlet(const HtmlTree& tree, const HtmlMetadata& metadata,
                                    std::string_view host);

/// Whether <title> is all that names the page and has too few words for a headline: old sites call
/// every page by their own name.
[[nodiscard]] bool is_titled_by_site(const HtmlMetadata& metadata);

}  // namespace pantau
