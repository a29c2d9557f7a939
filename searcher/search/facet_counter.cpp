#include "searcher/search/facet_counter.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/schema.h"

namespace pantau {
namespace {

std::uint64_t scaled(std::uint64_t count, double scale) {
  return static_cast<std::uint64_t>(std::llround(static_cast<double>(count) * scale));
}

/// "202103" to months since the year 0.
int month_number(const std::string& month) {
  return std::stoi(month.substr(0, 4)) * 12 + std::stoi(month.substr(4));
}

}  // namespace

void FacetCounter::operator()(const Xapian::Document& document, double /*weight*/) {
  ++counted_;
  if (std::string outlet = document.get_value(field("outlet").slot); !outlet.empty())
    ++outlets_[std::move(outlet)];
  if (std::string language = document.get_value(field("lang").slot); !language.empty())
    ++languages_[std::move(language)];
  constexpr std::size_t month_digits = 6;
  if (const std::string day = document.get_value(field("date").slot); day.size() > month_digits)
    ++months_[day.substr(0, month_digits)];
  count_entities(document.get_value(field("entity").slot));
}

void FacetCounter::count_entities(std::string_view ids) {
  if (ids.empty()) ++without_entities_;
  while (!ids.empty()) {
    const std::size_t end = std::min(ids.find(entity_separator), ids.size());
    ++entities_[std::string{ids.substr(0, end)}];
    ids.remove_prefix(std::min(end + 1, ids.size()));
  }
}

namespace {

using Counts = std::unordered_map<std::string, std::uint64_t>;

/// The values that most articles have; `others` is what is left of `all`.
Facet most_frequent(std::string name, const Counts& counts, std::uint64_t all, double scale,
                    std::size_t most) {
  Facet facet{std::move(name), {}, 0, true};
  std::vector<std::pair<std::string, std::uint64_t>> sorted{counts.begin(), counts.end()};
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  if (sorted.size() > most) sorted.resize(most);
  std::uint64_t named = 0;
  for (auto& [value, count] : sorted) {
    named += count;
    facet.values.push_back({std::move(value), scaled(count, scale)});
  }
  facet.others = scaled(all - std::min(all, named), scale);
  return facet;
}

/// Months, or years if these are too many; those without an article are left out.
Facet histogram(const std::map<std::string, std::uint64_t>& months, std::uint64_t all,
                double scale) {
  const bool by_year = !months.empty() &&
                       month_number(months.rbegin()->first) - month_number(months.begin()->first) >=
                           max_histogram_months;
  Facet facet{by_year ? "year" : "month", {}, 0, true};
  std::uint64_t dated = 0;
  for (const auto& [month, count] : months) {
    const std::string year = month.substr(0, 4);
    std::string name = by_year ? year : year + '-' + month.substr(4);
    if (facet.values.empty() || facet.values.back().value != name)
      facet.values.push_back({std::move(name), 0});
    facet.values.back().articles += count;
    dated += count;
  }
  for (FacetValue& value : facet.values) value.articles = scaled(value.articles, scale);
  facet.others = scaled(all - dated, scale);
  return facet;
}

/// By how much counts over a part of all articles fall short.
double scale_of(std::uint64_t counted, std::uint64_t all) {
  if (counted == 0 || all <= counted) return 1;
  return static_cast<double>(all) / static_cast<double>(counted);
}

}  // namespace

std::vector<Facet> FacetCounter::facets(std::uint64_t matches, bool exact, std::size_t most) const {
  const double scale = scale_of(counted_, matches);
  std::vector<Facet> facets;
  facets.push_back(most_frequent("outlet", outlets_, counted_, scale, most));
  facets.push_back(most_frequent("lang", languages_, counted_, scale, most));
  facets.push_back(histogram(months_, counted_, scale));
  if (!entities_.empty()) {
    // An article has several entities: only those without any have none of the values.
    facets.push_back(most_frequent("entity", entities_, 0, scale, most));
    facets.back().others = scaled(without_entities_, scale);
  }
  for (Facet& facet : facets) facet.exact &= exact && scale == 1;
  return facets;
}

}  // namespace pantau
