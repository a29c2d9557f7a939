#include <algorithm>

#include "common/text.h"
#include "searcher/render/plain_line.h"
#include "searcher/render/render.h"

namespace pantau {
namespace {

/// Xapian prints weights with twenty digits, of which a person reads three.
std::string with_short_weights(std::string_view query) {
  constexpr std::size_t decimals = 2;
  std::string out;
  for (std::size_t i = 0; i < query.size();) {
    std::size_t end = i;
    while (end < query.size() && is_ascii_digit(query[end])) ++end;
    const bool is_decimal = end > i && end < query.size() && query[end] == '.';
    const std::size_t point = end;
    if (is_decimal) do
        ++end;
      while (end < query.size() && is_ascii_digit(query[end]));
    const bool is_weight = is_decimal && query.substr(end).starts_with(" * ");
    const std::size_t kept = is_weight ? std::min(end, point + 1 + decimals) : std::max(end, i + 1);
    out += query.substr(i, kept - i);
    i = is_weight ? end : kept;
  }
  return out;
}

}  // namespace

void render_explanation(const Explanation& explanation, std::ostream& out) {
  out << "as read:  " << plain_line(explanation.as_read)
      << "\nlanguage: " << (explanation.language.empty() ? "undetermined" : explanation.language)
      << '\n';
  for (const std::string& line : explanation.expanded)
    out << "expanded: " << plain_line(line) << '\n';
  for (const std::string& line : explanation.concepts)
    out << "concepts: " << plain_line(line) << '\n';
  for (const std::string& query : explanation.as_run)
    out << "as run:   " << plain_line(with_short_weights(query)) << '\n';
}

}  // namespace pantau
