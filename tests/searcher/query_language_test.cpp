#include "searcher/query/query_language.h"

#include <map>

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("the language of a query is told from its words, not from its names") {
  const std::vector<LanguagePartition> both = {{"Zen:", {"en"}, 1000, 100},
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
  const Lexicon lexicon = Lexicon::embedded();
  for (const Case& c : cases) {
    CAPTURE(c.query);
    CHECK(query_language(c.query, analyzer, lexicon, both, frequency) == c.language);
  }
}

TEST_CASE("a word that no article has says nothing, however unequal the languages are") {
  const std::vector<LanguagePartition> few_indonesian = {{"Zen:", {"en"}, 30, 100},
                                                         {"Zid:", {"id"}, 5, 100}};
  const std::vector<LanguagePartition> few_english = {{"Zen:", {"en"}, 5, 100},
                                                      {"Zid:", {"id"}, 30, 100}};
  const DocumentFrequency none = [](const std::string&) { return 0U; };
  Analyzer analyzer;
  const Lexicon lexicon = Lexicon::embedded();
  for (const auto& partitions : {few_indonesian, few_english}) {
    CHECK(query_language("facial recognition", analyzer, lexicon, partitions, none) == "en");
    CHECK(query_language("pengenalan wajah", analyzer, lexicon, partitions, none) == "id");
  }
}

TEST_CASE("in an index of one language a question in the other must be plainly so") {
  const std::vector<LanguagePartition> indonesian = {{"Zid:", {"id"}, 1000, 100}};
  const DocumentFrequency none = [](const std::string&) { return 0U; };
  const DocumentFrequency frequency = [](const std::string& term) {
    return term == "Zid:deepfake" || term == "Zid:rules" ? 9U : 0U;
  };
  Analyzer analyzer;
  const Lexicon lexicon = Lexicon::embedded();
  struct Case {
    std::string_view query, language;
  };
  constexpr Case cases[] = {
      {"deepfake", "id"},  // the index has it
      {"rules", "id"},
      {"government", "en"},
      {"rules of the government", "en"},
      {"peraturan pemerintah", "id"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    CHECK(query_language(c.query, analyzer, lexicon, indonesian, frequency) == c.language);
  }
  CHECK(query_language("zzyzx", analyzer, lexicon, {}, none).empty());
}

}  // namespace pantau
