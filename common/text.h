// Text as bytes: ASCII's classes of characters, lower case, trimming and joining. What needs
// Unicode is in common/utf8.h and common/unicode_class.h. Tested by tests/common/text_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// White space of ASCII, as HTML and HTTP have it, and the vertical tab.
inline constexpr std::string_view ascii_white_space = " \t\r\n\f\v";

[[nodiscard]] constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

[[nodiscard]] constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

[[nodiscard]] constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

[[nodiscard]] constexpr bool is_ascii_alphanumeric(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c);
}

[[nodiscard]] constexpr bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// A letter of ASCII in lower case, any other byte as it is.
[[nodiscard]] constexpr char to_lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] std::string to_lower_ascii(std::string_view text);

/// Whether two texts are the same but for the case of ASCII letters.
[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);

/// `text` without the `signs` at either end.
[[nodiscard]] std::string_view trim(std::string_view text,
                                    std::string_view signs = ascii_white_space);

/// The parts one after the other, `separator` between each two.
template <typename Parts>
[[nodiscard]] std::string join(const Parts& parts, std::string_view separator) {
  std::string all;
  bool first = true;
  for (const auto& part : parts) {
    if (!first) all += separator;
    first = false;
    all += part;
  }
  return all;
}

}  // namespace pantau
