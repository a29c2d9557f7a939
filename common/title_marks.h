// The words of a title as numbers, which lie in the index beside an article: how like a query its
// title is can then be told without reading anything else of it. Tested by
// tests/common/title_marks_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pantau {

/// Four bytes for each different one of the terms (FNV-1a, folded to 32 bits): two different terms
/// are taken for one in one of four thousand million pairs.
[[nodiscard]] std::string title_marks(const std::vector<std::string>& terms);

/// A term as it lies in title_marks.
[[nodiscard]] std::uint32_t title_mark(std::string_view term);

/// Dice's coefficient of a title, as title_marks gives it, and what is wanted: 1 if they say the
/// same, 0 if they share nothing or there is no title. The `wanted` marks, sorted, stand for
/// `wanted_words` words, fewer where some of them are translations of one.
[[nodiscard]] double title_likeness(std::string_view marks,
                                    const std::vector<std::uint32_t>& wanted,
                                    std::size_t wanted_words);

}  // namespace pantau
