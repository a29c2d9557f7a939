#include "common/stemmer.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "common/embedded.h"
#include "common/schema.h"
#include "common/tsv.h"

namespace pantau {

TEST_CASE("each language stems its own way into its own namespace") {
  struct Case {
    std::string_view form, language, term;
  };
  constexpr Case cases[] = {
      {"regulations", "en", "Zen:regul"},
      {"china's", "en", "Zen:china"},
      {"peraturan", "id", "Zid:atur"},
      {"pelindungan", "id", "Zid:lindung"},
      {"perlindungan", "id", "Zid:lindung"},
      {"melindungi", "id", "Zid:lindung"},
      {"deepfake", "und", "Z:deepfake"},
      {"syarikat", "ms", "Z:syarikat"},
      {"深度", "zh", "Z:深度"},
      {"x", "no-such-language", "Z:x"},
  };
  StemmerSet stemmers;
  for (const Case& c : cases) {
    CAPTURE(c.form);
    CHECK(stemmers.term(c.form, c.language) == c.term);
    CHECK(stemmers.term(c.form, c.language).starts_with(term_namespace(c.language)));
  }
}

TEST_CASE("the reviewed exceptions keep apart what Snowball's Indonesian throws together") {
  StemmerSet stemmers;
  const auto stem = [&](std::string_view form) { return std::string{stemmers.term(form, "id")}; };
  CHECK(stem("media") != stem("dia"));
  CHECK(stem("berikan") != stem("ikan"));
  CHECK(stem("menteri") != stem("teri"));
  CHECK(stem("perbankan") == stem("bank"));
  CHECK(stem("pemerintah") != stem("perintah"));
}

TEST_CASE("the exception list is sorted, without duplicates, and holds words that terms can be") {
  const auto rows = tsv_rows(embedded::indonesian_stems);
  CHECK(rows.size() >= 150);
  std::string_view last;
  for (const auto& row : rows) {
    CAPTURE(row[0]);
    REQUIRE(row.size() == 2);
    CHECK(last < row[0]);
    last = row[0];
    for (const std::string_view word : row) {
      CHECK_FALSE(word.empty());
      CHECK(word.size() <= max_word_bytes);
      CHECK(std::none_of(word.begin(), word.end(),
                         [](char c) { return c == ' ' || (c >= 'A' && c <= 'Z'); }));
    }
  }
}

}  // namespace pantau
