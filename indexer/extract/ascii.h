// Letters, digits and case of ASCII, which is all that the phrase tables need; other bytes are left
// alone. Tested through its users.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

[[nodiscard]] constexpr char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

[[nodiscard]] inline std::string lower_ascii(std::string_view text) {
  std::string out{text};
  for (char& c : out) c = lower_ascii(c);
  return out;
}

[[nodiscard]] constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_ascii_letter(char c) {
  return is_ascii_upper(c) || (c >= 'a' && c <= 'z');
}
[[nodiscard]] constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

}  // namespace pantau
