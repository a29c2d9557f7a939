// The articles of a partition that are answers (searcher/query/answer_rule.h), found before they
// are ranked: each thing asked counts once, and what cannot reach the weight that is needed is
// passed over by the matcher. Entrance: find_answers(). Tested by tests/searcher/answers_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/search/deadline.h"
#include "searcher/search/match_watch.h"
#include "searcher/search/question_plan.h"

namespace pantau {

/// Answers up to here are known one by one, so that they alone are ranked; of more, which common
/// words have, the first ranks are answers anyway.
inline constexpr Xapian::doccount max_known_answers = 1'000;

/// The answers in one database.
struct Answers {
  std::vector<Xapian::docid> ids;  ///< ascending, if they are `known`
  double needed = 0;               ///< weight of an answer under CountedOnce
  std::uint64_t count = 0;
  bool exact = true;                             ///< `count` is no estimate
  bool known = true;                             ///< they are no more than max_known_answers
  std::vector<MatchWatch::Seen> read_in_time{};  ///< if the time was over: the best by then
  bool stopped = false;
};

/// Matches `plan` in `database` for its answers; keeps `depth` of them if the time is over before
/// all were seen.
[[nodiscard]] Answers find_answers(const Xapian::Database& database, const PartitionPlan& plan,
                                   std::size_t depth, const Deadline& deadline);

/// Sets up a match of `plan` that finds what weighs as much as `needed`.
void ask_for_coverage(const PartitionPlan& plan, double needed, Xapian::Enquire& enquire);

/// `query` for these documents only, or for all others. `ids` must outlive the match.
[[nodiscard]] Xapian::Query among(const Xapian::Query& query,
                                  const std::vector<Xapian::docid>& ids);
[[nodiscard]] Xapian::Query except(const Xapian::Query& query,
                                   const std::vector<Xapian::docid>& ids);

}  // namespace pantau
