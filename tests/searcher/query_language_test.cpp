#include "searcher/query/query_language.h"

#include <map>

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("the language of a query is told from its words, not from its names") {
  const std::vector<LanguageBranch> both = {{"Zen:", {"en"}, 1000, 100},
                                            {"Zid:", {"id"}, 1000, 100}};
  const std::map<std::string, unsigned> frequencies = {{"Zen:rule", 200},   {"Zid:atur", 200},
                                                       {"Zen:alibaba", 10}, {"Zid:alibaba", 10},
                                                       {"Zen:data", 100},   {"Zid:data", 100}};
  const DocumentFrequency frequency = [&](const std::string& term) {
    const auto known = frequencies.find(term);
    return known == frequencies.end() ? 0U : known->second;
  };
  struct Case {
    std::string_view query, language;
  };
  constexpr Case cases[] = {
      {"data rules", "en"},     {"peraturan data", "id"},
      {"Alibaba rules", "en"},  {"aturan Alibaba", "id"},
      {"who is alibaba", "en"}, {"siapakah alibaba", "id"},
      {"alibaba", "en"},        {"", "en"},
  };
  Analyzer analyzer;
  for (const Case& c : cases) {
    CAPTURE(c.query);
    CHECK(query_language(c.query, analyzer, both, frequency) == c.language);
  }
  CHECK(query_language("rules", analyzer, {both[1]}, frequency) == "id");
  CHECK(query_language("rules", analyzer, {}, frequency).empty());
}

}  // namespace pantau
