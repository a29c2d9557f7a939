// One partition's part of an answer: the articles that match, best first, with their scores before
// anything of them is fetched. Entrance: match_partition(). Tested by
// tests/searcher/index_reader_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/search/deadline.h"
#include "searcher/search/facet_counter.h"
#include "searcher/search/open_index.h"
#include "searcher/search/question_plan.h"
#include "searcher/search/ranking_signals.h"

namespace pantau {

struct Matches {
  std::vector<Found> found;
  std::uint64_t matches = 0;
  bool exact = true;     ///< `matches` is no estimate
  bool complete = true;  ///< `found` is all that matches
  bool stopped = false;  ///< the time was over
};

/// Adds the first `depth` articles of partition `partition` of `plan` to `all`, counting in
/// `facets` unless it is nullptr. Every database is matched by itself, since Xapian 1.4 crashes on
/// a MAX over several; the weights come with the question, so that scores are those of one index.
void match_partition(const IndexSnapshot& index, const QuestionPlan& plan, std::size_t partition,
                     Sort sort, std::size_t depth, const Deadline& deadline, FacetCounter* facets,
                     Matches& all);

}  // namespace pantau
