// The words of a title as numbers, which lie in the index beside an article: how like a query its
// title is can then be told without reading anything else of it. Tested by
// tests/common/title_marks_test.cpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pantau {

/// A term in four bytes (FNV-1a, folded to 32 bits): two different terms are taken for one in one
/// of four thousand million pairs.
[[nodiscard]] std::uint32_t title_mark(std::string_view term);

/// The marks of some terms, each once.
template <typename Terms>
[[nodiscard]] std::vector<std::uint32_t> sorted_title_marks(const Terms& terms) {
  std::vector<std::uint32_t> marks;
  marks.reserve(terms.size());
  for (const std::string& term : terms) marks.push_back(title_mark(term));
  std::sort(marks.begin(), marks.end());
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  return marks;
}

/// The marks of a title as the index stores them: 4 bytes for each mark, low ones first.
[[nodiscard]] std::string title_marks(const std::vector<std::string>& terms);

/// Dice's coefficient of a title, as title_marks gives it, and what is wanted: 1 if they say the
/// same, 0 if they share nothing or there is no title. The `wanted` marks, sorted, stand for
/// `wanted_words` words, fewer where some of them are translations of one.
[[nodiscard]] double title_likeness(std::string_view marks,
                                    const std::vector<std::uint32_t>& wanted,
                                    std::size_t wanted_words);

}  // namespace pantau
