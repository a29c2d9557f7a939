// How an answer is spread over outlets, languages, time and entities. Tested by
// tests/searcher/facet_counter_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pantau {

struct FacetValue {
  std::string value;  ///< as filters take it: an outlet's name, "id", "2021-03", "2021"
  std::uint64_t articles = 0;
};

struct Facet {
  std::string name;                ///< "outlet", "lang", "month" or "year", "entity"
  std::vector<FacetValue> values;  ///< most articles first; months and years in order of time
  std::uint64_t others = 0;        ///< articles with none of these values
  bool exact = true;               ///< else counted in a part of the answer and scaled up
};

}  // namespace pantau
