// Calendar days: the only notion of time that ranking, filters and hits need.
// Tested by tests/common/date_test.cpp.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace pantau {

using Date = std::chrono::year_month_day;

/// The years a publication date may lie in: the first newspaper, and a bound on typing errors.
inline constexpr int min_year = 1605;
inline constexpr int max_year = 2199;

/// The day if it exists in the calendar and its year is in [min_year, max_year].
[[nodiscard]] std::optional<Date> make_date(int year, unsigned month, unsigned day);

/// "2021-03-20", also with anything after it that starts with 'T' or a space ("2021-03-20T08:00Z").
/// Empty for anything else.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);

/// The days "2021", "2021-03" or "2021-03-20" stand for, first and last. Empty for anything else.
struct Period {
  Date first, last;
};
[[nodiscard]] std::optional<Period> parse_period(std::string_view text);

[[nodiscard]] std::string to_iso(Date date);      ///< "2021-03-20"
[[nodiscard]] std::string to_compact(Date date);  ///< "20210320": sorts as text, as in value slots
[[nodiscard]] std::optional<Date> parse_compact_date(std::string_view text);
[[nodiscard]] std::string to_words(Date date);  ///< "20 March 2021"

}  // namespace pantau
