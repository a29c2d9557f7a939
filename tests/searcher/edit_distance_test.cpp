#include "searcher/lexicon/edit_distance.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("a mistake is a letter too many, too few, another one, or two swapped") {
  struct Case {
    const char *typed, *word;
    unsigned distance;
  };
  constexpr Case cases[] = {
      {"regulation", "regulation", 0},
      {"regulaton", "regulation", 1},
      {"regulattion", "regulation", 1},
      {"regulatiom", "regulation", 1},
      {"regulatino", "regulation", 1},
      {"rgeulatino", "regulation", 2},
      {"regulation", "", 3},
      {"", "ab", 2},
      {"deepfake", "deepfakes", 1},
      {"abcdef", "uvwxyz", 3},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string_view{c.typed});
    CAPTURE(std::string_view{c.word});
    CHECK(EditDistance{c.typed, 2}.to(c.word) == c.distance);
  }
}

TEST_CASE("words in any order after each other give what each gives alone") {
  const char* const words[] = {"data",  "date", "dates", "datum", "d",   "",
                               "datas", "dtaa", "day",   "adat",  "data"};
  EditDistance together{"data", 2};
  for (const char* word : words) {
    CAPTURE(std::string_view{word});
    CHECK(together.to(word) == EditDistance{"data", 2}.to(word));
  }
}

TEST_CASE("it says after which byte a word can no longer come near") {
  EditDistance distance{"kominfo", 1};
  CHECK(distance.to("pemerintah") == 2);
  CHECK(distance.dead_bytes() == 2);
  CHECK(distance.to("kominf") == 1);
  CHECK(distance.dead_bytes() == 0);
}

}  // namespace pantau
