// Which terms gave what part of the score of a match (--explain). Tested by
// tests/searcher/score_parts_test.cpp.
#pragma once

#include <vector>

#include <xapian.h>

#include "searcher/query/expanded_query.h"
#include "searcher/search/search_request.h"

namespace pantau {

/// What each term of `query` gave to the score of document `id`, most first; together they are the
/// score of the match. Computed from the document by evaluate(), not asked of Xapian.
[[nodiscard]] std::vector<ScorePart> score_parts(const Xapian::Database& database, Xapian::docid id,
                                                 const ExpandedQuery& query);

}  // namespace pantau
