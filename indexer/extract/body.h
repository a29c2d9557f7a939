// Which lines of a page are the story: the best run of paragraphs, without what interrupts it.
// Entrance: find_body. Tested by tests/indexer/text_page_test.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "indexer/extract/lines.h"

namespace pantau {

/// The lines of the story, by their places in `lines`, in order; empty if the page holds none.
[[nodiscard]] std::vector<std::size_t> find_body(std::span<const Line> lines);

}  // namespace pantau
