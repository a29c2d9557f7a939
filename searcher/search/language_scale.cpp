#include "searcher/search/language_scale.h"

#include <algorithm>
#include <cmath>

namespace pantau {
namespace {

/// How far a list whose best article has all that was asked may be raised. The one dial between the
/// languages: less leans to the query's own.
constexpr double most_raise = 2.4;

/// A list is never lowered: its scores would then say less than raw ones.
constexpr double least_raise = 1;

/// How much of the background is taken off before articles are compared with the best.
constexpr double background_share = 0.5;

}  // namespace

LanguageScale::LanguageScale(const ListScores& lists)
    : floor_{background_share * lists.background_other}, best_{lists.best_other} {
  if (lists.best_own <= 0 || lists.best_other <= 0) {
    floor_ = 0;
    return;
  }
  const double coverage = lists.ideal_other > 0 ? lists.best_other / lists.ideal_other : 1;
  const double raise = std::max(least_raise, most_raise * std::sqrt(coverage));
  factor_ = std::min(lists.best_own / lists.best_other, raise);
}

double LanguageScale::operator()(double score) const {
  if (best_ <= floor_) return factor_ * score;
  return factor_ * best_ * std::max(score - floor_, 0.0) / (best_ - floor_);
}

}  // namespace pantau
