#include "searcher/query/term_sieve.h"

#include <algorithm>
#include <fstream>

#include <doctest/doctest.h>

#include "common/analyzer.h"
#include "common/embedded.h"
#include "common/tsv.h"

namespace pantau {
namespace {

/// The words of the sample's articles, and those that are listed with a stem.
std::vector<std::string> vocabulary(Analyzer& analyzer) {
  std::vector<std::string> forms;
  std::ifstream file{PANTAU_SAMPLE "/truth.id.jsonl"};
  for (std::string line; std::getline(file, line);)
    for (const Word& word : analyzer.words(line)) forms.push_back(word.form);
  for_each_tsv_pair(embedded::indonesian_stems, [&](std::string_view form, std::string_view stem) {
    forms.emplace_back(form);
    forms.emplace_back(stem);
  });
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

}  // namespace

TEST_CASE("no word that has a term is ever held back, and most others are") {
  Analyzer analyzer;
  const std::vector<std::string> forms = vocabulary(analyzer);
  REQUIRE(forms.size() > 3'000);
  for (const std::string_view language : {"en", "id"}) {
    std::size_t passed = 0, asked = 0;
    for (const std::string& form : forms) {
      const std::string term{analyzer.term(form, language)};
      const TermSieve sieve{{term}, language};
      CAPTURE(form);
      CHECK(sieve.lets_through(form));
      if (++asked % 50 != 0) continue;
      for (const std::string& other : forms) {
        const bool has = analyzer.term(other, language) == term;
        const bool passes = sieve.lets_through(other);
        passed += passes;
        if (has && !passes) FAIL_CHECK(other);
      }
    }
    CHECK(passed < asked / 50 * forms.size() / 5);
  }
}

TEST_CASE(
    "without terms of a language nothing passes; a language without a stemmer is not sieved") {
  CHECK_FALSE(TermSieve{{"Zen:rule"}, "id"}.lets_through("rule"));
  CHECK_FALSE(TermSieve{{}, "en"}.lets_through("rule"));
  CHECK(TermSieve{{"Z:深度"}, "zh"}.lets_through("x"));
}

}  // namespace pantau
