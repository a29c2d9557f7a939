// Inside the element that holds the article: which blocks stay. Entrance: select_blocks.
// Tested by tests/indexer/html_selection_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/extract/html_blocks.h"

namespace pantau {

struct HtmlMethod;

/// For each block of [begin, end): "" if it stays, else why it goes (a literal).
[[nodiscard]] std::vector<std::string_view> select_blocks(const std::vector<HtmlBlock>& blocks,
                                                          std::size_t begin, std::size_t end,
                                                          std::string_view title,
                                                          const HtmlMethod& method);

}  // namespace pantau
