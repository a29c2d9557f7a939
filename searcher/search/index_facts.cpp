#include "searcher/search/index_facts.h"

#include <algorithm>
#include <filesystem>

#include "common/index_location.h"
#include "common/schema.h"

namespace pantau {
namespace {

std::vector<LanguageCount> count_languages(const Xapian::Database& database) {
  const std::string prefix{field("lang").prefix};
  std::vector<LanguageCount> counts;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term)
    counts.push_back({(*term).substr(prefix.size()), term.get_termfreq()});
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.articles > b.articles; });
  return counts;
}

/// The newest change in a folder; empty if it is none.
std::optional<Date> changed_on(const std::filesystem::path& folder) {
  std::optional<std::filesystem::file_time_type> newest;
  std::error_code unreadable;
  for (const auto& entry : std::filesystem::directory_iterator{folder, unreadable})
    if (const auto time = entry.last_write_time(unreadable); !unreadable)
      newest = std::max(newest.value_or(time), time);
  if (!newest) return {};
  const auto time = std::chrono::file_clock::to_sys(*newest);
  return Date{std::chrono::floor<std::chrono::days>(time)};
}

}  // namespace

IndexFacts index_facts(const Xapian::Database& database, const std::vector<std::string>& paths) {
  IndexFacts facts;
  facts.articles = database.get_doccount();
  facts.languages = count_languages(database);
  const std::uint32_t slot = field("date").slot;
  facts.first = parse_compact_date(database.get_value_lower_bound(slot));
  facts.last = parse_compact_date(database.get_value_upper_bound(slot));
  for (const std::string& path : paths)
    if (const auto day = changed_on(path)) facts.fed = std::max(facts.fed.value_or(*day), *day);
  return facts;
}

}  // namespace pantau
