// How a word of Latin or Greek origin is spelled in the other language.
#include "searcher/query/cognates.h"

#include <algorithm>

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("among the spellings of a word's cognate is the right one, in both directions") {
  struct Case {
    std::string_view english, indonesian;
    bool from_english = true, from_indonesian = true;
  };
  constexpr Case cases[] = {
      {"privatization", "privatisasi"},
      {"conglomerate", "konglomerat"},
      {"corporation", "korporasi"},
      {"transaction", "transaksi"},
      {"university", "universitas"},
      {"activity", "aktivitas"},
      {"terrorism", "terorisme"},
      {"technology", "teknologi"},
      {"photography", "fotografi"},
      {"active", "aktif"},
      {"conference", "konferensi"},
      {"democracy", "demokrasi"},
      {"president", "presiden"},
      {"consultant", "konsultan"},
      {"structure", "struktur"},
      {"commission", "komisi"},
      {"committee", "komite", false, false},
      {"statistics", "statistik"},
      {"matrices", "matrisel", false, false},
  };
  const auto has = [](const std::vector<std::string>& spellings, std::string_view word) {
    return std::find(spellings.begin(), spellings.end(), word) != spellings.end();
  };
  for (const Case& c : cases) {
    CAPTURE(c.english);
    CHECK(has(cognate_spellings(c.english, "en"), c.indonesian) == c.from_english);
    CHECK(has(cognate_spellings(c.indonesian, "id"), c.english) == c.from_indonesian);
  }
}

TEST_CASE("words that are too short, not plain letters or hostile have few spellings or none") {
  CHECK(cognate_spellings("data", "en").empty());
  CHECK(cognate_spellings("naïveté", "en").empty());
  CHECK(cognate_spellings("", "id").empty());
  for (const std::string& word :
       {std::string(64, 'k'), std::string(64, 'f'), std::string(64, 's'),
        std::string("kskskskskskskskskskskskskskskskskskskskskskskskskskskisasi")})
    for (const char* from : {"en", "id"})
      CHECK(cognate_spellings(word, from).size() <= max_cognates);
}

}  // namespace pantau
