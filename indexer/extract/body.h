// Which lines of a page are the story: the best run of paragraphs, without what interrupts it.
// Entrances: judge_lines, kept_lines. Tested by tests/indexer/text_page_test.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/extract/lines.h"

namespace pantau {

/// For each line "" if it is part of the story, else why it is not (a literal).
[[nodiscard]] std::vector<std::string_view> judge_lines(std::span<const Line> lines);

/// The places of the lines that judge_lines kept, in order; empty if the page holds no story.
[[nodiscard]] std::vector<std::size_t> kept_lines(std::span<const std::string_view> verdicts);

}  // namespace pantau
