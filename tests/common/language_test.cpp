#include "common/language.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("language tags of any form become today's codes") {
  struct Case {
    std::string_view tag, code;
  };
  constexpr Case cases[] = {{"en", "en"},      {"EN-us", "en"}, {"id_ID", "id"}, {"in", "id"},
                            {"zh-Hant", "zh"}, {"nb", "no"},    {"fil", "fil"},  {"", ""},
                            {"english", ""},   {"e1", ""},      {"-", ""}};
  for (const Case& c : cases) {
    CAPTURE(c.tag);
    CHECK(language_code(c.tag) == c.code);
  }
}

TEST_CASE("every language has a code once, in order, and a name") {
  std::string_view last;
  for (const Language& language : languages()) {
    CAPTURE(language.code);
    if (language.code != undetermined) {
      CHECK(last < language.code);
      CHECK(language_code(language.code) == language.code);
    }
    CHECK_FALSE(language.name.empty());
    last = language.code;
  }
  CHECK(language_name("id") == "Indonesian");
  CHECK(language_name("xx") == "xx");
}

}  // namespace pantau
