#include "searcher/page/shortened.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("a long text is cut between words, and never inside a character") {
  struct Case {
    std::string_view text;
    std::size_t bytes;
    std::string_view shown;
  };
  constexpr Case cases[] = {
      {"", 5, ""},
      {"China", 5, "China"},
      {"China drafts rules", 12, "China drafts…"},
      {"China drafts rules", 14, "China drafts…"},
      {"Deepfakeregulation of", 9, "Deepfaker…"},
      {"a deepfakeregulation", 9, "a deepfak…"},
      {"深度伪造", 7, "深度…"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(shortened(c.text, c.bytes) == c.shown);
  }
}

TEST_CASE("marks end where a text is cut") {
  const MarkedText shown = shortened(MarkedText{"深度伪造 rules", {{0, 12}, {13, 18}}}, 7);
  CHECK(shown.text == "深度…");
  REQUIRE(shown.marks.size() == 1);
  CHECK(shown.marks.front().end == 6);
}

TEST_CASE("of many authors the first are named and the others counted") {
  CHECK(first_authors("").names == "");
  CHECK(first_authors("Ana").names == "Ana");
  CHECK(first_authors("Ana, Bo, Che").more == 0);
  const ShownNames many = first_authors("Ana, Bo, Che, Dai, Eko");
  CHECK(many.names == "Ana, Bo, Che");
  CHECK(many.more == 2);
  CHECK(first_authors(std::string(5'000, 'x')).names.size() < 120);
}

}  // namespace pantau
