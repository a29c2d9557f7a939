// The text of a page in reading order, cut into blocks a person would see as separate: paragraphs,
// headings, list items, quotes, cells. Entrance: read_blocks. Tested by
// tests/indexer/html_blocks_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html_noise.h"
#include "indexer/extract/html_tree.h"

namespace pantau {

enum class BlockKind : std::uint8_t { paragraph, heading, item, quote, cell, preformatted };

struct HtmlBlock {
  NodeId node = 0;        ///< the element whose text it is
  NodeId first_text = 0;  ///< its first text node: rises from block to block
  NodeId home = 0;        ///< the box that it stands in: paragraphs of one story share theirs
  BlockKind kind = BlockKind::paragraph;
  Noise noise = Noise::none;     ///< as its surroundings say
  bool emphasized = false;       ///< all of it is bold or italic
  bool asks = false;             ///< ends in a link to where one subscribes, registers or donates
  bool sentence = false;         ///< ends_sentence(text)
  std::uint32_t link_bytes = 0;  ///< of the text, how much is a link
  std::size_t width = 0;         ///< reading_width(text)
  std::string text;              ///< one line, white space collapsed; never empty
};

/// All blocks of the page. `marks` are mark_noise's. Text of inline elements that are noise is left
/// out.
[[nodiscard]] std::vector<HtmlBlock> read_blocks(const HtmlTree& tree,
                                                 const std::vector<NodeEvidence>& marks);

/// How much of a block is links, 0 to 1.
[[nodiscard]] double link_density(const HtmlBlock& block);

/// Letters as a reader of Latin script would count them: a Chinese character says as much as 2.5.
[[nodiscard]] std::size_t reading_width(std::string_view text);

/// Whether its last character, quotes and brackets aside, ends a sentence in any of the big
/// scripts.
[[nodiscard]] bool ends_sentence(std::string_view text);

}  // namespace pantau
