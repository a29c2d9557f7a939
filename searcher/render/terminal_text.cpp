#include "searcher/render/terminal_text.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"

namespace pantau {
namespace {

/// Marks and isolates of UAX #9; to_valid_utf8() takes its overrides. Line and paragraph separator.
constexpr std::array<std::string_view, 5> turning{"\u061c", "\u200e", "\u200f", "\u2028", "\u2029"};

}  // namespace

std::string terminal_text(std::string_view text) {
  std::string line = to_valid_utf8(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  for (const std::string_view sign : turning)
    for (auto at = line.find(sign); at != std::string::npos; at = line.find(sign, at))
      line.erase(at, sign.size());
  return line;
}

}  // namespace pantau
