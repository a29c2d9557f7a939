// Looks for the summary above the body. Entrance: find_leads.
// Tested by tests/indexer/html_content_test.cpp.
#include "indexer/extract/html_lead.h"

#include <algorithm>

#include "indexer/extract/html_witness.h"

namespace pantau {
namespace {

/// How far above the body a lead can stand: pictures, by-lines and share buttons lie between.
constexpr std::size_t max_distance = 40;
/// A summary says something: shorter ones are sections and kickers.
constexpr std::size_t min_width = 40;
/// Bytes of letters by which a block and a description are known to be one text.
constexpr std::size_t min_agreement = 30;

/// ... and beyond which sites cut or reword their descriptions.
constexpr std::size_t max_agreement = 48;

bool agrees(const std::string& letters, const std::string& description) {
  if (letters.size() < min_agreement || description.size() < min_agreement) return false;
  const std::size_t size = std::min({letters.size(), description.size(), max_agreement});
  return letters.compare(0, size, description, 0, size) == 0;
}

bool is_named_lead(const HtmlTree& tree, const std::vector<NodeEvidence>& marks, NodeId id) {
  for (int level = 0; level < 3 && id != 0; ++level, id = tree[id].parent)
    if (marks[id].lead) return true;
  return false;
}

/// A paragraph of the story that a page puts beside its picture: as long as one, and no link.
bool is_opening(const HtmlBlock& block) {
  constexpr std::size_t min_paragraph = 120;
  return block.noise == Noise::none && block.kind == BlockKind::paragraph && block.sentence &&
         block.width >= min_paragraph && block.link_bytes == 0;
}

}  // namespace

std::vector<std::size_t> find_leads(const HtmlTree& tree, const std::vector<NodeEvidence>& marks,
                                    const std::vector<HtmlBlock>& blocks, std::size_t body_begin,
                                    const ContentHints& hints) {
  std::vector<std::size_t> leads;
  const std::string description = letters_of(hints.description);
  const std::string title = letters_of(hints.title);
  const std::size_t from = body_begin > max_distance ? body_begin - max_distance : 0;
  // Only what stands below the headline; without one in sight, nothing above the body is trusted.
  std::size_t headline = body_begin;
  for (std::size_t i = from; i < body_begin; ++i)
    if (!title.empty() && letters_of(blocks[i].text) == title) headline = i;
  for (std::size_t i = from; i < body_begin; ++i) {
    const HtmlBlock& block = blocks[i];
    if (block.noise != Noise::none && block.noise != Noise::related) continue;
    if (link_density(block) > 0.3 || block.width < min_width) continue;
    const std::string letters = letters_of(block.text);
    if (letters == title) continue;
    const bool below = i > headline;
    const bool named = below && is_named_lead(tree, marks, block.node);
    const bool opens = below && headline < body_begin && is_opening(block);
    const bool again = std::any_of(leads.begin(), leads.end(), [&](std::size_t other) {
      return blocks[other].text == block.text;
    });
    if (!again && (named || opens || agrees(letters, description))) leads.push_back(i);
  }
  return leads;
}

}  // namespace pantau
