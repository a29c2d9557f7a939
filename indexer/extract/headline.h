// The headline of the story in a dump: a line above it that speaks of the same things.
// Entrances: find_headline, headline_from_lead. Tested by tests/indexer/text_page_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "indexer/extract/lines.h"

namespace pantau {

/// The place in `lines` of the headline of the story whose paragraphs are `body`; empty if the dump
/// has none.
[[nodiscard]] std::optional<std::size_t> find_headline(std::span<const Line> lines,
                                                       std::span<const std::size_t> body);

/// A title for a story without one: the first sentence of its first paragraph, without the place
/// and agency in front, cut between words.
[[nodiscard]] std::string headline_from_lead(std::string_view paragraph);

/// Bytes of the dateline `paragraph` opens with ("Solopos.com, JAKARTA -- "); 0 if there is none.
[[nodiscard]] std::size_t dateline_size(std::string_view paragraph);

}  // namespace pantau
