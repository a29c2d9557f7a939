#include "common/date.h"

#include <array>
#include <cstdio>

namespace pantau {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

/// The number that `digits` spells, or empty unless all are ASCII digits.
std::optional<int> number(std::string_view digits) {
  if (digits.empty() || digits.size() > 4) return {};
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Date> from_parts(std::string_view y, std::string_view m, std::string_view d) {
  const auto yy = number(y), mm = number(m), dd = number(d);
  if (!yy || !mm || !dd) return {};
  return make_date(*yy, static_cast<unsigned>(*mm), static_cast<unsigned>(*dd));
}

std::string format(const char* pattern, Date date) {
  std::array<char, 16> out{};
  const int size = std::snprintf(out.data(), out.size(), pattern, int(date.year()),
                                 unsigned(date.month()), unsigned(date.day()));
  return {out.data(), static_cast<std::size_t>(size)};
}

}  // namespace

std::optional<Date> make_date(int y, unsigned m, unsigned d) {
  const Date date{year{y}, month{m}, day{d}};
  if (!date.ok() || y < min_year || y > max_year) return {};
  return date;
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return {};
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return {};
  return from_parts(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
}

std::optional<Period> parse_period(std::string_view text) {
  if (text.size() == 10) {
    const auto date = parse_iso_date(text);
    if (!date) return {};
    return Period{*date, *date};
  }
  if (text.size() == 4) {
    const auto first = from_parts(text, "01", "01");
    if (!first) return {};
    return Period{*first, Date{first->year(), month{12}, day{31}}};
  }
  if (text.size() != 7 || text[4] != '-') return {};
  const auto first = from_parts(text.substr(0, 4), text.substr(5, 2), "01");
  if (!first) return {};
  return Period{*first, Date{first->year() / first->month() / std::chrono::last}};
}

std::string to_iso(Date date) {
  return format("%04d-%02u-%02u", date);
}

std::string to_compact(Date date) {
  return format("%04d%02u%02u", date);
}

std::optional<Date> parse_compact_date(std::string_view text) {
  if (text.size() != 8) return {};
  return from_parts(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
}

std::string to_words(Date date) {
  static constexpr std::array<const char*, 12> months{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return std::to_string(unsigned(date.day())) + ' ' + months[unsigned(date.month()) - 1] + ' ' +
         std::to_string(int(date.year()));
}

}  // namespace pantau
