// What the score of a hit is made of: one named list, applied in its order to what the partitions
// found. Each signal adds to a score or takes from it, and what it gave is kept, so that the parts
// always add up. A new signal is one function and one row. Tested by
// tests/searcher/ranking_signals_test.cpp.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/search/question_plan.h"

namespace pantau {

/// The signals in the order of their rows. `words` and `forms` come from the match together, and
/// are told apart when they are explained.
enum class Signal { words, forms, title, language, recency };
inline constexpr std::size_t signal_count = 5;

/// An article that was found.
struct Found {
  Xapian::docid id = 0;
  double score = 0;
  std::string key;            ///< what it is sorted by before its score; greater comes first
  std::size_t partition = 0;  ///< of the plan
  bool is_answer = true;      ///< else it has some of the words only
  std::array<double, signal_count> given{};  ///< adds up to `score`
};

/// An article with the score of its match.
[[nodiscard]] Found make_found(Xapian::docid id, double score, std::string key,
                               std::size_t partition);

struct RankingContext {
  const SearchRequest& request;
  const QuestionPlan& plan;
  const IndexSnapshot& index;
};

struct RankingSignal {
  Signal signal;
  std::string_view name;  ///< in explanations
  std::string_view help;  ///< what it says of an article
  /// Changes the scores of `found`, which is sorted by them; nullptr: the match itself.
  void (*apply)(const RankingContext& context, std::vector<Found>& found);
};

extern const std::array<RankingSignal, signal_count> ranking_signals;

/// Articles that are looked at again for their titles, in each partition: the best only, which
/// bounds the time; whether 20 or 100 makes no measurable difference.
inline constexpr std::size_t reranked_articles = 25;

/// The articles that `--sort recent` puts in a new order: more than anybody pages through, and few
/// enough to look at in a few milliseconds.
inline constexpr std::size_t recency_pool = 1'000;

/// How deep each partition must be matched for all signals to have what they look at, so that an
/// answer has one order on all its pages.
[[nodiscard]] std::size_t signal_depth(Sort sort);

/// Applies all signals and puts `found` in its final order: by key, by score, the query's own
/// language before others, by id.
void rank(const RankingContext& context, std::vector<Found>& found);

}  // namespace pantau
