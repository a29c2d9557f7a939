// Two lists for one query, one of them found by translated words: brings the translated list's
// scores to the scale of the query's own, so that neither crowds out the other. Entrance:
// LanguageScale. Tested by tests/searcher/language_scale_test.cpp.
#pragma once

#include <cstddef>
#include <span>

namespace pantau {

/// The rank at which a list holds chance matches only, in all collections we know.
inline constexpr std::size_t background_rank = 30;

/// What is known of the two lists, whatever part of them is shown.
struct ListScores {
  double best_own = 0;
  double best_other = 0;
  /// Score at background_rank of the translated list; 0: it ends before.
  double background_other = 0;
  /// idf of all that was asked, words without a translation included: about what a perfect article
  /// gets in either list.
  double ideal_own = 0;
  double ideal_other = 0;
};

/// Translated scores are lower, because fewer words match and translations weigh less. What makes
/// the two lists comparable is how much of the question their best articles cover, each by its own
/// statistics: the one that covers clearly more comes first, and about as much makes them level. Of
/// the translated articles below the best those count that stand out from the chance matches
/// (searcher/README.md, "Both languages", has what was measured).
class LanguageScale {
 public:
  explicit LanguageScale(const ListScores& lists);

  /// A score of the translated list on the scale of the own one; never changes the order.
  [[nodiscard]] double operator()(double score) const;

 private:
  double factor_ = 1;
  double floor_ = 0;
  double best_ = 0;
};

}  // namespace pantau
