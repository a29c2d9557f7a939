#include "searcher/search/language_scale.h"

#include <algorithm>
#include <cmath>

namespace pantau {
namespace {

/// A translated article that covers as much of the question as the best own one does comes level
/// with it; one that covers less loses by a root of that, times a bonus, because a word with
/// several translations is covered less well by any of them.
constexpr double coverage_bonus = 1.3;
constexpr double coverage_power = 0.5;

/// Translations repeat each other and so cover more than they say: a translated article goes before
/// the best own one only if it covers half as much again.
constexpr double lead_share = 0.65;

/// When two hits are level, the one in the question's own language comes first.
constexpr double just_behind = 1 - 1e-6;

/// How much of the background is taken off before articles are compared with the best.
constexpr double background_share = 0.5;

double coverage(double best, double ideal) {
  return ideal > 0 ? best / ideal : 1;
}

}  // namespace

LanguageScale::LanguageScale(const ListScores& lists)
    : floor_{background_share * lists.background_other}, best_{lists.best_other} {
  if (lists.best_own <= 0 || lists.best_other <= 0) {
    floor_ = 0;
    return;
  }
  const double ratio =
      coverage(lists.best_other, lists.ideal_other) / coverage(lists.best_own, lists.ideal_own);
  const double level = just_behind * lists.best_own / lists.best_other;
  factor_ = level * std::min(std::max(1.0, lead_share * ratio),
                             coverage_bonus * std::pow(ratio, coverage_power));
}

double LanguageScale::operator()(double score) const {
  if (best_ <= floor_) return factor_ * score;
  return factor_ * best_ * std::max(score - floor_, 0.0) / (best_ - floor_);
}

}  // namespace pantau
