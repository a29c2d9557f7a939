// How age and relevance are blended by `--sort recent`. Tested by tests/searcher/recency_test.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"

namespace pantau {

/// An article of today counts twice what one without a date does, one of recency_days ago half as
/// much more, one of 3 x recency_days a quarter more: news of a regulation live for months. A curve
/// that never reaches nothing keeps order in an archive of many years, too.
inline constexpr int recency_days = 180;

/// score x recency_factor is what an answer is sorted by: 1 + 1 / (1 + age / recency_days), and 1
/// without a date. A date after `today` counts as today.
[[nodiscard]] double recency_factor(std::optional<Date> published, Date today);

/// The day ages are counted from: the newest in the index, or the clock's day if that is earlier,
/// so that neither an old archive nor a date in the future makes all articles equally old.
[[nodiscard]] Date reference_day(std::string_view newest_compact_date, Date clock);

/// The clock's day (UTC).
[[nodiscard]] Date current_day();

}  // namespace pantau
