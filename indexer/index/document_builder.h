// Article -> Xapian::Document, or the like of it: which words become which terms, values and data.
// The table of fields is common/schema.h. Tested by tests/indexer/document_builder_test.cpp.
#pragma once

#include <string>

#include <xapian.h>

#include "common/analyzer.h"
#include "common/article.h"
#include "indexer/glass/posting_block.h"

namespace pantau {

/// Positions below belong to the title, so that no phrase spans both; the longest real headline has
/// 60 words, and NEAR reaches 100.
inline constexpr Xapian::termpos body_start = 1'000;
inline constexpr Xapian::termpos max_title_words = 800;

/// What names `article` in the index: the one term no other article has.
[[nodiscard]] std::string unique_term(const Article& article);

/// Sixteen hexadecimal digits over all that a hit shows: equal means nothing to replace. Where and
/// when the article was read does not count.
[[nodiscard]] std::string article_digest(const Article& article);

/// A word becomes the stem of its article's language, with its position, and the form as written,
/// without one, where it differs from its stem. Title words count field("title").weight times; the
/// body starts at position body_start.
[[nodiscard]] Xapian::Document make_document(const Article& article, Analyzer& analyzer);

/// Adds the article's terms and data to `block` as its last document.
void add_document(PostingBlock& block, const Article& article, Analyzer& analyzer);

}  // namespace pantau
