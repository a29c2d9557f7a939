#include "searcher/render/plain_line.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"

namespace pantau {
namespace {

/// Marks of UAX #9, whose overrides and isolates to_valid_utf8() takes; line and paragraph
/// separator; the two noncharacters that XML 1.0 forbids.
constexpr std::array<std::string_view, 7> unwanted{"\u061c", "\u200e", "\u200f", "\u2028",
                                                   "\u2029", "\uFFFE", "\uFFFF"};

}  // namespace

std::string plain_line(std::string_view text) {
  std::string line = to_valid_utf8(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  const bool ascii = std::all_of(line.begin(), line.end(), [](char c) { return (c & 0x80) == 0; });
  if (ascii) return line;  // as most lines are, and none of the unwanted
  for (const std::string_view sign : unwanted)
    for (auto at = line.find(sign); at != std::string::npos; at = line.find(sign, at))
      line.erase(at, sign.size());
  return line;
}

}  // namespace pantau
