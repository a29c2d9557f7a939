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

TEST_CASE("the exceptions keep apart what Snowball's English throws together") {
  struct Case {
    std::string_view one, other;
  };
  constexpr Case cases[] = {{"organ", "organization"},
                            {"organic", "organization"},
                            {"universe", "university"},
                            {"universal", "university"},
                            {"news", "new"},
                            {"ad", "added"},
                            {"policy", "police"},
                            {"customs", "customers"},
                            {"internal", "international"},
                            {"security", "securities"},
                            {"several", "severe"},
                            {"personal", "persons"},
                            {"directive", "director"},
                            {"object", "objective"}};
  StemmerSet stemmers;
  for (const Case& c : cases) {
    CAPTURE(c.one);
    const std::string one{stemmers.term(c.one, "en")};
    CHECK(one != stemmers.term(c.other, "en"));
  }
}

TEST_CASE("the exceptions bring together what Snowball's English parts") {
  struct Case {
    std::string_view one, other;
  };
  constexpr Case cases[] = {{"regulatory", "regulation"},
                            {"vpns", "vpn"},
                            {"smes", "sme"},
                            {"organisation", "organization"},
                            {"licence", "licensed"},
                            {"defence", "defense"},
                            {"economy", "economic"},
                            {"history", "historical"},
                            {"paid", "pays"},
                            {"children", "child"},
                            {"centre", "center"},
                            {"bn", "billion"},
                            {"identify", "identification"},
                            {"programmes", "program"}};
  StemmerSet stemmers;
  for (const Case& c : cases) {
    CAPTURE(c.one);
    const std::string one{stemmers.term(c.one, "en")};
    CHECK(one == stemmers.term(c.other, "en"));
  }
}

void check_exceptions(std::string_view list, std::size_t least) {
  const auto rows = tsv_rows(list);
  CHECK(rows.size() >= least);
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

TEST_CASE("the exception lists are sorted, without duplicates, and hold words that terms can be") {
  check_exceptions(embedded::indonesian_stems, 150);
  check_exceptions(embedded::english_stems, 500);
}

}  // namespace pantau
