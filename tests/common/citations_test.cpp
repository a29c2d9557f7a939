#include "common/citations.h"

#include <doctest/doctest.h>

namespace pantau {
namespace {

/// "uu-27-2022 art-27-3".
std::string cited(const std::string& text) {
  Analyzer analyzer;
  std::string all;
  for (const Citation& one : find_citations(text, analyzer.words(text)))
    all += (all.empty() ? "" : " ") + one.form;
  return all;
}

}  // namespace

TEST_CASE("a law has one form, however it is cited") {
  struct Case {
    const char *text, *form;
  };
  constexpr Case cases[] = {
      {"UU No. 27 Tahun 2022 berlaku", "uu-27-2022"},
      {"Undang-Undang Nomor 27 Tahun 2022", "uu-27-2022"},
      {"UU 27/2022", "uu-27-2022"},
      {"UU No 27/2022", "uu-27-2022"},
      {"Law No. 27 of 2022 on personal data", "uu-27-2022"},
      {"PP 71/2019", "pp-71-2019"},
      {"Peraturan Pemerintah Nomor 71 Tahun 2019", "pp-71-2019"},
      {"Permenkominfo 5/2020", "permenkominfo-5-2020"},
      {"Peraturan Menteri Komunikasi dan Informatika Nomor 5 Tahun 2020", "permenkominfo-5-2020"},
      {"POJK Nomor 12 Tahun 2024", "pojk-12-2024"},
      {"Regulation (EU) 2024/1689", "regulation-2024-1689"},
      {"Regulation (EU) No 575/2013", "regulation-575-2013"},
      {"Directive 95/46/EC", "directive-95-46"},
      {"Directive 2002/58/EC", "directive-2002-58"},
      {"2002/58/EC", "directive-2002-58"},
      {"Direktif (UE) 2019/790", "directive-2019-790"},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string_view{c.text});
    CHECK(cited(c.text) == c.form);
  }
}

TEST_CASE("an article is cited with its paragraphs, in either language") {
  CHECK(cited("Article 5(1)(a) GDPR") == "art-5-1-a art-5-1");
  CHECK(cited("Art. 5(1)") == "art-5-1");
  CHECK(cited("Pasal 27 ayat (3) UU ITE") == "art-27-3");
  CHECK(cited("Pasal 27 ayat 3") == "art-27-3");
  CHECK(cited("Pasal 27B ayat (1) huruf a") == "art-27b-1-a art-27b-1");
  CHECK(cited("Article 27(3)") == "art-27-3");
}

TEST_CASE("numbers that cite nothing are no citations") {
  for (const char* text : {"", "27/2022", "on 3/4 of 2022", "Tahun 2022", "UU ITE", "Pasal 27",
                           "Article 5 of the treaty (1957)", "12 of 2022 firms", "24/7", "UU 27"}) {
    CAPTURE(std::string_view{text});
    CHECK(cited(text) == "");
  }
}

TEST_CASE("a citation is as long as its words, and hostile numbers cost no more") {
  Analyzer analyzer;
  const std::string text = "see UU No. 27 Tahun 2022 and more";
  const auto found = find_citations(text, analyzer.words(text));
  REQUIRE(found.size() == 1);
  CHECK(found[0].first == 1);
  CHECK(found[0].count == 5);
  std::string many = "Article 1";
  for (int i = 0; i < 1000; ++i) many += "(1)";
  CHECK(find_citations(many, analyzer.words(many)).size() <= 4);
}

}  // namespace pantau
