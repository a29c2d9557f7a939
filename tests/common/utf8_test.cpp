#include "common/utf8.h"

#include <doctest/doctest.h>

#include "common/unicode_class.h"

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

TEST_CASE("characters are counted and passed whole, forward and back") {
  constexpr std::string_view text = "aé中😀b";
  CHECK(count_characters(text) == 5);
  CHECK(count_characters("") == 0);
  CHECK(after_characters(text, 0, 0) == 0);
  CHECK(after_characters(text, 0, 2) == 3);
  CHECK(after_characters(text, 3, 2) == 10);
  CHECK(after_characters(text, 3, 99) == text.size());
  CHECK(before_characters(text, 10, 2) == 3);
  CHECK(before_characters(text, 3, 99) == 0);
}

TEST_CASE("a character is its code point and its bytes, an ill-formed one U+FFFD") {
  struct Case {
    std::string_view text;
    char32_t code;
    std::size_t size;
  };
  constexpr Case cases[] = {{"a", 'a', 1},     {"é", 0xE9, 2},      {"中x", 0x4E2D, 3},
                            {"😀", 0x1F600, 4}, {"\xC3", 0xFFFD, 1}, {"\xC3x", 0xFFFD, 1}};
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(character_at(c.text, 0).code == c.code);
    CHECK(character_at(c.text, 0).size == c.size);
  }
}

TEST_CASE("wide signs and white space of Unicode are told apart from what is near them") {
  CHECK(is_wide(U'中'));
  CHECK(is_wide(U'한'));
  CHECK_FALSE(is_wide(U'é'));
  CHECK(is_unicode_space(0x3000));
  CHECK_FALSE(is_unicode_space(0x3001));
  CHECK_FALSE(is_unicode_space(0xAD));
}

}  // namespace pantau
