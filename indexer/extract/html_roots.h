// Where on a page the article may stand: candidates found by independent strategies.
// Entrances: root_by_labels, root_at_headline, root_by_density. Tested by
// tests/indexer/html_content_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/extract/html_blocks.h"
#include "indexer/extract/html_noise.h"
#include "indexer/extract/html_tree.h"

namespace pantau {

/// How much running text a block holds, in letters: 0 for noise, links and labels.
[[nodiscard]] double prose_weight(const HtmlBlock& block);

/// The sum of the weights of all blocks below each node.
[[nodiscard]] std::vector<double> prose_sums(const HtmlTree& tree,
                                             const std::vector<HtmlBlock>& blocks);

/// The element that the site itself names as the body ("entry-content", itemprop="articleBody",
/// <article>), or 0.
[[nodiscard]] NodeId root_by_labels(const HtmlTree& tree, const std::vector<NodeEvidence>& marks,
                                    const std::vector<double>& sums);

/// `root`, or the part of the page at its headline, if that has a story of its own and `root` is
/// elsewhere (a longer one below it, a dialogue) or has other stories beside it.
[[nodiscard]] NodeId root_at_headline(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                                      const std::vector<double>& sums, std::string_view title,
                                      NodeId root);

/// The element that its paragraphs vote for, or the part at the headline, as above; widened to what
/// belongs to it; 0 if there are none.
[[nodiscard]] NodeId root_by_density(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                                     const std::vector<double>& sums, std::string_view title);

}  // namespace pantau
