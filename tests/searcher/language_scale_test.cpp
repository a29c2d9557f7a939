// Scores of a translated list on the scale of the query's own.
#include "searcher/search/language_scale.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("a translated article that covers as much as the best own one is level with it") {
  const LanguageScale scale{{.best_own = 20,
                             .best_other = 12,
                             .background_other = 4,
                             .ideal_own = 20,
                             .ideal_other = 12}};
  CHECK(scale(12) == doctest::Approx(20));
  CHECK(scale(12) < 20);
}

TEST_CASE("an article that covers clearly more of the question comes first in either language") {
  const ListScores lists{
      .best_own = 4, .best_other = 12, .background_other = 0, .ideal_own = 20, .ideal_other = 18};
  CHECK(LanguageScale{lists}(12) > 4);
}

TEST_CASE("a list that has little of what was asked is raised less") {
  ListScores lists{
      .best_own = 20, .best_other = 5, .background_other = 0, .ideal_own = 20, .ideal_other = 5};
  const double good = LanguageScale{lists}(5);
  lists.ideal_other = 25;
  CHECK(LanguageScale{lists}(5) < good);
}

TEST_CASE("articles behind the best count less the less they stand out from chance matches") {
  const ListScores steep{
      .best_own = 20, .best_other = 20, .background_other = 2, .ideal_own = 20, .ideal_other = 20};
  const ListScores flat{
      .best_own = 20, .best_other = 20, .background_other = 15, .ideal_own = 20, .ideal_other = 20};
  CHECK(LanguageScale{flat}(16) < LanguageScale{steep}(16));
}

TEST_CASE("the order of a list stays, and no score is negative") {
  const LanguageScale scale{
      {.best_own = 9, .best_other = 7, .background_other = 3, .ideal_own = 9, .ideal_other = 10}};
  double last = scale(7);
  for (const double score : {6.0, 3.0, 2.0, 1.0, 0.5, 0.0}) {
    CHECK(scale(score) <= last);
    CHECK(scale(score) >= 0);
    last = scale(score);
  }
}

TEST_CASE("one list alone keeps its scores") {
  CHECK(LanguageScale{{.best_own = 0,
                       .best_other = 7,
                       .background_other = 3,
                       .ideal_own = 9,
                       .ideal_other = 9}}(5) == doctest::Approx(5));
  CHECK(LanguageScale{ListScores{}}(5) == doctest::Approx(5));
}

}  // namespace pantau
