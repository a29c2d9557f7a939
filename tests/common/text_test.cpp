#include "common/text.h"

#include <array>

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("lower case is that of ASCII letters; other bytes stay") {
  CHECK(to_lower_ascii("Text/HTML; Ärger İ [Z]") == "text/html; Ärger İ [z]");
  CHECK(to_lower_ascii("").empty());
}

TEST_CASE("two texts are equal but for case only if they have one length") {
  CHECK(equal_ignoring_case("Content-Type", "content-TYPE"));
  CHECK_FALSE(equal_ignoring_case("gzip", "gzip2"));
  CHECK_FALSE(equal_ignoring_case("[", "{"));
}

TEST_CASE("a trimmed text has none of the signs at its ends, and keeps those inside") {
  struct Case {
    std::string_view text, trimmed;
  };
  constexpr Case cases[] = {
      {" a b\t\r\n", "a b"}, {"\f\v", ""}, {"", ""}, {"a", "a"}, {"\u00A0a", "\u00A0a"}};
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(trim(c.text) == c.trimmed);
  }
  CHECK(trim("--a-b-", "-") == "a-b");
}

TEST_CASE("joined parts have the separator between them, empty ones too") {
  constexpr std::array<std::string_view, 3> parts{"", "b", ""};
  CHECK(join(parts, ", ") == ", b, ");
  CHECK(join(std::array<std::string_view, 0>{}, ", ").empty());
}

TEST_CASE("the classes of ASCII hold no byte of a larger character") {
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    CAPTURE(byte);
    CHECK(is_ascii_alphanumeric(c) ==
          ((byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z')));
    CHECK(is_ascii_space(c) == (ascii_white_space.find(c) != std::string_view::npos));
  }
}

}  // namespace pantau
