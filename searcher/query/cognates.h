// How a word of Latin or Greek origin may be spelled in the other language: privatization and
// privatisasi, conglomerate and konglomerat. Tested by tests/searcher/cognates_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pantau {

/// Spellings of the cognate of `word`, a folded form of `from` ("en" or "id"), in the other of the
/// two, likeliest first, at most max_cognates; none for words that are too short to tell. They are
/// guesses by rule (most are no words at all): ask an index which of them exist.
[[nodiscard]] std::vector<std::string> cognate_spellings(std::string_view word,
                                                         std::string_view from);

inline constexpr std::size_t max_cognates = 48;

}  // namespace pantau
