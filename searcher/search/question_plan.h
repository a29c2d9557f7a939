// How a request is asked of an index: read, its language told, expanded and turned into a query for
// each partition, once a search. Entrance: plan_question(). Tested by
// tests/searcher/index_reader_test.cpp.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/analyzer.h"
#include "common/article.h"
#include "common/entities/entities.h"
#include "searcher/lexicon/lexicon.h"
#include "searcher/query/match_terms.h"
#include "searcher/query/query_parser.h"
#include "searcher/search/open_index.h"
#include "searcher/search/search_request.h"

namespace pantau {

/// What reading a question takes; one thread.
struct ReadingTools {
  Analyzer analyzer{};
  Lexicon lexicon = Lexicon::embedded();
  EntityTable entities = EntityTable::embedded();
};

/// What one partition is asked.
struct PartitionPlan {
  ExpandedQuery expanded;
  Xapian::Query query;       ///< the same for Xapian
  Xapian::Query coverage;    ///< the same without forms, to be matched under CountedOnce
  bool has_partial = false;  ///< several things are asked, of which an article may lack some
  MatchTerms wanted;
  Meanings meanings;
  Ideal ideal;
};

struct QuestionPlan {
  ParsedQuery parsed;
  std::optional<Article> source;  ///< the article that more is wanted like
  std::string language;           ///< of the question: "en", "id", or "" where nothing tells
  std::vector<PartitionPlan> partitions;
  bool weighs_words = false;    ///< an answer has enough of the words; else all that matches is one
  std::set<std::string> notes;  ///< what expanding left out, one line each
  bool truncated = false;       ///< words beyond a limit were left out
};

/// Throws Error{query} for a strict request with a wrong query and for one that wants more like an
/// article that is not there.
[[nodiscard]] QuestionPlan plan_question(const SearchRequest& request, const IndexSnapshot& index,
                                         ReadingTools& tools);

/// The question in its forms, for --explain.
[[nodiscard]] Explanation explain(const QuestionPlan& plan);

}  // namespace pantau
