// Tells articles from the other pages of a news site. In doubt a page is an article: one that is
// wrongly kept costs a line in a result list, one that is wrongly dropped is lost.
// Entrance: page_kind_of. Tested by tests/indexer/html_page_kind_test.cpp.
#pragma once

#include <string_view>

#include "indexer/extract/html_content.h"
#include "indexer/extract/html_metadata.h"

namespace pantau {

struct PageVerdict {
  bool is_article = true;
  /// "" for an article, else a short literal to count by: "no-text", "error-page", "section-front",
  /// "tag-page", "gallery", "video".
  std::string_view reason;
};

[[nodiscard]] PageVerdict page_kind_of(const HtmlTree& tree, const HtmlMetadata& metadata,
                                       const HtmlContent& content, std::string_view title);

}  // namespace pantau
