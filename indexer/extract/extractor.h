// RawPage -> Article, or the reason it is none. Entrance: extract_article.
// Tested by tests/cli/index_test.cpp.
#pragma once

#include <variant>

#include "common/article.h"
#include "indexer/crawl/raw_page.h"

namespace pantau {

using Extracted = std::variant<Article, Rejected, Skipped>;

/// Decodes a page and turns it into an article: the body cut out of its surroundings, title, date,
/// author, outlet, language. Safe to call from several threads. `max_bytes` bounds a decoded page.
[[nodiscard]] Extracted extract_article(RawPage page, std::size_t max_bytes);

}  // namespace pantau
