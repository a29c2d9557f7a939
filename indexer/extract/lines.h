// A text dump as lines, each with what can be told of it by itself: how long it is, whether it is
// running text, what the phrase lists say. Entrances: split_lines, unwrap_lines. Tested by
// tests/indexer/lines_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/phrases.h"

namespace pantau {

struct Line {
  std::string_view text;       ///< without white space at its ends; never empty
  std::size_t width = 0;       ///< in Latin letters: an ideograph says as much as two and a half
  std::size_t sentences = 0;   ///< ends of sentences inside the line and at its end
  bool ends_sentence = false;  ///< the last character ends a sentence, quotes and brackets aside
  bool teaser = false;         ///< the last characters are an ellipsis: the text goes on elsewhere
  bool prose = false;          ///< a paragraph of running text
  bool caption = false;        ///< says what a photo shows or who took it
  bool after_blank = false;    ///< an empty line, or the beginning, comes before it
  std::size_t times = 1;       ///< how often the page has this very line
  Phrase phrase;
};

/// The lines of valid UTF-8, empty ones left out; views into `text`. Linear in its length.
[[nodiscard]] std::vector<Line> split_lines(std::string_view text);

/// `text` with the lines of each paragraph joined, where a program such as lynx or html2text broke
/// them to one width; empty if its lines were not broken so.
[[nodiscard]] std::optional<std::string> unwrap_lines(std::string_view text);

/// Whether a line is several short pieces side by side: "World | Business | Markets", "Home >
/// News".
[[nodiscard]] bool is_bar(std::string_view text);

}  // namespace pantau
