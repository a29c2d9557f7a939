#include <algorithm>
#include <string>

#include "common/entities/entities.h"
#include "common/language.h"
#include "searcher/render/plain_line.h"
#include "searcher/render/render.h"

namespace pantau {
namespace {

/// The longest bar of a histogram, in columns.
constexpr std::uint64_t widest_bar = 40;

bool is_time(const Facet& facet) {
  return facet.name == "month" || facet.name == "year";
}

std::string shown(const Facet& facet, const std::string& value) {
  if (facet.name == "lang") return std::string{language_name(value)};
  if (facet.name == "entity") return plain_line(entity_name(value, "en"));
  return plain_line(value);
}

void render_bars(const Facet& facet, std::ostream& out) {
  std::uint64_t most = 1;
  for (const FacetValue& value : facet.values) most = std::max(most, value.articles);
  const std::size_t digits = std::to_string(most).size();
  for (const FacetValue& value : facet.values) {
    const std::string count = std::to_string(value.articles);
    const std::uint64_t bar = (value.articles * widest_bar + most - 1) / most;
    out << "    " << shown(facet, value.value) << "  " << std::string(digits - count.size(), ' ')
        << count << ' ' << std::string(bar, '#') << '\n';
  }
}

void render_list(const Facet& facet, std::size_t width, std::ostream& out) {
  std::size_t column = width;
  for (const FacetValue& value : facet.values) {
    const std::string item = shown(facet, value.value) + ' ' + std::to_string(value.articles);
    const bool breaks = column + item.size() + 3 > width;
    if (breaks) column = 4 + item.size();
    if (!breaks) column += 3 + item.size();
    out << (!breaks ? " · " : &value == facet.values.data() ? "    " : "\n    ") << item;
  }
  if (!facet.values.empty()) out << '\n';
}

}  // namespace

void render_facets(const std::vector<Facet>& facets, const TerminalStyle& style,
                   std::ostream& out) {
  for (const Facet& facet : facets) {
    if (facet.values.empty()) continue;
    out << '\n' << facet.name << (facet.exact ? "" : ", about");
    if (facet.others > 0)
      out << " (" << facet.others << (is_time(facet) ? " without a date)" : " with none of these)");
    out << ":\n";
    if (is_time(facet))
      render_bars(facet, out);
    else
      render_list(facet, style.width == 0 ? std::string::npos / 2 : style.width, out);
  }
}

}  // namespace pantau
