// Classes of Unicode characters that more than one room asks for. Tested by
// tests/common/utf8_test.cpp.
#pragma once

namespace pantau {

/// White space (PropList.txt), and what is none by name but shows as nothing between two words:
/// zero width spaces.
[[nodiscard]] constexpr bool is_unicode_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

/// C0 and C1 controls can drive a terminal, overrides of direction (UAX #9) can make a line read as
/// another one; none has a place in an article.
[[nodiscard]] constexpr bool is_harmful_control(char32_t c) {
  if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return true;
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

/// Signs that fill two columns of a terminal and may be broken anywhere (UAX #11, East Asian Wide).
[[nodiscard]] constexpr bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0x1F000 && c <= 0x3FFFD);
}

}  // namespace pantau
