// Which terms gave what part of a hit's score (--explain). Tested by
// tests/searcher/score_parts_test.cpp.
#pragma once

#include <vector>

#include <xapian.h>

#include "searcher/search/highlight.h"
#include "searcher/search/search_request.h"

namespace pantau {

/// What `score`, that of a document under `query`, would lose without each term, most first; the
/// sum is less where terms count only together. Measured, not computed: the document is matched in
/// a small database of its own, with and without each term, which holds for any shape of query
/// because its weights need no statistics of the database (searcher/search/ranking.h). `wanted`:
/// what the query looks for, for truncated words.
[[nodiscard]] std::vector<ScorePart> score_parts(const Xapian::Database& database, Xapian::docid id,
                                                 double score, const Xapian::Query& query,
                                                 const Xapian::Weight& weight,
                                                 const MatchTerms& wanted);

}  // namespace pantau
