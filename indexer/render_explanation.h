// How a page was read, for a person at a terminal: `--extract-only --explain FILE|URL`. Tested by
// tests/indexer/explanation_test.cpp.
#pragma once

#include <ostream>
#include <string_view>

#include "indexer/crawl/raw_page.h"
#include "indexer/extract/extractor.h"

namespace pantau {

/// `url` is the page's own, for pages that came to nothing.
void render_explanation(const PageExplanation& explanation, const Origin& origin,
                        std::string_view url, std::ostream& out);

}  // namespace pantau
