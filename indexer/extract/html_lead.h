// The summary that many sites set between headline and body, outside of the element that holds the
// body. Entrance: find_leads. Tested by tests/indexer/html_content_test.cpp.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/extract/html_blocks.h"
#include "indexer/extract/html_content.h"

namespace pantau {

/// Indices of the blocks before `body_begin` that are the lead: after the headline, whole
/// sentences, named as a lead or known from the page's description of itself.
[[nodiscard]] std::vector<std::size_t> find_leads(const HtmlTree& tree,
                                                  const std::vector<NodeEvidence>& marks,
                                                  const std::vector<HtmlBlock>& blocks,
                                                  std::size_t body_begin,
                                                  const ContentHints& hints);

}  // namespace pantau
