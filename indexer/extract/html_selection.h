// Inside the element that holds the article: which blocks stay. Entrance: select_blocks.
// Tested by tests/indexer/html_selection_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/extract/html_blocks.h"

namespace pantau {

struct HtmlMethod;

struct Selected {
  std::vector<std::string_view> verdicts;  ///< for each block "" if it stays, else why it goes
  std::size_t teasers = 0;  ///< of other stories that stay, because there is little else
};

/// Judges the blocks of [begin, end).
[[nodiscard]] Selected select_blocks(const std::vector<HtmlBlock>& blocks, std::size_t begin,
                                     std::size_t end, std::string_view title,
                                     const HtmlMethod& method);

}  // namespace pantau
