// The articles that are answers (searcher/query/answer_rule.h), chosen before anything is ranked:
// what each article covers of the question is matched first, in all languages and databases.
// Entrances: coverage_of(), choose_answers(). Tested by tests/searcher/answer_rule_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include <xapian.h>

#include "searcher/search/deadline.h"
#include "searcher/search/match_watch.h"
#include "searcher/search/open_index.h"
#include "searcher/search/question_plan.h"

namespace pantau {

/// Answers up to here, in each database, are known one by one, so that they alone are ranked; of
/// more, which common words have, the first ranks are answers anyway.
inline constexpr Xapian::doccount max_known_answers = 1'000;

/// What the articles of one partition have of the question.
struct Coverage {
  using Article = MatchWatch::Seen;          ///< its weight is that of the things it has
  std::vector<std::vector<Article>> shards;  ///< by database, those with most first
  double best = 0;                           ///< weight of the article that has most
  double asked = 0;                          ///< of one that has all
  bool stopped = false;                      ///< the time was over: what was read by then
};

/// The first articles of partition `partition`, at most max_known_answers + 1 of each database.
[[nodiscard]] Coverage coverage_of(const IndexSnapshot& index, const PartitionPlan& plan,
                                   const Deadline& deadline);

/// Which of the articles that match in one partition are answers.
struct Answers {
  enum class Kind {
    all,     ///< all of them: one thing is asked
    none,    ///< other languages have so much more of the question
    listed,  ///< those of `ids`
    many,    ///< more than can be listed: those that weigh as much as `needed`
    read,    ///< the time was over: those that were read by then
  };

  Kind kind = Kind::all;
  std::vector<std::vector<Xapian::docid>> ids;          ///< by database, ascending
  std::vector<std::vector<Coverage::Article>> in_time;  ///< by database, for `read`
  double needed = 0;                                    ///< weight of an answer
};

/// Can an article match `plan` and yet be no answer?
[[nodiscard]] bool needs_choice(const QuestionPlan& plan);

/// By the rule, for each partition of `plan`.
[[nodiscard]] std::vector<Answers> choose_answers(const QuestionPlan& plan,
                                                  const std::vector<Coverage>& found);

/// Sets up a match of `plan` that finds what weighs as much as `needed`, by what it covers.
void ask_for_coverage(const PartitionPlan& plan, double needed, Xapian::Enquire& enquire);

/// `query` for these documents only, or for all others. `ids` must outlive the match.
[[nodiscard]] Xapian::Query among(const Xapian::Query& query,
                                  const std::vector<Xapian::docid>& ids);
[[nodiscard]] Xapian::Query except(const Xapian::Query& query,
                                   const std::vector<Xapian::docid>& ids);

}  // namespace pantau
