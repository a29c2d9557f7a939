// UTF-8 at the borders: whatever comes in, only valid UTF-8 goes on. Tested by
// tests/common/utf8_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pantau {

[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

/// `bytes` with each ill-formed sequence replaced by U+FFFD (Unicode 15, section 3.9, maximal
/// subparts), and every C0 or C1 control but tab, line feed and carriage return by a space.
[[nodiscard]] std::string to_valid_utf8(std::string_view bytes);

/// One character of a text and how many bytes it has.
struct Utf8Character {
  char32_t code;  ///< U+FFFD for an ill-formed sequence
  std::size_t size;
};

/// The character at `at`, which is less than text.size().
[[nodiscard]] Utf8Character character_at(std::string_view text, std::size_t at);

/// Whether a byte continues a character, so that none begins there.
[[nodiscard]] constexpr bool is_utf8_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Characters of valid UTF-8.
[[nodiscard]] std::size_t count_characters(std::string_view text);

/// Where `count` characters from `at` on end, at text.size() at the latest.
[[nodiscard]] std::size_t after_characters(std::string_view text, std::size_t at,
                                           std::size_t count);

/// Where the `count` characters before `at` begin, at 0 at the earliest.
[[nodiscard]] std::size_t before_characters(std::string_view text, std::size_t at,
                                            std::size_t count);

/// Largest n <= `limit` such that text.substr(0, n) ends between two characters of valid UTF-8.
[[nodiscard]] std::size_t utf8_floor(std::string_view text, std::size_t limit);

/// Runs of white space as one space, none at the ends; no-break spaces count as white space.
[[nodiscard]] std::string collapse_space(std::string_view text);

/// As above, but other spaces than those of ASCII stay as they are, but for those at the ends.
[[nodiscard]] std::string collapse_ascii_space(std::string_view text);

}  // namespace pantau
