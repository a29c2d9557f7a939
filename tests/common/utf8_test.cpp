#include "common/utf8.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("whatever comes in, valid UTF-8 without controls goes on") {
  struct Case {
    std::string_view bytes, text;
  };
  constexpr Case cases[] = {
      {"plain", "plain"},
      {"caf\xC3\xA9", "café"},
      {"caf\xE9", "caf\uFFFD"},
      {"\xC3", "\uFFFD"},
      {"\xE2\x82", "\uFFFD"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      {"\xC0\xAF", "\uFFFD\uFFFD"},
      {"\xF5\x80\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"a\x1B[31mb", "a [31mb"},
      {"a\xC2\x9B"
       "31mb",
       "a 31mb"},
      {"a\tb\r\nc", "a\tb\r\nc"},
      {"a\u202Eb\u2066c", "a b c"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(to_valid_utf8(c.bytes) == c.text);
    CHECK(is_valid_utf8(to_valid_utf8(c.bytes)));
  }
  CHECK(to_valid_utf8(std::string_view{"a\0b", 3}) == "a b");
  CHECK_FALSE(is_valid_utf8("caf\xE9"));
}

TEST_CASE("a cut never splits a character") {
  CHECK(utf8_floor("aéb", 1) == 1);
  CHECK(utf8_floor("aéb", 2) == 1);
  CHECK(utf8_floor("aéb", 3) == 3);
  CHECK(utf8_floor("aéb", 99) == 4);
  CHECK(utf8_floor("中", 2) == 0);
}

TEST_CASE("white space of any kind collapses to single spaces") {
  CHECK(collapse_space("  a \t\n b\u00A0\u3000c\u200B ") == "a b c");
  CHECK(collapse_space(" \n ").empty());
  CHECK(collapse_space("two words") == "two words");
  CHECK(collapse_space("a \u00A0b\u2028 c\uFEFF") == "a b c");
  CHECK(collapse_space("é \u2014 “ü”  ÿ ") == "é \u2014 “ü” ÿ");
}

}  // namespace pantau
