// What a dump calls its own newspaper or site. Entrance: find_site_name.
// Tested by tests/indexer/text_page_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/page_parts.h"

namespace pantau {

/// The name of the newspaper if the page repeats it as its own: in the dateline, at the top and
/// again in the copyright line or the credits, behind the title; else "".
[[nodiscard]] std::string find_site_name(const PageParts& page);

}  // namespace pantau
