#include "searcher/search/recency.h"

#include <algorithm>

namespace pantau {

using std::chrono::sys_days;

double recency_factor(std::optional<Date> published, Date today) {
  if (!published) return 1;
  const auto age = static_cast<double>((sys_days{today} - sys_days{*published}).count());
  return 1 + 1 / (1 + std::max(0.0, age) / recency_days);
}

Date reference_day(std::string_view newest_compact_date, Date clock) {
  const auto newest = parse_compact_date(newest_compact_date);
  return newest ? std::min(*newest, clock) : clock;
}

Date current_day() {
  return Date{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
}

}  // namespace pantau
