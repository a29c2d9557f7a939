// A page dump without tags (a text file of a crawl, a WET record) -> Article.
// Entrance: extract_text_page. Tested by tests/indexer/text_page_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/extract/findings.h"

namespace pantau {

/// The story in a page's lines: title, author, outlet, date and text; text is empty if there is no
/// story. The other members are left to the caller. `utf8_text` is valid UTF-8, of any size; time
/// is linear in it. `explanation`, if there is one, gets a verdict for every line.
[[nodiscard]] Article extract_text_page(std::string_view utf8_text,
                                        std::vector<BlockVerdict>* explanation = nullptr);

}  // namespace pantau
