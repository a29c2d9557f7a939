// The indexer's two outputs for programs: articles (--extract-only) and rejected records
// (--report). Tested by tests/cli/index_test.cpp.
#pragma once

#include <ostream>

#include "common/article.h"
#include "indexer/crawl/raw_page.h"

namespace pantau {

/// {"url","file","title","date","author","outlet","lang","text"} and a line feed, with "id" in
/// front where the producer gave one; null for what is not known, the date as YYYY-MM-DD.
void render_article(const Article& article, std::ostream& out);

/// {"file","offset","url","reason","detail"} and a line feed.
void render_rejected(const Rejected& rejected, std::ostream& out);

}  // namespace pantau
