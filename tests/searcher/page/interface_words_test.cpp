#include "searcher/page/interface_words.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("counts and days are written as each language writes them") {
  CHECK(count_in_words(999, english_words()) == "999");
  CHECK(count_in_words(1'234'567, english_words()) == "1,234,567");
  CHECK(count_in_words(1'234'567, indonesian_words()) == "1.234.567");
  CHECK(number_in_words(12, false, english_words()).str() == "about 12");
  CHECK(period_in_words("2021-03", indonesian_words()) == "Maret 2021");
  CHECK(period_in_words("2021", english_words()) == "2021");
  CHECK(day_in_words(*make_date(2021, 3, 20), english_words()) == "20 March 2021");
  CHECK(language_in_words("und", indonesian_words()) == "bahasa tidak diketahui");
}

TEST_CASE("a sentence that repeats what was typed has a place for it in both languages") {
  for (const InterfaceWords* words : {&english_words(), &indonesian_words()}) {
    for (const Markup sentence :
         {words->notes.no_such_field, words->notes.no_date, words->notes.no_such_entity,
          words->address.page, words->address.date, words->address.choice, words->address.language,
          words->address.filters}) {
      CAPTURE(sentence.text());
      CHECK(sentence.text().find('%') != std::string_view::npos);
    }
  }
}

}  // namespace pantau
