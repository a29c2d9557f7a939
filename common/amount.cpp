#include "common/amount.h"

#include <algorithm>
#include <array>

#include "common/text.h"

namespace pantau {
namespace {

/// Codes and signs of currencies that are written before a number without a space.
constexpr std::array<std::string_view, 22> currencies{
    "aed", "aud", "brl", "chf", "cny", "eur", "gbp", "hkd", "idr", "inr", "jpy",
    "krw", "myr", "php", "rm",  "rmb", "rp",  "sgd", "thb", "twd", "usd", "vnd"};

/// What is written after a number without a space and is read apart from it. Longer words in small
/// letters are units too ("72hours", "5juta").
constexpr std::array<std::string_view, 39> units{
    "am", "bln",  "bn", "bps", "cm",  "fps", "gb", "gbps", "ghz", "gw", "gwh",  "ha",  "hz",
    "kb", "kbps", "kg", "khz", "km",  "kpa", "kw", "kwh",  "mah", "mb", "mbps", "mhz", "mln",
    "mm", "mn",   "mp", "mw",  "mwh", "pc",  "pm", "ppm",  "px",  "tb", "tn",   "trn", "yo"};
constexpr std::size_t min_unit_word = 4;

/// Thousands, millions, billions; of "5G" and "3D" the letter belongs to a name.
constexpr std::string_view unit_letters = "kmbt";

constexpr std::size_t thousands_digits = 3;

bool is_separator(char c) {
  return c == '.' || c == ',';
}

std::vector<std::string_view> split_at_separators(std::string_view number) {
  std::vector<std::string_view> groups;
  while (true) {
    const std::size_t end = std::min(number.find_first_of(".,"), number.size());
    groups.push_back(number.substr(0, end));
    if (end == number.size()) return groups;
    number.remove_prefix(end + 1);
  }
}

/// Do the groups from the second to `last` make thousands of the first?
bool are_thousands(const std::vector<std::string_view>& groups, std::size_t last) {
  const std::string_view first = groups.front();
  return !first.empty() && first.size() <= thousands_digits && first.front() != '0' &&
         std::all_of(groups.begin() + 1, groups.begin() + static_cast<std::ptrdiff_t>(last),
                     [](std::string_view group) { return group.size() == thousands_digits; });
}

bool is_unit(std::string_view letters, bool may_be_letter) {
  const std::string lower = to_lower_ascii(letters);
  if (letters.size() == 1) return may_be_letter && unit_letters.find(letters) != letters.npos;
  if (std::binary_search(units.begin(), units.end(), lower)) return true;
  return letters.size() >= min_unit_word && lower == letters;
}

template <typename Is>
std::size_t end_of_run(std::string_view word, std::size_t from, const Is& is) {
  while (from < word.size() && is(word[from])) ++from;
  return from;
}

}  // namespace

std::string number_form(std::string_view number) {
  const bool plain = std::all_of(number.begin(), number.end(),
                                 [](char c) { return is_ascii_digit(c) || is_separator(c); });
  const std::size_t first = number.find_first_of(".,");
  if (!plain || first == std::string_view::npos) return std::string{number};
  const std::size_t last = number.find_last_of(".,");
  const std::vector<std::string_view> groups = split_at_separators(number);
  if (groups.back().empty()) return std::string{number};
  const bool one_kind = std::count(number.begin(), number.end(), number[first]) ==
                        static_cast<std::ptrdiff_t>(groups.size() - 1);
  if (one_kind && are_thousands(groups, groups.size())) return join(groups, "");
  if (one_kind && groups.size() > 2) return std::string{number};
  if (std::count(number.begin(), number.end(), number[last]) > 1 ||
      (groups.size() > 2 && !are_thousands(groups, groups.size() - 1)))
    return std::string{number};
  std::string whole = join(split_at_separators(number.substr(0, last)), "");
  const bool even = groups.size() > 2 && groups.back().find_first_not_of('0') == number.npos;
  return even ? whole : whole + '.' + std::string{groups.back()};
}

std::vector<std::size_t> amount_parts(std::string_view word, bool money) {
  const std::size_t number = end_of_run(word, 0, is_ascii_letter);
  const std::size_t end =
      end_of_run(word, number, [](char c) { return is_ascii_digit(c) || is_separator(c); });
  if (end == number || end_of_run(word, end, is_ascii_letter) != word.size()) return {};
  const bool decimals = word.substr(number, end - number).find_first_of(".,") != word.npos;
  const std::string currency = to_lower_ascii(word.substr(0, number));
  if (number > 0 && !std::binary_search(currencies.begin(), currencies.end(), currency)) return {};
  if (end < word.size() && !is_unit(word.substr(end), money || decimals || number > 0)) return {};
  if (number == 0 && end == word.size()) return {};
  std::vector<std::size_t> parts;
  for (const std::size_t part : {number, end, word.size()})
    if (part > (parts.empty() ? 0 : parts.back())) parts.push_back(part);
  return parts;
}

}  // namespace pantau
