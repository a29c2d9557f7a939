#include "common/text.h"

#include <algorithm>

namespace pantau {

std::string to_lower_ascii(std::string_view text) {
  std::string out{text};
  for (char& c : out) c = to_lower_ascii(c);
  return out;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return to_lower_ascii(x) == to_lower_ascii(y); });
}

std::string_view trim(std::string_view text, std::string_view signs) {
  const std::size_t first = text.find_first_not_of(signs);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(signs) - first + 1);
}

}  // namespace pantau
