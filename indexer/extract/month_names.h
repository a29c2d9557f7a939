// Month names of the languages that crawls are full of, for date_text.cpp.
// Tested by tests/indexer/date_text_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace pantau {

/// 1 to 12 for a month's name or usual abbreviation without its full stop, in any case of ASCII; 0
/// for any other word.
[[nodiscard]] unsigned month_number(std::string_view word);

/// Bytes of the month name that `text` starts with, and its number; {0, 0} if it starts with none.
/// For scripts in which a word cannot be cut first: written without spaces, with full stops in
/// abbreviations, or of several words.
struct LongMonth {
  std::size_t size = 0;
  unsigned number = 0;
};
[[nodiscard]] LongMonth long_month(std::string_view text);

}  // namespace pantau
