#include "common/title_marks.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("a title is the more like a query the less else either says") {
  using Terms = std::vector<std::string>;
  struct Case {
    Terms title, wanted;
    double likeness;
  };
  const Case cases[] = {
      {{"Zen:deepfak", "Zen:rule"}, {"Zen:deepfak", "Zen:rule"}, 1},
      {{"Zen:deepfak", "Zen:rule"}, {"Zen:rule", "Zen:deepfak"}, 1},
      {{"Zen:deepfak", "Zen:rule"}, {"Zen:deepfak"}, 2.0 / 3},
      {{"Zen:deepfak", "Zen:rule", "Zen:of", "Zen:the", "Zen:day"},
       {"Zen:deepfak", "Zen:rule"},
       4.0 / 7},
      {{"Zen:deepfak", "Zen:rule"}, {"Zen:deepfak", "Zen:rule", "Zen:china"}, 4.0 / 5},
      {{"Zid:deepfake", "Zid:rules"}, {"Zen:deepfak", "Zen:rule"}, 0},
      {{"Zen:deepfak", "Zen:deepfak"}, {"Zen:deepfak"}, 1},
      {{}, {"Zen:deepfak"}, 0},
      {{"Zen:deepfak"}, {}, 0},
  };
  for (const Case& c : cases) {
    const std::vector<std::uint32_t> wanted = sorted_title_marks(c.wanted);
    CHECK(title_likeness(title_marks(c.title), wanted, c.wanted.size()) ==
          doctest::Approx(c.likeness));
  }
}

TEST_CASE("translations of one word are no more than the word") {
  const std::vector<std::string> terms{"Zid:atur", "Zid:regulasi"};
  CHECK(title_likeness(title_marks(terms), sorted_title_marks(terms), 1) ==
        doctest::Approx(2.0 / 3));
}

TEST_CASE("the marks of a title are what lies in every index") {
  // A change here needs a new schema_version.
  CHECK(title_marks({"Zen:china"}) == title_marks({"Zen:china", "Zen:china"}));
  CHECK(title_mark("Zen:china") == 0x5D1071ADU);
  CHECK(title_marks({"Zen:china"}) == "\xAD\x71\x10\x5D");
}

}  // namespace pantau
