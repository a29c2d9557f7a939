// One partition's part of an answer: the articles that match, best first, with their scores before
// anything of them is fetched. Entrances: match_answers(), match_partial(). Tested by
// tests/searcher/index_reader_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/search/answers.h"
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

/// What is asked of each partition, and how.
struct MatchRequest {
  const IndexSnapshot& index;
  const QuestionPlan& plan;
  Sort sort;
  std::size_t depth;
  const Deadline& deadline;
  FacetCounter* facets;  ///< counts in it unless it is nullptr
};

/// Adds the first answers of partition `partition` to `all`. Every database is matched by itself,
/// since Xapian 1.4 crashes on a MAX over several; the weights come with the question, so that
/// scores are those of one index.
void match_answers(const MatchRequest& request, std::size_t partition, const Answers& answers,
                   Matches& all);

/// Adds the first of what has some of the words and is no answer.
void match_partial(const MatchRequest& request, std::size_t partition, const Answers& answers,
                   Matches& all);

}  // namespace pantau
