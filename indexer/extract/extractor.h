// RawPage -> Article, or the reason it is none. Entrances: extract_article, explain_page.
// Tested by tests/cli/index_test.cpp and tests/indexer/explanation_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/article.h"
#include "indexer/crawl/raw_page.h"
#include "indexer/extract/findings.h"

namespace pantau {

using Extracted = std::variant<Article, Rejected, Skipped>;

/// What becomes of pages that have text and are no articles: section fronts, galleries, errors.
enum class OtherPages { rejected, kept };

/// Decodes a page and turns it into an article: the body cut out of its surroundings, title, date,
/// author, outlet, language. Safe to call from several threads. `max_bytes` bounds a decoded page.
[[nodiscard]] Extracted extract_article(RawPage page, std::size_t max_bytes,
                                        OtherPages others = OtherPages::rejected);

/// How one page was read: what extract_article makes of it, and why.
struct PageExplanation {
  Extracted result;           ///< an article wherever there is any text
  std::string reject_reason;  ///< why extract_article would not give it out, or ""
  std::string_view strategy;  ///< that found the body: see HtmlContent; "lines" for text dumps
  std::string root;           ///< names of the element it was found in
  Provenance title, date, author, outlet;
  std::vector<BlockVerdict> blocks;  ///< every block of the page in reading order
};
[[nodiscard]] PageExplanation explain_page(RawPage page, std::size_t max_bytes);

}  // namespace pantau
