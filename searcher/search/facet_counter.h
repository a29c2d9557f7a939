// Counts facets over all that matches, in the pass of the match itself, over all
// partitions. Entrance: attach it to the matches, then facets(). Tested by
// tests/searcher/facet_counter_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "searcher/search/search_request.h"

namespace pantau {

/// Matches up to here are counted one by one, which takes about a tenth of a second; of more, the
/// counts are estimates.
inline constexpr Xapian::doccount max_counted_facets = 100'000;

/// Months are shown up to here, years beyond.
inline constexpr int max_histogram_months = 36;

class FacetCounter : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double weight) override;

  [[nodiscard]] std::uint64_t counted() const { return counted_; }

  /// What was counted, of each facet the `most` most frequent values; scaled up to about `matches`
  /// articles if these are more, or not `exact`.
  [[nodiscard]] std::vector<Facet> facets(std::uint64_t matches, bool exact,
                                          std::size_t most = SearchRequest{}.facet_values) const;

 private:
  using Counts = std::unordered_map<std::string, std::uint64_t>;

  void count_entities(std::string_view ids);

  std::uint64_t counted_ = 0;
  std::uint64_t without_entities_ = 0;
  Counts outlets_, languages_, entities_;
  std::map<std::string, std::uint64_t> months_;  ///< "202103"
};

}  // namespace pantau
